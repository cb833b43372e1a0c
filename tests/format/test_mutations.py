"""Two hundred slips in the real story, each told on the right line."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from random import Random
from typing import TYPE_CHECKING

import pytest

from game.checks.everything import Around, examined
from game.format.load import load_vocabulary
from game.resources import SCENARIOS
from tests.format.mutations import KINDS, Mutant, mutants

if TYPE_CHECKING:
    from game.format.vocabulary import Vocabulary
    from game.story.problem import Problem

SOURCE = (SCENARIOS / "svara-direkt" / "story.yaml").read_text(encoding="utf-8")
PARTS, EACH = 8, 25
"""Eight tests, so that they run side by side: two hundred slips."""


@cache
def vocabulary() -> Vocabulary:
    found = load_vocabulary(SCENARIOS).value
    assert found
    return found


def problems(text: str) -> tuple[Problem, ...]:
    around = Around(vocabulary(), date(2026, 11, 26))
    return examined(text, "story.yaml", "svara-direkt", around, layout=False).problems


def slips(part: int) -> list[Mutant]:
    return list(mutants(SOURCE, Random(20261126 + part), EACH))


def test_without_a_slip_nothing_is_told() -> None:
    assert problems(SOURCE) == ()


@pytest.mark.parametrize("part", range(PARTS))
def test_each_of_twenty_five_slips_is_told_on_the_right_line(part: int) -> None:
    missed = []
    for slip in slips(part):
        lines = {each.at.line for each in problems(slip.text)}
        if not lines & slip.right:
            missed.append(f"{slip.kind}: told on {sorted(lines)}, not on one of {sorted(slip.right)}")
    assert not missed, "\n".join(missed)


def test_the_slips_are_two_hundred_of_every_kind_and_no_two_alike() -> None:
    made = [slip for part in range(PARTS) for slip in slips(part)]
    kinds = Counter(slip.kind.partition(",")[0] for slip in made)

    assert len(made) == 200
    assert len({slip.text for slip in made}) > 180
    assert set(kinds) == set(KINDS)
    assert all(slip.text != SOURCE and slip.right for slip in made)
