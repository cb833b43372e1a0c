"""Somebody with one switch: they see what is offered, wait, and press."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.screens.offering import READ_ON
from game.screens.scanning import Scan, offered, press, tick
from game.screens.settings import Scanning

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.model import App
    from game.screens.page import Page, Screen
    from tests.screens.support import Player

LOOK = 0.1
"""Seconds between two looks at the screen."""
PATIENCE = 1200
"""So many looks, two minutes, in which what somebody waits for must come."""


@dataclass
class Switch:
    """A player, a walk over what there is to press, and the time. `scrolls` says which pages do not fit."""

    player: Player
    every: Scanning = Scanning.EVEN
    now: float = 100.0
    scrolls: bool = False
    scan: Scan = field(default_factory=Scan)
    presses: int = 0
    read_on: int = 0
    _seen: tuple[App, Page] | None = None

    def __post_init__(self) -> None:
        self.wait(LOOK)
        self.wait(0.6)

    @property
    def page(self) -> Page:
        """The page as the window keeps it: the same object as long as nothing has changed."""
        app = self.player.app
        if self._seen is None or self._seen[0] is not app:
            fresh = self.player.page
            self._seen = app, self._seen[1] if self._seen and self._seen[1] == fresh else fresh
        return self._seen[1]

    @property
    def screen(self) -> Screen:
        return self.page.screen

    @property
    def offered(self) -> tuple[Intent, ...]:
        return offered(self.scan, self.page)

    def wait(self, seconds: float) -> Switch:
        """Time passes, and the window looks often what the time is."""
        until = self.now + seconds
        while self.now < until:
            self.now = min(until, self.now + LOOK)
            self.scan = tick(self.scan, self.page, self.every, self.now, scrolls=self.scrolls)
        return self

    def press(self) -> Intent | None:
        """The switch, now; what it meant is done."""
        self.presses += 1
        self.scan, meant = press(self.scan, self.page, self.now)
        if meant == READ_ON:
            self.read_on += 1
        elif meant is not None:
            self.player.do(meant)
        return meant

    def until_offered(self, intent: Intent, *, alone: bool = False) -> Switch:
        """Waits until this is offered, by itself or among others."""
        for _ in range(PATIENCE):
            if self.offered == (intent,) or (not alone and intent in self.offered):
                return self
            self.wait(LOOK)
        raise AssertionError(f"{intent} is never offered: {self.page.screen}")

    def take(self, intent: Intent) -> int:
        """Waits for it and presses, into its groups and then itself; says how many presses that took."""
        before = self.presses
        for _ in range(9):
            self.wait(0.6)
            self.until_offered(intent)
            if self.press() == intent:
                return self.presses - before
        raise AssertionError(f"{intent} is not reached")

    def seconds_to(self, intent: Intent) -> float:
        """How long one waits until this is offered alone, without a press."""
        start = self.now
        self.until_offered(intent, alone=True)
        return self.now - start

    def rest(self) -> Switch:
        """Does nothing until nothing is offered any more."""
        for _ in range(PATIENCE * 10):
            if not self.offered:
                return self
            self.wait(LOOK)
        raise AssertionError("the screen is never still")
