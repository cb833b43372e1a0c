"""A choice: its number in a box, its words, as wide as the column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme

if TYPE_CHECKING:
    from game.screens.page import Item
    from game.view.sheet import Sheet


def choice_button(sheet: Sheet, item: Item, left: int, top: int, width: int) -> int:
    """Draws it; returns its bottom."""
    pad = sheet.u(24)
    number = sheet.block(sheet.cap(item.key), theme.LABEL) if item.key else None
    box = max(sheet.u(30), number.height + sheet.u(6)) if number else 0
    ticked = item.selected is not None
    icon = sheet.block("x", theme.CHOICE).height if item.icon or ticked else 0
    x = left + pad + (box + sheet.u(18) if box else 0)
    room = left + width - pad - x - (icon + sheet.u(14) if icon else 0)
    words = sheet.block(item.label, theme.CHOICE, room)
    rect = Rect(left, top, width, max(words.height, box) + 2 * sheet.u(19))
    sheet.panel(rect, sheet.colours.card, theme.RADIUS_CHOICE, shadow=True)
    if number:
        cap = Rect(left + pad, rect.centery - box // 2, box, box)
        sheet.panel(cap, sheet.colours.card, theme.RADIUS_KEY, rim=sheet.colours.ink)
        sheet.text(
            number, cap.centerx - number.width // 2, cap.centery - number.height // 2, sheet.colours.ink
        )
    sheet.text(words, x, rect.centery - words.height // 2, sheet.colours.ink)
    sign = Rect(rect.right - pad - icon, rect.centery - icon // 2, icon, icon)
    if ticked:
        _tick_box(sheet, sign, ticked=bool(item.selected))
    elif icon:
        sheet.icon(item.icon, sign.x, sign.y, icon, sheet.colours.plum)
    sheet.press(rect, item, theme.RADIUS_CHOICE)
    return rect.bottom


def _tick_box(sheet: Sheet, box: Rect, *, ticked: bool) -> None:
    """A box that is empty, or has a tick in it."""
    sheet.panel(box, sheet.colours.card, theme.RADIUS_KEY, rim=sheet.colours.ink)
    if ticked:
        inner = box.inflate(-box.width // 3, -box.height // 3)
        sheet.icon("check", inner.x, inner.y, inner.width, sheet.colours.plum)
