"""Paints a frame onto a surface. Knows how a panel, a shade, a ring look; knows nothing of screens."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

import pygame
from pygame import Rect

from game.view import theme
from game.view.art import Art, Shelf, disc
from game.view.chart_marks import draw_mark
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
    Scroll,
    ShadeOp,
    TextOp,
)
from game.view.marks import draw_dots
from game.view.palettes import WARM
from game.view.rings import rim, ring
from game.view.strokes import draw_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from game.view.palettes import Colour
    from game.view.text import Typesetter


STEPS = 4
"""In so many steps a rim fades."""


class Painter:
    """Paints at one scale; pieces that come again are kept."""

    def __init__(self, art: Art, typesetter: Typesetter, scale: float) -> None:
        self._art = art
        self._text = typesetter
        self._scale = scale
        self._pieces: Shelf[pygame.Surface] = Shelf(8 * 1024 * 1024)
        self._breath = 0.5
        self._lift = 0
        self._grown = 1.0
        self._closed: Collection[FigureOp] = ()
        self._colours = WARM

    def paint(
        self,
        surface: pygame.Surface,
        frame: Frame,
        scrolled: int,
        *,
        upto: int | None = None,
        arrived: float = 1.0,
        breath: float = 0.5,
        lift: int = 0,
        closed: Collection[FigureOp] = (),
        grown: float = 1.0,
    ) -> None:
        """The whole frame. `upto` letters of typed text are shown, None for all; `arrived` runs from 0 to 1
        while what is fresh comes in; `breath` from 0 (out) to 1 (in).
        `lift` raises people by so many pixels, as a breath does; those in `closed` have their eyes shut;
        bars have `grown` from 0 to 1.
        """
        self._breath, self._lift, self._closed, self._grown = breath, lift, closed, grown
        self._colours = frame.colours
        surface.fill(frame.background)
        self._all(surface, frame.ops, upto)
        if frame.scroll:
            self._scrolled(surface, frame, scrolled, upto, arrived)
        else:
            self._fresh(surface, frame.fresh, arrived)
        self._all(surface, frame.over, upto)

    def _scrolled(
        self, surface: pygame.Surface, frame: Frame, scrolled: int, upto: int | None, arrived: float
    ) -> None:
        assert frame.scroll is not None
        area = frame.scroll.area
        outer = surface.get_clip()
        inner = area.clip(outer)
        if inner.width and inner.height:
            surface.set_clip(inner)
            self._all(surface, frame.scroll.ops, upto, -scrolled)
            self._fresh(surface, frame.fresh, arrived, -scrolled)
            surface.set_clip(outer)
        if frame.scroll.most:
            self._scroll_bar(surface, frame.scroll, scrolled)

    def _scroll_bar(self, surface: pygame.Surface, scroll: Scroll, scrolled: int) -> None:
        area, gap = scroll.area, round(6 * self._scale)
        width = max(6, round(8 * self._scale))
        left = area.left - gap - width if scroll.bar_left else area.right + gap
        track = Rect(left, area.y, width, area.height)
        long = max(round(40 * self._scale), area.height * area.height // scroll.height)
        top = area.y + (area.height - long) * scrolled // max(1, scroll.most)
        back, front = self._bar_colours(on_dark=scroll.on_dark)
        self._rounded(surface, track, back, width // 2)
        self._rounded(surface, Rect(track.x, top, width, long), front, width // 2)

    def _bar_colours(self, *, on_dark: bool) -> tuple[Colour, Colour]:
        """The track and its thumb."""
        colours = self._colours
        return (colours.phone, colours.on_dark_soft) if on_dark else (colours.sand, colours.plum)

    def _fresh(self, surface: pygame.Surface, ops: tuple[Op, ...], arrived: float, down: int = 0) -> None:
        if arrived > 0:
            self._all(surface, ops, None, down + round((1 - arrived) ** 2 * 18 * self._scale))

    def _all(self, surface: pygame.Surface, ops: Iterable[Op], upto: int | None, down: int = 0) -> None:
        clip = surface.get_clip()
        for op in ops:
            self._one(surface, op, upto, down, clip)

    def _one(self, surface: pygame.Surface, op: Op, upto: int | None, down: int, clip: Rect) -> None:
        reach = round(theme.SHADOW * self._scale) * 2
        box = op.rect.move(0, down)
        if not box.inflate(reach, reach).colliderect(clip):
            return
        match op:
            case Panel():
                self.panel(surface, op, box)
            case TextOp():
                shown = upto if op.typed else None
                self._text.draw(surface, op.block, box.topleft, op.colour, upto=shown, align=op.align)
                if op.marks:
                    self._dots(surface, op, box.topleft, shown)
            case IconOp():
                surface.blit(self._art.icon(op.name, box.width, op.colour, mirrored=op.mirrored), box)
            case PlaceOp():
                surface.blit(self._art.place(op.place, box.size, op.dim), box)
            case FigureOp():
                self._figure(surface, op, box)
            case ShadeOp():
                surface.blit(self._shade(op), box)
            case BreathOp():
                self._breathe(surface, op, box)
            case LineOp():
                draw_line(surface, op, down)
            case BarOp() | RingOp() | QrOp():
                draw_mark(surface, op, box.topleft, self._pieces, self._grown)
            case _:
                assert_never(op)

    def _dots(self, surface: pygame.Surface, op: TextOp, corner: tuple[int, int], upto: int | None) -> None:
        x, y = corner
        stretches = self._text.stretches(op.block, op.marks, upto=upto, align=op.align)
        moved = ((left + x, right + x, baseline + y) for left, right, baseline in stretches)
        size = op.block.style.size * self._scale
        draw_dots(surface, size, moved, op.colour, dashes=op.block.rtl)

    def _figure(self, surface: pygame.Surface, op: FigureOp, box: Rect) -> None:
        if op.head:
            surface.blit(self._art.head(op.figure, box.width, op.backdrop or self._colours.mint), box)
        else:
            person = self._art.figure(
                op.figure,
                box.size,
                mirrored=op.mirrored,
                gaze=op.gaze,
                blink=op in self._closed,
                light=op.light,
            )
            surface.blit(person.surface, (box.x + person.left, box.y + person.top - self._lift))

    def _shade(self, op: ShadeOp) -> pygame.Surface:
        def make() -> pygame.Surface:
            strip = pygame.Surface((64, 1), pygame.SRCALPHA)
            for x in range(64):
                far = x / 63 if op.from_right else 1 - x / 63
                ease = min(1.0, far * 2.2)
                strip.set_at((x, 0), (*op.colour, round(op.alpha * ease * ease * (3 - 2 * ease))))
            return pygame.transform.smoothscale(strip, op.rect.size)

        return self._pieces.get(("shade", op.rect.size, op.colour, op.from_right, op.alpha), make)

    def _breathe(self, surface: pygame.Surface, op: BreathOp, box: Rect) -> None:
        side = round(box.width * (0.45 + 0.55 * self._breath))
        circle = self._pieces.get(("disc", side, op.colour), lambda: disc(side, op.colour))
        surface.blit(circle, circle.get_rect(center=box.center))

    # --- panels ---

    def panel(self, surface: pygame.Surface, panel: Panel, box: Rect) -> None:
        """A rounded rectangle with its shadow, edge and rim."""
        if panel.shadow:
            self._shadow(surface, box, panel.radius)
        if panel.edge:
            self._rounded(surface, box.move(0, panel.edge_height), panel.edge, panel.radius)
        if panel.rim:
            self._rounded(surface, box, panel.rim, panel.radius)
            inner = box.inflate(-2 * panel.rim_width, -2 * panel.rim_width)
            self._rounded(surface, inner, panel.fill, max(0, panel.radius - panel.rim_width))
        elif panel.alpha < 255:
            surface.blit(self._translucent(box.size, panel), box)
        else:
            self._rounded(surface, box, panel.fill, panel.radius)

    def ring(self, surface: pygame.Surface, box: Rect, radius: int) -> None:
        """The focus ring: dark and light together, to be seen on any ground."""
        width = max(3, round(theme.FOCUS * self._scale))
        size = (box.width + 4 * width, box.height + 4 * width)
        picture = self._pieces.get(
            ("ring", size, radius, self._colours.ring), lambda: ring(size, radius, width, self._colours.ring)
        )
        surface.blit(picture, (box.x - 2 * width, box.y - 2 * width))

    def draw(self, surface: pygame.Surface, ops: Iterable[Op]) -> None:
        """Some pieces over what is there."""
        self._all(surface, ops, None)

    def pulse(self, surface: pygame.Surface, panel: Panel, strength: float) -> None:
        """A soft rim that fades in a few steps: something has come in."""
        step = round(strength * STEPS)
        if step:
            key = ("pulse", panel.rect.size, panel.radius, step)
            surface.blit(self._pieces.get(key, lambda: rim(panel, self._scale, step / STEPS)), panel.rect)

    def prepare_pulse(self, panel: Panel) -> None:
        """The steps of a rim, so that they are there when something comes in."""
        for step in range(1, STEPS + 1):
            self.pulse(pygame.Surface((1, 1)), panel, step / STEPS)

    def glow(self, surface: pygame.Surface, box: Rect, radius: int, *, down: bool) -> None:
        """Under the pointer: a thin ring inside; held down: a thicker one. A veil would take contrast from the words."""
        width = max(2, round(theme.FOCUS * self._scale * (0.7 if down else 0.4)))
        colours, inner = self._colours.ring, max(0, radius - 2 * width)
        key = ("glow", box.size, radius, width, colours)
        surface.blit(self._pieces.get(key, lambda: ring(box.size, inner, width, colours)), box)

    def _translucent(self, size: tuple[int, int], panel: Panel) -> pygame.Surface:
        def make() -> pygame.Surface:
            piece = pygame.Surface(size, pygame.SRCALPHA)
            self._rounded(piece, piece.get_rect(), panel.fill, panel.radius)
            piece.set_alpha(panel.alpha)
            return piece

        return self._pieces.get(("panel", size, panel.fill, panel.radius, panel.alpha), make)

    def _rounded(self, surface: pygame.Surface, box: Rect, colour: Colour, radius: int) -> None:
        radius = max(0, min(radius, box.width // 2, box.height // 2))
        if radius < 2:
            surface.fill(colour, box)
            return
        surface.fill(colour, (box.x + radius, box.y, box.width - 2 * radius, box.height))
        surface.fill(colour, (box.x, box.y + radius, radius, box.height - 2 * radius))
        surface.fill(colour, (box.right - radius, box.y + radius, radius, box.height - 2 * radius))
        corners = self._pieces.get(("disc", 2 * radius, colour), lambda: disc(2 * radius, colour))
        for x, left in ((box.x, 0), (box.right - radius, radius)):
            for y, top in ((box.y, 0), (box.bottom - radius, radius)):
                surface.blit(corners, (x, y), (left, top, radius, radius))

    def _shadow(self, surface: pygame.Surface, box: Rect, radius: int) -> None:
        reach = max(2, round(theme.SHADOW * self._scale))

        def make() -> pygame.Surface:
            size = (box.width + 2 * reach, box.height + 2 * reach)
            small = pygame.Surface((max(1, size[0] // 4), max(1, size[1] // 4)), pygame.SRCALPHA)
            inner = Rect(reach // 4, reach // 4, box.width // 4, box.height // 4)
            pygame.draw.rect(
                small, (*self._colours.shadow, theme.SHADOW_ALPHA), inner, border_radius=max(1, radius // 4)
            )
            blurred = pygame.transform.gaussian_blur(small, max(1, reach // 8))
            return pygame.transform.smoothscale(blurred, size)

        shadow = self._pieces.get(("shadow", box.size, radius, self._colours.shadow), make)
        surface.blit(shadow, (box.x - reach, box.y - reach + reach // 3))
