"""Measurements of the real game while it is played: each in a process of its own."""

from __future__ import annotations

import json
import random
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.hearing import Aloud
from game.screens.settings import Settings, Speed
from game.view.access.link import Link
from tests.benchmarks.conditions import AHEAD, LARGE, SMALL
from tests.benchmarks.opened import STILL, open_game
from tests.benchmarks.sampling import Idle, peak_memory
from tests.benchmarks.script import Script
from tests.benchmarks.typist import Typist

if TYPE_CHECKING:
    from game.view.shell import Shell


def scripted(shell: Shell, calm: int, seconds: float, seed: int) -> Script:
    """A play on one random way, to an ending if time allows."""
    script = Script(shell, calm, time.perf_counter() + seconds, random.Random(seed))
    script.play()
    return script


def read(shell: Shell, seed: int, seconds: float) -> dict[str, object]:
    """From a key to the next line, for somebody who reads."""
    typist = Typist(shell, seconds, random.Random(seed))
    typist.start()
    shell.run()
    return {"took": typist.latencies}


def told(shell: Shell) -> Shell:
    """The game while a screen reader listens: all that is done in the window's own process for it."""
    shell._access._asked_in = True
    shell._access._link = Link(lambda update: update() and None)
    shell._access._session = object()
    return shell


def held(seed: int, seconds: float) -> dict[str, object]:
    """From a key to the next line, when the next key comes at once."""
    script = scripted(open_game(SMALL, STILL), 0, seconds, seed)
    return {"took": script.latencies, "ending": script.reached}


def scenes(calm: int, width: int, height: int, seed: int, seconds: float) -> dict[str, object]:
    """From a key to the first picture of another place, when the game had so many calm turns to draw it ahead.

    Also what the rasterised pictures take in the end, in megabytes.
    """
    shell = open_game((width, height), STILL)
    script = scripted(shell, calm, seconds, seed)
    pictures = shell.display._art.weight / (1 << 20)
    return {"took": script.changes, "pictures": pictures, "ending": script.reached}


def frames(seconds: float) -> dict[str, object]:
    """The work for each picture while something moves."""
    return {"took": scripted(open_game(LARGE, Settings()), AHEAD, seconds, seed=1).frames}


def memory(seed: int, seconds: float) -> dict[str, object]:
    """The most memory held on a whole way, with everything that moves."""
    script = scripted(open_game(SMALL, Settings(speed=Speed.AT_ONCE)), AHEAD, seconds, seed)
    return {"mb": peak_memory(), "ending": script.reached, "keys": script.keys}


def idle(settle: float, seconds: float) -> dict[str, object]:
    """On a line that has been read, in the loop as it is."""
    shell = open_game(SMALL, Settings())
    sample = Idle(settle, seconds)
    sample.start()
    shell.run()
    return {"share": sample.share, "pictures": sample.pictures}


def main(kind: str, *numbers: str) -> dict[str, object]:
    match kind, [float(number) for number in numbers]:
        case "read", [seed, seconds]:
            return read(open_game(SMALL, STILL), int(seed), seconds)
        case "aloud", [seed, seconds]:
            return read(open_game(SMALL, replace(STILL, aloud=Aloud.ALL)), int(seed), seconds)
        case "told", [seed, seconds]:
            return read(told(open_game(SMALL, STILL)), int(seed), seconds)
        case "held", [seed, seconds]:
            return held(int(seed), seconds)
        case "scenes", [calm, width, height, seed, seconds]:
            return scenes(int(calm), int(width), int(height), int(seed), seconds)
        case "frames", [seconds]:
            return frames(seconds)
        case "memory", [seed, seconds]:
            return memory(int(seed), seconds)
        case "idle", [settle, seconds]:
            return idle(settle, seconds)
        case _:
            raise ValueError(kind)


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])), flush=True)
