"""The exercise that hides the game: plain as a school's own page, with nothing of the game's look."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.page import Buttons
from game.view import theme
from game.view.layouts.blocks import column
from game.view.layouts.pieces import across, flow, foot, measured

if TYPE_CHECKING:
    from game.screens.page import Item, Page
    from game.view.sheet import Sheet


def _heading(sheet: Sheet, item: Item, left: int, top: int, width: int) -> int:
    """A heading that looks like one; that it can be pressed is known to those who have practised."""
    words = sheet.block(item.label, theme.HEADING, width)
    sheet.text(words, left, top, sheet.colours.ink)
    sheet.press(
        Rect(left, top, max(words.width, sheet.u(theme.TARGET)), max(words.height, sheet.u(theme.TARGET))),
        item,
    )
    return top + words.height


def _keypad(sheet: Sheet, block: Buttons, left: int, top: int, width: int) -> int:
    """Two rows of five digits."""
    gap = sheet.u(theme.GAP)
    keys = [measured(sheet, item, width) for item in block.items]
    each = max(key.width for key in keys)
    same = [replace(key, width=each) for key in keys]
    return flow(sheet, same, left, top, 5 * each + 4 * gap, keypad=True)


def plain(sheet: Sheet, page: Page) -> None:
    """A white page with one task."""
    sheet.background = sheet.colours.plain_ground
    sheet.looks = sheet.colours.plain_looks()
    most = sheet.width - 2 * sheet.u(40)
    beside_each_other = across(sheet, [measured(sheet, item, most) for item in page.foot])
    width = min(max(sheet.u(560 * max(1.0, sheet.growth * 0.8)), beside_each_other), most)
    left = (sheet.width - width) // 2
    with sheet.above():
        bottom = foot(sheet, page.foot, left, width, sheet.height - sheet.u(40))
    area = Rect(left - sheet.u(10), sheet.u(30), width + sheet.u(20), bottom - sheet.u(46))
    with sheet.scrolling(area):
        end = area.y + sheet.u(10)
        for block in page.body:
            if isinstance(block, Buttons) and not block.across:
                end = _heading(sheet, block.items[0], left, end, width)
            elif isinstance(block, Buttons):
                end = _keypad(sheet, block, left, end, width)
            else:
                end = column(sheet, (block,), left, end, width)
            end += sheet.u(14)
        sheet.content_height(end - area.y + sheet.u(10))
