"""The first screen, choosing a story, the page before it, codes, settings and help."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screens.commands import OpenStory, PlaySound, Quit, ReadCode, Silence, Sound
from game.screens.intents import Begin, Go, Leave, PickStory, Refused, StoryOpened, Typed, Where
from game.screens.keys import Key
from game.screens.model import App, CodeScreen
from game.screens.page import Field, Screen
from game.screens.settings import SetSound, SetTextSize
from game.story.engine import Machine
from game.story.glossary import Explained
from game.story.resume import Refusal, encode
from tests.screens.sample import sample
from tests.screens.support import (
    AUTHORS,
    LESSON,
    REAL,
    Player,
    at_title,
    bookshelf,
    cards,
    library_of,
    playing,
    real_library,
    real_title,
    taking,
    texts_in,
)
from tests.story.builders import ending, scene, story


def field_of(player: Player) -> Field:
    return next(block for block in player.page.body if isinstance(block, Field))


# --- from the title --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "screen"),
    [
        ((), Screen.TITLE),
        ((Key.SPACE,), Screen.STORIES),
        ((Key.D1,), Screen.STORIES),
        ((Key.D2,), Screen.HELP),
        ((Key.F1,), Screen.HELP),
        ((Key.D3,), Screen.CODE),
        ((Key.D4,), Screen.SETTINGS),
        ((Key.D5,), Screen.LESSON_LIST),
        ((Key.D1, Key.D1), Screen.BEFORE),
        ((Key.D1, Key.D1, Key.SPACE), Screen.HIDDEN),
        ((Key.D1, Key.D1, Key.TAB, Key.SPACE), Screen.DIALOGUE),
    ],
)
def test_the_keys_lead_from_the_title_to_every_screen_before_a_story(
    keys: tuple[Key, ...], screen: Screen
) -> None:
    assert real_title().press(*keys).page.screen is screen


def test_keys_alone_lead_from_the_title_to_every_screen() -> None:
    player = at_title(replace(sample(), words=(Explained("rast", "En paus."),)))
    seen = set()

    def press(*keys: Key) -> None:
        for key in keys:
            seen.add(player.press(key).page.screen)

    seen.add(player.page.screen)
    press(Key.D2, Key.ESCAPE, Key.D3, Key.ESCAPE, Key.D4, Key.ESCAPE)
    press(Key.D1, Key.D1, Key.TAB, Key.SPACE)
    press(Key.O, Key.ESCAPE)
    press(Key.F, Key.ESCAPE, Key.PAGE_UP, Key.ESCAPE, Key.ESCAPE, Key.D4, Key.ESCAPE, Key.ESCAPE)
    press(*[Key.SPACE] * 6)
    press(Key.D1, Key.SPACE, Key.D1, Key.SPACE, Key.SPACE, Key.SPACE)
    press(*[Key.SPACE] * 4, Key.D1, Key.SPACE, Key.D1, Key.D1, Key.SPACE)
    press(*[Key.SPACE] * 8)
    press(Key.ESCAPE)
    seen.add(player.walk_to("Karta över dina vägar").page.screen)
    player.walk_to("Dölj")
    assert seen | {player.page.screen} == set(Screen) - AUTHORS - LESSON - {Screen.CRASHED}


@pytest.mark.parametrize("keys", [(Key.D1,), (Key.D2,), (Key.D3,), (Key.D4,), (Key.D1, Key.D1)])
def test_escape_leads_back_to_the_title(keys: tuple[Key, ...]) -> None:
    player = real_title()
    before = player.app
    assert player.press(*keys, *[Key.ESCAPE] * len(keys)).app == before


@pytest.mark.parametrize("keys", [(), (Key.D1,), (Key.D2,), (Key.D3,), (Key.D4,), (Key.D1, Key.D1)])
def test_tab_visits_everything_once_and_comes_around_and_back_tab_the_other_way(
    keys: tuple[Key, ...],
) -> None:
    player = real_title().press(*keys)
    intents = list(dict.fromkeys(item.intent for item in player.page.items()))
    start = player.focused
    onward = [player.press(Key.TAB).focused for _ in intents]
    assert set(onward) == set(intents)
    assert onward[-1] == start
    backward = [player.press(Key.BACKTAB).focused for _ in intents]
    assert backward == [*reversed(onward[:-1]), start]


# --- choosing a story ------------------------------------------------------------------------------


def test_a_card_says_for_whom_how_long_and_what_it_is_about() -> None:
    (card,) = cards(at_title(sample()).press(Key.D1).page)
    assert (card.title, card.text, card.small) == ("Provet", "Alva är nykär.", "Svartsjuka.")
    assert card.tag == "13–15 år · 5 minuter"


def test_with_no_stories_the_page_says_so_kindly_and_can_be_left() -> None:
    player = at_title().press(Key.D1)
    assert "Det finns inga berättelser här. Be din lärare om hjälp." in list(texts_in(player.page.body))
    assert player.press(Key.SPACE).page.screen is Screen.TITLE


def test_stories_beyond_the_ninth_can_be_chosen() -> None:
    many = [story(scene("a", ending(), "Rad."), name=f"s{number:02}") for number in range(12)]
    player = at_title(*many).press(Key.D1)
    assert len(cards(player.page)) == 12
    player.do(PickStory("s11"))
    assert player.page.screen is Screen.BEFORE


def test_a_story_begins_after_its_page() -> None:
    player = real_title().press(Key.D1).do(PickStory(REAL)).walk_to("Börja utan att öva")
    assert player.done == (OpenStory(REAL),)
    assert player.app.play
    assert player.page.screen is Screen.DIALOGUE


def test_a_story_that_cannot_be_opened_is_told_kindly_and_another_can_be_chosen() -> None:
    player = at_title(sample())
    player.shelf = bookshelf()
    player.press(Key.D1, Key.D1).walk_to("Börja utan att öva")
    assert "Det gick inte" in list(texts_in(player.page.body))
    assert player.press(Key.ESCAPE).page.screen is Screen.STORIES


def test_practising_hides_the_game_and_then_the_story_is_the_main_way_on() -> None:
    player = real_title().press(Key.D1, Key.D1, Key.SPACE)
    for _ in range(3):
        assert player.page.title == "Multiplikation"
        player.walk_to("Gångertabellen")
    assert player.page.screen is Screen.BEFORE
    assert player.app.practised
    assert player.press(Key.ENTER).page.screen is Screen.DIALOGUE


# --- codes -----------------------------------------------------------------------------------------


def a_code(player: Player) -> str:
    assert player.app.play
    return encode(player.app.play.story, player.app.play.moment.segment.entry)


def test_a_code_typed_leads_to_the_scene_it_was_made_in() -> None:
    code = a_code(taking(playing(sample()), 0))
    player = at_title(sample()).press(Key.D3).do(*map(Typed, code.lower()))
    assert field_of(player).text == code
    player.press(Key.ENTER)
    assert player.done == (ReadCode(code.replace("-", "")),)
    assert player.page.screen is Screen.DIALOGUE
    assert player.app.play
    assert player.app.play.moment.scene == "magen"


def test_a_code_can_be_typed_by_walking_to_its_signs() -> None:
    player = at_title(sample()).press(Key.D3).walk_to("K").walk_to("7")
    assert field_of(player).text == "K7"


def test_the_last_sign_goes_away_with_backspace_and_escape_leaves() -> None:
    player = at_title(sample()).press(Key.D3).do(Typed("a"), Typed("b")).press(Key.BACKSPACE)
    assert field_of(player).text == "A"
    assert player.press(Key.ESCAPE).page.screen is Screen.TITLE


def test_white_space_and_signs_that_no_code_has_are_not_kept() -> None:
    player = at_title(sample()).press(Key.D3).do(*map(Typed, " -_!\t\n"))
    assert field_of(player).text == ""


def test_a_code_has_an_end() -> None:
    player = at_title(sample()).press(Key.D3).do(*[Typed("2")] * 500)
    assert len(field_of(player).text) < 50


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Det ser inte ut som en kod härifrån. Titta en gång till på det du skrev av."),
        ("ÅÄÖ", "Det ser inte ut som en kod härifrån. Titta en gång till på det du skrev av."),
        ("0OIL", "Något tecken har blivit fel. Jämför med det du skrev av, ett tecken i taget."),
        ("22222223", "Något tecken har blivit fel. Jämför med det du skrev av, ett tecken i taget."),
    ],
)
def test_a_wrong_code_is_told_kindly_and_can_be_corrected(typed: str, said: str) -> None:
    player = at_title(sample()).press(Key.D3).do(*map(Typed, typed)).press(Key.ENTER)
    assert field_of(player).answer == said
    assert field_of(player).text.replace("-", "") == typed
    assert field_of(player.do(Typed("A"))).answer == ""


def test_a_code_of_another_story_is_told_apart_from_a_mistyped_one() -> None:
    code = a_code(real_title().do(bookshelf().open_story(REAL)))
    player = at_title(sample()).press(Key.D3).do(*map(Typed, code)).press(Key.ENTER)
    assert field_of(player).answer.startswith("Koden hör till en annan version av berättelsen.")


def test_what_is_said_of_a_code_follows_the_language() -> None:
    player = real_title().press(Key.D3, Key.ENTER)
    english = bookshelf().words("en")
    swedish = field_of(player).answer
    player.words = english
    assert field_of(player.press(Key.F2)).answer == english.ui(swedish) != swedish


def test_a_code_whose_story_cannot_be_opened_is_told_kindly() -> None:
    player = at_title(sample()).press(Key.D3).do(Refused(None))
    assert field_of(player).answer == "Berättelsen går inte att öppna just nu. Säg till din lärare."


@pytest.mark.parametrize("why", [*Refusal, None])
def test_a_refusal_that_comes_when_one_has_left_changes_nothing(why: Refusal | None) -> None:
    player = at_title(sample())
    before = player.app
    assert player.do(Refused(why)).app == before


# --- settings --------------------------------------------------------------------------------------


def test_f11_fills_the_screen_and_makes_it_a_window_again() -> None:
    player = at_title(sample()).press(Key.F11)
    assert player.app.settings.fullscreen
    assert not player.press(Key.F11).app.settings.fullscreen


def test_sound_that_is_turned_off_stops_at_once() -> None:
    player = at_title(sample()).do(SetSound(on=True))
    assert player.done == ()
    assert player.do(SetSound(on=False)).done == (Silence(),)


def test_settings_outlive_a_story() -> None:
    player = at_title(sample()).do(SetTextSize(200), StoryOpened(Machine(sample())), Go(Where.TITLE))
    assert player.app.settings.text_size == 200


def test_turning_a_page_sounds_like_it() -> None:
    assert real_title().press(Key.D1).done == (PlaySound(Sound.PAGE),)


# --- help ------------------------------------------------------------------------------------------


def test_help_shows_only_what_is_confirmed_and_open_to_the_youngest_reader() -> None:
    shown = [card.title for card in cards(at_title(sample()).press(Key.F1).page)]
    assert shown == ["bris", "school"]


def test_the_shipped_help_page_has_nothing_unconfirmed_and_nothing_for_adults_only() -> None:
    entries = {entry.name: entry for entry in real_library().help}
    shown = [entries[card.title] for card in cards(real_title().press(Key.F1).page)]
    assert shown
    assert all(entry.confirmed and entry.youngest <= 13 <= entry.oldest for entry in shown)


def test_help_is_the_same_before_and_during_a_story() -> None:
    assert cards(real_title().press(Key.F1).page) == cards(
        real_title().do(bookshelf().open_story(REAL)).press(Key.F1).page
    )


def test_f1_closes_the_help_that_it_opened() -> None:
    player = playing(sample()).press(Key.SPACE)
    before = player.app
    assert player.press(Key.F1, Key.F1).app == before


# --- leaving ---------------------------------------------------------------------------------------


def test_leaving_wipes_everything() -> None:
    player = real_title().do(SetSound(on=True), SetTextSize(150), bookshelf().open_story(REAL))
    player.press(Key.SPACE, Key.F, Key.SPACE).read_on().press(Key.D1, Key.ESCAPE)
    player.walk_to("Avsluta och radera")
    assert player.app == App(real_library())
    assert player.done == (Silence(), Quit())


def test_the_title_can_be_left_with_keys() -> None:
    assert Quit() in at_title(sample()).walk_to("Avsluta").done


def test_leaving_in_the_middle_of_a_code_wipes_what_was_typed() -> None:
    player = at_title(sample()).press(Key.D3).do(Typed("A"))
    assert player.app.screen == CodeScreen("A")
    assert player.do(Leave()).app == App(library_of(sample()))


def test_beginning_with_no_story_does_nothing() -> None:
    player = at_title(sample())
    before = player.app
    assert player.do(Begin()).app == before
