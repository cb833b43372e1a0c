"""Which characters the shipped fonts can show, without opening a font."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.view.cmap import characters

_FONTS = Path(__file__).resolve().parent / "fonts"


@cache
def drawable() -> frozenset[str]:
    """All characters that one of the typefaces has a glyph for that every reader's text falls back on."""
    return frozenset().union(*(characters(font) for font in sorted(_FONTS.glob("*-Regular.ttf"))))
