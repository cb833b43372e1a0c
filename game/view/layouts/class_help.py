"""Whom one can talk to, large enough for the back row: a name, what it is, and at the end the number and its hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme
from game.view.text import Style, Weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.screens.page import Card
    from game.view.palettes import Colour
    from game.view.sheet import Sheet
    from game.view.text import Block

NAME = Style(24, Weight.BOLD, line_height=1.2)
WHAT = Style(19.5, line_height=1.3)
NUMBER = Style(38, Weight.BOLD, line_height=1.15)
HOURS = Style(17, Weight.SEMIBOLD, line_height=1.25)
WIDEST = 0.4
"""How much of a row its number has at most."""
PAD, STRIP, GAP, ICON = 16, 10, 12, 44


def helpers(sheet: Sheet, cards: Sequence[Card], left: int, top: int, width: int) -> int:
    """The cards below each other, their numbers in one column; returns the bottom."""
    room = round(width * WIDEST)
    ends = [_end(sheet, each, room) for each in cards]
    wide = max((block.width for end in ends for block in end), default=0) + 2 * sheet.u(PAD)
    y = top
    for number, (each, end) in enumerate(zip(cards, ends, strict=True)):
        y = _row(sheet, each, end, Rect(left, y + (sheet.u(GAP) if number else 0), width, wide))
    return y


def _end(sheet: Sheet, content: Card, room: int) -> tuple[Block, ...]:
    """The number, and the hours below it."""
    told = ((content.tag, NUMBER), (content.small, HOURS))
    return tuple(sheet.block(text, style, room) for text, style in told if text)


def _row(sheet: Sheet, content: Card, end: tuple[Block, ...], at: Rect) -> int:
    """A row; the height of `at` is the width of its end. Returns the bottom."""
    pad, strip, side = sheet.u(PAD), sheet.u(STRIP), sheet.u(ICON)
    paint, wide = sheet.tones[content.tone], at.height
    left = at.x + strip + pad + side + pad
    texts = [
        sheet.block(text, style, at.right - wide - pad - left)
        for text, style in ((content.title, NAME), (content.text, WHAT))
    ]
    tall = max(sum(each.height for each in texts), sum(each.height for each in end), side)
    box = Rect(at.x, at.y, at.width, tall + 2 * sheet.u(12))
    sheet.panel(box, paint.strip or paint.fill, theme.RADIUS_COLUMN)
    sheet.panel(Rect(box.x + strip, box.y, box.width - strip, box.height), paint.fill, theme.RADIUS_COLUMN)
    sheet.icon(content.icon, box.x + strip + pad, box.centery - side // 2, side, paint.icon)
    _below_each_other(sheet, texts, left, box, (sheet.colours.ink, sheet.colours.muted))
    colours = (paint.tag_words, sheet.colours.muted) if content.tag else (sheet.colours.muted,)
    _below_each_other(sheet, end, box.right - wide, box, colours)
    return box.bottom


def _below_each_other(
    sheet: Sheet, blocks: Sequence[Block], left: int, box: Rect, colours: Sequence[Colour]
) -> None:
    """In the middle of the row's height."""
    y = box.centery - sum(each.height for each in blocks) // 2
    for block, colour in zip(blocks, colours, strict=False):
        sheet.text(block, left, y, colour)
        y += block.height
