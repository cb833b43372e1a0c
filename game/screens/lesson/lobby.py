"""Pupils come in with their devices: the address, the code, and how many there are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.lesson import phrases
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.joining import trouble
from game.screens.lesson.wire import Kind, Step
from game.screens.page import Screen, Text, Tone

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words


def entered(app: App, lesson: Lesson) -> App:
    """Whoever is there already stays."""
    return replace(app, lesson=lesson)


def onward(_app: App, _lesson: Lesson) -> App | None:
    """It is one page."""
    return None


def backward(_app: App, _lesson: Lesson) -> App | None:
    """It is one page."""
    return None


def asked(_app: App, _lesson: Lesson) -> Step:
    """Look at the projector; the device has its symbol."""
    return Step("lobby", Kind.WATCH, phrases.ui("Du är med"), phrases.ui("Titta på tavlan. Snart börjar vi."))


def page(_app: App, lesson: Lesson, words: Words) -> Page:
    """How many have come, and what nobody can see."""
    joined = lesson.hub.joined
    count = words.plural("{n} är med", "{n} är med", joined) if joined else words.ui("Ingen är med än")
    return lesson_page(
        Screen.LESSON_LOBBY,
        words.ui("Välkomna!"),
        (
            Text(count, Tone.BIG),
            Text(
                words.ui("Ni får varsin symbol i stället för namn. Ingen ser vad just du svarar."), Tone.LEAD
            ),
            Text(words.ui("Har du ingen egen skärm? Dela med någon, eller räck upp handen."), Tone.LEAD),
        ),
        on=way_on(words.ui("Alla är med, vi börjar") if joined else words.ui("Börja utan skärmar")),
    )


def script(_app: App, lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What to say while they come; and what to do when they do not."""
    hub = lesson.hub
    wrong = trouble(hub, words)
    more = words.plural("{n} plats är tagen.", "{n} platser är tagna.", hub.joined)
    check = words.ui("Är ni färre i klassen har någon tagit två. Säg bara att var och en tar en.")
    return (
        words.ui("Säg: Öppna webbläsaren, skriv adressen som står på tavlan och sedan koden."),
        *((wrong,) if wrong else ()),
        *((f"{more} {check}",) if hub.joined else ()),
        _late(words, locked=hub.locked),
    )


def _late(words: Words, *, locked: bool) -> str:
    if locked:
        return words.ui("Nu kommer ingen ny in. Den som redan är med kommer alltid tillbaka till sin plats.")
    return words.ui("Den som kommer sent kan alltid gå med, när som helst.")
