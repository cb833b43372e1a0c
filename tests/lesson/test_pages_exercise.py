"""Dölj without JavaScript: the exercise works by forms and links, whatever its address says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lesson.pages_exercise import Exercise, exercise_of
from game.screens.hidden import task


@pytest.mark.parametrize("number", [0, 5, 63])
def test_a_right_answer_leads_on_and_a_wrong_one_may_be_tried_again(number: int) -> None:
    left, right = task(number)
    asked = Exercise(number, 2, code="K7TJAX").asked
    correct, wrong = exercise_of(asked, f" {left * right} "), exercise_of(asked, str(left * right + 1))
    assert (correct.number, correct.right, correct.verdict) == (number + 1, 3, True)
    assert (wrong.number, wrong.right, wrong.verdict) == (number, 2, False)
    assert correct.code == wrong.code == "K7TJAX"


def test_the_third_press_of_the_heading_leads_back() -> None:
    once = Exercise(code="K7TJAX").tapped
    assert once
    twice = exercise_of(once.asked, "").tapped
    assert twice
    assert exercise_of(twice.asked, "").tapped is None
    assert twice.back == "/s/K7TJAX"


def test_an_answer_starts_the_counting_of_presses_anew() -> None:
    assert exercise_of("0.0.2.K7TJAX", "1").taps == 0


def test_without_a_lesson_it_leads_to_the_form_for_the_code() -> None:
    assert Exercise().back == "/"


@given(st.text(max_size=40), st.text(max_size=10))
def test_anything_asked_and_answered_gives_an_exercise_that_goes_on(asked: str, answer: str) -> None:
    exercise = exercise_of(asked, answer)
    left, _, right = exercise.sum.partition(" · ")
    again = exercise_of(exercise.asked, str(int(left) * int(right)))
    assert again.verdict is True


@given(
    st.integers(0, 9999),
    st.integers(0, 9999),
    st.integers(0, 2),
    st.from_regex(r"([A-Z0-9]{6})?", fullmatch=True),
)
def test_what_an_address_says_is_what_was_written_into_it(
    number: int, right: int, taps: int, code: str
) -> None:
    exercise = Exercise(number, right, None, taps, code)
    assert exercise_of(exercise.asked, "") == exercise


@given(st.from_regex(r"[0-9]\.[0-9]\.[0-2]\.[^A-Z0-9]{1,6}", fullmatch=True))
def test_an_address_cannot_lead_back_to_anything_but_a_lesson(asked: str) -> None:
    assert exercise_of(asked, "").back == "/"
