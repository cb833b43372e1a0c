"""Where everything lies on a drawn map: scenes, the words on the ways, and the ways themselves. In pixels."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.chart import Kind
from game.story.layers import Space, laid_out
from game.tools.graph_text import BOLD, rows, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.story.layers import Layout, Link, Point
    from game.tools.graph_words import Path, Scenery, Worded

CARD = (224.0, 116.0)
LABEL = 13.5
LABEL_WIDEST = 208.0
LABEL_ROWS = 3
LABEL_LINE = 18.0
LABEL_ROOM = (12.0, 7.0)
SIGN = 22.0
"""Room for the sign before the words of a way: who listens, who does not, a wait."""
_SPACE = Space(beside=26, below=40, way=14)
_SIGNED = frozenset({Kind.WAIT, Kind.TELLING, Kind.DISMISSAL})


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, by its middle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        return self.y - self.height / 2

    @property
    def right(self) -> float:
        return self.x + self.width / 2

    @property
    def bottom(self) -> float:
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class PlacedScene:
    """A scene and its card."""

    scene: Scenery
    box: Box


@dataclass(frozen=True, slots=True)
class PlacedPath:
    """A way: the rows of its words and the box around them, and its line, to there and on from there, or in one."""

    path: Path
    rows: tuple[str, ...]
    box: Box | None
    lines: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A chapter's part of the map, from top to bottom."""

    title: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole drawing from 0,0. Scenes and ways stand in reading order: from the top, from the left.

    `bands` are there when no two chapters share a layer.
    """

    width: float
    height: float
    scenes: tuple[PlacedScene, ...]
    paths: tuple[PlacedPath, ...]
    bands: tuple[Band, ...]


def planned(map_: Worded) -> Plan:
    """Places for all of a map."""
    labelled = [path for path in map_.paths if path.label]
    shown = [rows(path.label, letters(path), _room(path), LABEL_ROWS) for path in labelled]
    sizes = [CARD] * len(map_.scenes)
    sizes += [_label_size(path, each) for path, each in zip(labelled, shown, strict=True)]
    layout = laid_out(sizes, _links(map_), _SPACE)
    boxes = [Box(x, y, *size) for (x, y), size in zip(layout.middles, sizes, strict=True)]
    reading = [box for layer in layout.layers for box in layer]
    scenes = tuple(PlacedScene(map_.scenes[box], boxes[box]) for box in reading if box < len(map_.scenes))
    return Plan(
        layout.width,
        layout.height,
        scenes,
        tuple(_paths(map_, shown, boxes[len(map_.scenes) :], layout)),
        _bands(map_.chapters, scenes),
    )


def _links(map_: Worded) -> list[Link]:
    """The words of a way lie in a layer between the two scenes; where there are none, that layer is passed."""
    at = {scene.id: index for index, scene in enumerate(map_.scenes)}
    links: list[Link] = []
    label = len(map_.scenes)
    for path in map_.paths:
        source, target = at[path.source], at[path.target]
        if path.label:
            links += [(source, label, 1), (label, target, 1)]
            label += 1
        elif source != target:
            links.append((source, target, 2))
    return links


def _paths(
    map_: Worded, shown: Sequence[tuple[str, ...]], boxes: Sequence[Box], layout: Layout
) -> Iterator[PlacedPath]:
    """The ways; one that leads right back to its own scene, without a word, has no line."""
    words, places, lines = iter(shown), iter(boxes), iter(layout.links)
    for path in map_.paths:
        if path.label:
            yield PlacedPath(path, next(words), next(places), (next(lines), next(lines)))
        elif path.source != path.target:
            yield PlacedPath(path, (), None, (next(lines),))


def _room(path: Path) -> float:
    return LABEL_WIDEST - 2 * LABEL_ROOM[0] - sign_room(path)


def sign_room(path: Path) -> float:
    """What the sign before a way's words takes, 0 where it has none."""
    return SIGN if path.kind in _SIGNED else 0.0


def letters(path: Path) -> float:
    """The size that a way's words are measured at: those of an adult who listens are bold."""
    return LABEL * BOLD if path.kind is Kind.TELLING else LABEL


def _label_size(path: Path, shown: Sequence[str]) -> tuple[float, float]:
    across, down = LABEL_ROOM
    width = max(width_of(row, letters(path)) for row in shown) + sign_room(path)
    return width + 2 * across, LABEL_LINE * len(shown) + 2 * down


def _bands(chapters: Sequence[str], scenes: Sequence[PlacedScene]) -> tuple[Band, ...]:
    """The chapters below each other; none where one reaches into the next, or there is only one."""
    bands = []
    for number, title in enumerate(chapters, 1):
        own = [placed.box for placed in scenes if placed.scene.chapter == number and placed.scene.reached]
        if own:
            bands.append(Band(title, min(box.top for box in own), max(box.bottom for box in own)))
    apart = all(one.bottom < other.top for one, other in itertools.pairwise(bands))
    return tuple(bands) if apart and len(bands) > 1 else ()
