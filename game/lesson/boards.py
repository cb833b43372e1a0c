"""What this process knows of the lessons that somebody looks at, read anew whenever they may have changed.

Changes are told by this process's own writer at once, by other workers' through PostgreSQL's NOTIFY, and are looked for every
two seconds in any case. A stage hears of them at most ten times a second. Pupils hear at once where the lesson has turned to
something else, and of numbers that grow once a second: what thirty pages are told of each other's answers nobody could read.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from sqlalchemy.exc import SQLAlchemyError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable

    from game.lesson.reader import Reader, Snapshot
    from game.lesson.session import Lesson

T = TypeVar("T")

APART = 0.1
"""Seconds between two pushes of a lesson."""
NUMBERS = 1.0
"""Seconds between two pushes to pupils in which nothing but numbers has changed."""
EACH = 1 / 1000
"""The same for each of very many pupils."""
LOOK = 2.0
"""Seconds between two looks for what was not told."""
_READERS = 4


@dataclass(eq=False, slots=True)
class _Board:
    """A lesson as it was last read, and those who look at it."""

    snapshot: Snapshot | None = None
    pushed: Snapshot | None = None
    told: Snapshot | None = None
    reading: asyncio.Lock = field(default_factory=asyncio.Lock)
    next: asyncio.Task[Snapshot | None] | None = None
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    stages: set[asyncio.Event] = field(default_factory=set)
    pupils: set[asyncio.Event] = field(default_factory=set)
    pushing: asyncio.Task[None] | None = None
    used: bool = True

    @property
    def looked_at(self) -> bool:
        """Whether somebody looks."""
        return bool(self.stages or self.pupils)


class Boards:
    """All of them. Belongs to the loop that it is opened in; `changed` may be called from any thread."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._boards: dict[str, _Board] = {}
        self._codes: dict[str, str] = {}
        self._pool = ThreadPoolExecutor(_READERS, "reader")
        self._loop: asyncio.AbstractEventLoop | None = None

    def open(self) -> None:
        """Begins in the running loop."""
        self._loop = asyncio.get_running_loop()

    def close(self) -> None:
        """Reads no more."""
        for board in self._boards.values():
            if board.pushing is not None:
                board.pushing.cancel()
        self._pool.shutdown()

    def changed(self, lessons: Iterable[str]) -> None:
        """These may be different now."""
        if self._loop:
            # The loop of a hub that is just closing takes no more.
            with suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._mark, tuple(lessons))

    async def find(self, code: str) -> str:
        """The id of the lesson with a code, "" for none. Raises SQLAlchemyError, as all of these do."""
        known = self._codes.get(code)
        if known is None:
            known = await self._read(lambda: self._reader.id_of(code))
            if known:
                self._codes[code] = known
        return known

    async def now(self, lesson: str) -> Snapshot | None:
        """The lesson as it is in the database, None where it is gone."""
        board = self._board(lesson)
        if board.next is None:
            board.next = asyncio.create_task(self._next(lesson, board))
            # Whoever asked may be gone before it fails.
            board.next.add_done_callback(lambda task: task.cancelled() or task.exception())
        return await asyncio.shield(board.next)

    async def _next(self, lesson: str, board: _Board) -> Snapshot | None:
        """One reading for all who asked before it began: a thousand pages that open are not a thousand readings."""
        async with board.reading:
            board.next = None
            board.snapshot = await self._read(lambda: self._reader.snapshot(lesson, board.snapshot))
            return board.snapshot

    def latest(self, lesson: str) -> Snapshot | None:
        """The lesson as it was last read, None where it is gone."""
        return self._board(lesson).snapshot

    async def all_ended(self) -> bool:
        """Whether no lesson is going on."""
        return await self._read(self._reader.all_ended)

    @asynccontextmanager
    async def looking(self, lesson: str, *, stage: bool = False) -> AsyncIterator[asyncio.Event]:
        """An event that is set whenever the lesson has changed, as long as somebody looks."""
        board, event = self._board(lesson), asyncio.Event()
        lookers = board.stages if stage else board.pupils
        lookers.add(event)
        if board.pushing is None:
            board.pushing = asyncio.create_task(self._push(lesson, board))
        try:
            yield event
        finally:
            lookers.discard(event)
            if not board.looked_at and board.pushing is not None:
                board.pushing.cancel()
                board.pushing = None

    async def keep_looking(self) -> None:
        """Looks every two seconds for what nobody told, until it is cancelled."""
        while True:
            await asyncio.sleep(LOOK)
            looked_at = {each: board for each, board in self._boards.items() if board.looked_at}
            with suppress(SQLAlchemyError):
                revs = await self._read(partial(self._reader.revs, tuple(looked_at))) if looked_at else {}
                for lesson, board in looked_at.items():
                    known = board.snapshot.lesson.rev if board.snapshot else None
                    if revs.get(lesson) != known:
                        board.changed.set()

    def forget(self, dead: Iterable[str] = ()) -> None:
        """Lets go of lessons that are dead, and of those that nobody has asked for since this was last called."""
        gone = set(dead)
        for lesson, board in list(self._boards.items()):
            if board.looked_at:
                if lesson in gone:
                    board.changed.set()
            elif lesson in gone or not board.used:
                del self._boards[lesson]
            board.used = False
        self._codes = {code: each for code, each in self._codes.items() if each in self._boards}

    def _mark(self, lessons: tuple[str, ...]) -> None:
        for lesson in lessons:
            board = self._boards.get(lesson)
            if board:
                board.changed.set()

    def _board(self, lesson: str) -> _Board:
        board = self._boards.setdefault(lesson, _Board())
        board.used = True
        return board

    async def _push(self, lesson: str, board: _Board) -> None:
        clock = asyncio.get_running_loop().time
        due: float | None = None
        while True:
            await _woken(board.changed, None if due is None else due - clock())
            board.changed.clear()
            with suppress(SQLAlchemyError):
                snapshot = await self.now(lesson)
                if snapshot is None or snapshot is not board.pushed:
                    board.pushed = snapshot
                    _wake(board.stages)
                    due = clock() + max(NUMBERS, EACH * len(board.pupils)) if due is None else due
                if _turned(board.told, snapshot) or (due is not None and clock() >= due):
                    board.told, due = snapshot, None
                    _wake(board.pupils)
            await asyncio.sleep(APART)

    async def _read(self, ask: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._pool, ask)


async def _woken(event: asyncio.Event, seconds: float | None) -> None:
    """Waits for an event, and not longer."""
    with suppress(TimeoutError):
        async with asyncio.timeout(None if seconds is None else max(0.0, seconds)):
            await event.wait()


def _wake(lookers: Iterable[asyncio.Event]) -> None:
    for each in lookers:
        each.set()


def _turned(before: Snapshot | None, after: Snapshot | None) -> bool:
    """Whether pupils have something else before them now, and not only other numbers."""
    if before is None or after is None:
        return True
    return _place(before.lesson) != _place(after.lesson)


def _place(lesson: Lesson) -> tuple[object, ...]:
    step = lesson.step
    return lesson.seen_phase, lesson.shown, step.round if step else 0
