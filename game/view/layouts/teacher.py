"""The teacher's own window: on the start's side what to know and to say, beside it what can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.lesson.blocks import Bars, Countdown
from game.screens.page import Buttons, Look
from game.view import theme
from game.view.layouts.blocks import BETWEEN, column
from game.view.layouts.pieces import flow, foot, measured, news, top_bar

if TYPE_CHECKING:
    from game.screens.page import Block, Page
    from game.view.sheet import Sheet

EDGE = 34
READ = 0.52
"""How much of the width has what is read, where two columns have room."""
NARROWEST = 820
"""Logical pixels of a window that has room for two, at 100 % text."""
FEWEST = 4
"""So many blocks to be read fill a column of their own; a page with fewer is one column."""


def teacher(sheet: Sheet, page: Page) -> None:
    """The page, close together: it is read from a chair."""
    left, width = sheet.u(EDGE), sheet.width - 2 * sheet.u(EDGE)
    top = news(sheet, page, left, top_bar(sheet, page), width) + sheet.u(10)
    with sheet.above():
        foot_top = foot(sheet, page.foot, left, width, sheet.height - sheet.u(16))
    room = sheet.u(14)
    bottom = foot_top - sheet.u(10 if page.foot else 0)
    area = Rect(left - room, top, width + 2 * room, max(sheet.u(80), bottom - top))
    pressed = tuple(block for block in page.body if isinstance(block, Bars | Countdown | Buttons))
    read = tuple(block for block in page.body if block not in pressed)
    two = len(read) >= FEWEST and bool(pressed) and sheet.width / sheet.k / sheet.growth > NARROWEST
    with sheet.scrolling(area):
        y = area.y + room // 2
        if two:
            share = round(width * READ)
            beside = left + share + sheet.u(EDGE)
            end = column(sheet, read, left, y, share)
            end = max(end, _pressed(sheet, pressed, beside, y, left + width - beside))
        else:
            end = column(sheet, page.body, left, y, width)
        sheet.content_height(end + room - area.y)


def _pressed(sheet: Sheet, blocks: tuple[Block, ...], left: int, top: int, width: int) -> int:
    """What can be pressed, buttons as small as they may be; returns the bottom."""
    y = top
    for block in blocks:
        if isinstance(block, Buttons) and not any(item.look is Look.CHIP for item in block.items):
            small = [measured(sheet, item, width, theme.LABEL) for item in block.items]
            y = flow(sheet, small, left, y, width, gap=10)
        else:
            y = column(sheet, (block,), left, y, width)
        y += sheet.u(BETWEEN)
    return y - sheet.u(BETWEEN)
