"""Something in the program itself went wrong: what a player is told of it, and what can be asked for then."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.screens.words import Words


@dataclass(frozen=True, slots=True)
class Crash:
    """What is said of it. `code` is for those who make the game, and says nothing of the play.

    `resume` is the play's code, "" where there is none. `again` when going on led straight back here.
    """

    code: str
    version: str
    resume: str = ""
    again: bool = False


class Folder(Enum):
    """Where a report was put."""

    DESKTOP = auto()
    HOME = auto()


@dataclass(frozen=True, slots=True)
class SaveReport:
    """Write what went wrong into a file; the answer is `ReportSaved`."""


@dataclass(frozen=True, slots=True)
class ReportSaved:
    """The report is a file of this name there; `folder` is None where nothing could be written."""

    folder: Folder | None
    name: str = ""


@dataclass(frozen=True, slots=True)
class CrashedScreen:
    """Something went wrong, and the play is still here."""

    crash: Crash
    saved: ReportSaved | None = None


class Clerk(Protocol):
    """Notes what goes wrong, and writes it down when the player wants that."""

    @property
    def version(self) -> str:
        """Which version of the game this is."""
        ...

    def noted(self, error: BaseException) -> str:
        """The code of an error, which is the one that `written` is about from now on."""
        ...

    def written(self, window: tuple[int, int], scale: float) -> ReportSaved:
        """Writes the report, with the size of the window; no error is raised."""
        ...


def told(crash: Crash, numbers: tuple[tuple[str, str], ...], words: Words) -> tuple[str, ...]:
    """All of it as a few lines, where there is no page: each whom to call as a name and a number."""
    return (
        words.ui("Programmet stannade till. Det är inget du har gjort."),
        words.ui(
            "Säg till din lärare: fel {code}, version {version}.", code=crash.code, version=crash.version
        ),
        *((words.ui("Koden för att fortsätta: {code}", code=crash.resume),) if crash.resume else ()),
        *(f"{name}: {number}" for name, number in numbers),
    )
