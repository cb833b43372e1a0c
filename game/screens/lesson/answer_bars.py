"""The answers to a question as bars: to be read out, counted, shown, and chosen among."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.keys import DIGITS
from game.screens.lesson.answers import Answers, answers
from game.screens.lesson.blocks import Bar, Bars
from game.screens.lesson.hands import by_number, hands_of, less, more, raised
from game.screens.lesson.intents import Take
from game.screens.lesson.told_story import said
from game.screens.page import Item, Look, Text, Tone

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Step
    from game.screens.words import Words


def only_read(step: Step, words: Words) -> Bars:
    """What there is to answer, and nothing of how that was done."""
    labels = (said(option, words) for option in step.options)
    return Bars(tuple(Bar(str(number), label) for number, label in enumerate(labels, 1)))


def counting(lesson: Lesson, step: Step, words: Words) -> Bars:
    """Hands are counted, where there are any; of devices nothing is seen yet."""
    if not raised(lesson):
        return only_read(step, words)
    now = hands_of(lesson, step)
    return Bars(
        tuple(
            Bar(
                str(option + 1),
                label,
                shown=str(now[option]),
                item=by_number(option, label, words),
                less=less(option, label, words),
                more=more(option, label, words),
            )
            for option, label in enumerate(said(each, words) for each in step.options)
        )
    )


def counted(lesson: Lesson, step: Step, words: Words) -> Bars:
    """How many hands there were, when no more are counted."""
    there = only_read(step, words)
    if not raised(lesson):
        return there
    now = zip(there.bars, hands_of(lesson, step), strict=True)
    return Bars(tuple(replace(bar, shown=str(hands)) for bar, hands in now))


def choosing(step: Step, words: Words) -> Bars:
    """The teacher chooses for the class; nothing has been answered."""
    labels = (said(option, words) for option in step.options)
    return Bars(
        tuple(Bar(str(option + 1), label, item=_take(option, label)) for option, label in enumerate(labels))
    )


def shown(lesson: Lesson, step: Step, words: Words) -> Bars:
    """How the class answered, as far as it may be told; any of it can be chosen."""
    told = answers(lesson, step)
    leader = told.leader
    return Bars(
        tuple(
            Bar(
                str(option + 1),
                label,
                shown=_shown(told, option, words),
                share=_share(told, option),
                leads=option == leader,
                item=_take(option, label),
            )
            for option, label in enumerate(said(each, words) for each in step.options)
        )
    )


def _take(option: int, label: str) -> Item:
    key = DIGITS[option] if option < len(DIGITS) else None
    return Item(Take(option), label, Look.CHOICE, key)


def _share(told: Answers, option: int) -> float | None:
    count = told.count(option)
    return None if count is None or not told.total else count / told.total


def _shown(told: Answers, option: int, words: Words) -> str:
    count = told.count(option)
    if count is not None:
        return str(count)
    if told.tally is None or told.untold:
        return _only_hands(told, option, words)
    if told.tally.most == option:
        return words.ui("de flesta")
    if told.hands[option]:
        return words.ui("minst {n}", n=told.hands[option])
    return words.ui("några få") if told.few(option) else ""


def _only_hands(told: Answers, option: int, words: Words) -> str:
    hands = told.hands[option]
    return words.plural("{n} hand", "{n} händer", hands) if any(told.hands) else ""


def remarks(lesson: Lesson, step: Step, words: Words) -> tuple[Text, ...]:
    """What has to be said of answers that are shown: too few to be told, not here yet, even."""
    told = answers(lesson, step)
    found = filter(None, (_of_devices(told, words), _of_leader(told, words)))
    return tuple(Text(each, Tone.LEAD) for each in found)


def _of_devices(told: Answers, words: Words) -> str:
    if not told.by_device:
        return ""
    if told.tally is None:
        return words.ui("Svaren räknas …")
    if told.untold and any(told.hands):
        return words.ui("Svaren från skärmarna är för få för att visas.")
    if told.untold:
        return words.ui("För få svar för att visas. Räck upp handen i stället?")
    if any(told.count(option) is None for option in range(len(told.hands))):
        return words.ui("En del visas inte, så att ingen kan räkna ut vad just du svarade.")
    return ""


def _of_leader(told: Answers, words: Words) -> str:
    if not told.total:
        return words.ui("Ingen har svarat. Läraren kan välja åt klassen, eller fråga en gång till.")
    if told.leader is not None or told.untold or (told.by_device and told.tally is None):
        return ""
    return words.ui("Det går inte att säga vad de flesta valde. Prata ihop er, så väljer läraren åt klassen.")
