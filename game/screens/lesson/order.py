"""Which parts a lesson has, in which order, what they are called, and when each should begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from game.screens.lesson.state import Part

if TYPE_CHECKING:
    from game.screens.lesson.plan import Plan
    from game.screens.words import Words

PREPARED = (Part.CHECKLIST, Part.PLAN)
"""What the teacher does before the class comes."""

_VIGNETTES = frozenset({Part.BEFORE, Part.AFTER, Part.CHART})
_SHORT = {Part.LOBBY: 2, Part.PRACTISE: 1, Part.BEFORE: 2, Part.SIGNS: 3, Part.AFTER: 2, Part.HELP: 1}
_USUAL = {
    Part.LOBBY: 3,
    Part.PRACTISE: 2,
    Part.BEFORE: 4,
    Part.SIGNS: 5,
    Part.AFTER: 4,
    Part.CHART: 1,
    Part.HELP: 2,
}
_SHORTEST = 20


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a lesson, from one minute to another."""

    part: Part
    start: int
    end: int


def parts_of(plan: Plan) -> tuple[Part, ...]:
    """The parts of a lesson, in their order."""
    return tuple(part for part in Part if _belongs(part, plan))


def _belongs(part: Part, plan: Plan) -> bool:
    return (part is not Part.LOBBY or plan.with_hub) and (part not in _VIGNETTES or plan.vignettes)


def after(part: Part, plan: Plan) -> Part | None:
    """The part that follows; None after the last one."""
    order = list(Part)
    later = order[order.index(part) + 1 :]
    return next((each for each in later if _belongs(each, plan)), None)


def before(part: Part, plan: Plan) -> Part | None:
    """The part before; None before the first one."""
    order = list(Part)
    earlier = order[: order.index(part)]
    return next((each for each in reversed(earlier) if _belongs(each, plan)), None)


def schedule(plan: Plan) -> tuple[Stretch, ...]:
    """How the minutes are spread: what the other parts leave is the story's. The last stretch ends with the lesson."""
    each = _SHORT if plan.minutes <= _SHORTEST else _USUAL
    there = [part for part in parts_of(plan) if part in each or part is Part.STORY]
    story = plan.minutes - sum(each.get(part, 0) for part in there)
    stretches, start = [], 0
    for part in there:
        end = start + (story if part is Part.STORY else each[part])
        stretches.append(Stretch(part, start, end))
        start = end
    return tuple(stretches)


def part_name(part: Part, words: Words) -> str:
    """What a teacher calls a part."""
    match part:
        case Part.CHECKLIST:
            return words.ui("Innan ni börjar")
        case Part.PLAN:
            return words.ui("Planera lektionen")
        case Part.LOBBY:
            return words.ui("Alla kommer in")
        case Part.PRACTISE:
            return words.ui("Öva Dölj")
        case Part.BEFORE:
            return words.ui("Frågor före")
        case Part.STORY:
            return words.ui("Berättelsen")
        case Part.SIGNS:
            return words.ui("Vad såg vi?")
        case Part.AFTER:
            return words.ui("Frågor efter")
        case Part.CHART:
            return words.ui("Jämför före och efter")
        case Part.HELP:
            return words.ui("Vem kan man prata med?")
        case Part.END:
            return words.ui("Slut")
        case _:
            assert_never(part)
