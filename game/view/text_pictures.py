"""Runs of text as pictures, made once and kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

import pygame

from game.view.font_shelf import oversampling

if TYPE_CHECKING:
    from game.view.font_shelf import FontShelf
    from game.view.text_blocks import FontKey, Run

_BYTES = 8 * 1024 * 1024
_BENCH_SIZE = (2048, 192)
# Letters with soft edges look paler than hinted ones. This much more of the edges, of 255, is the ink that a
# browser puts down for the same words.
_EDGE_INK = 56


class Pictures:
    """Rendered runs. When they take more than `_BYTES`, those that were not drawn for longest go."""

    def __init__(self, shelf: FontShelf) -> None:
        self._shelf = shelf
        self._kept: OrderedDict[tuple[FontKey, str, tuple[int, int, int]], pygame.Surface] = OrderedDict()
        self._bytes = 0
        # Memory that was touched before is several times faster than a new surface for every run.
        self._bench = pygame.Surface(_BENCH_SIZE, pygame.SRCALPHA)

    def of(self, run: Run, ink: pygame.Color) -> tuple[pygame.Surface, int]:
        """The run in ink on nothing, and how far its baseline is below its top, in device pixels."""
        font, factor = self._shelf.font(run.font), oversampling(run.font.size)
        ascent = -(-font.get_ascent() // factor)
        key = (run.font, run.text, (ink.r, ink.g, ink.b))
        picture = self._kept.get(key)
        if picture is None:
            picture = self._set(run, factor, key[2])
            if factor > 1:
                picture = self._reduced(picture, factor, ascent * factor - font.get_ascent(), key[2])
            self._kept[key] = picture
            self._bytes += _size(picture)
        self._kept.move_to_end(key)
        while self._bytes > _BYTES:
            self._bytes -= _size(self._kept.popitem(last=False)[1])
        return picture, ascent

    def _set(self, run: Run, factor: int, ink: tuple[int, int, int]) -> pygame.Surface:
        """The run as large as its font is: as one, or its units each where it stands."""
        if not run.units:
            return self._shelf.picture(run.font, run.text, ink)
        across = run.width * factor
        inked = [unit for unit in run.units if unit.width and not unit.text.isspace()]
        seen = [(unit, self._shelf.picture(run.font, unit.text, ink)) for unit in inked]
        height = max((picture.get_height() for _, picture in seen), default=1)
        whole = pygame.Surface((across, height), pygame.SRCALPHA)
        for unit, picture in seen:
            whole.blit(picture, (across - unit.x - unit.width if run.rtl else unit.x, 0))
        return whole

    def _reduced(
        self, large: pygame.Surface, factor: int, space_above: int, ink: tuple[int, int, int]
    ) -> pygame.Surface:
        """The picture `factor` times smaller. The space above puts its baseline between two rows of pixels."""
        width, height = -(-large.get_width() // factor), -(-(large.get_height() + space_above) // factor)
        padded = self._cleared(width * factor, height * factor)
        large.set_alpha(None)
        padded.blit(large, (0, space_above))
        small = pygame.transform.smoothscale(padded, (width, height))
        # The padding is black, and must not be seen in the ink at the margins.
        small.fill((*ink, 0), special_flags=pygame.BLEND_RGBA_MAX)
        edges = small.copy()
        edges.set_alpha(_EDGE_INK)
        small.blit(edges, (0, 0))
        return small

    def _cleared(self, width: int, height: int) -> pygame.Surface:
        if width > _BENCH_SIZE[0] or height > _BENCH_SIZE[1]:
            return pygame.Surface((width, height), pygame.SRCALPHA)
        cleared = self._bench.subsurface((0, 0, width, height))
        cleared.fill((0, 0, 0, 0))
        return cleared


def _size(picture: pygame.Surface) -> int:
    return picture.get_pitch() * picture.get_height()
