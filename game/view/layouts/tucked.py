"""The teacher's things to press on the only display: a low row at the lower edge, with the page above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme
from game.view.layouts.pieces import flow, flow_height, in_a_row

if TYPE_CHECKING:
    from game.screens.page import Page
    from game.view.sheet import Sheet

SIDES, ABOVE, GAP = 16, 9, 8
LESS = 0.7
"""How much of the reader's growth its words have: the page is read by a class, and this by one person near it."""


def tucked(sheet: Sheet, page: Page) -> int:
    """Draws the row; returns its top, where the page then ends."""
    room = sheet.width - 2 * sheet.u(SIDES)
    own, sheet.growth = sheet.growth, max(1.0, sheet.growth * LESS)
    buttons = in_a_row(sheet, page.tucked, room, theme.LABEL, gap=GAP)
    sheet.growth = own
    height = flow_height(sheet, buttons, room, gap=GAP) + 2 * sheet.u(ABOVE)
    ground = Rect(0, sheet.height - height, sheet.width, height)
    with sheet.above():
        sheet.panel(ground, sheet.colours.plate, 0)
        flow(sheet, buttons, sheet.u(SIDES), ground.y + sheet.u(ABOVE), room, gap=GAP)
    return ground.y
