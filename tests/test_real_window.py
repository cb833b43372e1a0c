"""The real program on a real (if unseen) screen, played with real keys and a real mouse.

The same keys and clicks go to a window without a screen in this process; when both show the same picture,
the program has understood. The screen is read from the X server's own memory.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pygame
import pytest
from pygame import Rect

from game.screens.intents import (
    Ask,
    Begin,
    Choose,
    Close,
    Forward,
    Go,
    Intent,
    Leave,
    PickStory,
    Question,
    Where,
)
from game.screens.keys import Key
from game.screens.navigation import asked_first
from game.screens.page import Screen
from game.screens.settings import SetMotion, SetSpeed, SetTheme, Settings, Speed, Theme
from game.screens.update import CALM
from game.view.motion import Motion
from tests.test_play_through import Way
from tests.view.every_screen import STORY, Size, routes
from tests.view.player import Player
from tests.x_screen import ROOT, SCREEN, WINDOW, XScreen, eventually, screen

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["screen"]

NAMES = {
    Key.SPACE: "space",
    Key.ENTER: "Return",
    Key.TAB: "Tab",
    Key.ESCAPE: "Escape",
    Key.BACKSPACE: "BackSpace",
    Key.F: "f",
    Key.F1: "F1",
    Key.F3: "F3",
    **{Key(str(digit)): str(digit) for digit in range(1, 10)},
}


class Both:
    """The real program, and beside it the same play without a screen: what is done is done to both."""

    def __init__(self, screen: XScreen, beside: Settings | None = None, *, first: bool = False) -> None:
        self.screen = screen
        screen.xdotool("mousemove", "2", "2")
        self.program = subprocess.Popen(
            [sys.executable, "-m", "game"],
            cwd=ROOT,
            env=screen.environment() | ({"BERATTA_SETTINGS": ""} if first else {}),
            stderr=subprocess.PIPE,
            text=True,
        )
        self.player = Player(WINDOW, beside)
        if first:
            self.player.app = asked_first(self.player.app)
        self.window = ""

    def begin(self) -> None:
        """Waits for the window, and gives it the keyboard."""
        eventually(lambda: bool(self.windows()), lambda: f"no window came (exit {self.program.poll()})")
        (self.window,) = self.windows()
        self.screen.xdotool("windowfocus", "--sync", self.window)
        self.agree()

    def close(self) -> None:
        """Both go away."""
        self.player.close()
        if self.program.poll() is None:
            self.program.kill()
        self.program.communicate()

    def windows(self) -> list[str]:
        """The windows that can be seen."""
        return self.screen.xdotool("search", "--onlyvisible", "--class", ".").split()

    def place(self) -> Rect:
        """Where the window stands on the screen."""
        answer = self.screen.xdotool("getwindowgeometry", "--shell", self.window).splitlines()
        found = dict(line.split("=") for line in answer)
        return Rect(*(int(found[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))

    def seen(self) -> bytes:
        """What the real window shows."""
        place = self.place().clip(Rect((0, 0), SCREEN))
        return pygame.image.tobytes(self.screen.picture().subsurface(place), "RGB")

    def expected(self) -> bytes:
        """What it should show when everything has come to rest."""
        self.player.shell.display.motion = Motion()
        self.player.post(pygame.Event(pygame.WINDOWEXPOSED))
        return pygame.image.tobytes(self.player.picture, "RGB")

    def agree(self) -> None:
        """The real window comes to show what it should."""
        expected = self.expected()
        eventually(lambda: self.seen() == expected, self._difference)

    def _difference(self) -> str:
        page = self.player.page
        return f"the window does not show {page.screen} “{page.title}” (exit {self.program.poll()})"

    def key(self, key: Key) -> None:
        self.screen.xdotool("key", NAMES[key])
        self.player.press(key)

    def resize(self, size: Size) -> None:
        """The window is made larger or smaller."""
        self.screen.xdotool("windowsize", self.window, *map(str, size))
        self.player.watched.window.size = size
        self.player.post()

    def shifts(self) -> None:
        self.screen.xdotool("key", "Shift_L", "Shift_L", "Shift_L")
        for _ in range(3):
            self.player.key(pygame.K_LSHIFT)

    def click(self, intent: Intent) -> None:
        """A click of the real mouse; the program is asked to show the same, with the pointer where it is."""
        pos = self.player.middle(intent)
        left, top = self.place().topleft
        self.screen.xdotool("mousemove", str(left + pos[0]), str(top + pos[1]), "click", "1")
        self.player.click(pos)


@contextmanager
def _playing(screen: XScreen, beside: Settings | None = None, *, first: bool = False) -> Iterator[Both]:
    both = Both(screen, beside, first=first)
    try:
        both.begin()
        yield both
    finally:
        both.close()


@pytest.fixture
def both(screen: XScreen) -> Iterator[Both]:
    with _playing(screen) as made:
        yield made


def _still(both: Both) -> None:
    """Everything at once and without movement, set with the mouse in the settings."""
    paced = Ask(Question.PACE), SetSpeed(Speed.AT_ONCE), SetMotion(less=True)
    for intent in (Go(Where.SETTINGS), *paced, Close()):
        both.click(intent)
        both.agree()


def _with_keys(both: Both, intent: Intent) -> None:
    item = next(item for item in both.player.page.items() if item.intent == intent)
    both.key(Key.SPACE if intent == Forward() or item.key is None else item.key)


def test_the_program_is_played_from_the_title_to_an_ending_and_hides(both: Both) -> None:
    _still(both)
    both.key(Key.D1)
    both.agree()
    both.key(
        next(item.key for item in both.player.page.items() if item.key and item.intent == PickStory(STORY))
    )
    both.agree()
    both.click(Begin())
    shortest = min(routes(), key=lambda ending: len(routes()[ending]))
    way = Way(both.player, lambda _, intent: _with_keys(both, intent), shortest)
    looks = 0
    while both.player.page.screen is not Screen.ENDING:
        intent = way.next()
        if looks % 8 == 0 or isinstance(intent, Choose):
            both.agree()
        looks += 1
        way.do(both.player, intent)
    both.agree()
    assert looks > 100
    ending = both.seen()
    both.shifts()
    calm = time.monotonic() + CALM + 0.1
    both.agree()
    hidden = both.seen()
    assert hidden != ending
    for digit in "42":
        both.screen.xdotool("key", digit)
        both.player.key(ord(digit), digit)
    both.agree()
    assert both.seen() != hidden
    eventually(lambda: time.monotonic() > calm, lambda: "time stands still")
    both.shifts()
    both.agree()
    assert both.player.page.screen is Screen.ENDING
    for intent in (Go(Where.PAUSE), Go(Where.TITLE)):
        both.click(intent)
        both.agree()
    both.click(Leave())
    _, said = both.program.communicate(timeout=30)
    assert (both.program.returncode, said) == (0, "")
    assert both.windows() == []


def test_letters_and_fades_end_in_the_whole_picture(screen: XScreen) -> None:
    with _playing(screen, Settings(speed=Speed.AT_ONCE, less_motion=True)) as both:
        both.key(Key.D1)
        both.key(Key.D1)
        both.click(Begin())
        for _ in range(4):
            both.agree()
            both.key(Key.SPACE)
        both.agree()
        assert both.player.page.screen in {Screen.DIALOGUE, Screen.PHONE}


def test_the_program_begins_with_its_questions_and_what_is_answered_is_seen_at_once(screen: XScreen) -> None:
    with _playing(screen, first=True) as both:
        both.key(Key.D3)
        # A click that comes before the page has been drawn is one on the page before.
        both.agree()
        both.click(SetTheme(Theme.DARK))
        both.agree()
        both.key(Key.ESCAPE)
        both.agree()
        assert both.player.page.screen is Screen.TITLE
        both.key(Key.F3)
        both.agree()
        assert both.player.app.question is Question.COLOURS


def test_nothing_in_the_window_tells_what_it_is(both: Both) -> None:
    assert both.screen.xdotool("getwindowname", both.window) == "Övningar"
    classes = {each for each in ("python", "berat", "game") if both.screen.xdotool("search", "--class", each)}
    assert classes <= {"python"}


def test_a_window_that_is_resized_shows_the_same_page_laid_out_anew(both: Both) -> None:
    both.click(Go(Where.SETTINGS))
    both.agree()
    for size in ((760, 520), (980, 640)):
        both.resize(size)
        both.agree()
    assert both.player.page.screen is Screen.SETTINGS


# --- without a screen ------------------------------------------------------------------------------


HERE = {"SDL_VIDEODRIVER", "DISPLAY", "WAYLAND_DISPLAY"}


@pytest.mark.skipif(sys.platform != "linux", reason="only there is a window a matter of the environment")
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":64321"}, {"WAYLAND_DISPLAY": "nowhere-0"}], ids=str)
def test_without_a_screen_the_program_says_so_and_offers_the_terminal(
    display: dict[str, str], tmp_path: Path
) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in HERE}
    done = subprocess.run(
        [sys.executable, "-m", "game"],
        cwd=ROOT,
        env=environment | display | {"XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 1
    assert done.stderr == (
        "Här finns ingen skärm att visa spelet på. I terminalen går det: beratta play bakom-vaggen --text\n"
    )
