"""Which forms of violence there are stories about, in which context and for which age, and which there are none about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.story.library import Form
    from game.story.model import About
    from game.story.vignettes import Vignettes


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
    return form in about.forms and context in about.contexts and age.meets(about)


@dataclass(frozen=True, slots=True)
class Hole:
    """A form that no story for an age is about. `why` says why that is right, "" where nothing does.

    `judged`: the questions before and after a story take it up. `early`: the form is not told of at that age at all.
    """

    form: str
    age: Age
    why: str
    judged: bool
    early: bool

    @property
    def explained(self) -> bool:
        """Whether something says why it is right."""
        return bool(self.why) or self.early


def holes(abouts: Iterable[About], forms: Iterable[Form], vignettes: Vignettes) -> tuple[Hole, ...]:
    """By age, then form, each in the order given."""
    known, own = tuple(abouts), tuple(forms)
    return tuple(
        Hole(
            form.id,
            age,
            next((each.why for each in form.untold if _within(age, each.youngest, each.oldest)), ""),
            any(
                each.topic == form.id and _within(age, each.youngest, each.oldest)
                for each in vignettes.entries
            ),
            age.oldest < form.youngest,
        )
        for age in AGES
        for form in own
        if not any(form.id in each.forms and age.meets(each) for each in known)
    )


def _within(age: Age, youngest: int, oldest: int) -> bool:
    return youngest <= age.youngest and age.oldest <= oldest
