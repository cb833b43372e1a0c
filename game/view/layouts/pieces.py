"""Pieces that every layout is made of: buttons, rows of buttons, the bar at the top, the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pygame import Rect

from game.screens.intents import Hide
from game.screens.page import Item, Look, Page
from game.view import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.view.palettes import Colour
    from game.view.sheet import Sheet
    from game.view.text import Block, Style

PADDING = 20
ICON = 1.15  # an icon beside a label is so many times as high as the label's letters
KEY_ROOM = 9


@dataclass(frozen=True, slots=True)
class Button:
    """A measured button."""

    item: Item
    label: Block
    key: Block | None
    note: Block | None
    icon: int
    width: int
    height: int


def measured(sheet: Sheet, item: Item, most: int, style: Style = theme.BUTTON, *, key: bool = True) -> Button:
    """A button as wide as it needs, at most `most`; a longer label wraps."""
    icon = round(sheet.letters(style) * ICON) if _icon(item) else 0
    hint = sheet.cap(item.key) if item.key and key else ""
    cap = sheet.block(hint, theme.KEY) if hint else None
    whole = sheet.block(item.label, style).width + (icon and icon + sheet.u(10)) + 2 * sheet.u(PADDING)
    if cap and whole + cap.width + sheet.u(10 + 2 * KEY_ROOM) > most:
        cap = None
    noted = (sheet.caps.hiding or item.note) if isinstance(item.intent, Hide) else item.note
    note = sheet.block(noted, theme.KEY) if noted else None
    sides = 2 * sheet.u(PADDING)
    beside = (icon + sheet.u(10) if icon else 0) + sum(
        each.width + sheet.u(10 + 2 * KEY_ROOM) for each in (cap, note) if each
    )
    shown = "" if item.compact and item.icon else item.label
    label = sheet.block(shown, style, max(sheet.u(40), most - sides - beside))
    label = sheet.block(shown, style, max(1, label.width))
    # A row's gap stands behind the icon even where no label follows it.
    gap = sheet.u(10) if icon and not shown else 0
    width = min(most, max(sheet.u(theme.TARGET), sides + beside + label.width - gap))
    height = max(sheet.u(theme.TARGET), label.height + sheet.u(14))
    return Button(item, label, cap, note, icon, width, height)


def _icon(item: Item) -> str:
    """Its icon; a value in force that has none has a tick, for that must not be told by colour alone."""
    return "check" if item.selected and item.look is Look.CHIP and not item.icon else item.icon


def draw_button(
    sheet: Sheet, button: Button, left: int, top: int, width: int | None = None, height: int | None = None
) -> Rect:
    """The button with its icon, label and key; returns its rectangle."""
    item = button.item
    rect = Rect(left, top, width or button.width, height or button.height)
    paint = sheet.looks[item.look]
    if not item.enabled:
        paint = sheet.colours.disabled
    elif item.selected and item.look is Look.CHIP:
        paint = sheet.colours.selected
    radius = min(theme.RADIUS if width is None else theme.RADIUS_COLUMN, rect.height / sheet.k / 2)
    sheet.panel(rect, paint.fill, radius, rim=paint.rim, edge=paint.edge)
    x = rect.x + sheet.u(PADDING)
    if button.icon:
        sheet.icon(_icon(item), x, rect.centery - button.icon // 2, button.icon, paint.words)
        x += button.icon + sheet.u(10)
    sheet.text(button.label, x, rect.centery - button.label.height // 2, paint.words)
    right = rect.right - sheet.u(PADDING)
    for cap in (button.note, button.key):
        if cap:
            right = key_cap(sheet, cap, right, rect.centery, paint.words, paint.fill) - sheet.u(10)
    sheet.press(rect, item, radius)
    return rect


def key_cap(sheet: Sheet, cap: Block, right: int, middle: int, words: Colour, fill: Colour) -> int:
    """The picture of a key, ending at `right`; returns its left side."""
    width, height = cap.width + 2 * sheet.u(KEY_ROOM), cap.height + sheet.u(4)
    box = Rect(right - width, middle - height // 2, width, height)
    sheet.panel(box, fill, theme.RADIUS_KEY, rim=words)
    sheet.text(cap, box.x + sheet.u(KEY_ROOM), box.y + sheet.u(2), words)
    return box.left


def flow(
    sheet: Sheet,
    buttons: Sequence[Button],
    left: int,
    top: int,
    width: int,
    *,
    gap: int = theme.GAP,
    keypad: bool = False,
    last_at_end: bool = False,
) -> int:
    """Buttons in rows as they fit, those of a keypad from left to right in any language; returns the bottom.

    The last one may stand at the end of its row.
    """
    x, y, row = left, top, 0
    between = sheet.u(gap)
    places: list[tuple[int, int]] = []
    for button in buttons:
        if x > left and x + button.width > left + width:
            x, y, row = left, y + row + between, 0
        places.append((x, y))
        x += button.width + between
        row = max(row, button.height)
    if last_at_end and places:
        places[-1] = (left + width - buttons[-1].width, places[-1][1])
    reach = max((x + button.width for button, (x, _) in zip(buttons, places, strict=True)), default=left)
    for button, (across, down) in zip(buttons, places, strict=True):
        turned = left + reach - across - button.width if keypad and sheet.rtl else across
        draw_button(sheet, button, turned, down)
    return y + row


def grid(sheet: Sheet, buttons: Sequence[Button], left: int, top: int, width: int) -> int:
    """Buttons of one size in columns; returns the bottom."""
    gap = sheet.u(theme.GAP)
    widest = max(button.width for button in buttons)
    columns = max(1, min(len(buttons), (width + gap) // (widest + gap), 3))
    each = (width - gap * (columns - 1)) // columns
    height = max(sheet.u(theme.COLUMN_BUTTON), *(button.height for button in buttons))
    for number, button in enumerate(buttons):
        row, at = divmod(number, columns)
        draw_button(sheet, button, left + at * (each + gap), top + row * (height + gap), each, height)
    rows = -(-len(buttons) // columns)
    return top + rows * (height + gap) - gap


def in_a_row(
    sheet: Sheet, items: Sequence[Item], room: int, style: Style = theme.BUTTON, *, gap: int = theme.GAP
) -> list[Button]:
    """Buttons measured for one row: where it is too short for the pictures of their keys, the first ones go
    without, as many as it takes. Where it is too short even then, they have them, for they need rows anyway.
    """
    for without in range(len(items) + 1):
        buttons = [
            measured(sheet, item, room, style, key=number >= without) for number, item in enumerate(items)
        ]
        if across(sheet, buttons, gap) <= room:
            return buttons
    return [measured(sheet, item, room, style) for item in items]


def across(sheet: Sheet, buttons: Sequence[Button], gap: int = theme.GAP) -> int:
    """How wide buttons are beside each other."""
    return sum(button.width for button in buttons) + sheet.u(gap) * max(0, len(buttons) - 1)


def flow_height(sheet: Sheet, buttons: Sequence[Button], width: int, *, gap: int = theme.GAP) -> int:
    """How high `flow` will be."""
    x, y, row = 0, 0, 0
    between = sheet.u(gap)
    for button in buttons:
        if x and x + button.width > width:
            x, y, row = 0, y + row + between, 0
        x += button.width + between
        row = max(row, button.height)
    return y + row


def top_bar(sheet: Sheet, page: Page, left: int = 0) -> int:
    """The bar from `left` on: what leads out at the start, where one is, and at the end help and Dölj. Returns its bottom.

    Where it does not fit in one row, the place one is in goes first, then pictures of keys, then the row wraps.
    """
    margin, top = sheet.u(20), sheet.u(10)
    room = sheet.width - left - 2 * margin
    buttons = in_a_row(sheet, page.bar, room, theme.LABEL, gap=12)
    split = next((n for n, item in enumerate(page.bar) if item.look in {Look.HELP, Look.DARK}), 0)
    start, end = buttons[:split], buttons[split:]
    between = sheet.u(12)
    needed = across(sheet, buttons, gap=12)
    if needed > room:
        return _bar_in_rows(sheet, start, end, Rect(left + margin, top, room, 0))
    bottom = top + max((button.height for button in buttons), default=0)
    x = left + margin
    for button in start:
        draw_button(sheet, button, x, top)
        x += button.width + between
    if page.label:
        label = sheet.block(page.label, theme.LABEL)
        pill = Rect(x, top, label.width + 2 * sheet.u(18), bottom - top)
        if needed + pill.width + between <= room:
            sheet.panel(pill, sheet.colours.card, theme.PILL, edge=sheet.colours.sand)
            sheet.text(label, pill.x + sheet.u(18), pill.centery - label.height // 2, sheet.colours.ink)
    x = sheet.width - margin
    for button in reversed(end):
        x -= button.width
        draw_button(sheet, button, x, top)
        x -= between
    return bottom


def _bar_in_rows(sheet: Sheet, start: Sequence[Button], end: Sequence[Button], at: Rect) -> int:
    """Help and Dölj stand where they always stand, and what of the rest has no room beside them below that."""
    x = at.right - across(sheet, end, gap=12)
    if x < at.x:
        return flow(sheet, (*start, *end), at.x, at.y, at.width, gap=8)
    beside = sum(
        1 for n in range(1, len(start) + 1) if at.x + across(sheet, start[:n], gap=12) + sheet.u(12) <= x
    )
    bottom = max(
        flow(sheet, start[:beside], at.x, at.y, at.width, gap=12),
        flow(sheet, end, x, at.y, at.right - x, gap=12),
    )
    return flow(sheet, start[beside:], at.x, bottom + sheet.u(8), at.width, gap=8)


def foot(sheet: Sheet, items: Sequence[Item], left: int, width: int, bottom: int) -> int:
    """The foot: its last item, the way on, stands at the end. Returns its top."""
    if not items:
        return bottom
    buttons = in_a_row(sheet, items, width)
    if across(sheet, buttons) > width:
        top = bottom - flow_height(sheet, buttons, width)
        flow(sheet, buttons, left, top, width, last_at_end=True)
        return top
    top = bottom - max(button.height for button in buttons)
    x = left + width
    for button in reversed(buttons):
        x -= button.width
        draw_button(sheet, button, x, top)
        x -= sheet.u(theme.GAP)
    return top


def news(sheet: Sheet, page: Page, left: int, top: int, width: int) -> int:
    """A piece of news between the bar and the content; returns its bottom, `top` where there is none."""
    if not page.notice:
        return top
    words = sheet.block(page.notice, theme.LABEL, width - 2 * sheet.u(22))
    box = Rect(left, top + sheet.u(10), words.width + 2 * sheet.u(22), words.height + sheet.u(14))
    sheet.panel(box, sheet.colours.teal_fill, theme.RADIUS_COLUMN)
    sheet.text(words, box.x + sheet.u(22), box.y + sheet.u(7), sheet.colours.on_dark)
    return box.bottom
