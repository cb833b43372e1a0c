"""How the class answered a question, hands and devices together, as far as it may be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.screens.lesson.hands import hands_of
from game.screens.lesson.wire import Phase

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Step, Tally

_OVER = frozenset({Phase.CLOSED, Phase.REVEAL})
FEW = 6
"""Fewer than this many answers, in all that is untold, are called a few."""


@dataclass(frozen=True, slots=True)
class Range:
    """How many answers an option has: from so many to so many."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Answers:
    """Hands by option, and what devices answered.

    `by_device` is how many of them have; their `tally` is None until it has been told.
    """

    hands: tuple[int, ...]
    by_device: int = 0
    tally: Tally | None = None

    @property
    def total(self) -> int:
        """All answers."""
        return sum(self.hands) + self.by_device

    @property
    def untold(self) -> bool:
        """Whether devices have answered, and so few that nothing may be told of it."""
        return self.tally is not None and not self.tally.cells and self.tally.most is None

    def count(self, option: int) -> int | None:
        """How many answered this; None where that may not be told, or is not known yet."""
        by_device = self._cell(option)
        return None if by_device is None else self.hands[option] + by_device

    def few(self, option: int) -> bool:
        """Whether an option that may not be told has but a few answers: all that is hidden is so little."""
        told = [self._cell(each) for each in range(len(self.hands))]
        return told[option] is None and self.by_device - sum(each or 0 for each in told) < FEW

    def range(self, option: int) -> Range:
        """How many answered this, as far as one can know."""
        hands, cell = self.hands[option], self._cell(option)
        if cell is not None:
            return Range(hands + cell, hands + cell)
        if self.tally and self.tally.most is not None:
            fewer = (self.by_device - 1) // 2
            if option == self.tally.most:
                return Range(hands + self.by_device - fewer, hands + self.by_device)
            return Range(hands, hands + fewer)
        known = sum(self._cell(each) or 0 for each in range(len(self.hands)))
        return Range(hands, hands + max(0, self.by_device - known))

    @property
    def leader(self) -> int | None:
        """The option that surely has most; None where it is even, or cannot be known."""
        ranges = [self.range(each) for each in range(len(self.hands))]
        for option, own in enumerate(ranges):
            others = (each.most for other, each in enumerate(ranges) if other != option)
            if own.least > max(others, default=0):
                return option
        return None

    def _cell(self, option: int) -> int | None:
        if not self.by_device:
            return 0
        if self.tally is None or len(self.tally.cells) != len(self.hands):
            return None
        return self.tally.cells[option].count


def nobody_answered(lesson: Lesson, step: Step) -> bool:
    """Whether it is known that nobody has answered: no hand was counted, and the hub has heard of no answer. While the hub
    has not said how many there are, it is not known.
    """
    hub = lesson.hub
    heard = hub.step == step.id and hub.round >= lesson.round and hub.phase in _OVER
    unknown = lesson.plan.with_hub and not heard
    return not unknown and not answers(lesson, step).total


def answers(lesson: Lesson, step: Step) -> Answers:
    """How the class has answered a step. Of devices nothing but their number, before it is shown."""
    hub = lesson.hub
    if hub.step != step.id or not lesson.plan.with_hub or hub.round < lesson.round:
        return Answers(hands_of(lesson, step))
    tally = hub.tally if hub.phase is Phase.REVEAL else None
    return Answers(hands_of(lesson, step), hub.answered, tally)
