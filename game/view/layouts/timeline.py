"""When did it begin? The signs on a line of time, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.view import theme

if TYPE_CHECKING:
    from game.screens.time_line import TimeLine
    from game.view.sheet import Sheet


def timeline(sheet: Sheet, content: TimeLine, left: int, top: int, width: int) -> int:
    """Draws it; returns its bottom. A flag stands where the player put one."""
    mark = sheet.block("x", theme.CARD_TITLE).height
    axis = left + sheet.u(14) + mark // 2
    x = axis + mark // 2 + sheet.u(24)
    y = top
    chapter = ""
    dots: list[tuple[int, bool]] = []
    line_at = len(content.points) and top
    for point in content.points:
        if point.chapter != chapter:
            chapter = point.chapter
            title = sheet.block(chapter, theme.LABEL, left + width - x)
            sheet.text(title, x, y, sheet.colours.plum)
            y += title.height + sheet.u(8)
        words = sheet.block(point.text, theme.CARD_TITLE, left + width - x - sheet.u(40))
        label = sheet.block(point.label, theme.SMALL, left + width - x - sheet.u(80))
        box = Rect(x, y, left + width - x, words.height + label.height + sheet.u(24))
        sheet.panel(box, sheet.colours.ground, theme.RADIUS_TILE)
        sheet.text(words, box.x + sheet.u(20), box.y + sheet.u(10), sheet.colours.ink)
        sheet.icon(
            point.icon,
            box.x + sheet.u(20),
            box.y + sheet.u(12) + words.height,
            label.height,
            sheet.colours.plum,
        )
        sheet.text(
            label, box.x + sheet.u(28) + label.height, box.y + sheet.u(12) + words.height, sheet.colours.muted
        )
        dots.append((box.centery, point.flagged))
        y = box.bottom + sheet.u(12)
    _axis(sheet, axis, mark, line_at, dots)
    return y


def _axis(sheet: Sheet, axis: int, mark: int, top: int, dots: list[tuple[int, bool]]) -> None:
    if not dots:
        return
    thick = max(2, sheet.u(4))
    sheet.panel(Rect(axis - thick // 2, top, thick, dots[-1][0] - top), sheet.colours.lilac_edge, 0)
    for middle, flagged in dots:
        spot = Rect(0, 0, mark + sheet.u(6), mark + sheet.u(6))
        spot.center = (axis, middle)
        sheet.panel(
            spot,
            sheet.colours.blush if flagged else sheet.colours.ground,
            theme.PILL,
            rim=sheet.colours.coral if flagged else sheet.colours.lilac_edge,
        )
        if flagged:
            side = round(mark * 0.62)
            sheet.icon("flag", axis - side // 2, middle - side // 2, side, sheet.colours.coral)
