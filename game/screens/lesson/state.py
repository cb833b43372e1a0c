"""Where a lesson is: the stage's own state, beside the play of the class."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from game.screens.lesson.plan import Plan
from game.screens.lesson.wire import HubSeen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.story.seeking import Sought


class Part(Enum):
    """The parts of a lesson, in their order. The value is what a class's file calls it."""

    CHECKLIST = "checklist"
    PLAN = "plan"
    LOBBY = "lobby"
    PRACTISE = "practise"
    BEFORE = "before"
    STORY = "story"
    SIGNS = "signs"
    AFTER = "after"
    CHART = "chart"
    HELP = "help"
    END = "end"


class Turn(Enum):
    """How far the class has come with the question that is shown."""

    SHOWN = "shown"
    OPEN = "open"
    CLOSED = "closed"
    REVEALED = "revealed"
    TOLD = "told"  # of a vignette: why it is as it is; of a choice: what the class does


@dataclass(frozen=True, slots=True)
class LessonScreen:
    """The stage: what the class sees. What it shows is said by `App.lesson` and, in the story, by `App.play`."""


@dataclass(frozen=True, slots=True)
class AdviceScreen:
    """What the teacher may say and do where the lesson is, over the stage: for who has no second display."""


StageScreen: TypeAlias = LessonScreen | AdviceScreen


@dataclass(frozen=True, slots=True)
class Timer:
    """A gentle timer. `until` is None until the clock has been heard; `left` are seconds."""

    seconds: int
    left: int
    until: float | None = None


@dataclass(frozen=True, slots=True)
class Counting:
    """The number of raised hands that is being put in for an option; `typed` are its digits so far."""

    option: int
    typed: str = ""


@dataclass(frozen=True, slots=True)
class ClassPath:
    """The class's path, and nothing about any pupil: what is kept until next week, or over a failure.

    `mark` is the digest of the story (`game.story.digest`); `decisions` and `steps` are its play.
    """

    story: str
    mark: str
    part: Part
    at: int = 0
    decisions: tuple[int, ...] = ()
    steps: int = 0
    plan: Plan = field(default_factory=Plan)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """The file that a class's path has been written to, and the path."""

    path: ClassPath
    where: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """A lesson. `at` is the place in this part (which vignette, which row), `turn` how far its question has come.

    `hands` are the raised hands by the step's id. `round` counts how often the question was asked. `adult` is whom the class
    tells, while it decides how to begin. `tucked` hides the teacher's things on the only display; with `two` displays they
    stand in a window of their own. `ending` while the teacher is asked whether the lesson is over, `skipping` while it is asked
    whether what is left of this part, or of a chapter, is skipped. `notice` is news in a sentence. `counting` while a number
    of hands is put in. `hurried` once a question was to be closed that nobody had answered. `talked` are the story's own
    questions, by their text, that the class has talked over.
    `mark` is the digest of the story, once it is open; `coming` is where the class was, until its story has been opened;
    `by_file` while a file is asked for; `recalling` while a class that goes on from one is told where it was; `file` is the
    last one that was written. `hub_asked` once other computers could take part;
    `hands_only` where they cannot. `seeking` while the story is chosen among those that are sought.
    """

    plan: Plan = field(default_factory=Plan)
    part: Part = Part.CHECKLIST
    at: int = 0
    turn: Turn = Turn.SHOWN
    round: int = 1
    ticked: frozenset[int] = frozenset()
    adult: str | None = None
    hands: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    counting: Counting | None = None
    hurried: bool = False
    talked: frozenset[str] = frozenset()
    timer: Timer | None = None
    paused: bool = False
    hub: HubSeen = field(default_factory=HubSeen)
    tucked: bool = True
    two: bool = False
    rehearsal: bool = False
    ending: bool = False
    skipping: bool = False
    notice: str = ""
    mark: str = ""
    coming: ClassPath | None = None
    by_file: bool = False
    recalling: bool = False
    file: KeptFile | None = None
    hub_asked: bool = False
    hands_only: bool = False
    seeking: Sought | None = None

    @property
    def with_bar(self) -> bool:
        """Whether the teacher's things stand at the lower edge of the only display, and take room from the page."""
        return not (self.two or self.tucked)

    @property
    def practising(self) -> bool:
        """Whether the class is trying Dölj out."""
        return self.part is Part.PRACTISE

    @property
    def held(self) -> bool:
        """Whether a class is there: something would be lost if all were wiped now."""
        return self.part not in {Part.CHECKLIST, Part.PLAN, Part.END}
