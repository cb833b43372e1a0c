"""What a teacher can mean on the stage and in the teacher's window: plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from game.screens.lesson.wire import HubSeen

if TYPE_CHECKING:
    from game.screens.lesson.plan import Taking
    from game.screens.lesson.state import ClassPath
    from game.story.seeking import Sought


@dataclass(frozen=True, slots=True)
class StartLesson:
    """Begin a lesson with the class; `rehearsal` for one with pupils that are simulated."""

    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class Onward:
    """The next thing in the lesson, whatever it is."""


@dataclass(frozen=True, slots=True)
class Backward:
    """The thing before."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A row of the checklist is so, or not."""

    row: int


@dataclass(frozen=True, slots=True)
class PlanStory:
    """The story of the lesson."""

    id: str


@dataclass(frozen=True, slots=True)
class ChooseStory:
    """Show the stories that are sought, to choose the lesson's among."""

    sought: Sought


@dataclass(frozen=True, slots=True)
class AnotherStory:
    """The class begins with another story than last time; which ones it has played is known."""


@dataclass(frozen=True, slots=True)
class PlanMinutes:
    """How long the lesson is."""

    minutes: int


@dataclass(frozen=True, slots=True)
class PlanTaking:
    """One way of taking part is used, or not."""

    taking: Taking
    on: bool


@dataclass(frozen=True, slots=True)
class PlanVignettes:
    """With vignettes before and after, or without."""

    on: bool


@dataclass(frozen=True, slots=True)
class PlanVoting:
    """The class votes at every choice, or the teacher chooses for it."""

    on: bool


@dataclass(frozen=True, slots=True)
class LockLobby:
    """Nobody new comes in, or they do again."""

    on: bool


@dataclass(frozen=True, slots=True)
class GiveUpSeat:
    """The seat with this symbol is free again."""

    symbol: str


@dataclass(frozen=True, slots=True)
class OpenAnswers:
    """The class may answer now."""


@dataclass(frozen=True, slots=True)
class CloseAnswers:
    """No more answers."""


@dataclass(frozen=True, slots=True)
class ShowAnswers:
    """Show how the class answered."""


@dataclass(frozen=True, slots=True)
class AskAgain:
    """The same question once more."""


@dataclass(frozen=True, slots=True)
class Take:
    """What the class does: the number of an option on this page, from 0."""

    option: int


@dataclass(frozen=True, slots=True)
class CountHands:
    """So many hands more (or fewer, below 0) for an option."""

    option: int
    by: int


@dataclass(frozen=True, slots=True)
class TypeHands:
    """Put in how many hands there are for an option."""

    option: int


@dataclass(frozen=True, slots=True)
class HandDigit:
    """The next digit of their number."""

    digit: int


@dataclass(frozen=True, slots=True)
class StartTimer:
    """A gentle timer of so many seconds."""

    seconds: int


@dataclass(frozen=True, slots=True)
class StopTimer:
    """Take the timer away."""


@dataclass(frozen=True, slots=True)
class Ticked:
    """Time has gone on: seconds from any start, never backwards. Sent about once a second while a timer runs."""

    at: float


@dataclass(frozen=True, slots=True)
class PauseClass:
    """Everybody looks up; or everybody goes on."""

    on: bool


@dataclass(frozen=True, slots=True)
class SkipPart:
    """Leave out what comes now: the rest of this part of the lesson; in the story, what is left of its chapter.

    Where the class would lose something by it the teacher is asked first; then the rest of the part goes (`sure`).
    """

    sure: bool = False


@dataclass(frozen=True, slots=True)
class NextChapter:
    """Go on to the next chapter of the story, also where the game then decides for the class."""


@dataclass(frozen=True, slots=True)
class TuckBar:
    """Show or hide the teacher's things to press on the only display."""


@dataclass(frozen=True, slots=True)
class TwoWindows:
    """The teacher's things stand in a window of their own, on another display; or they do not (any more)."""

    on: bool


@dataclass(frozen=True, slots=True)
class HandsOnly:
    """Nobody can take part with a device: what that needs is not there on this computer."""


@dataclass(frozen=True, slots=True)
class KeepForNextWeek:
    """Write the class's path into a file; once that has been done, say where it is."""


@dataclass(frozen=True, slots=True)
class FromLastWeek:
    """Read the class's path from a file."""


@dataclass(frozen=True, slots=True)
class PathKept:
    """The file was written there, or (None) could not be."""

    where: str | None


@dataclass(frozen=True, slots=True)
class PathFound:
    """What the file of a class holds, with its story opened; or a calm sentence that says why it cannot be used."""

    path: ClassPath | None
    refused: str = ""


@dataclass(frozen=True, slots=True)
class PrintPack:
    """Make the teacher's guide to the story of the lesson, as a file to print."""


@dataclass(frozen=True, slots=True)
class PackFor:
    """The guide has the numbers of the municipality with this id."""

    municipality: str


@dataclass(frozen=True, slots=True)
class PackMade:
    """The guide was made, or not: `told` says where it is, or why not, in a sentence."""

    told: str


@dataclass(frozen=True, slots=True)
class EndLesson:
    """The lesson is over; all that was about it is deleted. First asked, then done (`sure`)."""

    sure: bool = False


Packed: TypeAlias = PrintPack | PackFor | PackMade
LessonIntent: TypeAlias = (
    StartLesson
    | Onward
    | Backward
    | Tick
    | PlanStory
    | ChooseStory
    | AnotherStory
    | PlanMinutes
    | PlanTaking
    | PlanVignettes
    | PlanVoting
    | LockLobby
    | GiveUpSeat
    | OpenAnswers
    | CloseAnswers
    | ShowAnswers
    | AskAgain
    | Take
    | CountHands
    | TypeHands
    | HandDigit
    | StartTimer
    | StopTimer
    | Ticked
    | PauseClass
    | SkipPart
    | NextChapter
    | TuckBar
    | TwoWindows
    | HandsOnly
    | KeepForNextWeek
    | FromLastWeek
    | PathKept
    | PathFound
    | Packed
    | EndLesson
    | HubSeen
)
