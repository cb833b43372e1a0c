"""What comes, before the first vignette: how many there are, how one answers, and who sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.lesson import hands, phrases, talk
from game.screens.lesson.furniture import lesson_page, way_on
from game.screens.lesson.state import Part
from game.screens.lesson.wire import Kind, Step
from game.screens.page import Screen, Text, Tone

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.page import Page
    from game.screens.words import Words


def asked(lesson: Lesson) -> Step:
    """Look at the projector, and hear what comes."""
    title = phrases.ui("Nu kommer några korta situationer")
    if lesson.part is Part.AFTER:
        title = phrases.ui("Nu kommer några situationer till")
    return Step(f"lead.{lesson.part.value}", Kind.WATCH, title, phrases.ui("Titta på tavlan"))


def page(lesson: Lesson, many: int, words: Words) -> Page:
    """All of it; before the second half only what is needed to remember."""
    title = words.plural("Nu kommer {n} kort situation", "Nu kommer {n} korta situationer", many)
    said = words.ui("Det finns inga poäng, och ni behöver inte tycka lika.")
    if lesson.part is Part.AFTER:
        title = words.plural("Nu kommer {n} situation till", "Nu kommer {n} situationer till", many)
        said = words.ui("Som förut: inga poäng, och ni behöver inte tycka lika.")
    lines = (said, how(lesson, words), promise(lesson, words))
    body = (*(Text(each, Tone.LEAD) for each in lines), *talk.running(lesson, words))
    return lesson_page(Screen.LESSON_TALK, title, body, on=way_on(words.ui("Börja")))


def how(lesson: Lesson, words: Words) -> str:
    """How one answers."""
    if not lesson.plan.with_hub:
        return words.ui("Blunda och räck upp handen för det du tycker.")
    if hands.raised(lesson):
        return words.ui("Svara på din skärm. Har du ingen: blunda och räck upp handen.")
    return words.ui("Svara på din skärm.")


def promise(lesson: Lesson, words: Words) -> str:
    """Who sees what one answers. The teacher who counts hands does see them."""
    if hands.raised(lesson):
        return words.ui("Ingen i klassen ser vad just du svarar. Läraren räknar bara händerna.")
    return words.ui("Ingen ser vad just du svarar.")


def script(lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What to say before they answer."""
    about = words.ui("Säg: Det handlar om påhittade personer. Inget svar är rätt eller fel.")
    if lesson.part is Part.AFTER:
        return (about, words.ui("Det är andra situationer än före berättelsen."))
    return (about, words.ui("Läs högt hur ni svarar, och fråga om alla förstår."))
