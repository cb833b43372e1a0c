"""What comes now is left out: the rest of a chapter, of the story, of a part; and never by a slip what a class would lose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.format.load import list_stories
from game.resources import SCENARIOS
from game.screens.intents import StoryOpened
from game.screens.keys import Key
from game.screens.lesson.ahead import ahead, chapter_of
from game.screens.lesson.intents import (
    Backward,
    CloseAnswers,
    NextChapter,
    Onward,
    OpenAnswers,
    SkipPart,
    Take,
    TuckBar,
    TwoWindows,
)
from game.screens.lesson.place import place_of, play_at
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part, Turn
from game.screens.page import Card
from game.story.playthrough import decide
from tests.screens.lesson.classroom import (
    at_story,
    bars,
    come_to,
    in_class,
    lesson_of,
    onward_to_vote,
    said,
    seen,
    turn,
    voting,
)
from tests.screens.lesson.lessons import teachers
from tests.screens.support import Player, bookshelf, labels, play_of, real_playing, real_title, texts_in


def at_open_vote(*taking: Taking) -> Player:
    """While the class answers its first question."""
    return onward_to_vote(at_story(*taking)).do(OpenAnswers())


def in_last_chapter() -> Player:
    """At the first line of the last chapter."""
    return at_story().do(SkipPart(), NextChapter())


def cards(player: Player) -> list[Card]:
    """What the game would decide."""
    return [block for block in player.page.body if isinstance(block, Card)]


# --- to the next chapter -----------------------------------------------------------------------------


def test_the_teacher_s_thing_to_press_says_where_it_leads() -> None:
    assert [item.label for item in at_story().do(TuckBar()).page.tucked][-1] == "Till nästa kapitel"
    assert [item.label for item in in_last_chapter().do(TuckBar()).page.tucked][-1] == "Hoppa över resten"
    elsewhere = come_to(in_class(), Part.SIGNS).do(TuckBar())
    assert [item.label for item in elsewhere.page.tucked][-1] == "Hoppa över delen"


def test_an_open_vote_is_not_lost_by_one_press_and_goes_on_when_the_teacher_stays() -> None:
    player = at_open_vote(Taking.DEVICES).do(SkipPart())
    assert "Klassen svarar just nu." in said(player)
    assert turn(player) is Turn.OPEN
    for stays in (Key.SPACE, Key.ENTER, Key.RIGHT, Key.BACKSPACE):
        back = player.branch().press(stays)
        assert (turn(back), lesson_of(back).skipping) == (Turn.OPEN, False)
        assert len(bars(back)) == 2
        assert play_of(back).way.decisions == ()


def test_answers_that_are_closed_and_that_nobody_gave_are_not_said_to_be_lost() -> None:
    player = seen(at_open_vote(Taking.DEVICES).do(CloseAnswers())).do(SkipPart())
    assert lesson_of(player).skipping
    assert "Klassen svarar just nu." not in said(player)


def test_before_the_game_decides_for_the_class_it_says_what_it_would_take() -> None:
    player = at_story().do(SkipPart())
    assert player.page.title == "Hoppa till kapitel 2?"
    assert "Spelet väljer åt klassen på vägen dit:" in said(player)
    there = ahead(play_of(player))
    assert there
    assert len(cards(player)) == len(there.between) > 0
    assert play_of(player).way.decisions == ()


def test_what_was_said_is_what_is_taken_and_what_is_kept() -> None:
    player = at_story().do(SkipPart())
    there = ahead(play_of(player))
    assert there
    player.press(Key.D1)
    assert chapter_of(play_of(player)) == 2
    assert play_of(player).way.decisions == tuple(each.taken.number for each in there.between)
    kept = place_of(player.app, lesson_of(player))
    again = play_at(play_of(player), kept)
    assert again
    assert again.moment == play_of(player).moment


def test_what_was_not_read_is_not_brought_up_later() -> None:
    player = at_story()
    read = play_of(player).moment.beat
    player.do(SkipPart(), NextChapter())
    heard = {beat.spot for beat in play_of(player).heard}
    now = play_of(player).moment.beat
    assert read
    assert now
    assert heard == {read.spot, now.spot}


def test_where_nothing_is_decided_between_one_press_leads_to_the_chapter_and_back_to_its_lines() -> None:
    player = at_story()
    while (there := ahead(play_of(player))) is None or there.between:
        player.do(Take(0) if voting(player) else Onward())
    line = play_of(player).way
    player.do(SkipPart())
    assert (chapter_of(play_of(player)), lesson_of(player).skipping) == (2, False)
    player.do(Backward())
    assert chapter_of(play_of(player)) == 1
    assert play_of(player).way.decisions == line.decisions


def test_from_there_the_class_can_go_back_to_what_the_game_took_and_vote_itself() -> None:
    player = at_story().do(SkipPart(), NextChapter())
    while not voting(player):
        player.do(Backward())
    assert chapter_of(play_of(player)) == 1


@settings(max_examples=30)
@given(st.lists(st.integers(0, 9), max_size=14), st.integers(0, 20))
def test_on_any_way_of_the_shipped_story_what_is_ahead_is_the_first_line_of_the_next_chapter(
    choices: list[int], lines: int
) -> None:
    play = play_of(real_playing())
    for choice in choices:
        options = play.moment.segment.options
        if options:
            taken = options[choice % len(options)].number
            play = replace(play, way=decide(play.machine, play.way, taken))
    play = replace(play, way=replace(play.way, steps=min(lines, len(play.moment.segment.beats))))
    there = ahead(play)
    if there is None:
        return
    assert there.chapter == chapter_of(there.play) == chapter_of(play) + 1
    line = there.play.moment.beat
    assert line
    assert there.play.heard[-1] == line
    assert [each.spot for each in there.play.heard[:-1]] == [
        each.spot for each in play.heard if each.spot not in there.play.skipped
    ]


@pytest.mark.parametrize("name", list_stories(SCENARIOS))
def test_from_the_first_line_of_a_shipped_story_every_chapter_is_reached(name: str) -> None:
    opened = bookshelf().open_story(name)
    assert isinstance(opened, StoryOpened)
    play = play_of(real_title().do(opened))
    for chapter in range(2, len(play.story.chapters) + 1):
        there = ahead(play)
        assert there
        assert there.chapter == chapter
        play = there.play
    assert ahead(play) is None


# --- the rest ----------------------------------------------------------------------------------------


def test_the_rest_of_the_story_is_left_out_only_after_having_been_asked() -> None:
    player = in_last_chapter().do(SkipPart())
    assert player.page.title == "Hoppa över resten av berättelsen?"
    assert lesson_of(player.branch().press(Key.SPACE)).part is Part.STORY
    assert lesson_of(player.press(Key.D1)).part is Part.SIGNS


def test_in_a_hurry_the_rest_of_the_story_can_be_left_out_from_any_chapter() -> None:
    player = at_story().do(SkipPart()).press(Key.D2)
    assert lesson_of(player).part is Part.SIGNS


def test_after_the_ending_nothing_is_asked() -> None:
    player = at_story()
    while not play_of(player).ending:
        player.do(Take(0) if voting(player) else Onward())
    assert lesson_of(player.do(SkipPart())).part is Part.SIGNS


def test_a_situation_that_the_class_is_answering_is_not_lost_by_one_press_either() -> None:
    player = come_to(in_class(), Part.BEFORE)
    assert lesson_of(player.branch().do(SkipPart())).part is Part.STORY
    player.do(Onward(), SkipPart())
    assert player.page.title == "Hoppa över resten av delen?"
    assert turn(player.branch().do(Onward())) is Turn.OPEN
    assert lesson_of(player.press(Key.D1)).part is Part.STORY


def test_what_is_asked_of_the_teacher_stands_in_the_teacher_s_window_where_there_is_one() -> None:
    player = at_open_vote(Taking.DEVICES).do(TwoWindows(on=True), SkipPart())
    assert len(bars(player)) == 2
    assert "Spelet väljer åt klassen på vägen dit:" in " ".join(texts_in(teachers(player).body))


def test_while_it_is_asked_there_is_nothing_else_to_press() -> None:
    player = at_story().do(TuckBar(), SkipPart())
    assert player.page.tucked == ()
    assert {"Nej, stanna kvar", "Till kapitel 2", "Dölj"} <= set(labels(player))
