"""Simulated pupils, with whom a teacher tries a lesson before the class comes: some are late, some silent, one changes its mind.

They come to the pupils' own pages, as browsers do, and only on this computer. Chance and time are given from outside.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from random import Random
from typing import TYPE_CHECKING, Protocol, TypeAlias, assert_never

from game.lesson.strict import fields, name, rows, table, whole
from game.screens.lesson.wire import Kind, Phase

if TYPE_CHECKING:
    from collections.abc import Sequence

Sleep: TypeAlias = Callable[[float], Awaitable[None]]
Clock: TypeAlias = Callable[[], float]

LOOKS = 1.5
"""Seconds between two looks at the lesson."""
COMES_WITHIN, LATE_AFTER, LATE_WITHIN = 20.0, 45.0, 120.0
THINKS = (2.0, 15.0)
AWAY = 25.0
"""Seconds without network."""
_AGAIN = 5.0
"""Seconds after which a mind is changed."""
_READS = (10.0, 30.0)
"""Seconds in a scene, where everybody plays alone."""


class Habit(Enum):
    """How a pupil takes part."""

    STEADY = "steady"
    LATE = "late"
    LOSES_NETWORK = "loses network"
    SILENT = "silent"
    CHANGES_MIND = "changes mind"


@dataclass(frozen=True, slots=True)
class Pupil:
    """A simulated pupil. `comes` and `leaves` are seconds from the start; it is without network for a while from `leaves` on."""

    habit: Habit
    comes: float
    leaves: float = float("inf")


@dataclass(frozen=True, slots=True)
class Situation:
    """What a pupil's page says, as far as these pupils read."""

    rev: int
    phase: Phase
    step: str = ""
    kind: Kind = Kind.WATCH
    options: int = 0
    round: int = 1


class AwayError(Exception):
    """The lesson cannot be reached now."""


class Seat(Protocol):
    """A pupil's browser. Everything raises AwayError."""

    async def join(self) -> bool:
        """Takes a seat, or takes the own one again; whether there is one."""
        ...

    async def look(self, rev: int) -> Situation | None:
        """How things are; None when nothing is newer than `rev`."""
        ...

    async def vote(self, situation: Situation, choice: int) -> None:
        """Answers."""
        ...

    async def move(self, scene: str) -> None:
        """Is in another scene of the story."""
        ...

    def scenes(self) -> Sequence[str]:
        """The story's scenes, the first one first; () while they are not known."""
        ...


