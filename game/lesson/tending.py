"""Looks after what pupils type: the address, which changes when the computer changes networks, and whether it works."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from game.lesson.addresses import LOOPBACK, qr_rows, typed
from game.lesson.hubs import shown
from game.lesson.reach import reach_of
from game.lesson.teacher_client import answers, connection
from game.screens.lesson.wire import Link

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.lesson.board import Board
    from game.lesson.hubs import Way
    from game.lesson.talk import Talk

EVERY = 5.0
"""Seconds between two looks."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """What pupils are shown, and since when."""

    url: str = ""
    code: str = ""
    since: float = 0.0


class Tending:
    """The address of one lesson. `find` gives this computer's addresses, the best first, and may take its time."""

    def __init__(self, talk: Talk, board: Board, find: Callable[[], tuple[str, ...]]) -> None:
        self._talk = talk
        self._board = board
        self._find = find
        self._shown = _Shown()
        self._came = False

    async def run(self) -> None:
        """Looks again and again, at once where something has moved."""
        while True:
            self._talk.moved.clear()
            await self._look()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._talk.moved.wait(), EVERY)

    async def _look(self) -> None:
        way, lesson = self._talk.way, self._talk.lesson
        if way is None or lesson is None:
            return
        url = way.public or await self._own(way.port)
        if (url, lesson.code) != (self._shown.url, self._shown.code):
            self._shown = _Shown(url, lesson.code, self._talk.clock())
            self._board.change(address=shown(url), qr=qr_rows(f"{url}/s/{lesson.code}"))
        seen = self._board.seen
        self._came = self._came or seen.joined > 0
        # Of a hub that is being started again, nothing can be said.
        answers = await self._answers(url, way) if seen.link is Link.HERE and not self._came else None
        waited = self._talk.clock() - self._shown.since
        self._board.change(reach=reach_of(came=self._came, answers=answers, waited=waited))

    async def _answers(self, url: str, way: Way) -> bool:
        if way.port and httpx.URL(url).host == LOOPBACK:
            # Without a network the computer hears itself, and nobody else does.
            return False
        async with connection(url, elsewhere=not way.port) as http:
            return await answers(http, url)

    async def _own(self, port: int) -> str:
        found = await asyncio.to_thread(self._find)
        return f"http://{typed(found[0] if found else LOOPBACK, port)}"
