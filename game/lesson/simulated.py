"""The pupils of a rehearsal at their browsers: a thread with a connection for each of them."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING

import httpx

from game.lesson.addresses import LOOPBACK
from game.lesson.rehearsal import AwayError, Situation, attend_all, class_of, situation_of
from game.lesson.strict import ProtocolError, parsed
from game.lesson.teacher_client import PATIENCE, connection
from game.screens.lesson.wire import Phase

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from game.lesson.rehearsal import Clock, Sleep
    from game.screens.lesson.wire import HubSeen

_SHORTLY = 3.0


class Browser:
    """One pupil's. `rehearsal` says where the lesson is, also after it has moved."""

    def __init__(self, rehearsal: Simulated) -> None:
        self._rehearsal = rehearsal
        self._http = connection("", elsewhere=False)

    async def join(self) -> bool:
        """Takes a seat; a lesson that is full or locked has none, and is asked again later."""
        return (await self._asked("POST", "join", {})).is_success

    async def look(self, rev: int) -> Situation | None:
        """How things are; of a lesson that is no longer there, that it has ended."""
        response = await self._asked("GET", f"state?rev={rev}")
        if response.status_code in {httpx.codes.GONE, httpx.codes.NOT_FOUND}:
            return Situation(0, Phase.ENDED)
        if not response.is_success:
            raise AwayError
        try:
            return situation_of(parsed(response.content))
        except (ProtocolError, ValueError) as error:
            raise AwayError from error

    async def vote(self, situation: Situation, choice: int) -> None:
        """Answers; one that comes too late is not repeated."""
        await self._asked(
            "POST", "vote", {"step": situation.step, "round": situation.round, "choice": choice}
        )

    async def move(self, scene: str) -> None:
        """Is in another scene of the story."""
        await self._asked("POST", "progress", {"scene": scene})

    def scenes(self) -> Sequence[str]:
        """The scenes of the story that the class plays."""
        return self._rehearsal.scenes

    async def _asked(self, method: str, what: str, body: dict[str, object] | None = None) -> httpx.Response:
        base = self._rehearsal.base
        try:
            return await self._http.request(
                method,
                f"{base}/s/{self._rehearsal.code}/{what}",
                json=body,
                headers={"Origin": base},
                timeout=PATIENCE,
            )
        except httpx.HTTPError as error:
            raise AwayError from error

    async def close(self) -> None:
        """Is closed."""
        await self._http.aclose()


class Simulated:
    """So many simulated pupils. They come when the lesson is first seen, and go when it ends or `stop` is called.

    `scenes` are those of the story that is played. With another `clock` and `sleep` their time runs faster than it does for others.
    """

    def __init__(
        self, number: int, chance: Random, clock: Clock = monotonic, sleep: Sleep = asyncio.sleep
    ) -> None:
        self.base = self.code = ""
        self.scenes: Sequence[str] = ()
        self._number = number
        self._chance = chance
        self._clock = clock
        self._sleep = sleep
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: Thread | None = None

    def see(self, seen: HubSeen) -> None:
        """What the stage has seen: where the lesson is. Only this computer is ever asked."""
        port = seen.address.rpartition(":")[2]
        if not seen.code or not port.isdecimal():
            return
        self.base, self.code = f"http://{LOOPBACK}:{port}", seen.code
        if self._thread is None:
            self._thread = Thread(target=self._run, name="rehearsal", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Sends all pupils home."""
        if self._thread is None:
            return
        loop = self._loop
        if loop:
            with suppress(RuntimeError):  # they have just gone
                loop.call_soon_threadsafe(_cancel_all, loop)
        self._thread.join(_SHORTLY)
        self._thread = None

    def _run(self) -> None:
        with suppress(asyncio.CancelledError):
            asyncio.run(self._attended())

    async def _attended(self) -> None:
        self._loop = asyncio.get_running_loop()
        browsers: list[Browser] = []

        def seat() -> Browser:
            browsers.append(Browser(self))
            return browsers[-1]

        try:
            pupils = class_of(self._number, self._chance)
            await attend_all(pupils, seat, self._chance, self._clock, self._sleep)
        finally:
            for each in browsers:
                await each.close()


def _cancel_all(loop: asyncio.AbstractEventLoop) -> None:
    for task in asyncio.all_tasks(loop):
        task.cancel()
