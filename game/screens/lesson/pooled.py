"""What a class answered to several vignettes together, told so that nobody can be known by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.screens.lesson.state import Part
from game.screens.lesson.tally import VIGNETTE, told
from game.screens.lesson.vignette_choice import chosen
from game.screens.lesson.vignettes import step_of
from game.screens.lesson.wire import Pool, Tally, tally_of
from game.story.vignettes import Answer

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App

TENTHS = 10
"""Shares are told in tenths, so that no single answer can be seen in them."""


def pool(app: App, lesson: Lesson, part: Part, meant: Answer) -> Pool:
    """The vignettes of a part of the lesson that are meant as the same."""
    there = chosen(app, lesson.plan).of(part)
    steps = tuple(step_of(each) for each in there if each.answer is meant)
    return Pool(f"{part.value}.{meant.value}", steps)


def pools(app: App, lesson: Lesson) -> tuple[Pool, ...]:
    """All that is compared."""
    found = (pool(app, lesson, part, meant) for meant in Answer for part in (Part.BEFORE, Part.AFTER))
    return tuple(each for each in found if each.steps)


@dataclass(frozen=True, slots=True)
class Pooled:
    """Answers in tenths, in the order of the answers; None where one may not be told, `hidden` for all such together.

    `most` is what nearly all answered, where no number is told. There are no `tenths` where too few answered.
    """

    tenths: tuple[int | None, ...] = ()
    hidden: int = 0
    most: int | None = None


def pooled(lesson: Lesson, asked: Pool) -> Pooled:
    """What a pool came to: hands and devices together, as far as each of them may be told."""
    tallies = [each for each in (_by_hand(lesson, asked), tally_of(lesson.hub, asked.name)) if each]
    counted = [each for each in tallies if each.cells and each.most is None]
    if counted:
        return _together(counted)
    most = {each.most for each in tallies} - {None}
    return Pooled(most=most.pop()) if len(most) == 1 else Pooled()


def _by_hand(lesson: Lesson, asked: Pool) -> Tally | None:
    """Hands of a class that shuts its eyes are nobody's business either: the same rules hold. As nobody knows whose they
    were, no more pupils than hands at once are sure to stand behind them.
    """
    steps = [lesson.hands[step] for step in asked.steps if step in lesson.hands]
    if not steps:
        return None
    options = list(zip(*steps, strict=False))
    return told(
        [sum(each) for each in options],
        VIGNETTE,
        people=[max(each) for each in options],
        answered=max(sum(step) for step in steps),
        sensitive=True,
    )


def _together(tallies: list[Tally]) -> Pooled:
    """The sums of what both tell; the rest of all answers is hidden."""
    rows = zip(*(each.cells for each in tallies), strict=False)
    counts = [_sum([cell.count for cell in row]) for row in rows]
    told_of = sum(filter(None, counts))
    hidden = sum(each.total for each in tallies) - told_of
    if None in counts and hidden <= 0:
        return Pooled()
    *tenths, rest = in_tenths([*(each or 0 for each in counts), max(0, hidden)])
    shown = (None if count is None else tenth for count, tenth in zip(counts, tenths, strict=True))
    return Pooled(tuple(shown), rest)


def _sum(counts: list[int | None]) -> int | None:
    return None if None in counts else sum(filter(None, counts))


def in_tenths(counts: list[int]) -> list[int]:
    """The counts as shares in tenths, ten in all (none where there is nothing): what is left over goes to the largest rests."""
    total = sum(counts)
    if not total:
        return [0] * len(counts)
    shares = [count * TENTHS // total for count in counts]
    rests = sorted(range(len(counts)), key=lambda place: -(counts[place] * TENTHS % total))
    for place in rests[: TENTHS - sum(shares)]:
        shares[place] += 1
    return shares
