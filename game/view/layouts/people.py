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
    speaker = next((spot for figure, spot in placed if figure.speaking), None)
    for figure, spot in placed:
        grown = round(height * FORWARD) if talk and figure.speaking else height
        middle = round(sheet.width * (among[0] + (among[1] - among[0]) * spot))
        other = speaker if speaker is not None and speaker != spot else 0.5
        _figure(sheet, figure, (middle, grown), (top, floor), _turn(spot, other, alone=len(figures) == 1))


def _turn(spot: float, other: float, *, alone: bool) -> tuple[bool, Gaze]:
    """Whether somebody at a spot is drawn the other way round, and the way they look: at whoever speaks, the
    speaker at the middle of the picture, somebody alone at the player.
    """
    if alone or spot == other:
        return not alone and spot > 0.5, Gaze.AHEAD
    return spot > 0.5, Gaze.LEFT if spot > other else Gaze.RIGHT


def _figure(
    sheet: Sheet, figure: Figure, at: tuple[int, int], room: tuple[int, int], turn: tuple[bool, Gaze]
) -> None:
    """One figure around a middle, so high; the head in the room that there is."""
    (middle, height), (top, floor), (mirrored, gaze) = at, room, turn
    width = round(height * 2 / 3)
    lowest = max(top, sheet.height - height + sheet.u(60))
    y = max(top - round(height * 0.08), min(lowest, floor - round(height * HEAD)))
    sheet.figure(figure, Rect(middle - width // 2, y, width, height), mirrored=mirrored, gaze=gaze)
