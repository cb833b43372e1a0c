"""What a play has to remember from each scene on: only what a condition or a telling ahead can ask about.

And of that only what may have come about by then: a fact of the last chapter is as it was at the start in the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from game.story.closure import gathered, turned
from game.story.conditions import asked
from game.story.logic import Add, Compare, Condition, Effect, FactType, Happened, Set
from game.story.model import Choices, Ending, Exit, Goto, Scene, Story, Tell

if TYPE_CHECKING:
    from collections.abc import Iterator


Thing: TypeAlias = tuple[str, str, int]
"""Anything that can be remembered: which field of `Memory` it belongs to, its name, and the number of a choice."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What can be asked about: facts by name, scenes seen, adults met and told, `once` choices taken."""

    facts: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    taken: frozenset[tuple[str, int]] = frozenset()

    def things(self) -> Iterator[Thing]:
        """Each of them by itself."""
        yield from (("facts", name, 0) for name in self.facts)
        yield from (("seen", name, 0) for name in self.seen)
        yield from (("met", name, 0) for name in self.met)
        yield from (("told", name, 0) for name in self.told)
        yield from (("taken", name, number) for name, number in self.taken)


@dataclass(frozen=True, slots=True)
class Range:
    """The values a fact takes in a play: a yes/no has 0 and 1."""

    start: int | bool
    low: int
    high: int


def targets(way_out: Exit) -> tuple[str, ...]:
    """The ids of the scenes that an exit can lead to."""
    match way_out:
        case Choices(choices=choices):
            return tuple(choice.go for choice in choices)
        case Tell(hearings=hearings):
            return tuple(hearing.go for hearing in hearings)
        case Goto(branches=branches):
            return tuple(branch.to for branch in branches)
        case Ending():
            return ()


def conditions(scene: Scene) -> Iterator[Condition]:
    """Every condition in a scene, in the order of the file."""
    yield from (line.when for line in scene.lines)
    match scene.exit:
        case Choices(choices=choices):
            yield from (choice.when for choice in choices)
        case Tell(hearings=hearings):
            yield from (hearing.when for hearing in hearings)
        case Goto(branches=branches):
            yield from (branch.when for branch in branches)
        case Ending():
            return


def effects(scene: Scene) -> Iterator[Effect]:
    """Every effect in a scene, in the order of the file."""
    yield from scene.do
    match scene.exit:
        case Choices(choices=choices):
            for choice in choices:
                yield from choice.do
        case Tell(hearings=hearings, beginnings=beginnings):
            for beginning in beginnings:
                yield from beginning.do
            for hearing in hearings:
                yield from hearing.do
        case Goto() | Ending():
            return


def asked_in(scene: Scene) -> Memory:
    """What the scene itself asks about."""
    questions = [question for condition in conditions(scene) for question in asked(condition)]
    happened: dict[Happened.What, set[str]] = {what: set() for what in Happened.What}
    for question in questions:
        if isinstance(question, Happened):
            happened[question.what].add(question.name)
    if isinstance(scene.exit, Tell):
        adults = {hearing.adult for hearing in scene.exit.hearings}
        happened[Happened.What.MET] |= adults
        happened[Happened.What.TOLD] |= adults
    return Memory(
        frozenset(question.fact for question in questions if isinstance(question, Compare)),
        frozenset(happened[Happened.What.SEEN]),
        frozenset(happened[Happened.What.MET]),
        frozenset(happened[Happened.What.TOLD]),
        _once(scene),
    )


def done_in(scene: Scene) -> Memory:
    """What can come about in the scene itself."""
    way_out = scene.exit
    speakers = (line.speaker for line in scene.lines)
    return Memory(
        frozenset(effect.fact for effect in effects(scene)),
        frozenset((scene.id,)),
        frozenset((*speakers, *scene.meets, *(standing.who for standing in scene.people))),
        frozenset(each.adult for each in way_out.hearings) if isinstance(way_out, Tell) else frozenset(),
        _once(scene),
    )


def _once(scene: Scene) -> frozenset[tuple[str, int]]:
    if not isinstance(scene.exit, Choices):
        return frozenset()
    return frozenset((scene.id, number) for number, choice in enumerate(scene.exit.choices) if choice.once)


def memories(story: Story) -> dict[str, Memory]:
    """For each scene, what may have come about when it is entered, and is asked about in it or in any that can follow."""
    bits = _Bits()
    onward = {scene.id: targets(scene.exit) for scene in story.scenes.values()}
    asked_ahead = gathered({name: bits.of(asked_in(scene)) for name, scene in story.scenes.items()}, onward)
    done_before = gathered(
        {name: bits.known(done_in(scene)) for name, scene in story.scenes.items()}, turned(onward)
    )
    return {name: bits.memory(asked_ahead[name] & done_before[name]) for name in story.scenes}


class _Bits:
    """Each thing as one bit of a number."""

    def __init__(self) -> None:
        self._index: dict[Thing, int] = {}
        self._things: list[Thing] = []
        self._made: dict[int, Memory] = {}

    def of(self, memory: Memory) -> int:
        for thing in memory.things():
            if thing not in self._index:
                self._index[thing] = len(self._things)
                self._things.append(thing)
        return self.known(memory)

    def known(self, memory: Memory) -> int:
        """The same without what nobody asks about."""
        return sum(1 << self._index[thing] for thing in memory.things() if thing in self._index)

    def memory(self, bits: int) -> Memory:
        """What the bits stand for; often the same as in the scene before."""
        if bits not in self._made:
            self._made[bits] = _memory([self._things[index] for index in _set_bits(bits)])
        return self._made[bits]


def _set_bits(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _memory(things: list[Thing]) -> Memory:
    return Memory(
        frozenset(name for kind, name, _ in things if kind == "facts"),
        frozenset(name for kind, name, _ in things if kind == "seen"),
        frozenset(name for kind, name, _ in things if kind == "met"),
        frozenset(name for kind, name, _ in things if kind == "told"),
        frozenset((name, number) for kind, name, number in things if kind == "taken"),
    )


def ranges(story: Story) -> dict[str, Range]:
    """For each fact, the values that a play has to tell apart.

    A number that only ever grows, and is only asked about up to some height, needs no values above it.
    """
    tops: dict[str, list[int]] = {name: [] for name in story.facts}
    shrinking: set[str] = set()
    for scene in story.scenes.values():
        for effect in effects(scene):
            if isinstance(effect, Add) and effect.amount < 0:
                shrinking.add(effect.fact)
        for condition in conditions(scene):
            for question in asked(condition):
                if isinstance(question, Compare):
                    above = 0 if question.op is Compare.Op.AT_LEAST else 1
                    tops[question.fact].append(int(question.value) + above)
    return {
        name: _range(kind, None if name in shrinking else tops[name]) for name, kind in story.facts.items()
    }


def _range(kind: FactType, tops: list[int] | None) -> Range:
    if isinstance(kind.start, bool):
        return Range(kind.start, 0, 1)
    high = kind.high if tops is None else max(kind.low, min(kind.high, max(tops, default=kind.low)))
    return Range(max(kind.low, min(high, kind.start)), kind.low, high)


def assigned(effect: Effect, within: Range) -> int | bool | None:
    """The value that a fact has after the effect, where that does not depend on its value before."""
    match effect:
        case Set(value=value):
            kept = max(within.low, min(within.high, int(value)))
            return bool(kept) if isinstance(within.start, bool) else kept
        case Add():
            return None
