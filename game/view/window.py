"""Opens the window, where there is a screen to open it on."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TypeAlias

import pygame

from game.view.palettes import PLAIN_ICON

if TYPE_CHECKING:
    from collections.abc import Mapping

Window: TypeAlias = pygame.Window
"""For those who pass a window on and do nothing with it themselves."""
SMALLEST = (640, 400)
LEAST = (64, 40)
"""A window smaller than this is laid out as if it had this size: nothing can be seen in it anyway."""
INVISIBLE = frozenset({"dummy", "offscreen"})
_PLACES = frozenset({"windows", "cocoa", "x11"})
"""The drivers of SDL's that put a window where it was asked for."""
_CENTRED = 0x2FFF0000


class NoScreenError(Exception):
    """There is nothing to show a window on."""


def has_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Whether a window could be seen. A video driver that somebody asked for by name is taken at their word."""
    if environment.get("SDL_VIDEODRIVER"):
        return True
    if platform.startswith(("win", "darwin", "cygwin")):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def open_window(
    title: str, size: tuple[int, int] | None = None, place: tuple[int, int] | None = None
) -> pygame.Window:
    """A window that can be resized, with a neutral title and icon. Raises NoScreenError.

    It is shown only when its first picture is ready: call `show()`. `place` is where it stands, as of `middle_of`.
    """
    asked = os.environ.get("SDL_VIDEODRIVER", "")
    if not has_screen():
        raise NoScreenError
    try:
        pygame.display.init()
    except pygame.error as error:
        raise NoScreenError from error
    if not asked and pygame.display.get_driver() in INVISIBLE:
        raise NoScreenError
    where = pygame.WINDOWPOS_UNDEFINED if place is None else place
    try:
        window = pygame.Window(
            title, size or _fitting(), where, hidden=True, resizable=True, allow_high_dpi=True
        )
    except pygame.error as error:
        raise NoScreenError from error
    window.minimum_size = SMALLEST
    window.set_icon(_icon())
    return window


def _fitting() -> tuple[int, int]:
    """As large as a school computer's screen allows, with room for its bars."""
    # A projector that was unplugged may leave no screen behind for a moment.
    width, height = next(iter(pygame.display.get_desktop_sizes()), SMALLEST)
    return max(SMALLEST[0], min(1366, width - 40)), max(SMALLEST[1], min(768, height - 90))


def displays() -> int:
    """How many displays windows can be put on; 1 where a program cannot say on which one its window is to stand."""
    if not pygame.display.get_init() or pygame.display.get_driver() not in _PLACES:
        return 1
    return max(1, pygame.display.get_num_displays())


def middle_of(display: int) -> tuple[int, int]:
    """Where a window stands in the middle of a display, from 0: what SDL calls SDL_WINDOWPOS_CENTERED_DISPLAY."""
    return _CENTRED | display, _CENTRED | display


def usable(size: tuple[int, int]) -> tuple[int, int]:
    """The size to lay out for, in a window of this size."""
    return max(LEAST[0], size[0]), max(LEAST[1], size[1])


def flipped(window: pygame.Window) -> bool:
    """Shows what was drawn. False where the surface was lost, as when a window moves to another screen: get it anew."""
    try:
        window.flip()
    except pygame.error:
        return False
    return True


def libraries() -> dict[str, str]:
    """What draws the window, and in which version."""
    driver = pygame.display.get_driver() if pygame.display.get_init() else ""
    return {
        "pygame-ce": pygame.version.ver,
        "sdl": ".".join(map(str, pygame.get_sdl_version())),
        "video": driver,
    }


def _icon() -> pygame.Surface:
    """A plain tile: nothing in a task bar tells what it is."""
    icon = pygame.Surface((32, 32))
    icon.fill(PLAIN_ICON)
    return icon
