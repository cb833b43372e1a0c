"""The order of boxes within the layers of a map, in which few ways cross."""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SWEEPS = 24
"""Times that the layers are sorted by one another, from the top and from the bottom in turn …"""
FEWEST, NODES = 4, 60_000
"""… and in a very large map fewer, so that no more than so many nodes are looked at."""


def sorted_layers(layer: Sequence[int], links: Sequence[tuple[int, int]]) -> list[list[int]]:
    """The nodes of each layer from left to right. Every link leads from a node to one in the next layer."""
    above: list[list[int]] = [[] for _ in layer]
    below: list[list[int]] = [[] for _ in layer]
    for upper, lower in links:
        above[lower].append(upper)
        below[upper].append(lower)
    rows = _as_walked(layer, below)
    best, fewest = [list(row) for row in rows], _crossings(rows, below)
    for sweep in range(max(FEWEST, min(SWEEPS, NODES // max(1, len(layer))))):
        if not fewest:
            break
        _sweep(rows, above if sweep % 2 == 0 else below, downwards=sweep % 2 == 0)
        _swap(rows, above, below)
        crossing = _crossings(rows, below)
        if crossing < fewest:
            best, fewest = [list(row) for row in rows], crossing
    return best


def _as_walked(layer: Sequence[int], below: Sequence[Sequence[int]]) -> list[list[int]]:
    """The nodes as one comes to them going down, the left way first."""
    rows: list[list[int]] = [[] for _ in range(max(layer, default=-1) + 1)]
    seen = bytearray(len(layer))
    for root in sorted(range(len(layer)), key=lambda node: layer[node]):
        walk = [root]
        while walk:
            node = walk.pop()
            if not seen[node]:
                seen[node] = 1
                rows[layer[node]].append(node)
                walk += reversed(below[node])
    return rows


def _sweep(rows: list[list[int]], beside: Sequence[Sequence[int]], *, downwards: bool) -> None:
    """Sorts each layer by where its neighbours are in the layer before it. One without neighbours keeps its place."""
    place = {node: float(at) for row in rows for at, node in enumerate(row)}
    for row in rows if downwards else reversed(rows):
        wanted = {
            node: sum(place[each] for each in beside[node]) / len(beside[node])
            if beside[node]
            else place[node]
            for node in row
        }
        row.sort(key=lambda node: wanted[node])
        place.update((node, float(at)) for at, node in enumerate(row))


def _swap(rows: list[list[int]], above: Sequence[Sequence[int]], below: Sequence[Sequence[int]]) -> None:
    """Changes places of neighbours as long as ways cross less for it."""
    place = {node: at for row in rows for at, node in enumerate(row)}
    better = True
    while better:
        better = False
        for row in rows:
            for at in range(len(row) - 1):
                left, right = row[at], row[at + 1]
                if _gain(left, right, place, above) + _gain(left, right, place, below) > 0:
                    row[at], row[at + 1] = right, left
                    place[left], place[right] = at + 1, at
                    better = True


def _gain(left: int, right: int, place: dict[int, int], beside: Sequence[Sequence[int]]) -> int:
    """How many crossings fewer there are when the two change places."""
    ones = [place[each] for each in beside[left]]
    others = [place[each] for each in beside[right]]
    now = sum(one > other for one in ones for other in others)
    then = sum(one < other for one in ones for other in others)
    return now - then


def _crossings(rows: Sequence[Sequence[int]], below: Sequence[Sequence[int]]) -> int:
    """How many pairs of links cross, in all."""
    place = {node: at for row in rows for at, node in enumerate(row)}
    count = 0
    for row in rows:
        ends: list[int] = []
        for node in row:
            for end in sorted(place[each] for each in below[node]):
                count += len(ends) - bisect_right(ends, end)
                insort(ends, end)
    return count
