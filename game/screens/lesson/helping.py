"""Whom one can talk to: said to the whole class, so that nobody has to ask."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.help import help_cards, youngest_reader
from game.screens.lesson import phrases
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.wire import Kind, Step
from game.screens.page import Cards, Screen, Text, Tone
from game.story.library import help_for

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words


def entered(app: App, lesson: Lesson) -> App:
    """Nothing to make ready."""
    return replace(app, lesson=lesson)


def onward(_app: App, _lesson: Lesson) -> App | None:
    """It is one page."""
    return None


def backward(_app: App, _lesson: Lesson) -> App | None:
    """It is one page."""
    return None


def asked(_app: App, _lesson: Lesson) -> Step:
    """The same page for everybody."""
    return Step("help", Kind.HELP, phrases.ui("Vem kan man prata med?"))


def page(app: App, _lesson: Lesson, words: Words) -> Page:
    """Everybody who may be shown to the youngest of the story's readers."""
    entries = help_for(app.library.help, youngest_reader(app))
    return lesson_page(
        Screen.HELP,
        words.ui("Vem kan man prata med?"),
        (
            Text(
                words.ui(
                    "Om något känns fel, hos en själv eller hos någon man bryr sig om: berätta för en vuxen. Om den första inte lyssnar – berätta för en till. Det är aldrig ens eget fel."
                ),
                Tone.LEAD,
            ),
            Cards(help_cards(entries, words)),
        ),
        on=way_on(words.ui("Avsluta lektionen")),
    )


def script(_app: App, _lesson: Lesson, words: Words) -> tuple[str, ...]:
    """Names make it easier to go there."""
    return (
        words.ui("Läs högt vilka man kan prata med. Säg kuratorns namn och var rummet ligger."),
        words.ui("Säg: Du behöver inte veta vad det är för att få prata med någon."),
        words.ui("Fråga inte klassen om någon har varit med om något."),
    )
