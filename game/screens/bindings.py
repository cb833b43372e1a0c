"""Keys that a player can change: what the key that was pressed means, and what stands on the things that it presses.

A key is known by the name that the window gives it (`pygame.key.name`). What must never be lost is fixed: a way to move
the focus, to press, to go back, to find help; Dölj (Shift, three times) is no such key at all and cannot be taken either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from game.screens.keys import DIGITS, Key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.screens.words import Words

CHANGEABLE = (
    Key.SPACE,
    Key.BACKSPACE,
    Key.F,
    Key.O,
    Key.R,
    Key.PAGE_UP,
    Key.PAGE_DOWN,
    Key.F2,
    Key.F11,
)
"""What can have another key. The space bar keeps its own, whatever else is pressed for it."""

_OWN = {
    Key.BACKSPACE: "backspace",
    Key.F: "f",
    Key.O: "o",
    Key.R: "r",
    Key.PAGE_UP: "page up",
    Key.PAGE_DOWN: "page down",
    Key.F2: "f2",
    Key.F11: "f11",
}
"""The keys that can be taken from what they mean at first."""
_FIXED = {
    "space": Key.SPACE,
    "return": Key.ENTER,
    "enter": Key.ENTER,
    "tab": Key.TAB,
    "up": Key.UP,
    "down": Key.DOWN,
    "left": Key.LEFT,
    "right": Key.RIGHT,
    "escape": Key.ESCAPE,
    "AC Back": Key.ESCAPE,
    "f1": Key.F1,
    "f3": Key.F3,
    "f5": Key.F5,
    "f9": Key.F9,
    **{str(number): key for number, key in enumerate((Key.D0, *DIGITS))},
    **{f"[{number}]": key for number, key in enumerate((Key.D0, *DIGITS))},
}
_HELD = frozenset(
    f"{side} {name}" for side in ("left", "right") for name in ("shift", "ctrl", "alt", "meta")
) | {"alt gr", "caps lock", "numlock", "scroll lock"}
"""Keys that are pressed together with others, or change them. Shift is for Dölj."""
_SYSTEM = frozenset({"print screen", "sys req", "power", "sleep", "menu", "break"})

Changed: TypeAlias = "Iterable[tuple[Key, str]]"
"""As in the settings: what a key means, and the name of the key that is pressed for it."""


@dataclass(frozen=True, slots=True)
class ChangeKey:
    """Choose another key for one that means something; None to leave it as it is."""

    key: Key | None


@dataclass(frozen=True, slots=True)
class Pressed:
    """A key was pressed, by its name, while the game waited for one."""

    name: str


@dataclass(frozen=True, slots=True)
class KeysFromStart:
    """All keys as they were from the start."""


@dataclass(frozen=True, slots=True)
class KeysScreen:
    """The keys, to be changed. `waiting` is the one that waits for another key to be pressed; `refused` is the name of the
    key that was pressed and cannot be had, "" for none.
    """

    waiting: Key | None = None
    refused: str = ""


def may_take(key: Key, pressed: str) -> bool:
    """Whether a key can be pressed for this.

    Beside the space bar only a key can be had that means nothing from the start: the space bar is not given away for it.
    """
    free = bool(pressed) and pressed not in _FIXED and pressed not in _HELD and pressed not in _SYSTEM
    if key is Key.SPACE:
        return pressed == "space" or (free and pressed not in _OWN.values())
    return free and key in CHANGEABLE


def in_force(changed: Changed) -> Mapping[Key, str]:
    """The one key that is pressed for each that can be changed; no two have the same.

    Of two that want the same key the latter has it, and the former gets its own back. Where that has been taken it gets
    what was left for it: so two change places, and nothing is ever without a key.
    """
    wanted: dict[str, Key] = {}
    for key, pressed in changed:
        if may_take(key, pressed):
            wanted = {name: each for name, each in wanted.items() if each is not key} | {pressed: key}
    taken = {key: name for name, key in wanted.items()}
    for key in CHANGEABLE:
        if key not in taken:
            taken[key] = _left_for(key, wanted)
    return taken


def _left_for(key: Key, wanted: Mapping[str, Key]) -> str:
    """Its own key; where somebody has taken that, the taker's, and so on."""
    name = _OWN.get(key, "space")
    while name in wanted:
        name = _OWN[wanted[name]]
    return name


def meaning(pressed: str, changed: Changed) -> Key | None:
    """What the key with this name means; None where it means nothing.

    A key whose place was changed means the same as before as long as nothing else has been given to it: nobody has to
    forget what they know, and one who has forgotten what they set is not stuck.
    """
    if pressed in _FIXED:
        return _FIXED[pressed]
    there = in_force(changed)
    now = {name: key for key, name in there.items()}
    own = {name: key for key, name in _OWN.items()}
    return now.get(pressed) or own.get(pressed)


def printed(changed: Changed, words: Words) -> Mapping[Key, str]:
    """What stands on the key that is pressed for each, in the player's language."""
    caps = {key: words.ui(key.value) for key in Key}
    return caps | {key: cap(name, words) for key, name in in_force(changed).items()}


def cap(pressed: str, words: Words) -> str:
    """What stands on the key with this name."""
    own_key = _FIXED.get(pressed) or next((key for key, name in _OWN.items() if name == pressed), None)
    if own_key:
        return words.ui(own_key.value)
    if pressed.startswith("[") and pressed.endswith("]"):
        return f"Num {pressed[1:-1]}"
    capital = pressed.capitalize()
    # The capital of ß is two letters, and no key has those.
    return capital if len(capital) == len(pressed) else pressed
