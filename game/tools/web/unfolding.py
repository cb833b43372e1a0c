"""A story worked out: every state that can be come to, what is read there, and where each answer leads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from game.story.engine import ChoiceOption, TellOption
from game.story.model import Choices, Ending, Tell
from game.story.resume import Codes

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from game.story.engine import Machine, Segment, State
    from game.tools.web.edition import Exit
    from game.tools.web.naming import Naming


@dataclass(frozen=True, slots=True)
class Graph:
    """A story worked out; see `game.tools.web.edition.Story` and `Resuming`."""

    runs: list[list[list[int]]]
    exits: list[Exit]
    nodes: list[list[int]]
    codes: list[str]
    met: dict[int, list[int]]


def unfolded(machine: Machine, naming: Naming, segments: Sequence[Segment]) -> Graph:
    """The nodes of a sound story. `segments` are those of all its states, the first one first."""
    states = [segment.entry for segment in segments]
    numbers = {state: number for number, state in enumerate(states)}
    graph = _Unfolding(machine, naming)
    nodes = [graph.node(segment, numbers) for segment in segments]
    codes = Codes(machine.story)
    met = {
        number: sorted(naming.person(who) for who in state.met)
        for number, state in enumerate(states)
        if state.met
    }
    return Graph(graph.runs, graph.exits, nodes, [codes.encode(state) for state in states], met)


class _Unfolding:
    """What the nodes of a story share: what is read on the way, and what is asked then."""

    def __init__(self, machine: Machine, naming: Naming) -> None:
        self._machine = machine
        self._naming = naming
        self._runs: dict[Hashable, int] = {}
        self._exits: dict[Hashable, int] = {}
        self.runs: list[list[list[int]]] = []
        self.exits: list[Exit] = []

    def node(self, segment: Segment, numbers: dict[State, int]) -> list[int]:
        after = (self._machine.after(segment, option.number) for option in segment.options)
        return [self._run(segment), self._exit(segment), *(numbers[state] for state in after)]

    def _run(self, segment: Segment) -> int:
        key = (segment.scenes, segment.ends, tuple(beat.spot for beat in segment.beats))
        if key not in self._runs:
            self._runs[key] = len(self.runs)
            self.runs.append(self._passed(segment))
        return self._runs[key]

    def _passed(self, segment: Segment) -> list[list[int]]:
        start, passed = 0, []
        for scene, end in zip(segment.scenes, segment.ends, strict=True):
            lines = (self._naming.line(beat.spot) for beat in segment.beats[start:end])
            passed.append([self._naming.scene(scene), *lines])
            start = end
        return passed

    def _exit(self, segment: Segment) -> int:
        key = (segment.scenes[-1], tuple(option.number for option in segment.options))
        if key not in self._exits:
            self._exits[key] = len(self.exits)
            self.exits.append(self._asked(segment))
        return self._exits[key]

    def _asked(self, segment: Segment) -> Exit:
        way_out, scene = segment.exit, segment.scenes[-1]
        text = self._naming.text
        match way_out:
            case Choices():
                open_now = [each for each in segment.options if isinstance(each, ChoiceOption)]
                return {
                    "k": "choices",
                    "ask": text(scene, way_out.ask),
                    "o": [[text(scene, each.choice.text), int(each.choice.wait)] for each in open_now],
                    "i": [each.number for each in open_now],
                }
            case Tell():
                told = [each for each in segment.options if isinstance(each, TellOption)]
                adults = {each.hearing.adult: each.hearing.listens for each in told}
                return {
                    "k": "tell",
                    "ask": text(scene, way_out.ask),
                    "a": [[self._naming.person(who), int(listens)] for who, listens in adults.items()],
                    "b": [text(scene, each.text) for each in way_out.beginnings],
                }
            case Ending():
                return {
                    "k": "end",
                    "title": text(scene, way_out.title),
                    "text": text(scene, way_out.text),
                    "help": [*way_out.help],
                }
            case _:
                assert_never(way_out)
