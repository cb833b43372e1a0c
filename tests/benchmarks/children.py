"""Processes to measure in, on a screen that is not there (SDL's dummy driver) or on one of Xvfb."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[2]
SCREEN = "1920x1080x24"

# As the game sets them, so that the bare window is measured under the same conditions.
_SAME = {"PYGAME_HIDE_SUPPORT_PROMPT": "1", "SDL_FRAMEBUFFER_ACCELERATION": "0", "SDL_AUDIODRIVER": "dummy"}
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
DUMMY = {"SDL_VIDEODRIVER": "dummy"}


@contextlib.contextmanager
def xvfb() -> Iterator[dict[str, str] | None]:
    """What a process needs in its environment to show itself on a virtual screen; None where there is no Xvfb."""
    program = shutil.which("Xvfb")
    if program is None:
        yield None
        return
    reading, writing = os.pipe()
    command = [program, "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        yield {"DISPLAY": f":{number}"} if number else None
    finally:
        server.terminate()
        server.wait()


def child(screen: Mapping[str, str], module: str, *arguments: str) -> dict[str, Any]:
    """Runs a module of this package in a process of its own; its last line is what it measured.

    `started` is added: seconds of the monotonic clock, when the process was asked for.
    """
    environment = {name: value for name, value in os.environ.items() if name not in _SCREENS}
    command = [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments]
    started = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment | _SAME | dict(screen),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
        timeout=300,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found | {"started": started}


def time_to(screen: Mapping[str, str], runs: int, module: str, *arguments: str) -> float:
    """The median of the seconds from asking for a process to its `at`; the first run only warms the caches."""
    found = [child(screen, module, *arguments) for _ in range(runs + 1)][1:]
    return statistics.median(float(run["at"]) - float(run["started"]) for run in found)


def p95(values: list[float]) -> float:
    """What 95 of 100 stay under; 0 of nothing."""
    return sorted(values)[int(len(values) * 0.95)] if values else 0.0


def median(values: list[float]) -> float:
    """The middle one; 0 of nothing."""
    return statistics.median(values) if values else 0.0
