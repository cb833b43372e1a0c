"""What is drawn, turned round for languages that are written from right to left."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from pygame import Rect

from game.view.frame import (
    BarOp,
    BreathOp,
    FigureOp,
    IconOp,
    LineOp,
    Op,
    Panel,
    PlaceOp,
    QrOp,
    RingOp,
    ShadeOp,
    TextOp,
)
from game.view.rig import Gaze

_POINTING = frozenset({"back", "next", "log"})
"""Icons that point along the text, or show rows of it. What is played, and a clock, runs one way everywhere."""
_OTHER_WAY = {Gaze.LEFT: Gaze.RIGHT, Gaze.RIGHT: Gaze.LEFT, Gaze.AHEAD: Gaze.AHEAD}


def mirrored(rect: Rect, width: int) -> Rect:
    """The rectangle as far from the right of a window so wide as it was from the left."""
    return Rect(width - rect.right, rect.y, rect.width, rect.height)


def mirrored_op(op: Op, width: int) -> Op:
    """The piece on the other side of a window so wide."""
    match op:
        case TextOp():
            return replace(op, pos=mirrored(op.rect, width).topleft)
        case FigureOp():
            gaze = _OTHER_WAY[op.gaze]
            return replace(op, rect=mirrored(op.rect, width), mirrored=not op.mirrored, gaze=gaze)
        case ShadeOp():
            return replace(op, rect=mirrored(op.rect, width), from_right=not op.from_right)
        case BarOp():
            return replace(op, rect=mirrored(op.rect, width), from_right=not op.from_right)
        case LineOp():
            return replace(op, points=tuple((width - x, y) for x, y in op.points))
        case IconOp():
            return replace(op, rect=mirrored(op.rect, width), mirrored=op.name in _POINTING)
        case Panel() | PlaceOp() | BreathOp() | QrOp() | RingOp():
            return replace(op, rect=mirrored(op.rect, width))
        case _:
            assert_never(op)
