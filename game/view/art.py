"""Pictures from SVG: places, people, icons. Rasterised once for each size, kept within a bound of memory."""

from __future__ import annotations

import io
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

import pygame

from game.format.place_pictures import place_svg
from game.view.palettes import LIGHTS, WARM
from game.view.rig import Gaze

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from game.screens.page import Figure
    from game.view.palettes import Colour
    from game.view.rig import Rig

BYTES = 24 * 1024 * 1024
"""The most that rasterised pictures may take together in a window of 1366×768; a larger one may have more."""
SCREENS = 6
"""So many pictures of the whole window are let in at any size."""
ADULT = 40
"""The age in years of an adult whose portrait names none."""

ICONS = Path(__file__).parent / "icons"
"""Where the game's own icons are, each named for what it shows."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture without its empty margins, and where it stands in the box that it was drawn for."""

    surface: pygame.Surface
    left: int
    top: int


T = TypeVar("T", pygame.Surface, Picture)


class Shelf(Generic[T]):
    """Pictures by key; those that were not used for longest go when the shelf is full."""

    def __init__(self, most_bytes: int) -> None:
        self.most = most_bytes
        self._kept: OrderedDict[Hashable, T] = OrderedDict()
        self._bytes = 0

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The picture of the key, made when it is not there."""
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = make()
            self._bytes += _bytes(found)
        self._kept.move_to_end(key)
        while self._bytes > self.most and len(self._kept) > 1:
            self._bytes -= _bytes(self._kept.popitem(last=False)[1])
        return found

    @property
    def weight(self) -> int:
        """How many bytes are kept now."""
        return self._bytes

    def clear(self) -> None:
        """Forget everything, as when the window has another size."""
        self._kept.clear()
        self._bytes = 0


def _bytes(picture: pygame.Surface | Picture) -> int:
    surface = picture.surface if isinstance(picture, Picture) else picture
    return surface.get_pitch() * surface.get_height()


def rasterise(svg: str, size: tuple[int, int]) -> pygame.Surface:
    """The SVG at exactly this size. What cannot be drawn is an empty picture: a story goes on without it."""
    width, height = max(1, size[0]), max(1, size[1])
    try:
        drawn = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (width, height))
    except (pygame.error, ValueError):
        return pygame.Surface((width, height), pygame.SRCALPHA)
    exact = pygame.Surface((width, height), pygame.SRCALPHA)
    # The loader's own order of colours is twenty times slower to draw than a surface's.
    exact.blit(drawn, (0, 0))
    return exact


class Art:
    """All pictures of the game. Without a rig nobody is seen, and without a file its picture is empty."""

    def __init__(self, places: Path, rig: Rig | None) -> None:
        self._places = places
        self._rig = rig
        self._surfaces: Shelf[pygame.Surface] = Shelf(BYTES * 2 // 3)
        self._people: Shelf[Picture] = Shelf(BYTES // 3)

    def resize(self, size: tuple[int, int]) -> None:
        """Forget what was rasterised for a window of another size."""
        most = max(BYTES, SCREENS * size[0] * size[1] * 4)
        for shelf, share in ((self._surfaces, most * 2 // 3), (self._people, most // 3)):
            shelf.clear()
            shelf.most = share

    @property
    def weight(self) -> int:
        """How many bytes the pictures take now."""
        return self._surfaces.weight + self._people.weight

    def place(self, place: str, size: tuple[int, int], dim: int = 0) -> pygame.Surface:
        """A place that covers the size; what is too much is cut evenly. Opaque.

        `dim` (0 to 255) lays the night over it.
        """
        return self._surfaces.get(("place", place, size, dim), lambda: self._place(place, size, dim))

    def _place(self, place: str, size: tuple[int, int], dim: int) -> pygame.Surface:
        cover = max(size[0] / 1366, size[1] / 768)
        whole = (max(size[0], round(1366 * cover)), max(size[1], round(768 * cover)))
        drawn = rasterise(place_svg(self._places, place).value or "", whole)
        surface = pygame.Surface(size)
        surface.fill(WARM.sand)
        surface.blit(drawn, ((size[0] - whole[0]) // 2, (size[1] - whole[1]) // 2))
        if dim:
            veil = pygame.Surface(size)
            veil.fill(WARM.shade)
            veil.set_alpha(dim)
            surface.blit(veil, (0, 0))
        return surface

    def figure(
        self,
        figure: Figure,
        size: tuple[int, int],
        *,
        mirrored: bool = False,
        gaze: Gaze = Gaze.AHEAD,
        blink: bool = False,
        light: str = "day",
    ) -> Picture:
        """A whole person, drawn for a box of this size, in the light of a place."""
        key = (
            figure.portrait,
            figure.adult,
            figure.expression,
            figure.posture,
            size,
            mirrored,
            gaze,
            blink,
            light,
        )
        return self._people.get(
            key, lambda: self._figure(figure, size, mirrored=mirrored, gaze=gaze, blink=blink, light=light)
        )

    def _figure(
        self, figure: Figure, size: tuple[int, int], *, mirrored: bool, gaze: Gaze, blink: bool, light: str
    ) -> Picture:
        svg = self._rig and self._rig.svg(
            figure.portrait,
            figure.expression,
            mirrored=mirrored,
            gaze=gaze,
            blink=blink,
            posture=figure.posture,
            default_age=ADULT if figure.adult else None,
        )
        drawn = rasterise(svg or "", size)
        seen = drawn.get_bounding_rect()
        cropped = drawn.subsurface(seen).copy()
        if light in LIGHTS:
            cropped.fill((*LIGHTS[light], 255), special_flags=pygame.BLEND_RGBA_MULT)
        return Picture(cropped, seen.x, seen.y)

    def head(self, figure: Figure, side: int, backdrop: Colour) -> pygame.Surface:
        """Head and shoulders in a round window."""
        key = ("head", figure.portrait, figure.adult, figure.expression, side, backdrop)
        return self._surfaces.get(key, lambda: self._head(figure, side, backdrop))

    def _head(self, figure: Figure, side: int, backdrop: Colour) -> pygame.Surface:
        surface = pygame.Surface((side, side), pygame.SRCALPHA)
        surface.fill((*backdrop, 255))
        age = ADULT if figure.adult else None
        svg = self._rig and self._rig.head_svg(figure.portrait, figure.expression, default_age=age)
        surface.blit(rasterise(svg or "", (side, side)), (0, 0))
        surface.blit(disc(side, (255, 255, 255)), (0, 0), special_flags=pygame.BLEND_RGBA_MULT)
        return surface

    def icon(self, name: str, side: int, colour: Colour, *, mirrored: bool = False) -> pygame.Surface:
        """An icon in one colour; an unknown one is empty."""

        def make() -> pygame.Surface:
            icon = _icon(name, side, colour)
            return pygame.transform.flip(icon, flip_x=True, flip_y=False) if mirrored else icon

        return self._surfaces.get(("icon", name, side, colour, mirrored), make)


def _icon(name: str, side: int, colour: Colour) -> pygame.Surface:
    svg = _read(ICONS / f"{name}.svg")
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
