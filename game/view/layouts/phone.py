"""The phone: the conversation at one side, whose phone it is at the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.chat import Bubble, Chat
from game.screens.words import phone_of
from game.view import theme
from game.view.frame import Panel
from game.view.layouts.people import people
from game.view.layouts.pieces import draw_button, flow, flow_height, in_a_row, key_cap, measured, top_bar
from game.view.layouts.scene import notice
from game.view.text import Align

if TYPE_CHECKING:
    from game.screens.page import Page
    from game.view.sheet import Sheet

BEZEL = 14
SIDE = 246  # logical pixels of the column beside the phone
BESIDE = 420  # … and of what is free beside it, where a sentence can stand
BUBBLE = 0.78  # the widest bubble, as a part of the phone's width …
PAD = 18  # … and logical pixels beside the words in it


def phone(sheet: Sheet, page: Page) -> None:
    """The screen of a message."""
    chat = page.body[0]
    assert isinstance(chat, Chat)
    assert page.stage is not None
    sheet.place(page.stage.place)
    sheet.stage_key = page.stage.place
    bar_bottom = top_bar(sheet, page)
    tight = sheet.growth >= 1.3
    wide = min(sheet.u(640 if tight else 560 if page.from_afar else 470), sheet.width - 2 * sheet.u(20))
    right = sheet.width - sheet.u(40 if tight else SIDE + 2 * 24)
    # News come and go over the phone; what stands there as long as the teacher's things do has room of its own: beside it
    # where words are large and heights dear, or above it.
    free = right - wide if page.tucked and tight and right - wide >= sheet.u(BESIDE) else 0
    above = page.tucked and not free
    top = notice(sheet.trial(), page, bar_bottom) if above else bar_bottom
    frame = Rect(right - wide, top + sheet.u(14), wide, 0)
    frame.height = sheet.height - frame.y - sheet.u(20)
    people(sheet, page.stage, sheet.u(64), sheet.height - sheet.u(130), among=(0.0, frame.x / sheet.width))
    sheet.panel(frame, sheet.colours.phone, theme.RADIUS_PHONE, shadow=True)
    sheet.pulse = Panel(
        frame.inflate(sheet.u(10), sheet.u(10)), sheet.colours.on_dark_soft, sheet.u(theme.RADIUS_PHONE + 4)
    )
    sheet.picture = Rect(0, bar_bottom, frame.x - sheet.u(16), sheet.height - bar_bottom)
    inner = frame.inflate(-2 * sheet.u(BEZEL), -2 * sheet.u(BEZEL))
    sheet.panel(inner, sheet.colours.ground, theme.RADIUS_SCREEN)
    head_bottom = _head(sheet, chat, inner)
    row_top = _foot_inside(sheet, page, inner) if tight else inner.bottom - sheet.u(6)
    if not tight:
        _foot_beside(sheet, page, chat, frame)
    area = Rect(inner.x, head_bottom, inner.width, row_top - sheet.u(8) - head_bottom)
    with sheet.larger(theme.FROM_AFAR[0] if page.from_afar else 1.0):
        _conversation(sheet, chat, area)
    notice(sheet, page, bar_bottom, free)


def _foot_inside(sheet: Sheet, page: Page, inner: Rect) -> int:
    """With large text the buttons stand in the phone, below the conversation; returns their top."""
    room = inner.width - 2 * sheet.u(14)
    buttons = in_a_row(sheet, page.foot, room)
    top = inner.bottom - sheet.u(14) - flow_height(sheet, buttons, room)
    flow(sheet, buttons, inner.x + sheet.u(14), top, room, last_at_end=True)
    return top


def _foot_beside(sheet: Sheet, page: Page, chat: Chat, frame: Rect) -> None:
    """A large flag beside the phone, how many there are, and the way on below it."""
    flag, on = page.foot
    left, width = frame.right + sheet.u(24), sheet.u(SIDE)
    button = measured(sheet, on, width)
    bottom = frame.bottom - sheet.u(8)
    draw_button(sheet, button, left, bottom - button.height, width)
    count = sum(bubble.flagged for bubble in chat.bubbles)
    icon = sheet.u(44)
    label = sheet.block(flag.label, theme.BUTTON, width - 2 * sheet.u(14))
    cap = sheet.block(sheet.cap(flag.key), theme.KEY) if flag.key else None
    height = icon + label.height + (cap.height + sheet.u(12) if cap else 0) + 2 * sheet.u(16)
    tile = Rect(left, bottom - button.height - sheet.u(20) - height, width, height)
    sheet.panel(tile, sheet.colours.coral_fill, theme.RADIUS, edge=sheet.colours.coral_edge)
    sheet.icon(flag.icon, tile.centerx - icon // 2, tile.y + sheet.u(12), icon, sheet.colours.on_dark)
    sheet.text(
        label, left + sheet.u(14), tile.y + sheet.u(16) + icon, sheet.colours.on_dark, align=Align.CENTER
    )
    if cap:
        middle = tile.bottom - sheet.u(14) - cap.height // 2
        key_cap(
            sheet,
            cap,
            tile.centerx + cap.width // 2 + sheet.u(9),
            middle,
            sheet.colours.on_dark,
            sheet.colours.coral_fill,
        )
    sheet.press(tile, flag, theme.RADIUS)
    if count:
        words = sheet.block(sheet.words.plural("{n} flagga", "{n} flaggor", count), theme.LABEL)
        pill = Rect(
            0, tile.y - words.height - sheet.u(24), words.width + 2 * sheet.u(18), words.height + sheet.u(12)
        )
        pill.centerx = tile.centerx
        sheet.panel(pill, sheet.colours.card, theme.PILL)
        sheet.text(words, pill.x + sheet.u(18), pill.y + sheet.u(6), sheet.colours.ink)


def _head(sheet: Sheet, chat: Chat, inner: Rect) -> int:
    """Whom the conversation is with, and whose phone it is; returns the bottom."""
    side = sheet.u(52) if chat.partner else 0
    x = inner.x + sheet.u(22) + (side + sheet.u(14) if side else 0)
    room = inner.right - sheet.u(20) - x
    title = sheet.block(chat.title, theme.NAME, room)
    whose = sheet.block(phone_of(sheet.words, chat.owner), theme.TINY, room)
    height = max(side, title.height + whose.height) + 2 * sheet.u(14)
    head = Rect(inner.x, inner.y, inner.width, height)
    # It leaves the edge of the screen free, which has a rim in high contrast.
    edge = sheet.u(3)
    top = Rect(head.x + edge, head.y + edge, head.width - 2 * edge, sheet.u(72))
    rest = Rect(top.x, head.y + sheet.u(36), top.width, head.height - sheet.u(36))
    sheet.panel(top, sheet.colours.lilac, theme.RADIUS_SCREEN - 3, rim=sheet.colours.lilac)
    sheet.panel(rest, sheet.colours.lilac, 0, rim=sheet.colours.lilac)
    under = Rect(top.x, head.bottom - sheet.u(2), top.width, sheet.u(2))
    sheet.panel(under, sheet.colours.rim or sheet.colours.lilac, 0)
    if chat.partner:
        sheet.figure(
            chat.partner, Rect(inner.x + sheet.u(22), head.centery - side // 2, side, side), head=True
        )
    y = head.centery - (title.height + whose.height) // 2
    sheet.text(title, x, y, sheet.colours.ink)
    sheet.text(whose, x, y + title.height, sheet.colours.muted)
    return head.bottom


def _conversation(sheet: Sheet, chat: Chat, area: Rect) -> None:
    gap = sheet.u(18)
    group = len({bubble.name for bubble in chat.bubbles if not bubble.own}) > 1
    with sheet.scrolling(area, at_end=True, on_dark=True):
        y = area.y + gap
        for bubble in chat.bubbles[:-1]:
            y = _bubble(sheet, bubble, area, y, group=group) + gap
        with sheet.arriving((chat.phone, len(chat.bubbles), chat.bubbles[-1].text)):
            y = _bubble(sheet, chat.bubbles[-1], area, y, group=group) + gap
        sheet.content_height(y - area.y)


def widest_message(sheet: Sheet, width: int) -> int:
    """How wide the words of a message may be in a conversation of that width."""
    return round(width * BUBBLE) - 2 * sheet.u(PAD)


def _bubble(sheet: Sheet, bubble: Bubble, area: Rect, top: int, *, group: bool) -> int:
    pad = sheet.u(PAD)
    icon = sheet.u(30 * max(1.0, sheet.growth * 0.8))
    most = widest_message(sheet, area.width)
    words = sheet.block(bubble.text, theme.MESSAGE, most)
    words = sheet.block(bubble.text, theme.MESSAGE, words.width)
    y = top
    if group and not bubble.own:
        name = sheet.block(bubble.name, theme.TINY, most)
        sheet.text(name, area.x + sheet.u(26), y, sheet.colours.muted)
        y += name.height + sheet.u(2)
    box = Rect(
        area.x + sheet.u(20),
        y,
        max(words.width + 2 * pad, sheet.u(theme.TARGET)),
        max(words.height + sheet.u(18), sheet.u(theme.TARGET)),
    )
    if bubble.own:
        box.right = area.right - sheet.u(20)
    fill = sheet.colours.chat_own if bubble.own else sheet.colours.chat_other
    if bubble.flagged:
        ring = sheet.u(4)
        sheet.panel(box.inflate(4 * ring, 4 * ring), sheet.colours.coral, theme.RADIUS_CARD)
        sheet.panel(box.inflate(2 * ring, 2 * ring), sheet.colours.ground, theme.RADIUS_CHOICE)
        side = box.left - icon - sheet.u(14) if bubble.own else box.right + sheet.u(14)
        sheet.icon(bubble.form_icon or "flag", side, box.centery - icon // 2, icon, sheet.colours.coral)
    sheet.panel(box, fill, theme.RADIUS_COLUMN)
    sheet.text(
        words,
        box.x + pad,
        box.centery - words.height // 2,
        sheet.colours.on_dark if bubble.own else sheet.colours.ink,
    )
    sheet.press(box, bubble.item, theme.RADIUS_COLUMN)
    return box.bottom
