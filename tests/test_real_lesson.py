"""A real lesson in two real windows on a real (if unseen) screen, held with a real mouse and real keys.

Two displays cannot be had in Xvfb, so both windows stand on one. A lesson in this process, at which the same is done, says
what each of them is to show.
"""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pygame
import pytest
from pygame import Rect

from game.screens.intents import Leave
from game.screens.lesson.intents import Onward
from tests.view.at_the_window import SMALL
from tests.view.classroom import BESIDE, AtLesson
from tests.x_screen import ROOT, XScreen, eventually, x_screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.screens.intents import Intent

SIDE_BY_SIDE = (SMALL[0] + BESIDE[0] + 20, 720)
PLACES = {SMALL: (0, 0), BESIDE: (SMALL[0] + 10, 0)}


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[XScreen]:
    with x_screen(tmp_path, SIDE_BY_SIDE) as made:
        yield made


class RealLesson:
    """The real program, and a lesson in this process at which the same is done."""

    def __init__(self, screen: XScreen, twin: AtLesson) -> None:
        self.screen = screen
        self.twin = twin
        screen.xdotool("mousemove", str(SIDE_BY_SIDE[0] - 2), str(SIDE_BY_SIDE[1] - 2))
        self.program = subprocess.Popen(
            [sys.executable, "-m", "tests.lesson_stage"],
            cwd=ROOT,
            env=screen.environment(),
            stderr=subprocess.PIPE,
            text=True,
        )
        eventually(lambda: len(self.windows()) == 2, lambda: f"no windows (exit {self.program.poll()})")
        # They come in this order, and the X server counts on.
        self.stage, self.teacher = sorted(self.windows(), key=int)
        for window, size in ((self.stage, SMALL), (self.teacher, BESIDE)):
            screen.xdotool("windowsize", window, *map(str, size))
            screen.xdotool("windowmove", window, *map(str, PLACES[size]))

    def windows(self) -> list[str]:
        """The windows that can be seen."""
        return self.screen.xdotool("search", "--onlyvisible", "--class", ".").split()

    def close(self) -> None:
        """It goes away."""
        if self.program.poll() is None:
            self.program.kill()
        self.program.communicate()

    def seen(self, size: tuple[int, int]) -> bytes:
        """What the window of that size shows."""
        place = Rect(PLACES[size], size)
        return pygame.image.tobytes(self.screen.picture().subsurface(place), "RGB")

    def agree(self, *sizes: tuple[int, int]) -> None:
        """The windows come to show what they should."""
        stage, teacher = self.twin.pictures
        wanted = {SMALL: stage, BESIDE: teacher}
        for size in sizes or (SMALL, BESIDE):
            self._agrees(size, wanted[size])

    def _agrees(self, size: tuple[int, int], wanted: bytes) -> None:
        eventually(lambda: self.seen(size) == wanted, lambda: self._difference(size))

    def click(self, window: pygame.Window, intent: Intent) -> None:
        """A click of the real mouse, and the same at the lesson in this process."""
        size = SMALL if window is self.twin.stage else BESIDE
        x, y = self.twin.middle(window, intent)
        left, top = PLACES[size]
        self.screen.xdotool("mousemove", str(left + x), str(top + y), "click", "1")
        self.twin.click(window, intent)

    def _difference(self, size: tuple[int, int]) -> str:
        return f"the window of {size} shows something else (exit {self.program.poll()})"


@pytest.fixture
def real(screen: XScreen, monkeypatch: pytest.MonkeyPatch) -> Iterator[RealLesson]:
    twin = AtLesson(monkeypatch, windows=2)
    twin.begin()
    made = RealLesson(screen, twin)
    yield made
    made.close()
    twin.close()


def test_a_press_in_the_teachers_window_moves_the_stage_and_a_hidden_lesson_is_hidden_in_both(
    real: RealLesson,
) -> None:
    real.agree()
    first = real.seen(SMALL)
    for _ in range(2):
        real.click(real.twin.teacher, Onward())
        real.agree()
    before = real.seen(SMALL), real.seen(BESIDE)
    assert before[0] != first
    real.screen.xdotool("windowfocus", "--sync", real.teacher)
    real.screen.xdotool("key", "Shift_L", "Shift_L", "Shift_L")
    for _ in range(3):
        real.twin.key(real.twin.teacher, pygame.K_LSHIFT)
    real.agree()
    assert all(real.seen(size) != shown for size, shown in zip((SMALL, BESIDE), before, strict=True))


def test_both_windows_are_called_the_same_and_go_when_the_stage_is_left(real: RealLesson) -> None:
    real.agree()
    titles = {real.screen.xdotool("getwindowname", each) for each in (real.stage, real.teacher)}
    assert titles == {"Övningar"}
    real.click(real.twin.stage, Leave())
    _, said = real.program.communicate(timeout=30)
    assert (real.program.returncode, said) == (0, "")
    assert real.windows() == []
