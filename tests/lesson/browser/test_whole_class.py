"""Thirty real browsers in a lesson whose stage is the real program on a real (if unseen) screen, with its own hub."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.x_screen import ROOT, XScreen, eventually, screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

__all__ = ["screen"]

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(400)]

PUPILS = 30
SAVED = "Din röst är sparad."
SLOW = 60_000


class Projector:
    """The program, and what its window shows now."""

    def __init__(self, screen: XScreen, folder: Path) -> None:
        self._screen = screen
        self.shows: dict[str, Any] = {}
        self.program = subprocess.Popen(
            [sys.executable, "-m", "tests.lesson.class_program"],
            cwd=ROOT,
            env=screen.environment() | {"XDG_RUNTIME_DIR": str(folder), "TMPDIR": str(folder)},
            stdout=subprocess.PIPE,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        eventually(lambda: bool(self.shows.get("address")), lambda: f"no lobby: {self.shows}")

    def _read(self) -> None:
        assert self.program.stdout
        for line in self.program.stdout:
            self.shows = json.loads(line)

    @property
    def address(self) -> str:
        """Where the pupils' page is, on this computer."""
        return f"http://127.0.0.1:{self.shows['address'].rpartition(':')[2]}"

    def on(self) -> None:
        """The teacher presses the way on, with a real key; something else is shown then."""
        before = self._place()
        self._screen.xdotool("key", "Return")
        eventually(lambda: self._place() != before, lambda: f"nothing else is shown than {self.shows}")

    def _place(self) -> tuple[str, str, str]:
        return self.shows["place"], self.shows["turn"], self.shows["part"]

    def close(self) -> None:
        self.program.terminate()
        try:
            self.program.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.program.kill()
            self.program.wait()
        self._reader.join(timeout=20)
        if self.program.stdout:
            self.program.stdout.close()


@pytest.fixture
def projector(screen: XScreen, tmp_path: Path) -> Iterator[Projector]:
    made = Projector(screen, tmp_path)
    yield made
    made.close()


@pytest.fixture
def pupils(browser: Browser, projector: Projector) -> Iterator[list[Page]]:
    """All have typed the address and the code that stand on the projector."""
    pages = []
    for _ in range(PUPILS):
        context = browser.new_context(locale="sv-SE", reduced_motion="reduce")
        context.set_default_timeout(SLOW)
        page = context.new_page()
        page.goto(projector.address)
        page.locator("input[name=code]").fill(projector.shows["code"])
        page.locator("input[name=code]").press("Enter")
        pages.append(page)
    for page in pages:
        expect(page.locator("h1:visible")).to_have_text("Du är med", timeout=SLOW)
    yield pages
    for page in pages:
        page.context.close()


def test_thirty_pupils_vote_reload_and_lose_the_network_and_the_projector_counts_what_was_acknowledged(
    projector: Projector, pupils: list[Page]
) -> None:
    eventually(lambda: projector.shows["joined"] == PUPILS, lambda: f"not all are in: {projector.shows}")
    for _ in range(60):
        if projector.shows["turn"] == "open":
            break
        projector.on()
    options = len(projector.shows["bars"])
    assert options > 1
    chosen = [number % options if number < 20 else 0 for number in range(PUPILS)]
    away = pupils[::6]
    for page in pupils:
        expect(page.locator("button.choice").first).to_be_visible(timeout=SLOW)
    for page in away:
        page.context.set_offline(True)
    for page, choice in zip(pupils, chosen, strict=True):
        page.locator("button.choice").nth(choice).click()
    there = [page for page in pupils if page not in away]
    for page in there:
        expect(page.locator("#status")).to_have_text(SAVED, timeout=SLOW)
    answered = f"{len(there)} har svarat"
    eventually(lambda: answered in projector.shows["counts"], lambda: f"{answered}? {projector.shows}")
    for page in there[::5]:
        page.reload()
    for page in away:
        page.context.set_offline(False)
    for page in away:
        expect(page.locator("#status")).to_have_text(SAVED, timeout=SLOW)
    for page, choice in zip(pupils, chosen, strict=True):
        expect(page.locator("button.choice").nth(choice)).to_have_attribute("aria-pressed", "true")
    everybody = f"{PUPILS} har svarat"
    eventually(lambda: everybody in projector.shows["counts"], lambda: f"{everybody}? {projector.shows}")
    assert set(projector.shows["bars"]) <= {"", "0"}  # hands alone, before the class is shown what it chose
    while projector.shows["turn"] != "revealed":
        projector.on()

    counted = [str(chosen.count(option)) for option in range(options)]
    eventually(lambda: projector.shows["bars"] == counted, lambda: f"{counted}? {projector.shows}")
