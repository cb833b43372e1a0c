"""Lines drawn with the pencil: smooth, dashed where they should be, and with a head at their end."""

from __future__ import annotations

from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.view.frame import LineOp
    from game.view.palettes import Colour

Point = tuple[float, float]


def draw_line(surface: pygame.Surface, op: LineOp, down: int) -> None:
    """The whole line, moved down by so many pixels."""
    points = [(float(x), float(y + down)) for x, y in op.points]
    for start, end in _dashes(points, op.dash) if op.dash else pairwise(points):
        pygame.draw.aaline(surface, op.colour, start, end, op.width)
    if len(points) > 1:
        _head(surface, op.colour, (points[-2], points[-1]), op.head)


def _dashes(points: Sequence[Point], dash: int) -> Iterator[tuple[Point, Point]]:
    """The line in pieces of which every other one is left out."""
    walked = 0.0
    for start, end in pairwise(points):
        length = hypot(end[0] - start[0], end[1] - start[1])
        at = 0.0
        while at < length:
            step = min(length - at, dash - walked % dash)
            if int(walked // dash) % 2 == 0:
                yield _between(start, end, at / length), _between(start, end, (at + step) / length)
            at += step
            walked += step


def _between(start: Point, end: Point, part: float) -> Point:
    return start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part


def _head(surface: pygame.Surface, colour: Colour, last: tuple[Point, Point], size: int) -> None:
    """A small triangle that points upright, down or up, as lines come to a card."""
    (_, before), (x, y) = last
    back = -size if y >= before else size
    corners = ((x, y), (x - size * 0.6, y + back), (x + size * 0.6, y + back))
    pygame.draw.polygon(surface, colour, corners)
    pygame.draw.aalines(surface, colour, closed=True, points=corners)
