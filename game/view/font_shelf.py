"""The opened fonts, and how wide texts are in them."""

from __future__ import annotations

from collections import OrderedDict
from functools import partial
from math import ceil
from typing import TYPE_CHECKING

import pygame

from game.view import typefaces
from game.view.font_file import font_from

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.view.text_blocks import FontKey

_OPEN_FONTS = 48
_WIDTHS = 4096
# SDL_ttf puts every glyph on whole pixels, which shows in small letters as uneven gaps. Below these sizes they
# are set larger and scaled down. Only powers of two keep solid ink solid in pygame's scaling.
_FOURFOLD_BELOW = 20
_TWOFOLD_BELOW = 48


class Widths(dict[str, int]):
    """How wide texts are in one font, in its own pixels: measured when first asked for, and kept."""

    def __init__(self, measured: Callable[[str], int]) -> None:
        super().__init__()
        self._measured = measured

    def __missing__(self, text: str) -> int:
        if len(self) >= _WIDTHS:
            self.clear()
        width = self[text] = self._measured(text)
        return width


class FontShelf:
    """Fonts, opened when first asked for. The ones that were not used for longest are closed again.

    A font that cannot be opened, or whose file breaks off at a glyph, gives way to pygame's own.
    """

    def __init__(self) -> None:
        pygame.font.init()
        self._fonts: OrderedDict[FontKey, tuple[pygame.font.Font, Widths]] = OrderedDict()

    def font(self, key: FontKey) -> pygame.font.Font:
        """The font, `oversampling(key.size)` times as large as its key says."""
        return self._kept(key)[0]

    def widths(self, key: FontKey) -> Widths:
        """How wide texts are in the font that `font` gives."""
        return self._kept(key)[1]

    def reach(self, key: FontKey, text: str) -> float:
        """How far the text reaches, in device pixels and parts of them."""
        return self._across(key, text) / oversampling(key.size) if text else 0.0

    def width(self, key: FontKey, text: str) -> int:
        """How many device pixels the text needs."""
        return ceil(self.reach(key, text))

    def picture(self, key: FontKey, text: str, ink: tuple[int, int, int]) -> pygame.Surface:
        """The text as large as the font is, in ink on nothing."""
        try:
            return self.font(key).render(text, True, ink)  # noqa: FBT003
        except pygame.error:
            return self._replaced(key).render(text, True, ink)  # noqa: FBT003

    def baseline(self, key: FontKey, height: int) -> int:
        """How far below the top of a row of that height the baseline is, in device pixels."""
        font, factor = self.font(key), oversampling(key.size)
        return (height * factor + font.get_ascent() + font.get_descent()) // (2 * factor)

    def _across(self, key: FontKey, text: str) -> int:
        try:
            return self.font(key).size(text)[0]
        except pygame.error:
            return self._replaced(key).size(text)[0]

    def _kept(self, key: FontKey) -> tuple[pygame.font.Font, Widths]:
        kept = self._fonts.get(key)
        if kept is None:
            kept = self._fonts[key] = (_opened(key), Widths(partial(self._across, key)))
            if len(self._fonts) > _OPEN_FONTS:
                self._fonts.popitem(last=False)
        self._fonts.move_to_end(key)
        return kept

    def _replaced(self, key: FontKey) -> pygame.font.Font:
        font = _pygames_own(key)
        self._fonts[key] = (font, Widths(partial(self._across, key)))
        return font


def oversampling(size: int) -> int:
    """How many times larger than `size` device pixels the letters are set before they are scaled down."""
    if size < _FOURFOLD_BELOW:
        return 4
    return 2 if size < _TWOFOLD_BELOW else 1


def _opened(key: FontKey) -> pygame.font.Font:
    font = font_from(typefaces.FONTS / key.file, key.size * oversampling(key.size))
    if font is None:
        # The file was there a moment ago: a stick was pulled out, or another program is at it.
        return _pygames_own(key)
    if key.rtl:
        font.set_direction(pygame.DIRECTION_RTL)
    if key.script:
        font.set_script(key.script)
    return font


def _pygames_own(key: FontKey) -> pygame.font.Font:
    return pygame.font.Font(None, key.size * oversampling(key.size))
