"""A hub: lessons in a database, written by one thread, looked at by many, and dead in time. Its apps are in `apps`."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.exc import SQLAlchemyError

from game.lesson import expiry
from game.lesson.boards import Boards
from game.lesson.database import emptied, for_writing
from game.lesson.reader import Reader
from game.lesson.workers import Listener
from game.lesson.writer import BusyError, Writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

T = TypeVar("T")

_NO_LESSON = ""
"""What operations on all lessons are asked under."""


class Hub:
    """What the apps ask. It owns the database that it is given."""

    def __init__(self, engine: Engine, clock: Callable[[], float] = time.time) -> None:
        """Deletes what has expired. Raises SQLAlchemyError."""
        self._engine = engine
        self._clock = clock
        with for_writing(engine).begin() as connection:
            expiry.at_start(connection, expiry.now(connection, clock))
        self.boards = Boards(Reader(engine))
        self._writer = Writer(engine, self.boards.changed)
        self._listener = Listener(engine, self.boards.changed)
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Begins to look after its lessons, in the running loop."""
        self.boards.open()
        self._tasks = [asyncio.create_task(each) for each in (self._sweep(), self.boards.keep_looking())]

    async def stop(self) -> None:
        """Writes what was asked for, and lets go of the database."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._listener.close()
        self._writer.close()
        self.boards.close()
        with suppress(SQLAlchemyError):
            emptied(self._engine)
        self._engine.dispose()

    async def ask(self, lesson: str, work: Callable[[Connection], T]) -> T:
        """Has something done to a lesson; it is on disk when this answers. Raises BusyError."""
        return await asyncio.wrap_future(self._writer.submit(lesson, work))

    async def ask_all(self, work: Callable[[Connection, float], T]) -> T:
        """The same for what belongs to no lesson yet, or to all; it is given the time."""
        return await self.ask(
            _NO_LESSON, lambda connection: work(connection, expiry.now(connection, self._clock))
        )

    async def empty(self) -> None:
        """Leaves nothing on the disk of what was deleted."""
        with suppress(SQLAlchemyError):
            await asyncio.to_thread(emptied, self._engine)

    async def _sweep(self) -> None:
        before = expiry.steady()
        while True:
            await asyncio.sleep(expiry.EVERY)
            with suppress(BusyError):
                now = expiry.steady()
                dead = await self.ask_all(partial(expiry.grow_older, elapsed=now - before))
                before = now
                self.boards.forget(dead)
                if dead:
                    await self.empty()
