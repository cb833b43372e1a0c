"""The teacher's own window: what the class sees, what to say now, what comes next, and all there is to press."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screens.intents import Hide, SkipScene
from game.screens.lesson.blocks import Bars, Countdown
from game.screens.lesson.helps import helps
from game.screens.lesson.intents import (
    AskAgain,
    Backward,
    CloseAnswers,
    EndLesson,
    GiveUpSeat,
    KeepForNextWeek,
    LockLobby,
    Onward,
    OpenAnswers,
    PathKept,
    PauseClass,
    ShowAnswers,
    SkipPart,
    StartTimer,
    StopTimer,
    Take,
    TwoWindows,
)
from game.screens.lesson.order import part_name
from game.screens.lesson.parts import section
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part
from game.screens.lesson.wire import Reach
from game.screens.page import Screen, Speech
from tests.screens.lesson.classroom import lesson_of, onward_to_vote
from tests.screens.lesson.lessons import HERE, at, begun, planned, teachers
from tests.screens.support import Plain, Player, texts_in

WITH_CLASS = (Part.LOBBY, Part.PRACTISE, Part.STORY, Part.SIGNS, Part.HELP)
ALL = (Taking.HANDS, Taking.DEVICES)


def offered(player: Player) -> set[object]:
    """All that the teacher can press."""
    return {item.intent for item in teachers(player).items()}


def said(player: Player) -> str:
    """All that the teacher reads."""
    return " ".join(texts_in(teachers(player)))


@pytest.mark.parametrize("part", WITH_CLASS)
def test_in_every_part_it_says_what_to_say_and_what_to_do(part: Part) -> None:
    player = at(part, *ALL)
    lesson = lesson_of(player)
    script = section(lesson).script(player.app, lesson, player.words)
    assert 1 <= len(script) <= 4
    assert all(sentence in said(player) for sentence in script)
    assert part_name(part, player.words) == teachers(player).title
    assert "Om någon börjar berätta om sig själv" in said(player)


@pytest.mark.parametrize("part", WITH_CLASS)
def test_in_every_part_the_class_can_be_paused_skipped_on_and_ended(part: Part) -> None:
    there = offered(at(part, *ALL))
    assert {Onward(), Backward(), PauseClass(on=True), SkipPart(), EndLesson(), KeepForNextWeek()} <= there
    assert {LockLobby(on=True), Hide()} <= there


def test_what_the_class_sees_stands_there_in_words() -> None:
    player = at(Part.STORY)
    (speech,) = [block for block in player.page.body if isinstance(block, Speech)]
    assert speech.text in said(player)


def test_what_comes_next_and_the_minute_stand_there() -> None:
    player = at(Part.STORY)
    assert teachers(player).label == "Sedan: Vad såg vi?"
    assert "Minut 2–33 av 40" in said(player)


def test_a_question_is_opened_closed_shown_and_asked_again_from_there() -> None:
    player = onward_to_vote(at(Part.STORY, *ALL))
    player.do(OpenAnswers())
    assert "Stäng svaren" in {item.label for item in teachers(player).foot}
    player.do(CloseAnswers())
    assert AskAgain() in offered(player)
    player.do(ShowAnswers())
    assert AskAgain() in offered(player)


def test_the_teacher_can_choose_for_the_class_and_count_hands_from_there() -> None:
    player = onward_to_vote(at(Part.STORY)).do(OpenAnswers(), ShowAnswers())
    assert [block for block in teachers(player).body if isinstance(block, Bars)]
    assert {Take(0), Take(1)} <= offered(player)


def test_a_scene_can_be_left_out_while_it_is_read_and_no_choice_can() -> None:
    player = at(Part.STORY)
    assert SkipScene() in offered(player)
    assert SkipScene() not in offered(onward_to_vote(player))


def test_a_minute_is_offered_where_the_class_talks_or_thinks_and_not_while_a_line_is_read() -> None:
    player = at(Part.STORY)
    assert StartTimer(60) not in offered(player)
    assert StartTimer(60) in offered(onward_to_vote(player))


def test_a_timer_that_runs_is_seen_and_can_be_taken_away() -> None:
    player = at(Part.PRACTISE).do(StartTimer(60))
    assert any(isinstance(block, Countdown) for block in player.page.body)
    assert StopTimer() in offered(player)
    assert StartTimer(60) not in offered(player)


def test_a_seat_can_be_freed_and_is_called_by_its_symbol() -> None:
    player = planned(Taking.DEVICES).do(replace(HERE, joined=1, symbols=("star-fox",)))
    assert GiveUpSeat("star-fox") in offered(player)
    assert "stjärna och räv" in said(player)
    assert "star-fox" not in said(player)


def test_how_many_have_come_and_answered_stands_there_and_never_who() -> None:
    player = planned(Taking.DEVICES).do(replace(HERE, joined=24))
    assert "24 med" in said(player)


def test_when_nobody_gets_in_it_says_what_to_do_and_what_to_send_to_it() -> None:
    player = planned(Taking.DEVICES).do(replace(HERE, reach=Reach.BLOCKED))
    assert "räkna händer" in said(player)
    assert "Till IT" in said(player)
    assert "Till IT" not in said(planned(Taking.DEVICES))


def test_what_is_prepared_before_the_class_comes_is_prepared_there() -> None:
    page = teachers(begun())
    assert page.screen is Screen.LESSON_TEACHER
    assert page.title == "Innan ni börjar"
    assert teachers(begun().do(Onward())).title == "Planera lektionen"


def test_whether_the_lesson_is_over_is_asked_there() -> None:
    player = at(Part.STORY).do(EndLesson())
    assert EndLesson(sure=True) in offered(player)
    assert teachers(player).default == Backward()


def test_news_are_told_there() -> None:
    player = at(Part.STORY).do(TwoWindows(on=True), PathKept("/hem/lektion.json"))
    assert "/hem/lektion.json" in teachers(player).notice
    assert player.page.notice == ""


def test_each_part_has_help_of_its_own() -> None:
    found = [{card.title for card in helps(part, Plain())} for part in WITH_CLASS]
    shared = set.intersection(*found)
    assert len(shared) == 3
    assert all(len(each - shared) == 1 for each in found)


def test_dolj_covers_it_but_not_while_the_class_practises() -> None:
    player = at(Part.STORY)
    assert teachers(player.branch().do(Hide())).screen is Screen.HIDDEN
    assert teachers(player.branch().do(Hide(practice=True))).screen is Screen.LESSON_TEACHER


def test_after_the_end_it_says_what_to_do_if_somebody_tells() -> None:
    assert "kuratorn samma dag" in said(at(Part.END))
    assert EndLesson() not in offered(at(Part.END))


@pytest.mark.parametrize("part", WITH_CLASS)
def test_the_way_on_has_the_same_words_in_both_windows(part: Part) -> None:
    player = at(part, *ALL)
    assert teachers(player).foot == player.page.foot
