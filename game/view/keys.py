"""From pygame's keys to those that mean something to the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.screens.intents import Typed
from game.screens.keys import Key

if TYPE_CHECKING:
    from game.screens.intents import Intent

_KEYS = {
    pygame.K_SPACE: Key.SPACE,
    pygame.K_RETURN: Key.ENTER,
    pygame.K_KP_ENTER: Key.ENTER,
    pygame.K_TAB: Key.TAB,
    pygame.K_UP: Key.UP,
    pygame.K_DOWN: Key.DOWN,
    pygame.K_LEFT: Key.LEFT,
    pygame.K_RIGHT: Key.RIGHT,
    pygame.K_ESCAPE: Key.ESCAPE,
    pygame.K_AC_BACK: Key.ESCAPE,
    pygame.K_BACKSPACE: Key.BACKSPACE,
    pygame.K_PAGEUP: Key.PAGE_UP,
    pygame.K_PAGEDOWN: Key.PAGE_DOWN,
    pygame.K_f: Key.F,
    pygame.K_r: Key.R,
    pygame.K_o: Key.O,
    pygame.K_F1: Key.F1,
    pygame.K_F2: Key.F2,
    pygame.K_F5: Key.F5,
    pygame.K_F9: Key.F9,
    pygame.K_F11: Key.F11,
    **{pygame.K_1 + number: key for number, key in enumerate(list(Key)[-9:])},
    **{pygame.K_KP_1 + number: key for number, key in enumerate(list(Key)[-9:])},
}

_WITH_SHIFT = {Key.TAB: Key.BACKTAB, Key.F2: Key.SHIFT_F2}

SHIFTS = frozenset({pygame.K_LSHIFT, pygame.K_RSHIFT})
FAR = {pygame.K_HOME: -(1 << 20), pygame.K_END: 1 << 20}
"""Pixels, more than any page has."""


def meant(event: pygame.Event) -> Key | None:
    """The key of a KEYDOWN event; None when it means nothing here."""
    key = _KEYS.get(event.key)
    if key in _WITH_SHIFT and event.mod & pygame.KMOD_SHIFT:
        return _WITH_SHIFT[key]
    return key


def mirrored(key: Key, focused: Intent | None) -> Key:
    """Left is right, where a language is written from right to left; but not among the keys of a keypad."""
    if isinstance(focused, Typed):
        return key
    return {Key.LEFT: Key.RIGHT, Key.RIGHT: Key.LEFT}.get(key, key)
