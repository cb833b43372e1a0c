"""People as a whole: that nothing is cut or off its place, and that posture, aids and feelings can be seen."""

from __future__ import annotations

import io
from functools import cache
from itertools import combinations, product

import pygame
import pytest

from game.resources import SCENARIOS
from game.story.model import Expression, Posture
from game.view.rig import Value, load_rig

RIG = load_rig(SCENARIOS / "portraits")
PAPER = (245, 231, 209)
SIZE = (300, 450)
"""Half the rig's paper: one pixel here is two units there."""
AVATAR = (190, 190)
"""The size of an avatar whose head is 120 pixels high."""
HIJABS = ("hijab", "hijab_loose")
LOOKS: tuple[dict[str, Value], ...] = (
    {"skin": 1, "hair": "long", "hair_color": "ginger"},
    {"skin": 6, "hair": "locs", "hair_color": "black", "face": "round", "nose": 4, "eyes": 3},
    {"skin": 3, "hair": "hijab", "hair_color": "plum", "eyes": 2},
    {"skin": 6, "hair": "fade", "hair_color": "black", "beard": "full", "face": "square", "age": 38},
    {"skin": 1, "hair": "short", "glasses": True, "age": 70},
)


def look(**written: Value) -> dict[str, Value]:
    return written


def draw(svg: str, size: tuple[int, int] = SIZE) -> pygame.Surface:
    surface = pygame.Surface(size)
    surface.fill(PAPER)
    surface.blit(pygame.image.load_sized_svg(io.BytesIO(svg.encode()), size), (0, 0))
    return surface


def cut_out(svg: str) -> pygame.Rect:
    """The smallest box around what is drawn."""
    return pygame.image.load_sized_svg(io.BytesIO(svg.encode()), SIZE).get_bounding_rect(min_alpha=16)


def difference(one: pygame.Surface, other: pygame.Surface) -> pygame.Mask:
    """The pixels that differ so much that one can see it."""
    same = pygame.mask.from_threshold(one, (0, 0, 0), (24, 24, 24, 255), other)
    same.invert()
    return same


def around(mask: pygame.Mask) -> pygame.Rect:
    """The box around all that is set, in units of the rig's paper."""
    boxes = mask.get_bounding_rects()
    assert boxes, "nothing can be seen of it"
    box = boxes[0].unionall(boxes[1:])
    return pygame.Rect(box.x * 2, box.y * 2, box.width * 2, box.height * 2)


def added(worn: dict[str, Value], option: str, value: Value) -> pygame.Rect:
    """Where a part shows, in units of the rig's paper. An adult of 30 stands nearly where the parts are drawn."""
    grown: dict[str, Value] = {"age": 30, **worn}
    return around(difference(draw(RIG.svg(grown)), draw(RIG.svg({**grown, option: value}))))


@cache
def face(number: int, expression: Expression) -> pygame.Surface:
    """The middle of the face, without hair and shoulders."""
    return draw(RIG.head_svg(LOOKS[number], expression), AVATAR).subsurface((55, 60, 80, 105))


@pytest.mark.parametrize("number", range(len(LOOKS)))
def test_each_expression_shows_in_the_face_alone_on_light_and_dark_skins(number: int) -> None:
    for one, other in combinations(Expression, 2):
        apart = difference(face(number, one), face(number, other)).count()
        assert apart > 800, f"{one.value} looks like {other.value}"


@pytest.mark.parametrize(("aid", "build"), list(product(RIG.options["aid"], RIG.options["build"])))
@pytest.mark.parametrize("age", [9, 14, 62, 80])
def test_nobody_is_cut_at_the_sides_or_the_top(aid: str, build: str, age: int) -> None:
    for posture, expression in product(Posture, (Expression.NEUTRAL, Expression.SCARED, Expression.SAD)):
        worn = look(aid=aid, build=build, age=age, top="coat", hair="bun")
        box = cut_out(RIG.svg(worn, expression, posture=posture))
        assert box.top > 0
        assert box.left > 0
        assert box.right < SIZE[0]
        assert box.bottom == SIZE[1]


@pytest.mark.parametrize("number", range(len(LOOKS)))
def test_postures_differ_from_each_other(number: int) -> None:
    drawn = {posture: draw(RIG.svg(LOOKS[number], posture=posture)) for posture in Posture}
    for one, other in combinations(Posture, 2):
        assert difference(drawn[one], drawn[other]).count() > 3000


