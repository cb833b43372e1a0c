from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, reject, settings

from game.story.engine import Machine, StoryError
from game.story.explore import Exploration, explore
from game.story.model import Choice, Hearing, Story
from game.story.traffic import traffic, ways
from tests.story.builders import choices, ending, goto, scene, stories, story, tell

FORK = story(
    scene("a", choices(("Gå", "b"), ("Vänta", "c"))),
    scene("b", choices(("Vidare", "d"), ("Hem", "c"))),
    scene("c", goto("e")),
    scene("d", ending()),
    scene("e", ending()),
    scene("aldrig", goto("e")),
)


def shares(of: Story, budget: int = 10_000) -> dict[str, float]:
    machine = Machine(of)
    return traffic(machine, explore(machine, budget))


def number_of_ways(of: Story, budget: int = 10_000) -> int | None:
    return ways(explore(Machine(of), budget))


def test_every_scene_has_its_share_of_the_ways_and_one_that_is_never_reached_has_none() -> None:
    found = shares(FORK)

    assert list(found) == list(FORK.scenes)
    assert found == {"a": 1.0, "b": 0.5, "c": 0.75, "d": 0.25, "e": 0.75, "aldrig": 0.0}


def test_a_scene_that_is_passed_twice_counts_once() -> None:
    round_and_round = story(scene("a", choices(("Om", "a"), ("Ut", "b"))), scene("b", ending()))

    assert shares(round_and_round) == pytest.approx({"a": 1.0, "b": 1.0})


def test_a_circle_shares_its_ways_out_by_how_often_they_are_open() -> None:
    """One in three goes out to the left each round, one in three to the right, one in three goes round."""
    circle = story(
        scene("a", choices(("Om", "b"), ("Vänster", "l"), ("Höger", "r"))),
        scene("b", choices(("Tillbaka", "a"), ("Vänster", "l"))),
        scene("l", ending()),
        scene("r", ending()),
    )

    found = shares(circle)

    assert found["r"] == pytest.approx(0.4)
    assert found["l"] == pytest.approx(0.6)
    assert found["b"] == pytest.approx(1 / 3)


def test_a_trap_keeps_its_ways_for_itself() -> None:
    trap = story(
        scene("a", choices(("In", "t"), ("Ut", "b"))),
        scene("t", choices(("Kvar", "t"), ("Stanna", "u"))),
        scene("u", choices(("Kvar", "t"), ("Stanna", "u"))),
        scene("b", ending()),
    )

    assert shares(trap) == pytest.approx({"a": 1.0, "t": 0.5, "u": 0.5, "b": 0.5})


def test_an_adult_counts_with_every_way_to_begin() -> None:
    telling = story(
        scene("a", tell(Hearing("samira", "b"), Hearing("daniel", "c")), meets=("samira", "daniel")),
        scene("b", ending()),
        scene("c", choices(("Ett", "b"), ("Två", "b"))),
    )

    assert shares(telling) == {"a": 1.0, "b": 1.0, "c": 0.5}
    assert number_of_ways(telling) == 3 + 3 * 2


def test_a_choice_that_can_be_taken_once_is_not_there_the_next_time() -> None:
    once = story(
        scene("a", choices(Choice("Titta", "b", once=True), ("Ut", "c"))),
        scene("b", goto("a")),
        scene("c", ending()),
    )

    assert shares(once) == {"a": 1.0, "b": 0.5, "c": 1.0}
    assert number_of_ways(once) == 2


def test_the_ways_are_counted_where_they_have_a_number() -> None:
    assert number_of_ways(FORK) == 3
    assert number_of_ways(story(scene("a", choices(("Om", "a"), ("Ut", "b"))), scene("b", ending()))) is None
    assert number_of_ways(FORK, budget=1) is None


def test_gotos_that_lead_nowhere_end_a_way() -> None:
    lost = story(scene("a", choices(("Dit", "b"), ("Ut", "c"))), scene("b", goto("b")), scene("c", ending()))

    assert shares(lost) == {"a": 1.0, "b": 0.5, "c": 0.5}
    assert number_of_ways(lost) == 1


def test_what_was_not_explored_only_makes_shares_too_small() -> None:
    whole, part = shares(FORK), shares(FORK, budget=2)

    assert part["a"] == 1.0
    assert all(part[name] <= whole[name] for name in whole)
    assert part["d"] > 0.0


