"""How well every text and every icon of a laid-out screen stands out from the worst that may be seen under it.

A picture may be anything, from black to white: what stands on one, or on a shade over one, is held against the worst.
`test_contrast_as_seen.py` compares this with pixels, so that it paints as `game/view/paint.py` does.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import sqrt
from typing import TYPE_CHECKING, assert_never

from game.screens.settings import Theme
from game.view.frame import BreathOp, FigureOp, Frame, IconOp, LineOp, Op, Panel, PlaceOp, ShadeOp, TextOp
from game.view.palettes import BLACK, WARM, WHITE
from game.view.text import Weight
from tests.view.lying import Ground, Lying, Part, Written, around, letters

if TYPE_CHECKING:
    from game.view.palettes import Colour

LARGE, LARGE_BOLD = 24.0, 18.66
"""Logical pixels of large text, and of bold large text (WCAG 2.2, "large scale": 18 and 14 points)."""
WORDS = {Theme.WARM: 4.5, Theme.DARK: 4.5, Theme.CONTRAST: 7.0}
"""WCAG 2.2, 1.4.3 (AA) and 1.4.6 (AAA) …"""
LARGE_WORDS = {Theme.WARM: 3.0, Theme.DARK: 3.0, Theme.CONTRAST: 4.5}
"""… for large text …"""
ICONS = {Theme.WARM: 3.0, Theme.DARK: 3.0, Theme.CONTRAST: 4.5}
"""… and 1.4.11 for icons and edges, more where high contrast was asked for. What is disabled is not excepted."""


def unreadable(frame: Frame, found: tuple[Lying, ...], of: Theme) -> list[str]:
    """What does not stand out enough, and what stands on a picture; `found` is where things are in any theme."""
    ops = frame.everything()
    faults = _faint_rims(frame, ops, ICONS[of])
    for each in found:
        op, stands_out = ops[each.number], least_contrast(frame, ops, each)
        assert isinstance(op, TextOp | IconOp)
        asked = ICONS if isinstance(op, IconOp) else LARGE_WORDS if is_large(op) else WORDS
        if stands_out < asked[of]:
            faults.append(f"{_name(op)} stands out {stands_out:.2f} to 1 in {of.name}")
        if any(not ground.veils and _is_picture(ops, ground) for ground in each.grounds):
            faults.append(f"{_name(op)} stands on a picture")
    return faults


def _name(op: Written) -> str:
    named = f"the icon {op.name}" if isinstance(op, IconOp) else f"“{op.block.text}”"
    return f"{named} {tuple(letters(op))}"


def _is_picture(ops: tuple[Op, ...], ground: Ground) -> bool:
    return ground.number >= 0 and isinstance(ops[ground.number], PlaceOp | FigureOp)


def _faint_rims(frame: Frame, ops: tuple[Op, ...], least: float) -> list[str]:
    """Keys, fields to write in, and what has a rim in high contrast, that hardly differ from their rim."""
    colours = frame.colours
    drawn = {colours.ink, colours.muted, colours.on_dark, colours.on_yellow, colours.rim}
    return [
        f"the rim of {tuple(op.rect)} stands out {contrast_of(op.rim, op.fill):.2f} to 1"
        for op in ops
        if isinstance(op, Panel) and op.rim in drawn and op.rim and op.rim != op.fill
        if contrast_of(op.rim, op.fill) < least
    ]


def lost_rings(frame: Frame) -> list[str]:
    """What has focus and hardly shows it: neither line of the ring stands out from something that may be around it.

    On a picture, which may be anything, the two lines stand out from each other.
    """
    ops, (outer, inner) = frame.everything(), (luminance(each) for each in frame.colours.ring)
    found = []
    for target in frame.targets:
        for ground in around(frame, target):
            if _is_picture(ops, ground) and ratio(outer, inner) >= 4.5:
                continue
            dark, light = (luminance(each) for each in _extremes(frame, ops, ground))
            # Between the two lines there is a grey from which both stand out equally little.
            between = sqrt((outer + 0.05) * (inner + 0.05)) - 0.05
            worst = (dark, light, min(max(dark, between), light))
            stands_out = min(max(ratio(outer, each), ratio(inner, each)) for each in worst)
            if stands_out < 3:
                found.append(f"the ring of “{target.item.label}” stands out {stands_out:.2f} to 1")
    return list(dict.fromkeys(found))


def least_contrast(frame: Frame, ops: tuple[Op, ...], found: Lying) -> float:
    """How well a text or icon stands out from the worst that may be seen under it."""
    op = ops[found.number]
    assert isinstance(op, TextOp | IconOp)
    if len(found.grounds) == 1 and not found.grounds[0].veils:
        return _contrast(op.colour, *_extremes(frame, ops, found.grounds[0]))
    return min(_contrast(op.colour, *_extremes(frame, ops, ground)) for ground in set(found.grounds))


def is_large(op: Written) -> bool:
    """Whether a text is large, as WCAG has it."""
    if isinstance(op, IconOp):
        return False
    style = op.block.style
    return style.size >= (LARGE_BOLD if style.weight is Weight.BOLD else LARGE)


def _extremes(frame: Frame, ops: tuple[Op, ...], ground: Ground) -> tuple[Colour, Colour]:
    """The darkest and the lightest that may be seen."""
    shades = _bare(frame, ops, ground)
    for veil in reversed(ground.veils):
        over = _veil_colour(frame, ops[veil.number])
        shades = {mixed(over, under, part) for under in shades for part in (veil.least, veil.most)}
    return min(shades, key=luminance), max(shades, key=luminance)


def _bare(frame: Frame, ops: tuple[Op, ...], ground: Ground) -> set[Colour]:
    if ground.number < 0:
        return {frame.background}
    match ops[ground.number]:
        case Panel() as panel:
            parts = {Part.FILL: panel.fill, Part.RIM: panel.rim, Part.EDGE: panel.edge}
            return {parts[ground.part] or panel.fill}
        case PlaceOp() as place:
            return {mixed(WARM.shade, picture, place.dim / 255) for picture in (BLACK, WHITE)}
        case FigureOp():
            return {BLACK, WHITE}
        case BreathOp() | LineOp() as op:
            return {op.colour}
        case other:
            raise AssertionError(other)


def _veil_colour(frame: Frame, op: Op) -> Colour:
    assert isinstance(op, ShadeOp | Panel)
    if isinstance(op, ShadeOp):
        return op.colour
    return op.fill if op.alpha < 255 else frame.colours.shadow


def mixed(over: Colour, under: Colour, part: float) -> Colour:
    """A colour over another, so opaque, as it is painted."""
    red, green, blue = (
        round(part * one + (1 - part) * other) for one, other in zip(over, under, strict=True)
    )
    return red, green, blue


@lru_cache(maxsize=1 << 16)
def _contrast(words: Colour, darkest: Colour, lightest: Colour) -> float:
    here, dark, light = (luminance(each) for each in (words, darkest, lightest))
    if dark < here < light:
        return 1.0
    return min(ratio(here, dark), ratio(here, light))


def contrast_of(one: Colour, other: Colour) -> float:
    """The contrast of two colours."""
    return ratio(luminance(one), luminance(other))


def ratio(one: float, other: float) -> float:
    """The contrast of two relative luminances."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@lru_cache(maxsize=1 << 16)
def luminance(colour: Colour) -> float:
    """The relative luminance (WCAG 2.2), from 0 to 1."""
    red, green, blue = (_linear(each / 255) for each in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


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
        case _:
            assert_never(op)
