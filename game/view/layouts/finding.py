"""A mistake in an author's file: what is wrong, and the very line, with the wrong place marked in it.

Letters are not equally wide here, so a mark under a column would point beside it: the words themselves are marked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.page import Tone
from game.view import theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.workshop import Finding, Mistake, Row
    from game.view.palettes import Colour
    from game.view.sheet import Sheet
    from game.view.text import Block, Style

INDENT = 9  # logical pixels that a space at the start of a row takes, at 100 % text
MARGIN = 4  # logical pixels of the mark beside the marked word
DEEPEST = 0.3  # of the width: more of it would leave no room for the words
_TOKEN = re.compile(r"\s+|\S+")


def finding(sheet: Sheet, content: Finding, left: int, top: int, width: int) -> int:
    """One mistake as a card; returns its bottom."""
    card = _Card(sheet, content, left, width)
    height = card.draw(card.sheet.trial(), top) - top
    paint = sheet.tones[_tone(content.mistake)]
    strip = sheet.u(10)
    sheet.panel(Rect(left, top, width, height), paint.strip or paint.icon, theme.RADIUS_COLUMN)
    sheet.panel(Rect(left + strip, top, width - strip, height), paint.fill, theme.RADIUS_COLUMN)
    return card.draw(sheet, top)


def _tone(mistake: Mistake) -> Tone:
    return Tone.FLAGGED if mistake.error else Tone.GREY


@dataclass(frozen=True, slots=True)
class _Card:
    """What is on the card, from top to bottom."""

    sheet: Sheet
    content: Finding
    left: int
    width: int

    def draw(self, sheet: Sheet, top: int) -> int:
        mistake = self.content.mistake
        pad = sheet.u(20)
        x, room = self.left + sheet.u(10) + pad, self.width - sheet.u(10) - 2 * pad
        y = self._head(sheet, x, top + sheet.u(14), room) + sheet.u(6)
        y = _words(sheet, mistake.what, theme.CARD_TITLE, sheet.colours.ink, (x, y, room))
        if mistake.rows:
            y = _excerpt(sheet, mistake, Rect(x, y + sheet.u(8), room, 0)) + sheet.u(4)
        for text, colour in ((mistake.meant, sheet.colours.teal_deep), (mistake.why, sheet.colours.muted)):
            if text:
                y = _words(sheet, text, theme.CARD_TEXT, colour, (x, y + sheet.u(4), room))
        return y + sheet.u(16)

    def _head(self, sheet: Sheet, x: int, y: int, room: int) -> int:
        """The code on a tag, and beside it, or below, where in the file it is."""
        paint = sheet.tones[_tone(self.content.mistake)]
        code = sheet.block(self.content.mistake.code, theme.TAG)
        pill = Rect(x, y, code.width + 2 * sheet.u(12), code.height + sheet.u(6))
        sheet.panel(pill, paint.tag, theme.PILL)
        sheet.text(code, pill.x + sheet.u(12), pill.y + sheet.u(3), paint.tag_words)
        beside = room - pill.width - sheet.u(12)
        place = sheet.block(self.content.place, theme.SMALL)
        if place.width <= beside:
            sheet.text(place, pill.right + sheet.u(12), pill.centery - place.height // 2, sheet.colours.muted)
            return pill.bottom
        return _words(
            sheet, self.content.place, theme.SMALL, sheet.colours.muted, (x, pill.bottom + sheet.u(4), room)
        )


def _words(sheet: Sheet, text: str, style: Style, colour: Colour, at: tuple[int, int, int]) -> int:
    x, y, room = at
    block = sheet.block(text, style, room)
    sheet.text(block, x, y, colour)
    return y + block.height


# --- the line itself -------------------------------------------------------------------------------


def _excerpt(sheet: Sheet, mistake: Mistake, at: Rect) -> int:
    """The rows on a ground of their own, from left to right in any language; returns the bottom."""
    pad = sheet.u(12)
    numbers = [sheet.code(str(row.number), theme.SMALL) for row in mistake.rows]
    gutter = max(number.width for number in numbers) + sheet.u(14)
    least = min((_indent(row.text) for row in mistake.rows if row.text.strip()), default=0)
    area = Rect(at.x + pad + gutter, at.y + pad, at.width - gutter - 2 * pad, 0)
    placed = []
    y = area.y
    for row, number in zip(mistake.rows, numbers, strict=True):
        pieces = list(_flow(sheet, row, least, Rect(area.x, y, area.width, 0)))
        bottom = max((piece.rect.bottom for piece in pieces), default=y + number.height)
        placed.append((row, number, y, pieces))
        y = max(bottom, y + number.height) + sheet.u(2)
    ground = Rect(at.x, at.y, at.width, y + pad - sheet.u(2) - at.y)
    sheet.panel(ground, sheet.colours.card, theme.RADIUS_SMALL, rim=sheet.colours.sand)
    for row, number, top, pieces in placed:
        colour = sheet.colours.ink if row.marked else sheet.colours.muted
        line = sheet.code("x", theme.CARD_TEXT).height
        _put(
            sheet,
            number,
            Rect(at.x + pad, top + (line - number.height) // 2, number.width, 0),
            at,
            sheet.colours.muted,
        )
        for piece in pieces:
            _draw(sheet, piece, at, colour, _tone(mistake))
    return ground.bottom


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word of a row, or the marked place where there is none, and where it stands."""

    block: Block | None
    rect: Rect
    marked: bool


