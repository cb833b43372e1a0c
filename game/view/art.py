"""Pictures from SVG: places, people, icons. Rasterised once for each size, kept within a bound of memory."""

from __future__ import annotations

import io
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING

import pygame

from game.view.rig import Gaze

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from game.screens.page import Figure
    from game.view.rig import Rig
    from game.view.theme import Colour

BYTES = 40 * 1024 * 1024
"""The most that rasterised pictures may take together."""

_ICONS = Path(__file__).parent / "icons"


class Shelf:
    """Surfaces by key; those that were not used for longest go when the shelf is full."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()
        self._bytes = 0

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface of the key, made when it is not there."""
        surface = self._kept.get(key)
        if surface is None:
            surface = self._kept[key] = make()
            self._bytes += _bytes(surface)
        self._kept.move_to_end(key)
        while self._bytes > self._most and len(self._kept) > 1:
            self._bytes -= _bytes(self._kept.popitem(last=False)[1])
        return surface

    def clear(self) -> None:
        """Forget everything, as when the window has another size."""
        self._kept.clear()
        self._bytes = 0


def _bytes(surface: pygame.Surface) -> int:
    return surface.get_pitch() * surface.get_height()


def rasterise(svg: str, size: tuple[int, int]) -> pygame.Surface:
    """The SVG at exactly this size. What cannot be drawn is an empty picture: a story goes on without it."""
    width, height = max(1, size[0]), max(1, size[1])
    try:
        drawn = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (width, height))
    except pygame.error:
        return pygame.Surface((width, height), pygame.SRCALPHA)
    if drawn.get_size() == (width, height):
        return drawn
    exact = pygame.Surface((width, height), pygame.SRCALPHA)
    exact.blit(drawn, (0, 0))
    return exact


class Art:
    """All pictures of the game."""

    def __init__(self, places: Path, rig: Rig) -> None:
        self._places = places
        self._rig = rig
        self._shelf = Shelf(BYTES)

    def clear(self) -> None:
        """Forget what was rasterised."""
        self._shelf.clear()

    def place(self, place: str, size: tuple[int, int]) -> pygame.Surface:
        """A place that covers the size; what is too much is cut evenly. Opaque."""
        return self._shelf.get(("place", place, size), lambda: self._place(place, size))

    def _place(self, place: str, size: tuple[int, int]) -> pygame.Surface:
        cover = max(size[0] / 1366, size[1] / 768)
        whole = (max(size[0], round(1366 * cover)), max(size[1], round(768 * cover)))
        drawn = rasterise(_read(self._places / f"{place}.svg"), whole)
        surface = pygame.Surface(size)
        surface.fill((0xEA, 0xDC, 0xC6))
        surface.blit(drawn, ((size[0] - whole[0]) // 2, (size[1] - whole[1]) // 2))
        return surface

    def figure(
        self, figure: Figure, size: tuple[int, int], *, mirrored: bool = False, gaze: Gaze = Gaze.AHEAD
    ) -> pygame.Surface:
        """A whole person."""
        key = ("figure", figure.portrait, figure.expression, size, mirrored, gaze)
        return self._shelf.get(
            key,
            lambda: rasterise(
                self._rig.svg(figure.portrait, figure.expression, mirrored=mirrored, gaze=gaze), size
            ),
        )

    def head(self, figure: Figure, side: int, backdrop: Colour) -> pygame.Surface:
        """Head and shoulders in a round window."""
        key = ("head", figure.portrait, figure.expression, side, backdrop)
        return self._shelf.get(key, lambda: self._head(figure, side, backdrop))

    def _head(self, figure: Figure, side: int, backdrop: Colour) -> pygame.Surface:
        surface = pygame.Surface((side, side), pygame.SRCALPHA)
        surface.fill((*backdrop, 255))
        surface.blit(rasterise(self._rig.head_svg(figure.portrait, figure.expression), (side, side)), (0, 0))
        surface.blit(disc(side, (255, 255, 255)), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return surface

    def icon(self, name: str, side: int, colour: Colour) -> pygame.Surface:
        """An icon in one colour; an unknown one is empty."""
        return self._shelf.get(("icon", name, side, colour), lambda: _icon(name, side, colour))


def _icon(name: str, side: int, colour: Colour) -> pygame.Surface:
    svg = _read(_ICONS / f"{name}.svg")
    return rasterise(svg.replace("#000000", "#{:02X}{:02X}{:02X}".format(*colour)), (side, side))


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def disc(side: int, colour: Colour) -> pygame.Surface:
    """A smooth disc that fills a square."""
    radius = side / 2
    code = "#{:02X}{:02X}{:02X}".format(*colour)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><circle cx="{radius}" cy="{radius}" r="{radius}" fill="{code}"/></svg>'
    return rasterise(svg, (side, side))
