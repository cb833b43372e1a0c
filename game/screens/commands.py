"""What the program has to do after an intent: plain data that a window or a terminal carries out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from game.screens.lesson.guest import Answer
    from game.screens.lesson.state import ClassPath
    from game.screens.lesson.wire import ToHub


@dataclass(frozen=True, slots=True)
class OpenStory:
    """Load and check a story; the answer is `StoryOpened` or `Refused`."""

    id: str


@dataclass(frozen=True, slots=True)
class ReadCode:
    """Find the story and the place that a resume code means; the answer is `StoryOpened` or `Refused`."""

    code: str


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """Read the file that a preview follows, now; the answer is `FileRead`."""


class Sound(Enum):
    """The sounds there are; the value is the name of the file."""

    MESSAGE = "message"
    SENT = "sent"
    PAGE = "page"
    FLAG = "flag"
    CHOICE = "choice"
    CALM = "calm"


CAPTIONS = {
    Sound.MESSAGE: "Ett meddelande plingar",
    Sound.SENT: "Ett meddelande skickas",
    Sound.PAGE: "Ett blad vänds",
    Sound.FLAG: "En flagga sätts",
    Sound.CHOICE: "En mjuk ton",
    Sound.CALM: "Lugn musik",
}
"""What each sound is, in words for those who do not hear it."""


@dataclass(frozen=True, slots=True)
class PlaySound:
    """Play a sound, if sound is on."""

    sound: Sound


@dataclass(frozen=True, slots=True)
class Silence:
    """All sound off, at once."""


@dataclass(frozen=True, slots=True)
class ReadAloud:
    """Read aloud what is shown, or only the `sample` of it."""

    sample: bool = False


@dataclass(frozen=True, slots=True)
class NameLanguage:
    """Say for a moment, in its own name, which language everything is in now."""

    name: str


@dataclass(frozen=True, slots=True)
class WriteReport:
    """Write what went wrong in the program into a file; the answer is `ReportSaved`."""


@dataclass(frozen=True, slots=True)
class StartHub:
    """Make ready for a lesson; with `devices`, so that other computers can take part. The answer is `HubSeen`, again and again.

    With `rehearsal`, simulated pupils come.
    """

    devices: bool
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class TellHub:
    """Tell the lesson's hub, in order, however long it takes; nothing waits for it."""

    what: ToHub


@dataclass(frozen=True, slots=True)
class KeepPlace:
    """Have the hub keep where the class is, so that a stage that failed goes on there."""

    path: ClassPath


@dataclass(frozen=True, slots=True)
class KeepPath:
    """Write the class's path into a file; the answer is `PathKept`."""

    path: ClassPath


@dataclass(frozen=True, slots=True)
class ReadPath:
    """Read a class's path from a file; the answer is `PathFound`."""


@dataclass(frozen=True, slots=True)
class MakePack:
    """Make the teacher's guide to a story, as a file to print, with the numbers of a municipality; the answer is `PackMade`, some
    seconds later.
    """

    story: str
    language: str
    municipality: str


@dataclass(frozen=True, slots=True)
class TakeSeat:
    """Ask for a seat in a lesson at a URL, by its code; the answer is `GuestSeen`, again and again.

    The seat is given up when the program has no `App.guest` any more.
    """

    url: str
    code: str


@dataclass(frozen=True, slots=True)
class TellScene:
    """Tell the lesson in which scene this seat is, and nothing else."""

    scene: str


@dataclass(frozen=True, slots=True)
class TellAnswer:
    """Have the lesson store this seat's answer, however long it takes, unless another one comes; `GuestSeen` says that it is."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Quit:
    """End the program; nothing is kept."""


Command: TypeAlias = (
    OpenStory
    | ReadCode
    | ReadAgain
    | PlaySound
    | Silence
    | ReadAloud
    | NameLanguage
    | WriteReport
    | StartHub
    | TellHub
    | KeepPlace
    | KeepPath
    | ReadPath
    | MakePack
    | TakeSeat
    | TellScene
    | TellAnswer
    | Quit
)
