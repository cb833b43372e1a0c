"""The class's story on the projector: line by line, to its ending, and on every device in its own language."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from game.screens.intents import Go, OpenFlag, SetFlag, SkipScene, Where
from game.screens.keys import Key
from game.screens.lesson.intents import Backward, Onward, SkipPart, Take, TuckBar
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part
from game.screens.lesson.wire import Kind, Phrase
from game.screens.model import ReadingScreen
from game.screens.page import Screen
from game.screens.pages import page as page_of
from game.story.engine import Spot
from game.story.glossary import Explained
from tests.screens.lesson.classroom import (
    at_story,
    bars,
    come_to,
    in_class,
    lesson_of,
    onward_to_vote,
    said,
    script,
    step_of,
    talked_about,
    voting,
)
from tests.screens.sample import SKIP
from tests.screens.support import Plain, Player, labels, play_of, speech


def at_pause(*taking: Taking) -> Player:
    """Where the story asks how it feels."""
    player = onward_to_vote(at_story(*taking)).do(Take(0))
    while not step_of(player).id.startswith("feel."):
        player.do(Onward())
    return player


def at_ending(*taking: Taking) -> Player:
    """Where the story is over."""
    player = at_story(*taking)
    while not play_of(player).ending:
        player.do(Take(0) if voting(player) else Onward())
    return player


# --- lines -------------------------------------------------------------------------------------------


def test_lines_are_read_as_by_who_plays_alone_but_the_lesson_leads_on() -> None:
    player = at_story()
    assert speech(player) == "Det är rast."
    assert player.page.screen is Screen.DIALOGUE
    assert player.page.default == Onward()
    assert speech(player.press(Key.SPACE)) == "Han vill veta var jag är."
    assert speech(player.press(Key.BACKSPACE)) == "Det är rast."


def test_messages_stand_in_their_phone() -> None:
    player = at_story().do(Onward(), Onward(), Onward())
    assert player.page.screen is Screen.PHONE
    assert "Var är du?" in said(player)


def test_no_page_of_the_lesson_leads_to_the_pause_or_the_recap_of_who_plays_alone() -> None:
    player = at_story()
    for _ in range(60):
        leads = {item.intent for item in player.page.items()} | set(player.page.keys.values())
        assert not leads & {Go(Where.PAUSE), Go(Where.RECAP)}
        if play_of(player).ending:
            return
        player.do(Take(0) if voting(player) else Onward())
    raise AssertionError("the story has no end")


def test_before_the_first_line_lies_the_part_before() -> None:
    assert lesson_of(at_story().do(Backward(), Backward())).part is Part.BEFORE


def test_after_the_ending_the_class_looks_at_the_signs() -> None:
    player = at_ending()
    assert player.page.screen is Screen.ENDING
    assert step_of(player).kind is Kind.WATCH
    assert step_of(player).title == Phrase("Två som vet", "prov", "lyssnar")
    assert lesson_of(player.press(Key.SPACE)).part is Part.SIGNS


def test_back_from_the_signs_the_class_is_at_its_ending_again() -> None:
    player = at_ending().do(Onward(), Backward())
    assert play_of(player).ending


@settings(max_examples=25)
@given(st.lists(st.integers(0, 3), max_size=40))
def test_whatever_the_class_chooses_it_comes_to_an_ending_and_the_whole_way_back(choices: list[int]) -> None:
    player = at_story(Taking.DEVICES)
    for choice in choices:
        player.do(Take(choice) if voting(player) else Onward())
        if lesson_of(player).part is not Part.STORY:
            break
    while lesson_of(player).part is Part.STORY:
        player.do(Take(0) if voting(player) else Onward())
    assert play_of(player).ending
    player.do(Backward())
    while lesson_of(player).part is Part.STORY:
        player.do(Backward())
    assert (play_of(player).way.decisions, play_of(player).way.steps) == ((), 0)


# --- devices -----------------------------------------------------------------------------------------


def test_devices_show_the_line_and_who_says_it_in_phrases_of_the_story() -> None:
    narrated = step_of(at_story(Taking.DEVICES))
    assert (narrated.kind, narrated.title) == (Kind.LINE, None)
    spoken = step_of(at_story(Taking.DEVICES).do(Onward()))
    assert spoken.title == Phrase("Alva", "prov", "cast")
    assert spoken.text == Phrase("Han vill veta var jag är.", "prov", "rast")


def test_every_line_that_who_plays_alone_can_flag_can_be_flagged_by_devices() -> None:
    player = at_story(Taking.DEVICES)
    while lesson_of(player).part is Part.STORY:
        alone = page_of(replace(player.app, screen=ReadingScreen(), lesson=None), Plain())
        flagged = alone.spot is not None and step_of(player).kind is not Kind.TALK
        assert (step_of(player).kind is Kind.LINE) is flagged
        player.do(Take(0) if voting(player) else Onward())


def test_the_id_of_a_step_is_short_ascii_whatever_the_scene_is_called() -> None:
    story = talked_about()
    named = {("på-rasten-å-ä-ö" if id_ == story.start else id_): scene for id_, scene in story.scenes.items()}
    first = replace(named["på-rasten-å-ä-ö"], id="på-rasten-å-ä-ö")
    story = replace(story, start=first.id, scenes=named | {first.id: first}, eyes=())
    player = come_to(in_class(Taking.DEVICES, story=story), Part.STORY)
    while lesson_of(player).part is Part.STORY:
        id_ = step_of(player).id
        assert id_.isascii()
        assert id_.isprintable()
        assert " " not in id_
        assert len(id_) < 60
        player.do(Take(0) if voting(player) else Onward())


# --- flags, pauses, skipping -------------------------------------------------------------------------


def test_the_class_can_flag_a_line_together() -> None:
    player = at_story().do(Onward()).press(Key.F)
    assert player.page.title == "Vad är det som känns fel?"
    player.do(SetFlag(Spot("rast", 1), "control"))
    assert play_of(player).flags == {Spot("rast", 1): "control"}
    assert speech(player) == "Han vill veta var jag är."
    assert any(item.intent == OpenFlag(Spot("rast", 1)) and item.selected for item in player.page.items())


def test_a_pause_is_for_everybody_and_asks_nobody() -> None:
    player = at_pause(Taking.DEVICES)
    assert step_of(player).kind is Kind.WATCH
    assert player.page.title == "Hur känns det?"
    assert "Ingen behöver säga varför." in said(player)
    assert {"Andas en stund", "Hoppa över scenen", "Läs vidare"} <= set(labels(player))
    assert any("Fråga ingen" in sentence for sentence in script(player))


def test_breathing_lies_over_the_stage_and_leads_back_to_it() -> None:
    player = at_pause().press(Key.D1)
    assert player.page.screen is Screen.BREATHE
    assert player.press(Key.SPACE).page.title == "Hur känns det?"


def test_a_sentence_stands_for_a_scene_that_is_skipped_and_its_signs_are_not_brought_up() -> None:
    player = at_pause(Taking.DEVICES).do(SkipScene())
    assert speech(player) == SKIP
    assert step_of(player).kind is Kind.WATCH
    player.do(Onward(), Onward())
    assert speech(player) == "Hej, ni två."
    assert "magen" not in {beat.spot.scene for beat in play_of(player).heard if beat.line.sign}


def test_where_the_author_wrote_no_sentence_the_class_is_told_plainly_and_there_is_nothing_more_to_skip() -> (
    None
):
    player = at_story().do(TuckBar())
    over = next(item for item in player.page.tucked if item.intent == SkipScene())
    assert over.enabled
    player.do(SkipScene())
    assert speech(player) == "Vi hoppar över resten av scenen. Det går bra."
    assert script(player) == ("Läs meningen högt. Den står i stället för resten av scenen.",)
    assert not next(item for item in player.page.tucked if item.intent == SkipScene()).enabled


def test_back_from_the_sentence_the_scene_can_be_read_after_all() -> None:
    player = at_pause().do(SkipScene(), Backward())
    assert player.page.title == "Hur känns det?"
    assert speech(player.do(Onward())) == "Han säger att han ska slå."


def test_lines_that_were_skipped_and_then_read_count_as_read() -> None:
    player = at_pause().do(SkipScene(), Onward(), Backward(), Backward(), Backward())
    assert "Han säger att han ska slå." in {beat.line.text for beat in play_of(player.do(Onward())).heard}


def test_a_choice_is_not_skipped() -> None:
    player = onward_to_vote(at_story()).do(SkipScene())
    assert len(bars(player)) == 2


# --- what may go wrong -------------------------------------------------------------------------------


def test_without_a_story_the_lesson_goes_on() -> None:
    player = at_story(Taking.DEVICES)
    player.app = replace(player.app, play=None)
    assert "Berättelsen kunde inte öppnas." in said(player)
    assert step_of(player).kind is Kind.WATCH
    assert script(player)
    player.do(SkipPart())


def test_the_script_is_short_on_every_page_and_tells_of_flags_as_the_class_sets_them() -> None:
    for taking, how in (((Taking.DEVICES,), "Sätt en flagga på raden"), ((), "Tryck F")):
        player = at_story(*taking)
        assert any(how in sentence for sentence in script(player))
        while lesson_of(player).part is Part.STORY:
            assert 1 <= len(script(player)) <= 4
            player.do(Take(0) if voting(player) else Onward())


def test_difficult_words_are_one_key_away_on_the_projector_too() -> None:
    explained = (Explained("rast", "En paus mellan lektioner."),)
    player = come_to(in_class(story=replace(talked_about(), words=explained)), Part.STORY)
    assert "Ord" in labels(player)
    player.press(Key.O)
    assert "En paus mellan lektioner." in said(player)
    assert speech(player.press(Key.O)) == "Det är rast."
