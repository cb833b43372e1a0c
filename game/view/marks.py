"""Dots under difficult words: which letters of a laid-out screen have them, and how they are drawn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.screens.explained import read_of
from game.story.glossary import found
from game.view.frame import TextOp

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.screens.page import Page
    from game.view.frame import Frame, Op
    from game.view.palettes import Colour

BELOW = 0.17
"""How far below the baseline the dots stand, and …"""
DOT = 0.1
"""… how wide they are, as parts of the letters' size."""
THINNEST = 2
LONG, THIN, LOWER = 4, 0.07, 0.27
"""Arabic letters have dots of their own: words have dashes, so many times as long as high, thinner and lower."""


def marked(frame: Frame, page: Page) -> Frame:
    """The screen with its difficult words marked, wherever it shows what the page has to read."""
    if not page.explained:
        return frame
    read = {text for block in page.body for text in read_of(block)}

    def with_marks(ops: Iterable[Op]) -> tuple[Op, ...]:
        return tuple(_marked(op, read, page.explained) for op in ops)

    scroll = frame.scroll and replace(frame.scroll, ops=with_marks(frame.scroll.ops))
    return replace(
        frame,
        ops=with_marks(frame.ops),
        over=with_marks(frame.over),
        fresh=with_marks(frame.fresh),
        scroll=scroll,
    )


def _marked(op: Op, read: set[str], words: tuple[str, ...]) -> Op:
    if not isinstance(op, TextOp) or op.block.text not in read:
        return op
    return replace(op, marks=tuple((each.start, each.end) for each in found(words, op.block.text)))


def draw_dots(
    surface: pygame.Surface,
    size: float,
    stretches: Iterable[tuple[int, int, int]],
    colour: Colour,
    *,
    dashes: bool = False,
) -> None:
    """Dots or dashes under stretches `(left, right, baseline)` of letters that are `size` device pixels high."""
    high = max(THINNEST, round(size * (THIN if dashes else DOT)))
    below = round(size * (LOWER if dashes else BELOW))
    for left, right, baseline in stretches:
        wide = min(LONG * high, max(high, right - left)) if dashes else high
        count = max(1, (right - left + high) // (wide + high))
        start = left + (right - left - count * (wide + high) + high) // 2
        for number in range(count):
            dot = pygame.Rect(start + (wide + high) * number, baseline + below, wide, high)
            pygame.draw.rect(surface, colour, dot, border_radius=high // 2)
