"""The state of the whole program as immutable data: which screen, which play, which settings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from game.screens.bindings import KeysScreen
from game.screens.crash import CrashedScreen
from game.screens.intents import Question
from game.screens.lesson.guest import Guest, LessonGuestScreen
from game.screens.lesson.state import StageScreen
from game.screens.settings import Settings
from game.story.model import About, Ending, Story
from game.story.playthrough import Playthrough, heard_so_far, now
from game.story.seeking import Sought
from game.story.vignettes import Vignettes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.intents import Intent, Refused
    from game.screens.lesson.state import Lesson
    from game.screens.workshop import Workshop
    from game.story.engine import Beat, Machine, Moment, Spot
    from game.story.library import Help, Signs


@dataclass(frozen=True, slots=True)
class Language:
    """A language that the game can be shown in: its code, its own name, its direction.

    A `draft` has been read by nobody who has the language from home.
    """

    code: str
    name: str
    rtl: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """What there is to play, to see and to turn to. By a place's id: `alts` in words, `lights` (day, evening, night), `stands` of
    one, two and three people, as fractions of the width. `municipalities`: names by their ids; "default" is none.
    """

    abouts: tuple[About, ...]
    signs: Signs
    help: tuple[Help, ...]
    languages: tuple[Language, ...]
    alts: Mapping[str, str] = field(default_factory=dict)
    lights: Mapping[str, str] = field(default_factory=dict)
    stands: Mapping[str, tuple[tuple[float, ...], ...]] = field(default_factory=dict)
    vignettes: Vignettes = field(default_factory=Vignettes)
    municipalities: Mapping[str, str] = field(default_factory=dict)

    def runs_leftward(self, code: str) -> bool:
        """Whether a language is written from right to left."""
        return any(language.rtl for language in self.languages if language.code == code)


@dataclass(frozen=True, slots=True)
class Play:
    """A story being played: the way so far, the flags (line to form, "" for "it only feels wrong"), the lines skipped, and what has
    been found in this session. `walked` are all its ways, none the beginning of another.
    """

    machine: Machine
    way: Playthrough = field(default_factory=Playthrough)
    flags: Mapping[Spot, str] = field(default_factory=dict)
    skipped: frozenset[Spot] = frozenset()
    scenes: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()
    walked: tuple[Playthrough, ...] = ()

    @property
    def heard(self) -> tuple[Beat, ...]:
        """The lines of this way that the player has read; those skipped are not brought up again."""
        beats = heard_so_far(self.machine, self.way)
        return tuple(beat for beat in beats if beat.spot not in self.skipped)

    @property
    def story(self) -> Story:
        return self.machine.story

    @property
    def moment(self) -> Moment:
        return now(self.machine, self.way)

    @property
    def ending(self) -> Ending | None:
        """The ending that is reached, None on the way there."""
        moment = self.moment
        found = moment.segment.exit
        return found if moment.at_exit and isinstance(found, Ending) else None


# --- screens ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TitleScreen:
    """The first one."""


@dataclass(frozen=True, slots=True)
class StoriesScreen:
    """Choose a story."""

    sought: Sought = field(default_factory=Sought)


@dataclass(frozen=True, slots=True)
class BeforeScreen:
    """Before a story begins. `refused` when it could not be opened."""

    id: str
    refused: bool = False


@dataclass(frozen=True, slots=True)
class ReadingScreen:
    """The story itself. `adult` is whom the player is about to tell.

    `skipped` is the line since which the scene was skipped, while the sentence that stands for it is shown.
    """

    adult: str | None = None
    skipped: Spot | None = None


@dataclass(frozen=True, slots=True)
class FlagScreen:
    """What is it that feels wrong?"""

    spot: Spot


@dataclass(frozen=True, slots=True)
class FeelScreen:
    """How does it feel? Opened by the player."""


@dataclass(frozen=True, slots=True)
class BreatheScreen:
    """A moment to breathe."""


@dataclass(frozen=True, slots=True)
class RecapScreen:
    """What did you see?"""


@dataclass(frozen=True, slots=True)
class TimelineScreen:
    """When did it begin?"""


@dataclass(frozen=True, slots=True)
class EyesScreen:
    """A moment seen as somebody else: which one, and which line of it."""

    index: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class WaysScreen:
    """The player's own choices, each a way back."""


@dataclass(frozen=True, slots=True)
class WaysMapScreen:
    """The scenes that were played in this session, as a map; each is a way back."""


@dataclass(frozen=True, slots=True)
class HelpScreen:
    """Whom can I talk to?"""


@dataclass(frozen=True, slots=True)
class PauseScreen:
    """A pause."""


@dataclass(frozen=True, slots=True)
class CodeScreen:
    """Type a resume code. `refused` when what was typed led nowhere."""

    typed: str = ""
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class SettingsScreen:
    """The questions that set the game; `first` when it begins with them. Which one is asked: `App.question`."""

    first: bool = False


@dataclass(frozen=True, slots=True)
class LogScreen:
    """Everything said so far."""


@dataclass(frozen=True, slots=True)
class CircleScreen:
    """The adults met so far."""


@dataclass(frozen=True, slots=True)
class WordsScreen:
    """What the difficult words of the page below mean."""


@dataclass(frozen=True, slots=True)
class MistakesScreen:
    """What is wrong with the file that a preview follows. `called` when it came by itself, for errors."""

    called: bool = False


@dataclass(frozen=True, slots=True)
class ScenesScreen:
    """In a preview: every scene, to go there."""


@dataclass(frozen=True, slots=True)
class MapScreen:
    """In a preview: the story as a map."""


Screen: TypeAlias = (
    TitleScreen
    | StoriesScreen
    | BeforeScreen
    | ReadingScreen
    | FlagScreen
    | FeelScreen
    | BreatheScreen
    | RecapScreen
    | TimelineScreen
    | EyesScreen
    | WaysScreen
    | WaysMapScreen
    | HelpScreen
    | PauseScreen
    | CodeScreen
    | SettingsScreen
    | KeysScreen
    | LogScreen
    | CircleScreen
    | WordsScreen
    | MistakesScreen
    | ScenesScreen
    | MapScreen
    | CrashedScreen
    | StageScreen
    | LessonGuestScreen
)


@dataclass(frozen=True, slots=True)
class Hidden:
    """The exercise that hides the game: which task, what is typed, how many were right, and the way back; `focus` is what had it
    below. `burst` is when Shift last went down while the presses that hid the game still went on; None when they are over.
    """

    task: int = 0
    typed: str = ""
    right: int = 0
    verdict: bool | None = None
    taps: int = 0
    practice: bool = False
    burst: float | None = None
    focus: Intent | None = None


@dataclass(frozen=True, slots=True)
class App:
    """Everything. `under` are the screens below the one that is shown, the nearest last.
    `workshop` is what an author's preview knows. `lesson` is the class's, on a stage; `guest` a pupil's place in one. `question` is the one that the settings ask, or asked last.
    """

    library: Library
    settings: Settings = field(default_factory=Settings)
    screen: Screen = field(default_factory=TitleScreen)
    under: tuple[Screen, ...] = ()
    play: Play | None = None
    focus: Intent | None = None
    hidden: Hidden | None = None
    practised: bool = False
    shifts: tuple[float, ...] = ()
    workshop: Workshop | None = None
    question: Question = Question.LANGUAGE
    lesson: Lesson | None = None
    guest: Guest | None = None
