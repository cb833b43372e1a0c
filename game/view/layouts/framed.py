"""Before a story and at its end: the picture above, and on a sheet of paper what there is to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme
from game.view.layouts.blocks import column
from game.view.layouts.people import people
from game.view.layouts.pieces import foot, top_bar

if TYPE_CHECKING:
    from game.screens.page import Page
    from game.view.sheet import Sheet

PICTURE, LEAST, NARROW = 0.34, 0.245, 0.2
"""How much of the window the picture has: where the text leaves it so much, where people are still seen, and with
large text."""
LARGE = 1.4


def framed(sheet: Sheet, page: Page) -> None:
    """The page; with large or much text the paper takes more of the window."""
    assert page.stage is not None
    sheet.place(page.stage.place)
    sheet.stage_key = page.stage.place
    width = min(sheet.width - 2 * sheet.u(theme.EDGE), sheet.u(1180))
    left = (sheet.width - width) // 2
    with sheet.above():
        foot_top = foot(sheet, page.foot, left, width, sheet.height - sheet.u(20))
    top = _top(sheet, page, width, foot_top)
    paper = Rect(
        (sheet.width - width) // 2 - sheet.u(30),
        top,
        width + 2 * sheet.u(30),
        sheet.height - top + sheet.u(40),
    )
    if sheet.growth < LARGE:
        people(sheet, page.stage, sheet.u(58), top - sheet.u(2))
    sheet.panel(paper, sheet.colours.paper, theme.RADIUS_PAPER, shadow=True)
    area = Rect(
        left - sheet.u(14), paper.y + sheet.u(16), width + sheet.u(28), foot_top - paper.y - sheet.u(26)
    )
    with sheet.scrolling(area):
        end = column(sheet, page.body, left, area.y + sheet.u(8), width)
        sheet.content_height(end + sheet.u(12) - area.y)
    top_bar(sheet, page)


def _top(sheet: Sheet, page: Page, width: int, foot_top: int) -> int:
    """Where the paper begins: higher than it would, by what would not be seen of its text."""
    if sheet.growth >= LARGE:
        return round(sheet.height * NARROW)
    top = round(sheet.height * PICTURE)
    text = column(sheet.trial(), page.body, 0, 0, width)
    hidden = sheet.u(8) + text + sheet.u(12) - (foot_top - top - sheet.u(26))
    return max(round(sheet.height * LEAST), top - max(0, hidden))
