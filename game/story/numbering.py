"""The states of a story, numbered from 0: what makes a place in a story a single number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.story.engine import Machine, State
from game.story.explore import explore
from game.story.memory import Memory, Range, memories, ranges

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.logic import Value
    from game.story.model import Story

MOST_LISTED = 3_000
"""States; to find them all takes less than a tenth of a second."""


class Numbering(Protocol):
    """Numbers for states: `total` of them."""

    total: int

    def number(self, state: State) -> int:
        """The number of a state, less than `total`. Raises KeyError for a state of another story."""

    def state(self, number: int) -> State:
        """The state with a number less than `total`."""


def numbering(story: Story) -> Numbering:
    """The numbering with the smallest numbers that can be had soon."""
    found = explore(Machine(story), MOST_LISTED)
    return Listed(found.states) if found.complete else Mixed(story)


class Listed:
    """States that can be reached, one by one."""

    def __init__(self, states: tuple[State, ...]) -> None:
        self.total = len(states)
        self._states = states
        self._index = {state: index for index, state in enumerate(states)}

    def number(self, state: State) -> int:
        return self._index[state]

    def state(self, number: int) -> State:
        return self._states[number]


class Mixed:
    """States that a scene could have, reached or not: each thing that is remembered is one digit."""

    def __init__(self, story: Story) -> None:
        self._facts = ranges(story)
        self._memories = memories(story)
        self._sizes = {scene: self._size(scene) for scene in story.scenes}
        self.total = sum(self._sizes.values())

    def number(self, state: State) -> int:
        return self._offset(state.scene) + self._within(state)

    def state(self, number: int) -> State:
        for scene, size in self._sizes.items():
            if number < size:
                return self._state(scene, number)
            number -= size
        raise KeyError(number)

    def _offset(self, scene: str) -> int:
        offset = 0
        for name, size in self._sizes.items():
            if name == scene:
                return offset
            offset += size
        raise KeyError(scene)

    def _fact_digits(self, memory: Memory) -> Iterator[tuple[str, Range]]:
        return ((name, within) for name, within in self._facts.items() if name in memory.facts)

    def _size(self, scene: str) -> int:
        memory = self._memories[scene]
        size = 1 << (1 + len(_happenings(memory, scene)))
        for _, within in self._fact_digits(memory):
            size *= within.high - within.low + 1
        return size

    def _within(self, state: State) -> int:
        memory = self._memories[state.scene]
        number = int(state.heard)
        facts = dict(zip(self._facts, state.facts, strict=True))
        for name, within in self._fact_digits(memory):
            number = number * (within.high - within.low + 1) + int(facts[name]) - within.low
        remembered = set(_listed(state.seen, state.met, state.told, state.taken))
        for happening in _happenings(memory, state.scene):
            number = number * 2 + (happening in remembered)
        return number

    def _state(self, scene: str, number: int) -> State:
        memory = self._memories[scene]
        remembered: list[tuple[str, str, int]] = []
        for happening in reversed(_happenings(memory, scene)):
            number, bit = divmod(number, 2)
            if bit:
                remembered.append(happening)
        facts: dict[str, Value] = {name: within.start for name, within in self._facts.items()}
        for name, within in reversed(list(self._fact_digits(memory))):
            number, value = divmod(number, within.high - within.low + 1)
            facts[name] = bool(value) if isinstance(within.start, bool) else value + within.low
        return State(
            scene,
            tuple(facts.values()),
            frozenset(name for kind, name, _ in remembered if kind == "seen") | ({scene} & memory.seen),
            frozenset(name for kind, name, _ in remembered if kind == "met"),
            frozenset(name for kind, name, _ in remembered if kind == "told"),
            bool(number),
            frozenset((name, index) for kind, name, index in remembered if kind == "taken"),
        )


def _happenings(memory: Memory, scene: str) -> list[tuple[str, str, int]]:
    """What may have happened or not, in a fixed order. That the scene itself is seen goes without saying."""
    return sorted(_listed(memory.seen - {scene}, memory.met, memory.told, memory.taken))


def _listed(
    seen: Iterable[str], met: Iterable[str], told: Iterable[str], taken: Iterable[tuple[str, int]]
) -> Iterator[tuple[str, str, int]]:
    yield from (("seen", name, 0) for name in seen)
    yield from (("met", name, 0) for name in met)
    yield from (("told", name, 0) for name in told)
    yield from (("taken", name, index) for name, index in taken)
