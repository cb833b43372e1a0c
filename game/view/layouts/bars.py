"""How a class answered: a row for each answer, with its number, its words, how many gave it, and a bar as long as its share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme
from game.view.frame import BarOp
from game.view.layouts.pieces import Button, draw_button, measured
from game.view.text import Style, Weight

if TYPE_CHECKING:
    from game.screens.lesson.blocks import Bar, Bars
    from game.view.sheet import Sheet
    from game.view.text import Block

LABEL = Style(24, Weight.SEMIBOLD, line_height=1.25)
COUNT = Style(25, Weight.BOLD, line_height=1.25)
BETWEEN = 11
SIDES, ABOVE = 20, 10
BAR = 16  # logical pixels across a bar, at 100 % text
UNDER = 5  # … and above it, to the words
RING = 5
"""How thick the ring is around the answer that most gave."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """How rows are laid out: as wide as the column, or leaving room beside them for what counts; and the room at their
    ends for a number and a tick, `kept` before these come, so that the words then stay where they are. Without any, they
    stand under the words.
    """

    face: int
    kept: int
    below: bool


@dataclass(frozen=True, slots=True)
class _Row:
    """A measured answer: the number, the words, how many, and the buttons that count. `height` is that of its face."""

    bar: Bar
    mark: Block
    label: Block
    shown: Block | None
    counting: tuple[Button, ...]
    height: int


def bars(sheet: Sheet, content: Bars, left: int, top: int, width: int) -> int:
    """All answers below each other; returns the bottom. Their numbers stand in one column, and so do the bars."""
    plan = _plan(sheet, content, width)
    y = top
    for bar in content.bars:
        row = _measured(sheet, bar, plan)
        box = Rect(left, y, plan.face, row.height)
        _draw(sheet, row, box, plan)
        y = _count(sheet, row, box, below=plan.below) + sheet.u(BETWEEN)
    return y - (sheet.u(BETWEEN) if content.bars else 0)


def _plan(sheet: Sheet, content: Bars, width: int) -> _Plan:
    """The number stands beside the words, and what counts beside the row, unless these are then too narrow for a word."""
    shown = (sheet.block(each, COUNT, width // 3).width for bar in content.bars for each in ("00", bar.shown))
    kept = max(shown, default=0) + _tick(sheet) + sheet.u(10 + 16)
    sides = [_side(buttons) for bar in content.bars if (buttons := _counting(sheet, bar))]
    beside = 2 * (max(sides) + sheet.u(theme.GAP)) if sides else 0
    words = (word for bar in content.bars for word in bar.label.split())
    longest = max((sheet.block(word, LABEL).width for word in words), default=0)
    room = width - 2 * sheet.u(SIDES) - sheet.letters(LABEL) * 2
    kept = kept if max(longest, 2 * kept) <= room - beside - kept else 0
    below = bool(beside) and longest > room - beside - kept
    return _Plan(width if below else width - beside, kept, below)


def _counting(sheet: Sheet, bar: Bar) -> tuple[Button, ...]:
    most = sheet.u(200)
    return tuple(measured(sheet, item, most, theme.BIG, key=False) for item in (bar.less, bar.more) if item)


def _side(buttons: tuple[Button, ...]) -> int:
    """Buttons that count are round, and of one size."""
    return max(max(button.width, button.height) for button in buttons)


def _measured(sheet: Sheet, bar: Bar, plan: _Plan) -> _Row:
    inner = plan.face - 2 * sheet.u(SIDES)
    mark = sheet.block(bar.mark, theme.LABEL)
    shown = sheet.block(bar.shown, COUNT, plan.face // 3) if bar.shown else None
    counting = _counting(sheet, bar)
    room = inner - _box(sheet, mark) - sheet.u(16) - plan.kept
    label = sheet.block(bar.label, LABEL, max(1, room))
    number = max(sheet.block("0", COUNT).height, shown.height if shown else 0)
    words = max(label.height, _box(sheet, mark), number if plan.kept else 0)
    words += 0 if plan.kept else number
    height = 2 * sheet.u(ABOVE) + words + sheet.u(UNDER) + _bar_height(sheet)
    least = _side(counting) if counting and not plan.below else 0
    return _Row(bar, mark, label, shown, counting, max(height, least))


def _count(sheet: Sheet, row: _Row, box: Rect, *, below: bool) -> int:
    """The buttons that count, beside the row or below its end; returns the bottom of all."""
    if not row.counting:
        return box.bottom
    side, gap = _side(row.counting), sheet.u(theme.GAP)
    x, y = box.right + gap, box.centery - side // 2
    if below:
        x, y = box.right - len(row.counting) * (side + gap) + gap, box.bottom + sheet.u(8)
    for button in row.counting:
        draw_button(sheet, button, x, y, side, side)
        x += side + gap
    return y + side if below else box.bottom


def _box(sheet: Sheet, mark: Block) -> int:
    return max(mark.width, mark.height) + sheet.u(8)


def _tick(sheet: Sheet) -> int:
    return round(sheet.letters(COUNT) * 1.2)


def _bar_height(sheet: Sheet) -> int:
    return sheet.u(BAR * max(1.0, min(sheet.growth, 1.4)))


def _draw(sheet: Sheet, row: _Row, box: Rect, plan: _Plan) -> None:
    """The row; most gave it: a thick ring and a tick, for that must not be told by length alone."""
    bar, colours = row.bar, sheet.colours
    if bar.leads:
        sheet.panel(box, colours.plum, theme.RADIUS_COLUMN)
        inner = box.inflate(-2 * sheet.u(RING), -2 * sheet.u(RING))
        sheet.panel(inner, colours.ground, theme.RADIUS_SMALL)
    else:
        pressed = bar.item is not None and bar.item.enabled
        sheet.panel(box, colours.ground, theme.RADIUS_COLUMN, edge=colours.sand if pressed else None)
    inside = box.inflate(-2 * sheet.u(SIDES), -2 * sheet.u(ABOVE))
    _words(sheet, row, inside, under=not plan.kept)
    track = Rect(inside.x, inside.bottom - _bar_height(sheet), inside.width, _bar_height(sheet))
    _track(sheet, bar, track)
    if bar.item:
        sheet.press(box, bar.item, theme.RADIUS_COLUMN)


def _words(sheet: Sheet, row: _Row, inside: Rect, *, under: bool) -> None:
    """The number in its box, the words level with it, and how many: level with it too, or under the words."""
    ink, side, line = sheet.colours.ink, _box(sheet, row.mark), row.label.rows[0].height
    cap = Rect(inside.x, inside.y + max(0, (line - side) // 2), side, side)
    sheet.panel(cap, sheet.colours.ground, theme.RADIUS_KEY, rim=ink)
    sheet.text(row.mark, cap.centerx - row.mark.width // 2, cap.centery - row.mark.height // 2, ink)
    top = max(inside.y, cap.centery - line // 2)
    sheet.text(row.label, cap.right + sheet.u(16), top, ink)
    bottom = inside.bottom - _bar_height(sheet) - sheet.u(UNDER)
    height = row.shown.height if row.shown else sheet.block("0", COUNT).height
    middle = bottom - height // 2 if under else max(inside.y + height // 2, cap.centery)
    right = inside.right
    if row.shown:
        right -= row.shown.width
        sheet.text(row.shown, right, middle - height // 2, ink)
        right -= sheet.u(10)
    if row.bar.leads:
        tick = _tick(sheet)
        sheet.icon("check", right - tick, middle - tick // 2, tick, sheet.colours.plum)


def _track(sheet: Sheet, bar: Bar, track: Rect) -> None:
    """The bar in its track; a share that may not be told leaves the track empty."""
    colours = sheet.colours
    sheet.panel(track, colours.lilac, theme.PILL)
    if not bar.share:
        return
    long = max(track.height, round(track.width * min(1.0, bar.share)))
    fill = colours.plum if bar.leads else colours.map_line
    sheet.mark(
        BarOp(Rect(track.topleft, (long, track.height)), fill, colours.ground, track.height // 2, grows=True)
    )
