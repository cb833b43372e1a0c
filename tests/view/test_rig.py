"""The paper doll: that its parts are what the SVG loader draws, and that people come out as they were described."""

from __future__ import annotations

import io
import re
import shutil
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pygame
import pytest

from game.checks.svg import Kind, svg_problems
from game.resources import SCENARIOS
from game.story.model import Expression
from game.view.rig import Gaze, load_rig

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = SCENARIOS / "portraits"
RIG = load_rig(FOLDER)
PARTS = sorted(FOLDER.rglob("*.svg"))
AGES = (9, 10, 11, 12, 13, 15, 16, 19, 20, 34, 35, 47, 48, 62, 63, 72, 73, 80)
OPEN_EYED = [face for face in Expression if RIG.expressions[face].parts["lids"] in RIG.blink]


def look(**written: str | int | bool) -> dict[str, str | int | bool]:
    return written


def draw(svg: str, width: int, height: int) -> pygame.Surface:
    return pygame.image.load_sized_svg(io.BytesIO(svg.encode()), (width, height))


def pixels(svg: str, width: int, height: int) -> tuple[bytes, ...]:
    """The picture's pixels, row by row from the top left, four bytes each."""
    surface = draw(svg, width, height).subsurface((0, 0, width, height))
    data = pygame.image.tobytes(surface, "RGBA")
    return tuple(data[i : i + 4] for i in range(0, len(data), 4))


def changed(one: tuple[bytes, ...], other: tuple[bytes, ...]) -> int:
    """How many pixels differ so much that one can see it."""
    pairs = ((a, b) for a, b in zip(one, other, strict=True) if a != b)
    return sum(max(abs(x - y) for x, y in zip(a, b, strict=True)) > 24 for a, b in pairs)


@cache
def face(expression: Expression) -> tuple[bytes, ...]:
    """The avatar at a size where the head is 120 pixels high."""
    return pixels(RIG.head_svg({}, expression), 190, 190)


