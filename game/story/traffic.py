"""How often a scene is passed: where ways through a story meet, and which corner hardly anybody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from game.story.engine import StoryError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from game.story.engine import Machine
    from game.story.explore import Exploration

WIDEST = 30
"""A chance that leans on more than so many others is found by coming nearer and nearer, not exactly …"""
NEAR = 1e-6
"""… until no chance changes by more than this …"""
ROUNDS = 500
"""… or so many times. What wanders for longer than that before it comes out counts as never coming out."""

Onward: TypeAlias = "tuple[tuple[int, ...], ...]"
_Row: TypeAlias = "tuple[float, float, dict[int, float]]"
"""What becomes of a way from a place: so likely it comes to a goal, so likely to none, and so likely first to
each of these other places. Together they are 1.
"""
_NOTHING: dict[int, float] = {}
_THERE: _Row = (1.0, 0.0, _NOTHING)
_NOWHERE: _Row = (0.0, 1.0, _NOTHING)


def traffic(machine: Machine, found: Exploration) -> dict[str, float]:
    """For each scene of the story the share (0 to 1) of ways that pass it, when every open option is taken equally often.

    It is the chance that a way comes to the scene at least once, however often it goes round; a scene that
    cannot be reached has 0. Worked out on the states that were explored: of an exploration that is not
    `complete` it is the least that the shares can be.
    """
    passing: dict[str, set[int]] = {name: set() for name in machine.story.scenes}
    for index, state in enumerate(found.states):
        for name in _passed(machine, found, index) or (state.scene,):
            passing[name].add(index)
    order = deepest_first(after_each(found))
    onward = _by_place(after_each(found), order)
    places = {index: place for place, index in enumerate(order)}
    return {
        name: _chance(onward, {places[index] for index in indices}) if indices else 0.0
        for name, indices in passing.items()
    }


def ways(found: Exploration) -> int | None:
    """How many different ways lead from the start to an ending, by what is chosen.

    None when they have no number: a choice leads back to where one was, or not everything was explored.
    """
    order = deepest_first(after_each(found))
    onward = _by_place(after_each(found), order)
    if not found.complete or any(after >= place for place, targets in enumerate(onward) for after in targets):
        return None
    counts: list[int] = []
    for index, targets in zip(order, onward, strict=True):
        counts.append(1 if index in found.final else sum(counts[after] for after in targets))
    return counts[-1]


def _passed(machine: Machine, found: Exploration, index: int) -> Collection[str]:
    """The scenes that are passed from a state to the next decision; none where that cannot be said."""
    if index >= found.expanded:
        return ()
    try:
        return machine.segment(found.states[index]).scenes
    except StoryError:
        return ()


def after_each(found: Exploration) -> Onward:
    """For each state those that its options lead to, one for each option."""
    onward: list[list[int]] = [[] for _ in found.states]
    for target in range(len(found.states)):
        for source in found.links.before(target):
            onward[source].append(target)
    return tuple(tuple(targets) for targets in onward)


def deepest_first(onward: Onward) -> list[int]:
    """All states, each after those that it leads to, as far as circles allow."""
    order: list[int] = []
    seen = bytearray(len(onward))
    seen[0] = 1
    open_: list[tuple[int, Iterator[int]]] = [(0, iter(onward[0]))]
    while open_:
        index, rest = open_[-1]
        after = next((each for each in rest if not seen[each]), None)
        if after is None:
            order.append(index)
            open_.pop()
        else:
            seen[after] = 1
            open_.append((after, iter(onward[after])))
    return order


def _by_place(onward: Onward, order: Sequence[int]) -> Onward:
    """The same, with states known by their place in the order. What leads to a later place goes round."""
    places = {index: place for place, index in enumerate(order)}
    return tuple(tuple(places[after] for after in onward[index]) for index in order)


def _chance(onward: Onward, goals: Collection[int]) -> float:
    """How likely a way from the start, which is the last place, comes to one of the goals.

    What becomes of a way is known for each place but for what may come after later places. Only circles lead
    there, so that there are few of them; at the start nothing is left open.
    """
    rows: list[_Row] = []
    for place, targets in enumerate(onward):
        rows.append(_THERE if place in goals else _row(rows, place, targets))
        if len(rows[-1][2]) > WIDEST:
            return _nearly(onward, goals)
    return min(1.0, rows[-1][0])


def _nearly(onward: Onward, goals: Collection[int]) -> float:
    """The same, from below, where circles lie in circles."""
    chances = [float(place in goals) for place in range(len(onward))]
    open_ = [place for place, targets in enumerate(onward) if targets and place not in goals]
    for _ in range(ROUNDS):
        greatest = 0.0
        for place in open_:
            targets = onward[place]
            chance = sum([chances[target] for target in targets]) / len(targets)
            greatest = max(greatest, chance - chances[place])
            chances[place] = chance
        if greatest <= NEAR:
            break
    return min(1.0, chances[-1])


def _row(rows: Sequence[_Row], place: int, targets: Sequence[int]) -> _Row:
    if not targets:
        return _NOWHERE
    if max(targets) < place and not any(rows[target][2] for target in targets):
        there = sum([rows[target][0] for target in targets])
        return there / len(targets), sum([rows[target][1] for target in targets]) / len(targets), _NOTHING
    there = lost = 0.0
    later: dict[int, float] = {}
    for target in targets:
        later[target] = later.get(target, 0.0) + 1 / len(targets)
    while later and (nearest := min(later)) < place:
        weight = later.pop(nearest)
        onward, away, beyond = rows[nearest]
        there += weight * onward
        lost += weight * away
        for far, part in beyond.items():
            later[far] = later.get(far, 0.0) + weight * part
    return _without(later.pop(place, 0.0), (there, lost, later))


def _without(again: float, row: _Row) -> _Row:
    """The row when one goes round at its own place as often as it takes.

    How likely one comes out is added up from where one comes to: 1 - again would be nothing but rounding where
    that is hardly ever.
    """
    there, lost, later = row
    if not again:
        return row
    out = there + lost + sum(later.values())
    if not out:
        return _NOWHERE
    return there / out, lost / out, {far: part / out for far, part in later.items()}