def test_a_face_that_is_turned_away_lies_on_one_side_of_the_head() -> None:
    looks = look(hair="bald", nose=3, age=30)
    ahead = draw(RIG.svg(looks))
    turned = draw(RIG.svg(looks, posture=Posture.TURNED))
    mirrored = draw(RIG.svg(looks, posture=Posture.TURNED, mirrored=True))

    def ear(surface: pygame.Surface, x: int) -> bool:
        return surface.get_at((x // 2, 140))[:3] != PAPER

    assert ear(ahead, 184)
    assert ear(ahead, 416)
    assert not ear(turned, 184)
    assert ear(turned, 416)
    assert ear(mirrored, 184)
    assert not ear(mirrored, 416)


def test_crossed_arms_lie_over_the_chest_and_hanging_ones_do_not() -> None:
    box = around(
        difference(draw(RIG.svg({})), draw(RIG.svg({}, posture=Posture.CLOSED))).overlap_mask(
            _chest(), (0, 0)
        )
    )
    assert box.width > 150


def _chest() -> pygame.Mask:
    chest = pygame.Mask(SIZE)
    chest.draw(pygame.Mask((90, 80), fill=True), (105, 320))
    return chest


@pytest.mark.parametrize("top", RIG.options["top"])
def test_hands_hang_at_both_sides_of_who_is_seen_whole(top: str) -> None:
    skin = pygame.Color(RIG.palettes["skin"]["6"]["skin"])
    whole = draw(RIG.svg(look(skin=6, top=top, age=30)))
    hands = pygame.mask.from_threshold(whole, skin, (8, 8, 8, 255))
    for left in (0, SIZE[0] // 2):
        half = pygame.Mask(SIZE)
        half.draw(pygame.Mask((SIZE[0] // 2, 60), fill=True), (left, 385))
        assert hands.overlap_area(half, (0, 0)) > 250


def test_who_sits_in_a_wheelchair_sits_lower_and_its_handles_show_beside_the_shoulders() -> None:
    standing, sitting = (
        cut_out(RIG.svg(look(aid=aid, age=30, hair="short"))) for aid in ("none", "wheelchair")
    )
    assert 12 < sitting.top - standing.top < 40
    beside = draw(RIG.svg(look(aid="wheelchair", age=30)))
    column = [beside.get_at((43, y))[:3] for y in range(200, 275)]
    assert any(colour != PAPER for colour in column), "a handle at the height of the shoulders"


def test_a_crutch_stands_at_one_side_and_leaves_the_head_as_it_is() -> None:
    box = added({}, "aid", "crutch")
    assert box.left > 400
    assert box.top > 480
    assert box.bottom >= 890


def test_a_wheelchair_does_not_show_in_an_avatar() -> None:
    assert RIG.head_svg({"aid": "wheelchair"}) == RIG.head_svg({})


def test_builds_are_of_different_widths_and_equally_high() -> None:
    boxes = [cut_out(RIG.svg(look(build=build, hair="short"))) for build in ("slim", "medium", "broad")]
    assert boxes[0].width + 10 < boxes[1].width < boxes[2].width - 10
    assert {box.top for box in boxes} == {boxes[0].top}


@pytest.mark.parametrize("eyes", RIG.options["eyes"])
def test_glasses_sit_around_the_eyes(eyes: str) -> None:
    glasses = added({"eyes": eyes, "hair": "bald"}, "glasses", value=True)
    looks = look(eyes=eyes, hair="bald", age=30)
    seeing = around(difference(draw(RIG.svg(looks)), draw(RIG.svg(looks, blink=True))))
    assert abs(glasses.centerx - 300) <= 6
    assert abs(glasses.centery - seeing.centery) <= 10
    assert glasses.contains(seeing.inflate(-8, -8))


@pytest.mark.parametrize("hair", [hair for hair in RIG.options["hair"] if hair != "bald"])
def test_hair_covers_the_top_of_the_head(hair: str) -> None:
    crown = cut_out(RIG.svg(look(hair="bald", age=30))).top * 2
    box = added({"hair": "bald"}, "hair", hair)
    assert box.top <= crown + 2
    assert box.bottom > crown + 60
    assert abs(box.centerx - 300) <= 40


@pytest.mark.parametrize("hair", [hair for hair in RIG.options["hair"] if hair not in HIJABS])
def test_a_hearing_aid_shows_at_the_ear(hair: str) -> None:
    box = added({"hair": hair}, "hearing_aid", value=True)
    assert box.width >= 24
    assert box.height >= 40
    assert pygame.Rect(376, 220, 70, 110).contains(box)


@pytest.mark.parametrize("hair", HIJABS)
def test_a_hijab_covers_a_hearing_aid(hair: str) -> None:
    assert RIG.svg(look(hair=hair, hearing_aid=True)) == RIG.svg({"hair": hair})


@pytest.mark.parametrize(
    ("option", "value", "place"),
    [
        ("beard", "stubble", (190, 230, 220, 190)),
        ("beard", "short", (190, 230, 220, 190)),
        ("beard", "full", (186, 230, 228, 230)),
        ("freckles", True, (210, 270, 180, 80)),
        ("nose", 2, (270, 250, 60, 90)),
        ("nose", 3, (270, 250, 60, 90)),
        ("nose", 4, (270, 250, 60, 90)),
        ("eyes", 2, (210, 220, 180, 80)),
    ],
)
def test_a_part_of_the_face_lies_where_it_belongs(
    option: str, value: Value, place: tuple[int, int, int, int]
) -> None:
    box = added({"hair": "bald"}, option, value)
    assert pygame.Rect(place).contains(box)
    assert abs(box.centerx - 300) <= 12


def test_a_breath_lifts_the_shoulders_a_little_and_nothing_else_than_the_body() -> None:
    still, full = draw(RIG.svg({})), draw(RIG.svg({}, breath=1.0))
    assert RIG.svg({}, breath=0.0) == RIG.svg({})
    assert 100 < difference(still, full).count() < 9000
    assert 0 <= cut_out(RIG.svg({})).top - cut_out(RIG.svg({}, breath=1.0)).top <= 3


def test_who_has_no_age_is_drawn_in_the_age_that_the_caller_gives() -> None:
    assert RIG.svg({}, default_age=45) == RIG.svg({"age": 45})
    assert RIG.head_svg({}, default_age=45) == RIG.head_svg({"age": 45})
    assert RIG.svg({"age": 12}, default_age=45) == RIG.svg({"age": 12})


@pytest.mark.parametrize("skin", RIG.options["skin"])
def test_a_closed_eye_stands_out_from_its_lid(skin: str) -> None:
    lid, line = (pygame.Color(colour) for colour in (RIG.palettes["skin"][skin]["lid"], RIG.fixed["ink"]))
    assert lid.hsla[2] - line.hsla[2] > 18
