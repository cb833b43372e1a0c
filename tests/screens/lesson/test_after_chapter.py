"""When a chapter of the class's story is over, it has one short question to talk over."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from game.screens.intents import SkipScene
from game.screens.lesson.after_chapter import QUESTIONS, seconds
from game.screens.lesson.ahead import chapter_of
from game.screens.lesson.intents import (
    Backward,
    NextChapter,
    Onward,
    OpenAnswers,
    SkipPart,
    StartTimer,
    Take,
)
from game.screens.lesson.plan import MINUTES
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.wire import Kind
from game.screens.page import Screen
from game.story.model import Choices, Story
from tests.screens.lesson.classroom import (
    QUESTION,
    come_to,
    in_class,
    lesson_of,
    onward_to_vote,
    script,
    step_of,
    turn,
    voting,
)
from tests.screens.sample import sample
from tests.screens.support import Player, labels, play_of


def at_story(story: Story | None = None, minutes: int = 40) -> Player:
    """At the first line."""
    return come_to(in_class(minutes=minutes, story=story), Part.STORY)


def talked(player: Player) -> list[str]:
    """The questions after chapters on the first way through the story."""
    found = []
    while not play_of(player).ending:
        if step_of(player).kind is Kind.TALK:
            found.append(player.page.title)
        player.do(Take(0) if voting(player) else Onward())
    return found


def at_talk(story: Story | None = None) -> Player:
    """Where the first chapter is over."""
    player = at_story(story)
    while step_of(player).kind is not Kind.TALK:
        player.do(Take(0) if voting(player) else Onward())
    return player


def test_a_story_that_asks_itself_is_asked_after_its_chapter() -> None:
    player = at_talk()
    assert player.page.screen is Screen.LESSON_TALK
    assert player.page.title == QUESTION
    assert player.page.label == "Kapitel 1 är slut"
    assert 1 <= len(script(player)) <= 4


def test_a_story_that_asks_nothing_gets_one_question_a_chapter_about_what_was_read() -> None:
    assert talked(at_story(sample())) == [QUESTIONS[0].text]


def test_what_the_class_talked_over_at_its_choice_is_not_asked_again() -> None:
    player = onward_to_vote(at_story()).do(StartTimer(60), Onward())
    assert QUESTION not in talked(player)
    player = onward_to_vote(at_story()).do(OpenAnswers(), StartTimer(60))
    assert QUESTION not in talked(player)


@pytest.mark.parametrize("minutes", MINUTES)
def test_the_longer_the_lesson_the_longer_the_talk_and_in_the_shortest_there_is_none(minutes: int) -> None:
    player = at_story(minutes=minutes)
    assert seconds(lesson_of(player)) == {20: 0, 40: 30, 60: 60}[minutes]
    assert bool(talked(player)) is (minutes > 20)


def test_the_question_comes_with_a_timer_and_the_way_to_the_next_chapter() -> None:
    player = at_talk()
    assert {"Starta en halv minut", "Till nästa kapitel"} <= set(labels(player))
    way = play_of(player).way
    player.do(StartTimer(30), Onward())
    assert step_of(player).kind is Kind.LINE
    assert lesson_of(player).timer is None
    assert play_of(player).way == way


def test_back_from_the_talk_is_the_last_thing_of_the_chapter() -> None:
    player = at_talk()
    assert chapter_of(play_of(player)) == 2
    player.do(Backward())
    assert chapter_of(play_of(player)) == 1
    assert step_of(player).kind is not Kind.TALK


def test_while_the_class_talks_nothing_is_decided_or_left_out() -> None:
    player = at_talk()
    before = (play_of(player).way, player.page.title)
    player.do(Take(0), OpenAnswers(), SkipScene())
    assert (play_of(player).way, player.page.title) == before
    assert turn(player) is Turn.SHOWN


def test_who_goes_straight_to_a_chapter_is_not_asked_about_what_was_not_read() -> None:
    player = at_story().do(SkipPart(), NextChapter())
    assert chapter_of(play_of(player)) == 2
    assert step_of(player).kind is Kind.LINE


def test_no_two_chapters_in_a_row_have_the_same_general_question() -> None:
    story = sample()
    scenes = {
        id_: replace(scene, chapter=number) for number, (id_, scene) in enumerate(story.scenes.items(), 1)
    }
    assert not any(isinstance(each.exit, Choices) and each.exit.talk for each in scenes.values())
    many = replace(story, scenes=scenes, chapters=tuple(map(str, range(len(scenes)))))
    found = talked(at_story(many))
    assert len(found) > 2
    assert all(one != two for one, two in pairwise(found))
