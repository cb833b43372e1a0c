"""A whole lesson of a stage, a hub and pupils, without any network: what the projector shows is what pupils answered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.lesson.commanding import Answer, Rows, do
from game.lesson.protocol import decode_command, encode_command
from game.lesson.rendering import rendering
from game.lesson.seeing import teacher_state
from game.lesson.session import Ballot, Lesson, StepRow, vote
from game.lesson.views import Notice
from game.screens.commands import TellHub
from game.screens.lesson.blocks import Chart
from game.screens.lesson.intents import Onward, Take
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.tally import VOTE
from game.screens.lesson.wire import Kind, Phase
from tests.screens.lesson.classroom import bars, in_class, lesson_of, paragraphs, step_of, turn, voting
from tests.screens.support import Plain, play_of

if TYPE_CHECKING:
    from game.screens.lesson.wire import ToHub
    from tests.screens.support import Player

PUPILS = 24
RENDERED = rendering({"sv": Plain()})


@dataclass
class Hub:
    """A hub in memory, decided by the same pure functions as the real one."""

    lesson: Lesson = field(default_factory=lambda: Lesson(PUPILS, joined=PUPILS))
    steps: dict[str, StepRow] = field(default_factory=dict)
    answers: dict[tuple[str, int], int] = field(default_factory=dict)

    def hears(self, command: ToHub) -> None:
        """What the stage told, as it travels."""
        there = decode_command(encode_command(command, RENDERED))
        rows = tuple(Answer(step, bytes([voter]), choice) for (step, voter), choice in self.answers.items())
        done = do(self.lesson, there, Rows(self.steps, rows))
        self.lesson = done.lesson
        if done.step:
            self.steps[done.step.id] = done.step
        self.answers = {key: kept for key, kept in self.answers.items() if key[0] != done.forgotten}

    def answered(self, voter: int, choice: int) -> bool:
        """Whether a pupil's answer to what is shown is taken."""
        step = self.lesson.step
        if step is None:
            return False
        before = self.answers.get((step.id, voter))
        found = vote(self.lesson, Ballot(step.id, step.round, choice), before, seated=True)
        if isinstance(found, Notice):
            return False
        self.lesson = found
        self.answers[step.id, voter] = choice
        return True

    def counts(self, step: str, options: int) -> list[int]:
        """How many have answered each option."""
        chosen = [choice for (of, _), choice in self.answers.items() if of == step]
        return [chosen.count(option) for option in range(options)]


@dataclass
class Room:
    """The stage and its hub."""

    stage: Player = field(default_factory=lambda: in_class(Taking.DEVICES))
    hub: Hub = field(default_factory=Hub)

    def __post_init__(self) -> None:
        self._carried(self.stage)

    def press(self, intent: Onward | Take) -> Room:
        """The teacher presses, the hub hears it and tells what it then knows."""
        self._carried(self.stage.do(intent))
        return self.heard()

    def heard(self) -> Room:
        """The stage hears what the hub knows."""
        self.stage.do(teacher_state(self.hub.lesson, (), ()).seen)
        return self

    def _carried(self, stage: Player) -> None:
        for command in stage.done:
            if isinstance(command, TellHub):
                self.hub.hears(command.what)


def on(room: Room, answering: list[int]) -> Room:
    """The next thing; where pupils can answer, each does, by what is drawn for it. What nobody decides the teacher does."""
    step = step_of(room.stage)
    if turn(room.stage) is Turn.OPEN or step.kind is Kind.LINE:
        options = max(1, len(step.options))
        for voter in range(PUPILS):
            drawn = answering[(voter + len(room.hub.answers)) % len(answering)]
            if drawn % 4 and (step.kind is not Kind.LINE or drawn % 2):
                assert room.hub.answered(voter, drawn % options)
    empty = step.kind is Kind.VOTE and not any(room.hub.counts(step.id, len(step.options)))
    decided = voting(room.stage) and turn(room.stage) is (Turn.CLOSED if empty else Turn.REVEALED)
    return room.press(Take(0) if decided else Onward())


@settings(max_examples=15)
@given(st.lists(st.integers(1, 40), min_size=1, max_size=30))
def test_a_whole_lesson_shows_what_was_answered_and_nothing_that_could_point_at_anybody(
    answering: list[int],
) -> None:
    room = Room()
    for _ in range(400):
        lesson, step = lesson_of(room.stage), step_of(room.stage)
        if lesson.ending:
            return
        if lesson.part is Part.STORY and turn(room.stage) is Turn.REVEALED:
            assert room.hub.lesson.seen_phase is Phase.REVEAL
            counts = room.hub.counts(step.id, len(step.options))
            for bar, count in zip(bars(room.stage), counts, strict=True):
                number = int(bar.shown) if bar.shown.isdigit() else None
                assert number in {None, count}
                assert number is None or not 0 < number < VOTE.cell
        if lesson.part is Part.CHART and turn(room.stage) is Turn.SHOWN:
            _charted(room)
        on(room, answering)
    raise AssertionError("the lesson has no end")


def _charted(room: Room) -> None:
    for block in room.stage.page.body:
        if isinstance(block, Chart):
            stacks = [stack for group in block.groups for stack in group.stacks]
            assert all(
                abs(sum(each.share for each in stack.slices) - 1) < 1e-9 for stack in stacks if stack.slices
            )


def test_a_class_that_is_large_enough_sees_its_chart_and_its_flags() -> None:
    room = Room()
    seen: list[str] = []
    charts: list[Chart] = []
    while not lesson_of(room.stage).ending:
        seen += paragraphs(room.stage)
        charts += [block for block in room.stage.page.body if isinstance(block, Chart)]
        on(room, [1, 2, 3, 5, 6, 7, 9, 10, 11, 13])
    assert any("satte flagga här" in each for each in seen)
    assert any(stack.slices for chart in charts for group in chart.groups for stack in group.stacks)


def test_what_leads_is_what_most_pupils_chose() -> None:
    room = Room()
    while not (step_of(room.stage).kind is Kind.VOTE and turn(room.stage) is Turn.OPEN):
        room.press(Onward())
    for voter in range(PUPILS):
        room.hub.answered(voter, 1 if voter < 17 else 0)
    room.heard().press(Onward()).press(Onward())
    assert [bar.shown for bar in bars(room.stage)] == ["7", "17"]
    room.press(Onward())
    assert play_of(room.stage).way.decisions == (1,)


@pytest.mark.parametrize("few", range(1, VOTE.answers))
def test_a_handful_of_answers_is_never_told(few: int) -> None:
    room = Room()
    while not (step_of(room.stage).kind is Kind.VOTE and turn(room.stage) is Turn.OPEN):
        room.press(Onward())
    for voter in range(few):
        room.hub.answered(voter, 1)
    room.heard().press(Onward()).press(Onward())
    assert all(bar.share is None and not bar.shown for bar in bars(room.stage))
