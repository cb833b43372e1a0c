"""What begins to move when a page comes, and where in the window it moves, so that only there is painted again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pygame import Rect

from game.view.frame import BarOp, BreathOp, FigureOp, Frame

if TYPE_CHECKING:
    from game.view.motion import Motion

LIFT = 3
"""How far a breath raises somebody, in logical pixels."""


def set_off(motion: Motion, frame: Frame, old: Frame | None, now: float) -> None:
    """Has move what a page moves by itself: what is fresh comes in, bars that were not there grow, people breathe."""
    if frame.fresh_key is not None and (old is None or old.fresh_key != frame.fresh_key):
        motion.arriving = now
    if growing(frame) and not (old and growing(old)):
        motion.growing = now
    breaths = [op for op in frame.everything() if isinstance(op, BreathOp)]
    motion.breathing = now if breaths else None
    motion.endless = not all(op.small for op in breaths)
    motion.people, motion.watched = len(frame.people()), now


def growing(frame: Frame) -> tuple[BarOp, ...]:
    """The bars that grow when they come."""
    return tuple(op for op in frame.everything() if isinstance(op, BarOp) and op.grows)


def moving_area(frame: Frame, motion: Motion, scrolled: int, now: float) -> Rect | None:
    """Where letters appear, people move, a message comes in or something breathes; None when that is not all."""
    if motion.fading is not None:
        return None
    areas = [frame.typed] if frame.typed and motion.typing is not None else []
    if motion.stirring is not None and frame.picture:
        areas.append(frame.picture)
    if motion.breathing is not None:
        areas += [op.rect for op in (*frame.ops, *frame.over) if isinstance(op, BreathOp)]
        areas += [op.rect.inflate(0, 2 * LIFT) for op in frame.people()]
        inside = frame.scroll.ops if frame.scroll else ()
        areas += [op.rect.move(0, -scrolled) for op in inside if isinstance(op, BreathOp)]
    if motion.growing is not None:
        down = scrolled if frame.scroll else 0
        areas += [op.rect.move(0, -down) for op in growing(frame)]
    if motion.arriving is not None and frame.scroll:
        areas.append(frame.pulse.rect.union(frame.scroll.area) if frame.pulse else frame.scroll.area)
    if motion.due(now):
        areas += [_face(op) for op in frame.people()]
    return areas[0].unionall(areas[1:]) if areas else None


def _face(op: FigureOp) -> Rect:
    """The part of a figure in which its eyes are."""
    return Rect(op.rect.x, op.rect.y, op.rect.width, op.rect.height * 45 // 100)
