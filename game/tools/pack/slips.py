"""To copy and cut: slips at the end of the lesson, without names, and cards to answer with where there are no devices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.library import Channel, help_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.words import Words
    from game.tools.pack.material import Material


@dataclass(frozen=True, slots=True)
class Ticked:
    """A sentence, and what can be ticked after it."""

    text: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerCard:
    """A card to hold against the chest: a letter or an icon, a word, and the shape behind it."""

    mark: str
    word: str
    shape: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Slips:
    """All of the page."""

    heading: str
    lead: str
    slip_title: str
    slip_note: str
    ticked: tuple[Ticked, ...]
    keep: str
    numbers: tuple[str, ...]
    cards_heading: str
    cards_lead: str
    cards: tuple[AnswerCard, ...]


def slips(material: Material) -> Slips:
    """The page of a pack."""
    words = material.words
    return Slips(
        heading=words.ui("Att kopiera och klippa"),
        lead=words.ui(
            "Alla får en lapp. Den har inga namn och inga rader att skriva på, så att den inte avslöjar någon."
        ),
        slip_title=words.ui("Efter lektionen"),
        slip_note=words.ui("Skriv inget namn. Kryssa, vik och lämna."),
        ticked=_ticked(words),
        keep=words.ui("Riv av och behåll"),
        numbers=tuple(_numbers(material)),
        cards_heading=words.ui("Svarskort för en klass utan skärmar"),
        cards_lead=words.ui(
            "Alla blundar och håller upp ett kort. Du räknar tyst. Ingen ser vad någon annan svarar."
        ),
        cards=_cards(material),
    )


def _ticked(words: Words) -> tuple[Ticked, ...]:
    yes = (words.ui("Ja"), words.ui("Kanske"), words.ui("Inte än"))
    return (
        Ticked(words.ui("Nu vet jag mer om vilka tecken man kan titta efter."), yes),
        Ticked(words.ui("Jag vet en vuxen som man kan berätta för."), yes),
        Ticked(
            words.ui("Det här vill jag prata mer om:"),
            (
                words.ui("Svartsjuka"),
                words.ui("Hemligheter"),
                words.ui("Att hjälpa en vän"),
                words.ui("Vem som lyssnar"),
            ),
        ),
    )


def _numbers(material: Material) -> Iterator[str]:
    for entry in help_for(material.library.help, material.story.about.youngest):
        if entry.channel is Channel.PHONE:
            name, contact = (
                material.words.of("help", entry.id, each) for each in (entry.name, entry.contact)
            )
            yield f"{name} {contact}"


def _cards(material: Material) -> tuple[AnswerCard, ...]:
    words, icon = material.words, material.pictures.icon
    return (
        AnswerCard("A", "", "circle"),
        AnswerCard("B", "", "square"),
        AnswerCard("C", "", "triangle"),
        AnswerCard("D", "", "diamond"),
        AnswerCard("", words.ui("Okej"), "plain", icon("healthy")),
        AnswerCard("", words.ui("Osäker"), "plain", icon("grey")),
        AnswerCard("", words.ui("Inte okej"), "plain", icon("hand")),
        AnswerCard("", words.ui("Det här känns fel"), "plain", icon("flag")),
    )
