"""Whether a text surely fits, from the widths of its letters alone: most texts do, and need not be set to know it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.view.text import Style, Typesetter

_PLAIN = re.compile(r"[A-Za-zÅÄÖåäöÉéÜü0-9 ”“’\"'(),.:;!?…-]*")
"""Letters and marks that are set one after the other, so that a word is no wider than all of them together."""
_HELD = re.compile(r"\d[- ]\d|(?:^| )[^\w”“’\"'(]")
"""What the next row may not begin with or what stays together, so that rows may end before the card does."""


class Estimate:
    """Rows at most, for texts of plain letters. Each letter is measured once for each style."""

    def __init__(self, typesetter: Typesetter) -> None:
        self._typesetter = typesetter
        self._widths: dict[Style, dict[str, int]] = {}

    def rows(self, text: str, style: Style, width: int) -> int | None:
        """The rows that the text surely has room in; None when that cannot be said without setting it."""
        if not _PLAIN.fullmatch(text) or _HELD.search(text):
            return None
        known = self._widths.setdefault(style, {})
        for letter in set(text) - known.keys():
            known[letter] = self._width(letter, style)
        rows, reach = 1, 0
        for word in text.split(" "):
            across = sum(map(known.__getitem__, word))
            if across > width:
                return None
            reach += across + (known.get(" ", 0) if reach else 0)
            if reach > width:
                rows, reach = rows + 1, across
        return rows

    def _width(self, letter: str, style: Style) -> int:
        """In whole device pixels, and so a little more than the letter has in a word."""
        if letter == " ":
            apart, joined = (self._typesetter.block(text, style, None).width for text in ("n n", "nn"))
            return apart - joined + 1
        return self._typesetter.block(letter, style, None).width
