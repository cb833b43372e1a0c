"""Before the lesson: what an adult has to know who plays this with a class."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.keys import Key
from game.screens.lesson import phrases
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.intents import FromLastWeek, Tick
from game.screens.lesson.wire import Kind, Step
from game.screens.page import Buttons, Item, Look, Screen, Text, Tone
from game.screens.parts import digits

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words

ROWS = 4


def entered(app: App, lesson: Lesson) -> App:
    """What was ticked stays."""
    return replace(app, lesson=lesson)


def onward(_app: App, _lesson: Lesson) -> App | None:
    """It is one page."""
    return None


def backward(_app: App, _lesson: Lesson) -> App | None:
    """It is one page."""
    return None


def asked(_app: App, _lesson: Lesson) -> Step:
    """Nothing; no pupil is there yet."""
    return Step("checklist", Kind.WATCH, phrases.ui("Titta på tavlan"))


def ticked(lesson: Lesson, row: int) -> Lesson:
    """The row is so, or not; any other number is no row."""
    return replace(lesson, ticked=lesson.ticked ^ {row}) if 0 <= row < ROWS else lesson


def page(_app: App, lesson: Lesson, words: Words) -> Page:
    """The rows, each to be ticked; one can go on without."""
    rows = tuple(
        Item(Tick(row), label, Look.CHOICE, key, selected=row in lesson.ticked)
        for key, (row, label) in zip(digits(), enumerate(_rows(words)), strict=False)
    )
    done = len(lesson.ticked) == ROWS
    on = way_on(words.ui("Planera lektionen") if done else words.ui("Gå vidare ändå"))
    return lesson_page(
        Screen.LESSON_LIST,
        words.ui("Innan ni börjar"),
        (
            Text(
                words.ui("I en klass finns nästan alltid någon som känner igen sig. Då är det bra att veta:"),
                Tone.LEAD,
            ),
            Buttons(rows),
            Text(
                words.ui(
                    "Syskon eller par: någon kan sitta bredvid den som styr en. Placera dem isär, låt klassen räcka upp handen, eller fråga elevhälsan."
                ),
                Tone.SMALL,
            ),
            Text(_advice(words, done=done), Tone.SMALL),
        ),
        on=on,
        beside=(Item(FromLastWeek(), words.ui("Fortsätt från förra veckan"), key=Key.D5, icon="route"),),
    )


def _rows(words: Words) -> tuple[str, ...]:
    return (
        words.ui("Jag vet vem jag ringer om en elev berättar något."),
        words.ui("Kuratorn vet att vi gör det här i dag."),
        words.ui("Eleverna får veta att de kan gå ut en stund, utan att säga varför."),
        words.ui("Jag har tänkt på om det finns syskon eller par i klassen."),
    )


def _advice(words: Words, *, done: bool) -> str:
    if done:
        return words.ui("Bra. Då är du väl förberedd.")
    return words.ui(
        "Du kan gå vidare utan att allt är klart. Men hinner du, så prata med kuratorn först: då står du inte ensam om någon berättar."
    )


def script(_app: App, _lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What to do before the class comes."""
    return (
        words.ui("Gå igenom de fyra raderna innan klassen kommer."),
        words.ui("Du behöver inte kunna ämnet. Spelet leder, och här står vad du kan säga."),
    )
