from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.engine import Machine, State
from game.story.explore import explore
from game.story.logic import Add, Compare, FactType
from game.story.model import Choice, Story
from game.story.numbering import Listed, Mixed, numbering
from tests.story.builders import choices, line, scene, stories, story


def counting(top: int) -> Story:
    """A story with a state for every value from 0 to `top`."""
    seen = line("…", when=Compare("trust", Compare.Op.IS, top))
    more = choices(Choice("Mer", "a", do=(Add("trust", 1),)), ("Vänta", "a"))
    return story(scene("a", more, seen), facts={"trust": FactType(0, 0, top)})


def test_a_small_story_has_a_number_for_each_state_that_can_be_reached() -> None:
    assert isinstance(numbering(counting(10)), Listed)
    assert numbering(counting(10)).total == 11


def test_a_story_with_too_many_states_to_list_is_numbered_by_what_it_remembers() -> None:
    assert isinstance(numbering(counting(5_000)), Mixed)
    assert numbering(counting(5_000)).total == 2 * 5_001


def test_a_scene_of_another_story_has_no_number() -> None:
    for numbers in (numbering(counting(10)), Mixed(counting(10))):
        with pytest.raises(KeyError):
            numbers.number(State("elsewhere", (0,)))


@given(stories())
def test_every_explored_state_has_its_own_number_and_comes_back(random_story: Story) -> None:
    states = explore(Machine(random_story), 50).states
    mixed = Mixed(random_story)
    numbers = [mixed.number(state) for state in states]
    assert len(set(numbers)) == len(states)
    assert [mixed.state(number) for number in numbers] == list(states)


@given(stories(), st.data())
def test_every_number_is_a_state_with_that_number(random_story: Story, data: st.DataObject) -> None:
    mixed = Mixed(random_story)
    number = data.draw(st.integers(0, mixed.total - 1))
    assert mixed.number(mixed.state(number)) == number
