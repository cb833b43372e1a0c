"""Where a play stands, as immutable data: the state, the stretch between two decisions, one moment in it.

These three are tuples, which are made, compared and looked up in a third of the time: each decision makes all of them,
and a proof makes a hundred thousand.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from game.story.model import Beginning, Choice, Choices, Ending, Hearing, Line, Tell

if TYPE_CHECKING:
    from game.story.logic import Value


class StoryError(Exception):
    """A story cannot go on as asked. `scene` is the id of the scene where that happened."""

    def __init__(self, scene: str, why: str) -> None:
        super().__init__(f"{scene}: {why}")
        self.scene = scene


class NotOpen(StoryError):  # noqa: N818 - the name says what is wrong with the decision
    """A decision was asked for that is not offered there. `number` is the option's number."""

    def __init__(self, scene: str, number: int) -> None:
        super().__init__(scene, f"option {number} is not open")
        self.number = number


class EndlessLoop(StoryError):  # noqa: N818 - the author's word for it
    """Gotos lead round and round without a decision."""

    def __init__(self, scene: str) -> None:
        super().__init__(scene, "gotos lead round and round")


class NoWayOn(StoryError):  # noqa: N818 - the author's word for it
    """No branch of a goto holds."""

    def __init__(self, scene: str) -> None:
        super().__init__(scene, "no branch of the goto holds")


class State(NamedTuple):
    """What a play must remember to go on from `scene`, which is entered, with its effects done.

    It holds no more than what may still be asked: facts stand in the order of `Story.facts`, and one that
    no condition ahead asks about has its start value; `seen`, `met`, `told` and `taken` (the `once` choices
    taken, as scene id and index) hold only what a condition or a telling ahead asks about. So two plays
    with the same future have the same state. `heard` is True once an adult who listens has been told.
    """

    scene: str
    facts: tuple[Value, ...] = ()
    seen: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    heard: bool = False
    taken: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """Which line of the story: the scene's id, and the index in `Scene.lines`."""

    scene: str
    index: int


@dataclass(frozen=True, slots=True)
class Beat:
    """A line on its way to be shown."""

    spot: Spot
    line: Line


@dataclass(frozen=True, slots=True)
class ChoiceOption:
    """A choice that is open. `number` is its index in the file."""

    number: int
    choice: Choice


@dataclass(frozen=True, slots=True)
class TellOption:
    """An adult who can be told now, and one way to begin. `number` is as `Tell` says."""

    number: int
    hearing: Hearing
    beginning: Beginning


Option: TypeAlias = ChoiceOption | TellOption


class Segment(NamedTuple):
    """Everything between two decisions. In one story, `entry` alone decides the rest.

    `beats` are the lines that are there on this way, `scenes` the scenes passed in order, and `ends`, for
    each of these, how many of the beats have been shown when it is over. `final` is the state at the exit,
    and `options` what is open there (nothing, at an ending).
    """

    entry: State
    beats: tuple[Beat, ...]
    scenes: tuple[str, ...]
    ends: tuple[int, ...]
    final: State
    exit: Choices | Tell | Ending
    options: tuple[Option, ...]


class Moment(NamedTuple):
    """One moment: the beat number `step` of the segment, or, after the last one, its exit."""

    segment: Segment
    step: int = 0

    @property
    def beat(self) -> Beat | None:
        """The line that is shown now; None at the exit."""
        beats = self.segment.beats
        return beats[self.step] if self.step < len(beats) else None

    @property
    def at_exit(self) -> bool:
        """True when all lines are shown: now the player chooses, tells, or has come to the ending."""
        return self.step >= len(self.segment.beats)

    @property
    def passed(self) -> int:
        """The index in `segment.scenes` of the scene that is shown now."""
        return min(bisect_right(self.segment.ends, self.step), len(self.segment.scenes) - 1)

    @property
    def scene(self) -> str:
        """The id of the scene that is shown now."""
        return self.segment.scenes[self.passed]

    @property
    def ended(self) -> bool:
        """True at the exit of an ending: nothing comes after this."""
        return self.at_exit and isinstance(self.segment.exit, Ending)
