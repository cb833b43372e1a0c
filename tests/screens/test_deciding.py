"""Deciding: what to do, whom to tell and how; and the adults one has met."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screens.commands import PlaySound, Sound
from game.screens.intents import Choose, Forward, Go, SkipScene, StoryOpened, Where
from game.screens.keys import DIGITS, Key
from game.screens.page import Screen
from game.story.engine import Machine
from game.story.model import Choice, Hearing, Scene, Standing
from game.story.resume import Resumed, decode, encode
from tests.screens.sample import at_choices, at_corridor, at_telling
from tests.screens.support import (
    Player,
    cards,
    labels,
    play_of,
    playing,
    speech,
    taking,
)
from tests.story.builders import choices, ending, line, scene, story, tell

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


def test_an_adult_who_is_called_what_they_are_is_not_said_to_be_it_twice() -> None:
    small = story(Scene("a", "yard", (line("Rad."),), ending(), people=(Standing("samira"),)))
    for name, adult, told in (
        ("Mamma", "din mamma", "Du har mött din mamma"),
        ("Bo", "boxningstränare", "Du har mött Bo, boxningstränare"),
    ):
        person = replace(small.cast["samira"], name=name, adult=adult)
        assert notices(playing(replace(small, cast={**small.cast, "samira": person}))) == [told]


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
