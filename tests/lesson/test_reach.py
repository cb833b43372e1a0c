"""Whether pupils' devices can reach the lesson."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.lesson.reach import UNHEARD_AFTER, reach_of
from game.screens.lesson.wire import Reach


@given(st.sampled_from([None, True, False]), st.floats(0, 1e6))
def test_once_a_pupil_has_come_the_lesson_is_reached_whatever_else_seems(
    answers: bool | None,  # noqa: FBT001
    waited: float,
) -> None:
    assert reach_of(came=True, answers=answers, waited=waited) is Reach.REACHED


@given(st.floats(0, 1e6))
def test_where_not_even_this_computer_gets_through_nobody_does(waited: float) -> None:
    assert reach_of(came=False, answers=False, waited=waited) is Reach.BLOCKED


def test_pupils_get_time_to_come_before_anything_is_said() -> None:
    assert reach_of(came=False, answers=True, waited=UNHEARD_AFTER - 1) is Reach.UNKNOWN
    assert reach_of(came=False, answers=True, waited=UNHEARD_AFTER) is Reach.UNHEARD


def test_nothing_is_said_before_it_was_tried() -> None:
    assert reach_of(came=False, answers=None, waited=1000) is Reach.UNKNOWN
