"""Before and after, side by side: of all together, in tenths, and only where nobody can be known by it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from game.screens.commands import TellHub
from game.screens.lesson.blocks import Chart
from game.screens.lesson.intents import Backward, CountHands, Onward
from game.screens.lesson.plan import Taking
from game.screens.lesson.pooled import TENTHS, in_tenths
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.sums import wanted
from game.screens.lesson.tally import VIGNETTE, told
from game.screens.lesson.wire import HubSeen, Kind, Link, Sum, Tally
from game.screens.page import Screen
from tests.screens.lesson.classroom import come_to, in_class, lesson_of, said, script, step_of, turn

if TYPE_CHECKING:
    from tests.screens.support import Player

BOTH = (Taking.HANDS, Taking.DEVICES)
MANY = told((6, 6, 12), VIGNETTE)
CALM = "Magkänslan har inget facit. Det som skaver är alltid värt att prata om."


def judged(before: tuple[int, ...], after: tuple[int, ...], *taking: Taking) -> Player:
    """The chart, after the class raised so many hands for each answer to every situation before and after."""
    player = in_class(*taking)
    for part, hands in ((Part.BEFORE, before), (Part.AFTER, after)):
        come_to(player, part)
        while lesson_of(player).part is part:
            player.do(Onward())
            if turn(player) is Turn.OPEN:
                player.do(*(CountHands(option, by) for option, by in enumerate(hands)))
    return come_to(player, Part.CHART)


@cache
def at_chart() -> Player:
    return come_to(in_class(Taking.DEVICES), Part.CHART)


def summed(*tallies: Tally) -> Player:
    """The chart, when the hub has added up the pools in their order."""
    player = at_chart().branch()
    pools = wanted(player.app, lesson_of(player))
    sums = tuple((pool.name, tally) for pool, tally in zip(pools, tallies, strict=False))
    return player.do(HubSeen(link=Link.HERE, joined=24, sums=sums))


def charts(player: Player) -> list[Chart]:
    return [block for block in player.page.body if isinstance(block, Chart)]


def chart(player: Player) -> Chart:
    return charts(player)[0]


def shown(player: Player) -> list[list[str]]:
    """What each bar says, in the order in which they stand."""
    return [
        [each.shown for each in stack.slices] or [stack.instead]
        for group in chart(player).groups
        for stack in group.stacks
    ]


def test_hands_before_and_after_stand_side_by_side_in_tenths() -> None:
    player = judged((6, 6, 12), (0, 6, 18))
    assert player.page.screen is Screen.LESSON_CHART
    assert len(chart(player).groups) == 3
    assert [stack.label for stack in chart(player).groups[0].stacks] == ["Före", "Efter"]
    before, after = shown(player)[:2]
    assert before == ["3 av 10", "2 av 10", "5 av 10"]
    assert after == ["0 av 10", "3 av 10", "7 av 10"]


def test_a_sentence_says_the_same_in_words_of_what_is_not_okay() -> None:
    player = judged((6, 6, 12), (0, 6, 18))
    assert chart(player).said == (
        "Det som inte är okej: ungefär 5 av 10 svar var ”Inte okej” före, och 7 av 10 efter."
    )
    same = judged((6, 6, 12), (6, 6, 12))
    assert (
        chart(same).said == "Det som inte är okej: ungefär 5 av 10 svar var ”Inte okej”, både före och efter."
    )


def test_a_small_class_is_not_drawn_but_goes_straight_to_a_calm_word() -> None:
    player = judged((3, 3, 3), (0, 4, 5))
    assert player.page.title == CALM
    assert "ingen ska kunna pekas ut" in said(player)
    assert not any(isinstance(block, Chart) for block in player.page.body)


def test_few_answers_of_a_kind_are_hidden_together_with_a_second_kind() -> None:
    player = judged((3, 9, 12), (6, 6, 12))
    before = chart(player).groups[0].stacks[0].slices
    assert [each.shown for each in before] == ["", "", "5 av 10", ""]
    assert before[-1].label == "visas inte"
    assert [each.share for each in before] == [0, 0, 0.5, 0.5]
    assert chart(player).legend[-1] == "visas inte"


def test_a_unanimous_class_is_told_as_most() -> None:
    assert shown(judged((0, 0, 24), (6, 6, 12)))[0] == ["De flesta: Inte okej"]


def test_when_the_chart_begins_the_hub_is_asked_for_both_halves_of_every_kind() -> None:
    player = at_chart().branch()
    (asked,) = [each.what for each in player.done if isinstance(each, TellHub) and isinstance(each.what, Sum)]
    assert [pool.name.split(".")[0] for pool in asked.pools] == ["before", "after"] * 3
    steps = [step for pool in asked.pools for step in pool.steps]
    assert len(steps) == len(set(steps)) == 10


def test_it_is_said_of_how_many_and_whom_the_tenths_are() -> None:
    assert chart(summed(MANY, MANY)).of == "Ungefär så många av 10 svar, från hela klassen"


def test_until_the_hub_has_answered_it_is_said_that_answers_are_being_counted() -> None:
    player = at_chart().branch()
    assert said(player).endswith("Svaren räknas …")
    assert not charts(player)


def test_where_but_one_of_the_two_may_be_told_the_row_is_left_out() -> None:
    first_alone = summed(Tally(), MANY, MANY, MANY)
    assert [group.label for group in chart(first_alone).groups] == ["Det som skaver"]
    assert [group.label for group in chart(summed(MANY, Tally(), MANY, MANY)).groups] == ["Det som skaver"]


def test_where_no_row_may_be_told_that_is_said_calmly() -> None:
    player = summed(*[Tally(), MANY] * 3)
    assert player.page.screen is Screen.LESSON_CHART
    assert not charts(player)
    assert "ingen ska kunna pekas ut" in said(player)


def test_what_devices_hide_is_drawn_as_what_is_not_told() -> None:
    player = summed(told((3, 9, 12), VIGNETTE), MANY)
    assert shown(player)[0] == ["", "", "5 av 10", ""]


def test_hands_and_devices_are_added_up() -> None:
    player = judged((10, 10, 20), (10, 10, 20), *BOTH)
    pools = wanted(player.app, lesson_of(player))
    tally = told((20, 10, 10), VIGNETTE)
    player.do(HubSeen(link=Link.HERE, joined=20, sums=tuple((pool.name, tally) for pool in pools)))
    first = pools[0]
    hands = [sum(row) for row in zip(*(lesson_of(player).hands[step] for step in first.steps), strict=True)]
    both = in_tenths([have + sent for have, sent in zip(hands, (20, 10, 10), strict=True)])
    assert shown(player)[0] == [f"{tenth} av 10" for tenth in both]


def test_after_the_chart_comes_a_calm_word_on_devices_too_and_one_can_go_back() -> None:
    player = summed(MANY, MANY).do(Onward())
    assert player.page.title == CALM
    assert step_of(player).kind is Kind.WATCH
    assert step_of(player).text is not None
    assert player.do(Backward()).page.screen is Screen.LESSON_CHART
    assert lesson_of(player.do(Onward(), Onward())).part is Part.HELP


def test_the_script_calls_it_no_test() -> None:
    player = at_chart().branch()
    assert any("inget prov" in sentence for sentence in script(player))
    assert 1 <= len(script(player.do(Onward()))) <= 4


@settings(max_examples=20)
@given(st.tuples(*[st.integers(0, 12)] * 3), st.tuples(*[st.integers(0, 12)] * 3))
def test_of_an_answer_with_fewer_than_five_hands_no_number_is_seen(
    before: tuple[int, int, int], after: tuple[int, int, int]
) -> None:
    player = judged(before, after)
    if player.page.screen is not Screen.LESSON_CHART:
        return
    for group in chart(player).groups:
        for hands, stack in zip((before, after), group.stacks, strict=True):
            if not stack.slices:
                continue
            assert sum(hands) >= VIGNETTE.answers
            for count, each in zip(hands, stack.slices, strict=False):
                assert not (0 < count < VIGNETTE.cell and each.shown)


@given(st.lists(st.integers(0, 10_000), min_size=1, max_size=6))
def test_tenths_are_ten_in_all_and_each_is_within_one_of_its_share(counts: list[int]) -> None:
    tenths = in_tenths(counts)
    total = sum(counts)
    assert sum(tenths) == (TENTHS if total else 0)
    for count, tenth in zip(counts, tenths, strict=True):
        assert not total or abs(tenth - count * TENTHS / total) < 1
