"""`beratta lesson` opens at the lesson itself, with what there is for one beside the window."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from game.screens.lesson.intents import FromLastWeek, StartLesson
from game.screens.model import App
from game.tools import play_window
from game.tools.command import Status
from game.tools.lesson_command import run
from game.tools.play_window import in_window
from game.view.window import NoScreenError
from tests.view.classroom import FakeClassroom
from tests.view.every_screen import shelf

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.view.class_stage import Equipment


class Opened:
    """A shell that is never run: what it has beside it, and what was meant first."""

    def __init__(self) -> None:
        self.equipment: Equipment | None = None
        self.meant: list[Intent] = []
        self.ran = False

    def __call__(self, *_: object, equipment: Equipment, **__: object) -> Opened:
        self.equipment = equipment
        return self

    def send(self, intent: Intent) -> None:
        self.meant.append(intent)

    def run(self) -> None:
        self.ran = True


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Opened:
    made = Opened()
    monkeypatch.setattr(play_window, "Shell", made)
    return made


def app() -> App:
    return App(shelf().library())


def test_a_lesson_begins_at_once(opened: Opened) -> None:
    assert run(shelf(), app(), shelf().words("sv"), None, FakeClassroom) is Status.CLEAN
    assert opened.ran
    assert opened.meant == [StartLesson()]


def test_a_rehearsal_and_a_file_to_go_on_from_are_told(opened: Opened) -> None:
    run(shelf(), app(), shelf().words("sv"), None, FakeClassroom, rehearsal=True, goes_on=True)
    assert opened.meant == [StartLesson(rehearsal=True), FromLastWeek()]


@pytest.mark.parametrize(("one", "windows"), [(True, 1), (False, None)])
def test_there_are_as_many_windows_as_displays_unless_one_is_wanted(
    opened: Opened,
    one: bool,  # noqa: FBT001
    windows: int | None,
) -> None:
    run(shelf(), app(), shelf().words("sv"), None, FakeClassroom, one_window=one)
    assert opened.equipment
    assert opened.equipment.windows == windows


def test_the_classroom_is_made_when_it_is_asked_for_and_not_before(opened: Opened) -> None:
    made: list[FakeClassroom] = []

    def classroom() -> FakeClassroom:
        made.append(FakeClassroom())
        return made[-1]

    assert in_window(shelf(), app(), None, shelf().words("sv"), None, classroom) == 0
    assert made == []
    assert opened.equipment
    assert opened.equipment.classroom
    assert opened.equipment.classroom() is made[0]


def test_a_second_window_is_drawn_in_its_own_size(opened: Opened) -> None:
    run(shelf(), app(), shelf().words("sv"), None, None)
    assert opened.equipment
    assert opened.equipment.display
    assert opened.equipment.display((900, 560)).size == (900, 560)


def test_without_a_screen_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(title: str) -> object:
        raise NoScreenError(title)

    monkeypatch.setattr(play_window, "open_window", fails)
    said = io.StringIO()
    assert run(shelf(), app(), shelf().words("sv"), said, None) is Status.PROBLEMS
    assert said.getvalue().startswith("Här finns ingen skärm")
