"""What is it that feels wrong? A sheet of paper over the picture, with an icon for each form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.keys import Key
from game.screens.page import Buttons, Item, Page
from game.view import theme
from game.view.layouts.blocks import column
from game.view.layouts.pieces import foot, key_cap, top_bar
from game.view.text import Align

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.view.sheet import Sheet

TILE = 200  # logical pixels, at 100 % text
ICON = 40
TICK = 0.62
"""How large the tick of the chosen one is, as a part of its icon."""


def asking(sheet: Sheet, page: Page) -> None:
    """The page of a flag."""
    if page.stage:
        sheet.place(page.stage.place, dim=150)
        sheet.stage_key = page.stage.place
    bar_bottom = top_bar(sheet, page)
    width = min(sheet.width - 2 * sheet.u(40), sheet.u(1100))
    box = Rect((sheet.width - width) // 2, bar_bottom + sheet.u(14), width, 0)
    box.height = sheet.height - box.y - sheet.u(20)
    sheet.panel(box, sheet.colours.paper, theme.RADIUS_PAPER, shadow=True)
    left, room = box.x + sheet.u(36), box.width - 2 * sheet.u(36)
    with sheet.above():
        foot_top = foot(sheet, page.foot, left, room, box.bottom - sheet.u(18))
    area = Rect(left - sheet.u(12), box.y + sheet.u(12), room + sheet.u(24), foot_top - box.y - sheet.u(22))
    with sheet.scrolling(area):
        y = area.y + sheet.u(10)
        for block in page.body:
            if isinstance(block, Buttons):
                y = _tiles(sheet, block.items, left, y, room) + sheet.u(14)
            else:
                y = column(sheet, (block,), left, y, room) + sheet.u(14)
        sheet.content_height(y - area.y)


def _tiles(sheet: Sheet, items: Sequence[Item], left: int, top: int, width: int) -> int:
    gap = sheet.u(12)
    columns = max(1, (width + gap) // (sheet.u(TILE * max(1.0, sheet.growth * 0.85)) + gap))
    each = (width - gap * (columns - 1)) // columns
    y = top
    for start in range(0, len(items), columns):
        row = items[start : start + columns]
        height = max(_tile_height(sheet, item, each) for item in row)
        for number, item in enumerate(row):
            _tile(sheet, item, Rect(left + number * (each + gap), y, each, height))
        y += height + gap
    return y - gap


def _tile_height(sheet: Sheet, item: Item, width: int) -> int:
    label = sheet.block(item.label, theme.LABEL, width - 2 * sheet.u(12))
    return _icon(sheet) + label.height + 2 * sheet.u(14) + sheet.u(6)


def _icon(sheet: Sheet) -> int:
    return sheet.u(ICON * max(1.0, sheet.growth * 0.65))


def _tile(sheet: Sheet, item: Item, box: Rect) -> None:
    on = bool(item.selected)
    fill, words = (
        (sheet.colours.coral_fill, sheet.colours.on_dark) if on else (sheet.colours.ground, sheet.colours.ink)
    )
    sheet.panel(box, fill, theme.RADIUS_TILE, rim=None if on else sheet.colours.lilac_edge)
    side = _icon(sheet)
    sheet.icon(
        item.icon, box.centerx - side // 2, box.y + sheet.u(14), side, words if on else sheet.colours.coral
    )
    label = sheet.block(item.label, theme.LABEL, box.width - 2 * sheet.u(12))
    sheet.text(label, box.x + sheet.u(12), box.y + sheet.u(20) + side, words, align=Align.CENTER)
    if on:
        # What has been chosen is not told by its colour alone.
        tick = round(side * TICK)
        sheet.icon("check", box.x + sheet.u(12), box.y + sheet.u(12), tick, words)
    if item.key and item.key is not Key.SPACE and sheet.growth < 1.4:
        cap = sheet.block(sheet.cap(item.key), theme.KEY)
        key_cap(sheet, cap, box.right - sheet.u(10), box.y + sheet.u(10) + cap.height // 2, words, fill)
    sheet.press(box, item, theme.RADIUS_TILE)
