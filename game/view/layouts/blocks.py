"""The blocks of a page below each other, in a column that may scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from pygame import Rect

from game.screens.chat import Chat
from game.screens.lesson.blocks import Bars, Chart, Countdown
from game.screens.map_parts import StoryMap
from game.screens.page import Block, Breath, Buttons, Card, Cards, Field, Heading, Look, Speech, Text, Tone
from game.screens.time_line import TimeLine
from game.screens.workshop import Finding
from game.view import theme
from game.view.layouts.bars import bars
from game.view.layouts.cards import card, cards
from game.view.layouts.choice import choice_button
from game.view.layouts.class_chart import chart
from game.view.layouts.countdown import countdown
from game.view.layouts.finding import finding
from game.view.layouts.pieces import draw_button, flow, grid, measured
from game.view.layouts.story_map import story_map
from game.view.layouts.timeline import timeline
from game.view.text import Align, Style

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.view.palettes import Colour
    from game.view.sheet import Sheet

BETWEEN = 14
ABOVE_HEADING = 32
BELOW_SHADOW = 26
LARGE = 1.4
LABEL_ROOM = 200  # logical pixels for the label beside a row of buttons


def column(
    sheet: Sheet, blocks: Iterable[Block], left: int, top: int, width: int, *, on_dark: bool = False
) -> int:
    """The blocks from `top` down; returns the bottom of the last one."""
    y = top
    shadow = False
    for number, block in enumerate(blocks):
        above = ABOVE_HEADING if isinstance(block, Heading) else BETWEEN
        above = max(above, BELOW_SHADOW) if shadow and isinstance(block, Text) else above
        shadow = isinstance(block, Buttons) and any(item.look is Look.CHOICE for item in block.items)
        y = _one(sheet, block, Rect(left, y + (sheet.u(above) if number else 0), width, 0), on_dark=on_dark)
    return y


def _one(sheet: Sheet, block: Block, at: Rect, *, on_dark: bool) -> int:
    match block:
        case Heading(text):
            style = theme.ASK if on_dark else theme.HEADING
            return _words(sheet, text, at, style, sheet.colours.on_dark if on_dark else sheet.colours.ink)
        case Text():
            return _text(sheet, block, at, on_dark=on_dark)
        case Card():
            return card(sheet, block, at.x, at.y, at.width)
        case Cards():
            return cards(sheet, block, at.x, at.y, at.width)
        case Buttons():
            return _buttons(sheet, block, at)
        case TimeLine():
            return timeline(sheet, block, at.x, at.y, at.width)
        case Field():
            return _field(sheet, block, at)
        case Breath():
            return _breath(sheet, block, at)
        case Speech(_, text):
            return _words(
                sheet, text, at, theme.BODY, sheet.colours.on_dark if on_dark else sheet.colours.ink
            )
        case Chat():
            return at.y
        case StoryMap():
            return story_map(sheet, block, at.x, at.y, at.width)
        case Finding():
            return finding(sheet, block, at.x, at.y, at.width)
        case Bars():
            return bars(sheet, block, at.x, at.y, at.width)
        case Chart():
            return chart(sheet, block, at.x, at.y, at.width)
        case Countdown():
            return countdown(sheet, block, at.x, at.y, at.width)
        case _:
            assert_never(block)


def _words(sheet: Sheet, text: str, at: Rect, style: Style, colour: Colour) -> int:
    laid_out = sheet.block(text, style, at.width)
    sheet.text(laid_out, at.x, at.y, colour)
    return at.y + laid_out.height


def _text(sheet: Sheet, text: Text, at: Rect, *, on_dark: bool) -> int:
    style = {Tone.LEAD: theme.LEAD, Tone.SMALL: theme.SMALL, Tone.BIG: theme.BIG}.get(text.tone, theme.LEAD)
    return _words(sheet, text.text, at, style, sheet.colours.on_dark_soft if on_dark else sheet.colours.muted)


def _buttons(sheet: Sheet, block: Buttons, at: Rect) -> int:
    if block.across:
        return _across(sheet, block, at)
    y = at.y
    for item in block.items:
        if item.look is Look.CHOICE:
            y = choice_button(sheet, item, at.x, y, at.width) + sheet.u(theme.GAP)
        else:
            button = measured(sheet, item, at.width)
            height = max(button.height, sheet.u(theme.COLUMN_BUTTON))
            draw_button(sheet, button, at.x, y, at.width, height)
            y += height + sheet.u(theme.GAP)
    return y - sheet.u(theme.GAP)


def _across(sheet: Sheet, block: Buttons, at: Rect) -> int:
    """Buttons in rows; their label beside them where there is room. Many different ones stand in a grid."""
    left, top, room = at.x, at.y, at.width
    # What a key of a keypad says is what stands on the key.
    buttons = [measured(sheet, item, room, key=not block.keypad) for item in block.items]
    if block.label:
        label = sheet.block(block.label, theme.LABEL, room)
        if label.width <= sheet.u(LABEL_ROOM) and at.width > sheet.u(900) and sheet.growth < LARGE:
            sheet.text(label, at.x, at.y + (buttons[0].height - label.height) // 2, sheet.colours.ink)
            left, room = at.x + sheet.u(LABEL_ROOM + 20), at.width - sheet.u(LABEL_ROOM + 20)
        else:
            # Nearer to its own buttons than to those above.
            sheet.text(label, at.x, at.y + sheet.u(8), sheet.colours.ink)
            top += label.height + sheet.u(14)
    if any(item.look is Look.CHIP for item in block.items):
        return flow(sheet, buttons, left, top, room, keypad=block.keypad)
    return grid(sheet, buttons, left, top, room)


def _field(sheet: Sheet, block: Field, at: Rect) -> int:
    label = sheet.block(block.label, theme.BIG)
    typed = sheet.code(block.text or " ", theme.BIG)
    pad = sheet.u(14)
    beside = label.width + sheet.u(20)
    wanted = max(sheet.u(160), typed.width + 2 * pad)
    below = beside + wanted > at.width
    left = at.x if below else at.x + beside
    top = at.y + (label.height + sheet.u(6) if below else 0)
    room = min(wanted, at.right - left)
    typed = sheet.code(block.text or " ", theme.BIG, room - 2 * pad)
    box = Rect(left, top, room, typed.height + sheet.u(12))
    beside_it = at.x
    if block.sum and sheet.rtl and not below:
        # All is turned round in the end, and a sum is not to be.
        box.x, beside_it = at.x, at.x + room + sheet.u(20)
    sheet.text(label, beside_it, at.y if below else box.centery - label.height // 2, sheet.colours.ink)
    sheet.panel(box, sheet.colours.ground, theme.RADIUS_SMALL, rim=sheet.colours.muted)
    sheet.text(typed, box.x + pad, box.centery - typed.height // 2, sheet.colours.ink)
    if not block.answer:
        return box.bottom + sheet.block("x", theme.LEAD).height + sheet.u(8)
    answer = sheet.block(block.answer, theme.LEAD, at.width)
    sheet.text(answer, at.x, box.bottom + sheet.u(8), sheet.colours.ink)
    return box.bottom + sheet.u(8) + answer.height


def _breath(sheet: Sheet, block: Breath, at: Rect) -> int:
    large = sheet.growth >= LARGE
    side = min(sheet.u(200 if large else 300), at.width)
    circle = Rect(at.centerx - side // 2, at.y + sheet.u(8 if large else 20), side, side)
    sheet.breath(circle, sheet.colours.teal)
    words = sheet.block(f"{block.inward} … {block.outward}", theme.LEAD, at.width)
    sheet.text(words, at.x, circle.bottom + sheet.u(16), sheet.colours.ink, align=Align.CENTER)
    advice = sheet.block(block.advice, theme.LEAD, at.width)
    top = circle.bottom + sheet.u(24) + words.height
    sheet.text(advice, at.x, top, sheet.colours.muted, align=Align.CENTER)
    return top + advice.height
