"""What the program has to do after an intent: plain data that a window or a terminal carries out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


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
class Quit:
    """End the program; nothing is kept."""


Command: TypeAlias = (
    OpenStory | ReadCode | ReadAgain | PlaySound | Silence | ReadAloud | NameLanguage | WriteReport | Quit
)