def test_a_way_that_nobody_will_ever_find_by_chance_is_worked_out_all_the_same() -> None:
    """All but one in 2^200 go home again each time; who does not give up comes out in the end."""
    steps = [scene(f"s{at}", choices(("Fram", f"s{at + 1}"), ("Hem", "s0"))) for at in range(200)]

    assert shares(story(*steps, scene("s200", ending())))["s200"] == pytest.approx(1.0)


def test_hardly_any_way_comes_where_nearly_all_get_lost_before() -> None:
    steps = [scene(f"s{at}", choices(("Fram", f"s{at + 1}"), ("Bort", "bort"))) for at in range(40)]
    found = shares(story(*steps, scene("s40", ending()), scene("bort", ending())))

    assert found["s40"] == 2.0**-40
    assert found["bort"] == 1 - 2.0**-40


def test_circles_within_circles_are_worked_out_nearly() -> None:
    """From everywhere one goes anywhere, so that every chance leans on all others."""
    names = [f"s{at}" for at in range(34)]
    rooms = [
        scene(name, choices(*((f"Till {other}", other) for other in names), ("Ut", "ut")), "Här.")
        for name in names
    ]
    found = shares(story(*rooms, scene("ut", ending())))

    assert found["ut"] == pytest.approx(1.0, abs=1e-3)
    assert found["s7"] == pytest.approx(0.5, abs=1e-3)


def test_a_walk_that_wanders_for_long_is_worked_out_as_exactly() -> None:
    length = 80
    steps = [
        scene(f"s{at}", choices(("Fram", f"s{at + 1}"), ("Bak", f"s{max(0, at - 1)}")))
        for at in range(length)
    ]

    found = shares(story(*steps, scene(f"s{length}", ending())))

    assert found == pytest.approx(dict.fromkeys(found, 1.0))


@settings(max_examples=40)
@given(stories())
def test_the_shares_are_those_of_exact_arithmetic(random_story: Story) -> None:
    machine = Machine(random_story)
    found = explore(machine)
    if len(found.states) > 25:
        reject()

    shared = traffic(machine, found)

    for name in random_story.scenes:
        assert shared[name] == pytest.approx(float(_exactly(machine, found, name)), abs=1e-9)


@settings(max_examples=40)
@given(stories())
def test_the_start_is_passed_by_all_and_nothing_by_more(random_story: Story) -> None:
    shared = shares(random_story)

    assert shared[random_story.start] == 1.0
    assert all(0.0 <= share <= 1.0 for share in shared.values())


def _exactly(machine: Machine, found: Exploration, name: str) -> Fraction:
    """The chance of coming to a scene, from equations that are solved in fractions."""
    places = {state: index for index, state in enumerate(found.states)}
    goals = set()
    onward: dict[int, list[int]] = {}
    for index, state in enumerate(found.states):
        try:
            segment = machine.segment(state)
        except StoryError:
            passed: tuple[str, ...] = (state.scene,)
            onward[index] = []
        else:
            passed = segment.scenes
            onward[index] = [places[machine.after(segment, option.number)] for option in segment.options]
        if name in passed:
            goals.add(index)
    can = set(goals)
    while more := {index for index, after in onward.items() if can & set(after)} - can:
        can |= more
    unknown = sorted(can - goals)
    rows = [_row(index, unknown, goals, onward[index]) for index in unknown]
    chances = dict(zip(unknown, _solved(rows), strict=True))
    return Fraction(1) if 0 in goals else chances.get(0, Fraction(0))


def _row(index: int, unknown: list[int], goals: set[int], after: list[int]) -> list[Fraction]:
    row = [Fraction(int(each == index)) - Fraction(after.count(each), len(after)) for each in unknown]
    return [*row, Fraction(sum(each in goals for each in after), len(after))]


def _solved(rows: list[list[Fraction]]) -> list[Fraction]:
    size = len(rows)
    for column in range(size):
        pivot = next(row for row in range(column, size) if rows[row][column])
        rows[column], rows[pivot] = rows[pivot], rows[column]
        first = rows[column][column]
        rows[column] = [each / first for each in rows[column]]
        for row in range(size):
            if row != column and (factor := rows[row][column]):
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[column], strict=True)]
    return [row[-1] for row in rows]
