"""The people in the picture: where each one stands, whom they look at, who has stepped forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.view.rig import Gaze

if TYPE_CHECKING:
    from game.screens.page import Figure, Stage
    from game.view.sheet import Sheet

STANDING = ((0.5,), (0.27, 0.74), (0.2, 0.5, 0.8))
"""Where one, two and three people stand, as fractions of the width, where the place does not say it."""
HEAD = 0.47
"""How far down a figure its chin and collar reach, as a fraction of its height."""
FORWARD = 1.06
"""How much larger somebody is who has stepped forward to speak."""


def people(
    sheet: Sheet, stage: Stage, top: int, floor: int, *, among: tuple[float, float] | None = None
) -> None:
    """The figures of the picture; their heads stay between `top` and `floor`.

    They stand where the place has room for them, or within `among`, a part of the width. Who speaks has
    stepped forward: a little larger, and in front of the others.
    """
    figures = stage.figures[:3]
    if not figures:
        return
    spots: tuple[float, ...] = STANDING[len(figures) - 1]
    if among is None:
        spots = sheet.stands.get(stage.place, STANDING)[len(figures) - 1]
        among = (0.0, 1.0)
    talk = len(figures) > 1 and any(figure.speaking for figure in figures)
    room = (floor - top) / HEAD / (FORWARD if talk else 1.0)
    height = min(sheet.u(660), round(room))
    placed = sorted(zip(figures, spots, strict=False), key=lambda pair: pair[0].speaking)
    for figure, spot in placed:
        grown = round(height * FORWARD) if talk and figure.speaking else height
        middle = round(sheet.width * (among[0] + (among[1] - among[0]) * spot))
        _figure(sheet, figure, (middle, grown), (top, floor), turned=len(figures) > 1, spot=spot)


def _figure(
    sheet: Sheet, figure: Figure, at: tuple[int, int], room: tuple[int, int], *, turned: bool, spot: float
) -> None:
    """One figure around a middle, so high; the head in the room that there is."""
    middle, height = at
    top, floor = room
    width = round(height * 2 / 3)
    lowest = max(top, sheet.height - height + sheet.u(60))
    y = max(top - round(height * 0.08), min(lowest, floor - round(height * HEAD)))
    gaze = Gaze.AHEAD
    if turned and spot != 0.5:
        gaze = Gaze.RIGHT if spot < 0.5 else Gaze.LEFT
    sheet.figure(
        figure, Rect(middle - width // 2, y, width, height), mirrored=turned and spot > 0.5, gaze=gaze
    )
