"""An SVG as plain pixels, for those who look into a picture without showing it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache

import pygame

from game.view.palettes import LIGHTS

_CLEAR, _OPAQUE = 0, 255
_KEPT = 256
"""Pictures: all that stories share, in the small sizes that they are looked into. Checking them again draws none anew."""


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture row by row from the top left, four bytes a pixel: red, green, blue, and how much of it covers."""

    width: int
    height: int
    data: bytes

    def at(self, x: int, y: int) -> tuple[int, int, int, int]:
        """One pixel."""
        start = 4 * (y * self.width + x)
        red, green, blue, alpha = self.data[start : start + 4]
        return red, green, blue, alpha

    @property
    def empty(self) -> bool:
        """Whether nothing is to be seen."""
        return set(self.data[3::4]) == {_CLEAR}

    @property
    def opaque(self) -> bool:
        """Whether every pixel is covered; the last of a row and a column may be so in part, where a size is odd."""
        wide = 4 * self.width
        rows = (self.data[top + 3 : top + wide - 4 : 4] for top in range(0, wide * (self.height - 1), wide))
        return all(set(row) == {_OPAQUE} for row in rows)


@lru_cache(maxsize=_KEPT)
def pixels(svg: str, size: tuple[int, int], light: str = "day") -> Pixels | None:
    """The SVG at this size, in the light of a place; None when the loader cannot draw it."""
    try:
        drawn = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), size)
    except (pygame.error, ValueError):
        return None
    if light in LIGHTS:
        drawn.fill((*LIGHTS[light], _OPAQUE), special_flags=pygame.BLEND_RGBA_MULT)
    # The loader keeps the picture's proportions, and may give less than was asked for.
    width, height = drawn.get_size()
    return Pixels(width, height, pygame.image.tobytes(drawn, "RGBA"))
