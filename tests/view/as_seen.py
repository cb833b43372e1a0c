"""How well every text and every icon of a laid-out screen stands out from the worst that may be seen under it.

A picture may be anything, from black to white: what stands on one, or on a shade over one, is held against the worst.
`test_contrast_as_seen.py` compares this with pixels, so that it paints as `game/view/paint.py` does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache
from math import inf, sqrt
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.settings import Theme
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
from game.view.palettes import BLACK, WARM, WHITE
from game.view.text import Weight
from tests.view.lying import Part, around, letters, lying
from tests.view.named_colours import COLOURS, THEMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.view.palettes import Colour
    from tests.view.lying import Ground, Written

LARGE, LARGE_BOLD = 24.0, 18.66
"""Logical pixels of large text, and of bold large text (WCAG 2.2, "large scale": 18 and 14 points)."""


class Kind(Enum):
    """What something is, and so how well it has to stand out."""

    WORDS = auto()
    LARGE_WORDS = auto()
    DRAWN = auto()
    """An icon, or a rim that says something."""


LEAST = {
    Theme.WARM: {Kind.WORDS: 4.5, Kind.LARGE_WORDS: 3.0, Kind.DRAWN: 3.0},
    Theme.DARK: {Kind.WORDS: 4.5, Kind.LARGE_WORDS: 3.0, Kind.DRAWN: 3.0},
    Theme.CONTRAST: {Kind.WORDS: 7.0, Kind.LARGE_WORDS: 4.5, Kind.DRAWN: 4.5},
}
"""WCAG 2.2, 1.4.3 (AA), 1.4.6 (AAA) and 1.4.11; icons more where high contrast was asked for, and nothing less because it
is disabled."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Any picture, of a place or of somebody, and how much it is dimmed, of 255."""

    place: bool
    dim: int = 0


Bare: TypeAlias = Picture | tuple["Colour", ...]
"""A picture, or a colour; where a theme has none there, the next one."""


