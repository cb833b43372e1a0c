"""The map of what a player has walked: what it shows, the ways back, and the keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.screens.intents import (
    Begin,
    Close,
    Focus,
    Forward,
    Go,
    OpenFlag,
    Revisit,
    Rewind,
    SetFlag,
    SkipScene,
    StoryOpened,
    Where,
)
from game.screens.keys import Key
from game.screens.map_parts import MapScene, StoryMap, Trace
from game.screens.page import Screen, Stage, Text
from game.screens.ways_map import MOST, beginning
from game.story.engine import Machine, Spot
from game.story.model import Line, LineKind
from tests.screens.sample import PHONE, at_corridor, at_telling, sample
from tests.screens.support import (
    Player,
    labels,
    play_of,
    playing,
    taking,
    texts_in,
)
from tests.story.builders import choices, ending, scene, story

if TYPE_CHECKING:
    from game.screens.page import Page

TITLE = "Karta över dina vägar"


def at_ending() -> Player:
    """Straight home: one choice at break, one in the corridor."""
    return taking(at_corridor(), 2).read_on()


def both_endings() -> Player:
    """Home, and then back to the corridor and to a teacher."""
    player = at_ending().do(Go(Where.WAYS_MAP), Revisit("korridor"))
    return taking(taking(player, 0).read_on(), 0).press(Key.D1).read_on()


def map_of(player: Player) -> StoryMap:
    return the_map(player.do(Go(Where.WAYS_MAP)).page)


def the_map(page: Page) -> StoryMap:
    (found,) = (block for block in page.body if isinstance(block, StoryMap))
    return found


def cards_of(player: Player) -> dict[str, MapScene]:
    """The cards by the scene that they lead back to."""
    return by_scene(map_of(player))


def by_scene(shown: StoryMap) -> dict[str, MapScene]:
    return {each.item.intent.scene: each for each in shown.scenes if isinstance(each.item.intent, Revisit)}


# --- the way there ---------------------------------------------------------------------------------


def test_after_an_ending_the_ways_lead_to_the_map_and_it_leads_back() -> None:
    player = at_ending().do(Go(Where.WAYS)).walk_to(TITLE)

    assert player.page.screen is Screen.WAYS_MAP
    assert player.press(Key.ESCAPE).page.screen is Screen.WAYS


def test_before_any_ending_nothing_leads_to_it() -> None:
    player = at_corridor()

    assert TITLE not in labels(player.press(Key.ESCAPE))
    assert TITLE not in labels(player.do(Go(Where.WAYS)))


def test_on_another_way_the_pause_leads_to_it() -> None:
    player = at_ending().do(Rewind(0)).press(Key.ESCAPE).walk_to(TITLE)

    assert player.page.screen is Screen.WAYS_MAP
    assert player.press(Key.BACKSPACE).page.screen is Screen.PAUSE


# --- what it shows ---------------------------------------------------------------------------------


def test_a_scene_is_known_by_what_was_said_first_and_an_ending_by_its_title() -> None:
    shown = {name: card.item.label for name, card in cards_of(at_ending()).items()}

    assert shown == {
        "rast": "Det är rast.",
        "magen": "Alva tar sats.",
        "korridor": "Samira: ”Hej, ni två.”",
        "hemma": "Hemma",
    }


def test_an_ending_that_is_not_come_to_yet_does_not_say_its_title() -> None:
    player = taking(at_corridor(), 2)

    assert cards_of(player)["hemma"].item.label == "Mamma frågar."


def test_each_card_has_its_place_and_choices_and_endings_have_an_icon() -> None:
    shown = cards_of(at_ending())

    assert {name: card.stage for name, card in shown.items()} == {
        name: Stage(sample().scenes[name].place) for name in shown
    }
    assert {name: card.icon for name, card in shown.items()} == {
        "rast": "route",
        "magen": "",
        "korridor": "route",
        "hemma": "star_found",
    }


def test_where_one_is_is_marked_and_has_focus() -> None:
    player = at_ending().do(Go(Where.WAYS_MAP))
    shown = by_scene(the_map(player.page))

    assert [name for name, card in shown.items() if card.here] == ["hemma"]
    assert shown["hemma"].mark == "Du är här"
    assert player.focused == Revisit("hemma")


def test_the_first_scene_of_each_chapter_has_its_title() -> None:
    shown = cards_of(at_ending())

    assert {name: card.mark for name, card in shown.items() if card.mark} == {
        "rast": "Ett",
        "korridor": "Två",
        "hemma": "Du är här",
    }


def test_a_reader_hears_what_was_chosen_and_how_many_ways_there_still_are() -> None:
    shown = cards_of(both_endings())

    assert shown["rast"].item.said == (
        "Kapitel: Ett. Det är rast. Alva väntar. Vad gör du? "
        "Här valde du: ”Fråga hur det känns.” 1 väg härifrån har du inte gått."
    )
    assert "Här valde du: ”Gå hem.”, ”Gå till en vuxen.” 1 väg" in shown["korridor"].item.said
    assert "Här valde du: Samira: ”Kan du lyssna först?” 1 väg" in shown["valet"].item.said
    assert shown["hemma"].item.said == "Hemma. Ett slut."
    assert shown["lyssnar"].item.said == "Du är här. Två som vet. Ett slut."


def test_what_was_offered_and_not_taken_is_a_dot_and_all_dots_are_counted_once() -> None:
    player = at_ending().do(Go(Where.WAYS_MAP))
    shown = by_scene(the_map(player.page))

    assert {name: card.untried for name, card in shown.items()} == {
        "rast": 1,
        "magen": 0,
        "korridor": 2,
        "hemma": 0,
    }
    (lead,) = (block.text for block in player.page.body if isinstance(block, Text))
    assert "3 vägar har du inte gått än." in lead


def test_without_dots_none_are_mentioned() -> None:
    player = taking(playing(story(scene("a", choices(("På", "b")), "Hej."), scene("b", ending(), "Då."))), 0)

    assert not any("prick" in text for text in texts_in(player.read_on().do(Go(Where.WAYS_MAP)).page))


def test_the_latest_way_is_told_from_those_before() -> None:
    once, twice = map_of(at_ending()), both_endings().do(Go(Where.WAYS_MAP)).page

    assert {way.kind for way in once.ways} == {Trace.LATEST}
    assert {way.kind for way in the_map(twice).ways} == {Trace.LATEST, Trace.EARLIER}
    assert any("tjocka linjen" in text for text in texts_in(twice))


def test_what_was_skipped_is_not_brought_up() -> None:
    feel = Line(LineKind.FEEL, "Hur känns det?", skip="Något hände.")
    way_out = replace(choices(("På", "b")), ask="Vart vill du?")
    of = story(scene("a", way_out, feel, "Det tunga."), scene("b", ending(), "Då."))

    assert cards_of(playing(of).do(Forward()))["a"].item.label == "Det tunga."
    assert cards_of(playing(of).do(SkipScene(), Forward()))["a"].item.label == "Vart vill du?"


def test_a_scene_without_words_is_known_by_its_question() -> None:
    of = story(scene("a", replace(choices(("På", "b")), ask="Vart vill du?")), scene("b", ending(), "Då."))

    assert cards_of(taking(playing(of), 0))["a"].item.label == "Vart vill du?"


def test_scenes_that_begin_alike_are_told_apart_by_what_was_said_next() -> None:
    of = story(
        scene("a", choices(("Ett", "b"), ("Två", "c")), "Hej."),
        scene("b", choices(("På", "c")), "Det luktar te.", "Alva sitter."),
        scene("c", choices(("På", "d")), "Det luktar te.", "Alva står."),
        scene("d", choices(("På", "e")), "Det luktar te."),
        scene("e", ending("Sist"), "Det luktar te."),
    )
    player = taking(taking(taking(taking(playing(of), 0), 0), 0), 0)

    assert {name: card.item.label for name, card in cards_of(player).items()} == {
        "a": "Hej.",
        "b": "Det luktar te.",
        "c": "Alva står.",
        "d": "?",
        "e": "Liten",
    }


def test_scenes_that_are_alike_in_everything_are_numbered() -> None:
    same = [scene(name, choices(("På", after)), "Hej.") for name, after in ("ab", "bc", "cd")]
    player = playing(story(*same, scene("d", ending("Sist"), "Då.")))
    shown = cards_of(taking(taking(taking(player, 0), 0), 0))

    assert [card.item.label for card in shown.values()] == ["Hej.", "?", "Hej. (2)", "Då."]


def test_of_a_very_long_play_it_shows_the_latest_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.screens.ways_map.LARGEST", 2)
    player = at_ending().do(Go(Where.WAYS_MAP))

    assert set(by_scene(the_map(player.page))) == {"korridor", "hemma"}
    assert any("Kartan visar det senaste." in text for text in texts_in(player.page))


def test_a_message_says_who_wrote_it() -> None:
    wrote = Line(LineKind.MESSAGE, "svara nu", "noel", phone=PHONE)
    of = sample()
    of = replace(of, scenes=of.scenes | {"rast": replace(of.scenes["rast"], lines=(wrote,))})

    assert cards_of(playing(of))["rast"].item.label == "Noel: ”svara nu”"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Hej.", "Hej."),
        (
            "Måndag, tio i åtta. Bussen är sen. Alva hoppar på stället, och det är inte för att hon fryser.",
            "Måndag, tio i åtta. Bussen är sen.",
        ),
        (
            "Igen? Hälsa att hon ska dricka vatten och kom nu, för det är andra halvlek!",
            "Igen? Hälsa att hon ska dricka vatten och kom…",
        ),
        ("هل أنت هنا يا صديقتي؟ لا أعرف ماذا أقول لك الآن في الصباح", "هل أنت هنا يا صديقتي؟"),
        ("a" * 80, "a" * MOST + "…"),
    ],
)
def test_a_long_text_is_known_by_its_beginning(text: str, short: str) -> None:
    assert beginning(text) == short


# --- the ways back ---------------------------------------------------------------------------------


def test_a_choice_opens_again_and_what_was_flagged_stays() -> None:
    player = at_ending().press(Key.PAGE_UP).do(OpenFlag(Spot("rast", 1)), SetFlag(Spot("rast", 1), "control"))
    player.press(Key.ESCAPE).do(Go(Where.WAYS_MAP)).walk_to("Det är rast.")

    assert player.page.screen is Screen.CHOICES
    assert player.app.under == ()
    assert play_of(player).way.decisions == ()
    assert play_of(player).flags == {Spot("rast", 1): "control"}


def test_a_scene_without_a_choice_begins_again() -> None:
    player = at_ending().do(Go(Where.WAYS_MAP)).walk_to("Alva tar sats.")

    assert play_of(player).moment.scene == "magen"
    assert play_of(player).way.steps == 0


def test_what_was_chosen_on_earlier_ways_is_a_way_back_too() -> None:
    player = at_telling().press(Key.D1).press(Key.D1).read_on()
    player.do(Rewind(0)).press(Key.D2).do(Go(Where.WAYS_MAP)).walk_to("Ni stannar.")

    assert player.page.screen is Screen.TELLING
    assert play_of(player).way.decisions == (0, 0)


def test_all_ways_of_the_session_are_on_it() -> None:
    player = both_endings().do(Begin())

    assert set(cards_of(player)) == {"rast", "magen", "korridor", "hemma", "valet", "lyssnar"}
    player.do(Go(Where.TITLE), StoryOpened(Machine(sample())))
    assert len(cards_of(player)) == 6


def test_a_way_that_was_left_by_going_a_line_back_is_on_it() -> None:
    player = taking(playing(sample()), 1).press(Key.BACKSPACE).press(Key.D1)

    assert {"skratt", "magen"} <= set(cards_of(player))


def test_where_a_code_took_the_story_up_the_map_begins_there() -> None:
    machine = Machine(sample())
    player = playing(sample()).do(Go(Where.TITLE), StoryOpened(machine, machine.bare_state("korridor")))

    assert set(cards_of(player)) == {"rast", "korridor"}
    assert play_of(player.do(Revisit("korridor"))).way.origin == machine.bare_state("korridor")


def test_the_ways_of_another_version_of_the_story_are_forgotten() -> None:
    of = sample()
    other = replace(of, scenes={**of.scenes, "rast": replace(of.scenes["rast"], exit=ending("Annat"))})
    player = both_endings().do(Go(Where.TITLE), StoryOpened(Machine(other)))

    assert set(cards_of(player)) == {"rast"}


def test_a_scene_that_was_not_played_is_nowhere_to_go() -> None:
    player = at_ending()
    before = player.app

    assert player.do(Revisit("lyssnar")).app == before
    assert player.do(Revisit("finns inte")).app == before


# --- keys ------------------------------------------------------------------------------------------


def test_up_and_down_lead_to_the_nearest_card_of_the_next_row() -> None:
    player = both_endings().do(Go(Where.WAYS_MAP))
    shown = by_scene(the_map(player.page))
    assert shown["valet"].at[1] == shown["hemma"].at[1]

    seen = [player.press(Key.UP).focused for _ in range(4)]
    assert seen == [Revisit(name) for name in ("valet", "korridor", "magen", "rast")]
    assert player.press(Key.DOWN).focused == Revisit("magen")


def test_left_and_right_lead_along_a_row() -> None:
    player = both_endings().do(Go(Where.WAYS_MAP))
    shown = by_scene(the_map(player.page))
    left, right = sorted(("valet", "hemma"), key=lambda name: shown[name].at[0])
    player.do(Focus(Revisit(left)))

    assert player.press(Key.RIGHT).focused == Revisit(right)
    assert player.press(Key.LEFT).focused == Revisit(left)


def test_tab_comes_to_every_card_in_reading_order_and_on_to_the_bar() -> None:
    player = at_ending().do(Go(Where.WAYS_MAP))
    order = [Revisit("rast"), Revisit("magen"), Revisit("korridor"), Revisit("hemma")]

    assert [item.intent for item in player.page.items()][:4] == order
    assert player.press(Key.TAB).focused == Close()
    assert player.press(Key.BACKTAB).focused == order[-1]


def test_above_the_first_row_is_the_bar() -> None:
    player = at_ending().do(Go(Where.WAYS_MAP)).press(Key.UP, Key.UP, Key.UP)

    assert player.focused == Revisit("rast")
    assert player.press(Key.UP).focused == player.page.bar[-1].intent
