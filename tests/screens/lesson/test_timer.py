"""A gentle timer counts down; nothing happens when it is over."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.screens.lesson.state import Lesson
from game.screens.lesson.timer import countdown, started, stopped, ticked
from tests.screens.support import Plain


def left(lesson: Lesson) -> int:
    assert lesson.timer
    return lesson.timer.left


def test_it_begins_to_count_when_the_clock_is_first_heard() -> None:
    lesson = ticked(started(Lesson(), 60), 1000.0)
    assert left(lesson) == 60
    assert left(ticked(lesson, 1000.9)) == 60
    assert left(ticked(lesson, 1001.0)) == 59
    assert left(ticked(lesson, 1030.0)) == 30


def test_when_the_time_is_over_it_stands_at_nothing_and_says_so_calmly() -> None:
    over = ticked(ticked(started(Lesson(), 60), 0.0), 500.0)
    assert over.timer
    assert countdown(over.timer, Plain()).left == 0
    assert countdown(over.timer, Plain()).words == "Prata klart i lugn och ro."


def test_it_stands_still_while_the_class_is_paused() -> None:
    running = ticked(ticked(started(Lesson(), 60), 0.0), 20.0)
    paused = ticked(replace(running, paused=True), 50.0)
    assert left(paused) == 40
    again = ticked(replace(paused, paused=False), 80.0)
    assert left(ticked(again, 81.0)) == 39


def test_without_a_timer_time_means_nothing() -> None:
    assert ticked(Lesson(), 7.0) == Lesson()
    assert stopped(started(Lesson(), 60)) == Lesson()
    assert started(Lesson(), 0) == Lesson()
    assert started(Lesson(), -60) == Lesson()


@given(st.integers(1, 3600), st.lists(st.floats(-1e6, 1e6)))
def test_it_never_gives_time_back_even_where_the_clock_is_set_back(seconds: int, times: list[float]) -> None:
    lesson = started(Lesson(), seconds)
    for at in times:
        before, lesson = left(lesson), ticked(lesson, at)
        assert 0 <= left(lesson) <= before


def test_seconds_are_said_as_the_number_asks_for() -> None:
    one = started(Lesson(), 1).timer
    two = started(Lesson(), 2).timer
    assert one
    assert two
    assert countdown(one, Plain()).words == "1 sekund kvar"
    assert countdown(two, Plain()).words == "2 sekunder kvar"
