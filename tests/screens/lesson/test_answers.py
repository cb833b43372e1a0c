"""Hands and devices together: what may be told, and what most want."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from game.screens.lesson.answers import FEW, Answers, Range
from game.screens.lesson.tally import VOTE, told
from game.screens.lesson.wire import Cell, Tally


def cells(*counts: int | None) -> Tally:
    return Tally(tuple(Cell(count) for count in counts), total=0)


@st.composite
def classes(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    """Raised hands and answers from devices, by option."""
    options = draw(st.integers(2, 5))
    counts = st.lists(st.integers(0, 15), min_size=options, max_size=options)
    return draw(counts), draw(counts)


def answered(hands: list[int], devices: list[int]) -> Answers:
    return Answers(tuple(hands), sum(devices), told(devices, VOTE, sensitive=True))


@given(classes())
def test_how_many_there_are_lies_within_what_is_thought(found: tuple[list[int], list[int]]) -> None:
    hands, devices = found
    there = answered(hands, devices)
    for option, (raised, sent) in enumerate(zip(hands, devices, strict=True)):
        assert there.range(option).least <= raised + sent <= there.range(option).most


@given(classes())
def test_what_is_said_to_lead_has_more_than_everything_else(found: tuple[list[int], list[int]]) -> None:
    hands, devices = found
    leader = answered(hands, devices).leader
    assume(leader is not None)
    both = [raised + sent for raised, sent in zip(hands, devices, strict=True)]
    assert both[leader or 0] == max(both)
    assert both.count(max(both)) == 1


@given(classes())
def test_hands_alone_always_tell_who_leads_unless_it_is_even(found: tuple[list[int], list[int]]) -> None:
    hands, _ = found
    leader = Answers(tuple(hands)).leader
    even = hands.count(max(hands)) > 1
    assert leader == (None if even else hands.index(max(hands)))


@given(classes())
def test_a_device_cell_that_may_not_be_told_stays_untold(found: tuple[list[int], list[int]]) -> None:
    hands, devices = found
    there = answered(hands, devices)
    tally = told(devices, VOTE, sensitive=True)
    for option, cell in enumerate(tally.cells):
        if cell.count is None:
            assert there.count(option) is None


@given(classes())
def test_what_is_called_a_few_is_a_few(found: tuple[list[int], list[int]]) -> None:
    hands, devices = found
    there = answered(hands, devices)
    for option, sent in enumerate(devices):
        assert not there.few(option) or sent < FEW


def test_hands_are_public_and_are_added_to_what_devices_may_tell() -> None:
    assert Answers((3, 0), 16, cells(11, 5)).count(0) == 14


def test_a_unanimous_class_leads_though_no_number_is_told() -> None:
    there = Answers((0, 0), 12, Tally((Cell(None), Cell(None)), most=1))
    assert there.leader == 1
    assert there.count(1) is None
    assert there.range(1) == Range(7, 12)


def test_too_few_answers_from_devices_do_not_hide_what_hands_say() -> None:
    assert Answers((15, 3), 4, Tally()).leader == 0
    assert Answers((5, 3), 4, Tally()).leader is None


def test_before_they_are_told_nobody_leads_who_could_be_overtaken() -> None:
    assert Answers((5, 3), 12).leader is None
    assert Answers((0, 0), 12).leader is None
