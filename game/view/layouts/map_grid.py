"""What every map is drawn on: from its own measure, in cards, to pixels; and the bends of its lines."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pygame import Rect

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from game.screens.map_parts import MapScene, MapWay, Point

STEPS = 18
"""Straight pieces that a curve is drawn with."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A map's left, how wide its cards are, and its levels from the top down: each as the map has it, and in pixels."""

    left: int
    across: int
    levels: tuple[tuple[float, int], ...]

    @property
    def bottom(self) -> int:
        """Where the map ends."""
        return self.levels[-1][1]

    def card(self, scene: MapScene) -> Rect:
        """Where the card of a scene lies."""
        x, y = scene.at
        top, bottom = self._level(y - 0.5), self._level(y + 0.5)
        box = Rect(0, top, self.across, bottom - top)
        box.centerx = self.left + round(x * self.across)
        return box

    def line(self, way: MapWay) -> tuple[tuple[int, int], ...]:
        """The points of a way, its bends smooth."""
        return tuple(_smooth([self._place(point) for point in way.points]))

    def _place(self, point: Point) -> tuple[int, int]:
        return self.left + round(point[0] * self.across), self._level(point[1])

    def _level(self, y: float) -> int:
        after = bisect_right(self.levels, (y, self.bottom), hi=len(self.levels) - 1)
        (above, top), (below, bottom) = self.levels[max(1, after) - 1], self.levels[max(1, after)]
        return round(top + (bottom - top) * (y - above) / (below - above))


def even(left: int, top: int, across: int, high: int, height: float) -> Grid:
    """Cards that are all as high; the map is so many cards high."""
    return Grid(left, across, ((0.0, top), (height, top + round(height * high))))


def in_rows(left: int, top: int, across: int, rows: Mapping[float, int], between: int) -> Grid:
    """Rows by the middle of their cards, from the top down, each as high as it needs."""
    levels: list[tuple[float, int]] = []
    y = top
    for middle, height in rows.items():
        levels += [(middle - 0.5, y), (middle + 0.5, y + height)]
        y += height + between
    return Grid(left, across, tuple(levels))


def _smooth(points: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The points of the line: between two layers a curve that leaves and comes upright, past a layer straight."""
    yield points[0]
    for number in range(1, len(points)):
        (x, y), (to_x, to_y) = points[number - 1], points[number]
        if number % 2 and x != to_x:
            for step in range(1, STEPS):
                part = step / STEPS
                bent = part * part * (3 - 2 * part)
                yield round(x + (to_x - x) * bent), round(y + (to_y - y) * part)
        yield to_x, to_y