def _flow(sheet: Sheet, row: Row, least: int, at: Rect) -> Iterator[_Piece]:
    """The words of a row one after the other; what does not fit goes on below, where the row began."""
    line = sheet.code("x", theme.CARD_TEXT).height
    space = sheet.code("n n", theme.CARD_TEXT).width - sheet.code("nn", theme.CARD_TEXT).width
    unit, margin = sheet.u(INDENT * sheet.growth), sheet.u(MARGIN)
    deep = min(unit * max(0, _indent(row.text) - least), round(at.width * DEEPEST))
    left = x = at.x + deep
    y = at.y
    if row.marked and row.marked[1] <= _indent(row.text) and row.text.strip():
        yield _Piece(None, Rect(at.x, y, max(deep, unit), line), marked=True)
    for text, marked in _parts(row):
        gap = margin if marked else 0
        block = sheet.code(text, theme.CARD_TEXT) if text.strip() else None
        width = block.width if block else max(space * len(text), unit if marked else 0)
        if block and x + gap + width > at.right and x > left:
            x, y = left, y + line
        if block and x + gap + width > at.right:
            block = sheet.code(text, theme.CARD_TEXT, at.right - x - gap)
            width = block.width
        if block or marked:
            height = block.height if block else line
            yield _Piece(block, Rect(x + gap, y, width, height), marked=marked)
            y += height - line
        x += width + 2 * gap


def _parts(row: Row) -> Iterator[tuple[str, bool]]:
    """The row from its first word on, in words and spaces, each marked or not; a marked "" is a place between two."""
    first = _indent(row.text)
    start, end = (max(first, each) for each in row.marked or (len(row.text), len(row.text)))
    yield from ((token, False) for token in _TOKEN.findall(row.text[first:start]))
    if row.marked and row.marked[1] >= first:
        yield from ((token, True) for token in _TOKEN.findall(row.text[start:end]) or [""])
    yield from ((token, False) for token in _TOKEN.findall(row.text[end:]))


def _draw(sheet: Sheet, piece: _Piece, area: Rect, colour: Colour, tone: Tone) -> None:
    if piece.marked:
        paint = sheet.tones[tone]
        box = piece.rect.inflate(2 * sheet.u(MARGIN), 0)
        # Without a rim of its own in any theme: it would lie on the letters. The line below marks them.
        sheet.panel(_placed(sheet, box, area), paint.tag, theme.RADIUS_KEY, rim=paint.tag)
        thick = max(2, sheet.u(3))
        under = Rect(box.x, box.bottom - thick, box.width, thick)
        sheet.panel(_placed(sheet, under, area), paint.icon, 0)
    if piece.block:
        _put(sheet, piece.block, piece.rect, area, sheet.colours.ink if piece.marked else colour)


def _put(sheet: Sheet, block: Block, rect: Rect, area: Rect, colour: Colour) -> None:
    placed = _placed(sheet, rect, area)
    sheet.text(block, placed.x, placed.y, colour)


def _placed(sheet: Sheet, rect: Rect, area: Rect) -> Rect:
    """Where it goes on a sheet that will be mirrored: there, so that it comes out unmirrored."""
    return Rect(area.left + area.right - rect.right, rect.y, rect.width, rect.height) if sheet.rtl else rect


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))
