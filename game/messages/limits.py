"""How long a translation may be: what a text's card has room for with the largest letters, or what screens are tried with.

The numbers of a story's texts are characters in a window of 1366×768 at 200 %; `tests/checks/test_limits.py` measures
the cards.
"""

from __future__ import annotations

from enum import IntEnum
from math import ceil


class Limit(IntEnum):
    """Characters that a text of a story may have. More than that scrolls, in the middle of a line."""

    TITLE = 60
    SUMMARY = 300
    NOTES = 150
    CHAPTER = 60
    NAME = 40
    PROFESSION = 60
    ADULT = 150
    LINE = 200
    FEEL = 280
    MESSAGE = 75
    GROUP_MESSAGE = 55
    CHAT_TITLE = 80
    WHY = 300
    ASK = 75
    CHOICE = 110
    ENDING_TITLE = 80
    ENDING = 350


LONGER = 1.4
_MORE = 4
"""Characters that the shortest words may always have more: Swedish “Dölj” is Finnish “Piilota”."""


def longest(text: str) -> int:
    """How long a translation of a text of the interface may be: every screen is tried with texts of that length."""
    return max(ceil(LONGER * len(text)), len(text) + _MORE)
