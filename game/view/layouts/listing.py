"""Pages that are read from top to bottom: a column on paper, the bar above it, the foot below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme
from game.view.layouts.blocks import column
from game.view.layouts.pieces import foot, news, top_bar

if TYPE_CHECKING:
    from game.screens.page import Page
    from game.view.sheet import Sheet

WIDEST = 1180
"""The widest column, in logical pixels: longer rows are hard to follow."""


def listing(sheet: Sheet, page: Page) -> None:
    """A whole page of blocks; what does not fit scrolls between the bar and the foot."""
    width = min(sheet.width - 2 * sheet.u(theme.EDGE), sheet.u(WIDEST))
    left = (sheet.width - width) // 2
    bar_bottom = news(sheet, page, left, top_bar(sheet, page), width)
    with sheet.above():
        foot_top = foot(sheet, page.foot, left, width, sheet.height - sheet.u(24))
    top = bar_bottom + sheet.u(18)
    bottom = foot_top - sheet.u(16) if page.foot else sheet.height - sheet.u(16)
    # The focus ring and shadows of the first and last piece need room inside the scrolling part.
    room = sheet.u(14)
    area = Rect(left - room, top - room // 2, width + 2 * room, max(sheet.u(80), bottom - top + room // 2))
    with sheet.scrolling(area):
        end = column(sheet, page.body, left, top + room // 2, width)
        sheet.content_height(end + room - area.y)
