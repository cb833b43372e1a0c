"""A story as a map: its scenes, the ways between them, and how often each is passed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, assert_never

from game.story.explore import explore
from game.story.logic import ALWAYS
from game.story.model import Choices, Ending, Goto, Tell
from game.story.traffic import traffic, ways

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.engine import Machine
    from game.story.explore import Exploration
    from game.story.model import Scene


class Kind(Enum):
    """What leads from one scene to another."""

    CHOICE = auto()
    WAIT = auto()  # listening on in silence
    TELLING = auto()  # an adult who listens
    DISMISSAL = auto()  # an adult who waves it off
    GOTO = auto()


@dataclass(frozen=True, slots=True)
class Way:
    """What leads from a scene to another: the choice's text, or the adult who is told.

    `conditional` when it is only sometimes there; `reached` is False when no play can take it.
    """

    source: str
    target: str
    kind: Kind
    text: str = ""
    adult: str = ""
    conditional: bool = False
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Stop:
    """A scene on the map. `share` of all ways pass it: 0 where none does, None where that is not known."""

    scene: Scene
    share: float | None

    @property
    def ending(self) -> Ending | None:
        """What the scene ends with, when it is an ending."""
        return self.scene.exit if isinstance(self.scene.exit, Ending) else None


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole map, in the order of the file. `routes` counts the ways to an ending; None when they have no number.

    `whole` is False when the story has more states than were looked into: then what was not reached may be
    reached all the same, and shares are the least that they can be.
    """

    start: str
    stops: tuple[Stop, ...]
    ways: tuple[Way, ...]
    routes: int | None
    whole: bool


def chart(machine: Machine, work: int) -> Chart:
    """The map of a story. `work` bounds how many of its states are looked into: so many for a single scene, half
    for two, since how often each scene is passed is worked out in each state.
    """
    story = machine.story
    found = explore(machine, max(1, work // len(story.scenes)))
    shares = traffic(machine, found)
    stops = tuple(
        Stop(scene, shares[scene.id] if found.complete or shares[scene.id] else None)
        for scene in story.scenes.values()
    )
    between = tuple(way for scene in story.scenes.values() for way in _ways(scene, found))
    return Chart(story.start, stops, between, ways(found), found.complete)


def _ways(scene: Scene, found: Exploration) -> Iterator[Way]:
    way_out = scene.exit
    match way_out:
        case Choices():
            for number, choice in enumerate(way_out.choices):
                yield Way(
                    scene.id,
                    choice.go,
                    Kind.WAIT if choice.wait else Kind.CHOICE,
                    text=choice.text,
                    conditional=choice.when != ALWAYS or choice.once,
                    reached=not found.complete or (scene.id, number) in found.choices,
                )
        case Tell():
            for number, hearing in enumerate(way_out.hearings):
                yield Way(
                    scene.id,
                    hearing.go,
                    Kind.TELLING if hearing.listens else Kind.DISMISSAL,
                    adult=hearing.adult,
                    conditional=hearing.when != ALWAYS,
                    reached=not found.complete or (scene.id, number) in found.hearings,
                )
        case Goto():
            reached = not found.complete or scene.id in found.scenes
            for branch in way_out.branches:
                conditional = branch.when != ALWAYS
                yield Way(scene.id, branch.to, Kind.GOTO, conditional=conditional, reached=reached)
        case Ending():
            return
        case _:
            assert_never(way_out)
