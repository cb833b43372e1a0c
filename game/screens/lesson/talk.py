"""Two and two talk about a question, with a gentle timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.lesson import phrases, timer
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.intents import StartTimer
from game.screens.lesson.told_story import said
from game.screens.lesson.wire import Kind, Step
from game.screens.page import Card, Item, Look, Screen, Text, Tone

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Phrase
    from game.screens.page import Block, Page
    from game.screens.words import Words


def talk_step(id_: str, question: Phrase) -> Step:
    """Pupils talk about a question."""
    return Step(f"talk.{id_}", Kind.TALK, phrases.ui("Prata två och två"), question)


def card(lesson: Lesson, question: Phrase, words: Words) -> tuple[Block, ...]:
    """The question beside something else, and the timer or the way to it."""
    title = words.ui("Prata två och två i en minut")
    item = None if lesson.timer else Item(StartTimer(timer.TALK), title, Look.PLAIN, icon="clock")
    return (Card(title, said(question, words), Tone.LEAD, "speech", item=item), *running(lesson, words))


def running(lesson: Lesson, words: Words) -> tuple[Block, ...]:
    """The timer, where one is running."""
    return (timer.countdown(lesson.timer, words),) if lesson.timer else ()


def talk_page(lesson: Lesson, question: Phrase, words: Words, *, on: str, seconds: int = timer.TALK) -> Page:
    """The question alone, large, with a minute for it or half of one; `on` is what the way on from it says."""
    label = words.ui("Starta en minut") if seconds >= timer.TALK else words.ui("Starta en halv minut")
    start = Item(StartTimer(seconds), label, Look.PLAIN, icon="clock")
    return lesson_page(
        Screen.LESSON_TALK,
        said(question, words),
        (Text(words.ui("Prata två och två"), Tone.LEAD), *running(lesson, words)),
        on=way_on(on),
        beside=() if lesson.timer else (start,),
    )
