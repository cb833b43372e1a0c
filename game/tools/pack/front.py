"""The first page: what the story is about, what to have in order before the lesson, and why the school does this."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.screens.lesson.parts import section
from game.screens.lesson.state import Lesson, Part
from game.screens.page import Buttons
from game.tools.pack.law import CHILDREN

if TYPE_CHECKING:
    from game.screens.words import Words
    from game.tools.pack.material import Material
    from game.tools.pack.pictures import Cover

CURRICULUM = "https://www.skolverket.se/om-oss/var-verksamhet/skolverkets-prioriterade-omraden/laro--kurs--och-amnesplaner-som-andras/andringar-om-sexualitet-samtycke-och-relationer-i-laroplanerna"
"""Where the National Agency for Education says what the curricula ask for (read on 2026-11-26)."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A sentence, and where it can be read up: the address, and what is shown of it. Both are "" where there is nothing."""

    text: str
    url: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Front:
    """All of the first page."""

    kicker: str
    title: str
    summary: str
    facts: tuple[str, ...]
    cover: Cover | None
    draft: str
    note_heading: str
    note: str
    note_more: str
    ready_heading: str
    ready: tuple[str, ...]
    how_heading: str
    how: tuple[str, ...]
    why_heading: str
    why: tuple[Linked, ...]


def front(material: Material) -> Front:
    """The first page of a pack."""
    words, told, about = material.words, material.told, material.story.about
    return Front(
        kicker=words.ui("Lärarhandledning"),
        title=told.about(about.title),
        summary=told.about(about.summary),
        facts=(
            words.ui("{youngest}–{oldest} år", youngest=about.youngest, oldest=about.oldest),
            words.ui("40 eller 60 minuter"),
            words.ui("Inga förkunskaper behövs"),
        ),
        cover=material.pictures.cover(material.story, material.library, words),
        draft=_draft(material),
        note_heading=words.ui("Det här handlar berättelsen om"),
        note=told.about(about.notes),
        note_more=words.ui(
            "Våldet syns aldrig i bild. Räkna ändå med att någon i klassen känner igen sig: i en klass på 25 är det ungefär fem. Du behöver inte veta vilka. Det räcker att du lyssnar och vet vem du ringer."
        ),
        ready_heading=words.ui("Innan ni börjar"),
        ready=_ready(material),
        how_heading=words.ui("Så håller du lektionen trygg"),
        how=_how(words),
        why_heading=words.ui("Varför i skolan?"),
        why=_why(words),
    )


def _draft(material: Material) -> str:
    if material.story.about.review == "approved":
        return ""
    return material.words.ui("Utkast: ingen utanför projektet har granskat berättelsen. Läs den själv först.")


def _ready(material: Material) -> tuple[str, ...]:
    """The rows of the game's own list."""
    lesson = Lesson(part=Part.CHECKLIST)
    page = section(lesson).page(material.app, lesson, material.words)
    return tuple(item.label for block in page.body if isinstance(block, Buttons) for item in block.items)


def _how(words: Words) -> tuple[str, ...]:
    return (
        words.ui("Prata om personerna i berättelsen, aldrig om elevernas egna liv."),
        words.ui("Inga poäng och inga fel svar. Klassen kan gå tillbaka och välja om."),
        words.ui("Ingen behöver säga något högt. Den som vill får gå ut en stund."),
        words.ui("Den som hellre gör något annat får en likvärdig uppgift, utan att förklara varför."),
    )


def _why(words: Words) -> tuple[Linked, ...]:
    return (
        Linked(
            words.ui(
                "Läroplanen: elever ska få veta hur de kan få hjälp om de känner sig otrygga, i skolan eller utanför. Rektorn ansvarar för att sexualitet, samtycke och relationer, och kunskap om hedersrelaterat våld och förtryck, kommer tillbaka i undervisningen."
            ),
            CURRICULUM,
            words.ui("Läs mer hos Skolverket"),
        ),
        Linked(words.ui("Barnkonventionen är svensk lag ({law}).", law=CHILDREN.value)),
    )
