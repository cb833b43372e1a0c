"""Reading, line by line: forward, back, flags, everything said, in any language."""

from __future__ import annotations

import pytest

from game.screens.chat import Chat
from game.screens.commands import PlaySound, Sound
from game.screens.intents import (
    Back,
    Choose,
    Forward,
    NextLanguage,
    OpenFlag,
    PickAdult,
    SetFlag,
    SkipScene,
    StoryOpened,
)
from game.screens.keys import Key
from game.screens.page import Buttons, Screen, Speech
from game.story.engine import Spot
from tests.screens.sample import at_choices, at_corridor, at_telling, sample
from tests.screens.support import (
    Player,
    cards,
    labels,
    play_of,
    playing,
    real_machine,
    real_playing,
    speech,
    taking,
)


def chat(player: Player) -> Chat:
    (body,) = player.page.body
    assert isinstance(body, Chat)
    return body


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


# --- language --------------------------------------------------------------------------------------


def test_another_language_in_the_middle_of_a_line_keeps_the_place() -> None:
    player = real_playing().press(*[Key.SPACE] * 4)
    before = player.app
    player.press(Key.F2)
    assert player.app.settings.language == before.library.languages[1].code
    assert (player.app.play, player.app.screen, player.app.under) == (
        before.play,
        before.screen,
        before.under,
    )
    others = len(before.library.languages) - 1
    assert player.press(*[Key.F2] * others).app == before


def test_the_next_language_comes_around() -> None:
    player = playing(sample()).do(NextLanguage(), NextLanguage())
    assert player.app.settings.language == "sv"


def test_intents_of_a_story_mean_nothing_without_one() -> None:
    player = playing(sample()).press(Key.ESCAPE).walk_to("Avsluta och radera")
    before = player.app
    player.do(Forward(), Back(), Choose(0), PickAdult("samira"), SkipScene(), SetFlag(Spot("rast", 0), ""))
    assert player.app == before


def test_who_speaks_without_standing_there_is_shown_by_a_face_beside_the_name() -> None:
    machine = real_machine()
    seen, waiting = set(), [machine.start()]
    faces: dict[bool, set[str]] = {True: set(), False: set()}
    while waiting:
        segment = waiting.pop().segment
        if segment.entry in seen:
            continue
        seen.add(segment.entry)
        player = real_playing().do(StoryOpened(machine, segment.entry))
        for _ in segment.beats:
            page = player.page
            if page.screen is Screen.DIALOGUE and isinstance(page.body[0], Speech) and page.body[0].speaker:
                assert page.stage
                there = page.body[0].speaker in {figure.name for figure in page.stage.figures}
                assert (page.body[0].face is None) == there
                faces[there].add(page.body[0].speaker)
            player.do(Forward())
        waiting += [machine.enter(machine.after(segment, option.number)) for option in segment.options]
        if faces[False] and len(seen) > 40:
            break
    assert faces[True]
    assert faces[False]
