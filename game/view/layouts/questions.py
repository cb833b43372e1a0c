"""The settings: the questions in a row at the top, one of them with its values, and beside these a line as it then looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme
from game.view.layouts.blocks import column
from game.view.layouts.pieces import KEY_ROOM, across, draw_button, foot, key_cap, measured, top_bar
from game.view.layouts.scene import name_tag

if TYPE_CHECKING:
    from game.screens.page import Page
    from game.screens.sample import Sample
    from game.view.sheet import Sheet
    from game.view.text import Block

WIDEST = 1180
LARGE = 1.4
VALUES = 0.57
"""The part of the width that values have beside the sample."""
LEAST = 300
"""So many logical pixels at least are left for what scrolls; where they would not be, the sample scrolls with it."""
HEAD_ROOM, SIDES, BELOW = 34, 34, 22
FACE = 150
"""So much room above the plate is needed for somebody to be seen there, in logical pixels."""
BETWEEN_KEYS = 8
GAP, BAR = 10, 5


def questions(sheet: Sheet, page: Page) -> None:
    """One question. The sample stands beside its values, and with large text, or where it is too high, below them."""
    width = min(sheet.width - 2 * sheet.u(theme.EDGE), sheet.u(WIDEST))
    left = (sheet.width - width) // 2
    top = _tabs(sheet, page, Rect(left, top_bar(sheet, page) + sheet.u(14), width, 0)) + sheet.u(18)
    with sheet.above():
        bottom = foot(sheet, page.foot, left, width, sheet.height - sheet.u(24)) - sheet.u(16)
    room = Rect(left, top, width, bottom - top)
    if sheet.growth >= LARGE or not _beside(sheet, page, room):
        _below(sheet, page, room)


def _beside(sheet: Sheet, page: Page, room: Rect) -> bool:
    """The sample beside the values; draws nothing, and says so, where it would be higher than the room that there is."""
    assert page.sample
    heading, why, *values = page.body
    said = column(sheet.trial(), (heading, why), room.x, room.y, room.width) + sheet.u(18)
    rest = Rect(room.x, said, round(room.width * VALUES), room.bottom - said)
    left = rest.right + sheet.u(34)
    area = Rect(left, said, room.right - left, rest.height)
    if _plate_height(sheet, page.sample, area.width) > area.height:
        return False
    column(sheet, (heading, why), room.x, room.y, room.width)
    _sample(sheet, page.sample, area)
    with sheet.scrolling(_with_room(sheet, rest)):
        end = column(sheet, values, rest.x, rest.y, rest.width)
        sheet.content_height(end + sheet.u(14) - rest.y)
    return True


def _below(sheet: Sheet, page: Page, room: Rect) -> None:
    assert page.sample
    height = _plate_height(sheet, page.sample, room.width)
    stays = room.height - height >= sheet.u(LEAST)
    if stays:
        at = Rect(room.x, room.bottom - height, room.width, height)
        _plate(sheet, page.sample, at, typed=True)
        room.height -= height + sheet.u(10)
    with sheet.scrolling(_with_room(sheet, room)):
        end = column(sheet, page.body, room.x, room.y, room.width)
        if not stays:
            end += sheet.u(14)
            _plate(sheet, page.sample, Rect(room.x, end, room.width, height), typed=False)
            end += height
        sheet.content_height(end + sheet.u(14) - room.y)


def _with_room(sheet: Sheet, at: Rect) -> Rect:
    """The focus ring and shadows of the first and last piece need room inside the scrolling part."""
    return Rect(at.x - sheet.u(14), at.y - sheet.u(7), at.width + 2 * sheet.u(14), at.height + sheet.u(7))


# --- the questions ---------------------------------------------------------------------------------


def _tabs(sheet: Sheet, page: Page, at: Rect) -> int:
    """The row of questions, with a bar below the present one; returns the bottom. Where there is no room in one row for the
    pictures of all keys, only those have one that show nothing but an icon.
    """
    tabs = [measured(sheet, item, at.width, theme.LABEL) for item in page.tabs]
    if across(sheet, tabs, GAP) > at.width:
        tabs = [measured(sheet, item, at.width, theme.LABEL, key=item.compact) for item in page.tabs]
    x, y, bottom = at.x, at.y, at.y
    for tab in tabs:
        if x > at.x and x + tab.width > at.right:
            x, y = at.x, bottom + sheet.u(GAP)
        box = draw_button(sheet, tab, x, y)
        bottom = max(bottom, box.bottom + 2 * sheet.u(BAR))
        if tab.item.selected:
            bar = Rect(
                box.x + box.height // 2, box.bottom + sheet.u(BAR + 1), box.width - box.height, sheet.u(BAR)
            )
            sheet.panel(bar, sheet.colours.ink, theme.PILL)
        x = box.right + sheet.u(GAP)
    return bottom


# --- the sample ------------------------------------------------------------------------------------


def _sample(sheet: Sheet, sample: Sample, area: Rect) -> None:
    """A friend in her place, and what she says; the plate alone, where it leaves no room for her."""
    inset = sheet.u(10)
    inner = area.inflate(-2 * inset, -2 * inset)
    height = _plate_height(sheet, sample, inner.width - 2 * inset)
    if inner.height - height < sheet.u(FACE):
        _plate(sheet, sample, Rect(area.x, area.y, area.width, height), typed=True)
        return
    sheet.panel(area, sheet.colours.ground, theme.RADIUS_CARD, shadow=True)
    sheet.place(sample.stage.place, inner)
    tall = round(inner.height * 0.98)
    wide = round(tall * 2 / 3)
    for figure in sample.stage.figures:
        sheet.figure(figure, Rect(inner.centerx - wide // 2, inner.bottom - tall, wide, tall))
    at = Rect(inner.x + inset, inner.bottom - inset - height, inner.width - 2 * inset, height)
    _plate(sheet, sample, at, typed=True)


def _plate_height(sheet: Sheet, sample: Sample, width: int) -> int:
    """How high a plate is, with the half of the name that stands above its edge."""
    words = _said(sheet, sample, width)
    keys = sum(_high(sheet, row) for row in _keys(sheet, sample, width))
    return _tag(sheet) // 2 + _head(sheet) + words.height + keys + sheet.u(BELOW)


def _plate(sheet: Sheet, sample: Sample, at: Rect, *, typed: bool) -> None:
    """What is said on a plate as high as `at`, the name on its edge, and which key does what."""
    half = _tag(sheet) // 2
    card = Rect(at.x, at.y + half, at.width, at.height - half)
    sheet.panel(card, sheet.colours.card, theme.RADIUS, shadow=True)
    name_tag(sheet, sample.speaker, card.x + sheet.u(SIDES), card.y)
    words = _said(sheet, sample, card.width)
    x, y = card.x + sheet.u(SIDES), card.y + _head(sheet)
    sheet.text(words, x, y, sheet.colours.ink, typed=typed and sample.appears is not None)
    y += words.height
    for cap, does in _keys(sheet, sample, card.width):
        height = _high(sheet, (cap, does))
        middle = y + (height + sheet.u(BETWEEN_KEYS)) // 2
        ends = x + cap.width + 2 * sheet.u(KEY_ROOM)
        key_cap(sheet, cap, ends, middle, sheet.colours.ink, sheet.colours.card)
        sheet.text(does, ends + sheet.u(12), middle - does.height // 2, sheet.colours.ink)
        y += height


def _keys(sheet: Sheet, sample: Sample, width: int) -> list[tuple[Block, Block]]:
    """The words on keys, and beside each what it does."""
    rows = []
    for key, _, does in sample.keys:
        cap = sheet.block(sheet.cap(key), theme.KEY)
        room = width - 2 * sheet.u(SIDES) - cap.width - 2 * sheet.u(KEY_ROOM) - sheet.u(12)
        rows.append((cap, sheet.block(does, theme.CARD_TEXT, room)))
    return [(cap, does) for cap, does in rows if cap.text]


def _high(sheet: Sheet, row: tuple[Block, Block]) -> int:
    return max(row[0].height + sheet.u(4), row[1].height) + sheet.u(BETWEEN_KEYS)


def _tag(sheet: Sheet) -> int:
    return sheet.block("x", theme.NAME).height + sheet.u(12)


def _head(sheet: Sheet) -> int:
    return max(sheet.u(HEAD_ROOM), _tag(sheet) // 2 + sheet.u(8))


def _said(sheet: Sheet, sample: Sample, width: int) -> Block:
    return sheet.block(sample.text, theme.BODY, width - 2 * sheet.u(SIDES))
