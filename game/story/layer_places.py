"""Where the boxes of a map stand across, once each layer has its order: straight ways, and no box on another."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SWEEPS = 40
FEWEST, NODES = 12, 100_000
"""In a very large map there are fewer, so that no more than so many nodes are placed."""
PASSING = 8.0
"""How much more a way wants to be straight between two layers that it only passes."""


def placed(
    rows: Sequence[Sequence[int]],
    chains: Sequence[tuple[int, ...]],
    widths: Sequence[float],
    boxes: int,
    beside: float,
) -> list[float]:
    """The middle of each node across; nodes from `boxes` on are points of ways. The leftmost rim is at 0."""
    above: list[list[tuple[int, float]]] = [[] for _ in widths]
    below: list[list[tuple[int, float]]] = [[] for _ in widths]
    for chain in chains:
        for upper, lower in itertools.pairwise(chain):
            weight = (
                PASSING if upper >= boxes and lower >= boxes else 2.0 if max(upper, lower) >= boxes else 1.0
            )
            above[lower].append((upper, weight))
            below[upper].append((lower, weight))
    across = [0.0] * len(widths)
    for row in rows:
        _settle(row, [0.0] * len(row), [1.0] * len(row), across, _apart(row, widths, beside))
    both = [[*up, *down] for up, down in zip(above, below, strict=True)]
    sweeps = max(FEWEST, min(SWEEPS, NODES // max(1, len(across))))
    for sweep in range(sweeps):
        last = sweep >= sweeps - 8
        wish = both if last else above if sweep % 2 == 0 else below
        for row in rows if sweep % 2 == 0 else reversed(rows):
            wanted = [_wanted(node, wish[node], across) for node in row]
            weights = [sum(weight for _, weight in wish[node]) or 0.1 for node in row]
            _settle(row, wanted, weights, across, _apart(row, widths, beside))
    left = min((middle - widths[node] / 2 for node, middle in enumerate(across)), default=0.0)
    return [middle - left for middle in across]


def _wanted(node: int, neighbours: Sequence[tuple[int, float]], across: Sequence[float]) -> float:
    if not neighbours:
        return across[node]
    return sum(across[each] * weight for each, weight in neighbours) / sum(weight for _, weight in neighbours)


def _apart(row: Sequence[int], widths: Sequence[float], beside: float) -> list[float]:
    """How far each node of a layer must at least stand from the first."""
    apart = [0.0] if row else []
    for left, right in itertools.pairwise(row):
        apart.append(apart[-1] + (widths[left] + widths[right]) / 2 + beside)
    return apart


def _settle(
    row: Sequence[int],
    wanted: Sequence[float],
    weights: Sequence[float],
    across: list[float],
    apart: Sequence[float],
) -> None:
    """Places a layer as near as can be to where its nodes want to be, in order and apart (least squares).

    Those that would come too near to each other stand together, in the middle of their wishes.
    """
    groups: list[tuple[float, float, int]] = []
    for wish, weight, away in zip(wanted, weights, apart, strict=True):
        total, heavy, count = (wish - away) * weight, weight, 1
        while groups and groups[-1][0] / groups[-1][1] > total / heavy:
            more, heavier, others = groups.pop()
            total, heavy, count = total + more, heavy + heavier, count + others
        groups.append((total, heavy, count))
    starts = (total / heavy for total, heavy, count in groups for _ in range(count))
    for node, start, away in zip(row, starts, apart, strict=True):
        across[node] = start + away
