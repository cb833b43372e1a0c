"""Before the first line the class is told what the story is called, and who it is in it."""

from __future__ import annotations

from game.screens.intents import SkipScene
from game.screens.lesson.intents import Backward, Onward, OpenAnswers, Take
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.wire import Kind, Phrase
from game.screens.page import Card
from tests.screens.lesson.classroom import come_to, in_class, lesson_of, said, script, step_of, turn
from tests.screens.support import Player, labels, play_of


def opening(*taking: Taking) -> Player:
    """Before the first line."""
    return come_to(in_class(*taking), Part.STORY).do(Backward())


def test_it_is_told_who_du_is_in_the_words_that_who_plays_alone_reads() -> None:
    player = opening()
    assert player.page.title == "Provet"
    assert "Du är Hawa, en vän. Du ser, lyssnar och väljer vad du gör." in said(player)
    assert "När det står ”du” är det Hawa." in said(player)
    faces = [block.figure.who for block in player.page.body if isinstance(block, Card) and block.figure]
    assert faces == ["hawa"]


def test_who_skips_ahead_to_the_story_is_told_it_too() -> None:
    player = in_class()
    while lesson_of(player).part is not Part.STORY:
        player.do(Onward())
    assert step_of(player).id == "story.opening"


def test_one_press_leads_to_the_first_line_and_one_back_again() -> None:
    player = opening()
    assert "Börja berättelsen" in labels(player)
    assert step_of(player.do(Onward())).id == "line.0.0"
    assert step_of(player.do(Backward())).id == "story.opening"
    assert lesson_of(player.do(Backward())).part is Part.BEFORE


def test_devices_see_the_title_in_their_own_language() -> None:
    step = step_of(opening(Taking.DEVICES))
    assert (step.kind, step.title) == (Kind.WATCH, Phrase("Provet", "prov", "about"))


def test_in_the_middle_of_the_story_it_is_not_told_again() -> None:
    player = come_to(in_class(), Part.STORY).do(Onward(), Onward())
    way = play_of(player).way
    player = come_to(player, Part.SIGNS).do(Backward())
    assert (step_of(player).id, play_of(player).way) == ("line.0.2", way)


def test_nothing_can_be_answered_yet_but_the_first_scene_can_be_left_out() -> None:
    player = opening().do(OpenAnswers(), Take(0))
    assert (step_of(player).id, turn(player)) == ("story.opening", Turn.SHOWN)
    assert step_of(player.do(SkipScene())).id == "skipped.0"


def test_the_teacher_is_told_what_to_say() -> None:
    assert 1 <= len(script(opening())) <= 4
