"""The lesson by the minute: the same parts and the same minutes as in the game's own lesson."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.screens.lesson.helps import helps
from game.screens.lesson.order import part_name, schedule
from game.screens.lesson.parts import section
from game.screens.lesson.plan import Plan, Taking
from game.screens.lesson.state import Lesson, Part
from game.screens.lesson.vignette_choice import chosen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.page import Card
    from game.screens.words import Words
    from game.tools.pack.material import Material

LENGTHS = (40, 60)
"""The lessons, in minutes, that a pack has side by side."""
_SAID = 3
"""So many sentences of what to do stand beside a part; the game has the rest."""


@dataclass(frozen=True, slots=True)
class Row:
    """A part of the lesson: from which minute to which in each of the lessons, and what to say and do."""

    times: tuple[str, ...]
    name: str
    script: tuple[str, ...]
    story: bool = False


@dataclass(frozen=True, slots=True)
class Titled:
    """Something in a few words, under its title."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """All of the page."""

    heading: str
    lead: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str
    if_heading: str
    ifs: tuple[Titled, ...]


def minutes(material: Material) -> Minutes:
    """The page of a pack; the class raises its hands, for which nothing has to be installed."""
    words = material.words
    times = tuple(words.ui("{minutes} min", minutes=each) for each in LENGTHS)
    return Minutes(
        heading=words.ui("Lektionen, minut för minut"),
        lead=words.ui(
            "Spelet leder lektionen på projektorn: välj Lektion med klassen på startsidan. Här är samma lektion på papper, för hela klassen med handuppräckning."
        ),
        columns=(*times, words.ui("Del"), words.ui("Så gör du")),
        rows=tuple(_rows(material)),
        note=words.ui(
            "Svarar eleverna på egna skärmar tar det några minuter till i början, och berättelsen får lite mindre tid. Hinner ni inte klart? Spara platsen och fortsätt en annan dag."
        ),
        if_heading=words.ui("Om något händer"),
        ifs=tuple(Titled(card.title, card.text) for card in _ifs(words)),
    )


def _plan(material: Material, length: int) -> Plan:
    plan = Plan(material.story.about.id, length, frozenset({Taking.HANDS}))
    asked = bool(chosen(material.app, plan).before)
    return Plan(plan.story, length, plan.taking, vignettes=asked)


def _rows(material: Material) -> Iterator[Row]:
    words, plans = material.words, [_plan(material, each) for each in LENGTHS]
    for stretches in zip(*map(schedule, plans), strict=True):
        part = stretches[0].part
        yield Row(
            times=tuple(f"{each.start}–{each.end}" for each in stretches),
            name=part_name(part, words),
            script=_script(material, plans[0], part),
            story=part is Part.STORY,
        )


def _script(material: Material, plan: Plan, part: Part) -> tuple[str, ...]:
    words = material.words
    if part is Part.STORY:
        return (
            words.ui(
                "Läs högt i lugn takt, eller låt elever läsa. Ni är kompisen, aldrig den som är utsatt."
            ),
            words.ui(
                "Klassen väljer vad kompisen gör. Där det finns en fråga att prata om: två och två i en minut först."
            ),
        )
    lesson = Lesson(plan=plan, part=part)
    return section(lesson).script(material.app, lesson, words)[:_SAID]


def _ifs(words: Words) -> tuple[Card, ...]:
    """What can come up in any part, and in those where it is most needed; each once."""
    parts = (Part.HELP, Part.SIGNS, Part.STORY)
    return tuple({card.title: card for part in parts for card in helps(part, words)}.values())
