"""Every state that a story can come to, breadth first, as far as a budget of states allows."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.engine import EndlessLoop, Machine, NoWayOn, Segment, State
from game.story.model import Ending, Tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BUDGET = 100_000
"""States; a few seconds at most."""

NOBODY = -1


@dataclass(frozen=True, slots=True)
class Links:
    """For each state, the states from which one decision leads to it, packed: those of state `i` are
    `sources[starts[i]:starts[i + 1]]`.
    """

    starts: array[int]
    sources: array[int]

    def before(self, index: int) -> array[int]:
        """The states right before one."""
        return self.sources[self.starts[index] : self.starts[index + 1]]


@dataclass(frozen=True, slots=True)
class Exploration:
    """What was found. States are known by their index in `states`, which lists nearer ones first.

    A state is that at the start of a segment. `parents` gives the state from which each was first reached
    (-1 for the start). States from `expanded` on were seen, but not what follows them: there are none when
    `complete`. `scenes`, `choices` (scene, index), `hearings` (scene, index) and `endings` (scenes) are
    what was reached; a hearing counts when the adult can really be told.

    `final` states lead to an ending and `unheard` are those among them where no adult who listens has been
    told; `stuck` ones lead to an exit where nothing is open; `circles` and `wayless` lead into gotos that
    go round and round, or nowhere, by the scene in which that shows.
    """

    complete: bool
    expanded: int
    states: tuple[State, ...]
    parents: array[int]
    links: Links
    scenes: frozenset[str]
    choices: frozenset[tuple[str, int]]
    hearings: frozenset[tuple[str, int]]
    endings: frozenset[str]
    final: dict[int, str]
    unheard: tuple[int, ...]
    stuck: dict[int, str]
    circles: dict[int, str]
    wayless: dict[int, str]

    def route(self, index: int) -> tuple[State, ...]:
        """A shortest way from the start to a state, both included."""
        found = []
        while index != NOBODY:
            found.append(self.states[index])
            index = self.parents[index]
        return tuple(reversed(found))

    def leading_to(self, goals: Iterable[int]) -> bytearray:
        """For each state, 1 where one of the goals can still be reached (a goal reaches itself), else 0."""
        marks = bytearray(len(self.states))
        waiting = list(goals)
        for index in waiting:
            marks[index] = 1
        while waiting:
            for before in self.links.before(waiting.pop()):
                if not marks[before]:
                    marks[before] = 1
                    waiting.append(before)
        return marks


def explore(
    machine: Machine, budget: int = BUDGET, watch: Callable[[Segment], None] | None = None
) -> Exploration:
    """Visit the states of a story, until all are known or `budget` of them have been looked into.

    `watch` is shown every segment on the way, once.
    """
    return _Explorer(machine, watch).explore(budget)


class _Explorer:
    def __init__(self, machine: Machine, watch: Callable[[Segment], None] | None) -> None:
        self._machine = machine
        self._watch = watch
        self._states = [machine.first_state()]
        self._index = {self._states[0]: 0}
        self._parents = array("i", [NOBODY])
        self._sources = array("i")
        self._targets = array("i")
        self._scenes: set[str] = set()
        self._open: set[tuple[str, int]] = set()
        self._final: dict[int, str] = {}
        self._unheard: list[int] = []
        self._stuck: dict[int, str] = {}
        self._circles: dict[int, str] = {}
        self._wayless: dict[int, str] = {}

    def explore(self, budget: int) -> Exploration:
        at = 0
        while at < len(self._states) and at < budget:
            self._expand(at)
            at += 1
        choices, hearings = self._decisions()
        return Exploration(
            complete=at == len(self._states),
            expanded=at,
            states=tuple(self._states),
            parents=self._parents,
            links=_links(self._sources, self._targets, len(self._states)),
            scenes=frozenset(self._scenes),
            choices=choices,
            hearings=hearings,
            endings=frozenset(self._final.values()),
            final=self._final,
            unheard=tuple(self._unheard),
            stuck=self._stuck,
            circles=self._circles,
            wayless=self._wayless,
        )

    def _expand(self, at: int) -> None:
        try:
            segment = self._machine.segment(self._states[at])
        except EndlessLoop as loop:
            self._circles[at] = loop.scene
            return
        except NoWayOn as end:
            self._wayless[at] = end.scene
            return
        if self._watch:
            self._watch(segment)
        self._scenes.update(segment.scenes)
        scene = segment.scenes[-1]
        if isinstance(segment.exit, Ending):
            self._final[at] = scene
            if not segment.final.heard:
                self._unheard.append(at)
        elif not segment.options:
            self._stuck[at] = scene
        else:
            self._follow(at, segment)

    def _follow(self, at: int, segment: Segment) -> None:
        scene = segment.scenes[-1]
        for option in segment.options:
            self._open.add((scene, option.number))
            state = self._machine.after(segment, option.number)
            index = self._index.setdefault(state, len(self._states))
            if index == len(self._states):
                self._states.append(state)
                self._parents.append(at)
            self._sources.append(at)
            self._targets.append(index)

    def _decisions(self) -> tuple[frozenset[tuple[str, int]], frozenset[tuple[str, int]]]:
        choices, hearings = set(), set()
        for scene, number in self._open:
            way_out = self._machine.story.scenes[scene].exit
            if isinstance(way_out, Tell):
                hearings.add((scene, number // len(way_out.beginnings)))
            else:
                choices.add((scene, number))
        return frozenset(choices), frozenset(hearings)


def _links(sources: array[int], targets: array[int], count: int) -> Links:
    starts = array("i", bytes(4 * (count + 2)))
    for target in targets:
        starts[target + 2] += 1
    for index in range(2, count + 2):
        starts[index] += starts[index - 1]
    packed = array("i", bytes(4 * len(targets)))
    for source, target in zip(sources, targets, strict=True):
        packed[starts[target + 1]] = source
        starts[target + 1] += 1
    return Links(starts[: count + 1], packed)
