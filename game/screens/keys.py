"""The keys that mean something, apart from how a window or a terminal hears of them."""

from __future__ import annotations

from enum import Enum


class Key(Enum):
    """The keys that mean something. The value is the word printed on the key, in Swedish."""

    SPACE = "Mellanslag"
    ENTER = "Enter"
    TAB = "Tab"
    BACKTAB = "Skift Tab"
    UP = "↑"
    DOWN = "↓"
    LEFT = "←"
    RIGHT = "→"
    ESCAPE = "Esc"
    BACKSPACE = "Backsteg"
    PAGE_UP = "PageUp"
    PAGE_DOWN = "PageDown"
    F = "F"
    R = "R"
    O = "O"  # noqa: E741 - the letter that is printed on the key
    F1 = "F1"
    F2 = "F2"
    SHIFT_F2 = "Skift F2"
    F3 = "F3"
    F5 = "F5"
    F9 = "F9"
    F11 = "F11"
    D0 = "0"
    D1 = "1"
    D2 = "2"
    D3 = "3"
    D4 = "4"
    D5 = "5"
    D6 = "6"
    D7 = "7"
    D8 = "8"
    D9 = "9"


DIGITS = (Key.D1, Key.D2, Key.D3, Key.D4, Key.D5, Key.D6, Key.D7, Key.D8, Key.D9)
