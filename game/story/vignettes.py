"""What a class judges before and after a story, as immutable data: short situations of other people's."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Literal, TypeAlias

from game.story.logic import NOWHERE

if TYPE_CHECKING:
    from game.story.logic import Place

Half: TypeAlias = Literal["a", "b"]
"""One before the story, the other after it."""
HALVES: tuple[Half, ...] = ("a", "b")

BANDS = ((10, 12), (13, 15), (16, 19))
"""The ages that vignettes are written for, youngest first, both ends included."""
HELP_SEEKING = "help_seeking"
"""The topic of somebody who tells, or who is told."""
BYSTANDER = "bystander"
"""The topic of somebody who sees it happen to another."""


class Answer(Enum):
    """What a vignette is meant as, in the order in which pupils are asked. Nobody is told that an answer was wrong."""

    OK = "ok"
    UNSURE = "unsure"
    NOT_OK = "not_ok"


class Part(Enum):
    """What a vignette measures."""

    JUDGE = "judge"  # is this okay between people?
    HELP_SEEKING = "help_seeking"
    BYSTANDER = "bystander"


@dataclass(frozen=True, slots=True)
class Vignette:
    """One situation. `topic` is a form's id, `healthy`, `grey`, `HELP_SEEKING` or `BYSTANDER`.

    `difficulty` goes from 1, which nearly everybody sees, to 3. `why` is said once the class has answered.
    """

    id: str
    youngest: int
    oldest: int
    half: Half
    topic: str
    answer: Answer
    difficulty: int
    text: str
    why: str
    at: Place = field(default=NOWHERE, compare=False)

    @property
    def part(self) -> Part:
        """Every topic but two is for judging."""
        match self.topic:
            case "help_seeking":
                return Part.HELP_SEEKING
            case "bystander":
                return Part.BYSTANDER
            case _:
                return Part.JUDGE


@dataclass(frozen=True, slots=True)
class Vignettes:
    """Vignettes in the order in which they are shown. For the same ages both halves are equally hard."""

    entries: tuple[Vignette, ...] = ()

    def for_age(self, youngest: int, oldest: int) -> Vignettes:
        """Those for readers of these ages: of the youngest band that any of them belongs to, or else of the nearest.

        So nobody is shown what is written for those who are older. Empty only where there are none at all.
        """
        bands = sorted({(each.youngest, each.oldest) for each in self.entries})
        found = min(bands, key=lambda band: max(band[0] - oldest, youngest - band[1], 0), default=None)
        return Vignettes(tuple(each for each in self.entries if (each.youngest, each.oldest) == found))

    def half(self, half: Half) -> Vignettes:
        """One of the two halves."""
        return Vignettes(tuple(each for each in self.entries if each.half == half))

    def part(self, part: Part) -> Vignettes:
        """Those that measure one thing."""
        return Vignettes(tuple(each for each in self.entries if each.part is part))
