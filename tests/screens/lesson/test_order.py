"""Which parts a lesson has, and how its minutes are spread."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.lesson.order import after, before, part_name, parts_of, schedule
from game.screens.lesson.plan import MINUTES, Plan, Taking
from game.screens.lesson.state import Part
from tests.screens.support import Plain

plans = st.builds(
    Plan,
    minutes=st.sampled_from(MINUTES),
    taking=st.frozensets(st.sampled_from(Taking), min_size=1),
    vignettes=st.booleans(),
)
DEVICES = frozenset({Taking.DEVICES})


def test_a_lesson_with_everything_has_every_part() -> None:
    assert parts_of(Plan(taking=DEVICES)) == tuple(Part)


def test_nobody_comes_in_where_hands_are_raised_and_nothing_is_compared_without_questions() -> None:
    assert Part.LOBBY not in parts_of(Plan())
    assert not {Part.BEFORE, Part.AFTER, Part.CHART} & {*parts_of(Plan(vignettes=False))}


@given(plans)
def test_each_part_leads_to_the_next_one_and_back(plan: Plan) -> None:
    parts = parts_of(plan)
    assert [after(part, plan) for part in parts] == [*parts[1:], None]
    assert [before(part, plan) for part in parts] == [None, *parts[:-1]]


@given(plans)
def test_the_minutes_are_spread_without_a_gap_and_all_of_them(plan: Plan) -> None:
    stretches = schedule(plan)
    assert stretches[0].start == 0
    assert stretches[-1].end == plan.minutes
    assert all(one.end == other.start for one, other in itertools.pairwise(stretches))
    assert all(stretch.start < stretch.end for stretch in stretches)


@given(plans)
def test_the_story_has_more_time_than_any_other_part(plan: Plan) -> None:
    lengths = {stretch.part: stretch.end - stretch.start for stretch in schedule(plan)}
    assert max(lengths, key=lambda part: lengths[part]) is Part.STORY


@pytest.mark.parametrize(
    ("plan", "story"),
    [(Plan(minutes=20), 11), (Plan(minutes=40), 22), (Plan(minutes=60, taking=DEVICES), 39)],
)
def test_the_story_gets_what_the_other_parts_leave(plan: Plan, story: int) -> None:
    (stretch,) = [each for each in schedule(plan) if each.part is Part.STORY]
    assert stretch.end - stretch.start == story


def test_every_part_is_called_something_of_its_own() -> None:
    assert len({part_name(part, Plain()) for part in Part}) == len(Part)
