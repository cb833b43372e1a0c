"""The screen itself goes away while the game runs: a display server that ends, a connection that breaks.

Xlib then ends the process from within, with a line that helps nobody. Python is asked first, for some last words.
"""

from __future__ import annotations

import ctypes
import os
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable

_XLIB = "libX11.so.6"
"""The one that SDL has loaded: it is not loaded a second time."""
_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)
_KEPT: list[object] = []
"""What Xlib may call as long as the process lives."""


def when_lost(last_words: Callable[[], None], status: int) -> bool:
    """Says the last words when the X server goes, and ends with the status. False where there is no X server to go.

    Elsewhere nothing is needed: a Wayland server that ends closes the window as a player would.
    """
    if not pygame.display.get_init() or pygame.display.get_driver() != "x11":
        return False

    def lost(display: int) -> int:
        del display
        try:
            last_words()
        finally:
            # Nothing more may be asked of the window, not even that it be closed.
            os._exit(status)

    try:
        xlib = ctypes.CDLL(_XLIB)
        handler = _HANDLER(lost)
        xlib.XSetIOErrorHandler(handler)
    except (OSError, AttributeError):
        return False
    _KEPT.append(handler)
    return True
