"""What a player can mean: plain data, never strings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

from game.screens.bindings import ChangeKey, KeysFromStart, Pressed
from game.screens.crash import ReportSaved, SaveReport
from game.screens.hearing import Hear
from game.screens.lesson.guest import GuestIntent
from game.screens.lesson.intents import LessonIntent
from game.screens.settings import Adjustment
from game.screens.workshop import FileRead, OpenScene, Reload

if TYPE_CHECKING:
    from game.screens.keys import Key
    from game.story.engine import Machine, Spot, State
    from game.story.resume import Refusal
    from game.story.seeking import Sought


class Where(Enum):
    """The screens that can be opened from others."""

    TITLE = auto()
    STORIES = auto()
    HELP = auto()
    SETTINGS = auto()
    PAUSE = auto()
    LOG = auto()
    CODE = auto()
    FEEL = auto()
    BREATHE = auto()
    RECAP = auto()
    TIMELINE = auto()
    EYES = auto()
    WAYS = auto()
    CIRCLE = auto()
    WORDS = auto()
    MISTAKES = auto()
    SCENES = auto()
    MAP = auto()
    WAYS_MAP = auto()
    KEYS = auto()
    ADVICE = auto()


class Question(Enum):
    """What the settings ask, in this order."""

    LANGUAGE = auto()
    TEXT = auto()
    COLOURS = auto()
    SOUND = auto()
    PACE = auto()
    HANDS = auto()


@dataclass(frozen=True, slots=True)
class Go:
    """Open a screen; overlays (help, settings, pause …) lie over the one below."""

    to: Where


@dataclass(frozen=True, slots=True)
class Close:
    """Close this screen, back to the one below."""


@dataclass(frozen=True, slots=True)
class PickStory:
    """Open the page before a story."""

    id: str


@dataclass(frozen=True, slots=True)
class Seek:
    """Show the stories that are sought; where they are shown already, in their place."""

    sought: Sought


@dataclass(frozen=True, slots=True)
class Begin:
    """Start the story from its first line."""


@dataclass(frozen=True, slots=True)
class Forward:
    """On to the next line."""


@dataclass(frozen=True, slots=True)
class Back:
    """One line back."""


@dataclass(frozen=True, slots=True)
class Choose:
    """Take an option, by its number in the story."""

    number: int


@dataclass(frozen=True, slots=True)
class PickAdult:
    """Whom to tell; None to choose again."""

    adult: str | None


@dataclass(frozen=True, slots=True)
class OpenFlag:
    """Flag a line, and ask what it is."""

    spot: Spot


@dataclass(frozen=True, slots=True)
class SetFlag:
    """Say what a flag is: a form, "" for "it only feels wrong", None to take the flag away."""

    spot: Spot
    form: str | None


@dataclass(frozen=True, slots=True)
class SkipScene:
    """Skip the rest of this scene."""


@dataclass(frozen=True, slots=True)
class Rewind:
    """Back to an own choice, by its place among them."""

    index: int


@dataclass(frozen=True, slots=True)
class Revisit:
    """Back to a scene that was played in this session, on this way or an earlier one: to its choice, if that was come to."""

    scene: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Come to a question of the settings."""

    question: Question


@dataclass(frozen=True, slots=True)
class AskNext:
    """On to the next question of the settings."""


@dataclass(frozen=True, slots=True)
class TryOut:
    """Hear what the game sounds like with the settings in force."""


@dataclass(frozen=True, slots=True)
class NextLanguage:
    """The next of the languages there are; after the last one comes the first."""


@dataclass(frozen=True, slots=True)
class PreviousLanguage:
    """The language before, for who went past theirs."""


@dataclass(frozen=True, slots=True)
class Hide:
    """Dölj: an ordinary exercise, at once."""

    practice: bool = False


@dataclass(frozen=True, slots=True)
class TapHeading:
    """The exercise's heading was pressed; three times in a row lead back."""


@dataclass(frozen=True, slots=True)
class Shift:
    """The Shift key went down; `at` is a time in seconds from any start."""

    at: float


@dataclass(frozen=True, slots=True)
class Leave:
    """Wipe everything and end the program."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A character was typed."""

    character: str


@dataclass(frozen=True, slots=True)
class Erase:
    """The last typed character goes away."""


@dataclass(frozen=True, slots=True)
class Submit:
    """What was typed is the answer."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Focus goes to the item that means this."""

    intent: Intent


@dataclass(frozen=True, slots=True)
class MoveFocus:
    """Focus goes on by so many items, and around."""

    by: int


@dataclass(frozen=True, slots=True)
class Press:
    """A key was pressed; the page knows what it means."""

    key: Key


@dataclass(frozen=True, slots=True)
class StoryOpened:
    """The story that was asked for is here; `state` is where a code leads, None for the beginning."""

    machine: Machine
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Refused:
    """Something asked for cannot be had: a code, with the reason, or (None) a story that cannot be opened."""

    why: Refusal | None


Intent: TypeAlias = (
    Go
    | Close
    | PickStory
    | Seek
    | Begin
    | Forward
    | Back
    | Choose
    | PickAdult
    | OpenFlag
    | SetFlag
    | SkipScene
    | Rewind
    | Revisit
    | Adjustment
    | ChangeKey
    | Pressed
    | KeysFromStart
    | Ask
    | AskNext
    | TryOut
    | NextLanguage
    | PreviousLanguage
    | Hear
    | Hide
    | TapHeading
    | Shift
    | Leave
    | Typed
    | Erase
    | Submit
    | Focus
    | MoveFocus
    | Press
    | StoryOpened
    | Refused
    | FileRead
    | OpenScene
    | Reload
    | SaveReport
    | ReportSaved
    | LessonIntent
    | GuestIntent
)
