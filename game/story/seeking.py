"""Finding a story: by age, by time, by whom it is about, or like another one; never by a kind of violence alone, for pupils.

Pure: what is sought, what is found, and which other searches would find something.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.story.coverage import AGES, Age

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.story.model import About

GROWN = Age(20, 120)
"""Those who work in the school: among stories of pupils, theirs are found only when they are asked for."""
TIMES = (15, 20)
"""The most minutes that a story may take, where the time is short."""
CIRCLES = {
    "friends": frozenset({"friend"}),
    "together": frozenset({"partner", "ex"}),
    "family": frozenset({"family", "honour"}),
    "net": frozenset({"online_stranger"}),
    "in_charge": frozenset({"adult_in_charge"}),
}
"""Whom a story is about, in the words of those who choose, and the contexts in which it then is."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What is sought; what is not said can be anything. `like` is the id of a story that others are like; a teacher may ask for a
    `form` too.
    """

    age: Age | None = None
    most: int = 0
    circle: str = ""
    form: str = ""
    like: str = ""


def found(abouts: Sequence[About], sought: Sought) -> tuple[About, ...]:
    """The stories that are sought, the youngest readers' first; those like another by how much they are like it."""
    of_pupils = [about for about in abouts if about.youngest < GROWN.youngest]
    there = abouts if sought.age or not of_pupils else of_pupils
    fit = [about for about in there if _fits(about, sought)]
    other = next((about for about in abouts if about.id == sought.like), None)
    if other is None:
        return tuple(sorted(fit, key=lambda about: (about.youngest, about.oldest)))
    near = [about for about in fit if about.id != other.id]
    return tuple(sorted(near, key=lambda about: -likeness(about, other)))


def likeness(one: About, other: About) -> int:
    """How much two stories have in common: contexts and age weigh more than a form."""
    contexts = len(set(one.contexts) & set(other.contexts))
    forms = len(set(one.forms) & set(other.forms))
    same_age = Age(one.youngest, one.oldest).meets(other)
    return 3 * contexts + forms + 3 * same_age


def turns(abouts: Sequence[About], sought: Sought) -> Iterator[tuple[str, Sought]]:
    """What can be sought next, one thing at a time, by the name of that thing: each time the value after the one that is, and after
    the last any. Nothing is offered that would find no story, or that would not change what is found.
    """
    for name, values in _values(abouts).items():
        fit = [value for value in values if _is_worth(abouts, sought, name, value)]
        if not fit:
            continue
        ring = [_ANY[name], *fit]
        now = getattr(sought, name)
        yield name, _with(sought, name, ring[(ring.index(now) + 1) % len(ring)] if now in ring else ring[0])


_ANY: dict[str, Age | int | str | None] = {"age": None, "most": 0, "circle": "", "form": ""}


def _values(abouts: Sequence[About]) -> dict[str, tuple[Age | int | str, ...]]:
    forms = dict.fromkeys(form for about in abouts for form in about.forms)
    return {"age": (*AGES, GROWN), "circle": tuple(CIRCLES), "most": TIMES, "form": tuple(forms)}


def _is_worth(abouts: Sequence[About], sought: Sought, name: str, value: Age | int | str) -> bool:
    """Whether it finds something, and not the same as any would."""
    those = found(abouts, _with(sought, name, value))
    return bool(those) and those != found(abouts, _with(sought, name, _ANY[name]))


def _with(sought: Sought, name: str, value: Age | int | str | None) -> Sought:
    match name, value:
        case "most", int() as most:
            return replace(sought, most=most)
        case "circle", str() as circle:
            return replace(sought, circle=circle)
        case "form", str() as form:
            return replace(sought, form=form)
        case _:
            return replace(sought, age=value if isinstance(value, Age) else None)


def _fits(about: About, sought: Sought) -> bool:
    of_age = sought.age is None or sought.age.meets(about)
    in_time = not sought.most or about.minutes <= sought.most
    near = not sought.circle or not CIRCLES[sought.circle].isdisjoint(about.contexts)
    return of_age and in_time and near and (not sought.form or sought.form in about.forms)
