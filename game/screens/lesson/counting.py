"""How many hands there are is put in as a number: by its digits on the keyboard, or on a keypad for mouse and touch."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.keys import DIGITS, Key
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.hands import hands_of, put, raised
from game.screens.lesson.intents import Backward, HandDigit, TypeHands
from game.screens.lesson.state import Counting, Turn
from game.screens.lesson.told_story import said
from game.screens.page import Buttons, Field, Item, Look, Screen, Text, Tone

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Step
    from game.screens.page import Page
    from game.screens.words import Words

LONGEST = 2
"""So many digits has the number of hands in a class."""
_KEYS = (*DIGITS, Key.D0)


def counting(lesson: Lesson, step: Step) -> Counting | None:
    """What is being put in; None where hands are not counted now."""
    there = lesson.counting
    may = lesson.turn is Turn.OPEN and raised(lesson)
    return there if may and there and there.option < len(step.options) else None


def begun(lesson: Lesson, step: Step, option: int) -> Lesson:
    """A number is put in for this option. Before the question is open, and after it is closed, none is."""
    may = lesson.turn is Turn.OPEN and raised(lesson) and 0 <= option < len(step.options)
    return replace(lesson, counting=Counting(option)) if may else lesson


def typed(lesson: Lesson, step: Step, digit: int) -> Lesson:
    """One digit more; a third one begins the number anew, for it was meant as the first of another one."""
    there = counting(lesson, step)
    if there is None or not 0 <= digit <= 9:
        return lesson
    before = there.typed.lstrip("0")
    kept = before if len(before) < LONGEST else ""
    return replace(lesson, counting=replace(there, typed=f"{kept}{digit}"))


def erased(lesson: Lesson, step: Step) -> Lesson:
    """One digit fewer; where there is none, back to all answers, and the number is as it was."""
    there = counting(lesson, step)
    rest = replace(there, typed=there.typed[:-1]) if there and there.typed else None
    return replace(lesson, counting=rest)


def done(lesson: Lesson, step: Step) -> Lesson:
    """The number counts; without a digit it is as it was."""
    there = counting(lesson, step)
    after = replace(lesson, counting=None)
    return put(after, step, there.option, int(there.typed)) if there and there.typed else after


def following(lesson: Lesson, step: Step) -> Intent | None:
    """What has focus when the number is in: the next answer, so that nobody closes the question by pressing once more."""
    there = counting(lesson, step)
    more = there and there.option + 1 < len(step.options)
    return TypeHands(there.option + 1) if there and more else None


def page(lesson: Lesson, step: Step, there: Counting, words: Words) -> Page:
    """The answer, its number, and a keypad."""
    digits = tuple(Item(HandDigit(int(key.value)), key.value, Look.CHIP, key) for key in _KEYS)
    now = there.typed or str(hands_of(lesson, step)[there.option])
    # Only what was typed can be erased; what was counted before is written over.
    erase = Item(
        Backward(),
        words.ui("Sudda") if there.typed else words.ui("Tillbaka"),
        key=Key.BACKSPACE,
        icon="back",
    )
    return lesson_page(
        Screen.LESSON_ASK,
        said(step.options[there.option], words),
        (
            Text(words.ui("Hur många räcker upp handen för det här?"), Tone.LEAD),
            Field(words.ui("Uppräckta händer"), now),
            Buttons(digits, across=True, keypad=True),
        ),
        on=way_on(words.ui("Klart")),
        beside=(erase,),
    )
