"""What may be told of answers: no small number, and none that could be worked out by who knows the rules."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.lesson.tally import VIGNETTE, VOTE, Rule, told
from game.screens.lesson.wire import Cell, Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES = (VOTE, VIGNETTE)
Counts = tuple[int, ...]


def ways(options: int, total: int) -> Iterator[Counts]:
    """All ways in which so many can have answered."""
    if options == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in ways(options - 1, total - first):
            yield (first, *rest)


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("options", [2, 3, 4])
def test_who_knows_the_rules_and_how_many_answered_can_work_out_nothing_that_is_hidden(
    rule: Rule, options: int
) -> None:
    for total in range(rule.answers, rule.answers + 9):
        behind: dict[Tally, list[Counts]] = defaultdict(list)
        for counts in ways(options, total):
            behind[told(counts, rule, sensitive=True)].append(counts)
        for tally, possible in behind.items():
            for place, cell in enumerate(tally.cells):
                assert cell.count is not None or len({counts[place] for counts in possible}) > 1


@given(st.lists(st.integers(0, 30), min_size=2, max_size=6), st.sampled_from(RULES), st.booleans())
def test_a_number_that_is_told_is_true_and_no_small_one(
    counts: list[int],
    rule: Rule,
    sensitive: bool,  # noqa: FBT001
) -> None:
    tally = told(counts, rule, sensitive=sensitive)
    for count, cell in zip(counts, tally.cells, strict=False):
        assert cell.count in {None, count}
        assert not 0 < (cell.count or 0) < rule.cell


@given(st.lists(st.integers(0, 30), min_size=2, max_size=6), st.sampled_from(RULES))
def test_what_most_took_more_than_half_took(counts: list[int], rule: Rule) -> None:
    most = told(counts, rule, sensitive=True).most
    assert most is None or counts[most] * 2 > sum(counts)


@pytest.mark.parametrize("rule", RULES)
def test_too_few_answers_tell_nothing(rule: Rule) -> None:
    assert told((rule.answers - 1, 0), rule) == Tally()


def test_a_class_that_nearly_agrees_is_told_as_one_that_does() -> None:
    assert told((2, 11), VOTE, sensitive=True) == told((0, 13), VOTE, sensitive=True)
    assert told((2, 11), VOTE, sensitive=True) == Tally((Cell(None), Cell(None)), most=1)


def test_of_a_pool_pupils_count_and_not_their_answers() -> None:
    assert told((12, 8, 20), VIGNETTE, people=(6, 4, 10), answered=20).cells[1] == Cell(None)
    assert told((12, 8, 20), VIGNETTE, people=(6, 5, 10), answered=9) == Tally()
