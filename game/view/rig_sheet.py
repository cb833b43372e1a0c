"""Contact sheets of people: many small labelled pictures on one large one, without a window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.view import theme
from game.view.art import rasterise
from game.view.palettes import WARM
from game.view.text import Align, Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

WIDTH = 1400
"""How wide a sheet is, in pixels."""
_EDGE, _GAP, _LABEL, _TITLE = 30, 14, 30, 64


@dataclass(frozen=True, slots=True)
class Cell:
    """One picture, as an SVG document, and the words under it."""

    svg: str
    label: str


@dataclass(frozen=True, slots=True)
class Section:
    """Pictures of one size under a title; they fill as many rows as they need."""

    title: str
    cells: tuple[Cell, ...]
    size: tuple[int, int]

    @property
    def columns(self) -> int:
        """How many pictures there are in a full row."""
        return max(1, (WIDTH - 2 * _EDGE + _GAP) // (self.size[0] + _GAP))

    @property
    def height(self) -> int:
        """How high the section is with its title, in pixels."""
        rows = -(-len(self.cells) // self.columns)
        return _TITLE + rows * (self.size[1] + _LABEL + _GAP)


def save_sheet(sections: Sequence[Section], path: Path) -> None:
    """Draws the sections one under the other and writes them as a PNG file, over one that is there.

    Raises OSError when the file cannot be written.
    """
    surface = pygame.Surface((WIDTH, 2 * _EDGE + sum(section.height for section in sections)))
    surface.fill(WARM.paper)
    typesetter = Typesetter(1)
    top = _EDGE
    for section in sections:
        _draw(surface, section, top, typesetter)
        top += section.height
    with path.open("wb") as file:
        try:
            pygame.image.save(surface, file, "sheet.png")
        except pygame.error as error:
            raise OSError(str(error)) from error


def _draw(surface: pygame.Surface, section: Section, top: int, typesetter: Typesetter) -> None:
    title = typesetter.block(section.title, theme.SUBHEADING, None)
    typesetter.draw(surface, title, (_EDGE, top + _TITLE - title.height - 12), WARM.plum)
    wide, high = section.size
    for number, cell in enumerate(section.cells):
        row, column = divmod(number, section.columns)
        left = _EDGE + column * (wide + _GAP)
        upper = top + _TITLE + row * (high + _LABEL + _GAP)
        pygame.draw.rect(surface, WARM.sand, (left, upper, wide, high), border_radius=theme.RADIUS_SMALL)
        surface.blit(rasterise(cell.svg, section.size), (left, upper))
        label = typesetter.block(cell.label, theme.TINY, wide)
        surface.set_clip((left, upper + high, wide, _LABEL))
        typesetter.draw(surface, label, (left, upper + high + 4), WARM.ink, align=Align.CENTER)
        surface.set_clip(None)
