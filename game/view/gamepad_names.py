"""What is printed on the buttons of a gamepad, for each kind that there is."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, assert_never

from game.screens.keys import Key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.words import Words


class Kind(Enum):
    """The kinds of gamepads, by what is printed on them."""

    XBOX = auto()
    PS3 = auto()
    PS4 = auto()
    PS5 = auto()
    NINTENDO = auto()
    OTHER = auto()  # also that of Xbox 360, which nearly all others copy


_MICROSOFT, _SONY, _NINTENDO = "045e", "054c", "057e"
_KINDS = {
    **dict.fromkeys(
        ((_MICROSOFT, each) for each in ("028e", "028f", "0291", "02a0", "02a1", "0719")), Kind.OTHER
    ),
    (_SONY, "0268"): Kind.PS3,
    **dict.fromkeys(((_SONY, each) for each in ("0ce6", "0df2", "0e5f")), Kind.PS5),
}
"""Vendors and products whose kind is not that of their vendor."""
_VENDORS = {_MICROSOFT: Kind.XBOX, _SONY: Kind.PS4, _NINTENDO: Kind.NINTENDO}
_NAMES = (
    (("dualsense", "ps5"), Kind.PS5),
    (("ps3", "playstation 3", "playstation(r)3", "sixaxis", "dualshock 3"), Kind.PS3),
    (("ps4", "playstation", "dualshock"), Kind.PS4),
    (("nintendo", "switch", "joy-con", "wii"), Kind.NINTENDO),
    (("xbox 360", "x-box 360", "xbox360"), Kind.OTHER),
    (("xbox",), Kind.XBOX),
)
"""Parts of the names that gamepads of other makers have; the first that fits tells the kind."""


def kind_of(name: str, guid: str) -> Kind:
    """The kind of a gamepad by its name and its SDL GUID; `OTHER` where neither tells."""
    maker = _swapped(guid[8:12]), _swapped(guid[16:20])
    if maker in _KINDS:
        return _KINDS[maker]
    if maker[0] in _VENDORS:
        return _VENDORS[maker[0]]
    lower = name.lower()
    return next((kind for parts, kind in _NAMES if any(part in lower for part in parts)), Kind.OTHER)


def _swapped(four: str) -> str:
    """Two bytes of a GUID, the low one first, as the number they are."""
    return (four[2:] + four[:2]).lower()


def printed_on(kind: Kind, words: Words, *, by_label: bool = True) -> Mapping[Key, str]:
    """What is printed on the button that does what a key does.

    SDL tells of a button on Nintendo's by its letter, or, not `by_label`, by its place among the four.
    """
    down, right, left, up = _four(kind, words, by_label=by_label)
    before, after = _shoulders(kind)
    return {
        Key.SPACE: down,
        Key.BACKSPACE: right,
        Key.F: left,
        Key.R: up,
        Key.PAGE_UP: before,
        Key.PAGE_DOWN: after,
        Key.ESCAPE: _start(kind, words),
        Key.F1: _select(kind, words),
        Key.O: "LS" if kind in {Kind.XBOX, Kind.OTHER} else "L3",
    }


def printed_for_hiding(kind: Kind, words: Words) -> str:
    """The two buttons that hide the game when they are pressed together."""
    return f"{_select(kind, words)} + {_start(kind, words)}"


def farewell(words: Words) -> str:
    """What to say, once and calmly, when the gamepad in use is gone."""
    return words.ui("Handkontrollen är frånkopplad. Du kan spela vidare med tangentbord eller mus.")


def _four(kind: Kind, words: Words, *, by_label: bool) -> tuple[str, str, str, str]:
    match kind:
        case Kind.PS3 | Kind.PS4 | Kind.PS5:
            return words.ui("Kryss"), words.ui("Cirkel"), words.ui("Fyrkant"), words.ui("Triangel")
        case Kind.NINTENDO if not by_label:
            return "B", "A", "Y", "X"
        case Kind.XBOX | Kind.NINTENDO | Kind.OTHER:
            return "A", "B", "X", "Y"
        case _:
            assert_never(kind)


def _shoulders(kind: Kind) -> tuple[str, str]:
    match kind:
        case Kind.PS3 | Kind.PS4 | Kind.PS5:
            return "L1", "R1"
        case Kind.NINTENDO:
            return "L", "R"
        case Kind.XBOX | Kind.OTHER:
            return "LB", "RB"
        case _:
            assert_never(kind)


def _start(kind: Kind, words: Words) -> str:
    """The right one of the two small buttons in the middle; on Xbox a picture, and this is its name."""
    match kind:
        case Kind.XBOX:
            return words.ui("Meny")
        case Kind.PS4 | Kind.PS5:
            return "Options"
        case Kind.NINTENDO:
            return "+"
        case Kind.PS3 | Kind.OTHER:
            return "Start"
        case _:
            assert_never(kind)


def _select(kind: Kind, words: Words) -> str:
    """The left one; on Xbox and PS5 a picture, and this is its name."""
    match kind:
        case Kind.XBOX:
            return words.ui("Visa")
        case Kind.PS3:
            return "Select"
        case Kind.PS4:
            return "Share"
        case Kind.PS5:
            return "Create"
        case Kind.NINTENDO:
            return "−"
        case Kind.OTHER:
            return "Back"
        case _:
            assert_never(kind)
