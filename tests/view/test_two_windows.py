"""With two displays the teacher has a window of their own, and the class sees nothing of what stands in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.intents import Close, Go, Hide, Where
from game.screens.lesson.intents import EndLesson, Onward
from game.screens.lesson.state import LessonScreen, Part
from game.screens.page import Field, Heading, Page, Screen, Text
from game.screens.parts import bar
from game.view import teacher_window, two_windows
from game.view.safely import Safety
from game.view.two_windows import OFTEN
from game.view.window import NoScreenError, middle_of
from tests.view.classroom import BESIDE, AtLesson
from tests.view.support import texts
from tests.view.test_safely import Notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.words import Words


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Iterator[AtLesson]:
    """A lesson has begun, with two windows."""
    made = AtLesson(monkeypatch, windows=2)
    made.begin()
    yield made
    made.close()


def lesson(at: AtLesson) -> Lesson:
    assert at.shell.app.lesson
    return at.shell.app.lesson


def said(at: AtLesson) -> tuple[set[str], set[str]]:
    """All texts on the stage, and all in the teacher's window."""
    stage, beside = (texts(display.page) for display in (at.displays[0], at.displays[-1]) if display.page)
    return set(stage), set(beside)


def walk(at: AtLesson, steps: int) -> Iterator[Part]:
    """The lesson with its way on, and where it is."""
    for _ in range(steps):
        if at.shell.app.lesson is None:
            return
        yield lesson(at).part
        at.send(Onward())


# --- whose words stand where -----------------------------------------------------------------------------


def saying(monkeypatch: pytest.MonkeyPatch, sentence: str) -> None:
    """The teacher's page says this, and nothing else."""

    def page(app: App, lesson: Lesson, words: Words) -> Page:
        assert (app.lesson, words) == (lesson, words)
        return Page(Screen.LESSON_TEACHER, sentence, (Heading(sentence), Text(sentence)), bar=bar(words))

    monkeypatch.setattr(teacher_window, "teacher_page", page)


