"""Pictures: those that are missing or broken are empty, and what is kept stays within its bound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.resources import SCENARIOS
from game.screens.page import Figure, Stage
from game.story.model import Expression
from game.view import art as art_module
from game.view.art import BYTES, SCREENS, Art, Shelf, disc, rasterise
from game.view.rig import Gaze, load_rig
from tests.view.every_screen import machine, screens, shown

if TYPE_CHECKING:
    from pathlib import Path

ALVA = machine().story.cast["alva"]
SIDE = 120
INK = (42, 33, 64)


@pytest.fixture(scope="module")
def art() -> Art:
    pygame.display.init()
    return Art(SCENARIOS / "places", load_rig(SCENARIOS / "portraits"))


def painted(surface: pygame.Surface) -> int:
    """How many pixels can be seen."""
    return pygame.mask.from_surface(surface, 10).count()


def colours(surface: pygame.Surface) -> set[int]:
    pixels = pygame.PixelArray(surface)
    found = {pixels[x, y] for x in range(0, surface.width, 7) for y in range(0, surface.height, 7)}
    pixels.close()
    return found


# --- what is there ---------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (640, 400), (400, 900)])
def test_a_place_covers_the_window_whatever_its_shape(art: Art, size: tuple[int, int]) -> None:
    surface = art.place("schoolyard", size)
    assert surface.get_size() == size
    assert len(colours(surface)) > 20
    middle = size[1] // 2
    assert len({tuple(surface.get_at((x, middle))) for x in range(0, size[0], 9)}) > 3


@pytest.mark.parametrize("expression", Expression)
def test_everybody_has_a_figure_and_a_head_with_every_expression(art: Art, expression: Expression) -> None:
    for who, person in machine().story.cast.items():
        figure = Figure(who, person.name, person.portrait, expression)
        assert painted(art.figure(figure, (80, SIDE)).surface) > 80 * SIDE // 6, who
        head = art.head(figure, 40, (221, 239, 234))
        assert head.get_at((20, 20))[3] == 255, who
        assert head.get_at((0, 0))[3] == 0, who
        assert len(colours(head)) > 4, who


def test_faces_differ_by_expression_direction_and_gaze(art: Art) -> None:
    def picture(expression: Expression, *, mirrored: bool = False, gaze: Gaze = Gaze.AHEAD) -> bytes:
        figure = Figure("alva", "Alva", ALVA.portrait, expression)
        surface = art.figure(figure, (200, 300), mirrored=mirrored, gaze=gaze).surface
        return pygame.image.tobytes(surface, "RGBA")

    seen = {picture(expression) for expression in Expression}
    assert len(seen) == len(Expression)
    assert len({picture(Expression.SAD, gaze=gaze) for gaze in Gaze}) == len(Gaze)
    assert picture(Expression.SAD) != picture(Expression.SAD, mirrored=True)


def test_an_icon_has_the_colour_that_was_asked_for(art: Art) -> None:
    icon = art.icon("flag", 40, INK)
    pixels = [icon.get_at((x, y)) for x in range(40) for y in range(40)]
    full = [pixel for pixel in pixels if pixel.a == 255]
    assert full
    # Smooth edges are rounded, once when they are mixed and once when they are taken apart again.
    assert max(abs(pixel[band] - INK[band]) for pixel in full for band in range(3)) <= 2


def test_every_icon_and_place_of_every_screen_is_there(art: Art) -> None:
    icons, places = set(), set()
    for app in screens().values():
        page = shown(app)
        icons |= {item.icon for item in page.items() if item.icon}
        if isinstance(page.stage, Stage):
            places |= {page.stage.place} - {""}
    assert len(icons) > 10
    assert {icon for icon in icons if not painted(art.icon(icon, 40, INK))} == set()
    assert {place for place in places if len(colours(art.place(place, (320, 180)))) < 10} == set()


# --- what is not there -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg",
        b"no picture at all",
        b"\xff\xfe\x00\x9c\x80",
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 0 0'/>",
        b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='x'><path d='M'/></svg>",
    ],
)
def test_a_broken_place_is_an_empty_picture(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "broken.svg").write_bytes(content)
    surface = Art(tmp_path, load_rig(SCENARIOS / "portraits")).place("broken", (320, 180))
    assert surface.get_size() == (320, 180)
    assert len(colours(surface)) == 1


@pytest.mark.parametrize("name", ["nowhere", "", "schoolyard.svg", "a/b"])
def test_an_unknown_place_is_an_empty_picture(art: Art, name: str) -> None:
    assert len(colours(art.place(name, (320, 180)))) == 1


def test_a_place_that_is_a_folder_is_an_empty_picture(tmp_path: Path) -> None:
    (tmp_path / "folder.svg").mkdir()
    surface = Art(tmp_path, load_rig(SCENARIOS / "portraits")).place("folder", (320, 180))
    assert len(colours(surface)) == 1


def test_an_unknown_icon_is_empty(art: Art) -> None:
    assert painted(art.icon("no_such_icon", 30, INK)) == 0
    assert painted(art.icon("", 30, INK)) == 0


def test_a_broken_icon_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, art: Art) -> None:
    (tmp_path / "bad.svg").write_bytes(b"\xc3\x28 not a picture")
    monkeypatch.setattr(art_module, "ICONS", tmp_path)
    assert painted(art.icon("bad", 30, INK)) == 0


@pytest.mark.parametrize("size", [(0, 0), (1, 1), (3, 700)])
def test_a_picture_of_any_size_is_exactly_that_size_and_never_nothing(size: tuple[int, int]) -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 10 10'><path d='M0 0h10v10H0z'/></svg>"
    assert rasterise(svg, size).get_size() == (max(1, size[0]), max(1, size[1]))


def test_a_disc_is_round_and_smooth() -> None:
    surface = disc(40, INK)
    assert surface.get_at((20, 20)) == pygame.Color(*INK)
    assert surface.get_at((0, 0))[3] == 0
    assert any(0 < surface.get_at((x, 6))[3] < 255 for x in range(40))


# --- what is kept ----------------------------------------------------------------------------------


def test_a_shelf_keeps_what_was_used_last_and_stays_within_its_bound() -> None:
    made: list[int] = []

    def make(number: int) -> pygame.Surface:
        made.append(number)
        return pygame.Surface((16, 16), depth=32)

    shelf = Shelf(3 * 16 * 16 * 4)
    for number in (1, 2, 3, 1, 4, 1, 2):
        shelf.get(number, lambda number=number: make(number))  # type: ignore[misc]
    assert made == [1, 2, 3, 4, 2]


def test_a_picture_larger_than_the_shelf_is_still_shown() -> None:
    shelf = Shelf(10)
    assert shelf.get("large", lambda: pygame.Surface((100, 100))).get_size() == (100, 100)


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
def test_all_places_and_people_together_stay_within_the_bound(art: Art, size: tuple[int, int]) -> None:
    art.resize(size)
    for place in sorted(path.stem for path in (SCENARIOS / "places").glob("*.svg"))[:8]:
        art.place(place, size)
    for expression in Expression:
        art.figure(Figure("alva", "Alva", ALVA.portrait, expression), (660, 990))
    assert size[0] * size[1] * 4 < art.weight <= max(BYTES, SCREENS * size[0] * size[1] * 4)


def test_a_second_look_costs_nothing(art: Art) -> None:
    assert art.place("schoolyard", (320, 180)) is art.place("schoolyard", (320, 180))
    first = art.icon("flag", 32, INK)
    art.resize((800, 600))
    assert art.icon("flag", 32, INK) is not first
