"""Everybody plays alone: the class sees how many are where, looks up when it is asked to, and talks afterwards."""

from __future__ import annotations

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from game.screens.lesson.intents import Backward, Onward, PauseClass, StartTimer
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part
from game.screens.lesson.wire import HubSeen, Kind, Link
from game.screens.page import Screen
from tests.screens.lesson.classroom import (
    QUESTION,
    bars,
    come_to,
    in_class,
    lesson_of,
    paragraphs,
    said,
    script,
    step_of,
    voting,
)
from tests.screens.support import Player, labels


@cache
def begun() -> Player:
    return come_to(in_class(Taking.OWN, Taking.HANDS), Part.STORY)


def all_play(*scenes: tuple[str, int]) -> Player:
    """All have begun, and so many are in each scene."""
    return begun().branch().do(HubSeen(link=Link.HERE, joined=27, scenes=scenes))


def test_pupils_play_in_their_own_time() -> None:
    player = all_play()
    assert step_of(player).kind is Kind.PLAY
    assert "Du väljer själv, och ingen ser vad du väljer." in said(player)


def test_the_class_sees_how_many_are_in_each_chapter_and_at_an_end() -> None:
    player = all_play(("rast", 6), ("magen", 4), ("korridor", 8), ("hemma", 5))
    assert [(bar.label, bar.shown) for bar in bars(player)] == [
        ("Ett", "10"),
        ("Två", "8"),
        ("Framme vid ett slut", "5"),
    ]


def test_scenes_with_few_in_them_are_elsewhere_and_a_scene_that_is_not_known_too() -> None:
    player = all_play(("rast", 20), ("", 3), ("unknown", 4))
    assert [(bar.label, bar.shown) for bar in bars(player)] == [("Ett", "20"), ("På andra ställen", "7")]


def test_before_anybody_has_begun_nothing_is_counted() -> None:
    assert not voting(all_play())
    assert "Snart syns här hur långt ni har kommit." in paragraphs(all_play())


@given(
    st.dictionaries(st.sampled_from(["rast", "magen", "bank", "hemma", "lyssnar", ""]), st.integers(0, 30))
)
def test_everybody_who_is_somewhere_is_counted_once(scenes: dict[str, int]) -> None:
    player = all_play(*scenes.items())
    counted = sum(int(bar.shown) for bar in bars(player)) if voting(player) else 0
    assert counted == sum(scenes.values())


def test_everybody_can_be_asked_to_look_up() -> None:
    player = all_play()
    assert "Titta hit" in labels(player)
    assert lesson_of(player.do(PauseClass(on=True))).paused
    assert not lesson_of(player.do(PauseClass(on=False))).paused


def test_when_most_are_there_the_class_talks_about_the_questions_of_the_story() -> None:
    player = all_play().do(Onward())
    assert (player.page.screen, player.page.title) == (Screen.LESSON_TALK, QUESTION)
    assert step_of(player).kind is Kind.TALK
    assert "60 sekunder kvar" in said(player.do(StartTimer(60)))
    player.do(Onward())
    assert lesson_of(player.do(Onward())).part is Part.SIGNS


def test_back_from_the_talk_everybody_plays_on() -> None:
    player = all_play().do(Onward(), Onward(), Backward(), Backward())
    assert step_of(player).kind is Kind.PLAY
    assert lesson_of(player.do(Backward())).part is Part.BEFORE


def test_the_script_tells_the_teacher_not_to_read_on_pupils_screens() -> None:
    assert any("läs inte på elevernas skärmar" in sentence for sentence in script(all_play()))
    assert 1 <= len(script(all_play().do(Onward()))) <= 4
