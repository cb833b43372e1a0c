"""The questions that the story gives a class to talk about, each with what its teacher can listen for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.model import Choices, Tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.words import Words
    from game.story.model import Scene, Story
    from game.tools.pack.material import Material


@dataclass(frozen=True, slots=True)
class Question:
    """A question: its number on the map, where it comes, and what to listen for."""

    number: int
    question: str
    where: str
    listen: str


@dataclass(frozen=True, slots=True)
class Talking:
    """All of the page."""

    heading: str
    lead: str
    listen_label: str
    questions: tuple[Question, ...]
    guide_heading: str
    guide: tuple[str, ...]


def asking(story: Story) -> Iterator[tuple[int, Scene, Choices | Tell]]:
    """The scenes in which a class talks, in the order of the story, each with its number."""
    number = 0
    for scene in story.scenes.values():
        if isinstance(scene.exit, Choices | Tell) and scene.exit.talk:
            number += 1
            yield number, scene, scene.exit


def talking(material: Material) -> Talking:
    """The page of a pack."""
    words = material.words
    return Talking(
        heading=words.ui("Frågor att prata om"),
        lead=words.ui("Numren står också på kartan. Ni hinner några av dem, beroende på vad klassen väljer."),
        listen_label=words.ui("Lyssna efter"),
        questions=tuple(_question(material, *each) for each in asking(material.story)),
        guide_heading=words.ui("Så leder du samtalet"),
        guide=_guide(words),
    )


def _question(material: Material, number: int, scene: Scene, way_out: Choices | Tell) -> Question:
    words, told = material.words, material.told
    chapters = material.story.chapters
    known = 0 < scene.chapter <= len(chapters)
    asked = told.scene(scene.id, way_out.ask)
    where = f"{told.about(chapters[scene.chapter - 1])} · {asked}" if known else asked
    listen = told.scene(scene.id, way_out.listen) if way_out.listen else _anything(words)
    return Question(number, told.scene(scene.id, way_out.talk), where, listen)


def _anything(words: Words) -> str:
    """For a question whose author has not said what to listen for."""
    return words.ui(
        "Olika tankar, och ord som visar att någon försöker förstå. Fråga: Hur kan det kännas för personen i berättelsen?"
    )


def _guide(words: Words) -> tuple[str, ...]:
    return (
        words.ui("Först två och två, sedan tillsammans. Räkna tyst till tio innan du hjälper till."),
        words.ui("Ta emot alla svar. Fråga ”Vad får dig att tänka så?” hellre än att säga vem som har rätt."),
        words.ui("Säger någon ”hon får skylla sig själv”: ”Vem är det som bestämmer över någon annan här?”"),
        words.ui(
            "Börjar någon prata om sig själv: tacka, stoppa mjukt och fortsätt samtalet efter lektionen."
        ),
    )
