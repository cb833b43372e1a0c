"""Lessons die: at the end at once, after four hours at the latest, and when a hub starts.

A lesson's age is what its hubs have measured, a little at a time. The database's own clock is only ever compared with
itself, and adds no more than what a clock that nobody can set has measured meanwhile: a wall clock that is put right, by
hours or years, ends no lesson, and a computer that sleeps over the weekend ends all.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from sqlalchemy import case, delete, func, select, update

from game.lesson.schema import lessons

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import ColumnElement, Connection

EVERY = 30.0
"""Seconds between two sweeps."""
LIFETIME = 4 * 60 * 60.0
"""Seconds that a lesson lives."""
AFTERWARDS = 15 * 60.0
"""Seconds in which who comes to a lesson that has ended is still told so."""


def steady() -> float:
    """Seconds by a clock that nobody sets, and that goes on while the computer sleeps."""
    kind = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
    return time.monotonic() if kind is None else time.clock_gettime(kind)


def now(connection: Connection, clock: Callable[[], float] = time.time) -> float:
    """Seconds by the one clock that all workers share: the database's, and for a file that of its only computer."""
    if connection.dialect.name == "postgresql":
        return float(connection.scalar(select(func.extract("epoch", func.clock_timestamp()))) or 0)
    return clock()


def grow_older(connection: Connection, at: float, elapsed: float) -> list[str]:
    """Adds to every lesson's age what has passed since somebody last did; deletes the dead, and says which.

    `elapsed` is what the steady clock of this worker has measured since it last did.
    """
    passed, most = at - lessons.c.touched, elapsed + EVERY
    step = case((passed < 0, 0.0), (passed > most, most), else_=passed)
    connection.execute(update(lessons).values(age=lessons.c.age + step, touched=at))
    return _delete(connection, lessons.c.age >= LIFETIME)


def ended_now(connection: Connection, lesson: str) -> None:
    """A lesson that has ended is forgotten altogether a little later."""
    connection.execute(update(lessons).where(lessons.c.id == lesson).values(age=LIFETIME - AFTERWARDS))


def at_start(connection: Connection, at: float) -> list[str]:
    """Deletes what an earlier hub left behind and nobody has looked after for as long as a lesson lives.

    Where the clock was set by more than that while no hub ran, the lesson is deleted: rather too much than too little.
    """
    alone = func.abs(at - lessons.c.touched) >= LIFETIME
    return _delete(connection, alone | (lessons.c.age >= LIFETIME))


def _delete(connection: Connection, which: ColumnElement[bool]) -> list[str]:
    dead = list(connection.scalars(select(lessons.c.id).where(which)))
    if dead:
        connection.execute(delete(lessons).where(lessons.c.id.in_(dead)))
    return dead
