"""What an author sees beside the story while writing it: the mistakes in the file, and what is shown of it.

Pupils have none of this: `App.workshop` is None in their game.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.model import Library
    from game.story.engine import Machine


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file. `marked` is where in its text something is wrong, from and to; equal: right there, in between."""

    number: int
    text: str
    marked: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that is wrong with the file, in the author's language, with the rows that it is about.

    `why` is one sentence. Line and column count from 1; 0 means the whole file.
    """

    code: str
    error: bool
    file: str
    line: int
    column: int
    what: str
    meant: str = ""
    why: str = ""
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a preview knows of the file that it follows.

    `scene` is the one that was asked for at first, "" for the start. `stale` is True while the file cannot be
    read and an older version is shown.
    """

    scene: str = ""
    mistakes: tuple[Mistake, ...] = ()
    stale: bool = False

    @property
    def errors(self) -> int:
        """How many mistakes must be mended."""
        return sum(each.error for each in self.mistakes)

    @property
    def warnings(self) -> int:
        """How many things should be looked at."""
        return len(self.mistakes) - self.errors


@dataclass(frozen=True, slots=True)
class FileRead:
    """The file was read again. `machine` and `library` are None where there is nothing new to be shown.

    With `calls` the author has to look at the mistakes; with `pictures`, some were drawn anew.
    """

    workshop: Workshop
    machine: Machine | None = None
    library: Library | None = None
    calls: bool = False
    pictures: bool = False


@dataclass(frozen=True, slots=True)
class OpenScene:
    """Go to a scene, by a shortest way that leads there; where there is none, as if one came from nowhere."""

    scene: str


@dataclass(frozen=True, slots=True)
class Reload:
    """Read the file again, now."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A mistake on a page; `place` says in words where it stands."""

    mistake: Mistake
    place: str
