"""Reading, line by line: forward, back, flags, everything said, a pause, and how it feels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.screens.intents import (
    DIGITS,
    Back,
    Choose,
    Close,
    Forward,
    Go,
    Key,
    NextLanguage,
    OpenFlag,
    PickAdult,
    PlaySound,
    SetFlag,
    SkipScene,
    Sound,
    StoryOpened,
    Where,
)
from game.screens.page import Buttons, Chat, Screen, Speech
from game.story.engine import Machine, Spot
from game.story.model import Choice, Hearing, Scene, Standing
from game.story.resume import Resumed, decode, encode
from tests.screens.sample import SKIP, sample
from tests.screens.support import Plain, Player, cards, playing, real_playing, taking, texts_in
from tests.story.builders import choices, ending, line, scene, story, tell

if TYPE_CHECKING:
    from game.screens.model import Play


def speech(player: Player) -> str:
    """The words of the line that is shown."""
    (body,) = player.page.body
    assert isinstance(body, Speech)
    return body.text


def chat(player: Player) -> Chat:
    (body,) = player.page.body
    assert isinstance(body, Chat)
    return body


def play_of(player: Player) -> Play:
    assert player.app.play
    return player.app.play


def labels(player: Player) -> list[str]:
    return [item.label for item in player.page.items()]


def at_choices() -> Player:
    return playing(sample()).read_on()


def at_corridor() -> Player:
    return taking(at_choices(), 0).read_on()


def at_telling() -> Player:
    return taking(at_corridor(), 0).read_on()


# --- lines -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.SPACE, Key.ENTER, Key.RIGHT])
def test_space_enter_and_right_lead_to_the_next_line(key: Key) -> None:
    player = playing(sample())
    assert speech(player) == "Det är rast."
    assert speech(player.press(key)) == "Han vill veta var jag är."


@pytest.mark.parametrize("key", [Key.BACKSPACE, Key.LEFT])
def test_backspace_and_left_lead_one_line_back(key: Key) -> None:
    player = playing(sample()).press(Key.SPACE, Key.SPACE, key)
    assert speech(player) == "Han vill veta var jag är."


def test_from_a_first_line_backspace_leads_to_the_choice_before_with_all_open_again() -> None:
    player = taking(at_choices(), 1)
    assert speech(player) == "Ni skrattar."
    player.press(Key.BACKSPACE)
    assert player.page.screen is Screen.CHOICES
    assert {"Fråga hur det känns.", "Byt ämne."} <= set(labels(player))
    assert play_of(player).way.decisions == ()


def test_from_a_choice_backspace_leads_to_the_line_before_it() -> None:
    player = at_choices().press(Key.BACKSPACE)
    assert chat(player).bubbles[-1].text == "Svara nu."


def test_at_the_very_first_line_backspace_stays() -> None:
    player = playing(sample())
    assert speech(player.press(Key.BACKSPACE)) == "Det är rast."


def test_backspace_alone_leads_from_an_ending_to_the_very_first_line() -> None:
    player = taking(taking(at_telling(), 0), 0).read_on()
    assert player.page.screen is Screen.ENDING
    seen = []
    while play_of(player).way.decisions or play_of(player).way.steps:
        seen.append(play_of(player).way)
        player.press(Key.BACKSPACE)
    assert len(set(seen)) == len(seen)
    assert speech(player) == "Det är rast."


def test_messages_of_one_conversation_gather_in_one_phone() -> None:
    player = playing(sample()).press(*[Key.SPACE] * 5)
    assert [(bubble.name, bubble.own) for bubble in chat(player).bubbles] == [
        ("Noel", False),
        ("Alva", True),
        ("Noel", False),
    ]
    assert not chat(player).more


def test_a_message_sounds_as_received_or_as_sent_and_only_on_the_way_forward() -> None:
    player = playing(sample()).press(*[Key.SPACE] * 3)
    assert player.done == (PlaySound(Sound.MESSAGE),)
    assert player.press(Key.SPACE).done == (PlaySound(Sound.SENT),)
    assert player.press(Key.BACKSPACE).done == ()


def test_the_chapter_is_said_on_every_line() -> None:
    assert playing(sample()).page.title == "Provet · Kapitel 1 av 2"
    assert at_corridor().page.label == "Provet · Kapitel 2 av 2"


# --- flags -----------------------------------------------------------------------------------------


def test_f_flags_the_line_at_once_and_asks_what_it_is() -> None:
    player = playing(sample()).press(Key.SPACE, Key.F)
    assert player.page.screen is Screen.FLAG
    assert play_of(player).flags == {Spot("rast", 1): ""}
    assert PlaySound(Sound.FLAG) in player.done


def test_space_says_that_it_only_feels_wrong_and_leads_back_to_the_line() -> None:
    player = playing(sample()).press(Key.SPACE, Key.F, Key.SPACE)
    assert speech(player) == "Han vill veta var jag är."
    assert play_of(player).flags == {Spot("rast", 1): ""}
    assert player.item("Flaggad").selected


def test_a_digit_names_the_form_and_those_the_story_is_about_come_first() -> None:
    player = playing(sample()).press(Key.SPACE, Key.F)
    (buttons,) = (block for block in player.page.body if isinstance(block, Buttons))
    assert [item.label for item in buttons.items] == ["Det bara känns fel", "Hot", "Kontroll", "Isolering"]
    player.press(Key.D2)
    assert play_of(player).flags == {Spot("rast", 1): "control"}
    assert player.item("Flaggad: Kontroll").selected


def test_f_on_a_flagged_line_asks_again_and_another_form_can_be_set() -> None:
    player = playing(sample()).press(Key.SPACE, Key.F, Key.D2, Key.F)
    assert player.page.screen is Screen.FLAG
    assert player.item("Kontroll").selected
    assert play_of(player).flags == {Spot("rast", 1): "control"}
    player.press(Key.D1)
    assert play_of(player).flags == {Spot("rast", 1): "threat"}


def test_a_flag_can_be_taken_away_with_backspace() -> None:
    player = playing(sample()).press(Key.SPACE, Key.F, Key.D2, Key.F, Key.BACKSPACE)
    assert play_of(player).flags == {}
    assert not player.item("Det här känns fel").selected


@pytest.mark.parametrize("key", [Key.ESCAPE, Key.F])
def test_the_question_about_a_flag_can_be_left_unanswered(key: Key) -> None:
    player = playing(sample()).press(Key.SPACE, Key.F, key)
    assert speech(player) == "Han vill veta var jag är."
    assert play_of(player).flags == {Spot("rast", 1): ""}


def test_an_earlier_message_can_be_flagged_by_walking_to_it() -> None:
    player = playing(sample()).press(*[Key.SPACE] * 5).walk_to("Var är du?")
    assert player.page.screen is Screen.FLAG
    player.press(Key.SPACE)
    assert play_of(player).flags == {Spot("rast", 3): ""}
    assert [bubble.flagged for bubble in chat(player).bubbles] == [True, False, False]


def test_f_in_a_phone_flags_the_newest_message() -> None:
    player = playing(sample()).press(*[Key.SPACE] * 5, Key.F)
    assert play_of(player).flags == {Spot("rast", 5): ""}


def test_choices_carry_no_flag_and_f_does_nothing_there() -> None:
    player = at_choices()
    before = player.app
    assert player.press(Key.F).app == before


# --- everything said -------------------------------------------------------------------------------


def test_page_up_opens_everything_said_with_the_newest_in_focus() -> None:
    player = at_choices().press(Key.PAGE_UP)
    assert player.page.screen is Screen.LOG
    assert [card.text for card in cards(player.page)] == [each.text for each in sample().scenes["rast"].lines]
    assert player.focused == OpenFlag(Spot("rast", 5))


def test_a_line_is_flagged_from_everything_said_and_focus_stays_on_it() -> None:
    player = at_choices().press(Key.PAGE_UP).walk_to("Alva: Han vill veta var jag är.")
    player.press(Key.D1)
    assert player.page.screen is Screen.LOG
    assert play_of(player).flags == {Spot("rast", 1): "threat"}
    assert cards(player.page)[1].tag == "Flaggad: Hot"
    assert player.focused == OpenFlag(Spot("rast", 1))


def test_focus_stays_on_a_line_whose_question_was_left() -> None:
    player = at_choices().press(Key.PAGE_UP).walk_to("Alva: Han vill veta var jag är.").press(Key.ESCAPE)
    assert player.focused == OpenFlag(Spot("rast", 1))


def test_everything_said_is_closed_with_escape_to_where_one_was() -> None:
    player = at_choices()
    before = player.app
    assert player.press(Key.PAGE_UP, Key.ESCAPE).app == before


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


# --- choices ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Key.SPACE, Key.ENTER])
def test_the_key_that_reads_on_never_chooses_before_focus_has_moved(key: Key) -> None:
    player = at_choices()
    assert player.focused is None
    player.press(key)
    assert player.page.screen is Screen.CHOICES
    assert player.focused == Choose(0)


def test_focus_does_not_come_along_from_one_choice_to_the_next() -> None:
    player = at_corridor()
    assert player.page.screen is Screen.CHOICES
    assert player.focused is None


def test_arrows_walk_among_choices_and_space_takes_the_one_in_focus() -> None:
    player = at_choices().press(Key.DOWN, Key.DOWN, Key.SPACE)
    assert speech(player) == "Ni skrattar."
    assert player.done == (PlaySound(Sound.CHOICE),)


@pytest.mark.parametrize(("number", "text"), [(0, "Alva tar sats."), (1, "Ni skrattar.")])
def test_a_digit_chooses(number: int, text: str) -> None:
    assert speech(at_choices().press(DIGITS[number])) == text


def test_a_digit_that_no_choice_has_does_nothing() -> None:
    player = at_choices()
    before = player.app
    assert player.press(Key.D9).app == before


def test_choices_are_numbered_as_they_stand_whatever_is_hidden_before_them() -> None:
    hidden = Choice("Första.", "b", once=True)
    way_out = choices(hidden, ("Andra.", "b"), ("Tredje.", "slut"))
    player = playing(
        story(
            scene("a", way_out, "Rad."),
            scene("b", choices(("Åter.", "a"), ("Ut.", "slut"))),
            scene("slut", ending()),
        )
    )
    player.read_on().press(Key.D1).press(Key.D1).read_on()
    assert [item.label for item in player.page.items()][:2] == ["Andra.", "Tredje."]
    assert player.press(Key.D2).page.screen is Screen.ENDING


def test_choices_beyond_the_ninth_are_there_without_a_digit() -> None:
    many = choices(*((f"Val {number}", "slut") for number in range(12)))
    player = playing(story(scene("a", many, "Rad."), scene("slut", ending()))).read_on()
    assert [label for label in labels(player) if label.startswith("Val")] == [f"Val {n}" for n in range(12)]
    assert player.walk_to("Val 11").page.screen is Screen.ENDING


# --- telling ---------------------------------------------------------------------------------------


def test_only_adults_who_have_been_met_are_offered() -> None:
    shown = [card.title for card in cards(at_telling().page) if card.item]
    assert shown == ["Samira", "Daniel"]


def test_telling_takes_two_steps_whom_and_how() -> None:
    player = at_telling()
    assert player.page.screen is Screen.TELLING
    assert player.focused is None
    player.press(Key.D1)
    assert player.page.title == "Så kan du börja"
    assert "”Kan du lyssna först?”" in labels(player)
    assert player.focused is None
    player.press(Key.D2)
    assert speech(player) == "Tack för att ni berättar."
    assert play_of(player).way.decisions[-1] == 1


@pytest.mark.parametrize("keys", [(Key.BACKSPACE,), (Key.TAB, Key.TAB, Key.TAB, Key.SPACE)])
def test_another_adult_can_be_chosen_instead(keys: tuple[Key, ...]) -> None:
    player = at_telling().press(Key.D2, *keys)
    assert player.page.title == "Vem berättar ni för?"
    assert play_of(player).way.decisions == (0, 0)


def test_when_the_first_adult_does_not_listen_one_can_tell_again_and_is_not_to_blame() -> None:
    player = taking(taking(at_telling(), 1), 0)
    assert speech(player) == "Det går nog över."
    player.read_on()
    assert player.page.screen is Screen.TELLING
    assert player.page.title == "Vem berättar ni för?"
    samira, daniel, *_ = cards(player.page)
    assert samira.item == player.item("Samira")
    assert daniel.item is None
    assert daniel.small == "Lyssnade inte den här gången. Det var inte du som gjorde fel."
    assert taking(taking(player, 0), 0).read_on().page.screen is Screen.ENDING


def test_the_circle_shows_the_adults_met_and_how_they_listened() -> None:
    player = taking(taking(at_telling(), 1), 0).do(Go(Where.CIRCLE))
    assert [(card.title, card.small) for card in cards(player.page)] == [
        ("Samira", "mentor"),
        ("Daniel", "Lyssnade inte den här gången. Det var inte du som gjorde fel."),
    ]


def test_adults_beyond_the_ninth_can_be_told() -> None:
    many = tuple(Hearing(f"vuxen{number}", "slut") for number in range(11))
    small = story(
        Scene("a", "yard", (line("Rad."),), tell(*many), meets=tuple(h.adult for h in many)),
        scene("slut", ending()),
    )
    person = small.cast["samira"]
    small.cast.update({h.adult: type(person)(h.adult, h.adult.title(), adult="mentor") for h in many})
    player = playing(small).read_on().walk_to("Vuxen10")
    assert player.press(Key.D1).page.screen is Screen.ENDING


# --- adults met ------------------------------------------------------------------------------------


def notices(player: Player) -> list[str]:
    """All the news until something is asked."""
    found = [player.page.notice]
    while player.page.default == Forward():
        found.append(player.press(Key.SPACE).page.notice)
    return [each for each in found if each]


def test_an_adult_is_announced_once_on_the_line_where_they_are_met() -> None:
    assert notices(taking(at_choices(), 0)) == ["Du har mött Samira, mentor", "Du har mött Daniel, tränare"]
    assert notices(taking(at_corridor(), 1)) == []


def test_two_adults_met_at_once_are_both_announced() -> None:
    small = story(
        Scene("a", "yard", (line("Rad."),), ending(), people=(Standing("samira"), Standing("daniel")))
    )
    assert notices(playing(small)) == ["Du har mött Samira, mentor. Du har mött Daniel, mentor"]


def test_an_adult_known_from_before_a_code_is_not_announced_again() -> None:
    player = taking(at_corridor(), 0)
    story_, entry = play_of(player).story, play_of(player).moment.segment.entry
    assert entry.met == {"samira", "daniel"}
    resumed = decode([story_], encode(story_, entry))
    assert isinstance(resumed, Resumed)
    assert notices(player.do(StoryOpened(Machine(story_), resumed.state))) == []


def test_after_a_skipped_scene_an_adult_is_announced_once() -> None:
    player = taking(at_choices(), 0).do(SkipScene())
    assert notices(player) == ["Du har mött Samira, mentor", "Du har mött Daniel, tränare"]


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


# --- language --------------------------------------------------------------------------------------


def test_another_language_in_the_middle_of_a_line_keeps_the_place() -> None:
    player = real_playing().press(*[Key.SPACE] * 4)
    before = player.app
    player.press(Key.F2)
    assert player.app.settings.language == "en"
    assert (player.app.play, player.app.screen, player.app.under) == (
        before.play,
        before.screen,
        before.under,
    )
    assert player.press(Key.F2).app == before


def test_the_next_language_comes_around() -> None:
    player = playing(sample()).do(NextLanguage(), NextLanguage())
    assert player.app.settings.language == "sv"


def test_intents_of_a_story_mean_nothing_without_one() -> None:
    player = playing(sample()).press(Key.ESCAPE).walk_to("Avsluta och radera")
    before = player.app
    player.do(Forward(), Back(), Choose(0), PickAdult("samira"), SkipScene(), SetFlag(Spot("rast", 0), ""))
    assert player.app == before
