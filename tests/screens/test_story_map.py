"""The map of a story, in its author's preview."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.screens.intents import Close, Go, Where
from game.screens.keys import Key
from game.screens.map_parts import MapScene, StoryMap
from game.screens.page import Screen, Text
from game.screens.workshop import FileRead, OpenScene, Workshop
from game.story.chart import Kind
from game.story.engine import Machine
from tests.screens.sample import sample
from tests.screens.support import Player, labels, play_of, playing, real_playing
from tests.story.builders import choices, ending, goto, scene, story

if TYPE_CHECKING:
    from game.story.model import Story


def previewed(of: Story) -> Player:
    """The preview of a story, at its first line."""
    player = playing(of)
    return player.do(FileRead(Workshop(), Machine(of)))


def mapped(player: Player) -> StoryMap:
    (found,) = (block for block in player.do(Go(Where.MAP)).page.body if isinstance(block, StoryMap))
    return found


def by_name(player: Player) -> dict[str, MapScene]:
    return {each.item.label: each for each in mapped(player).scenes}


def test_the_map_opens_from_an_authors_pause() -> None:
    player = previewed(sample()).press(Key.ESCAPE).walk_to("Karta över berättelsen")

    assert player.page.screen is Screen.MAP
    assert player.press(Key.ESCAPE).page.screen is Screen.PAUSE


def test_every_item_of_an_authors_pause_is_there() -> None:
    shown = labels(previewed(sample()).press(Key.ESCAPE))

    assert {"Gå till en scen", "Karta över berättelsen", "Till startsidan", "Avsluta"} <= set(shown)


@pytest.mark.parametrize("player", [playing(sample()), real_playing()], ids=["small", "real"])
def test_pupils_have_no_map(player: Player) -> None:
    assert "Karta över berättelsen" not in labels(player.press(Key.ESCAPE))


def test_every_scene_is_on_it_once_and_those_above_come_first() -> None:
    player = previewed(sample())
    scenes = mapped(player).scenes

    assert sorted(each.item.label for each in scenes) == sorted(play_of(player).story.scenes)
    assert [each.at[1] for each in scenes] == sorted(each.at[1] for each in scenes)
    assert scenes[0].start


def test_focus_begins_where_the_play_is_and_moves_in_reading_order() -> None:
    player = previewed(sample()).do(Go(Where.MAP))
    names = [item.intent for item in player.page.items()]

    assert player.focused == OpenScene("rast")
    assert player.press(Key.DOWN).focused == names[1]
    assert player.press(Key.UP).focused == names[0]


def test_a_scene_that_is_pressed_is_gone_to() -> None:
    player = previewed(sample()).do(Go(Where.MAP)).walk_to("valet")

    assert play_of(player).moment.scene == "valet"
    assert player.page.screen is not Screen.MAP


def test_where_one_is_and_has_been_is_marked() -> None:
    player = previewed(sample())
    scenes = by_name(player)

    assert [name for name, each in scenes.items() if each.here] == ["rast"]
    assert [name for name, each in scenes.items() if each.seen] == sorted(play_of(player).scenes)


def test_shares_endings_and_what_no_way_reaches_are_told() -> None:
    of = story(
        scene("a", choices(("Ett", "b"), ("Två", "c"), ("Tre", "c")), "Hej."),
        scene("b", goto("c")),
        scene("c", ending("Två som vet")),
        scene("borta", goto("c")),
    )
    scenes = by_name(previewed(of))

    assert {name: each.passed for name, each in scenes.items()} == {
        "a": "100 %",
        "b": "33 %",
        "c": "100 %",
        "borta": "nås inte",
    }
    assert scenes["c"].ending == "Två som vet"
    assert scenes["a"].leads == "Leder till: b, c"
    assert scenes["a"].item.said == "a. Du är här. 100 %. Leder till: b, c"


def test_what_is_nearly_never_or_nearly_always_passed_is_not_rounded_away() -> None:
    rare = [scene(f"s{n}", choices(("Ut", "ut"), ("På", f"s{n + 1}")), "Hej.") for n in range(8)]
    of = story(
        *rare,
        scene("s8", goto("ut")),
        scene("ut", choices(("Om", "ut"), ("Slut", "slut"))),
        scene("slut", ending()),
    )
    scenes = by_name(previewed(of))

    assert scenes["s8"].passed == "under 1 %"
    assert scenes["ut"].passed == "100 %"


def test_there_is_one_way_between_two_scenes_and_none_from_a_scene_to_itself() -> None:
    of = story(
        scene("a", choices(("Ett", "b"), ("Två", "b"), ("Om", "a")), "Hej."),
        scene("b", goto("c")),
        scene("c", ending()),
    )

    assert [way.kind for way in mapped(previewed(of)).ways] == [Kind.CHOICE, Kind.GOTO]


def test_a_map_that_is_open_while_the_file_is_read_again_shows_the_new_story() -> None:
    player = previewed(sample()).do(Go(Where.MAP))
    old = sample()
    new = replace(old, scenes=old.scenes | {"nyss": replace(old.scenes["bank"], id="nyss")})
    player.do(FileRead(Workshop(), Machine(new)))

    assert player.page.screen is Screen.MAP
    assert "nyss" in labels(player)


def test_a_story_that_is_too_large_to_be_looked_into_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.screens.story_map.WORK", 100)
    long = [scene(f"s{n}", choices(("På", f"s{n + 1}"), ("Hem", "s0")), "Hej.") for n in range(20)]
    player = previewed(story(*long, scene("s20", ending()))).do(Go(Where.MAP))

    assert any("minst så stora" in block.text for block in player.page.body if isinstance(block, Text))
    assert by_name(player)["s20"].passed == ""
    monkeypatch.undo()
    small = previewed(sample()).do(Go(Where.MAP))
    assert not any("minst så stora" in block.text for block in small.page.body if isinstance(block, Text))


def test_the_way_out_of_the_map_is_in_the_bar() -> None:
    assert Close() in [item.intent for item in previewed(sample()).do(Go(Where.MAP)).page.bar]
