"""A gentle timer: a ring that grows shorter, and words. Nothing happens when it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme
from game.view.frame import RingOp

if TYPE_CHECKING:
    from game.screens.lesson.blocks import Countdown
    from game.view.sheet import Sheet

RING = 84  # logical pixels across, at 100 % text


def countdown(sheet: Sheet, content: Countdown, left: int, top: int, width: int) -> int:
    """The ring with its words beside it; returns the bottom."""
    side = min(sheet.u(RING * sheet.growth), width // 3)
    gap = sheet.u(28)
    words = sheet.block(content.words, theme.BODY, max(1, width - side - gap))
    height = max(side, words.height)
    ring = Rect(left, top + (height - side) // 2, side, side)
    part = min(1.0, max(0.0, content.left / content.total)) if content.total > 0 else 0.0
    colours = sheet.colours
    sheet.mark(RingOp(ring, part, colours.teal, colours.lilac, side // 7))
    sheet.text(words, ring.right + gap, top + (height - words.height) // 2, colours.ink)
    return top + height
