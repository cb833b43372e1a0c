"""The pictures of a pack as SVG, each with what it shows in words: places, people, icons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from game.format.files import read_text
from game.format.place_pictures import place_svg
from game.story.model import Expression
from game.view.art import ADULT, ICONS

if TYPE_CHECKING:
    from pathlib import Path

    from game.screens.model import Library
    from game.screens.words import Words
    from game.story.model import Person, Story
    from game.view.rig import Rig


_STAND = (0.36, 0.74)
"""Where people stand on a cover when a place does not say, from 0 (its left edge) to 1."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG and what it shows; "" in words is decoration."""

    svg: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Cover:
    """A place with somebody in it: one picture to whoever hears it. `at` is where each stands, from 0 to 1."""

    place: str
    people: tuple[str, ...]
    at: tuple[float, ...]
    alt: str


@dataclass(frozen=True, slots=True)
class Pictures:
    """What there is to draw with: the folder of the stories, and the people's rig, None where nobody can be drawn."""

    scenarios: Path
    rig: Rig | None

    def icon(self, name: str) -> str:
        """An icon, black; "" where it is not drawn."""
        return _icon(name)

    def head(self, person: Person, expression: Expression = Expression.NEUTRAL) -> Picture:
        """Somebody's face, for a round frame."""
        age = ADULT if person.adult else None
        return Picture(self.rig.head_svg(person.portrait, expression, default_age=age) if self.rig else "")

    def cover(self, story: Story, library: Library, words: Words) -> Cover | None:
        """The place and the people on the story's cover; None where the place is not drawn."""
        about = story.about
        place = about.cover or story.scenes[story.start].place
        svg = place_svg(self.scenarios / "places", place).value
        if svg is None:
            return None
        shown = about.cover_people[: len(_STAND)] if self.rig else ()
        people = tuple(
            self.rig.svg(person.portrait, standing.expression, posture=standing.posture)
            for person, standing in shown
            if self.rig
        )
        names = [words.of(about.id, "cast", person.name) for person, _ in shown]
        alt = ". ".join((*names, words.of("places", place, library.alts.get(place, ""))))
        return Cover(svg, people, _STAND[: len(people)], alt)


@cache
def _icon(name: str) -> str:
    return read_text(ICONS / f"{name}.svg", ICONS, name).value or ""
