"""What a play has to remember from each scene on: only what a condition or a telling ahead can ask about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.conditions import asked
from game.story.logic import Add, Compare, Condition, Effect, FactType, Happened, Set
from game.story.model import Choices, Ending, Exit, Goto, Scene, Story, Tell

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Memory:
    """What is asked about: facts by name, scenes seen, adults met and told, `once` choices taken."""

    facts: frozenset[str] = frozenset()
    seen: frozenset[str] = frozenset()
    met: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    taken: frozenset[tuple[str, int]] = frozenset()

    def __or__(self, other: Memory) -> Memory:
        return Memory(
            self.facts | other.facts,
            self.seen | other.seen,
            self.met | other.met,
            self.told | other.told,
            self.taken | other.taken,
        )


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
    taken: set[tuple[str, int]] = set()
    match scene.exit:
        case Tell(hearings=hearings):
            adults = {hearing.adult for hearing in hearings}
            happened[Happened.What.MET] |= adults
            happened[Happened.What.TOLD] |= adults
        case Choices(choices=choices):
            taken = {(scene.id, number) for number, choice in enumerate(choices) if choice.once}
        case Goto() | Ending():
            pass
    return Memory(
        frozenset(question.fact for question in questions if isinstance(question, Compare)),
        frozenset(happened[Happened.What.SEEN]),
        frozenset(happened[Happened.What.MET]),
        frozenset(happened[Happened.What.TOLD]),
        frozenset(taken),
    )


def memories(story: Story) -> dict[str, Memory]:
    """For each scene, what is asked about in it or in any scene that can follow."""
    found = {scene.id: asked_in(scene) for scene in story.scenes.values()}
    before: dict[str, list[str]] = {name: [] for name in story.scenes}
    for scene in story.scenes.values():
        for target in targets(scene.exit):
            before[target].append(scene.id)
    waiting = dict.fromkeys(story.scenes)
    while waiting:
        name, _ = waiting.popitem()
        for earlier in before[name]:
            merged = found[earlier] | found[name]
            if merged != found[earlier]:
                found[earlier] = merged
                waiting[earlier] = None
    return found


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
