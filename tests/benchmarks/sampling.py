"""What a process uses: its share of a core while nothing happens, and its memory."""

from __future__ import annotations

import resource
import sys
import threading
import time
from dataclasses import dataclass
from typing import ClassVar

import pygame


class WatchedWindow(pygame.Window):
    """A window that remembers when each picture was there (seconds of `time.perf_counter`)."""

    flipped: ClassVar[list[float]] = []
    shown: ClassVar[threading.Event] = threading.Event()

    def flip(self) -> None:
        super().flip()
        self.flipped.append(time.perf_counter())
        self.shown.set()


@dataclass(slots=True)
class Idle:
    """Lets the program run for a while, looks at what it uses, and asks it to quit."""

    settle: float
    seconds: float
    share: float = 0.0
    pictures: int = 0

    def start(self) -> None:
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        wait = threading.Event()
        wait.wait(self.settle)
        used, since, shown = time.process_time(), time.perf_counter(), len(WatchedWindow.flipped)
        wait.wait(self.seconds)
        self.share = (time.process_time() - used) / (time.perf_counter() - since)
        self.pictures = len(WatchedWindow.flipped) - shown
        pygame.event.post(pygame.Event(pygame.QUIT))


def peak_memory() -> float:
    """The most that this process has held so far, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)
