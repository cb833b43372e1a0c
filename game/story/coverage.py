"""Which forms of violence there are stories about, in which context and for which age, and which there are none about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.story.model import About


@dataclass(frozen=True, slots=True)
class Age:
    """Some years, both ends included."""

    youngest: int
    oldest: int

    def meets(self, about: About) -> bool:
        """Whether a story is for some of those years."""
        return about.youngest <= self.oldest and self.youngest <= about.oldest


AGES = (Age(10, 12), Age(13, 15), Age(16, 19))


@dataclass(frozen=True, slots=True)
class Cell:
    """The ids of the stories about one form, in one context, for one age."""

    form: str
    context: str
    age: Age
    stories: tuple[str, ...]


def covered(abouts: Iterable[About], forms: Sequence[str], contexts: Sequence[str]) -> tuple[Cell, ...]:
    """All cells: by age, then context, then form, each in the order given. A story counts by what its head says."""
    known = tuple(abouts)
    return tuple(
        Cell(form, context, age, tuple(each.id for each in known if _is_about(each, form, context, age)))
        for age in AGES
        for context in contexts
        for form in forms
    )


def _is_about(about: About, form: str, context: str, age: Age) -> bool:
    return form in about.forms and about.context == context and age.meets(about)
