"""The map that a player has walked, in the window and for a screen reader."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.screens.intents import Go, Revisit, Where
from game.screens.keys import Key
from game.screens.map_parts import MapScene, MapWay, StoryMap, Trace
from game.screens.page import Item, Look, Page, Screen, Stage
from game.story.playthrough import scenes_so_far
from game.story.texts import scene_texts
from game.view.access.listener import listener_for
from game.view.access.nodes import Role
from game.view.access.tree import tree_of
from game.view.frame import Frame, LineOp, Panel, PlaceOp, TextOp
from tests.view.at_the_window import STILL, at
from tests.view.every_screen import after, along, laid_out, routes, screens, shelf, shown, started
from tests.view.support import divided, faults, unsaid

if TYPE_CHECKING:
    from pygame import Rect

    from game.screens.model import App
    from game.screens.settings import Settings
    from game.view.access.nodes import Tree
    from tests.view.player import Player

WIDE, NARROW = (1366, 768), (1024, 600)
MAPS = ("ways map, early", "ways map, one ending", "ways map, several endings", "ways map, every way")


def lines(frame: Frame) -> list[LineOp]:
    return [op for op in frame.everything() if isinstance(op, LineOp)]


def dots(frame: Frame) -> list[Panel]:
    rim = frame.colours.lilac_dark
    return [op for op in frame.everything() if isinstance(op, Panel) and op.rim == rim]


def card(frame: Frame, name: str) -> Rect:
    return next(target.rect for target in frame.targets if target.item.intent == Revisit(name))


def the_map(page: Page) -> StoryMap:
    (found,) = (block for block in page.body if isinstance(block, StoryMap))
    return found


def scene(name: str, at: tuple[float, float], **more: object) -> MapScene:
    item = Item(Revisit(name), name, Look.QUIET)
    return replace(MapScene(at, item, stage=Stage("bus")), **more)  # type: ignore[arg-type]


def page_of(*scenes: MapScene, ways: tuple[MapWay, ...] = ()) -> Page:
    width, height = (max(each.at[axis] for each in scenes) + 0.5 for axis in (0, 1))
    return Page(Screen.WAYS_MAP, "Karta", (StoryMap(scenes, ways, width + 0.25, height, walked=True),))


# --- cards, lines, dots ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", MAPS)
def test_at_the_usual_text_size_it_is_drawn_with_a_picture_on_each_card(name: str) -> None:
    page = shown(screens()[name])
    frame = laid_out(page, WIDE)
    pictures = [op for op in frame.everything() if isinstance(op, PlaceOp)]
    cards = [target.rect for target in frame.targets if target.scrolls]

    assert len(pictures) == len(cards) == len(the_map(page).scenes)
    assert all(box.contains(op.rect) for box, op in zip(cards, pictures, strict=True))
    assert len(lines(frame)) == len(the_map(page).ways)


def test_the_picture_stands_beside_the_words_where_there_is_room_and_above_them_where_there_is_not() -> None:
    for count, beside in ((1, True), (9, False)):
        page = page_of(*(scene(f"Sedd {n}.", (0.5 + n, 0.5)) for n in range(count)))
        frame = laid_out(page, WIDE)
        picture = next(op for op in frame.everything() if isinstance(op, PlaceOp)).rect
        words = next(
            op for op in frame.everything() if isinstance(op, TextOp) and "Sedd" in op.block.text
        ).rect
        assert (picture.right <= words.left) is beside
        assert (picture.bottom <= words.top) is not beside


def test_where_cards_would_be_too_narrow_for_the_text_it_is_a_list_that_says_what_the_dots_say() -> None:
    page = shown(screens()["ways map, one ending"])
    crowded = page_of(*(scene(f"{n}", (0.5 + n, 0.5), leads=f"Val {n}") for n in range(12)))
    frame = laid_out(crowded, NARROW, 200)

    assert not lines(frame)
    assert unsaid(crowded, frame) == []
    assert {f"Val {n}" for n in range(12)} <= {
        op.block.text for op in frame.everything() if isinstance(op, TextOp)
    }
    assert lines(laid_out(page, NARROW, 200))


def test_a_word_that_is_too_long_for_a_narrow_card_is_set_smaller_and_never_divided() -> None:
    short = tuple(scene("Kort", (0.5 + n, 0.5)) for n in range(9))
    for word, drawn in (("Larmcentralen", True), ("Nordvästersjökustartilleriflygspaning", False)):
        page = page_of(*short, scene(word, (9.5, 0.5)))
        frame = laid_out(page, WIDE)
        pictures = [op for op in frame.everything() if isinstance(op, PlaceOp)]
        assert divided(frame) == []
        assert bool(pictures) is drawn


def test_a_row_is_only_as_high_as_its_own_words() -> None:
    short, long = scene("Kort.", (0.5, 0.5)), scene("En lång mening. " * 12, (0.5, 1.92))
    frame = laid_out(page_of(short, long), WIDE)

    assert card(frame, short.item.label).height < card(frame, long.item.label).height


def test_a_line_goes_from_the_lower_rim_of_a_card_to_the_upper_rim_of_the_next() -> None:
    frame = laid_out(shown(screens()["ways map, one ending"]), WIDE)
    above, below = card(frame, "buss"), card(frame, "lektion")
    first = min(lines(frame), key=lambda op: op.points[0][1])

    assert abs(first.points[0][0] - above.centerx) <= 1
    assert abs(first.points[0][1] - above.bottom) <= 1
    assert above.bottom < first.points[-1][1] <= below.bottom


@pytest.mark.parametrize("name", MAPS)
def test_no_line_is_drawn_over_a_card_that_it_does_not_lead_to(name: str) -> None:
    frame = laid_out(shown(screens()[name]), WIDE)
    cards = [target.rect.inflate(-8, -8) for target in frame.targets if target.scrolls]

    for op in lines(frame):
        assert not [box for box in cards if any(box.collidepoint(point) for point in op.points)]


def test_the_latest_way_is_thicker_than_those_before_and_not_only_of_another_colour() -> None:
    scenes = (scene("a", (0.5, 0.5)), scene("b", (0.5, 1.92)))
    points = ((0.5, 1.0), (0.5, 1.42))
    ways = (MapWay(points, Trace.LATEST), MapWay(points, Trace.EARLIER))
    latest, earlier = lines(laid_out(page_of(*scenes, ways=ways), WIDE))

    assert latest.width >= 2 * earlier.width


@pytest.mark.parametrize("untried", [0, 1, 3])
def test_each_way_that_was_not_tried_is_a_dot_beside_its_card_and_nothing_to_press(untried: int) -> None:
    page = page_of(scene("a", (0.5, 0.5), untried=untried), scene("b", (1.75, 0.5)))
    frame = laid_out(page, WIDE)
    left, right = card(frame, "a"), card(frame, "b")

    assert len(dots(frame)) == untried
    assert all(left.right < dot.rect.left and dot.rect.right <= right.left for dot in dots(frame))
    assert len([target for target in frame.targets if target.scrolls]) == 2


def test_dots_that_have_no_room_beside_their_card_are_left_out() -> None:
    frame = laid_out(page_of(scene("a", (0.5, 0.5), untried=500)), WIDE)

    assert 1 < len(dots(frame)) < 20
    assert faults(frame) == []


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("name", MAPS)
def test_right_to_left_is_the_mirror(name: str, text_size: int) -> None:
    page = shown(screens()[name])
    frame, mirrored = laid_out(page, WIDE, text_size), laid_out(page, WIDE, text_size, rtl=True)

    for op, other in zip(lines(frame), lines(mirrored), strict=True):
        assert other.points == tuple((WIDE[0] - x, y) for x, y in op.points)
    assert faults(mirrored) + unsaid(page, mirrored) == []


# --- in the window ---------------------------------------------------------------------------------


@pytest.mark.parametrize("settings", [STILL, replace(STILL, text_size=200)], ids=["usual", "large"])
def test_keys_walk_up_the_map_scroll_it_and_go_back(player: Player, settings: Settings) -> None:
    player.app = replace(player.app, settings=settings)
    at(player, "ways map, several endings")
    bottom = player.shell.display.scrolled
    for _ in range(8):
        player.press(Key.UP)
    display, focus = player.shell.display, player.app.focus
    target = next(each for each in player.frame.targets if each.item.intent == focus)

    assert 0 < display.scrolled < bottom
    assert player.frame.scroll is not None
    assert player.frame.scroll.area.contains(display.where(target))
    player.press(Key.ENTER)
    assert player.app.play is not None
    assert Revisit(player.app.play.moment.scene) == focus


def test_a_card_is_gone_back_to_by_a_click(player: Player) -> None:
    player.app = replace(player.app, settings=STILL)
    at(player, "ways map, early")
    player.click(player.middle(Revisit("buss")))

    assert player.page.screen is Screen.CHOICES


def test_the_map_opens_where_the_player_is(player: Player) -> None:
    player.app = replace(player.app, settings=STILL)
    at(player, "ways map, one ending")

    assert player.shell.display.scrolled > 1_000


# --- for a screen reader ---------------------------------------------------------------------------


def tree(app: App) -> Tree:
    page = shown(app)
    return tree_of(
        page, laid_out(page, WIDE), listener_for(app, shelf().words(app.settings.language)), title="Övningar"
    )


def test_a_reader_finds_one_list_of_what_was_seen_and_stands_where_the_player_is() -> None:
    app = screens()["ways map, one ending"]
    found = tree(app)
    (listed,) = (node for node in found.nodes.values() if node.role is Role.LIST)
    focused = found.nodes[found.focus]

    assert len(listed.children) == listed.size == len(the_map(shown(app)).scenes)
    assert focused.name.startswith("Du är här. ")
    assert len([node for node in found.nodes.values() if "vägar har du inte gått än" in node.name]) == 1


def test_a_reader_is_told_nothing_of_what_was_not_seen_on_any_way_to_an_ending() -> None:
    for decisions in routes().values():
        *_, app = along(started(), decisions)
        assert app.play is not None
        scenes = app.play.story.scenes
        seen = set(scenes_so_far(app.play.machine, app.play.way))
        words = {name: {each.text for each in scene_texts(scenes[name])} for name in scenes}
        known = "\n".join(text for name in seen for text in words[name])
        secret = {text for name in words.keys() - seen for text in words[name]}
        nodes = tree(after(app, Go(Where.WAYS_MAP))).nodes.values()
        heard = "\n".join(text for node in nodes for text in (node.name, node.description, node.value))
        assert not [text for text in secret if text in heard and text not in known]
