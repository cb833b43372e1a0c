"""What runs beside the stage: it keeps a hub up, tells it what the stage does, and learns who has come and answered.

    hub = EmbeddedHub(desk)          # or RemoteHub(url, invite)
    classroom = ClassLink(hub, {"sv": words, "so": other_words}, desk)
    classroom.start(devices=True)
    classroom.tell(Next(step))
    seen = classroom.poll(now)       # HubSeen, or None
    classroom.close()

Only `start` of a second lesson and `close` ever wait, and those shortly.
"""

from __future__ import annotations

import asyncio
from threading import Thread
from time import monotonic, time
from typing import TYPE_CHECKING

from game.lesson.addresses import addresses
from game.lesson.board import Board
from game.lesson.outbox import Outbox
from game.lesson.rendering import rendering
from game.lesson.talk import Talk
from game.lesson.tending import Tending
from game.lesson.unfinished import AnotherLessonError
from game.screens.lesson.wire import End, HubSeen, Link, Phase, Trouble

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.lesson.hubs import Hub
    from game.lesson.unfinished import Desk
    from game.screens.lesson.wire import ToHub
    from game.screens.words import Words

PLACES = 40
"""Seats in a lesson, unless somebody knows better: more than any class has."""
FAREWELL = 3.0
"""Seconds in which the hub is to hear that the lesson is over."""


class ClassLink:
    """The way of one stage to its hub. All of it is used from the stage's thread.

    `words` are the languages that pupils can choose. `clock` counts seconds, and goes on while the computer sleeps or jumps.
    """

    def __init__(
        self,
        hub: Hub,
        words: Mapping[str, Words],
        desk: Desk,
        *,
        places: int = PLACES,
        find: Callable[[], tuple[str, ...]] = addresses,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._hub = hub
        self._rendered = rendering(words)
        self._desk = desk
        self._places = places
        self._find = find
        self._clock = clock
        self._board = Board()
        self._outbox = Outbox()
        self._talk: Talk | None = None
        self._thread: Thread | None = None

    def start(self, *, devices: bool) -> None:
        """Begins a lesson, or goes on with the one that an earlier stage on this computer could not finish.

        Without devices, where nothing was left unfinished, nothing is started: hands need no hub. While a lesson goes on, nothing happens; after its end another
        one begins. Where one is going on in another window, `HubSeen.trouble` says so.
        """
        going = self._thread is not None and self._thread.is_alive() and not self._outbox.ended
        if going or not (devices or self._desk.found(time())):
            return
        self.close()
        try:
            self._desk.take()
        except AnotherLessonError:
            self._board.wipe(link=Link.LOST, trouble=Trouble.ELSEWHERE)
            return
        self._board.wipe(link=Link.STARTING)
        self._outbox = Outbox()
        self._talk = Talk(self._hub, self._desk, self._outbox, self._board, self._rendered, self._places)
        self._talk.clock = self._clock
        self._thread = Thread(target=self._run, args=(self._talk,), name="lesson", daemon=True)
        self._thread.start()

    def tell(self, command: ToHub) -> None:
        """Has the hub do this after all that was told before. It never waits; without a hub nothing happens."""
        if self._talk:
            self._outbox.put(command)
            self._talk.wake()

    def poll(self, now: float) -> HubSeen | None:
        """All that is known, where any of it is new; None, nearly always. It never waits."""
        del now
        return self._board.news()

    def close(self) -> None:
        """Ends the lesson, if nobody has, and leaves nothing of it on this computer. A hub that does not hear it is not waited
        for longer than `FAREWELL`; one elsewhere forgets the lesson by itself.
        """
        if self._talk is None or self._thread is None:
            return
        self.tell(End())
        self._thread.join(FAREWELL)
        self._talk.stop()
        self._thread.join(FAREWELL)
        if self._thread.is_alive():
            # Whatever it still waits for: a hub that nobody needs any more is not left running.
            self._put_away()
        self._talk = self._thread = None

    def _run(self, talk: Talk) -> None:
        try:
            asyncio.run(_both(talk, Tending(talk, self._board, self._find)))
        finally:
            self._put_away()
        self._board.change(
            phase=Phase.ENDED, joined=0, answered=0, symbols=(), scenes=(), sums=(), tally=None
        )

    def _put_away(self) -> None:
        self._hub.down()
        self._desk.forget()
        self._desk.leave()


async def _both(talk: Talk, tending: Tending) -> None:
    """Talks until the lesson is over, and looks after the address meanwhile."""
    looks = asyncio.create_task(tending.run())
    try:
        await talk.run()
    finally:
        looks.cancel()
        await asyncio.gather(looks, return_exceptions=True)
