"""Whom one can talk to: said to the whole class, so that nobody has to ask. First the few that everybody should remember."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.help import help_cards, youngest_reader
from game.screens.lesson import phrases
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.wire import Kind, Step
from game.screens.page import Screen, Text, Tone
from game.story.library import help_for

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words
    from game.story.library import Help

FIRST = ("bris", "school", "emergency")
"""The ids of those who come first, large, in this order."""
FEW = 3
"""So many are on a page that is read from the back row."""


def entered(app: App, lesson: Lesson) -> App:
    """The first page."""
    return _at(app, lesson, 0)


def onward(app: App, lesson: Lesson) -> App | None:
    """Those who are on the next page."""
    return _at(app, lesson, lesson.at + 1) if lesson.at + 1 < len(_pages(app)) else None


def backward(app: App, lesson: Lesson) -> App | None:
    """Those who are on the page before."""
    return _at(app, lesson, lesson.at - 1) if lesson.at > 0 else None


def _at(app: App, lesson: Lesson, at: int) -> App:
    return replace(app, lesson=replace(lesson, at=at), focus=None)


def _pages(app: App) -> tuple[tuple[Help, ...], ...]:
    """Everybody who may be shown to the youngest of the story's readers, a few at a time."""
    entries = help_for(app.library.help, youngest_reader(app))
    there = {entry.id: entry for entry in entries}
    first = tuple(there[id_] for id_ in FIRST if id_ in there)
    rest = tuple(entry for entry in entries if entry not in first)
    later = tuple(rest[start : start + FEW] for start in range(0, len(rest), FEW))
    return (first, *later) if first else later


def asked(_app: App, _lesson: Lesson) -> Step:
    """The same page for everybody, with all of them."""
    return Step("help", Kind.HELP, phrases.ui("Vem kan man prata med?"))


def page(app: App, lesson: Lesson, words: Words) -> Page:
    """A few of them, with what matters more than whom one chooses."""
    pages = _pages(app)
    there = pages[min(lesson.at, len(pages) - 1)] if pages else ()
    last = lesson.at + 1 >= len(pages)
    lead = words.ui("Det är aldrig ens eget fel. Berätta för en vuxen.")
    if lesson.at:
        lead = words.ui("Om den första inte lyssnar – berätta för en till.")
    # The date on which a number was last looked up is for those who look after it.
    cards = tuple(
        replace(card, small=words.of("help", entry.id, entry.hours))
        for card, entry in zip(help_cards(there, words), there, strict=True)
    )
    return lesson_page(
        Screen.LESSON_HELP,
        words.ui("Vem kan man prata med?"),
        (Text(lead, Tone.LEAD), *cards),
        on=way_on(words.ui("Avsluta lektionen") if last else words.ui("Fler att prata med")),
    )


def script(_app: App, lesson: Lesson, words: Words) -> tuple[str, ...]:
    """Names make it easier to go there."""
    first = words.ui("Läs högt vilka man kan prata med. Säg kuratorns namn och var rummet ligger.")
    if lesson.at:
        first = words.ui("Läs högt. Fråga: Vem mer kan man berätta för?")
    return (
        first,
        words.ui("Säg: Du behöver inte veta vad det är för att få prata med någon."),
        words.ui("Fråga inte klassen om någon har varit med om något."),
    )