def class_of(number: int, chance: Random) -> tuple[Pupil, ...]:
    """So many pupils, in no order: of nine about two are late, stay silent, lose the network or change their mind."""
    unusual = (Habit.CHANGES_MIND, Habit.SILENT, Habit.LATE, Habit.LOSES_NETWORK, Habit.LATE, Habit.SILENT)
    habits = [*unusual[: 1 + number * 2 // 9], *(Habit.STEADY,) * number][:number]
    chance.shuffle(habits)
    return tuple(_pupil(each, chance) for each in habits)


def _pupil(habit: Habit, chance: Random) -> Pupil:
    soon = chance.uniform(0, COMES_WITHIN)
    match habit:
        case Habit.LATE:
            return Pupil(habit, chance.uniform(LATE_AFTER, LATE_WITHIN))
        case Habit.LOSES_NETWORK:
            return Pupil(habit, soon, soon + chance.uniform(20, 120))
        case Habit.STEADY | Habit.SILENT | Habit.CHANGES_MIND:
            return Pupil(habit, soon)
        case _:
            assert_never(habit)


def answers(situation: Situation) -> bool:
    """Whether there is something to answer: a question that is open, or a line that can be flagged."""
    flags = situation.kind is Kind.LINE and situation.phase in {Phase.READ, Phase.OPEN}
    return flags or (situation.phase is Phase.OPEN and situation.options > 0)


def plays(situation: Situation) -> bool:
    """Whether everybody plays the story alone."""
    return situation.kind is Kind.PLAY and situation.phase in {Phase.READ, Phase.OPEN}


def answer(situation: Situation, chance: Random) -> int | None:
    """What a pupil answers: a class leans towards some answers, and seldom agrees. None for a line that is not flagged."""
    leaning = Random(situation.step)  # noqa: S311 - the same for the whole class, and for every rehearsal
    if situation.kind is Kind.LINE:
        return 0 if chance.random() < leaning.uniform(0.05, 0.6) else None
    order = leaning.sample(range(situation.options), situation.options)
    return chance.choices(order, [0.5**place for place in range(situation.options)])[0]


async def attend(pupil: Pupil, seat: Seat, chance: Random, clock: Clock, sleep: Sleep) -> None:
    """One pupil's lesson, until it ends."""
    began = clock()
    await sleep(pupil.comes)
    mind = _Mind(pupil, chance)
    seated, known = False, Situation(-1, Phase.LOBBY)
    while known.phase is not Phase.ENDED:
        away = pupil.leaves <= clock() - began < pupil.leaves + AWAY
        try:
            if not away:
                seated = seated or await seat.join()
                known = (await seat.look(known.rev) or known) if seated else known
                await mind.act(seat, known, clock())
        except AwayError:
            known = Situation(-1, Phase.LOBBY)
        await sleep(LOOKS)


class _Mind:
    """What one pupil makes of what is shown, and when it answers."""

    def __init__(self, pupil: Pupil, chance: Random) -> None:
        self._pupil = pupil
        self._chance = chance
        self._about: tuple[str, int] = ("", 0)
        self._due: list[float] = []
        self._scene, self._moves = 0, 0.0

    async def act(self, seat: Seat, known: Situation, now: float) -> None:
        if plays(known):
            await self._play(seat, now)
        if not answers(known):
            return
        about = (known.step, known.round)
        if about != self._about:
            self._about = about
            self._due = self._times(now)
        if self._due and now >= self._due[0]:
            choice = answer(known, self._chance)
            if choice is not None:
                await seat.vote(known, choice)
            self._due.pop(0)

    async def _play(self, seat: Seat, now: float) -> None:
        """Goes on through the story, at its own pace."""
        scenes = seat.scenes()
        if scenes and now >= self._moves:
            self._moves = now + self._chance.uniform(*_READS)
            await seat.move(scenes[min(self._scene, len(scenes) - 1)])
            self._scene += self._chance.randint(1, 3)

    def _times(self, now: float) -> list[float]:
        """When it answers."""
        first = now + self._chance.uniform(*THINKS)
        match self._pupil.habit:
            case Habit.SILENT:
                return []
            case Habit.CHANGES_MIND:
                return [first, first + _AGAIN]
            case Habit.STEADY | Habit.LATE | Habit.LOSES_NETWORK:
                return [first]
            case _:
                assert_never(self._pupil.habit)


async def attend_all(
    pupils: Sequence[Pupil], seat: Callable[[], Seat], chance: Random, clock: Clock, sleep: Sleep
) -> None:
    """A whole class's lesson; each pupil has a seat and chances of its own."""
    own = [Random(chance.random()) for _ in pupils]  # noqa: S311 - pupils that are simulated
    await asyncio.gather(
        *(attend(pupil, seat(), luck, clock, sleep) for pupil, luck in zip(pupils, own, strict=True))
    )


def situation_of(value: object) -> Situation | None:
    """What the hub tells a page, None where nothing is new. Raises ProtocolError."""
    found = table(value, 20)
    if found.keys() == {"rev"}:
        return None
    rev = whole(found.get("rev"), 0, 2**53)
    phase = Phase(found.get("phase"))
    if found.get("step") is None:
        return Situation(rev, phase)
    step = fields(found["step"], ("id", "kind", "options"), ("title", "text", "place"))
    options = len(rows(step["options"], 12))
    return Situation(
        rev, phase, name(step["id"]), Kind(step["kind"]), options, whole(found.get("round"), 1, 2**53)
    )
