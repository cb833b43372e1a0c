"""`beratta preview` opens the window, or says in a sentence why it cannot."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

import pygame
import pytest

from game.format.load import STORY_FILE
from game.resources import SCENARIOS
from game.screens.page import Screen
from game.tools import preview_command
from game.tools.command import Status
from game.view.display import Display
from tests.format.stories import BASE
from tests.screens.support import Plain

if TYPE_CHECKING:
    from pathlib import Path

    from game.screens.page import Page

DAY = date(2026, 11, 26)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "rasten"
    made.mkdir()
    (made / STORY_FILE).write_text(BASE, encoding="utf-8")
    return made


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Page]:
    """The pages that the window shows; it is closed as soon as it has come to rest."""
    pages: list[Page] = []
    real = Display.show

    def show(display: Display, page: Page, *args: object, **named: object) -> bool:
        pages.append(page)
        return real(display, page, *args, **named)  # type: ignore[arg-type]

    def wait(milliseconds: int) -> int:
        pygame.event.post(pygame.Event(pygame.QUIT))
        return milliseconds

    monkeypatch.setattr(Display, "show", show)
    monkeypatch.setattr(pygame.time, "wait", wait)
    return pages


def ran(named: str, scene: str = "") -> tuple[int, str]:
    said = io.StringIO()
    return preview_command.run(named, scene, "sv", Plain(), said), said.getvalue()


@pytest.mark.parametrize("scene", ["rast", "svar"])
def test_the_window_opens_in_the_scene_that_was_asked_for(
    folder: Path, shown: list[Page], scene: str
) -> None:
    assert ran(str(folder), scene) == (Status.CLEAN, "")
    assert {page.spot.scene for page in shown if page.spot} == {scene}


def test_a_shipped_story_is_known_by_its_name(shown: list[Page]) -> None:
    assert ran("svara-direkt", "taco") == (Status.CLEAN, "")
    assert {page.spot.scene for page in shown if page.spot} == {"taco"}


def test_a_file_that_cannot_be_read_opens_with_its_mistakes(folder: Path, shown: list[Page]) -> None:
    (folder / STORY_FILE).write_text("title: [", encoding="utf-8")
    assert ran(str(folder / STORY_FILE), "rast") == (Status.CLEAN, "")
    assert {page.screen for page in shown} == {Screen.MISTAKES}


@pytest.mark.parametrize("named", ["finns-inte", "", "\x00", "signs.yaml"])
def test_a_story_that_is_not_there_is_told_with_those_that_are(named: str) -> None:
    status, said = ran(named)
    assert (status, "svara-direkt" in said) == (Status.USAGE, True)


def test_a_scene_that_is_not_there_is_told_with_the_nearest(folder: Path) -> None:
    status, said = ran(str(folder), "rats")
    assert (status, said) == (Status.USAGE, "Det finns ingen scen som heter rats. Menade du rast?\n")


def test_without_a_screen_the_terminal_is_the_way_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.view.window.has_screen", lambda: False)
    status, said = ran(str(folder))
    assert status == Status.PROBLEMS
    assert f"beratta check {folder}" in said
    assert f"beratta play {folder} --text" in said


@pytest.mark.parametrize("rig", [None, "options: {}", "["])
def test_stories_with_their_own_signs_and_no_people_of_their_own_get_the_shipped_ones(
    folder: Path, shown: list[Page], rig: str | None
) -> None:
    (folder.parent / "signs.yaml").write_bytes((SCENARIOS / "signs.yaml").read_bytes())
    if rig:
        (folder.parent / "portraits").mkdir()
        (folder.parent / "portraits" / "rig.yaml").write_text(rig, encoding="utf-8")
    assert ran(str(folder)) == (Status.CLEAN, "")
    assert shown
