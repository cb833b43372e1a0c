"""The end: asked first, then all is deleted; and what the teacher does if somebody tells afterwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.keys import Key
from game.screens.lesson import phrases
from game.screens.lesson.furniture import keyed, lesson_page, way_on
from game.screens.lesson.intents import Backward, EndLesson, KeepForNextWeek, PauseClass
from game.screens.lesson.place import kept_here
from game.screens.lesson.wire import Kind, Link, Phase, Step
from game.screens.page import Card, Heading, Item, Look, Page, Screen, Text, Tone

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.words import Words


def entered(app: App, lesson: Lesson) -> App:
    """Nothing of the lesson is left, here or elsewhere."""
    over = replace(lesson, hands={}, timer=None, coming=None, ticked=frozenset(), mark="", adult=None)
    return replace(app, lesson=over, play=None)


def onward(_app: App, _lesson: Lesson) -> App | None:
    """It is one page."""
    return None


def backward(_app: App, _lesson: Lesson) -> App | None:
    """It is one page."""
    return None


def asked(_app: App, _lesson: Lesson) -> Step:
    """Nothing; the hub has ended."""
    return Step("end", Kind.WATCH, phrases.ui("Lektionen är slut"))


def page(_app: App, lesson: Lesson, words: Words) -> Page:
    """Thank you, and what has become of the answers."""
    return lesson_page(
        Screen.LESSON_END,
        words.ui("Tack för i dag!"),
        (
            Text(words.ui("Ni har sett, lyssnat och övat på att berätta för en vuxen."), Tone.LEAD),
            Card(words.ui("Svaren"), _gone(lesson, words), icon="check"),
            Card(
                words.ui("Efteråt"),
                words.ui(
                    "Tänker du på något från lektionen? Prata med någon du litar på, i dag eller en annan dag."
                ),
                tone=Tone.HELP,
                icon="help",
            ),
        ),
        on=way_on(words.ui("Till startsidan")),
    )


def _gone(lesson: Lesson, words: Words) -> str:
    hub = lesson.hub
    if not lesson.hub_asked or hub.phase is Phase.ENDED:
        return words.ui("Allt från lektionen är raderat.")
    if hub.link is Link.LOST:
        return words.ui(
            "Allt raderas så snart kontakten är tillbaka, och senast fyra timmar efter att lektionen började."
        )
    return words.ui("Allt från lektionen raderas nu.")


def script(_app: App, lesson: Lesson, words: Words) -> tuple[str, ...]:
    """What to do if somebody tells afterwards; and where the class's file is."""
    file = lesson.file.where if lesson.file else ""
    return (
        words.ui("Stanna kvar en stund i klassrummet, så att den som vill kan komma fram."),
        words.ui(
            "Om någon berättar: lyssna lugnt, säg ”Bra att du berättar. Det är inte ditt fel.” Lova inte att hålla det hemligt."
        ),
        words.ui(
            "Prata med kuratorn samma dag, också om du är osäker. Skolan är skyldig att anmäla oro för ett barn."
        ),
        *((words.ui("Platsen i berättelsen är sparad i filen {where}", where=file),) if file else ()),
    )


# --- asked before, and between -----------------------------------------------------------------------


def asking_page(app: App, lesson: Lesson, words: Words) -> Page:
    """Whether the lesson is over. Nothing has focus but the way back to it."""
    stay = Item(Backward(), words.ui("Nej, fortsätt lektionen"), Look.MAIN, Key.SPACE, icon="back")
    kept = kept_here(app, lesson)
    label = words.ui("Var ligger filen?") if kept else words.ui("Spara platsen till nästa vecka")
    keep = Item(KeepForNextWeek(), label, key=Key.D1, icon="route")
    end = Item(EndLesson(sure=True), words.ui("Ja, avsluta och radera"), Look.DARK, Key.D2, icon="close")
    title = words.ui("Ska lektionen avslutas?")
    page = Page(
        Screen.LESSON_END,
        title,
        (
            Heading(title),
            Text(words.ui("Då raderas allt från lektionen: svaren, flaggorna och platserna."), Tone.LEAD),
            Text(_of_file(words, kept=kept), Tone.SMALL),
        ),
        foot=(keep, end, stay),
        default=stay.intent,
    )
    return keyed(page)


def _of_file(words: Words, *, kept: bool) -> str:
    if kept:
        return words.ui("Platsen i berättelsen är sparad i en fil. I filen står ingenting om någon elev.")
    return words.ui(
        "Vill ni fortsätta en annan dag kan platsen i berättelsen sparas i en fil. I filen står ingenting om någon elev."
    )


def paused_page(_app: App, _lesson: Lesson, words: Words) -> Page:
    """Everybody looks up."""
    on = Item(PauseClass(on=False), words.ui("Fortsätt"), Look.MAIN, Key.SPACE, icon="play")
    title = words.ui("Titta hit")
    rest = words.ui("Skärmarna vilar en stund. Det du har svarat är kvar.")
    return keyed(
        Page(
            Screen.LESSON_TALK,
            title,
            (Heading(title), Text(rest, Tone.LEAD)),
            foot=(on,),
            default=on.intent,
        )
    )


def welcome_page(_app: App, _lesson: Lesson, words: Words) -> Page:
    """What the class sees while the teacher makes ready in a window of their own."""
    return lesson_page(
        Screen.LESSON_TALK,
        words.ui("Snart börjar vi"),
        (Text(words.ui("Sätt dig där du sitter bra."), Tone.LEAD),),
        on=way_on(words.ui("Vidare")),
    )
