"""Which vignettes come before the story and which after: as alike as can be, and the same for the same plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.format.vignettes import load_vignettes
from game.resources import SCENARIOS
from game.screens.lesson.plan import Plan
from game.screens.lesson.vignette_choice import Chosen, chosen
from game.screens.model import App
from game.story.vignettes import HALVES, Answer, Part, Vignettes
from tests.screens.lesson.classroom import TOPICS, VIGNETTES, vignette
from tests.screens.sample import sample
from tests.screens.support import library_of, real_library

STORIES = ("prov", "prow")
"""Two ids, of which one has the halves the other way round."""


def of(story: str = "prov", minutes: int = 40, vignettes: Vignettes = VIGNETTES) -> Chosen:
    about = replace(sample().about, id=story)
    library = replace(library_of(replace(sample(), about=about)), vignettes=vignettes)
    return chosen(App(library), Plan(story=story, minutes=minutes))


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize(("minutes", "many"), [(20, 3), (40, 5), (60, 5)])
def test_there_are_five_before_and_five_after_and_three_in_a_short_lesson(
    story: str, minutes: int, many: int
) -> None:
    there = of(story, minutes)
    assert (len(there.before), len(there.after)) == (many, many)


@pytest.mark.parametrize("story", STORIES)
def test_before_and_after_come_from_different_halves(story: str) -> None:
    there = of(story)
    assert len({each.half for each in there.before}) == 1
    assert {each.half for each in there.before} | {each.half for each in there.after} == set(HALVES)


def test_which_half_comes_first_follows_from_the_story_and_both_do() -> None:
    assert {of(story).before[0].half for story in STORIES} == set(HALVES)
    assert of("prov") == of("prov")


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("minutes", [20, 40])
def test_before_and_after_are_meant_as_the_same_and_about_the_same(story: str, minutes: int) -> None:
    there = of(story, minutes)
    assert [each.answer for each in there.before] == [each.answer for each in there.after]
    assert [each.topic for each in there.before] == [each.topic for each in there.after]


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("minutes", [20, 40])
def test_one_of_each_is_about_seeking_help_or_standing_by(story: str, minutes: int) -> None:
    there = of(story, minutes)
    for half in (there.before, there.after):
        assert sum(each.part is not Part.JUDGE for each in half) == 1
        assert half[-1].part is not Part.JUDGE


def test_five_are_meant_as_all_there_is_to_answer() -> None:
    assert {each.answer for each in of().before} == set(Answer)


def test_a_story_that_is_not_there_and_an_empty_shelf_have_none() -> None:
    assert of(vignettes=Vignettes()) == Chosen()
    assert chosen(App(library_of(sample())), Plan(story="other")) == Chosen()


@given(
    st.lists(st.tuples(st.sampled_from(HALVES), st.sampled_from(TOPICS), st.integers(1, 3)), max_size=24),
    st.sampled_from(STORIES),
    st.sampled_from([20, 40]),
)
def test_however_few_there_are_each_is_asked_once_and_after_is_never_without_its_like_before(
    entries: list[tuple[str, tuple[str, Answer], int]], story: str, minutes: int
) -> None:
    vignettes = Vignettes(
        tuple(
            vignette("a" if half == "a" else "b", number, *topic, difficulty)
            for number, (half, topic, difficulty) in enumerate(entries)
        )
    )
    there = of(story, minutes, vignettes)
    both = (*there.before, *there.after)
    assert len(both) == len({each.id for each in both})
    after = Counter((each.part, each.answer) for each in there.after)
    assert after <= Counter((each.part, each.answer) for each in there.before)


def test_the_shipped_vignettes_are_equally_hard_and_mixed_for_every_story() -> None:
    library = real_library()
    vignettes = load_vignettes(SCENARIOS, library.signs).value
    assert vignettes
    app = App(replace(library, vignettes=vignettes))
    for about in library.abouts:
        for minutes in (20, 40):
            there = chosen(app, Plan(story=about.id, minutes=minutes))
            before, after = (
                sorted((each.answer.value, each.difficulty) for each in half)
                for half in (there.before, there.after)
            )
            assert before
            assert [answer for answer, _ in before] == [answer for answer, _ in after]
            assert abs(sum(hard for _, hard in before) - sum(hard for _, hard in after)) <= 1
