"""Which vignettes a class judges before its story and which after it: as alike as two halves can be, and never by chance."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from game.screens.lesson.state import Part
from game.story.vignettes import HALVES, Answer
from game.story.vignettes import Part as Measures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.screens.lesson.plan import Plan
    from game.screens.model import App
    from game.story.vignettes import Vignette, Vignettes

SHORT = 20
"""A lesson of so many minutes, or fewer, has few vignettes."""
FEW, MANY = 3, 5
_FIRST = (Answer.NOT_OK, Answer.OK, Answer.UNSURE)
"""In which order the kinds of vignettes are taken, so that few are as mixed as can be."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The vignettes before and after, in the order in which they are shown."""

    before: tuple[Vignette, ...] = ()
    after: tuple[Vignette, ...] = ()

    def of(self, part: Part) -> tuple[Vignette, ...]:
        """Those of one part of the lesson."""
        return self.after if part is Part.AFTER else self.before


def chosen(app: App, plan: Plan) -> Chosen:
    """The vignettes of a lesson: those for the ages of its story. Two classes with the same plan have the same ones."""
    about = next((each for each in app.library.abouts if each.id == plan.story), None)
    if about is None:
        return Chosen()
    there = app.library.vignettes.for_age(about.youngest, about.oldest)
    odd = sum(map(ord, about.id)) % 2
    first, second = (HALVES[1], HALVES[0]) if odd else HALVES
    many = FEW if plan.minutes <= SHORT else MANY
    helping = Measures.BYSTANDER if odd else Measures.HELP_SEEKING
    before = _some(there.half(first), helping, many)
    return Chosen(before, _like(before, there.half(second), helping))


def _some(half: Vignettes, helping: Measures, many: int) -> tuple[Vignette, ...]:
    """As many as there is time for; the last one is about getting help."""
    last = half.part(helping).entries[:1]
    judged = half.part(Measures.JUDGE).entries
    kinds = [[each for each in judged if each.answer is answer] for answer in _FIRST]
    mixed = [each for each in chain.from_iterable(zip_longest(*kinds)) if each]
    return (*mixed[: many - len(last)], *last)


def _like(before: Iterable[Vignette], half: Vignettes, helping: Measures) -> tuple[Vignette, ...]:
    """For each of those before one that is meant as the same, of the same topic and as hard where there is one."""
    left = [*half.part(Measures.JUDGE).entries, *half.part(helping).entries]
    found: list[Vignette] = []
    for each in before:
        alike = [other for other in left if (other.part, other.answer) == (each.part, each.answer)]
        best = min(alike, key=lambda other: _apart(each, other), default=None)
        if best:
            left.remove(best)
            found.append(best)
    return tuple(found)


def _apart(one: Vignette, other: Vignette) -> tuple[int, bool]:
    return abs(one.difficulty - other.difficulty), one.topic != other.topic
