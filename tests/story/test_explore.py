from __future__ import annotations

from itertools import pairwise

from hypothesis import given, reject
from hypothesis import strategies as st

from game.story.engine import Machine, State, StoryError
from game.story.explore import explore
from game.story.logic import Add, FactType
from game.story.model import Choice, Hearing, Story
from tests.story.builders import choices, ending, goto, scene, stories, story, tell

COUNTER = story(
    scene(
        "a", choices(Choice("Mer", "a", do=(Add("trust", 1),)), Choice("Mindre", "a", do=(Add("trust", -1),)))
    ),
    facts={"trust": FactType(0)},
)
"""Nobody asks about its number, so that it has one state."""


def test_a_story_is_explored_to_its_ends() -> None:
    found = explore(
        Machine(
            story(
                scene("a", choices(("Gå", "b"), ("Vänta", "d")), meets=("samira",)),
                scene("b", tell(Hearing("samira", "c"), Hearing("daniel", "c"))),
                scene("c", ending()),
                scene("d", goto("c")),
            )
        )
    )
    assert found.complete
    assert found.scenes == {"a", "b", "c", "d"}
    assert found.choices == {("a", 0), ("a", 1)}
    assert found.hearings == {("b", 0)}
    assert found.endings == {"c"}
    assert [found.states[index].scene for index in found.unheard] == ["d"]


def test_the_route_to_a_state_is_a_shortest_one() -> None:
    found = explore(
        Machine(
            story(
                scene("a", choices(("Lång", "b"), ("Kort", "c"))),
                scene("b", choices(("Dit", "c"), ("Hem", "a"))),
                scene("c", ending()),
            )
        )
    )
    (last,) = found.final
    assert [state.scene for state in found.route(last)] == ["a", "c"]


def test_facts_that_nobody_asks_about_make_no_states() -> None:
    assert len(explore(Machine(COUNTER)).states) == 1


def test_a_budget_that_is_too_small_is_told() -> None:
    long = [scene(f"s{at}", choices(("Vidare", f"s{at + 1}"), ("Om", "s0"))) for at in range(20)]
    found = explore(Machine(story(*long, scene("s20", ending()))), budget=7)
    assert not found.complete
    assert found.expanded == 7
    assert "s20" not in found.scenes


def test_circles_and_gotos_without_a_way_are_found_where_they_begin() -> None:
    found = explore(
        Machine(
            story(
                scene("a", choices(("Runt", "b"), ("Ut", "c"))),
                scene("b", goto("b")),
                scene("c", goto()),
            )
        )
    )
    assert list(found.circles.values()) == ["b"]
    assert list(found.wayless.values()) == ["c"]
    assert found.complete


def test_what_leads_to_a_goal_is_marked_and_nothing_else() -> None:
    found = explore(
        Machine(
            story(
                scene("a", choices(("Gå", "b"), ("Bort", "c"))),
                scene("b", choices(("Slut", "d"), ("Om", "a"))),
                scene("c", choices(("Kvar", "c"), ("Stanna", "c"))),
                scene("d", ending()),
            )
        )
    )
    marks = found.leading_to(found.final)
    assert {state.scene: mark for state, mark in zip(found.states, marks, strict=True)} == {
        "a": 1,
        "b": 1,
        "c": 0,
        "d": 1,
    }


@given(stories(), st.lists(st.integers(0, 8), max_size=20))
def test_every_state_of_any_walk_is_explored(random_story: Story, wishes: list[int]) -> None:
    machine = Machine(random_story)
    found = explore(machine)
    assert found.complete
    states = set(found.states)
    try:
        moment = machine.start()
        for wish in wishes:
            segment = moment.segment
            assert segment.entry in states
            assert set(segment.scenes) <= found.scenes
            if not segment.options:
                break
            moment = machine.choose(moment, segment.options[wish % len(segment.options)].number)
    except StoryError:
        assert found.circles


@given(stories())
def test_every_explored_state_can_be_walked_to(random_story: Story) -> None:
    machine = Machine(random_story)
    found = explore(machine)
    for index, state in enumerate(found.states):
        route = found.route(index)
        assert route[0] == machine.first_state()
        assert route[-1] == state
        for here, there in pairwise(route):
            segment = machine.segment(here)
            assert there in {machine.after(segment, option.number) for option in segment.options}


@given(stories())
def test_marks_agree_with_walking_on_from_each_state(random_story: Story) -> None:
    machine = Machine(random_story)
    found = explore(machine)
    if len(found.states) > 60:
        reject()
    marks = found.leading_to(found.final)
    ends = {found.states[index] for index in found.final}
    for state, mark in zip(found.states, marks, strict=True):
        assert bool(mark) == bool(ends & _reachable(machine, state))


def _reachable(machine: Machine, state: State) -> set[State]:
    seen = {state}
    waiting = [state]
    while waiting:
        here = waiting.pop()
        try:
            segment = machine.segment(here)
        except StoryError:
            continue
        onward = {machine.after(segment, option.number) for option in segment.options} - seen
        seen |= onward
        waiting += onward
    return seen
