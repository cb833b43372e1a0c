"""A pause: what it leads to, its code, and how it feels."""

from __future__ import annotations

import pytest

from game.screens.intents import Close, Go, SkipScene, StoryOpened, Where
from game.screens.keys import DIGITS, Key
from game.screens.page import Screen
from game.story.engine import Machine
from game.story.resume import Resumed, decode
from tests.screens.sample import SKIP, at_choices, at_corridor, sample
from tests.screens.support import (
    Plain,
    Player,
    cards,
    labels,
    play_of,
    playing,
    speech,
    taking,
    texts_in,
)

# --- a pause ---------------------------------------------------------------------------------------


def test_escape_pauses_and_escape_goes_on_at_the_same_line() -> None:
    player = playing(sample()).press(Key.SPACE)
    before = player.app
    assert player.press(Key.ESCAPE).page.screen is Screen.PAUSE
    assert player.press(Key.ESCAPE).app == before


@pytest.mark.parametrize(
    ("label", "screen"),
    [
        ("Hur känns det?", Screen.FEEL),
        ("Det som sagts", Screen.LOG),
        ("Dina val", Screen.WAYS),
        ("Vuxna du har mött", Screen.CIRCLE),
        ("Språk och inställningar", Screen.SETTINGS),
        ("Vem kan jag prata med?", Screen.HELP),
        ("Till startsidan", Screen.TITLE),
    ],
)
def test_a_pause_leads_by_a_digit_to_what_one_may_want(label: str, screen: Screen) -> None:
    player = playing(sample()).press(Key.ESCAPE)
    key = player.item(label).key
    assert key in DIGITS
    assert player.press(key).page.screen is screen


def test_a_code_is_the_same_whichever_way_led_to_the_same_state() -> None:
    by_asking = taking(at_choices(), 0)
    by_waiting = taking(taking(at_corridor(), 1), 1)
    again = taking(taking(taking(at_corridor(), 1), 1), 1)
    codes = [cards(player.press(Key.ESCAPE).page)[0].tag for player in (by_asking, by_waiting, again)]
    assert codes[1] == codes[2] != codes[0]


def test_the_code_of_a_pause_leads_to_the_same_scene_and_carries_no_choices() -> None:
    player = at_corridor().press(Key.ESCAPE)
    code = cards(player.page)[0].tag
    entry = play_of(player).moment.segment.entry
    found = decode([sample()], code)
    assert isinstance(found, Resumed)
    assert found.state.scene == entry.scene == "magen"
    player.do(StoryOpened(Machine(sample()), found.state))
    assert play_of(player).way.decisions == ()
    assert play_of(player).flags == {}
    assert speech(player) == "Alva tar sats."


# --- how does it feel? -----------------------------------------------------------------------------


def at_feeling() -> Player:
    player = taking(at_choices(), 0).press(Key.SPACE)
    assert player.page.screen is Screen.FEEL
    return player


def test_one_can_breathe_and_come_back_to_the_pause() -> None:
    player = at_feeling()
    before = player.app
    assert player.press(Key.D1).page.screen is Screen.BREATHE
    assert player.press(Key.SPACE).app == before


def test_one_can_turn_to_help_and_come_back_to_the_pause() -> None:
    player = at_feeling()
    before = player.app
    assert player.press(Key.D3).page.screen is Screen.HELP
    assert player.press(Key.ESCAPE).app == before


def test_one_can_read_on() -> None:
    assert speech(at_feeling().press(Key.SPACE)) == "Han säger att han ska slå."


def test_a_skipped_scene_is_one_sentence_and_then_the_next_scene() -> None:
    player = at_feeling().press(Key.D2)
    assert speech(player) == SKIP
    assert player.page.spot is None
    assert speech(player.press(Key.SPACE)) == "Hej, ni två."


def test_backspace_leads_from_that_sentence_to_where_one_skipped() -> None:
    player = at_feeling()
    before = player.app
    assert player.press(Key.D2, Key.BACKSPACE).app == before


def test_skipped_lines_are_never_brought_up_again() -> None:
    player = at_feeling().press(Key.D2).read_on()
    skipped = "Han säger att han ska slå."
    for where in (Where.LOG, Where.RECAP, Where.TIMELINE):
        player.do(Go(where))
        assert not any(skipped in text for text in texts_in(player.page.body))
        player.do(Close())


def test_a_skipped_line_that_is_read_after_all_counts_as_read() -> None:
    player = at_feeling().press(Key.D2, Key.SPACE, Key.BACKSPACE, Key.BACKSPACE)
    assert speech(player) == "Han säger att han ska slå."
    assert "Han säger att han ska slå." in [beat.line.text for beat in play_of(player).heard]


def test_the_sentence_follows_the_language_and_is_looked_up_where_it_stands() -> None:
    player = at_feeling().press(Key.D2)
    asked: list[tuple[str, str]] = []

    class Listening(Plain):
        def of(self, domain: str, context: str, text: str) -> str:
            asked.append((context, text))
            return text.upper()

    player.words = Listening()
    assert speech(player) == SKIP.upper()
    assert ("magen", SKIP) in asked


def test_a_player_who_asks_for_a_pause_comes_back_to_the_story_from_it() -> None:
    player = playing(sample()).press(Key.SPACE)
    before = player.app
    player.press(Key.ESCAPE).walk_to("Hur känns det?")
    assert player.page.screen is Screen.FEEL
    assert player.walk_to("Tillbaka till berättelsen").app == before


def test_where_no_lines_are_left_there_is_nothing_to_skip() -> None:
    player = at_choices().press(Key.ESCAPE).walk_to("Hur känns det?")
    assert "Hoppa över scenen" not in labels(player)
    assert SkipScene() not in player.page.keys.values()


def test_a_scene_with_no_sentence_of_its_own_is_skipped_kindly() -> None:
    player = playing(sample()).press(Key.ESCAPE).walk_to("Hur känns det?").walk_to("Hoppa över scenen")
    assert speech(player) == "Du hoppade över resten av scenen. Det går bra."
