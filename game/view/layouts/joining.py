"""How one joins the lesson, to be read from the back row: beside a page, above it where there is no room, or as all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.lesson.in_words import grouped
from game.view import theme
from game.view.chart_marks import QUIET
from game.view.frame import QrOp
from game.view.text import Style, Weight

if TYPE_CHECKING:
    from game.screens.lesson.blocks import Join
    from game.view.palettes import Colour
    from game.view.sheet import Sheet
    from game.view.text import Block

INVITATION = Style(22, Weight.SEMIBOLD, line_height=1.25)
ADDRESS = Style(36, Weight.BOLD, line_height=1.2)
CODE = Style(72, Weight.BOLD, line_height=1.12)
COUNTS = Style(24, Weight.BOLD, line_height=1.25)
SMALL = Style(18, line_height=1.3)
PAD = 36
LEAST_ADDRESS = 32.0
"""Logical pixels: smaller than this it cannot be read from eight metres away, and is rather broken."""
LEAST_MODULE = 3
"""Pixels across a module of a QR code that a camera still finds from the front rows."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The words of a way in: texts with their colours and the room above each, in their order, and how high they are."""

    texts: tuple[tuple[Block, Colour, int], ...]

    @property
    def height(self) -> int:
        """How high they are below each other."""
        return sum(block.height + above for block, _, above in self.texts)

    def draw(self, sheet: Sheet, left: int, top: int) -> int:
        """The texts below each other; returns the bottom."""
        y = top
        for block, colour, above in self.texts:
            sheet.text(block, left, y + above, colour)
            y += above + block.height
        return y


def way_in(sheet: Sheet, join: Join, width: int, scale: float = 1.0) -> Measured:
    """What is typed, and where; nothing of what is not known yet."""
    colours = sheet.colours
    texts = []
    if join.address:
        texts.append((sheet.block(join.invitation, INVITATION, width), colours.on_dark_soft, 0))
        address = fitted(sheet, join.address, ADDRESS, width, LEAST_ADDRESS, scale)
        texts.append((address, colours.on_dark, 0))
    if join.code:
        texts.append((sheet.block(join.then, INVITATION, width), colours.on_dark_soft, sheet.u(14)))
        code = fitted(sheet, grouped(join.code), CODE, width, LEAST_ADDRESS, scale)
        texts.append((code, colours.yellow, 0))
    return Measured(tuple(texts))


def who(sheet: Sheet, join: Join, width: int) -> Measured:
    """Who has come and answered, and what is promised."""
    texts = (
        (sheet.block(join.counts, COUNTS, width), sheet.colours.on_dark, 0),
        (sheet.block(join.promise, SMALL, width), sheet.colours.on_dark_soft, sheet.u(4)),
    )
    return Measured(tuple(text for text in texts if text[0].text.strip()))


def fitted(sheet: Sheet, text: str, style: Style, width: int, least: float, scale: float = 1.0) -> Block:
    """What is typed, on one row from left to right, as large as the width allows; broken where it would be too small."""
    style = replace(style, size=style.size * scale)
    block = sheet.code(text, style)
    if block.width <= width:
        return block
    smaller = replace(style, size=max(least, style.size * width / block.width * 0.98))
    # What is set smaller does not grow with the reader's text: it is large, and has to be seen whole.
    growth, sheet.growth = sheet.growth, 1.0
    block = sheet.code(text, smaller, width)
    sheet.growth = growth
    return block


def trouble(sheet: Sheet, text: str, left: int, top: int, width: int) -> int:
    """Why one cannot get in now, on a calm plate; returns the bottom."""
    pad = sheet.u(14)
    words = sheet.block(text, SMALL, width - 2 * pad)
    plate = Rect(left, top, width, words.height + 2 * sheet.u(10))
    sheet.panel(plate, sheet.colours.butter, theme.RADIUS_SMALL)
    sheet.text(words, plate.x + pad, plate.y + sheet.u(10), sheet.colours.ink)
    return plate.bottom


def qr_side(join: Join, room: int) -> tuple[int, int]:
    """How many pixels across the code is with its quiet zone, and across one module; (0, 0) where it would be too small."""
    modules = len(join.qr) + 2 * QUIET
    module = room // modules
    return (module * modules, module) if join.qr and module >= LEAST_MODULE else (0, 0)


def beside(sheet: Sheet, join: Join, at: Rect) -> bool:
    """The plum third with all of it; False, and nothing drawn, where it has no room. A QR code that would be too small
    to be found goes first.
    """
    pad = sheet.u(PAD)
    inner = at.inflate(-2 * pad, -2 * sheet.u(24))
    upper, lower = way_in(sheet, join, inner.width), who(sheet, join, inner.width)
    free = inner.height - upper.height - lower.height - 2 * sheet.u(16)
    if join.trouble:
        free -= trouble(sheet.trial(), join.trouble, 0, 0, inner.width) + sheet.u(14)
    if free < 0 or max((block.width for block, _, _ in upper.texts), default=0) > inner.width:
        return False
    sheet.panel(at, sheet.colours.banner, 0)
    y = upper.draw(sheet, inner.x, inner.y)
    if join.trouble:
        y = trouble(sheet, join.trouble, inner.x, y + sheet.u(14), inner.width)
    side, module = qr_side(join, min(inner.width, free))
    if side:
        sheet.mark(QrOp(Rect(inner.x, y + sheet.u(16), side, side), join.qr, module))
        y += sheet.u(16) + side
    # Right below the code; with a screen that is much higher than that, not at its foot.
    lower.draw(sheet, inner.x, y + sheet.u(16))
    return True


def strip(sheet: Sheet, join: Join, at: Rect) -> int:
    """The same above a page, as low as it can be; returns its bottom."""
    pad = sheet.u(20)
    inner = Rect(at.x + pad, at.y + sheet.u(12), at.width - 2 * pad, 0)
    side, module = qr_side(join, round(sheet.height * 0.24))
    room = inner.width - (side + sheet.u(24) if side else 0)
    texts = _in_rows(sheet, join, room)
    height = max(side, *(box.bottom for _, _, box in texts))
    plum = Rect(at.x, at.y, at.width, height + 2 * sheet.u(12))
    if join.trouble:
        plum.height += trouble(sheet.trial(), join.trouble, 0, 0, inner.width) + sheet.u(10)
    sheet.panel(plum, sheet.colours.banner, 0)
    for block, colour, box in texts:
        sheet.text(block, inner.x + box.x, inner.y + box.y, colour)
    if side:
        sheet.mark(QrOp(Rect(inner.right - side, inner.y, side, side), join.qr, module))
    if join.trouble:
        trouble(sheet, join.trouble, inner.x, inner.y + height + sheet.u(10), inner.width)
    return plum.bottom


def _in_rows(sheet: Sheet, join: Join, room: int) -> list[tuple[Block, Colour, Rect]]:
    """The texts one after the other, in rows, those of a row on one middle line."""
    rows: list[list[tuple[Block, Colour]]] = [[]]
    x, gap = 0, sheet.u(16)
    lower = who(sheet, join, room).texts
    for block, colour, _ in (*way_in(sheet, join, room, 0.9).texts, *lower):
        if rows[-1] and (x + block.width > room or block is lower[0][0]):
            rows.append([])
            x = 0
        rows[-1].append((block, colour))
        x += block.width + gap
    placed, y = [], 0
    for row in rows:
        x, height = 0, max((block.height for block, _ in row), default=0)
        for block, colour in row:
            placed.append(
                (block, colour, Rect(x, y + (height - block.height) // 2, block.width, block.height))
            )
            x += block.width + gap
        y += height + sheet.u(2)
    return placed
