"""A lesson in the window: what the hub says comes in, what the lesson wants goes out, and a timer hears the time."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.commands import KeepPath, KeepPlace, ReadPath, StartHub, TellHub
from game.screens.crash import CrashedScreen
from game.screens.intents import Hide
from game.screens.lesson.intents import (
    HandsOnly,
    Onward,
    PathFound,
    PathKept,
    PlanTaking,
    PlanVignettes,
    StartTimer,
    Ticked,
    TuckBar,
)
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import ClassPath, Lesson, LessonScreen, Part, Timer
from game.screens.lesson.wire import CloseStep, HubSeen, Link, Pause
from game.screens.settings import Scanning
from game.view.class_stage import POLLED, ClassStage, Equipment
from game.view.safely import Safety
from game.view.tucking import STAYS
from tests.view.at_the_window import SMALL
from tests.view.classroom import AtLesson, FakeClassroom
from tests.view.player import Player
from tests.view.test_safely import Notes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.intents import Intent

PATH = ClassPath("svara-direkt", "", Part.CHECKLIST)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Iterator[AtLesson]:
    made = AtLesson(monkeypatch)
    yield made
    made.close()


def lesson(at: AtLesson) -> Lesson:
    assert at.shell.app.lesson
    return at.shell.app.lesson


def heard(at: AtLesson, monkeypatch: pytest.MonkeyPatch) -> list[Intent]:
    """All that is meant from now on."""
    meant: list[Intent] = []
    whole = at.shell.send

    def send(intent: Intent) -> None:
        meant.append(intent)
        whole(intent)

    monkeypatch.setattr(at.shell, "send", send)
    return meant


# --- the hub -----------------------------------------------------------------------------------------


def test_nothing_is_asked_for_before_a_lesson_begins(at: AtLesson) -> None:
    at.wait(1.0)
    assert (at.room.polls, at.room.done) == ([], [])


def test_what_the_hub_says_is_known_on_the_stage(at: AtLesson) -> None:
    at.begin()
    at.room.news.append(HubSeen(Link.HERE, joined=12))
    at.wait(0.2)
    assert lesson(at).hub == HubSeen(Link.HERE, joined=12)


def test_the_hub_is_asked_often_and_not_all_the_time(at: AtLesson) -> None:
    at.begin()
    at.room.polls.clear()
    at.wait(2.0)
    between = [later - earlier for earlier, later in zip(at.room.polls, at.room.polls[1:], strict=False)]
    assert max(between) <= 0.1
    assert len(at.room.polls) <= 2.0 / POLLED


def test_what_the_lesson_wants_is_done_in_order(at: AtLesson) -> None:
    at.begin()
    for command in (
        StartHub(devices=True),
        StartHub(devices=False, rehearsal=True),
        TellHub(Pause()),
        TellHub(CloseStep()),
        KeepPlace(PATH),
    ):
        at.shell.carry_out(command)
    assert at.room.done[-3:] == [("start", True, False), ("start", False, True), ("place", PATH)]
    assert at.room.told[-2:] == [Pause(), CloseStep()]


def test_the_classs_file_is_written_and_read_and_the_answer_comes(
    at: AtLesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    at.begin()
    meant = heard(at, monkeypatch)
    at.shell.carry_out(KeepPath(PATH))
    at.shell.carry_out(ReadPath())
    assert at.room.done[-2:] == [("keep", PATH), "found"]
    assert meant[:2] == [PathKept("lektion.json"), PathFound(PATH)]


def test_a_file_can_be_asked_for_before_the_loop_has_seen_the_lesson(at: AtLesson) -> None:
    at.shell.carry_out(ReadPath())
    assert at.room.done == ["found"]


def test_a_lesson_that_an_earlier_stage_left_comes_first(
    at: AtLesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    at.room.news += [PathFound(PATH), HubSeen(Link.HERE)]
    meant = heard(at, monkeypatch)
    at.begin()
    at.wait(0.2)
    came = [each for each in meant if isinstance(each, PathFound | HubSeen)]
    assert came == [PathFound(PATH), HubSeen(Link.HERE)]


def without(monkeypatch: pytest.MonkeyPatch, kit: Equipment) -> AtLesson:
    made = AtLesson(monkeypatch)
    made.shell._class = ClassStage(made.shell, made.stage, kit, None)
    return made


def not_installed() -> FakeClassroom:
    raise ImportError


@pytest.mark.parametrize("kit", [Equipment(), Equipment(not_installed)], ids=["none", "not installed"])
def test_without_a_classroom_the_lesson_is_told_and_hands_go_on(
    monkeypatch: pytest.MonkeyPatch, kit: Equipment
) -> None:
    at = without(monkeypatch, kit)
    meant = heard(at, monkeypatch)
    at.begin()
    assert HandsOnly() in meant
    for command in (StartHub(devices=True), TellHub(Pause()), KeepPlace(PATH), KeepPath(PATH), ReadPath()):
        at.shell.carry_out(command)
    assert PathKept(None) in meant
    assert any(isinstance(each, PathFound) and each.refused and not each.path for each in meant)
    at.close()


def test_a_lesson_that_is_over_has_nothing_beside_it_and_another_can_begin(at: AtLesson) -> None:
    at.begin()
    at.shell.app = replace(at.shell.app, lesson=None)
    at.draw()
    assert at.room.left
    at.room = FakeClassroom()
    at.begin()
    at.wait(0.1)
    assert at.room.polls
    assert not at.room.left


# --- time --------------------------------------------------------------------------------------------


def test_a_timer_hears_the_time_once_a_second_and_at_once(
    at: AtLesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    at.begin()
    at.shell.app = replace(at.shell.app, lesson=replace(lesson(at), timer=Timer(60, 60)))
    meant = heard(at, monkeypatch)
    at.wait(0.05)
    assert sum(isinstance(each, Ticked) for each in meant) == 1
    at.wait(5.0)
    assert 5 <= sum(isinstance(each, Ticked) for each in meant) <= 6
    timer = lesson(at).timer
    assert timer
    assert timer.left in {54, 55}


def test_without_a_timer_and_when_it_is_over_nobody_is_told_the_time(
    at: AtLesson, monkeypatch: pytest.MonkeyPatch
) -> None:
    at.begin()
    meant = heard(at, monkeypatch)
    at.wait(2.0)
    at.shell.app = replace(at.shell.app, lesson=replace(lesson(at), timer=Timer(60, 0, until=1.0)))
    at.wait(2.0)
    assert not [each for each in meant if isinstance(each, Ticked)]


def test_nothing_is_drawn_while_nothing_is_new(at: AtLesson, monkeypatch: pytest.MonkeyPatch) -> None:
    at.begin()
    at.wait(0.5)
    flips: list[float] = []

    def flipped(window: pygame.Window) -> bool:
        flips.append(at.now)
        return bool(window)

    monkeypatch.setattr("game.view.pane.flipped", flipped)
    at.wait(3.0)
    assert flips == []
    at.send(StartTimer(60))
    at.wait(3.0)
    assert len(flips) <= 5


# --- the bar on the only display -----------------------------------------------------------------------


def test_the_bar_comes_to_a_resting_pointer_and_goes_by_itself(at: AtLesson) -> None:
    at.begin()
    assert lesson(at).tucked
    at.point((400, SMALL[1] - 2))
    at.wait(1.0)
    assert not lesson(at).tucked
    at.point((400, 100))
    at.wait(STAYS + 0.1)
    assert lesson(at).tucked


def test_it_stays_while_somebody_presses_and_where_one_switch_is_used(at: AtLesson) -> None:
    at.begin()
    at.point((400, SMALL[1] - 2))
    at.wait(1.0)
    at.point((400, 100))
    for _ in range(3):
        at.wait(STAYS - 1)
        at.key(at.stage, pygame.K_TAB)
    assert not lesson(at).tucked
    at.shell.app = replace(at.shell.app, settings=replace(at.shell.app.settings, scanning=list(Scanning)[-1]))
    at.wait(STAYS * 2)
    assert not lesson(at).tucked


def test_f9_brings_it_with_things_to_press_for_as_long_as_wanted_and_takes_it_away(at: AtLesson) -> None:
    at.begin()
    at.send(Onward(), Onward())
    at.key(at.stage, pygame.K_F9)
    at.wait(STAYS * 3)
    page = at.displays[0].page
    assert page
    assert page.tucked
    at.click(at.stage, page.tucked[0].intent)
    at.send(TuckBar())
    page = at.displays[0].page
    assert page
    assert page.tucked == ()


def test_it_neither_comes_nor_goes_while_the_game_is_hidden(at: AtLesson) -> None:
    at.begin()
    at.send(Hide())
    at.point((400, SMALL[1] - 2))
    at.wait(1.0)
    assert lesson(at).tucked


# --- when something goes wrong -------------------------------------------------------------------------


def test_a_crash_on_the_stage_keeps_the_lesson_and_what_is_known_of_the_hub(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clerk = Notes()
    at = AtLesson(monkeypatch, safety=Safety(Player(SMALL).app, clerk))
    at.begin()
    before = lesson(at)

    def news_and_crash() -> None:
        at.shell.send(HubSeen(Link.HERE, joined=9))
        raise ZeroDivisionError

    at.shell._safely(news_and_crash)
    assert isinstance(at.shell.app.screen, CrashedScreen)
    assert isinstance(at.shell.app.under[-1], LessonScreen)
    assert lesson(at) == replace(before, hub=HubSeen(Link.HERE, joined=9))
    assert [type(error) for error in clerk.errors] == [ZeroDivisionError]
    at.close()


def test_the_hub_hears_of_it_when_the_stage_is_back_where_it_was(at: AtLesson) -> None:
    at.begin()
    plan = replace(lesson(at).plan, taking=frozenset({Taking.DEVICES}))
    base = replace(lesson(at), plan=plan, hub_asked=True)
    there = replace(at.shell.app, lesson=replace(base, part=Part.PRACTISE))
    paused = replace(there, lesson=replace(base, part=Part.PRACTISE, paused=True))
    at.room.told.clear()
    at.shell._class.mended(there, paused)
    assert at.room.told == [Pause()]


def test_only_a_stage_that_is_left_ends_the_lesson(at: AtLesson) -> None:
    at.begin()
    at.shell._class.close(left=False)
    assert not at.room.left
    at.shell._class.close(left=True)
    assert at.room.left


# --- alone -------------------------------------------------------------------------------------------

_ALONE = """
import sys
import pygame
from tests.view.player import Player
from game.screens.intents import PickStory, Begin
player = Player()
player.shell.send(PickStory("svara-direkt"))
player.shell.send(Begin())
player.shell._comes()
player.shell.draw()
there = {name.partition(".")[0] for name in sys.modules}
print(sorted(there & {"httpx", "starlette", "uvicorn", "sqlalchemy", "segno", "jinja2", "ssl", "psycopg"}))
print(sorted(name for name in sys.modules if name.startswith(("game.lesson", "game.view.teacher"))))
"""


def test_who_plays_alone_loads_nothing_of_a_lessons_hub() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _ALONE], capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.split() == ["[]", "[]"]


# --- a stage that was killed ---------------------------------------------------------------------------


def test_a_stage_that_was_killed_goes_on_where_the_class_was(monkeypatch: pytest.MonkeyPatch) -> None:
    first = AtLesson(monkeypatch)
    first.begin()
    chosen = PlanTaking(Taking.DEVICES, on=True), PlanVignettes(on=False)
    first.send(Onward(), *chosen, *[Onward()] * 8)
    was = lesson(first), first.shell.app.play
    places = [what[1] for what in first.room.done if isinstance(what, tuple) and what[0] == "place"]
    assert was[0].part is Part.STORY
    # Nothing of it is closed: the program is gone from one moment to the next.
    again = AtLesson(monkeypatch, room=FakeClassroom(news=[PathFound(places[-1])]))
    again.begin()
    again.wait(0.2)
    there = lesson(again)
    assert (there.part, there.at, there.plan) == (was[0].part, was[0].at, was[0].plan)
    assert again.shell.app.play
    assert was[1]
    assert again.shell.app.play.way == was[1].way
    first.close()
    again.close()
