"""The drawn places and icons: what pygame's SVG loader would silently leave out must not be in them."""

import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pygame
import pytest

import game.view
from game.checks.svg import SHAPES, Kind, svg_problems
from game.format.load import load_vocabulary
from game.format.place_pictures import place_svg
from game.format.vocabulary import PlaceInfo
from game.resources import SCENARIOS
from game.view.art import Art

PLACES = sorted((SCENARIOS / "places").glob("*.svg"))
ICONS = sorted((Path(game.view.__file__).parent / "icons").glob("*.svg"))
PICTURES = [*PLACES, *ICONS]

INTERFACE = [
    "flag",
    "flag_empty",
    "help",
    "hide",
    "pause",
    "back",
    "next",
    "log",
    "menu",
    "settings",
    "sound_on",
    "sound_off",
    "language",
    "text_size",
    "speed",
    "motion",
    "fullscreen",
    "phone_call",
    "chat",
    "web",
    "person",
    "house_door",
    "breathe",
    "skip",
    "check",
    "close",
    "clock",
    "route",
    "eye",
    "wait",
    "star_found",
    "play",
    "class",
    "healthy",
    "grey",
]

OUTSIDE = re.compile(r'<g id="outside\w*">.*?</g>', re.DOTALL)

pictures = pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
places = pytest.mark.parametrize("place", PLACES, ids=lambda path: path.stem)
icons = pytest.mark.parametrize("icon", ICONS, ids=lambda path: path.stem)


def elements(picture: Path) -> Iterator[tuple[str, ET.Element]]:
    for element in ET.parse(picture).iter():
        yield element.tag.removeprefix("{http://www.w3.org/2000/svg}"), element


def alpha(picture: Path, size: tuple[int, int]) -> bytes:
    surface = pygame.image.load_sized_svg(picture, size)
    assert surface.get_size() == size
    return pygame.image.tobytes(surface, "RGBA")[3::4]


@pictures
def test_a_picture_has_nothing_that_the_loader_would_drop(picture: Path) -> None:
    kind = Kind.PLACE if picture in PLACES else Kind.ICON
    assert list(svg_problems(picture.read_text(encoding="utf-8"), picture.name, kind)) == []


@places
def test_a_place_is_opaque_to_its_last_pixel_at_every_size(place: Path) -> None:
    for size in ((640, 360), (1366, 768), (1024, 576)):
        assert set(alpha(place, size)) == {255}


@places
def test_a_place_has_a_back_a_middle_and_a_front(place: Path) -> None:
    root = ET.parse(place).getroot()
    assert [child.get("id") for child in root if child.tag.endswith("}g")] == ["back", "middle", "front"]


@places
@pytest.mark.parametrize("layer", ["back", "middle", "front"])
def test_a_layer_of_a_place_has_something_in_it(place: Path, layer: str) -> None:
    (group,) = (child for child in ET.parse(place).getroot() if child.get("id") == layer)
    assert len([shape for shape in group.iter() if shape.tag.split("}")[-1] in SHAPES]) >= 3


@places
def test_a_place_is_drawn_and_not_one_flat_colour(place: Path) -> None:
    surface = pygame.image.load_sized_svg(place, (160, 90))
    pixels = pygame.image.tobytes(surface, "RGB")
    assert len({pixels[at : at + 3] for at in range(0, len(pixels), 3)}) > 200


def test_there_are_places_at_school_at_home_and_on_the_way_between_them() -> None:
    drawn = {place.stem for place in PLACES}
    assert {"classroom", "library", "changing_room", "fritids", "schoolyard_winter"} <= drawn
    assert {"living_room", "bedroom_night", "kitchen_evening", "stairwell"} <= drawn
    assert {"bus", "bus_stop", "centrum_dusk", "playground_snow"} <= drawn


def test_every_place_is_told_in_one_short_sentence() -> None:
    loaded = load_vocabulary(SCENARIOS)
    assert loaded.value is not None
    told = [place.alt for place in loaded.value.places.values()]
    assert len(set(told)) == len(told) >= len(PLACES)
    assert all(re.fullmatch(r"[A-ZÅÄÖ][^.!?]{20,118}\.", sentence) for sentence in told)


