"""A map as a block of a page: scenes that have a place, and the ways between them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from game.screens.page import Item, Stage
    from game.story.chart import Kind

Point: TypeAlias = "tuple[float, float]"


class Trace(Enum):
    """When a player walked a way."""

    LATEST = auto()  # on the way that is played now
    EARLIER = auto()


@dataclass(frozen=True, slots=True)
class MapScene:
    """A scene on a map; `at` is the middle of its card, in cards. `here` is the one that is played now.

    For its author, `share` of all ways pass it (0: none does; None: not known), `passed` says that in words, `leads` says
    where it leads, and `seen` ones have been played. For a player it has a picture of the place (`stage`), an `icon` for what it
    is, a `mark` in words, what was chosen there (`leads`), and a dot for each way on that is `untried`.
    """

    at: Point
    item: Item
    share: float | None = None
    passed: str = ""
    leads: str = ""
    ending: str = ""
    start: bool = False
    here: bool = False
    seen: bool = False
    stage: Stage | None = None
    icon: str = ""
    mark: str = ""
    untried: int = 0


@dataclass(frozen=True, slots=True)
class MapWay:
    """A way: the points that it goes through, in cards, in turns a curve and a straight piece."""

    points: tuple[Point, ...]
    kind: Kind | Trace
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class StoryMap:
    """The whole map, so many cards wide and high. The scenes stand in reading order.

    It is `walked` when it shows what a player has been through, and not the story as it is.
    """

    scenes: tuple[MapScene, ...]
    ways: tuple[MapWay, ...]
    width: float
    height: float
    walked: bool = False

    def items(self) -> tuple[Item, ...]:
        """The scenes, each to be gone to."""
        return tuple(scene.item for scene in self.scenes)
