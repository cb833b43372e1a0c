"""How the whole class answered, before and after: bars in parts, each part with a colour, a pattern and its words."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme
from game.view.frame import BarOp, Pattern
from game.view.text import Style, Weight

if TYPE_CHECKING:
    from game.screens.lesson.blocks import Chart, Group, Slice, Stack
    from game.view.palettes import Colour
    from game.view.sheet import Sheet

ABOUT = Style(21, Weight.BOLD, line_height=1.25)
WHEN = Style(18, Weight.SEMIBOLD, line_height=1.25)
SHARE = Style(17, Weight.BOLD, line_height=1.2)
BAR = 36  # logical pixels across a bar, at 100 % text
GAP = 6
BETWEEN = 12
SWATCH = 30
PATTERNS = (Pattern.SOLID, Pattern.DOTS, Pattern.HATCH, Pattern.SOLID)
"""Of the answers, and of what comes after them: all that is not told."""


def chart(sheet: Sheet, content: Chart, left: int, top: int, width: int) -> int:
    """The legend, the groups, and the sentence that says the same; returns the bottom."""
    y = _legend(sheet, content, left, top, width)
    beside = max(
        (sheet.block(stack.label, WHEN).width for group in content.groups for stack in group.stacks),
        default=0,
    )
    beside = min(beside, width // 3) + sheet.u(16)
    for group in content.groups:
        y = _group(sheet, group, Rect(left, y + sheet.u(BETWEEN), width, 0), beside)
    if content.said:
        said = sheet.block(content.said, theme.LEAD, width)
        sheet.text(said, left, y + sheet.u(BETWEEN), sheet.colours.ink)
        y += sheet.u(BETWEEN) + said.height
    return y


def paint_of(sheet: Sheet, number: int) -> tuple[Colour, Colour]:
    """The fill and the pattern of a part. Neighbours are dark and light in turns, so that they are told apart in grey too."""
    colours = sheet.colours
    fills = (
        (colours.teal_fill, colours.on_dark),
        (colours.yellow, colours.on_yellow),
        (colours.coral_fill, colours.on_dark),
        (colours.paper, colours.ink),
    )
    return fills[number % len(fills)]


def _part(sheet: Sheet, box: Rect, number: int, *, grows: bool = False) -> None:
    fill, over = paint_of(sheet, number)
    pattern = PATTERNS[number % len(PATTERNS)]
    rim = max(2, sheet.u(2.5))
    radius = min(sheet.u(theme.RADIUS_KEY), box.height // 3, box.width // 3)
    sheet.mark(BarOp(box, fill, over, radius, pattern, rim=sheet.colours.ink, rim_width=rim, grows=grows))


def _legend(sheet: Sheet, content: Chart, left: int, top: int, width: int) -> int:
    """What the parts are, and after that or below it what their numbers count."""
    side, gap = sheet.u(SWATCH), sheet.u(28)
    x, y, row = left, top, 0
    for number, each in enumerate(content.legend):
        label = sheet.block(each, WHEN, width - side - sheet.u(10))
        whole = side + sheet.u(10) + label.width
        if x > left and x + whole > left + width:
            x, y, row = left, y + row + sheet.u(6), 0
        row = max(row, side, label.height)
        _part(sheet, Rect(x, y, side, side), number)
        sheet.text(label, x + side + sheet.u(10), y + (side - label.height) // 2, sheet.colours.ink)
        x += whole + gap
    if not content.of:
        return y + row
    of = sheet.block(content.of, WHEN, width)
    if x + of.width > left + width:
        x, y, row = left, y + row + sheet.u(6), 0
    sheet.text(of, x, y + max(0, row - of.height) // 2, sheet.colours.muted)
    return y + max(row, of.height)


def _group(sheet: Sheet, group: Group, at: Rect, beside: int) -> int:
    about = sheet.block(group.label, ABOUT, at.width)
    sheet.text(about, at.x, at.y, sheet.colours.ink)
    y = at.y + about.height + sheet.u(4)
    for stack in group.stacks:
        y = _stack(sheet, stack, Rect(at.x, y, at.width, 0), beside) + sheet.u(GAP)
    return y - (sheet.u(GAP) if group.stacks else 0)


def _stack(sheet: Sheet, stack: Stack, at: Rect, beside: int) -> int:
    """One bar after its label; the words of its parts on them where all have room, and below them where not."""
    label = sheet.block(stack.label, WHEN, beside - sheet.u(16))
    left, room = at.x + beside, at.width - beside
    if not stack.slices:
        instead = sheet.block(stack.instead or " ", WHEN, room)
        height = max(label.height, instead.height)
        sheet.text(label, at.x, at.y, sheet.colours.ink)
        sheet.text(instead, left, at.y, sheet.colours.muted)
        return at.y + height
    tall = max(sheet.u(BAR), sheet.block("x", SHARE).height + sheet.u(12))
    height = max(tall, label.height)
    sheet.text(label, at.x, at.y + (height - label.height) // 2, sheet.colours.ink)
    boxes = parts(stack.slices, Rect(left, at.y + (height - tall) // 2, room, tall))
    for number, box in enumerate(boxes):
        if box.width:
            _part(sheet, box, number, grows=True)
    if _on_them(sheet, stack.slices, boxes):
        return at.y + height
    return _below(sheet, stack.slices, Rect(left, at.y + height + sheet.u(4), room, 0))


def parts(slices: tuple[Slice, ...], bar: Rect) -> tuple[Rect, ...]:
    """The parts of a bar: as long as their shares, together as long as the bar; none has no length at all."""
    whole = sum(max(0.0, each.share) for each in slices) or 1.0
    ends = [0.0]
    for each in slices:
        ends.append(ends[-1] + max(0.0, each.share) / whole)
    places = [bar.x + round(bar.width * end) for end in ends]
    return tuple(Rect(start, bar.y, end - start, bar.height) for start, end in pairwise(places))


def _on_them(sheet: Sheet, slices: tuple[Slice, ...], boxes: tuple[Rect, ...]) -> bool:
    """The words on plates in the middle of the parts; False, and nothing drawn, where one is too narrow."""
    pad = sheet.u(8)
    words = [sheet.block(each.shown, SHARE) if each.shown else None for each in slices]
    told = [(word, box) for word, box in zip(words, boxes, strict=True) if word]
    if any(word.width + 4 * pad > box.width for word, box in told):
        return False
    for word, box in told:
        plate = Rect(0, 0, word.width + 2 * pad, word.height + sheet.u(2))
        plate.center = box.center
        sheet.panel(plate, sheet.colours.ground, theme.RADIUS_KEY)
        sheet.text(word, plate.x + pad, plate.centery - word.height // 2, sheet.colours.ink)
    return True


def _below(sheet: Sheet, slices: tuple[Slice, ...], at: Rect) -> int:
    """The words below the bar, each after a small piece of its part."""
    side, gap = sheet.u(SWATCH * 0.6), sheet.u(22)
    x, y, row = at.x, at.y, 0
    for number, each in enumerate(slices):
        if not each.shown:
            continue
        word = sheet.block(each.shown, SHARE, at.width - side - sheet.u(8))
        whole = side + sheet.u(8) + word.width
        if x > at.x and x + whole > at.right:
            x, y, row = at.x, y + row + sheet.u(4), 0
        row = max(row, side, word.height)
        _part(sheet, Rect(x, y + max(0, word.height - side) // 2, side, side), number)
        sheet.text(word, x + side + sheet.u(8), y + max(0, side - word.height) // 2, sheet.colours.ink)
        x += whole + gap
    return y + row