def test_what_the_teacher_reads_changes_no_point_of_what_the_class_sees(
    at: AtLesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    for part in walk(at, 40):
        saying(monkeypatch, "Bara för läraren, i en mening.")
        at.draw()
        stage, teacher = at.pictures
        saying(monkeypatch, "Något helt annat.")
        at.draw()
        stage_then, teacher_then = at.pictures
        assert stage_then == stage, part
        assert teacher_then != teacher, part
        assert not {"Bara för läraren, i en mening.", "Något helt annat."} & said(at)[0], part


def test_the_teachers_script_stands_in_the_teachers_window_alone(at: AtLesson) -> None:
    parts = set()
    for part in walk(at, 60):
        parts.add(part)
        stage, beside = said(at)
        assert beside - stage, part
        for display in at.displays[:1]:
            assert display.page
            assert display.page.screen is not Screen.LESSON_TEACHER
            assert display.page.tucked == (), part
    assert len(parts) > 3


def test_both_windows_have_the_same_neutral_title(at: AtLesson) -> None:
    assert (at.stage.title, at.teacher.title) == ("Övningar", "Övningar")


def test_each_window_is_laid_out_for_its_own_size(at: AtLesson) -> None:
    stage, beside = at.displays[0], at.displays[-1]
    assert (stage.size, beside.size) == (at.stage.size, BESIDE)
    at.teacher.size = (1200, 700)
    at.post(at.teacher, pygame.Event(pygame.WINDOWRESIZED, x=1200, y=700))
    assert (stage.size, beside.size) == (at.stage.size, (1200, 700))


# --- what is done in it -----------------------------------------------------------------------------------


def place(at: AtLesson) -> tuple[Part, int]:
    return lesson(at).part, lesson(at).at


def test_a_press_in_the_teachers_window_moves_the_stage(at: AtLesson) -> None:
    before, seen = place(at), at.pictures
    at.click(at.teacher, Onward())
    assert place(at) != before
    assert at.pictures[0] == seen[0], "what is made ready before the class comes is the teacher's alone"
    at.click(at.teacher, Onward())
    assert all(later != earlier for earlier, later in zip(seen, at.pictures, strict=True))


def test_a_key_means_what_the_page_of_its_window_says(at: AtLesson) -> None:
    before = place(at)
    at.key(at.teacher, pygame.K_SPACE, " ")
    onward = place(at)
    assert onward != before
    at.key(at.stage, pygame.K_SPACE, " ")
    assert place(at) != onward


def test_focus_in_one_window_is_not_moved_by_keys_in_the_other(at: AtLesson) -> None:
    seen = at.pictures
    at.key(at.teacher, pygame.K_TAB)
    at.key(at.teacher, pygame.K_TAB)
    stage, beside = at.pictures
    assert stage == seen[0]
    assert beside != seen[1]
    assert at.shell.app.focus is None
    at.key(at.stage, pygame.K_TAB)
    assert at.pictures[0] != stage
    assert at.pictures[1] == beside


def test_a_pointer_in_one_window_is_not_in_the_other(at: AtLesson) -> None:
    seen = at.pictures
    display = at.displays[-1]
    assert display.frame
    pos = display.where(display.frame.targets[0]).center
    moved = pygame.Event(pygame.MOUSEMOTION, pos=pos, rel=(1, 1), buttons=(0, 0, 0), touch=False)
    at.post(at.teacher, moved)
    assert at.pictures[0] == seen[0]
    assert at.pictures[1] != seen[1]


def test_f11_fills_the_display_of_the_window_where_it_was_pressed(at: AtLesson) -> None:
    before = at.stage.size
    at.key(at.teacher, pygame.K_F11)
    assert at.teacher.size == pygame.display.get_desktop_sizes()[0]
    assert at.stage.size == before
    assert not at.shell.app.settings.fullscreen
    at.key(at.teacher, pygame.K_F11)
    assert at.teacher.size == BESIDE


# --- Dölj, and what lies over the lesson ----------------------------------------------------------------------


@pytest.mark.parametrize("where", ["stage", "teacher"])
def test_shift_three_times_in_any_window_hides_both(at: AtLesson, where: str) -> None:
    window: pygame.Window = getattr(at, where)
    for _ in range(3):
        at.key(window, pygame.K_LSHIFT)
    assert at.shell.app.hidden
    stage, beside = said(at)
    assert stage == beside
    assert "Gångertabellen" in stage
    at.key(at.teacher, pygame.K_4, "4")
    assert "4" in {
        block.text
        for display in at.displays
        if display.page
        for block in display.page.body
        if isinstance(block, Field)
    }
    at.wait(2.0)
    for _ in range(3):
        at.key(window, pygame.K_LSHIFT)
    assert "Gångertabellen" not in said(at)[0] | said(at)[1]


def test_dolj_is_a_thing_to_press_in_both(at: AtLesson) -> None:
    at.click(at.teacher, Hide())
    assert at.shell.app.hidden


def test_what_lies_over_the_lesson_is_seen_and_used_in_both(at: AtLesson) -> None:
    at.send(Go(Where.HELP))
    assert said(at)[0] == said(at)[1]
    at.click(at.teacher, Close())
    assert isinstance(at.shell.app.screen, LessonScreen)
    assert said(at)[0] != said(at)[1]


# --- windows that come and go --------------------------------------------------------------------------------


def closed(window: pygame.Window) -> bool:
    """Whether it is gone: then it can be asked for nothing any more."""
    try:
        window.get_surface()
    except pygame.error:
        return True
    return False


def test_the_teachers_window_comes_with_the_lesson_and_goes_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    at = AtLesson(monkeypatch, windows=2)
    at.wait(2 * OFTEN)
    assert at.beside == []
    at.begin()
    assert len(at.beside) == 1
    assert lesson(at).two
    at.send(EndLesson(sure=True))
    at.shell.app = replace(at.shell.app, lesson=None)
    at.draw()
    assert closed(at.teacher)
    at.begin()
    assert len(at.beside) == 2
    at.close()


def test_who_closes_it_has_the_bar_on_the_stage_and_the_lesson_goes_on(at: AtLesson) -> None:
    at.post(at.teacher, pygame.Event(pygame.WINDOWCLOSE))
    assert closed(at.teacher)
    assert not lesson(at).two
    assert at.shell.running
    before = place(at)
    at.key(at.stage, pygame.K_SPACE, " ")
    assert place(at) != before
    at.wait(2 * OFTEN)
    assert len(at.beside) == 1, "it does not come back by itself"


def test_closing_the_stage_leaves(at: AtLesson) -> None:
    at.post(at.stage, pygame.Event(pygame.WINDOWCLOSE))
    assert not at.shell.running


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many displays there are; a test may change it."""
    there = [1]
    monkeypatch.setattr(two_windows, "displays", lambda: there[0])
    return there


def test_a_display_that_is_plugged_in_brings_it_and_one_that_goes_takes_it(
    monkeypatch: pytest.MonkeyPatch, plugged: list[int]
) -> None:
    at = AtLesson(monkeypatch, windows=None)
    at.begin()
    for _ in range(2):
        assert not lesson(at).two
        plugged[0] = 2
        at.wait(OFTEN + 0.1)
        assert lesson(at).two
        assert at.shell.app.settings.fullscreen
        plugged[0] = 1
        at.wait(OFTEN + 0.1)
        assert closed(at.teacher)
        assert not at.shell.app.settings.fullscreen
    assert len(at.beside) == 2
    at.close()


def test_the_stage_goes_to_the_second_display_and_the_teachers_window_stays_on_the_first(
    monkeypatch: pytest.MonkeyPatch, plugged: list[int]
) -> None:
    placed: list[tuple[str, tuple[int, int]]] = []
    at = AtLesson(monkeypatch, windows=None)

    class Moved:
        """The stage's window, and where it is put."""

        def __setattr__(self, name: str, value: tuple[int, int]) -> None:
            placed.append((name, value))

        def __getattr__(self, name: str) -> object:
            return getattr(at.stage, name)

    monkeypatch.setattr(at.shell._class._windows, "_window", Moved())
    plugged[0] = 2
    at.begin()
    assert placed == [("position", middle_of(1))]
    at.shell.app = replace(at.shell.app, lesson=None)
    at.draw()
    assert placed[1:] == [("position", middle_of(0))]
    at.close()


def test_events_of_a_window_that_is_gone_mean_nothing(at: AtLesson) -> None:
    at.post(at.teacher, pygame.Event(pygame.WINDOWCLOSE))
    for kind in (pygame.WINDOWCLOSE, pygame.WINDOWFOCUSLOST, pygame.WINDOWHIDDEN, pygame.WINDOWEXPOSED):
        pygame.event.post(pygame.Event(kind, window=None))
    at.draw()
    assert at.shell.running


def test_the_stage_is_not_away_while_the_teachers_window_has_the_keyboard(at: AtLesson) -> None:
    at.post(at.stage, pygame.Event(pygame.WINDOWFOCUSLOST))
    at.post(at.teacher, pygame.Event(pygame.WINDOWFOCUSGAINED))
    assert not at.shell._away
    at.post(at.teacher, pygame.Event(pygame.WINDOWFOCUSLOST))
    assert at.shell._away


def test_a_teachers_page_that_fails_takes_its_window_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clerk = Notes()
    at = AtLesson(monkeypatch, windows=2)
    at.close()
    at = AtLesson(monkeypatch, windows=2, safety=Safety(at.shell.app, clerk))
    at.begin()

    def fails(*rest: object) -> Page:
        raise ZeroDivisionError(rest)

    monkeypatch.setattr(teacher_window, "teacher_page", fails)
    at.send(Onward())
    assert closed(at.teacher)
    assert isinstance(at.shell.app.screen, LessonScreen)
    assert not lesson(at).two
    assert [type(error) for error in clerk.errors] == [ZeroDivisionError]
    at.close()


def test_without_a_screen_for_it_the_lesson_goes_on_in_one_window(monkeypatch: pytest.MonkeyPatch) -> None:
    at = AtLesson(monkeypatch, windows=2)

    def fails(title: str, *, place: tuple[int, int]) -> pygame.Window:
        raise NoScreenError(title, place)

    monkeypatch.setattr(two_windows, "open_window", fails)
    at.begin()
    assert not lesson(at).two
    before = place(at)
    at.key(at.stage, pygame.K_SPACE, " ")
    assert place(at) != before
    at.close()
