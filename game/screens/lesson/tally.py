"""How answers are told so that nobody can be known by them: k-anonymity with complementary suppression.

Source of the rules: few answers are not told at all, small cells are hidden together with a second one, so that the hidden
one cannot be had by subtraction, and on a sensitive step a unanimous class is told as "most".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.screens.lesson.wire import Cell, Tally

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Rule:
    """From how many answers anything is told, and how large a cell must be for its number (0 is told)."""

    answers: int
    cell: int


VOTE = Rule(answers=5, cell=3)
"""What happens next to somebody in the story."""
VIGNETTE = Rule(answers=10, cell=5)
"""What pupils think is okay, and which lines they flagged."""


def told(
    counts: Sequence[int],
    rule: Rule,
    *,
    people: Sequence[int] = (),
    answered: int | None = None,
    sensitive: bool = False,
) -> Tally:
    """The tally as it may be shown.

    For a pool of steps `people` is how many different pupils stand behind each count, and `answered` how many there are in
    all; for a single step one answer is one pupil, and both can be left out.
    """
    behind = tuple(people) or tuple(counts)
    if (sum(behind) if answered is None else answered) < rule.answers:
        return Tally()
    hidden = _hidden(counts, behind, rule)
    lead = max(range(len(counts)), key=counts.__getitem__)
    seen = any(count > 0 and place not in hidden for place, count in enumerate(counts))
    unanimous = sum(count > 0 for count in counts) == 1
    # Told of a unanimous class alone, "most" would mean "all"; and a class that nearly agrees is to see that it does.
    if sensitive and (unanimous or not seen):
        hides = tuple(Cell(None) for _ in counts)
        return Tally(hides, most=lead) if counts[lead] * 2 > sum(counts) else Tally()
    cells = tuple(Cell(None if place in hidden else count) for place, count in enumerate(counts))
    return Tally(cells, total=sum(counts))


def _hidden(counts: Sequence[int], behind: Sequence[int], rule: Rule) -> set[int]:
    """The small cells; and where one could work them out from their sum, others with them."""
    hidden = {place for place, count in enumerate(behind) if 0 < count < rule.cell}
    together = sum(behind[place] for place in hidden)
    # A single one is the sum; several are known by it when each has to be as small, or as large, as a small cell can be.
    known = together in {len(hidden), len(hidden) * (rule.cell - 1)}
    if hidden and (len(hidden) == 1 or known):
        others = [place for place, count in enumerate(counts) if place not in hidden and count > 0]
        least = min((behind[place] for place in others), default=0)
        # Where nothing else was answered, the zeros hide it; of equals, which one was taken would say something too.
        hidden |= {place for place in others if behind[place] == least} or set(range(len(counts)))
    return hidden
