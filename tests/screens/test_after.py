"""After an ending: what was seen, when it began, other eyes, the ways, and back again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.screens.eyes import MOST
from game.screens.intents import (
    Back,
    Begin,
    Close,
    Forward,
    Go,
    OpenFlag,
    Rewind,
    SetFlag,
    StoryOpened,
    Where,
)
from game.screens.keys import Key
from game.screens.page import Card, Screen, Speech, Tone
from game.screens.time_line import TimeLine
from game.story.engine import Machine, Spot
from tests.screens.sample import WHY_FINE, WHY_REPORT, sample
from tests.screens.support import Player, cards, playing, taking, texts_in
from tests.story.builders import ending, scene, story

if TYPE_CHECKING:
    from game.screens.model import Play
    from game.story.model import Eyes


def at_ending() -> Player:
    """Straight home: the signs in `rast` and `magen` on the way."""
    return taking(taking(playing(sample()), 0), 2).read_on()


def play_of(player: Player) -> Play:
    assert player.app.play
    return player.app.play


def flagged(player: Player, scene: str, index: int, form: str) -> Player:
    """With this line of the way flagged, from all that was said."""
    spot = Spot(scene, index)
    return player.press(Key.PAGE_UP).do(OpenFlag(spot), SetFlag(spot, form)).press(Key.ESCAPE)


def card_of(player: Player, text: str) -> Card:
    return next(card for card in cards(player.page) if text in card.title)


def screens_of(player: Player, *keys: Key) -> list[Screen]:
    return [player.press(key).page.screen for key in keys]


# --- the way through -------------------------------------------------------------------------------


def test_an_ending_shows_only_help_that_is_its_own_confirmed_and_open_to_the_reader() -> None:
    player = taking(taking(taking(taking(playing(sample()), 0), 0), 0), 0).read_on()
    assert player.page.title == "Två som vet"
    assert [card.title for card in cards(player.page)] == ["bris"]


def test_space_leads_from_an_ending_to_the_ways_and_from_there_to_another_way_not_out() -> None:
    player = at_ending()
    assert player.page.screen is Screen.ENDING
    seen = screens_of(player, *[Key.SPACE] * 7)
    assert seen == [
        Screen.RECAP,
        Screen.TIMELINE,
        *[Screen.EYES] * 3,
        Screen.WAYS,
        Screen.CHOICES,
    ]


def test_backspace_leads_all_the_way_back_to_the_ending() -> None:
    player = at_ending()
    before = player.app
    player.press(*[Key.SPACE] * 6)
    assert screens_of(player, *[Key.BACKSPACE] * 3) == [Screen.TIMELINE, Screen.RECAP, Screen.ENDING]
    assert player.app == before


def test_backspace_leads_line_by_line_back_through_other_eyes() -> None:
    player = at_ending().press(*[Key.SPACE] * 5)
    assert screens_of(player, *[Key.BACKSPACE] * 3) == [Screen.EYES, Screen.EYES, Screen.TIMELINE]


def test_left_and_right_lead_back_and_forth_between_the_pages_after_an_ending() -> None:
    player = at_ending().press(Key.SPACE)
    assert screens_of(player, Key.RIGHT, Key.LEFT, Key.LEFT) == [Screen.TIMELINE, Screen.RECAP, Screen.ENDING]


# --- what did you see? -----------------------------------------------------------------------------


def test_signs_are_counted_and_flagged_ones_look_different_from_missed_ones() -> None:
    player = flagged(at_ending(), "rast", 1, "control").press(Key.SPACE)
    lead = "Du satte flagga på 1 av 3 tecken. Tecken kan vara svåra att se – det är därför vi övar."
    assert lead in list(texts_in(player.page.body))
    found, missed = card_of(player, "Han vill veta"), card_of(player, "Svara nu")
    assert (found.tone, found.text, found.tag) == (Tone.FLAGGED, WHY_REPORT, "Kontroll")
    assert missed.tone is Tone.MISSED
    assert found.small == ""


def test_a_form_that_the_player_thought_of_is_said_and_not_called_wrong() -> None:
    player = flagged(at_ending(), "rast", 1, "threat").do(Go(Where.RECAP))
    card = card_of(player, "Han vill veta")
    assert (card.tone, card.small) == (Tone.FLAGGED, "Du tänkte: Hot")


def test_a_flag_that_only_feels_wrong_counts_and_says_no_form() -> None:
    player = flagged(at_ending(), "rast", 1, "").do(Go(Where.RECAP))
    card = card_of(player, "Han vill veta")
    assert (card.tone, card.small) == (Tone.FLAGGED, "")


def test_a_flag_on_something_fine_is_met_with_why_it_is_fine() -> None:
    player = flagged(at_ending(), "rast", 2, "control").do(Go(Where.RECAP))
    card = card_of(player, "Du är röd")
    assert (card.tone, card.text, card.tag) == (Tone.FINE, WHY_FINE, "Schysst")


def test_a_flag_on_a_plain_line_is_taken_seriously() -> None:
    player = flagged(at_ending(), "rast", 0, "").do(Go(Where.RECAP))
    card = card_of(player, "Det är rast")
    assert card.tone is Tone.GREY
    assert "värd att ta på allvar" in card.text


def test_what_was_not_flagged_and_is_fine_is_not_brought_up() -> None:
    player = at_ending().press(Key.SPACE)
    assert not any("Du är röd" in card.title for card in cards(player.page))


def test_a_scene_passed_twice_has_its_signs_once() -> None:
    player = taking(taking(taking(playing(sample()), 0), 1), 2).read_on().press(Key.SPACE)
    titles = [card.title for card in cards(player.page)]
    assert len(titles) == len(set(titles)) == 3


def test_the_signs_stand_on_the_line_of_time_in_the_order_in_which_they_came() -> None:
    player = flagged(at_ending(), "magen", 2, "").do(Go(Where.TIMELINE))
    (line,) = (block for block in player.page.body if isinstance(block, TimeLine))
    assert [(point.text, point.label, point.flagged, point.chapter) for point in line.points] == [
        ("”Han vill veta var jag är.”", "Kontroll", False, "Ett"),
        ("”Svara nu.”", "Kontroll", False, "Ett"),
        ("”Han säger att han ska slå.”", "Hot", True, "Ett"),
    ]


# --- other eyes ------------------------------------------------------------------------------------


def test_only_moments_on_this_way_are_seen_with_other_eyes() -> None:
    player = at_ending().do(Go(Where.EYES))
    seen = []
    while player.page.screen is Screen.EYES:
        (speech,) = player.page.body
        assert isinstance(speech, Speech)
        seen.append((player.page.title, speech.text, speech.thought))
        player.press(Key.SPACE)
    assert seen == [
        ("Samma stund, som Noel", "Jag skrev igen.", True),
        ("Samma stund, som Noel", "Mobilen låg still.", False),
        ("Samma stund, som Alva", "Jag ville säga mer.", True),
    ]


def test_other_eyes_can_be_skipped_to_the_ways() -> None:
    player = at_ending().do(Go(Where.EYES)).press(Key.ESCAPE)
    assert player.page.screen is Screen.WAYS


def test_a_story_without_other_eyes_goes_on_to_the_ways() -> None:
    player = playing(story(scene("a", ending(), "Rad."))).read_on().press(*[Key.SPACE] * 2)
    assert player.page.screen is Screen.WAYS


def test_one_ending_shows_a_few_moments_and_different_people_first() -> None:
    whole = sample()
    noel = whole.eyes[0]
    many = (noel, *(replace(noel, lines=noel.lines[:1]) for _ in range(3)), *whole.eyes[1:])
    player = playing(replace(whole, eyes=many))
    player = taking(taking(player, 0), 2).read_on().do(Go(Where.EYES))
    titles = [player.page.label]
    while player.press(Key.SPACE).page.screen is Screen.EYES:
        titles.append(player.page.label)
    assert len(set(titles)) == MOST
    assert any("Alva" in title for title in titles)


def test_help_from_other_eyes_leads_back_to_the_same_line() -> None:
    player = at_ending().do(Go(Where.EYES), Forward())
    before = player.app
    assert player.press(Key.F1, Key.ESCAPE).app == before


# --- the ways --------------------------------------------------------------------------------------


def ways_of(player: Player) -> list[str]:
    return [item.label for item in player.page.items() if isinstance(item.intent, Rewind)]


def test_the_ways_are_ones_own_choices_in_order() -> None:
    player = at_ending().do(Go(Where.WAYS))
    assert ways_of(player) == ["Fråga hur det känns.", "Gå hem."]


def test_a_telling_among_the_ways_says_whom_and_how() -> None:
    player = taking(taking(taking(taking(playing(sample()), 0), 0), 0), 1).read_on().do(Go(Where.WAYS))
    assert ways_of(player)[-1] == "Samira: ”Det gäller en kompis.”"


def test_a_choice_taken_twice_is_told_apart_by_those_who_hear_the_page() -> None:
    player = taking(taking(taking(playing(sample()), 0), 1), 1).do(Go(Where.WAYS))
    heard = [item.said for item in player.page.items() if isinstance(item.intent, Rewind)]
    assert heard[1:] == ["2. Vad gör ni? Vänta lite.", "3. Vad gör ni? Vänta lite."]


def test_one_goes_back_to_a_choice_and_takes_another_way() -> None:
    player = at_ending().do(Go(Where.WAYS)).walk_to("Gå hem.")
    assert player.page.screen is Screen.CHOICES
    assert player.app.under == ()
    assert play_of(player).way.decisions == (0,)
    player.press(Key.D2)
    assert play_of(player).way.decisions == (0, 1)


def test_flags_stay_when_one_goes_back() -> None:
    player = flagged(at_ending(), "rast", 1, "control").do(Rewind(0))
    assert play_of(player).flags == {Spot("rast", 1): "control"}


def found(player: Player) -> list[str]:
    """The endings named on the page of the ways."""
    return [card.title for card in cards(player.page) if card.icon == "star_found"]


def both_endings() -> Player:
    player = at_ending().do(Rewind(1)).press(Key.D1)
    return taking(taking(player.read_on(), 0), 0).read_on()


def test_endings_and_scenes_found_are_kept_over_ways_and_restarts() -> None:
    player = both_endings()
    assert found(player.do(Go(Where.WAYS))) == ["Två som vet", "Hemma"]
    count = "Du har hittat 2 av 2 slut och 6 av 9 scener. Det glöms när spelet stängs."
    assert count in list(texts_in(player.page.body))
    player.do(Close()).press(Key.ESCAPE).walk_to("Börja om från början")
    assert play_of(player).way.decisions == ()
    assert play_of(player).flags == {}
    assert found(player.do(Go(Where.WAYS))) == ["Två som vet", "Hemma"]


def test_what_was_found_is_kept_when_the_story_is_opened_again_from_the_title() -> None:
    player = both_endings().do(Go(Where.TITLE), StoryOpened(Machine(sample())), Go(Where.WAYS))
    assert found(player) == ["Två som vet", "Hemma"]


def test_what_was_found_belongs_to_its_story() -> None:
    other = story(scene("a", ending("Ett annat"), "Rad."))
    player = both_endings().do(StoryOpened(Machine(other)), Go(Where.WAYS))
    assert found(player) == []


def test_what_was_found_is_gone_after_leaving() -> None:
    player = both_endings().press(Key.ESCAPE).walk_to("Avsluta och radera")
    player.do(StoryOpened(Machine(sample())), Go(Where.WAYS))
    assert found(player) == []


def test_endings_not_found_are_counted_and_not_given_away() -> None:
    player = playing(sample()).do(Go(Where.WAYS))
    assert not any("Två som vet" in text for text in texts_in(player.page))
    assert "Du har hittat 0 av 2 slut och 1 av 9 scener. Det glöms när spelet stängs." in list(
        texts_in(player.page.body)
    )


@pytest.mark.parametrize("key", [Key.ESCAPE, Key.BACKSPACE, Key.SPACE])
def test_the_ways_opened_in_the_middle_lead_back_to_the_pause(key: Key) -> None:
    player = playing(sample()).press(Key.ESCAPE)
    before = player.app
    assert player.press(Key.D3).page.screen is Screen.WAYS
    assert player.press(key).app == before


def test_beginning_again_leads_to_the_first_line() -> None:
    player = at_ending().do(Begin())
    assert play_of(player).way.steps == 0
    assert player.page.screen is Screen.DIALOGUE


def test_a_line_back_and_forth_from_an_ending_finds_it_once() -> None:
    player = at_ending().do(Back(), Forward())
    assert play_of(player).endings == {"hemma"}


def test_a_flag_set_after_the_ending_from_all_that_was_said_counts() -> None:
    player = (
        at_ending().press(Key.PAGE_UP).do(OpenFlag(Spot("rast", 1))).press(Key.SPACE, Key.ESCAPE, Key.SPACE)
    )
    assert card_of(player, "Han vill veta").tone is Tone.FLAGGED


def test_other_eyes_that_belong_to_scenes_not_seen_stay_unseen() -> None:
    player = at_ending().do(Go(Where.EYES), Close())
    eyes: tuple[Eyes, ...] = sample().eyes
    assert not any(eyes[-1].lines[0].text in text for text in texts_in(player.page))


def test_a_way_without_signs_is_told_kindly_and_skips_the_line_of_time() -> None:
    player = playing(story(scene("a", ending(), "Rad."))).read_on().press(Key.SPACE)

    assert player.page.screen is Screen.RECAP
    assert not any("0 av 0" in text for text in texts_in(player.page))
    assert Go(Where.TIMELINE) not in {item.intent for item in player.page.items()}
