"""The map as an SVG: read back as a page would read it."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from game.resources import LOCALE, SCENARIOS
from game.screens.intents import StoryOpened
from game.story.engine import Machine
from game.tools.bookshelf import Bookshelf
from game.tools.graph_marks import tint
from game.tools.graph_plan import CARD, Box, letters, planned, sign_room
from game.tools.graph_svg import svg
from game.tools.graph_text import width_of
from tests.story.builders import choices, ending, scene, story
from tests.tools.graph_samples import EVERYTHING, HOSTILE, WORDS, hostile, mapped

if TYPE_CHECKING:
    from game.story.model import Story

SVG = "{http://www.w3.org/2000/svg}"


def drawn(of: Story, states: int = 10_000) -> ET.Element:
    return ET.fromstring(svg(mapped(of, states), WORDS, "sv"))


def texts(root: ET.Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


def titles(root: ET.Element) -> list[str]:
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}title")]


def styles(root: ET.Element, tag: str) -> list[set[str]]:
    return [set(each.get("class", "").split()) for each in root.iter(f"{SVG}{tag}")]


def real() -> Story:
    opened = Bookshelf(SCENARIOS, LOCALE).open_story("svara-direkt")
    assert isinstance(opened, StoryOpened)
    return opened.machine.story


def chain(scenes: int, ways: int = 3) -> Story:
    """As many scenes as are asked for, each with choices to the next ones and one back."""
    made = []
    for n in range(scenes - 1):
        onward = [
            (f"Ett val med flera ord, nummer {way}", f"s{min(n + way, scenes - 1)}")
            for way in range(1, ways + 1)
        ]
        made.append(scene(f"s{n}", choices(*onward, ("Tillbaka", f"s{max(0, n - 4)}")), "Något händer här."))
    return story(*made, scene(f"s{scenes - 1}", ending("Till sist")))


def overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.right - 0.01
        and other.left < one.right - 0.01
        and one.top < other.bottom - 0.01
        and other.top < one.bottom - 0.01
    )


@pytest.mark.parametrize(
    "of", [EVERYTHING, hostile(), chain(60), real()], ids=["small", "hostile", "60", "real"]
)
def test_no_words_and_no_card_lie_on_another(of: Story) -> None:
    plan = planned(mapped(of))
    boxes = [placed.box for placed in plan.scenes] + [path.box for path in plan.paths if path.box]

    assert len(plan.scenes) == len(of.scenes)
    assert not [(one, other) for one, other in combinations(boxes, 2) if overlap(one, other)]


@pytest.mark.parametrize("of", [EVERYTHING, hostile(), real()], ids=["small", "hostile", "real"])
def test_words_on_ways_fit_in_their_boxes(of: Story) -> None:
    for path in planned(mapped(of)).paths:
        if path.box:
            room = path.box.width - sign_room(path.path)
            assert all(width_of(row, letters(path.path)) < room for row in path.rows)


def test_no_line_runs_through_a_card_or_a_word_that_it_does_not_belong_to() -> None:
    plan = planned(mapped(real()))
    boxes = [placed.box for placed in plan.scenes] + [path.box for path in plan.paths if path.box]
    checked = 0
    for points in (points for path in plan.paths for points in path.lines):
        for number in range(1, len(points) - 2, 2):
            (x, top), (_, bottom) = sorted((points[number], points[number + 1]), key=lambda point: point[1])
            through = [
                box
                for box in boxes
                if box.left < x < box.right and box.top < bottom - 1 and top + 1 < box.bottom
            ]
            if 1 < number < len(points) - 3:
                assert not through
            checked += 1
    assert checked > 50


def test_every_scene_stands_there_by_its_name_with_what_is_said_in_it() -> None:
    shown = texts(drawn(EVERYTHING))

    assert {"start", "berätta", "lång", "slut", "borta"} <= set(shown)
    assert "Det är rast." in shown
    assert "Två som vet" in shown
    assert "1 replik · 100 %" in shown
    assert "1 replik · nås inte" in shown


def test_choices_and_adults_stand_on_the_ways_and_are_told_apart_by_more_than_colour() -> None:
    root = drawn(EVERYTHING)
    shown, signs = texts(root), [each for each in root.iter(f"{SVG}path") if "sign" in each.get("class", "")]

    assert "Gå dit." in shown
    assert "Samira lyssnar" in shown
    assert "Daniel viftar bort det" in shown
    assert len({each.get("d") for each in signs}) == 3


def test_each_kind_of_way_has_its_style() -> None:
    found = [style for style in styles(drawn(EVERYTHING), "polygon") if "arrow" in style]

    assert {"telling", "arrow"} in found
    assert {"dismissal", "arrow"} in found
    assert {"wait", "arrow"} in found
    assert {"choice", "conditional", "never", "arrow"} in found
    assert {"goto", "conditional", "arrow"} in found
    assert {"goto", "never", "arrow"} in found


def test_start_endings_and_what_nobody_reaches_are_marked() -> None:
    root = drawn(EVERYTHING)
    cards = [style for style in styles(root, "rect") if "card" in style]

    assert sum("start" in style for style in cards) == 2, "the scene, and the legend"
    assert sum("ending" in style for style in cards) == 2
    assert sum("lost" in style for style in cards) == 2
    assert texts(root).count("Start") == 2


def test_the_more_ways_pass_a_scene_the_deeper_it_is() -> None:
    shades = [tint(share) for share in (0.01, 0.25, 0.5, 1.0)]

    assert shades == sorted(shades, reverse=True)
    assert len(set(shades)) == 4
    assert tint(None) == tint(0)


def test_the_whole_text_of_a_way_can_be_pointed_at() -> None:
    long = " ".join(["Säg något riktigt långt som inte får plats på vägen"] * 3)
    root = drawn(story(scene("a", choices((long, "b"), ("Kort", "b"))), scene("b", ending())))

    assert f"{long} (till b)" in titles(root)
    assert not any(long in text for text in texts(root))


def test_what_a_screen_reader_hears_comes_in_order_each_scene_before_its_choices() -> None:
    root = drawn(EVERYTHING)
    items = ["".join(each[0].itertext()) for each in root.iter(f"{SVG}g") if each.get("role") == "listitem"]

    assert root[0].text == "Karta över berättelsen Liten"
    assert "5 scener" in (root[1].text or "")
    assert items[0].startswith("start. Start. Det är rast. 1 replik. 100 %")
    assert items[1:5] == [
        "Gå dit. (till berätta)",
        "Vänta. Säg ingenting. (till berätta), vänta",
        "Våga. (till lång), bara ibland, nås inte",
        "En gång till. (till start), bara ibland",
    ]
    hidden = [each for each in root.iter(f"{SVG}g") if each.get("aria-hidden") == "true"]
    assert hidden
    assert not any(list(each.iter(f"{SVG}text")) for each in hidden)


@pytest.mark.parametrize("bad", HOSTILE)
def test_no_text_of_a_story_can_break_the_file(bad: str) -> None:
    root = drawn(story(scene("a", choices((bad, "b"), ("Annat", "b")), bad), scene("b", ending(bad))))

    assert not list(root.iter(f"{SVG}script"))
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        *("svg", "title", "desc", "style", "rect", "g", "text", "path", "polygon")
    }


def test_chapters_are_bands_when_none_reaches_into_the_next() -> None:
    assert {"Nykär", "Svara", "Natten"} <= set(texts(drawn(real())))
    assert sum("band" in style for style in styles(drawn(real()), "rect")) == len(real().chapters)
    assert not any("band" in style for style in styles(drawn(EVERYTHING), "rect"))


def test_a_story_that_is_too_large_to_look_into_says_that_its_shares_are_the_least() -> None:
    said = drawn(chain(30), states=5)[1].text

    assert said is not None
    assert "minst så stora" in said
    assert "nås inte" not in " ".join(texts(drawn(chain(30), states=5)))


def test_the_same_story_gives_the_same_file() -> None:
    assert svg(mapped(real()), WORDS, "sv") == svg(mapped(real()), WORDS, "sv")


def test_nothing_lies_outside_the_sheet() -> None:
    root = drawn(real())
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    plan = planned(mapped(real()))

    assert plan.width < width
    assert plan.height < height
    assert CARD[0] * len(plan.scenes) > width, "cards lie below each other as well"
    moved = re.fullmatch(r"translate\(([\d.]+) ([\d.]+)\)", root[-1].get("transform", ""))
    assert moved
    assert float(moved[1]) + plan.width <= width
    assert float(moved[2]) + plan.height <= height


def test_a_story_with_one_scene_is_a_map_too() -> None:
    assert "Slut" in texts(drawn(story(scene("a", ending()))))
    assert Machine(story(scene("a", ending()))).start().scene == "a"
