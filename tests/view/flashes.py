"""Whether a sequence of pictures flashes, as WCAG 2.2 defines it (2.3.1; general flash and red flash thresholds).

https://www.w3.org/TR/WCAG22/#dfn-general-flash-and-red-flash-thresholds: a general flash is a pair of opposing changes of
relative luminance by 10 % of its maximum or more, where the darker image is below 0.80. A red flash is a pair of opposing
transitions where one state has R / (R + G + B) of 0.8 or more and the states are more than 0.2 apart in the CIE 1976 UCS
diagram. More than three in any one second are too many, where together they take a quarter of a field of 10 degrees: a
block of 341 by 256 pixels of a picture of 1024 by 768.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, TypeAlias

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ACROSS = 24
"""So many cells stand side by side in a picture: a cell is 43 pixels of 1024."""
BLOCK = (8, 6)
"""A field of 10 degrees, in cells."""
LEAST, DARKER = 0.10, 0.80
RED, APART = 0.8, 0.2
MOST = 3
"""Flashes in any one second that are not too many."""

Light: TypeAlias = tuple[float, float, float]
"""The red, the green and the blue of a cell, linear, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture at a time in seconds, as cells from left to right and from the top down."""

    at: float
    across: int
    cells: tuple[Light, ...]


def shot(picture: pygame.Surface, at: float) -> Shot:
    """A picture of the window, coarsely: what is finer than a cell, such as letters, is evened out."""
    width, height = picture.get_size()
    down = max(1, round(ACROSS * height / width))
    plain = pygame.image.tobytes(pygame.transform.smoothscale(picture, (ACROSS, down)), "RGB")
    return Shot(at, ACROSS, tuple(_light(*plain[at : at + 3]) for at in range(0, len(plain), 3)))


@lru_cache(maxsize=1 << 16)
def _light(red: int, green: int, blue: int) -> Light:
    return _linear(red / 255), _linear(green / 255), _linear(blue / 255)


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def flashes(shots: Sequence[Shot]) -> list[str]:
    """Where and when there are more than three flashes in a second over a quarter of a field; [] where nowhere."""
    return _of_kind(shots, "flashes", general_transitions) + _of_kind(shots, "red flashes", red_transitions)


def _of_kind(
    shots: Sequence[Shot], kind: str, transitions: Callable[[Sequence[tuple[float, Light]]], list[float]]
) -> list[str]:
    across = shots[0].across
    times = [
        _too_many(transitions([(each.at, each.cells[cell]) for each in shots]))
        for cell in range(len(shots[0].cells))
    ]
    down = len(times) // across
    found = []
    for when in sorted({second for cell in times for second in cell}):
        flashing = {divmod(cell, across) for cell, seconds in enumerate(times) if when in seconds}
        if len(flashing) >= _QUARTER and any(
            _in_block(flashing, left, top) >= _QUARTER
            for top in range(max(1, down - BLOCK[1] + 1))
            for left in range(max(1, across - BLOCK[0] + 1))
        ):
            found.append(f"too many {kind} in the second from {when / 10:.1f} s")
    return found


_QUARTER = BLOCK[0] * BLOCK[1] / 4


def _in_block(cells: set[tuple[int, int]], left: int, top: int) -> int:
    return sum(top <= y < top + BLOCK[1] and left <= x < left + BLOCK[0] for y, x in cells)


def _too_many(times: list[float]) -> set[int]:
    """The seconds, by the tenth that each begins with, in which there are more than three pairs of transitions."""
    found = set()
    for first, last in zip(times, times[2 * MOST :], strict=False):
        if last - first <= 1.0:
            found |= set(range(int(last * 10) - 10, int(first * 10) + 1))
    return found


def general_transitions(seen: Sequence[tuple[float, Light]]) -> list[float]:
    """When each change of luminance that may be half of a flash was complete, up and down in turn."""
    found = []
    way = 0
    peak = valley = _luminance(seen[0][1])
    for at, light in seen[1:]:
        now = _luminance(light)
        peak, valley = max(peak, now), min(valley, now)
        if way >= 0 and peak - now >= LEAST and now < DARKER:
            found.append(at)
            way, valley = -1, now
        elif way <= 0 and now - valley >= LEAST and valley < DARKER:
            found.append(at)
            way, peak = 1, now
    return found


def red_transitions(seen: Sequence[tuple[float, Light]]) -> list[float]:
    """When the colour went to or from a saturated red, far enough away."""
    found = []
    state = seen[0][1]
    for at, light in seen[1:]:
        if _is_red(state) is not _is_red(light) and _apart(state, light) > APART:
            found.append(at)
            state = light
        elif _is_red(state) is _is_red(light):
            state = light
    return found


def _luminance(light: Light) -> float:
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def _is_red(light: Light) -> bool:
    return light[0] / max(sum(light), 1e-9) >= RED


def _apart(one: Light, other: Light) -> float:
    (u, v), (also_u, also_v) = _chromaticity(one), _chromaticity(other)
    return hypot(u - also_u, v - also_v)


def _chromaticity(light: Light) -> tuple[float, float]:
    """u′ and v′ of a colour of sRGB; black has those of white, for it has none of its own."""
    red, green, blue = light if sum(light) > 1e-6 else (1.0, 1.0, 1.0)
    x = 0.4124 * red + 0.3576 * green + 0.1805 * blue
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = 0.0193 * red + 0.1192 * green + 0.9505 * blue
    whole = x + 15 * y + 3 * z
    return 4 * x / whole, 9 * y / whole
