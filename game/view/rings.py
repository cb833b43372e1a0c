"""The rings around what has focus, what is pointed at, and what has just come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.view.art import rasterise

if TYPE_CHECKING:
    import pygame

    from game.view.frame import Panel
    from game.view.palettes import Colour


def rim(panel: Panel, scale: float, opacity: float) -> pygame.Surface:
    """The rim of a panel in its own colour, so opaque from 0 to 1."""
    width, height = panel.rect.size
    stroke = max(3, round(6 * scale))
    colour = "#{:02X}{:02X}{:02X}".format(*panel.fill)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}"><rect x="{stroke}" y="{stroke}" '
        f'width="{width - 2 * stroke}" height="{height - 2 * stroke}" rx="{panel.radius}" fill="none" '
        f'stroke="{colour}" stroke-opacity="{opacity}" stroke-width="{stroke}"/></svg>'
    )
    return rasterise(svg, (width, height))


def ring(size: tuple[int, int], radius: int, width: int, colours: tuple[Colour, Colour]) -> pygame.Surface:
    """Two lines around a space with such corners, to be seen on any ground."""
    outer, inner = ("#{:02X}{:02X}{:02X}".format(*each) for each in colours)
    strokes = "".join(
        f'<rect x="{inset}" y="{inset}" width="{size[0] - 2 * inset}" height="{size[1] - 2 * inset}" '
        f'rx="{radius + 2 * width - inset}" fill="none" stroke="{colour}" stroke-width="{stroke}"/>'
        for inset, stroke, colour in ((width, 2 * width, outer), (width, width, inner))
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}">{strokes}</svg>'
    return rasterise(svg, size)
