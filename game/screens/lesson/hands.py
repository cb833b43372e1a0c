"""Raised hands: the teacher counts them. What was counted for all to see may be told to the last hand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.keys import DIGITS
from game.screens.lesson.intents import CountHands, TypeHands
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Turn
from game.screens.page import Item, Look, Text, Tone

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Step
    from game.screens.words import Words

MOST = 99
"""More hands than any class has."""


def raised(lesson: Lesson) -> bool:
    """Whether hands are counted in this lesson."""
    return Taking.HANDS in lesson.plan.taking


def counted(lesson: Lesson, step: Step, option: int, by: int) -> Lesson:
    """So many hands more, or fewer, for an option of a step; an option that is not there changes nothing."""
    if not raised(lesson) or not 0 <= option < len(step.options):
        return lesson
    return put(lesson, step, option, hands_of(lesson, step)[option] + by)


def put(lesson: Lesson, step: Step, option: int, number: int) -> Lesson:
    """So many hands for an option that is there: none at the least, and no more than any class has."""
    now = list(hands_of(lesson, step))
    now[option] = max(0, min(MOST, number))
    return replace(lesson, hands={**lesson.hands, step.id: tuple(now)})


def lowered(lesson: Lesson, step: Step) -> Lesson:
    """No hand has been counted for this step."""
    return replace(lesson, hands={id_: kept for id_, kept in lesson.hands.items() if id_ != step.id})


def hands_of(lesson: Lesson, step: Step) -> tuple[int, ...]:
    """How many hands were counted for each option."""
    found = lesson.hands.get(step.id, ())
    return found if len(found) == len(step.options) else (0,) * len(step.options)


def named(lesson: Lesson, step: Step, words: Words) -> tuple[Text, ...]:
    """What the numbers beside the answers are: elsewhere stands how many have answered by device. And how one is put in.

    Beside devices those who raise a hand are few: then how many they are is all that the class sees (`game.screens.lesson.dressing`).
    """
    if not raised(lesson):
        return ()
    text = words.ui("Uppräckta händer")
    if lesson.turn is Turn.OPEN:
        text = words.ui("Uppräckta händer: tryck på ett svar och skriv antalet")
    if lesson.plan.with_hub:
        total = sum(hands_of(lesson, step))
        if not total and lesson.turn is not Turn.OPEN:
            return ()
        text = f"{text} · {words.plural('{n} hand', '{n} händer', total)}"
    return (Text(text, Tone.SMALL),)


def by_number(option: int, label: str, words: Words) -> Item:
    """The answer as a whole: pressed, or by its own digit, it asks how many hands there are."""
    key = DIGITS[option] if option < len(DIGITS) else None
    typed = words.ui("Skriv antalet uppräckta händer")
    return Item(TypeHands(option), label, Look.CHOICE, key, said=f"{label} {typed}")


def less(option: int, label: str, words: Words) -> Item:
    """One hand fewer."""
    said = words.ui("En hand mindre: {option}", option=label)
    return Item(CountHands(option, -1), words.ui("−"), Look.QUIET, said=said)


def more(option: int, label: str, words: Words) -> Item:
    """One hand more."""
    said = words.ui("En hand till: {option}", option=label)
    return Item(CountHands(option, 1), words.ui("+"), Look.QUIET, said=said)
