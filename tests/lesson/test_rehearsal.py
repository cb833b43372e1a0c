"""Simulated pupils, in a time of their own in which nobody waits."""

from __future__ import annotations

import asyncio
import heapq
from collections import Counter
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lesson.pupil_json import encode_view
from game.lesson.rehearsal import (
    AWAY,
    COMES_WITHIN,
    LATE_AFTER,
    LATE_WITHIN,
    THINKS,
    AwayError,
    Habit,
    Pupil,
    Situation,
    answer,
    answers,
    attend_all,
    class_of,
    situation_of,
)
from game.lesson.views import PupilView, StepSeen
from game.screens.lesson.wire import Kind, Phase

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

VOTE = Situation(1, Phase.OPEN, "vote-1", Kind.VOTE, 3)
LINE = Situation(1, Phase.READ, "line-1", Kind.LINE, 1)


class VirtualTime:
    """A clock that goes on to the next moment for which somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0
        self._waiting: list[tuple[float, int, asyncio.Future[None]]] = []

    async def sleep(self, seconds: float) -> None:
        wakes = asyncio.get_running_loop().create_future()
        heapq.heappush(self._waiting, (self.now + seconds, len(self._waiting) + id(wakes), wakes))
        await wakes

    async def run(self, work: asyncio.Task[None], ends: float) -> None:
        while not work.done():
            for _ in range(20):
                await asyncio.sleep(0)
            if self._waiting:
                at, _, wakes = heapq.heappop(self._waiting)
                self.now = max(self.now, at)
                assert self.now <= ends, "the lesson never ended"
                wakes.set_result(None)


@dataclass
class Lesson:
    """What is shown at which second, and what came in."""

    shown: Sequence[tuple[float, Situation]]
    time: VirtualTime = field(default_factory=VirtualTime)
    joined: dict[int, float] = field(default_factory=dict)
    votes: list[tuple[float, int, str, int]] = field(default_factory=list)
    moves: list[tuple[float, int, str]] = field(default_factory=list)
    scenes: tuple[str, ...] = ("one", "two", "three", "four")
    looks: dict[int, list[float]] = field(default_factory=dict)
    away: Callable[[float], bool] = lambda _: False

    def situation(self) -> Situation:
        at = [number for number, (since, _) in enumerate(self.shown) if since <= self.time.now][-1]
        return replace(self.shown[at][1], rev=at)

    def play(self, pupils: Sequence[Pupil], seed: int = 1) -> Lesson:
        async def played() -> None:
            numbers = iter(range(len(pupils)))
            work = asyncio.create_task(
                attend_all(
                    pupils,
                    lambda: Seat(self, next(numbers)),
                    Random(seed),
                    lambda: self.time.now,
                    self.time.sleep,
                )
            )
            await self.time.run(work, self.shown[-1][0] + LATE_WITHIN + AWAY)
            work.result()

        asyncio.run(played())
        return self


@dataclass
class Seat:
    lesson: Lesson
    number: int

    async def join(self) -> bool:
        self._reached()
        self.lesson.joined[self.number] = self.lesson.time.now
        return True

    async def look(self, rev: int) -> Situation | None:
        self._reached()
        self.lesson.looks.setdefault(self.number, []).append(self.lesson.time.now)
        now = self.lesson.situation()
        return None if now.rev == rev else now

    async def vote(self, situation: Situation, choice: int) -> None:
        self._reached()
        self.lesson.votes.append((self.lesson.time.now, self.number, situation.step, choice))

    async def move(self, scene: str) -> None:
        self._reached()
        self.lesson.moves.append((self.lesson.time.now, self.number, scene))

    def scenes(self) -> tuple[str, ...]:
        return self.lesson.scenes

    def _reached(self) -> None:
        if self.lesson.away(self.lesson.time.now):
            raise AwayError


def lesson_of(*shown: tuple[float, Situation]) -> Lesson:
    return Lesson([(0.0, Situation(0, Phase.LOBBY)), *shown, (300.0, Situation(9, Phase.ENDED))])


# --- the class ---------------------------------------------------------------------------------------


@given(st.integers(0, 100), st.integers())
def test_a_class_has_as_many_pupils_as_were_asked_for(number: int, seed: int) -> None:
    assert len(class_of(number, Random(seed))) == number


@given(st.integers())
def test_a_class_of_27_has_some_of_every_habit_and_most_are_steady(seed: int) -> None:
    habits = Counter(each.habit for each in class_of(27, Random(seed)))

    assert habits.keys() == set(Habit)
    assert habits[Habit.STEADY] == 21
    assert habits[Habit.CHANGES_MIND] == 1


@given(st.integers())
def test_all_come_within_20_seconds_but_those_who_are_late(seed: int) -> None:
    for each in class_of(27, Random(seed)):
        late = each.habit is Habit.LATE
        assert (LATE_AFTER if late else 0) <= each.comes <= (LATE_WITHIN if late else COMES_WITHIN)


def test_the_same_chance_gives_the_same_class() -> None:
    assert class_of(27, Random(7)) == class_of(27, Random(7)) != class_of(27, Random(8))


# --- what they answer --------------------------------------------------------------------------------


@given(st.integers(1, 12), st.text(min_size=1), st.integers())
def test_an_answer_is_one_of_those_that_there_are(options: int, step: str, seed: int) -> None:
    chosen = answer(replace(VOTE, step=step, options=options), Random(seed))

    assert chosen in range(options)


def test_a_class_leans_towards_something_and_seldom_agrees() -> None:
    chosen = Counter(answer(VOTE, Random(seed)) for seed in range(200))

    assert set(chosen) == {0, 1, 2}
    assert max(chosen.values()) > 80


def test_a_line_is_flagged_by_some() -> None:
    chosen = Counter(answer(LINE, Random(seed)) for seed in range(200))

    assert set(chosen) == {0, None}


@pytest.mark.parametrize(
    "situation",
    [
        replace(VOTE, phase=Phase.CLOSED),
        replace(VOTE, phase=Phase.PAUSED),
        replace(VOTE, phase=Phase.READ),
        replace(VOTE, phase=Phase.REVEAL),
        replace(VOTE, kind=Kind.TALK, options=0),
        replace(LINE, phase=Phase.CLOSED),
        Situation(0, Phase.LOBBY),
    ],
)
def test_where_nothing_is_asked_nothing_is_answered(situation: Situation) -> None:
    assert not answers(situation)


# --- a lesson ----------------------------------------------------------------------------------------


def test_everybody_but_the_silent_answers_once_in_due_time() -> None:
    pupils = class_of(27, Random(3))
    played = lesson_of((150.0, VOTE)).play(pupils)
    voters = Counter(number for _, number, _, _ in played.votes)

    for number, pupil in enumerate(pupils):
        expected = {Habit.SILENT: 0, Habit.CHANGES_MIND: 2}.get(pupil.habit, 1)
        assert voters[number] == expected, pupil
    assert all(150 + THINKS[0] <= at for at, *_ in played.votes)
    assert set(played.joined) == set(range(27))


def test_who_is_late_still_answers_what_is_open() -> None:
    played = lesson_of((30.0, VOTE)).play([Pupil(Habit.LATE, 100.0)])

    assert [number for _, number, _, _ in played.votes] == [0]
    assert played.votes[0][0] > 100


def test_who_loses_the_network_is_silent_for_a_while_and_comes_back() -> None:
    played = lesson_of((40.0, VOTE)).play([Pupil(Habit.LOSES_NETWORK, 0.0, leaves=35.0)])

    assert not [at for at in played.looks[0] if 35 <= at < 35 + AWAY]
    assert len(played.votes) == 1
    assert played.votes[0][0] > 35 + AWAY


def test_a_question_that_is_asked_again_is_answered_again() -> None:
    again = replace(VOTE, round=2)
    played = lesson_of((10.0, VOTE), (60.0, replace(VOTE, phase=Phase.REVEAL)), (90.0, again)).play(
        [Pupil(Habit.STEADY, 1.0)]
    )

    assert len(played.votes) == 2


def test_what_closes_before_a_pupil_is_done_is_not_answered_later() -> None:
    played = lesson_of((10.0, VOTE), (11.0, replace(VOTE, phase=Phase.CLOSED))).play(
        [Pupil(Habit.STEADY, 1.0)]
    )

    assert played.votes == []


def test_a_hub_that_is_away_for_a_minute_is_come_back_to() -> None:
    lesson = lesson_of((10.0, VOTE))
    lesson.away = lambda now: 5 <= now < 65
    played = lesson.play([Pupil(Habit.STEADY, 0.0), Pupil(Habit.STEADY, 8.0)])

    assert {number for _, number, _, _ in played.votes} == {0, 1}


def test_where_everybody_plays_alone_pupils_go_through_the_story_each_at_its_own_pace() -> None:
    playing = Situation(1, Phase.READ, "play", Kind.PLAY)
    played = lesson_of((10.0, playing), (200.0, replace(playing, phase=Phase.PAUSED))).play(
        [Pupil(Habit.STEADY, 0.0), Pupil(Habit.SILENT, 5.0)]
    )

    for number in range(2):
        scenes = [scene for _, who, scene in played.moves if who == number]
        assert scenes[0] == "one"
        assert scenes[-1] == "four"
        assert scenes == sorted(scenes, key=played.scenes.index)
    assert played.votes == []
    assert all(10 <= at < 200 for at, *_ in played.moves)


def test_who_knows_no_story_stays_where_it_is() -> None:
    lesson = lesson_of((10.0, Situation(1, Phase.READ, "play", Kind.PLAY)))
    lesson.scenes = ()

    assert lesson.play([Pupil(Habit.STEADY, 0.0)]).moves == []


def test_when_the_lesson_ends_everybody_goes() -> None:
    played = lesson_of().play(class_of(27, Random(5)))

    assert max(max(looks) for looks in played.looks.values()) >= 300


# --- what the hub says -------------------------------------------------------------------------------


@given(
    st.sampled_from(Phase),
    st.sampled_from([*Kind, None]),
    st.integers(0, 12),
    st.integers(1, 1000),
    st.integers(0, 1000),
)
def test_what_a_page_is_told_is_understood(
    phase: Phase, kind: Kind | None, options: int, round_: int, rev: int
) -> None:
    step = StepSeen("step-1", kind, "t", "x", ("a",) * options, (1, 2)) if kind else None
    view = PupilView("ABC234", "sv", rev, phase, step, round_)

    understood = situation_of(encode_view(view))
    assert understood
    assert (understood.rev, understood.phase) == (rev, phase)
    if kind:
        assert understood == Situation(rev, phase, "step-1", kind, options, round_)


def test_that_nothing_is_new_is_understood() -> None:
    assert situation_of({"rev": 3}) is None
