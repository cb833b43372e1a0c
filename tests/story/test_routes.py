"""How long the ways are, where they lead and how near telling is: worked out by hand, and against all ways one by one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from game.story.engine import Machine, StoryError
from game.story.explore import explore
from game.story.logic import Add, Compare, FactType
from game.story.model import Choice, Ending, Hearing
from game.story.route_lengths import (
    PACES,
    SECONDS_A_DECISION,
    SECONDS_A_LINE,
    WALKS,
    Length,
    Spread,
    length_of,
    pace,
    spread,
)
from game.story.routes import Routes, routes
from tests.story.builders import choices, ending, goto, scene, stories, story, tell

if TYPE_CHECKING:
    from game.story.engine import Moment
    from game.story.model import Story

HALF = 1e-6


def found(of: Story, budget: int = 10_000) -> Routes:
    machine = Machine(of)
    ways = routes(machine, explore(machine, budget))
    assert ways is not None
    return ways


def short_and_long() -> Story:
    """Home at once, or by way of a second choice: three ways."""
    return story(
        scene("a", choices(("Hem nu", "home"), ("Bort", "b")), "Ett två tre."),
        scene("b", choices(("Ja", "far"), ("Nej", "far")), "Fem sex."),
        scene("home", ending("Hemma"), "Fyra."),
        scene("far", ending("Långt bort")),
    )


# --- by hand ---------------------------------------------------------------------------------------


def test_reading_looking_and_deciding_take_their_time() -> None:
    assert Length(300, 4, 2).seconds(150) == 120 + 4 * SECONDS_A_LINE + 2 * SECONDS_A_DECISION


def test_the_younger_somebody_is_the_slower_they_read() -> None:
    paces = [pace(age) for age in (8, 12, 13, 15, 16, 40)]

    assert paces == sorted(paces)
    assert (pace(12), pace(13), pace(16)) == tuple(each.words for each in PACES)


def test_what_is_read_is_the_lines_the_question_and_what_can_be_chosen() -> None:
    assert length_of(Machine(short_and_long()).start().segment) == Length(words=6, lines=1, decisions=1)


def test_the_words_of_an_ending_are_read_and_nothing_is_decided_there() -> None:
    machine = Machine(short_and_long())

    assert length_of(machine.choose(machine.start(), 0).segment) == Length(words=2, lines=1, decisions=0)


def test_the_ways_have_a_shortest_a_median_and_a_longest() -> None:
    ways = found(short_and_long())

    assert (ways.count, ways.tried) == (3, 0)
    assert ways.words == Spread(8, 8, 12)
    assert ways.decisions == Spread(1, 1, 2)
    # 6 words at 150 a minute are 2 s, then a line and a decision; 2 words are 1 s and a line.
    assert ways.seconds == Spread(2 + 1 + 10 + 1 + 1, 15, (2 + 1 + 10) + (2 + 1 + 10) + 1)


def test_an_ending_is_told_with_its_share_its_ways_and_the_fewest_decisions() -> None:
    home, far = found(short_and_long()).endings

    assert (home.scene, home.title, home.share, home.ways, home.fewest) == ("home", "Hemma", 0.5, 1, 1)
    assert (far.scene, far.title, far.share, far.ways, far.fewest) == ("far", "Långt bort", 0.5, 2, 2)


def test_an_ending_that_no_way_comes_to_is_told_too_and_last() -> None:
    never = Compare("trust", Compare.Op.AT_LEAST, 1)
    there = story(
        scene("a", choices(Choice("Ett", "b", when=never), Choice("Två", "c"))),
        scene("b", ending()),
        scene("c", ending()),
        facts={"trust": FactType(0)},
    )

    last = found(there).endings[-1]

    assert (last.scene, last.share, last.ways, last.fewest) == ("b", 0.0, 0, None)


def test_without_any_ending_there_are_no_ways() -> None:
    machine = Machine(story(scene("a", choices(("Om", "a"), ("Igen", "a")))))

    assert routes(machine, explore(machine)) is None


def test_where_a_choice_leads_back_ways_are_tried_and_always_the_same() -> None:
    there = story(scene("a", choices(("Runt", "a"), ("Ut", "e")), "Ett."), scene("e", ending()))
    ways = found(there)

    assert (ways.count, ways.tried) == (None, WALKS)
    assert ways.decisions.shortest == 1
    assert ways.decisions.longest > 3
    assert ways.endings[0].share == pytest.approx(1)
    assert ways.endings[0].ways is None
    assert found(there) == ways


def test_where_there_are_too_many_states_ways_are_tried() -> None:
    steps = [scene(f"s{at}", choices(("Ett", f"s{at + 1}"), ("Två", f"s{at + 1}"))) for at in range(20)]
    ways = found(story(*steps, scene("s20", ending())), budget=5)

    assert (ways.count, ways.tried) == (None, WALKS)
    assert ways.decisions == Spread(20, 20, 20)
    assert ways.telling.far is None


def test_what_is_tried_comes_near_what_is_counted() -> None:
    """The same story twice; in one, a choice that hardly anybody takes leads back, so that ways are tried."""
    rare = tuple((f"Ord {number}", "b") for number in range(40))
    rest = (scene("b", choices(("Ja", "c"), ("Nej", "e"))), scene("c", goto("e"), *["Ord ord ord."] * 9))
    counted = story(scene("a", choices(*rare)), *rest, scene("e", ending()))
    tried = story(scene("a", choices(*rare, ("Om", "a"))), *rest, scene("e", ending()))

    one, other = found(counted), found(tried)

    assert (one.tried, other.tried) == (0, WALKS)
    assert other.decisions.median == one.decisions.median == 2
    assert other.words.shortest == pytest.approx(one.words.shortest, abs=2)


# --- telling ---------------------------------------------------------------------------------------


def near_and_far() -> Story:
    """Telling right behind one of four choices; one adult waves it off."""
    return story(
        scene("a", choices(("Fråga", "door"), ("Vänta", "b")), meets=("samira", "daniel")),
        scene("b", choices(("Gå", "hall"), ("Stanna", "hall"))),
        scene("hall", tell(Hearing("daniel", "door", listens=False), beginnings=("Jag",))),
        scene("door", tell(("samira", "e"), beginnings=("Jag",))),
        scene("e", choices(("Ett", "end"), ("Två", "end"))),
        scene("end", ending()),
    )


def test_a_choice_leads_to_telling_when_one_who_listens_can_be_told_next() -> None:
    telling = found(near_and_far()).telling

    assert (telling.leading, telling.choices) == (1, 4)


def test_choices_after_somebody_knows_are_not_counted() -> None:
    there = story(
        scene("a", tell(("samira", "b"), beginnings=("Jag",)), meets=("samira",)),
        scene("b", choices(("Ett", "e"), ("Två", "e"))),
        scene("e", ending()),
    )

    assert found(there).telling.choices == 0


def test_decisions_are_counted_until_one_who_listens_knows() -> None:
    # Half of the ways: Fråga, samira. The others: Vänta, Gå or Stanna, daniel, samira.
    assert found(near_and_far()).telling.after == Spread(2, 2, 4)


def test_the_scene_that_is_farthest_from_telling_is_told_by_its_shortest_way_there() -> None:
    assert found(near_and_far()).telling.far == ("b", 3)


def test_a_story_in_which_nobody_is_told_has_nothing_to_say_of_telling() -> None:
    telling = found(short_and_long()).telling

    assert (telling.after, telling.leading, telling.far) == (None, 0, None)


# --- the spread ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("likely", "expected"),
    [
        ({5: 1.0}, Spread(5, 5, 5)),
        ({1: 0.5, 9: 0.5}, Spread(1, 1, 9)),
        ({1: 0.4, 5: 0.2, 9: 0.4}, Spread(1, 5, 9)),
        ({9: 3.0, 1: 1.0}, Spread(1, 9, 9)),
        ({}, None),
    ],
)
def test_half_of_all_take_the_median_or_less(likely: dict[int, float], expected: Spread | None) -> None:
    assert spread(likely) == expected


# --- whatever the story ----------------------------------------------------------------------------


class _TooMany(Exception):  # noqa: N818
    pass


def _every_way(machine: Machine) -> list[tuple[float, list[Moment]]]:
    """All ways to an ending, one by one, each with its likelihood; _TooMany when they go round or are many."""
    ways: list[tuple[float, list[Moment]]] = []
    waiting = [(1.0, [machine.start()])]
    while waiting:
        chance, way = waiting.pop()
        if len(way) > 12 or len(waiting) + len(ways) > 500:
            raise _TooMany
        segment = way[-1].segment
        if isinstance(segment.exit, Ending):
            ways.append((chance, way))
        for option in segment.options:
            onward = machine.choose(way[-1], option.number)
            waiting.append((chance / len(segment.options), [*way, onward]))
    return ways


@given(stories())
@settings(max_examples=60)
def test_the_figures_are_those_of_all_ways_one_by_one(each: Story) -> None:
    machine = Machine(each)
    exploration = explore(machine, 2_000)
    try:
        ways = _every_way(machine)
    except (StoryError, _TooMany):  # round and round, too many, or nowhere: nothing to compare with
        return
    figures = routes(machine, exploration)
    if figures is None:
        assert not ways
        return
    words: Counter[int] = Counter()
    for chance, way in ways:
        words[sum(length_of(moment.segment).words for moment in way)] += chance  # type: ignore[assignment]

    assert figures.tried == 0
    assert figures.count == len(ways)
    assert figures.words == spread(words)
    for reached in figures.endings:
        there = [
            (chance, len(way) - 1) for chance, way in ways if way[-1].segment.scenes[-1] == reached.scene
        ]
        assert reached.share == pytest.approx(sum(chance for chance, _ in there))
        assert reached.ways == len(there)
        assert reached.fewest == min((decisions for _, decisions in there), default=None)


@given(stories())
@settings(max_examples=60)
def test_the_shortest_is_never_longer_and_shares_are_shares(each: Story) -> None:
    machine = Machine(each)
    exploration = explore(machine, 2_000)
    figures = routes(machine, exploration)
    if figures is None:
        return

    for measure in (figures.seconds, figures.words, figures.decisions, figures.telling.after):
        assert measure is None or 0 <= measure.shortest <= measure.median <= measure.longest
    total = sum(ending.share for ending in figures.endings)
    assert total <= 1 + HALF
    if exploration.complete and all(exploration.leading_to(exploration.final)):
        assert total == pytest.approx(1, abs=1e-3)
    assert 0 <= figures.telling.leading <= figures.telling.choices


def test_a_fact_that_opens_a_shorter_way_is_heeded() -> None:
    """Trust opens the door; who has none goes round by the hall."""
    trusted = Compare("trust", Compare.Op.AT_LEAST, 1)
    there = story(
        scene("a", choices(Choice("Fråga", "b", do=(Add("trust", 1),)), Choice("Vänta", "b"))),
        scene("b", choices(Choice("In", "e", when=trusted), Choice("Runt", "c"))),
        scene("c", choices(("Ja", "e"), ("Nej", "e"))),
        scene("e", ending()),
        facts={"trust": FactType(0)},
    )
    ways = found(there)

    # Fråga, In (1/4); Fråga, Runt, Ja or Nej (1/8 each); Vänta, Runt, Ja or Nej (1/4 each).
    assert ways.count == 5
    assert ways.decisions == Spread(2, 3, 3)
    assert ways.endings[0].fewest == 2
