"""A stage for tests: its link, and what it has seen."""

from __future__ import annotations

from threading import Event
from time import monotonic
from typing import TYPE_CHECKING

from game.lesson.hubs import HubDownError, Way
from game.screens.lesson.wire import HubSeen

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.lesson.link import ClassLink
    from game.lesson.unfinished import Unfinished

LONG = 30.0
"""Seconds after which a test has failed."""


def until(true: Callable[[], bool]) -> None:
    """Waits for something to become true."""
    rests = Event()
    ends = monotonic() + LONG
    while not true():
        assert monotonic() < ends, "it never came"
        rests.wait(0.01)


class Stage:
    """Asks its link as a window does, and remembers all that it was told."""

    def __init__(self, link: ClassLink) -> None:
        self.link = link
        self.history: list[HubSeen] = []

    @property
    def seen(self) -> HubSeen:
        """The latest."""
        news = self.link.poll(monotonic())
        if news:
            self.history.append(news)
        return self.history[-1] if self.history else HubSeen()

    def until(self, true: Callable[[HubSeen], bool]) -> HubSeen:
        """Waits until what is seen is so."""
        until(lambda: true(self.seen))
        return self.seen


class HubAt:
    """A hub that somebody else runs, as if it were this computer's."""

    def __init__(self, port: int, invite: str = "invited") -> None:
        self.way = Way(f"http://127.0.0.1:{port}", invite, port)
        self.fails = 0
        self.ended = 0

    def up(self, note: Unfinished | None) -> Way:
        """Where it is, after as many failures as were asked for."""
        del note
        if self.fails:
            self.fails -= 1
            raise HubDownError
        return self.way

    def down(self) -> None:
        """Counts."""
        self.ended += 1
