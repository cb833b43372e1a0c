"""From pygame's keys to those that mean something to the screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.screens.bindings import meaning
from game.screens.intents import Typed
from game.screens.keys import Key

if TYPE_CHECKING:
    from game.screens.bindings import Changed
    from game.screens.intents import Intent

_WITH_SHIFT = {Key.TAB: Key.BACKTAB, Key.F2: Key.SHIFT_F2}

SHIFTS = frozenset({pygame.K_LSHIFT, pygame.K_RSHIFT})
LONGEST_PASTED = 100
"""Characters; more than anything that is typed has."""
FAR = {pygame.K_HOME: -(1 << 20), pygame.K_END: 1 << 20}
"""Pixels, more than any page has."""


def named(event: pygame.Event) -> str:
    """The name of the key of a KEYDOWN event, as it is known in the settings."""
    return pygame.key.name(event.key)


def meant(event: pygame.Event, changed: Changed = ()) -> Key | None:
    """The key of a KEYDOWN event; None when it means nothing here. `changed` are those that the player has changed."""
    key = meaning(named(event), changed)
    if key in _WITH_SHIFT and event.mod & pygame.KMOD_SHIFT:
        return _WITH_SHIFT[key]
    return key


def pasted(event: pygame.Event) -> str:
    """What a KEYDOWN event pastes, "" where it pastes nothing."""
    asked = event.key == pygame.K_v and event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
    return pygame.scrap.get_text()[:LONGEST_PASTED] if asked and pygame.scrap.has_text() else ""


def mirrored(key: Key, focused: Intent | None) -> Key:
    """Left is right, where a language is written from right to left; but not among the keys of a keypad."""
    if isinstance(focused, Typed):
        return key
    return {Key.LEFT: Key.RIGHT, Key.RIGHT: Key.LEFT}.get(key, key)
