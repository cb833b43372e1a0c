"""The real preview on a real (if unseen) screen: somebody saves a file in another program, and the window follows."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pygame
import pytest

from game.format.load import STORY_FILE
from game.view.palettes import WARM
from tests import x_screen as real
from tests.format.stories import BASE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BROKEN = BASE.replace("title: Rasten", "title: Rasten: igen")
OTHERWISE = BASE.replace("    go: beratta\n", "    go: berata\n")

screen = real.screen


class Window:
    """The program as it was started from a terminal, beside a file in an editor."""

    def __init__(self, screen: real.XScreen, file: Path) -> None:
        self._screen = screen
        self.file = file
        self.program = subprocess.Popen(
            [sys.executable, "-m", "game", "preview", str(file.parent)],
            cwd=real.ROOT,
            env=screen.environment(),
            stderr=subprocess.PIPE,
            text=True,
        )
        self._told = lambda: f"exit {self.program.poll()}"
        real.eventually(lambda: bool(self._windows()), self._told)
        real.eventually(lambda: bytes(WARM.coral) * 5 in self.picture(), self._told)

    def _windows(self) -> list[str]:
        return self._screen.xdotool("search", "--onlyvisible", "--class", ".").split()

    def name(self) -> str:
        """What the window is called."""
        return self._screen.xdotool("getwindowname", *self._windows())

    def picture(self) -> bytes:
        """What is on the screen."""
        return pygame.image.tobytes(self._screen.picture(), "RGB")

    def save(self, text: str) -> None:
        """As many editors do: another file is put in its place."""
        beside = self.file.with_name("story.yaml~")
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.file)

    def shows_another(self, *than: bytes) -> bytes:
        """Waits until the screen shows something else, and has come to rest."""
        seen = [b"", b""]

        def at_rest() -> bool:
            seen.append(self.picture())
            return seen[-1] == seen[-2] == seen[-3] and seen[-1] not in than

        real.eventually(at_rest, self._told)
        return seen[-1]

    def shows(self, picture: bytes) -> bool:
        """Waits until the screen shows this again."""
        real.eventually(lambda: self.picture() == picture, self._told)
        return True


@pytest.fixture
def window(screen: real.XScreen, tmp_path: Path) -> Iterator[Window]:
    file = tmp_path / "rasten" / STORY_FILE
    file.parent.mkdir()
    file.write_text(BROKEN, encoding="utf-8")
    made = Window(screen, file)
    yield made
    made.program.kill()
    made.program.communicate()


def test_the_window_follows_the_file(window: Window) -> None:
    assert window.name() == "Övningar – förhandsvisning"
    one = window.shows_another()
    window.save(OTHERWISE)
    other = window.shows_another(one)
    window.save(BROKEN)
    assert window.shows(one)
    window.save(BASE)
    window.shows_another(one, other)
    window.save(BROKEN)
    window.shows_another(one, other)
    assert window.program.poll() is None
