"""A story's map as a block of a page: scenes that have a place, and the ways between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from game.screens.page import Item
    from game.story.chart import Kind

Point: TypeAlias = "tuple[float, float]"


@dataclass(frozen=True, slots=True)
class MapScene:
    """A scene on the map; `at` is the middle of its card, in cards. Without an item it is only a dot: it is not named yet.

    `share` of all ways pass it (0: none does; None: not known), and `passed` says that in words; `leads` says
    where it leads. `here` is the scene that is played now, and `seen` ones have been played.
    """

    at: Point
    item: Item | None
    share: float | None = None
    passed: str = ""
    leads: str = ""
    ending: str = ""
    start: bool = False
    here: bool = False
    seen: bool = False


@dataclass(frozen=True, slots=True)
class MapWay:
    """A way: the points that it goes through, in cards, in turns a curve and a straight piece."""

    points: tuple[Point, ...]
    kind: Kind
    conditional: bool = False


@dataclass(frozen=True, slots=True)
class StoryMap:
    """The whole map, so many cards wide and high. The scenes stand in reading order."""

    scenes: tuple[MapScene, ...]
    ways: tuple[MapWay, ...]
    width: float
    height: float

    def items(self) -> tuple[Item, ...]:
        """The scenes that can be gone to."""
        return tuple(scene.item for scene in self.scenes if scene.item)
