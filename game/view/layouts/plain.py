"""The exercise that hides the game: plain as a school's own page, with nothing of the game's look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme
from game.view.layouts.blocks import column
from game.view.layouts.pieces import foot

if TYPE_CHECKING:
    from game.screens.page import Page
    from game.view.sheet import Sheet


def plain(sheet: Sheet, page: Page) -> None:
    """A white page with one task."""
    sheet.background = theme.WHITE
    width = min(sheet.u(620 * max(1.0, sheet.growth * 0.8)), sheet.width - 2 * sheet.u(40))
    left = (sheet.width - width) // 2
    with sheet.above():
        bottom = foot(sheet, page.foot, left, width, sheet.height - sheet.u(40))
    area = Rect(left - sheet.u(10), sheet.u(30), width + sheet.u(20), bottom - sheet.u(46))
    with sheet.scrolling(area):
        end = column(sheet, page.body, left, area.y + sheet.u(10), width)
        sheet.content_height(end - area.y + sheet.u(10))
