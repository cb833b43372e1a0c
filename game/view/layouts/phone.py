"""The phone: the conversation at one side, whose phone it is at the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.page import Bubble, Chat, Page
from game.view import theme
from game.view.layouts.pieces import draw_button, flow, flow_height, measured, top_bar
from game.view.layouts.scene import notice, people

if TYPE_CHECKING:
    from game.view.sheet import Sheet

BEZEL = 14
BUBBLE = 0.78  # the widest bubble, as a part of the phone's width


def phone(sheet: Sheet, page: Page) -> None:
    """The screen of a message."""
    chat = page.body[0]
    assert isinstance(chat, Chat)
    assert page.stage is not None
    sheet.place(page.stage.place)
    sheet.stage_key = page.stage.place
    bar_bottom = top_bar(sheet, page)
    wide = min(sheet.u(480 if sheet.growth < 1.4 else 640), sheet.width - 2 * sheet.u(20))
    frame = Rect(0, bar_bottom + sheet.u(14), wide, 0)
    frame.height = sheet.height - frame.y - sheet.u(20)
    frame.right = round(sheet.width * 0.86) if sheet.growth < 1.4 else sheet.width - sheet.u(40)
    people(sheet, page.stage, sheet.u(64), sheet.height - sheet.u(130), among=(0.0, frame.x / sheet.width))
    sheet.panel(frame, theme.NIGHT, 48, shadow=True)
    inner = frame.inflate(-2 * sheet.u(BEZEL), -2 * sheet.u(BEZEL))
    sheet.panel(inner, theme.WHITE, 36)
    head_bottom = _head(sheet, chat, inner)
    buttons = [measured(sheet, item, inner.width - 2 * sheet.u(14)) for item in page.foot]
    row = flow_height(sheet, buttons, inner.width - 2 * sheet.u(14), gap=8)
    row_top = inner.bottom - sheet.u(14) - row
    across = sum(button.width for button in buttons) + sheet.u(8)
    if across <= inner.width - 2 * sheet.u(14) and len(buttons) == 2:
        draw_button(sheet, buttons[0], inner.x + sheet.u(14), row_top)
        draw_button(sheet, buttons[1], inner.right - sheet.u(14) - buttons[1].width, row_top)
    else:
        flow(sheet, buttons, inner.x + sheet.u(14), row_top, inner.width - 2 * sheet.u(14), gap=8)
    area = Rect(inner.x, head_bottom, inner.width, row_top - sheet.u(8) - head_bottom)
    _conversation(sheet, chat, area)
    notice(sheet, page, bar_bottom)


def _head(sheet: Sheet, chat: Chat, inner: Rect) -> int:
    """Whom the conversation is with, and whose phone it is; returns the bottom."""
    side = sheet.u(52) if chat.partner else 0
    x = inner.x + sheet.u(22) + (side + sheet.u(14) if side else 0)
    room = inner.right - sheet.u(20) - x
    title = sheet.block(chat.title, theme.NAME, room)
    whose = sheet.block(sheet.words.ui("{name}s mobil", name=chat.owner), theme.TINY, room)
    height = max(side, title.height + whose.height) + 2 * sheet.u(14)
    head = Rect(inner.x, inner.y, inner.width, height)
    sheet.panel(Rect(head.x, head.y, head.width, sheet.u(72)), theme.LILAC, 36)
    sheet.panel(Rect(head.x, head.y + sheet.u(36), head.width, head.height - sheet.u(36)), theme.LILAC, 0)
    if chat.partner:
        sheet.figure(
            chat.partner, Rect(inner.x + sheet.u(22), head.centery - side // 2, side, side), head=True
        )
    y = head.centery - (title.height + whose.height) // 2
    sheet.text(title, x, y, theme.INK)
    sheet.text(whose, x, y + title.height, theme.MUTED)
    return head.bottom


def _conversation(sheet: Sheet, chat: Chat, area: Rect) -> None:
    gap = sheet.u(10)
    group = len({bubble.name for bubble in chat.bubbles if not bubble.own}) > 1
    with sheet.scrolling(area, at_end=True):
        y = area.y + gap
        for bubble in chat.bubbles[:-1]:
            y = _bubble(sheet, bubble, area, y, group=group) + gap
        with sheet.arriving((chat.phone, len(chat.bubbles), chat.bubbles[-1].text)):
            y = _bubble(sheet, chat.bubbles[-1], area, y, group=group) + gap
        sheet.content_height(y - area.y)


def _bubble(sheet: Sheet, bubble: Bubble, area: Rect, top: int, *, group: bool) -> int:
    pad = sheet.u(18)
    icon = sheet.u(30)
    most = round(area.width * BUBBLE) - 2 * pad
    words = sheet.block(bubble.text, theme.MESSAGE, most)
    words = sheet.block(bubble.text, theme.MESSAGE, words.width)
    y = top
    if group and not bubble.own:
        name = sheet.block(bubble.name, theme.TINY, most)
        sheet.text(name, area.x + sheet.u(26), y, theme.MUTED)
        y += name.height + sheet.u(2)
    box = Rect(
        area.x + sheet.u(20),
        y,
        max(words.width + 2 * pad, sheet.u(theme.TARGET)),
        max(words.height + sheet.u(18), sheet.u(theme.TARGET)),
    )
    if bubble.own:
        box.right = area.right - sheet.u(20)
    fill = theme.CHAT_OWN if bubble.own else theme.CHAT_OTHER
    if bubble.flagged:
        ring = sheet.u(4)
        sheet.panel(box.inflate(4 * ring, 4 * ring), theme.CORAL, 24)
        sheet.panel(box.inflate(2 * ring, 2 * ring), theme.WHITE, 22)
        side = box.left - icon - sheet.u(14) if bubble.own else box.right + sheet.u(14)
        sheet.icon("flag", side, box.centery - icon // 2, icon, theme.CORAL)
    sheet.panel(box, fill, 20)
    sheet.text(words, box.x + pad, box.centery - words.height // 2, theme.WHITE if bubble.own else theme.INK)
    sheet.press(box, bubble.item, 20)
    return box.bottom
