"""The window of an author's preview: it follows the file while nobody presses anything, and rests in between."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import pygame
import pytest

from game.format.load import STORY_FILE
from game.resources import LOCALE, SCENARIOS
from game.screens.keys import Key
from game.screens.model import App
from game.screens.page import Screen, Speech
from game.tools.preview import Preview
from game.tools.watching import EVERY, GONE
from game.view.shell import Shell
from tests.view.at_the_window import SMALL, STILL, bytes_of
from tests.view.player import Player

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.view.at_the_window import FakeSpeaker, FakeTime

STORY = (SCENARIOS / "svara-direkt" / STORY_FILE).read_text(encoding="utf-8")
FIRST = "Måndag, tio i åtta."
BROKEN = STORY.replace("title: Svara direkt", "title: Svara: direkt")


class Author:
    """Somebody who writes with the preview beside, in a time that passes only when it is told to."""

    def __init__(self, folder: Path, time: FakeTime) -> None:
        self.file = folder / "utkast" / STORY_FILE
        self.file.parent.mkdir()
        self.file.write_text(STORY, encoding="utf-8")
        self._time = time
        self.player = Player(SMALL, STILL)
        preview = Preview(self.file, LOCALE, date(2026, 11, 26))
        old = self.player.shell
        window = cast("pygame.Window", self.player.watched)
        self.player.shell = Shell(App(preview.library(), STILL), preview, window, old.display, preview)
        self.player.shell.send(preview.read("sv"))
        self.player.shell.draw()

    def save(self, text: str) -> None:
        before = self.file.stat().st_mtime_ns
        self.file.write_text(text, encoding="utf-8")
        os.utime(self.file, ns=(before + 1_000_000_000, before + 1_000_000_000))

    def run(self, monkeypatch: pytest.MonkeyPatch, seconds: float = 2 * GONE * EVERY) -> list[int]:
        """The loop itself, for so long; gives the times it slept, in milliseconds."""
        slept: list[int] = []
        end = self._time.now + seconds

        def wait(milliseconds: int) -> int:
            slept.append(milliseconds)
            self._time.now += milliseconds / 1000
            if self._time.now > end:
                pygame.event.post(pygame.Event(pygame.QUIT))
            return milliseconds

        monkeypatch.setattr(pygame.time, "wait", wait)
        self.player.shell.running = True
        self.player.shell.run()
        self.player.shell.running = True
        return slept

    @property
    def screen(self) -> Screen:
        return self.player.page.screen

    @property
    def line(self) -> str:
        (body,) = self.player.page.body
        assert isinstance(body, Speech)
        return body.text


@pytest.fixture
def author(tmp_path: Path, time: FakeTime, speaker: FakeSpeaker) -> Iterator[Author]:
    made = Author(tmp_path, time)
    del speaker
    yield made
    made.player.close()


def test_a_saved_line_is_seen_without_a_key_being_pressed(
    author: Author, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert author.line.startswith(FIRST)
    before = bytes_of(author.player.picture)
    author.save(STORY.replace(FIRST, "Tisdag, fem i nio."))
    author.run(monkeypatch)
    assert author.line.startswith("Tisdag, fem i nio.")
    assert bytes_of(author.player.picture) != before


def test_mistakes_come_and_go_in_the_window(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    author.save(BROKEN)
    author.run(monkeypatch)
    assert author.screen is Screen.MISTAKES
    author.player.press(Key.ESCAPE)
    assert author.line.startswith(FIRST)
    author.player.key(pygame.K_F9)
    assert author.screen is Screen.MISTAKES
    author.player.key(pygame.K_F9)
    author.save(f"# En rad till.\n{BROKEN}")
    author.run(monkeypatch)
    assert author.screen is Screen.MISTAKES
    author.save(STORY)
    author.run(monkeypatch)
    assert author.line.startswith(FIRST)


def test_f5_reads_at_once(author: Author) -> None:
    author.save(STORY.replace(FIRST, "Tisdag, fem i nio."))
    author.player.key(pygame.K_F5)
    assert author.line.startswith("Tisdag, fem i nio.")


def test_the_file_is_followed_while_something_moves(
    author: Author, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on the page to breathe, which never comes to rest."""
    real = time.tick

    def tick(frames: int) -> int:
        if time.ticks == 200:
            pygame.event.post(pygame.Event(pygame.QUIT))
        return real(frames)

    monkeypatch.setattr(time, "tick", tick)
    monkeypatch.setattr(type(author.player.shell.display.motion), "moving", lambda _self, _now: True)
    author.save(BROKEN)
    author.player.shell.run()
    author.player.shell.running = True
    assert author.screen is Screen.MISTAKES


def test_the_window_rests_while_nobody_saves(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    author.run(monkeypatch, 1.0)
    flips = author.player.watched.flips
    slept = author.run(monkeypatch, 5.0)
    assert author.player.watched.flips <= flips + 1, "once, when it was shown again"
    assert sum(slept) > 4500


def test_a_picture_that_is_drawn_anew_is_shown_anew(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    news = Preview(author.file, LOCALE, date(2026, 11, 26)).read("sv")
    told = iter([replace(news, pictures=True)])
    resized: list[object] = []
    monkeypatch.setattr(author.player.shell.display, "resize", resized.append)
    monkeypatch.setattr(Preview, "poll", lambda _self, _now, _language: next(told, None))
    flips = author.player.watched.flips
    author.run(monkeypatch)
    assert resized == [SMALL]
    assert author.player.watched.flips > flips


def test_dolj_works_while_a_file_is_followed(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        author.player.key(pygame.K_LSHIFT)
    assert author.screen is Screen.HIDDEN
    author.save(BROKEN)
    author.run(monkeypatch)
    assert author.screen is Screen.HIDDEN
