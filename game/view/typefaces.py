"""The shipped typefaces, in the order in which they are asked for a glyph, and the opened fonts.

A new script is a new row in `TYPEFACES` and a file in `fonts/`.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.view.cmap import characters
from game.view.text_blocks import FontKey, Weight

if TYPE_CHECKING:
    from collections.abc import Mapping

FONTS = Path(__file__).resolve().parent / "fonts"

_OPEN_FONTS = 48
# SDL_ttf puts every glyph on whole pixels, which shows in small letters as uneven gaps. Below these sizes they
# are set larger and scaled down. Only powers of two keep solid ink solid in pygame's scaling.
_FOURFOLD_BELOW = 20
_TWOFOLD_BELOW = 48


@dataclass(frozen=True, slots=True)
class Typeface:
    """One design in its weights. `italic` is empty where the script has none; `script` is its ISO 15924 code.

    The script is empty where HarfBuzz needs none to shape the letters.
    """

    upright: Mapping[Weight, str]
    italic: Mapping[Weight, str]
    script: str = ""

    def covers(self, text: str) -> bool:
        """Whether the typeface has a glyph for every character."""
        return characters(FONTS / self.upright[Weight.REGULAR]).issuperset(text)

    def file(self, weight: Weight, *, italic: bool) -> str:
        return (self.italic if italic and self.italic else self.upright)[weight]


TYPEFACES = (
    Typeface(
        upright={
            Weight.REGULAR: "AtkinsonHyperlegibleNext-Regular.ttf",
            Weight.SEMIBOLD: "AtkinsonHyperlegibleNext-SemiBold.ttf",
            Weight.BOLD: "AtkinsonHyperlegibleNext-Bold.ttf",
        },
        italic={
            Weight.REGULAR: "AtkinsonHyperlegibleNext-Italic.ttf",
            Weight.SEMIBOLD: "AtkinsonHyperlegibleNext-SemiBoldItalic.ttf",
            Weight.BOLD: "AtkinsonHyperlegibleNext-BoldItalic.ttf",
        },
    ),
    Typeface(
        upright={
            Weight.REGULAR: "NotoSansArabic-Regular.ttf",
            Weight.SEMIBOLD: "NotoSansArabic-Bold.ttf",
            Weight.BOLD: "NotoSansArabic-Bold.ttf",
        },
        italic={},
        script="Arab",
    ),
)

# The first typeface is known to have these, so Swedish never costs the reading of a font's tables.
KNOWN = frozenset(
    chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x100)) if code not in (0xAD, 0xB5)
) | set("–—‘’‚“”„•…‹›€™−")


class FontShelf:
    """Fonts, opened when first asked for. The ones that were not used for longest are closed again."""

    def __init__(self) -> None:
        pygame.font.init()
        self._fonts: OrderedDict[FontKey, pygame.font.Font] = OrderedDict()

    def font(self, key: FontKey) -> pygame.font.Font:
        """The font, `oversampling(key.size)` times as large as its key says."""
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = _opened(key)
            if len(self._fonts) > _OPEN_FONTS:
                self._fonts.popitem(last=False)
        self._fonts.move_to_end(key)
        return font

    def reach(self, key: FontKey, text: str) -> float:
        """How far the text reaches, in device pixels and parts of them."""
        return self.font(key).size(text)[0] / oversampling(key.size) if text else 0.0

    def width(self, key: FontKey, text: str) -> int:
        """How many device pixels the text needs."""
        return ceil(self.reach(key, text))

    def baseline(self, key: FontKey, height: int) -> int:
        """How far below the top of a row of that height the baseline is, in device pixels."""
        font, factor = self.font(key), oversampling(key.size)
        return (height * factor + font.get_ascent() + font.get_descent()) // (2 * factor)


def oversampling(size: int) -> int:
    """How many times larger than `size` device pixels the letters are set before they are scaled down."""
    if size < _FOURFOLD_BELOW:
        return 4
    return 2 if size < _TWOFOLD_BELOW else 1


def _opened(key: FontKey) -> pygame.font.Font:
    font = pygame.font.Font(FONTS / key.file, key.size * oversampling(key.size))
    if key.rtl:
        font.set_direction(pygame.DIRECTION_RTL)
    if key.script:
        font.set_script(key.script)
    return font
