"""What a stage and its hub say to each other over one connection: commands go out in order, and what is new comes in.

Whatever is lost on the way is told again, with the same number, until the hub has done it.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, assert_never

from game.lesson.protocol import encode_command
from game.lesson.teacher_client import Done, Expected, Refused, UnreachedError
from game.screens.lesson.wire import End, Link

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.lesson.board import Board
    from game.lesson.outbox import Outbox
    from game.lesson.protocol import TeacherState, Texts
    from game.lesson.teacher_client import TeacherClient
    from game.screens.lesson.wire import Phrase

ASK = 2.0
"""Seconds between two questions how things are, beside the stream: where a filter holds streams back, they are all there is."""
ASK_AGAIN = 0.25
RETRY, SLOWEST = 0.1, 2.0


class Saying:
    """One connection. `told` is set when there is something new in the outbox."""

    def __init__(
        self,
        client: TeacherClient,
        outbox: Outbox,
        board: Board,
        rendered: Callable[[Phrase], Texts],
        told: asyncio.Event,
    ) -> None:
        self._client = client
        self._outbox = outbox
        self._board = board
        self._rendered = rendered
        self._told = told
        self._ask_now = asyncio.Event()
        self._rev = -1

    async def all(self, until: asyncio.Event) -> bool:
        """Tells and learns until the event is set, or the hub has done `End`: whether that is so.

        Raises UnknownError where the hub does not know the lesson.
        """
        telling = asyncio.create_task(self._tell())
        await _first_of(telling, *map(asyncio.create_task, (self._listen(), self._ask(), _set(until))))
        return not telling.cancelled()

    async def _tell(self) -> None:
        """Tells commands, one after the other, until the last one of all was done."""
        pause = RETRY
        while True:
            self._told.clear()
            command = self._outbox.first()
            if command is None:
                await self._told.wait()
                continue
            body = encode_command(command, self._rendered)
            try:
                answer = await self._client.command(self._outbox.seq + 1, body)
            except UnreachedError:
                self._board.change(link=Link.LOST)
                await asyncio.sleep(pause)
                pause = min(2 * pause, SLOWEST)
                continue
            pause = RETRY
            match answer:
                case Done():
                    self._outbox.seq += 1
                    self._outbox.done()
                    if isinstance(command, End):
                        return
                case Expected(seq):
                    self._outbox.seq = seq - 1
                    await asyncio.sleep(RETRY)
                case Refused():
                    self._outbox.done()
                case _:
                    assert_never(answer)

    async def _listen(self) -> None:
        pause = RETRY
        while True:
            with suppress(UnreachedError):
                async for state in self._client.events():
                    self._learn(state)
                    pause = RETRY
            self._ask_now.set()
            await asyncio.sleep(pause)
            pause = min(2 * pause, SLOWEST)

    async def _ask(self) -> None:
        while True:
            pause = ASK
            try:
                state = await self._client.state(self._rev)
            except UnreachedError:
                self._board.change(link=Link.LOST)
                pause = ASK_AGAIN
            else:
                self._board.change(link=Link.HERE)
                if state:
                    self._learn(state)
            self._ask_now.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._ask_now.wait(), pause)

    def _learn(self, state: TeacherState) -> None:
        # The stream and the questions may overtake each other.
        if state.rev >= self._rev:
            self._rev = state.rev
            self._board.learn(state.seen, Link.HERE)


async def _set(event: asyncio.Event) -> None:
    await event.wait()


async def _first_of(*tasks: asyncio.Task[None]) -> None:
    """Waits until one of them is over, and ends the others; raises what that one raised."""
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