@pytest.mark.parametrize("file", PARTS, ids=lambda file: file.relative_to(FOLDER).as_posix())
def test_a_part_uses_only_what_the_svg_loader_draws(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert list(svg_problems(text, file.name, Kind.PART)) == []
    assert set(ET.fromstring(text).attrib) == {"viewBox"}


def test_every_colour_that_a_part_asks_for_is_in_every_swatch_it_may_come_from() -> None:
    hair = set.intersection(*(set(swatch) for swatch in RIG.palettes["hair_color"].values()))
    rest = [set(swatch) for option in ("skin", "top_color") for swatch in RIG.palettes[option].values()]
    always = hair | set(RIG.fixed) | set.union(*rest) | {"look", "down", "side"} | set(RIG.sleeves["long"])
    asked = {name for file in PARTS for name in re.findall(r"\{(\w+)\}", file.read_text(encoding="utf-8"))}
    assert asked - always == set()
    assert len({frozenset(swatch) for swatch in RIG.palettes["skin"].values()}) == 1
    assert len({frozenset(swatch) for swatch in RIG.palettes["top_color"].values()}) == 1


def test_every_part_belongs_to_somebody() -> None:
    words = {name: set(values) for name, values in RIG.options.items()}
    for bearing in (*RIG.expressions.values(), *RIG.postures.values(), *RIG.aids.values()):
        for name, word in bearing.parts.items():
            words.setdefault(name, set()).add(word)
    words["lids"] |= set(RIG.blink.values())
    for arm in ("arm_left", "arm_right"):
        words[arm] |= {"relaxed", *words["relaxed"], *words["turned"]}
    words["cut"] = {sleeve["cut"] for sleeve in RIG.sleeves.values() if "cut" in sleeve}
    words["lines"] = {age.lines for age in RIG.ages}
    patterns = [
        re.sub(r"\{(\w+)\}", lambda found: f"({'|'.join(words[found[1]])})", layer.part)
        for layer in RIG.layers
    ]
    for file in PARTS:
        name = file.relative_to(FOLDER).with_suffix("").as_posix()
        assert any(re.fullmatch(pattern, name) for pattern in patterns), f"nobody wears {name}"


@pytest.mark.parametrize("option", RIG.options)
def test_no_two_values_of_an_option_look_alike(option: str) -> None:
    drawn = {value: pixels(RIG.svg({option: value}), 160, 240) for value in RIG.options[option]}
    for one, other in combinations(drawn, 2):
        assert changed(drawn[one], drawn[other]) >= 8, f"{one} looks like {other}"


def test_people_of_different_ages_are_built_differently() -> None:
    drawn = [RIG.svg({"age": age}) for age in AGES[1::2]]
    assert len(set(drawn)) == len(RIG.ages)
    for age, same in zip(AGES[::2], AGES[1::2], strict=True):
        assert RIG.svg({"age": age}) == RIG.svg({"age": same})


def test_a_child_stands_lower_than_a_grown_up() -> None:
    def first_row(age: int) -> int:
        return draw(RIG.svg({"age": age}), 200, 300).get_bounding_rect().top

    assert first_row(9) > first_row(14) > first_row(30)


@pytest.mark.parametrize(
    "pair", list(combinations(Expression, 2)), ids=lambda pair: "-".join(e.value for e in pair)
)
def test_no_two_expressions_look_alike_when_the_head_is_120_pixels_high(
    pair: tuple[Expression, Expression],
) -> None:
    assert changed(face(pair[0]), face(pair[1])) > 150


@pytest.mark.parametrize("expression", OPEN_EYED)
def test_a_blink_closes_the_eyes(expression: Expression) -> None:
    assert changed(pixels(RIG.head_svg({}, expression, blink=True), 190, 190), face(expression)) > 40


@pytest.mark.parametrize("eyes", RIG.options["eyes"])
def test_eyes_follow_the_gaze(eyes: str) -> None:
    ways = [pixels(RIG.head_svg({"eyes": eyes}, gaze=gaze), 190, 190) for gaze in Gaze]
    assert all(changed(one, other) > 60 for one, other in combinations(ways, 2))


def test_a_mirrored_person_still_looks_where_they_are_meant_to_on_the_screen() -> None:
    plain = pygame.transform.flip(draw(RIG.svg({}, gaze=Gaze.LEFT), 200, 300), flip_x=True, flip_y=False)
    mirrored = draw(RIG.svg({}, gaze=Gaze.RIGHT, mirrored=True), 200, 300)
    turned = draw(RIG.svg({}, gaze=Gaze.LEFT, mirrored=True), 200, 300)

    def apart(one: pygame.Surface, other: pygame.Surface) -> int:
        average = [abs(a - b) for a, b in zip(one.get_buffer().raw, other.get_buffer().raw, strict=True)]
        return sum(average)

    assert apart(plain, mirrored) < apart(plain, turned) / 2


@pytest.mark.parametrize("hair", RIG.options["hair"])
@pytest.mark.parametrize("age", [9, 14, 30, 80])
def test_the_whole_head_is_in_the_picture_and_the_body_fills_it_to_the_bottom(hair: str, age: int) -> None:
    for expression in Expression:
        drawn = draw(RIG.svg(look(hair=hair, age=age, top="coat"), expression), 60, 90)
        around = drawn.get_bounding_rect(min_alpha=16)
        assert around.top > 0
        assert around.left > 0
        assert around.right < 60
        assert around.bottom >= 90


@pytest.mark.parametrize("top", RIG.options["top"])
def test_clothes_and_neck_leave_no_hole_under_the_chin(top: str) -> None:
    for expression in Expression:
        for age in AGES[::2]:
            drawn = draw(RIG.svg(look(top=top, age=age, hair="bald"), expression), 60, 90)
            first = drawn.get_bounding_rect(min_alpha=16).top + 2
            assert all(drawn.get_at((30, y)).a == 255 for y in range(first, 90))


def test_short_and_tall_heads_are_equally_high_in_an_avatar() -> None:
    tops = [draw(RIG.head_svg({"age": age}), 120, 120).get_bounding_rect().top for age in AGES]
    assert max(tops) - min(tops) <= 12


@pytest.mark.parametrize(
    "written",
    [
        {"hair": "mohawk"},
        {"skin": 99},
        {"skin": True},
        {"glasses": "yes"},
        {"age": "old"},
        {"age": True},
        {"wings": True},
        {"hair": "../../secret"},
    ],
)
def test_what_the_rig_does_not_know_falls_back_to_the_default(written: dict[str, str | int | bool]) -> None:
    assert RIG.svg(written) == RIG.svg({})


def test_ages_outside_the_range_are_drawn_as_its_ends() -> None:
    assert RIG.svg({"age": 3}) == RIG.svg({"age": 9})
    assert RIG.svg({"age": 110}) == RIG.svg({"age": 80})


def test_a_look_may_be_a_mapping_or_pairs() -> None:
    written = look(skin=5, hair="braids", glasses=True)
    assert RIG.svg(written) == RIG.svg(tuple(written.items()))


def test_brows_under_headwear_go_with_the_skin_and_not_with_the_cloth() -> None:
    cloth = [RIG.svg({"hair": "hijab", "hair_color": colour}) for colour in ("black", "white")]
    brow = RIG.palettes["skin"][RIG.defaults["skin"]]["brow"]
    assert all(brow in svg for svg in cloth)
    assert brow not in RIG.svg({"hair": "bun", "hair_color": "white"})


def test_a_part_without_a_file_is_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "portraits"
    shutil.copytree(FOLDER, folder)
    (folder / "noses" / "1.svg").unlink()
    without = load_rig(folder).svg({})
    assert without != RIG.svg({})
    assert draw(without, 60, 90).get_bounding_rect().bottom >= 90


def test_the_same_person_is_always_drawn_the_same() -> None:
    written = look(hair="curls", freckles=True)
    assert load_rig(FOLDER).svg(written, Expression.HAPPY) == RIG.svg(written, Expression.HAPPY)


def test_a_folder_that_is_no_rig_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"rig\.yaml"):
        load_rig(tmp_path)
    (tmp_path / "rig.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(ValueError, match="not YAML"):
        load_rig(tmp_path)
