"""What a teacher with one display is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screens.intents import Close, Go, Where
from game.screens.lesson.intents import EndLesson, PauseClass, TuckBar, TwoWindows
from game.screens.lesson.parts import section
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import LessonScreen, Part
from game.screens.lesson.teacher import teacher_page
from game.screens.page import Screen
from tests.screens.lesson.classroom import lesson_of
from tests.screens.lesson.lessons import at, begun
from tests.screens.sample import sample
from tests.screens.support import Player, at_title, texts_in

WITH_A_CLASS = (Part.LOBBY, Part.PRACTISE, Part.STORY, Part.SIGNS, Part.HELP)
ALL = (Taking.HANDS, Taking.DEVICES)


def _said(player: Player) -> tuple[str, ...]:
    lesson = lesson_of(player)
    return section(lesson).script(player.app, lesson, player.words)


def _read(player: Player) -> str:
    return " ".join(texts_in(player.page))


@pytest.mark.parametrize("part", WITH_A_CLASS)
def test_beside_the_teachers_things_stands_what_to_say_first(part: Part) -> None:
    player = at(part, *ALL).do(TuckBar())
    assert player.page.notice == _said(player)[0]


@pytest.mark.parametrize("part", WITH_A_CLASS)
def test_while_the_teachers_things_are_put_away_nothing_for_the_teacher_is_on_the_projector(
    part: Part,
) -> None:
    player = at(part, *ALL)
    assert not any(item.intent == Go(Where.ADVICE) for item in player.page.items())
    assert not player.page.notice


@pytest.mark.parametrize("part", WITH_A_CLASS)
def test_all_of_it_can_be_looked_up_and_the_lesson_is_where_it_was(part: Part) -> None:
    player = at(part, *ALL).do(TuckBar())
    before = player.page
    assert any(item.intent == Go(Where.ADVICE) for item in before.tucked)
    player.do(Go(Where.ADVICE))
    assert player.page.screen is Screen.LESSON_TEACHER
    assert all(sentence in _read(player) for sentence in _said(player))
    assert "Om någon börjar berätta om sig själv" in _read(player)
    player.do(player.page.default or Close())
    assert isinstance(player.app.screen, LessonScreen)
    assert player.page == before


def test_a_second_display_tells_it_in_the_teachers_window_alone() -> None:
    player = at(Part.STORY).do(TuckBar(), TwoWindows(on=True))
    assert not player.page.notice
    assert not player.page.tucked
    told = teacher_page(player.app, lesson_of(player), player.words)
    assert not any(item.intent == Go(Where.ADVICE) for item in told.items())


def test_news_go_before_what_to_say() -> None:
    player = at(Part.STORY).do(TuckBar())
    lesson = replace(lesson_of(player), notice="Sparat.")
    player.app = replace(player.app, lesson=lesson)
    assert player.page.notice == "Sparat."


@pytest.mark.parametrize("asked", [EndLesson(), PauseClass(on=True)])
def test_while_something_else_is_asked_nothing_is_to_be_said(asked: EndLesson | PauseClass) -> None:
    assert not at(Part.STORY).do(TuckBar(), asked).page.notice


def test_after_the_end_it_can_be_looked_up_what_to_do_if_somebody_tells() -> None:
    player = at(Part.END)
    player.do(Go(Where.ADVICE))
    assert "Det är inte ditt fel." in _read(player)
    assert "Prata med kuratorn samma dag" in _read(player)


def test_without_a_lesson_there_is_nothing_to_look_up() -> None:
    player = at_title(sample())
    before = player.app
    assert player.do(Go(Where.ADVICE)).app == before


def test_before_the_class_has_come_the_pages_say_it_themselves() -> None:
    assert not begun().do(TuckBar()).page.notice
