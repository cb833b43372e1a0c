"""How the reader wants text to be set: in which letters, and with how much room between lines, letters and words."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import assert_never

from game.screens.settings import Face, Spacing

# WCAG 2.2, success criterion 1.4.12 (Text Spacing), in parts of the font's size. What is asked for letters and words
# is added to the room that the font itself gives them.
_LINE, _LETTER, _WORD = 1.5, 0.12, 0.16


@dataclass(frozen=True, slots=True)
class Gaps:
    """Room that is added, in the pixels of the font: beside each letter, and to that beside each space."""

    letter: int
    word: int


@dataclass(frozen=True, slots=True)
class Typography:
    """The reader's letters and spacing. The widest spacing is what WCAG 2.2 asks for in 1.4.12; wide is half-way there."""

    face: Face = Face.HYPERLEGIBLE
    lines: Spacing = Spacing.USUAL
    letters: Spacing = Spacing.USUAL

    def row(self, size: int, usual: int) -> int:
        """How high a row is whose letters have this size, and which is `usual` high when nothing else is asked."""
        return usual + max(0, ceil((ceil(_LINE * size) - usual) * _share(self.lines)))

    def gaps(self, size: int) -> Gaps | None:
        """The room to add in a font of that size, or None where letters stand as their font places them."""
        share = _share(self.letters)
        return Gaps(ceil(_LETTER * share * size), ceil(_WORD * share * size)) if share else None


def _share(spacing: Spacing) -> float:
    """How much of the way to the widest."""
    match spacing:
        case Spacing.USUAL:
            return 0.0
        case Spacing.WIDE:
            return 0.5
        case Spacing.WIDEST:
            return 1.0
        case _:
            assert_never(spacing)
