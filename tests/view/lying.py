"""What lies under every text and every icon of a laid-out screen, whatever the colours are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from math import hypot
from typing import TYPE_CHECKING, TypeAlias

from pygame import Rect

from game.resources import SCENARIOS
from game.tools.people import people_of
from game.view import theme
from game.view.art import Art
from game.view.frame import (
    BarOp,
    BreathOp,
    FigureOp,
    Frame,
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
from game.view.sheet import scale_of
from tests.view.support import ring_of, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.page import Figure
    from game.view.frame import Target
    from game.view.rig import Gaze

OUTLINE = (200, 300)
"""The size that people are drawn in to see how much of their box they fill."""

Written: TypeAlias = TextOp | IconOp


@dataclass(frozen=True, slots=True)
class Veil:
    """A colour over what lies deeper, as opaque as from `least` to `most`, of 1."""

    number: int
    least: float
    most: float


class Part(Enum):
    """Which part of a panel."""

    FILL = auto()
    RIM = auto()
    EDGE = auto()


@dataclass(frozen=True, slots=True)
class Ground:
    """Something that may be seen under words: the op with this number, or the window's own colour (-1), and over it
    the veils from the top one down. Numbers are those of `Frame.everything()`.
    """

    number: int
    veils: tuple[Veil, ...] = ()
    part: Part = Part.FILL


@dataclass(frozen=True, slots=True)
class Lying:
    """A text or an icon, by its number, and all that may be seen under it."""

    number: int
    grounds: tuple[Ground, ...]


def lying(frame: Frame) -> tuple[Lying, ...]:
    """Every text and icon of the screen with what lies under it."""
    painted = _Painted(frame)
    return tuple(
        Lying(number, tuple(painted.under(letters(op), number, scrolls=number in painted.scrolled)))
        for number, op in enumerate(painted.ops)
        if isinstance(op, IconOp) or (isinstance(op, TextOp) and op.block.text.strip())
    )


def around(frame: Frame, target: Target) -> Iterator[Ground]:
    """All that the focus ring of a target may be seen on."""
    painted, ring, rect = _Painted(frame), ring_of(frame, target), target.rect
    for side in (
        Rect(ring.left, ring.top, ring.width, rect.top - ring.top),
        Rect(ring.left, rect.bottom, ring.width, ring.bottom - rect.bottom),
        Rect(ring.left, rect.top, rect.left - ring.left, rect.height),
        Rect(rect.right, rect.top, ring.right - rect.right, rect.height),
    ):
        yield from painted.under(side, len(painted.ops), scrolls=target.scrolls)


class _Painted:
    """What is painted, in order, and as far as each thing reaches."""

    def __init__(self, frame: Frame) -> None:
        self.ops = frame.everything()
        self.scrolled = range(len(frame.ops), len(self.ops) - len(frame.over)) if frame.scroll else range(0)
        self._scroll = frame.scroll
        self._scale = scale_of(frame.size)
        self._boxes = [self._reach(op) for op in self.ops]

    def _reach(self, op: Op) -> Rect:
        more = 0
        if isinstance(op, Panel):
            more = 4 * round(theme.SHADOW * self._scale) if op.shadow else 2 * op.edge_height
        return op.rect.inflate(more, more)

    def under(self, box: Rect, upto: int, *, scrolls: bool) -> Iterator[Ground]:
        """What may be seen under a box of what is painted before `upto`; of all that it passes, if it scrolls."""
        near = [
            at for at in reversed(box.collidelistall(self._boxes[:upto])) if scrolls is (at in self.scrolled)
        ]
        parts = [(box, near)]
        if scrolls:
            past = self._passed(box)
            parts.append((past, past.collidelistall(self._boxes[: self.scrolled.start])[::-1]))
        return self._grounds(parts)

    def _passed(self, box: Rect) -> Rect:
        """All of the window that something in what scrolls may come to stand on."""
        if self._scroll is None or not self._scroll.most:
            return box
        return Rect(box.x, self._scroll.area.y, box.width, self._scroll.area.height)

    def _grounds(self, parts: list[tuple[Rect, list[int]]]) -> Iterator[Ground]:
        """From the top down, until something is opaque under the whole of it."""
        veils: tuple[Veil, ...] = ()
        for box, numbers in parts:
            for number in numbers:
                seen, opaque, veil = _under(number, self.ops[number], box, self._scale)
                for ground in seen:
                    yield Ground(ground.number, veils, ground.part)
                if opaque:
                    return
                veils = (*veils, veil) if veil else veils
        yield Ground(-1, veils)


def letters(op: Written) -> Rect:
    """Where something written is: a text without the room above and below its letters, an icon without its margin."""
    if isinstance(op, IconOp):
        return op.rect.inflate(-op.rect.width // 8, -op.rect.height // 8)
    boxes = rows(op)
    box = boxes[0].unionall(boxes[1:])
    return box.inflate(0, -round(boxes[0].height * (1 - 1 / op.block.style.line_height)))


def _under(number: int, op: Op, box: Rect, scale: float) -> tuple[list[Ground], bool, Veil | None]:
    """What is seen of an op under a box, whether nothing deeper is seen, and how it veils that."""
    match op:
        case Panel():
            return _under_panel(number, op, box, scale)
        case ShadeOp():
            return [], False, Veil(number, *shade_at(op, box))
        case PlaceOp():
            return [Ground(number)], op.rect.contains(box), None
        case FigureOp():
            return [Ground(number)] if _figure(op).colliderect(box) else [], False, None
        case BreathOp() | LineOp() | BarOp() | RingOp() | QrOp():
            return [Ground(number)] if op.rect.colliderect(box) else [], False, None
        case TextOp() | IconOp():
            # Nothing may lie on them at all: `support.faults` finds that.
            return [], False, None


def _under_panel(
    number: int, panel: Panel, box: Rect, scale: float
) -> tuple[list[Ground], bool, Veil | None]:
    inner = panel.rect.inflate(-2 * panel.rim_width, -2 * panel.rim_width)
    covered = _rounded_contains(panel.rect, panel.radius, box)
    touched = panel.rect.colliderect(box)
    if panel.alpha < 255 and not panel.rim:
        share = panel.alpha / 255
        return [], False, Veil(number, share if covered else 0.0, share) if touched else None
    seen = [Ground(number)] if touched else []
    if touched and panel.rim and not _rounded_contains(inner, max(0, panel.radius - panel.rim_width), box):
        seen.append(Ground(number, part=Part.RIM))
    if panel.edge and not covered and panel.rect.move(0, panel.edge_height).colliderect(box):
        seen.append(Ground(number, part=Part.EDGE))
    dims = panel.shadow and not covered and box.colliderect(_shadowed(panel, scale))
    return seen, covered, Veil(number, 0.0, theme.SHADOW_ALPHA / 255) if dims else None


def _figure(op: FigureOp) -> Rect:
    """Where somebody is drawn: not all of the box that they are drawn in."""
    if op.head:
        return op.rect
    drawn, (width, height) = _drawn(op.figure, op.gaze, mirrored=op.mirrored), OUTLINE
    left, top = op.rect.x + drawn.x * op.rect.width // width, op.rect.y + drawn.y * op.rect.height // height
    across, down = drawn.width * op.rect.width // width, drawn.height * op.rect.height // height
    return Rect(left, top, across, down).inflate(4, 4)


@lru_cache(maxsize=1)
def _art() -> Art:
    return Art(SCENARIOS / "places", people_of(SCENARIOS))


@lru_cache(maxsize=256)
def _drawn(figure: Figure, gaze: Gaze, *, mirrored: bool) -> Rect:
    picture = _art().figure(figure, OUTLINE, mirrored=mirrored, gaze=gaze)
    return Rect((picture.left, picture.top), picture.surface.get_size())


def _shadowed(panel: Panel, scale: float) -> Rect:
    reach = max(2, round(theme.SHADOW * scale))
    return panel.rect.inflate(2 * reach, 2 * reach).move(0, reach // 3)


def _rounded_contains(rect: Rect, radius: int, box: Rect) -> bool:
    if not rect.contains(box):
        return False
    radius = min(radius, rect.width // 2, rect.height // 2)
    core = rect.inflate(-2 * radius, -2 * radius)
    return all(
        hypot(max(core.left - x, 0, x - core.right), max(core.top - y, 0, y - core.bottom)) <= radius + 1
        for x, y in (box.topleft, box.topright, box.bottomleft, box.bottomright)
    )


def shade_at(op: ShadeOp, box: Rect) -> tuple[float, float]:
    """How opaque a shade is under a box, least and most, of 1."""
    ends = sorted(_shade(op, x) for x in (box.left, box.right))
    return (ends[0] if op.rect.contains(box) else 0.0), ends[1]


def _shade(op: ShadeOp, x: int) -> float:
    part = min(1.0, max(0.0, (x - op.rect.left) / op.rect.width))
    ease = min(1.0, (part if op.from_right else 1 - part) * 2.2)
    return op.alpha / 255 * ease * ease * (3 - 2 * ease)
