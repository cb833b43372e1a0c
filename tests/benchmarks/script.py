"""Plays through the game's own loop, with keys in place of a player."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame

from game.screens.page import Screen
from game.screens.pages import page as page_of
from tests.benchmarks.opened import next_key
from tests.benchmarks.sampling import WatchedWindow

if TYPE_CHECKING:
    import random

    from game.screens.page import Page
    from game.view.shell import Shell

PATIENCE = 30
"""So many pictures of something that moves are enough."""
MOST_KEYS = 1500
MOVING = ("fading", "arriving", "typing", "breathing")


@dataclass(slots=True)
class Script:
    """Stands in for pygame's events. Each key is pressed when the game waits, or when something has moved enough.

    `latencies` are the seconds from a key to the picture of what it did, each with the screen it led to;
    `frames` the seconds of work for each picture in which something moved, by what moved; `changes` those of the
    latencies that led to a place not seen before on this way, whose picture is the dearest.
    """

    shell: Shell
    calm: int
    ends: float
    chance: random.Random
    latencies: list[tuple[str, float]] = field(default_factory=list)
    frames: dict[str, list[float]] = field(default_factory=dict)
    changes: list[float] = field(default_factory=list)
    keys: int = 0
    reached: bool = False
    _turns: int = 0
    _moved: int = 0
    _pressed: float = 0.0
    _woken: float = 0.0
    _seen: int = 0
    _places: set[object] = field(default_factory=set)

    def play(self) -> None:
        """Until an ending, or until time is up."""
        real = pygame.event.get

        def get() -> list[pygame.Event]:
            self._note()
            self._moved += 1
            events = real()
            if self._moved > PATIENCE:
                events.append(self._key())
            self._woken = time.perf_counter()
            return events

        def peek() -> bool:
            self._note()
            self._moved, self._woken = 0, 0.0
            if self._turns < self.calm:
                self._turns += 1
                return False
            pygame.event.post(self._key())
            return True

        pygame.event.get, pygame.event.peek = get, peek  # type: ignore[assignment]
        pygame.time.wait = lambda _: 0
        self.shell.run()

    def _note(self) -> None:
        """Looks whether the last turn of the loop ended in a picture."""
        flipped = WatchedWindow.flipped
        if len(flipped) == self._seen:
            return
        self._seen = len(flipped)
        entered = self._entered()
        if self._pressed:
            took = flipped[-1] - self._pressed
            self.latencies.append((self._page().screen.name, took))
            if entered:
                self.changes.append(took)
            self._pressed = 0.0
        elif self._woken:
            motion = self.shell.display.motion
            for name in [name for name in MOVING if getattr(motion, name) is not None][:1]:
                self.frames.setdefault(name, []).append(flipped[-1] - self._woken)

    def _entered(self) -> bool:
        """Whether the last picture is the first one of a place."""
        frame = self.shell.display.frame
        place = frame.stage_key if frame else None
        entered = bool(place) and place not in self._places
        self._places.add(place)
        return entered

    def _page(self) -> Page:
        return page_of(self.shell.app, self.shell.words)

    def _key(self) -> pygame.Event:
        page = self._page()
        self.reached = page.screen is Screen.ENDING
        self.keys += 1
        if self.reached or self.keys > MOST_KEYS or time.perf_counter() > self.ends:
            self.shell.running = False
            return pygame.Event(pygame.USEREVENT)
        self._turns = self._moved = 0
        self._pressed = time.perf_counter()
        return next_key(page, self.chance)
