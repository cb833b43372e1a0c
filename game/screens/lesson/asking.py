"""How far a question to the class has come, and what a teacher does with it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.lesson.answers import answers
from game.screens.lesson.hands import counted, lowered
from game.screens.lesson.intents import AskAgain, CloseAnswers, CountHands, OpenAnswers, ShowAnswers
from game.screens.lesson.state import Turn

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Step

Asking: TypeAlias = OpenAnswers | CloseAnswers | ShowAnswers | AskAgain | CountHands

_TAKING = frozenset({Turn.OPEN, Turn.CLOSED})


def fresh(lesson: Lesson) -> Lesson:
    """A question that has not been asked yet."""
    return replace(lesson, turn=Turn.SHOWN, round=1, counting=None, hurried=False)


def nobody_yet(lesson: Lesson, step: Step) -> bool:
    """Whether a question is open to devices that are there, and none of them, and no hand, has answered."""
    there = lesson.plan.with_hub and lesson.hub.joined > 0
    return lesson.turn is Turn.OPEN and there and not answers(lesson, step).total


def further(lesson: Lesson, step: Step, last: Turn) -> Lesson:
    """The question one turn on: read, open, closed, and `last`. Hands alone need not be closed first. Whoever presses twice in
    a hurry does not close what nobody has had the time to answer.
    """
    match lesson.turn:
        case Turn.SHOWN:
            return _opened(lesson, step)
        case Turn.OPEN if nobody_yet(lesson, step) and not lesson.hurried:
            return replace(lesson, hurried=True)
        case Turn.OPEN if lesson.plan.with_hub:
            return replace(lesson, turn=Turn.CLOSED)
        case Turn.OPEN | Turn.CLOSED:
            return replace(lesson, turn=last)
        case Turn.REVEALED | Turn.TOLD:
            return lesson


def again(lesson: Lesson, step: Step) -> Lesson:
    """Asked once more: a new round, and what was answered before counts no more."""
    return replace(_opened(lesson, step), round=lesson.round + 1)


def _opened(lesson: Lesson, step: Step) -> Lesson:
    return replace(lowered(lesson, step), turn=Turn.OPEN, counting=None, hurried=False)


def asking(lesson: Lesson, step: Step, intent: Asking, last: Turn) -> Lesson:
    """The question after the teacher meant this. What has not been asked is neither closed nor shown."""
    match intent:
        case OpenAnswers() | AskAgain() if lesson.turn is Turn.SHOWN:
            return _opened(lesson, step)
        case OpenAnswers() if lesson.turn is Turn.OPEN:
            return lesson
        case OpenAnswers() | AskAgain():
            return again(lesson, step)
        case CloseAnswers():
            closed = replace(lesson, turn=Turn.CLOSED, counting=None)
            return closed if lesson.turn is Turn.OPEN else lesson
        case ShowAnswers():
            return replace(lesson, turn=last, counting=None) if lesson.turn in _TAKING else lesson
        case CountHands(option, by):
            return counted(lesson, step, option, by) if lesson.turn is Turn.OPEN else lesson
        case _:
            assert_never(intent)
