"""A story's map in the window: drawn where it fits, and as a list where it does not."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest
from pygame import Rect

from game.screens.keys import Key
from game.screens.map_parts import MapScene, MapWay, StoryMap
from game.screens.page import Item, Look, Page, Screen
from game.screens.workshop import OpenScene
from game.story.chart import Kind
from game.view.frame import Frame, LineOp
from game.view.strokes import draw_line
from tests.view.at_the_window import STILL, at
from tests.view.every_screen import after, laid_out, screens, shown
from tests.view.support import faults, unsaid

if TYPE_CHECKING:
    from game.screens.settings import Settings
    from tests.view.player import Player

WIDE, NARROW = (1366, 768), (1024, 600)


def lines(frame: Frame) -> list[LineOp]:
    return [op for op in frame.everything() if isinstance(op, LineOp)]


def at_scene(frame: Frame, name: str) -> Rect:
    return next(target.rect for target in frame.targets if target.item.intent == OpenScene(name))


def page_of(*scenes: MapScene, ways: tuple[MapWay, ...] = ()) -> Page:
    height = max(each.at[1] for each in scenes) + 0.5
    return Page(Screen.MAP, "Karta", (StoryMap(scenes, ways, 3.0, height),))


def named(name: str, at: tuple[float, float], **more: object) -> MapScene:
    return replace(MapScene(at, Item(OpenScene(name), name, Look.QUIET), 0.5, "50 %"), **more)  # type: ignore[arg-type]


def test_at_the_usual_text_size_the_real_story_is_drawn_with_its_lines() -> None:
    frame = laid_out(shown(screens()["map"]), WIDE)

    assert len(lines(frame)) > 90
    assert at_scene(frame, "buss").bottom < at_scene(frame, "lektion").top
    assert at_scene(frame, "retas").top == at_scene(frame, "bast").top


def test_where_cards_would_be_too_narrow_for_the_text_it_is_a_list() -> None:
    frame = laid_out(shown(screens()["map"]), WIDE, 200)
    cards = [target.rect for target in frame.targets if target.scrolls]

    assert not lines(frame)
    assert len({(card.left, card.right) for card in cards}) == 1
    assert [card.top for card in cards] == sorted(card.top for card in cards)


def test_a_line_goes_from_the_lower_rim_of_a_card_to_the_upper_rim_of_the_next() -> None:
    page = shown(screens()["map"])
    frame = laid_out(page, WIDE)
    above, below = at_scene(frame, "buss"), at_scene(frame, "retas")

    assert any(
        abs(op.points[0][0] - above.centerx) <= 1
        and abs(op.points[0][1] - above.bottom) <= 1
        and abs(op.points[-1][0] - below.centerx) <= 1
        and abs(op.points[-1][1] - below.top) <= 1
        for op in lines(frame)
    )


def test_no_line_is_drawn_over_a_card_that_it_does_not_lead_to() -> None:
    frame = laid_out(shown(screens()["map"]), WIDE)
    cards = [target.rect.inflate(-8, -8) for target in frame.targets if target.scrolls]

    for op in lines(frame):
        assert not [card for card in cards if any(card.collidepoint(point) for point in op.points)]


@pytest.mark.parametrize("text_size", [100, 200])
def test_right_to_left_is_the_mirror(text_size: int) -> None:
    page = shown(screens()["map, at an ending"])
    frame, mirrored = laid_out(page, WIDE, text_size), laid_out(page, WIDE, text_size, rtl=True)

    for op, other in zip(lines(frame), lines(mirrored), strict=True):
        assert other.points == tuple((WIDE[0] - x, y) for x, y in op.points)
    assert faults(mirrored) + unsaid(page, mirrored) == []


def test_a_map_of_one_scene_is_whole() -> None:
    page = page_of(named("ensam", (0.5, 0.5), ending="Till sist", start=True, here=True, seen=True))

    for size, text_size in ((WIDE, 100), (NARROW, 100), (NARROW, 200)):
        frame = laid_out(page, size, text_size)
        assert faults(frame) + unsaid(page, frame) == []


def test_conditions_and_waits_are_dashed() -> None:
    scenes = (named("a", (0.5, 0.5)), named("b", (0.5, 2.0)))
    points = ((0.5, 1.0), (0.5, 1.5))
    kinds = ((Kind.CHOICE, False), (Kind.CHOICE, True), (Kind.WAIT, False))
    ways = tuple(MapWay(points, kind, conditional) for kind, conditional in kinds)
    plain, conditional, wait = (op.dash for op in lines(laid_out(page_of(*scenes, ways=ways), WIDE)))

    assert plain == 0
    assert conditional > wait > 0


def test_the_arrows_move_along_the_map() -> None:
    app = screens()["map"]
    frame = laid_out(shown(app), WIDE)
    scenes = [target.item.intent for target in frame.targets if target.scrolls]

    assert len(scenes) == 77
    assert shown(app).default == scenes[0]
    moved = after(app, OpenScene("natt"))
    assert moved.play is not None
    assert moved.play.moment.scene == "natt"


# --- in the window ---------------------------------------------------------------------------------


@pytest.mark.parametrize("settings", [STILL, replace(STILL, text_size=200)], ids=["drawn", "list"])
def test_keys_walk_along_the_map_scroll_it_and_go_to_a_scene(player: Player, settings: Settings) -> None:
    player.app = replace(player.app, settings=settings)
    at(player, "map")
    for _ in range(20):
        player.press(Key.DOWN)
    display, focus = player.shell.display, player.app.focus
    target = next(each for each in player.frame.targets if each.item.intent == focus)

    assert display.scrolled > 0
    assert player.frame.scroll is not None
    assert player.frame.scroll.area.contains(display.where(target))
    player.press(Key.ENTER)
    assert player.app.play is not None
    assert OpenScene(player.app.play.moment.scene) == focus


def test_a_scene_is_gone_to_by_a_click(player: Player) -> None:
    player.app = replace(player.app, settings=STILL)
    at(player, "map")
    player.click(player.middle(OpenScene("bast")))

    assert player.app.play is not None
    assert player.app.play.moment.scene == "bast"


def test_the_map_opens_where_the_play_is(player: Player) -> None:
    player.app = replace(player.app, settings=STILL)
    at(player, "map, at an ending")

    assert player.shell.display.scrolled > 1_000


# --- lines -----------------------------------------------------------------------------------------


def drawn(op: LineOp, down: int = 0) -> pygame.Surface:
    surface = pygame.Surface((60, 120))
    draw_line(surface, op, down)
    return surface


def inked(surface: pygame.Surface, x: int = 30) -> list[int]:
    return [y for y in range(surface.get_height()) if surface.get_at((x, y))[0] > 100]


def line(*points: tuple[int, int], dash: int = 0) -> LineOp:
    return LineOp(points, (255, 255, 255), 2, dash, 8)


def test_a_line_is_drawn_from_end_to_end_and_moves_with_what_scrolls() -> None:
    assert inked(drawn(line((30, 10), (30, 60)))) == list(range(10, 61))
    assert inked(drawn(line((30, 10), (30, 60)), 20)) == list(range(30, 81))


def test_dashes_leave_gaps_of_their_own_length_also_around_a_bend() -> None:
    ink = inked(drawn(line((30, 0), (30, 7), (30, 100), dash=10)))

    assert {2, 22, 42, 62, 82} <= set(ink)
    assert not {14, 34, 54, 74} & set(ink)


@pytest.mark.parametrize(("end", "wide"), [((30, 100), 94), ((30, 20), 26)], ids=["down", "up"])
def test_the_head_points_the_way_that_the_line_goes(end: tuple[int, int], wide: int) -> None:
    surface = drawn(line((30, 60), end))

    assert wide in inked(surface, 33)
    assert end[1] not in inked(surface, 33)


def test_a_line_that_goes_nowhere_draws_no_more_than_its_head() -> None:
    assert len(inked(drawn(line((30, 60), (30, 60), dash=5)))) < 12
