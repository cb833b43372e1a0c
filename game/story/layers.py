"""Where boxes lie on a map: in layers, so that most ways lead down, few cross, and none runs through a box.

The method of Sugiyama, Tagawa and Toda: ways that lead back are turned round, each box gets a layer below
those that lead to it, a way that passes layers gets a point in each, and the layers are sorted.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from game.story.layer_order import sorted_layers
from game.story.layer_places import placed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Point: TypeAlias = "tuple[float, float]"
Link: TypeAlias = "tuple[int, int, int]"
"""From a box to another, and how many layers further down that one is at least."""


@dataclass(frozen=True, slots=True)
class Space:
    """Room between boxes side by side, and between layers; `way` is what a way needs where it passes a layer."""

    beside: float
    below: float
    way: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The middle of each box, and the points of each link from its box to the other: the first on the rim of the
    one, the last on that of the other, and two (above and below) in each layer with boxes that is passed.

    `layers` are the boxes in reading order. Sizes and places are in the unit of the boxes, from 0,0.
    """

    width: float
    height: float
    middles: tuple[Point, ...]
    links: tuple[tuple[Point, ...], ...]
    layers: tuple[tuple[int, ...], ...]


def laid_out(boxes: Sequence[tuple[float, float]], links: Sequence[Link], space: Space) -> Layout:
    """Places for boxes (width and height). Boxes without a link to them begin at the top, the first one first.

    No link may lead from a box to itself.
    """
    down = _turned(len(boxes), links)
    layer = _layers(len(boxes), down)
    chains, sizes = _chains(boxes, down, layer, space)
    rows = sorted_layers(layer, [link for chain in chains for link in itertools.pairwise(chain)])
    across = placed(rows, chains, [width for width, _ in sizes], len(boxes), space.beside)
    tops, heights = _rows(rows, sizes, space)
    middles = tuple((across[box], tops[layer[box]] + heights[layer[box]] / 2) for box in range(len(boxes)))
    routes = []
    for (source, _, _), chain in zip(links, chains, strict=True):
        route = list(_route(chain, layer, across, (tops, heights), sizes))
        routes.append(tuple(route if chain[0] == source else reversed(route)))
    return Layout(
        width=max((across[node] + sizes[node][0] / 2 for node in range(len(sizes))), default=0.0),
        height=tops[-1] + heights[-1] if rows else 0.0,
        middles=middles,
        links=tuple(routes),
        layers=tuple(tuple(node for node in row if node < len(boxes)) for row in rows),
    )


def _turned(count: int, links: Sequence[Link]) -> list[Link]:
    """The links, with those turned round that lead back to where a walk along them came from."""
    onward: list[list[int]] = [[] for _ in range(count)]
    for source, target, _ in links:
        onward[source].append(target)
    entered, left = [0] * count, [0] * count
    clock = 0
    for root in _roots(count, links):
        if entered[root]:
            continue
        clock += 1
        entered[root] = clock
        walk = [(root, iter(onward[root]))]
        while walk:
            box, rest = walk[-1]
            after = next((each for each in rest if not entered[each]), None)
            clock += 1
            if after is None:
                left[box] = clock
                walk.pop()
            else:
                entered[after] = clock
                walk.append((after, iter(onward[after])))
    return [
        (target, source, least)
        if entered[target] <= entered[source] and left[target] >= left[source]
        else (source, target, least)
        for source, target, least in links
    ]


def _roots(count: int, links: Sequence[Link]) -> Iterator[int]:
    """The first box, then those that nothing leads to, then all: so that every box is come to."""
    yield from range(min(count, 1))
    led_to = {target for _, target, _ in links}
    yield from (box for box in range(count) if box not in led_to)
    yield from range(count)


def _layers(count: int, down: Sequence[Link]) -> list[int]:
    """For each box its layer: right below the lowest that leads to it; what nothing leads to, right above what it leads to."""
    before: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    after: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    for source, target, least in down:
        before[target].append((source, least))
        after[source].append((target, least))
    order = _in_order(count, down)
    layer = [0] * count
    for box in order:
        layer[box] = max((layer[each] + least for each, least in before[box]), default=0)
    for box in order:
        if box and not before[box] and after[box]:
            layer[box] = min(layer[each] - least for each, least in after[box])
    return layer


def _in_order(count: int, down: Sequence[Link]) -> list[int]:
    """All boxes, each after those that lead to it."""
    missing = [0] * count
    after: list[list[int]] = [[] for _ in range(count)]
    for source, target, _ in down:
        missing[target] += 1
        after[source].append(target)
    order = [box for box in range(count) if not missing[box]]
    for box in order:
        for each in after[box]:
            missing[each] -= 1
            if not missing[each]:
                order.append(each)
    return order


def _chains(
    boxes: Sequence[tuple[float, float]], down: Sequence[Link], layer: list[int], space: Space
) -> tuple[list[tuple[int, ...]], list[tuple[float, float]]]:
    """Each link as its boxes and, between them, a new point in each layer that it passes; and all their sizes.

    The points get their layer in `layer`.
    """
    sizes = list(boxes)
    chains = []
    for source, target, _ in down:
        between = range(layer[source] + 1, layer[target])
        points = range(len(sizes), len(sizes) + len(between))
        sizes += [(space.way, 0.0)] * len(between)
        layer += between
        chains.append((source, *points, target))
    return chains, sizes


def _rows(
    rows: Sequence[Sequence[int]], sizes: Sequence[tuple[float, float]], space: Space
) -> tuple[list[float], list[float]]:
    """The top and the height of each layer."""
    heights = [max((sizes[node][1] for node in row), default=0.0) for row in rows]
    tops = [0.0]
    for height in heights[:-1]:
        tops.append(tops[-1] + height + space.below)
    return tops, heights


def _route(
    chain: tuple[int, ...],
    layer: Sequence[int],
    across: Sequence[float],
    rows: tuple[Sequence[float], Sequence[float]],
    sizes: Sequence[tuple[float, float]],
) -> Iterator[Point]:
    """From the lower rim of the first box, past the layers between, to the upper rim of the last.

    Beside higher boxes it goes straight: only between layers is there room to bend.
    """
    tops, heights = rows
    first, last = chain[0], chain[-1]
    x, bottom = across[first], tops[layer[first]] + heights[layer[first]]
    rim = bottom - (heights[layer[first]] - sizes[first][1]) / 2
    yield from ((x, rim), (x, bottom), (x, bottom)) if rim < bottom else ((x, rim),)
    for node in chain[1:-1]:
        top, height = tops[layer[node]], heights[layer[node]]
        if height:
            yield across[node], top
            yield across[node], top + height
    x, top = across[last], tops[layer[last]]
    rim = top + (heights[layer[last]] - sizes[last][1]) / 2
    yield from ((x, top), (x, top), (x, rim)) if rim > top else ((x, rim),)
