"""A picture for the wall: one page, A3, whom one can tell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.library import Channel, help_for
from game.story.model import Expression, Tell

if TYPE_CHECKING:
    from game.story.library import Help
    from game.tools.pack.material import Material
    from game.tools.pack.pictures import Picture

MOST_FACES = 4
_FACES = (Expression.HAPPY, Expression.NEUTRAL, Expression.RELIEVED, Expression.HAPPY)


@dataclass(frozen=True, slots=True)
class Somebody:
    """Somebody to turn to."""

    name: str
    contact: str
    hours: str
    what: str
    icon: str


@dataclass(frozen=True, slots=True)
class Poster:
    """All of the picture. `blanks` are filled in by hand; what is in `small` stands at the foot."""

    heading: str
    lead: str
    faces: tuple[Picture, ...]
    school_heading: str
    blanks: tuple[str, ...]
    blank_hint: str
    others: tuple[Somebody, ...]
    more: str
    small: str


def poster(material: Material) -> Poster:
    """The picture, for the readers of the story, and for all who pass by it."""
    words = material.words
    entries = help_for(material.library.help, material.story.about.youngest)
    read = sorted({entry.checked_on for entry in entries if entry.channel is not Channel.PERSON})
    return Poster(
        heading=words.ui("Vem kan jag prata med?"),
        lead=words.ui(
            "Om något känns fel, hos dig eller hos en kompis: berätta för en vuxen. Det är aldrig ditt fel."
        ),
        faces=_faces(material),
        school_heading=words.ui("Här på skolan"),
        blanks=(words.ui("Kurator"), words.ui("Skolsköterska"), words.ui("En till som lyssnar")),
        blank_hint=words.ui("Namn, rum och tid"),
        others=tuple(_somebody(entry, material) for entry in entries if entry.id != "school"),
        more=words.ui("Lyssnade inte den första? Berätta för en till."),
        small=words.ui("Uppgifterna lästes {first} till {last}.", first=read[0], last=read[-1])
        if read
        else "",
    )


def _faces(material: Material) -> tuple[Picture, ...]:
    """Some adults of the story who listen whenever they are told; decoration, for their names say nothing here."""
    tells = [scene.exit for scene in material.story.scenes.values() if isinstance(scene.exit, Tell)]
    heard = [hearing for tell in tells for hearing in tell.hearings]
    listening = {each.adult for each in heard if each.listens} - {
        each.adult for each in heard if not each.listens
    }
    adults = [person for id_, person in material.story.cast.items() if id_ in listening and person.portrait]
    return tuple(
        material.pictures.head(person, face)
        for person, face in zip(adults[:MOST_FACES], _FACES, strict=False)
    )


def _somebody(entry: Help, material: Material) -> Somebody:
    name, contact, hours, what = (
        material.words.of("help", entry.id, text)
        for text in (entry.name, entry.contact, entry.hours, entry.what)
    )
    return Somebody(name, contact, hours, what, material.pictures.icon(_ICONS[entry.channel]))


_ICONS = {Channel.PERSON: "person", Channel.PHONE: "phone_call", Channel.CHAT: "chat", Channel.WEB: "web"}
