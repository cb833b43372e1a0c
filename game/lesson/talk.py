"""A stage and its hub, in a loop of its own: the hub is kept up, a lesson begun or gone on with, and talked about in it.

When the hub has moved or the computer has slept, all connections are made anew.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic, time
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from game.lesson.hubs import HubDownError
from game.lesson.saying import RETRY, SLOWEST, Saying
from game.lesson.teacher_client import Lesson, TeacherClient, UnknownError, UnreachedError, begin, connection
from game.lesson.unfinished import Unfinished
from game.screens.lesson.wire import Link, Phase, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    import httpx

    from game.lesson.board import Board
    from game.lesson.hubs import Hub, Way
    from game.lesson.outbox import Outbox
    from game.lesson.protocol import Texts
    from game.lesson.unfinished import Desk
    from game.screens.lesson.wire import Phrase

LOOK = 0.25
"""Seconds between two looks whether the hub's process lives."""
SLEPT = 3.0
"""A pause that took so many seconds longer than it should: the computer slept, and connections may be dead."""
GIVEN_UP = 4
"""Failures to start a hub, one after the other, after which the teacher is told."""


class Talk:
    """One lesson's talk. It runs in a thread of its own; `wake` and `stop` may be called from any other."""

    def __init__(
        self,
        hub: Hub,
        desk: Desk,
        outbox: Outbox,
        board: Board,
        rendered: Callable[[Phrase], Texts],
        places: int,
    ) -> None:
        self._hub = hub
        self._desk = desk
        self._outbox = outbox
        self._board = board
        self._rendered = rendered
        self._places = places
        self.clock: Callable[[], float] = monotonic
        self.way: Way | None = None
        self.lesson: Lesson | None = None
        self.moved = asyncio.Event()
        """Set when pupils may need another address."""
        self._note = desk.found(time())
        self._over = False
        self._told, self._woken, self._there = asyncio.Event(), asyncio.Event(), asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def wake(self) -> None:
        """There is something to tell."""
        self._from_outside(self._told.set)

    def stop(self) -> None:
        """Ends the talk, whatever waits to be told."""
        self._over = True
        self._from_outside(self._there.set)
        self._from_outside(self._woken.set)

    def _from_outside(self, what: Callable[[], None]) -> None:
        loop = self._loop
        if loop:
            with suppress(RuntimeError):  # the loop has just ended
                loop.call_soon_threadsafe(what)

    async def run(self) -> None:
        """Talks until the hub has done `End`, or does not know the lesson any more."""
        self._loop = asyncio.get_running_loop()
        watch = asyncio.create_task(self._watch())
        try:
            while not self._over:
                await self._talk_safely()
        finally:
            watch.cancel()
            await asyncio.gather(watch, return_exceptions=True)

    # --- the hub itself ---

    async def _watch(self) -> None:
        """Keeps the hub up, and notices that the computer has slept."""
        failures = 0
        while True:
            try:
                way = await asyncio.to_thread(self._hub.up, self._note)
            except (HubDownError, OSError):
                failures += 1
                self._missed()
                if failures >= GIVEN_UP:
                    self._board.change(trouble=Trouble.BROKEN)
            else:
                if failures >= GIVEN_UP:
                    self._board.change(trouble=Trouble.NONE)
                failures = 0
                self._found(way)
            before = self.clock()
            await asyncio.sleep(min(LOOK * 2**failures, SLOWEST))
            if self.clock() - before > SLEPT + SLOWEST:
                self._woken.set()
                self.moved.set()

    def _found(self, way: Way) -> None:
        if way == self.way:
            return
        self.way = way
        self._note_down()
        self._there.set()
        self._woken.set()
        self.moved.set()

    # --- a lesson in it ---

    async def _talk_safely(self) -> None:
        try:
            await self._talk_until_woken()
        # Whatever it was, a class sits there: the lesson goes on, and this is tried again.
        except Exception:  # noqa: BLE001
            self._missed()
            await asyncio.sleep(SLOWEST)

    async def _talk_until_woken(self) -> None:
        await self._there.wait()
        self._woken.clear()
        if self._over or self.way is None:
            return
        async with connection(self.way.teachers, elsewhere=not self.way.port) as http:
            try:
                lesson = self.lesson or await self._begun(http, self.way)
                saying = Saying(
                    TeacherClient(http, lesson), self._outbox, self._board, self._rendered, self._told
                )
                self._over = await saying.all(until=self._woken) or self._over
            except UnreachedError:
                self._missed()
                await asyncio.sleep(RETRY)
            except UnknownError:
                await self._unknown()

    async def _unknown(self) -> None:
        """The hub has never heard of the lesson, or has forgotten it; or it does not let this school in."""
        if self.lesson:
            self._over = True
            self._board.change(phase=Phase.ENDED)
        else:
            self._board.change(trouble=Trouble.REFUSED)
            await asyncio.sleep(SLOWEST)

    async def _begun(self, http: httpx.AsyncClient, way: Way) -> Lesson:
        """The lesson that an earlier stage could not finish, or a new one."""
        lesson = await self._gone_on(http, way) or await begin(http, way.invite, self._places)
        self.lesson = lesson
        self._note_down()
        self._board.change(code=lesson.code, trouble=Trouble.NONE)
        self.moved.set()
        return lesson

    async def _gone_on(self, http: httpx.AsyncClient, way: Way) -> Lesson | None:
        note = self._note
        if note is None or note.hub != way.public:
            return None
        lesson = Lesson(note.id, note.code, note.key)
        try:
            state = await TeacherClient(http, lesson).state()
        except UnknownError:
            return None
        if state is None or state.seen.phase is Phase.ENDED:
            return None
        self._outbox.seq = state.seq
        self._board.change(kept=state.seen.kept)
        return lesson

    def _note_down(self) -> None:
        """Keeps what the next start of the program needs. Where that cannot be written, the lesson goes on all the same."""
        lesson, way = self.lesson, self.way
        if lesson is None or way is None:
            return
        begun = self._note.begun if self._note and self._note.id == lesson.id else time()
        port = urlsplit(way.teachers).port or 0
        self._note = Unfinished(
            lesson.id, lesson.code, lesson.key, begun, way.public, way.port, port, way.pid, way.database
        )
        with suppress(OSError):
            self._desk.note(self._note)

    def _missed(self) -> None:
        self._board.change(link=Link.LOST if self.lesson else Link.STARTING)
