"""Presses keys while the real loop runs, as somebody who reads each line, and notes how long each picture took."""

from __future__ import annotations

import threading
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

    from game.view.shell import Shell

PAUSE = (0.25, 0.55)
"""A fast reader's time on a line, at random between these, in seconds."""


@dataclass(slots=True)
class Typist:
    """`latencies` are the seconds from each key, waking the loop included, to the picture of what it did."""

    shell: Shell
    seconds: float
    chance: random.Random
    latencies: list[tuple[str, float]] = field(default_factory=list)

    def start(self) -> None:
        threading.Thread(target=self._type, daemon=True).start()

    def _type(self) -> None:
        ends = time.perf_counter() + self.seconds
        reading = threading.Event()
        while time.perf_counter() < ends:
            reading.wait(self.chance.uniform(*PAUSE))
            page = page_of(self.shell.app, self.shell.words)
            if page.screen is Screen.ENDING:
                break
            self._press(next_key(page, self.chance))
        pygame.event.post(pygame.Event(pygame.QUIT))

    def _press(self, key: pygame.Event) -> None:
        WatchedWindow.shown.clear()
        pressed = time.perf_counter()
        pygame.event.post(key)
        if WatchedWindow.shown.wait(1.0):
            screen = page_of(self.shell.app, self.shell.words).screen
            self.latencies.append((screen.name, WatchedWindow.flipped[-1] - pressed))
