"""From F2 to the first picture in another language, in the game's own loop: a round of all languages, twice."""

from __future__ import annotations

import json
import sys
import time

import pygame

from tests.benchmarks.conditions import SMALL
from tests.benchmarks.opened import STILL, open_game
from tests.benchmarks.sampling import WatchedWindow


def switched(calm: int) -> dict[str, list[float]]:
    """The seconds of the first time in each language (`cold`) and of the second (`warm`), at the story's first line.

    Before each key the game has so many calm turns of its loop to read ahead.
    """
    shell = open_game(SMALL, STILL)
    several = len(shell.app.library.languages)
    pressed: list[float] = []
    took: list[float] = []
    turns = 0

    def peek() -> bool:
        nonlocal turns
        if len(pressed) > len(took):
            took.append(WatchedWindow.flipped[-1] - pressed[-1])
        if turns < calm:
            turns += 1
            return False
        turns = 0
        if len(took) == 2 * several:
            shell.running = False
            return True
        pressed.append(time.perf_counter())
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_F2, mod=0, unicode=""))
        return True

    pygame.event.peek = peek  # type: ignore[assignment]
    pygame.time.wait = lambda _: 0
    shell.run()
    return {"cold": took[:several], "warm": took[several:]}


if __name__ == "__main__":
    print(json.dumps(switched(int(sys.argv[1]))), flush=True)
