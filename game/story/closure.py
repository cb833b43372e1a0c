"""What holds in a scene because of others: of all that lead to it, or of all that it leads to.

Sets are held as the bits of whole numbers: a long story has thousands of scenes, and hundreds of facts that each
concern a few of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


def gathered(own: Mapping[str, int], onward: Mapping[str, Collection[str]]) -> dict[str, int]:
    """For each scene the bits of its own, and of every scene that `onward` leads to from it, however far."""
    found = dict(own)
    order = deepest_first(onward)
    growing = True
    while growing:  # twice, and once more for each loop within a loop
        growing = False
        for name in order:
            bits = found[name]
            for other in onward[name]:
                bits |= found[other]
            if bits != found[name]:
                found[name] = bits
                growing = True
    return found


def deepest_first(onward: Mapping[str, Collection[str]]) -> list[str]:
    """The scenes in an order in which each stands after those that it leads to, except where that goes round."""
    order: list[str] = []
    known: set[str] = set()
    for start in onward:
        way = [] if start in known else [(start, iter(onward[start]))]
        known.add(start)
        while way:
            name, rest = way[-1]
            following = next((other for other in rest if other not in known), None)
            if following is None:
                order.append(name)
                way.pop()
            else:
                known.add(following)
                way.append((following, iter(onward[following])))
    return order


def turned(onward: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """The same steps, backwards."""
    before: dict[str, list[str]] = {name: [] for name in onward}
    for name, targets in onward.items():
        for target in targets:
            before[target].append(name)
    return before
