"""What a lesson is and how it goes on, decided from rows that somebody else has read. Pure: no clock, no chance, no files.

A lesson knows seats (a symbol each) and voters (answers, scenes) by two different marks, so that what is stored never says
which symbol answered what. What may be seen of it is in `seeing`; what a teacher commands, in `commanding`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.lesson.views import Notice
from game.screens.lesson.symbols import free_symbol
from game.screens.lesson.wire import Kind, Phase, Tally

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

FLAGGED = 0
"""The only answer to a line of the story."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """What decides about answers to a step: its round, and whether the class has seen how that round was answered."""

    id: str
    kind: Kind
    options: int = 0
    sensitive: bool = False
    round: int = 1
    revealed: bool = False

    @property
    def answers(self) -> int:
        """How many different answers there are."""
        match self.kind:
            case Kind.LINE:
                return 1
            case Kind.VOTE | Kind.JUDGE:
                return self.options
            case Kind.WATCH | Kind.PRACTISE | Kind.PLAY | Kind.TALK | Kind.HELP:
                return 0


@dataclass(frozen=True, slots=True)
class Told:
    """A pool as it was told: which steps were in it, and what was said."""

    name: str
    steps: tuple[str, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Lesson:
    """The lesson's own row. `phase` is never PAUSED: it is what a pause comes back to.

    `rev` grows with every change that somebody may see. `seq` is the last command that was done, and `last` a digest of it.
    `shown` grows with every step that is shown. `answered` counts voters in the step and round that are shown.
    """

    places: int
    rev: int = 0
    seq: int = 0
    last: str = ""
    phase: Phase = Phase.LOBBY
    paused: bool = False
    locked: bool = False
    step: StepRow | None = None
    shown: int = 0
    joined: int = 0
    answered: int = 0
    tally: Tally | None = None
    kept: str = ""
    sums: tuple[Told, ...] = ()

    @property
    def seen_phase(self) -> Phase:
        """The phase as everybody sees it."""
        return Phase.PAUSED if self.paused and self.phase is not Phase.ENDED else self.phase

    @property
    def takes(self) -> bool:
        """Whether answers to the step are taken, once no pause is on."""
        if self.step is None or not self.step.answers or self.step.revealed:
            return False
        return self.phase is Phase.OPEN or (self.phase is Phase.READ and self.step.kind is Kind.LINE)


@dataclass(frozen=True, slots=True)
class Joined:
    """A seat and the lesson after it; `new` where it was not there before."""

    lesson: Lesson
    symbol: str
    new: bool


@dataclass(frozen=True, slots=True)
class Ballot:
    """An answer as it is sent; `choice` is None to take it back."""

    step: str
    round: int
    choice: int | None


def join(lesson: Lesson, symbol: str, taken: AbstractSet[str], draw: int) -> Joined | Notice:
    """Gives a seat. `symbol` is that of the seat that the pupil has already, "" for none; `draw` is a number by chance."""
    if lesson.phase is Phase.ENDED:
        return Notice.ENDED
    if symbol:
        return Joined(lesson, symbol, new=False)
    if lesson.locked:
        return Notice.LOCKED
    if lesson.joined >= lesson.places:
        return Notice.FULL
    after = replace(lesson, joined=lesson.joined + 1, rev=lesson.rev + 1)
    return Joined(after, free_symbol(taken, lesson.places, draw), new=True)


def vote(lesson: Lesson, ballot: Ballot, before: int | None, *, seated: bool) -> Lesson | Notice:
    """Takes an answer; `before` is the voter's own earlier one in this step and round.

    The same answer again changes nothing and is always fine: whoever did not hear that it was stored asks once more.
    """
    if lesson.phase is Phase.ENDED:
        return Notice.ENDED
    if not seated:
        return Notice.NO_SEAT
    step = lesson.step
    if step is None or (ballot.step, ballot.round) != (step.id, step.round):
        return Notice.CLOSED
    if ballot.choice is not None and not 0 <= ballot.choice < step.answers:
        return Notice.MALFORMED if step.answers else Notice.CLOSED
    if ballot.choice == before:
        return lesson
    if lesson.paused:
        return Notice.PAUSED
    if not lesson.takes:
        return Notice.CLOSED
    more = (ballot.choice is not None) - (before is not None)
    return replace(lesson, answered=lesson.answered + more, rev=lesson.rev + 1)


def progress(lesson: Lesson, *, seated: bool) -> Lesson | Notice:
    """Whether a pupil's scene is stored: while everybody plays alone, during a pause too."""
    if lesson.phase is Phase.ENDED:
        return Notice.ENDED
    if not seated:
        return Notice.NO_SEAT
    plays = lesson.step is not None and lesson.step.kind is Kind.PLAY
    if not plays or lesson.phase not in {Phase.READ, Phase.OPEN}:
        return Notice.CLOSED
    return replace(lesson, rev=lesson.rev + 1)


def withdraw(lesson: Lesson, before: int | None) -> Lesson:
    """A voter without a seat counts no more, in a round that the class has not seen."""
    if before is None or lesson.step is None or lesson.step.revealed:
        return lesson
    return replace(lesson, answered=lesson.answered - 1, rev=lesson.rev + 1)


def leave(lesson: Lesson, before: int | None) -> Lesson:
    """Gives a seat up, and the answer in the round that the class has not seen."""
    after = withdraw(lesson, before)
    return replace(after, joined=after.joined - 1, rev=lesson.rev + 1)