@dataclass(frozen=True, slots=True)
class Behind:
    """One thing that may be seen, under veils from the top down: each a colour, and how opaque it is at least and most."""

    bare: Bare
    veils: tuple[tuple[Colour, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Sight:
    """Words or a drawing in a colour, and all that may be seen behind them."""

    kind: Kind
    colour: Colour
    behind: frozenset[Behind]


# --- what is seen on a screen ----------------------------------------------------------------------


def sights(frame: Frame) -> Iterator[tuple[str, Sight]]:
    """Every text, icon and telling rim of a screen, by what it says."""
    ops = frame.everything()
    for each in lying(frame):
        op = ops[each.number]
        assert isinstance(op, TextOp | IconOp)
        behind = frozenset(_behind(frame, ops, ground) for ground in each.grounds)
        yield _name(op), Sight(kind_of(op), op.colour, behind)
    drawn = {getattr(frame.colours, name) for name in ("ink", "muted", "on_dark", "on_yellow", "rim")}
    for op in ops:
        if isinstance(op, Panel) and op.rim in drawn and op.rim and op.rim != op.fill:
            yield f"the rim {tuple(op.rect)}", Sight(Kind.DRAWN, op.rim, frozenset({Behind((op.fill,))}))


def kind_of(op: Written) -> Kind:
    """What is asked of a text or an icon."""
    if isinstance(op, IconOp):
        return Kind.DRAWN
    style = op.block.style
    large = style.size >= (LARGE_BOLD if style.weight is Weight.BOLD else LARGE)
    return Kind.LARGE_WORDS if large else Kind.WORDS


def _name(op: Written) -> str:
    named = f"the icon {op.name}" if isinstance(op, IconOp) else f"“{op.block.text}”"
    return f"{named} {tuple(letters(op))}"


def _behind(frame: Frame, ops: tuple[Op, ...], ground: Ground) -> Behind:
    veils = tuple((_veil(frame, ops[each.number]), each.least, each.most) for each in ground.veils)
    return Behind(_bare(frame, ops, ground), veils)


def _bare(frame: Frame, ops: tuple[Op, ...], ground: Ground) -> Bare:
    if ground.number < 0:
        return (frame.background,)
    match ops[ground.number]:
        case Panel() as panel:
            part = {Part.FILL: panel.fill, Part.RIM: panel.rim, Part.EDGE: panel.edge}[ground.part]
            return (part, panel.fill) if part else (panel.fill,)
        case PlaceOp() as place:
            return Picture(place=True, dim=place.dim)
        case FigureOp():
            return Picture(place=False)
        case BreathOp() | LineOp() | RingOp() as op:
            return (op.colour,)
        case BarOp() as bar:
            return (bar.fill,)
        case other:
            raise AssertionError(other)


def _veil(frame: Frame, op: Op) -> Colour:
    assert isinstance(op, ShadeOp | Panel)
    if isinstance(op, ShadeOp):
        return op.colour
    return op.fill if op.alpha < 255 else frame.colours.shadow


# --- in a theme ------------------------------------------------------------------------------------


def unreadable(frame: Frame, *themes: Theme, named: bool) -> list[str]:
    """What does not stand out enough in the themes, and what stands on a bare picture. A frame is in the colours of a theme,
    or in named ones, and then it is seen in all of them.
    """
    found = []
    for name, sight in sights(frame):
        for theme in themes:
            stands_out = contrast_in(sight, theme if named else None)
            if stands_out < LEAST[theme][sight.kind]:
                found.append(f"{name} stands out {stands_out:.2f} to 1 in {theme.name}")
        if any(isinstance(each.bare, Picture) and not each.veils for each in sight.behind):
            found.append(f"{name} stands on a picture")
    return found


@lru_cache(maxsize=1 << 14)
def contrast_in(sight: Sight, theme: Theme | None) -> float:
    """How well it stands out from the worst. In named colours it has those of a theme; otherwise it is as it is.

    A rim that a theme does not have is no fault in it.
    """
    if theme and COLOURS[theme][sight.colour] is None:
        return inf
    words = luminance(_seen(sight.colour, theme))
    return min(_against(words, *extremes(each, theme)) for each in sight.behind)


def extremes(behind: Behind, theme: Theme | None) -> tuple[float, float]:
    """The luminances of the darkest and the lightest that may be seen."""
    shades = _bare_colours(behind.bare, theme)
    for named, least, most in reversed(behind.veils):
        veil = _seen(named, theme)
        shades = {mixed(veil, under, part) for under in shades for part in (least, most)}
    found = [luminance(each) for each in shades]
    return min(found), max(found)


def _bare_colours(bare: Bare, theme: Theme | None) -> set[Colour]:
    if isinstance(bare, Picture):
        dim = max(bare.dim, THEMES[theme].dim) if theme and bare.place else bare.dim
        return {mixed(WARM.shade, picture, dim / 255) for picture in (BLACK, WHITE)}
    return {next(seen for each in bare if (seen := COLOURS[theme][each] if theme else each))}


def _seen(colour: Colour, theme: Theme | None) -> Colour:
    seen = COLOURS[theme][colour] if theme else colour
    assert seen is not None
    return seen


def mixed(over: Colour, under: Colour, part: float) -> Colour:
    """A colour over another, so opaque, as it is painted."""
    red, green, blue = (
        round(part * one + (1 - part) * other) for one, other in zip(over, under, strict=True)
    )
    return red, green, blue


def _against(words: float, dark: float, light: float) -> float:
    return 1.0 if dark < words < light else min(ratio(words, dark), ratio(words, light))


def ratio(one: float, other: float) -> float:
    """The contrast of two relative luminances."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@lru_cache(maxsize=1 << 14)
def luminance(colour: Colour) -> float:
    """The relative luminance (WCAG 2.2), from 0 to 1."""
    red, green, blue = (_linear(each / 255) for each in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


# --- the ring around what has focus ----------------------------------------------------------------


def lost_rings(frame: Frame) -> list[str]:
    """What has focus and hardly shows it: neither line of the ring stands out from something that may be around it.

    On a picture or in a shadow, where anything may be, it is enough that the two lines stand out from each other.
    """
    ops, (outer, inner) = frame.everything(), (luminance(each) for each in frame.colours.ring)
    # Between the two lines there is a grey from which both stand out equally little.
    between = sqrt((outer + 0.05) * (inner + 0.05)) - 0.05
    found = []
    for target in frame.targets:
        for behind in {_behind(frame, ops, ground) for ground in around(frame, target)}:
            dark, light = extremes(behind, None)
            worst = (dark, light, min(max(dark, between), light))
            stands_out = min(max(ratio(outer, each), ratio(inner, each)) for each in worst)
            solid = not behind.veils and not isinstance(behind.bare, Picture)
            if stands_out < 3 and (solid or ratio(outer, inner) < 4.5):
                found.append(f"the ring of “{target.item.label}” stands out {stands_out:.2f} to 1")
    return list(dict.fromkeys(found))


# --- but for its colours ---------------------------------------------------------------------------


def without_colours(frame: Frame) -> tuple[object, ...]:
    """All that is drawn and can be pressed, in no colour: what every theme has in common."""
    scroll = frame.scroll and replace(frame.scroll, ops=())
    counts = (len(frame.ops), len(frame.over), len(frame.fresh))
    rest = (frame.size, frame.targets, scroll, frame.typed, frame.picture, frame.pulse and frame.pulse.rect)
    return (*map(_shape, frame.everything()), counts, rest)


def _shape(op: Op) -> tuple[object, ...]:
    match op:
        case Panel():
            return op.rect, op.radius, op.alpha, op.edge_height, op.shadow
        case TextOp():
            return op.block, op.pos, op.align, op.typed, op.marks
        case IconOp():
            return op.name, op.rect, op.mirrored
        case PlaceOp():
            return op.place, op.rect
        case FigureOp():
            return op.figure, op.rect, op.head, op.mirrored, op.gaze, op.light
        case ShadeOp():
            return op.rect, op.from_right, op.alpha
        case BreathOp():
            return op.rect, op.small
        case LineOp():
            return op.points, op.width, op.dash, op.head
        case BarOp():
            return op.rect, op.radius, op.pattern, op.rim_width, op.grows, op.from_right
        case RingOp():
            return op.rect, op.part, op.width
        case QrOp():
            return op.rect, op.rows, op.module
        case _:
            assert_never(op)