def test_people_stand_apart_and_inside_what_a_narrow_screen_shows() -> None:
    loaded = load_vocabulary(SCENARIOS)
    assert loaded.value is not None
    for place in loaded.value.places.values():
        assert [len(spots) for spots in place.stand] == [1, 2, 3]
        for spots in place.stand:
            assert all(0.18 <= spot <= 0.82 for spot in spots)
            assert all(right - left >= 0.25 for left, right in pairwise(spots))


# --- another season outside ------------------------------------------------------------------------


def in_another_season() -> list[tuple[str, PlaceInfo]]:
    known = load_vocabulary(SCENARIOS).value
    assert known is not None
    return [(name, place) for name, place in known.places.items() if place.picture]


seasons = pytest.mark.parametrize(
    ("name", "place"), [pytest.param(*each, id=each[0]) for each in in_another_season()]
)


def svg_of(name: str) -> str:
    svg = place_svg(SCENARIOS / "places", name).value
    assert svg
    return svg


def drawn(svg: str) -> list[bytes]:
    """The pixels of a picture, three bytes each."""
    surface = pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (683, 384))
    data = pygame.image.tobytes(surface, "RGB")
    return [data[at : at + 3] for at in range(0, len(data), 3)]


def with_ink_outside(svg: str, ink: str) -> str:
    return OUTSIDE.sub(lambda group: re.sub("#[0-9A-Fa-f]{6}", ink, group[0]), svg)


def leafy(pixel: bytes) -> bool:
    """Whether it has the green of grass and leaves, or the yellow of leaves in autumn."""
    red, green, blue = pixel
    return (green - max(red, blue) > 10 and green - min(red, blue) > 25) or (
        red - blue > 128 and green - blue > 60
    )


@seasons
def test_nothing_green_or_yellow_is_seen_through_the_windows_in_winter(name: str, place: PlaceInfo) -> None:
    before, after = drawn(svg_of(place.picture)), drawn(svg_of(name))
    inks = (drawn(with_ink_outside(svg_of(name), ink)) for ink in ("#000000", "#FFFFFF"))
    seen = [white[0] - black[0] for black, white in zip(*inks, strict=True)]
    # What shines through glare and lamplight counts; the edge of a plant on the sill does not.
    least = 0.75 * max(seen)
    outside = [index for index, share in enumerate(seen) if share > least]
    leaves = [index for index in outside if leafy(before[index])]
    assert len(outside) > 1000
    assert not [after[index] for index in outside if leafy(after[index])]
    assert sum(max(after[index]) - min(after[index]) > 60 for index in leaves) <= len(leaves) // 50


@seasons
def test_another_season_changes_nothing_inside_the_room(name: str, place: PlaceInfo) -> None:
    assert with_ink_outside(svg_of(name), "#000000") == with_ink_outside(svg_of(place.picture), "#000000")


@seasons
def test_people_stand_in_the_same_light_and_places_in_every_season(name: str, place: PlaceInfo) -> None:
    known = load_vocabulary(SCENARIOS).value
    assert known is not None
    same = known.places[place.picture]
    assert (place.light, place.stand) == (same.light, same.stand)
    assert place.alt != same.alt


@seasons
def test_the_window_of_the_game_shows_the_season(name: str, place: PlaceInfo) -> None:
    art = Art(SCENARIOS / "places", None)
    pictures = (art.place(each, (320, 180)) for each in (name, place.picture))
    winter, other = (pygame.image.tobytes(each, "RGB") for each in pictures)
    assert winter != other


@icons
def test_an_icon_is_drawn_in_the_colour_that_the_game_replaces(icon: Path) -> None:
    assert "#000000" in {element.get(name) for _, element in elements(icon) for name in ("fill", "stroke")}


@icons
def test_an_icon_is_clear_at_24_pixels_and_keeps_off_the_edge(icon: Path) -> None:
    small = alpha(icon, (24, 24))
    assert 0.06 < sum(small) / (255 * 24 * 24) < 0.6
    large = alpha(icon, (48, 48))
    edge = large[:48] + large[-48:] + large[::48] + large[47::48]
    assert not any(edge)


@pytest.mark.parametrize("name", INTERFACE)
def test_an_icon_that_the_screens_use_is_there(name: str) -> None:
    assert name in {icon.stem for icon in ICONS}


def test_every_form_of_violence_has_its_icon() -> None:
    loaded = load_vocabulary(SCENARIOS)
    assert loaded.value is not None
    wanted = {form.icon for form in loaded.value.signs.forms.values()}
    assert wanted
    assert wanted <= {icon.stem for icon in ICONS}
