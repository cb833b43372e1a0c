"""Draws what a class is shown of its answers: bars in patterns, a ring of time, and the QR code by which one joins."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.view.art import rasterise
from game.view.frame import BarOp, Pattern, QrOp, RingOp
from game.view.palettes import BLACK, WHITE

if TYPE_CHECKING:
    from game.view.art import Shelf
    from game.view.palettes import Colour

QUIET = 4
"""Modules around a QR code that have to be empty (ISO/IEC 18004)."""


def draw_mark(
    surface: pygame.Surface,
    op: BarOp | QrOp | RingOp,
    corner: tuple[int, int],
    shelf: Shelf[pygame.Surface],
    grown: float,
) -> None:
    """The piece with its top-left corner there; of a bar that grows, so much from 0 to 1 is seen."""
    size = op.rect.size
    match op:
        case BarOp():
            key = ("bar", size, op.radius, op.pattern, op.fill, op.over, op.rim, op.rim_width)
            picture = shelf.get(key, lambda: rasterise(_bar(op), size))
            seen = Rect(0, 0, round(size[0] * grown) if op.grows else size[0], size[1])
            if op.from_right:
                seen.right = size[0]
            surface.blit(picture, (corner[0] + seen.x, corner[1]), seen)
        case RingOp():
            ring = ("time", size, op.part, op.colour, op.track, op.width)
            surface.blit(shelf.get(ring, lambda: rasterise(_ring(op), size)), corner)
        case QrOp():
            surface.blit(shelf.get(("qr", size, op.rows), lambda: _qr(op)), corner)


def _hex(colour: Colour) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)


def _svg(size: tuple[int, int], inside: str) -> str:
    width, height = size
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{inside}</svg>'


def _bar(op: BarOp) -> str:
    """A rounded bar: its fill, its pattern, and over both its rim, which is as thick as the corners need to be covered."""
    width, height = op.rect.size
    half = op.rim_width / 2
    box = f'x="{half}" y="{half}" width="{width - op.rim_width}" height="{height - op.rim_width}" rx="{op.radius}"'
    parts = [f'<rect {box} fill="{_hex(op.fill)}"/>', *_pattern(op)]
    if op.rim:
        parts.append(
            f'<rect {box} fill="none" stroke="{_hex(op.rim)}" stroke-width="{op.rim_width}"/>',
        )
    return _svg(op.rect.size, "".join(parts))


def _pattern(op: BarOp) -> list[str]:
    """Marks that stay inside the rim, for the loader cannot cut."""
    width, height = op.rect.size
    edge = op.rim_width + op.radius * 0.3
    ink = _hex(op.over)
    match op.pattern:
        case Pattern.SOLID:
            return []
        case Pattern.DOTS:
            step = max(6.0, height / 4)
            rows = max(1, int((height - 2 * edge) // step))
            columns = max(1, int((width - 2 * edge) // step))
            left, top = (width - (columns - 1) * step) / 2, (height - (rows - 1) * step) / 2
            dots = ((left + x * step, top + y * step) for x in range(columns) for y in range(rows))
            return [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{step * 0.2:.1f}" fill="{ink}"/>' for x, y in dots]
        case Pattern.HATCH:
            step, tall = max(8.0, height / 3), height - 2 * edge
            found = []
            x = edge - tall
            while x < width - edge:
                start, end = max(x, edge), min(x + tall, width - edge)
                if end - start > step * 0.2:
                    points = f"M{start:.1f} {height - edge - (start - x):.1f} L{end:.1f} {height - edge - (end - x):.1f}"
                    found.append(f'<path d="{points}" stroke="{ink}" stroke-width="{step * 0.22:.1f}"/>')
                x += step
            return found


def _ring(op: RingOp) -> str:
    """A ring of which so much is left, from the top on as a clock runs."""
    side = op.rect.width
    middle, radius = side / 2, (side - op.width) / 2
    circle = f'<circle cx="{middle}" cy="{middle}" r="{radius}" fill="none" stroke-width="{op.width}" '
    whole = f'{circle} stroke="{_hex(op.track)}"/>'
    if op.part <= 0:
        return _svg(op.rect.size, whole)
    if op.part >= 1:
        return _svg(op.rect.size, f'{circle} stroke="{_hex(op.colour)}"/>')
    angle = 2 * math.pi * (1 - op.part)
    x, y = middle + radius * math.sin(angle), middle - radius * math.cos(angle)
    large = int(op.part > 0.5)
    arc = f"M{x:.2f} {y:.2f} A{radius} {radius} 0 {large} 1 {middle} {middle - radius}"
    left = f'<path d="{arc}" fill="none" stroke="{_hex(op.colour)}" stroke-width="{op.width}" stroke-linecap="round"/>'
    return _svg(op.rect.size, whole + left)


def _qr(op: QrOp) -> pygame.Surface:
    """Black on white in every theme, each module the same whole number of pixels, so that a camera finds it."""
    picture = pygame.Surface(op.rect.size)
    picture.fill(WHITE)
    module = op.module
    left = (op.rect.width - len(op.rows) * module) // 2
    for y, row in enumerate(op.rows):
        for x, dark in enumerate(row):
            if dark:
                picture.fill(BLACK, (left + x * module, left + y * module, module, module))
    return picture
