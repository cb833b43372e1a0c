"""A real (if unseen) screen for the real program: Xvfb, driven by xdotool, and read from the X server's own memory."""

from __future__ import annotations

import os
import struct
import subprocess
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from tests.needed import needed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).resolve().parent.parent
AT_ONCE = ROOT / "tests" / "at_once.yaml"
"""A school's settings that let the program begin at its title."""
SCREEN = (1064, 690)  # room for a window of 1024×600 and the bars that the program leaves space for
WINDOW = (1024, 600)
PATIENCE = 75.0


def eventually(holds: Callable[[], bool], what: Callable[[], str]) -> None:
    """Waits until it holds, looking often; fails with `what` when patience is at its end."""
    looks = threading.Event()
    end = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < end, what()
        looks.wait(0.005)


@dataclass(frozen=True, slots=True)
class XScreen:
    """An X server with a screen in memory."""

    display: str
    memory: Path

    def environment(self) -> dict[str, str]:
        """For programs that shall be seen on it."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in {"SDL_VIDEODRIVER", "WAYLAND_DISPLAY"}
        }
        return kept | {
            "DISPLAY": self.display,
            "SDL_AUDIODRIVER": "dummy",
            "BERATTA_SETTINGS": str(AT_ONCE),
        }

    def xdotool(self, *words: str) -> str:
        """Keys, mouse and questions; what it answers."""
        command = [needed("xdotool"), *words]
        done = subprocess.run(
            command, env=self.environment(), capture_output=True, text=True, check=False, timeout=30
        )
        return done.stdout.strip()

    def picture(self) -> pygame.Surface:
        """What the screen shows, from the server's memory, which has the format of an X window dump."""
        dump = self.memory.read_bytes()
        header = struct.unpack(">25I", dump[:100])
        start, width, height, line, colours = header[0], header[4], header[5], header[12], header[19]
        assert header[11] == 32
        pixels = dump[start + 12 * colours :]
        whole = pygame.image.frombuffer(pixels[: line * height], (line // 4, height), "BGRA")
        return whole.subsurface((0, 0, width, height)).copy()


@contextmanager
def x_screen(folder: Path, size: tuple[int, int]) -> Iterator[XScreen]:
    """One of this size, whose memory lies in a folder."""
    needed("xdotool")
    out, into = os.pipe()
    server = subprocess.Popen(
        [
            *(needed("Xvfb"), "-displayfd", str(into), "-screen", "0", f"{size[0]}x{size[1]}x24"),
            *("-fbdir", str(folder), "-nolisten", "tcp", "-nocursor", "-noreset"),
        ],
        pass_fds=(into,),
        stderr=subprocess.DEVNULL,
    )
    os.close(into)
    try:
        with os.fdopen(out) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        yield XScreen(f":{number}", folder / "Xvfb_screen0")
    finally:
        server.terminate()
        server.wait(timeout=30)


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[XScreen]:
    """One for all tests of a module, with room for one window."""
    with x_screen(tmp_path_factory.mktemp("screen"), SCREEN) as made:
        yield made
