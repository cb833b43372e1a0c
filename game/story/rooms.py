"""Scenes made ready to be played: names looked up, conditions compiled, what stays the same worked out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from game.story.conditions import Test, compiled
from game.story.memory import Memory, Range, assigned, memories, ranges
from game.story.model import Add, Choices, Effect, Ending, Exit, Goto, Scene, Story, Tell, Value
from game.story.moment import Beat, ChoiceOption, Option, Spot, State, TellOption


@dataclass(frozen=True, slots=True)
class Change:
    """An effect on the fact at `index`: it becomes `value`, or grows by `amount` when that is None."""

    index: int
    value: Value | None
    amount: int
    low: int
    high: int


def changed(facts: tuple[Value, ...], changes: tuple[Change, ...]) -> tuple[Value, ...]:
    """The facts after the changes, in order."""
    if not changes:
        return facts
    values = list(facts)
    for change in changes:
        if change.value is None:
            grown = values[change.index] + change.amount
            values[change.index] = max(change.low, min(change.high, grown))
        else:
            values[change.index] = change.value
    return tuple(values)


@dataclass(frozen=True, slots=True)
class Door:
    """An option with all that deciding for it means, and the test of whether it is open."""

    option: Option
    test: Test | None
    go: str
    changes: tuple[Change, ...]
    adult: str = ""
    listens: bool = False
    once: frozenset[tuple[str, int]] = frozenset()

    def open_in(self, state: State) -> bool:
        """True when the option is offered in that state."""
        if self.adult and (self.adult not in state.met or self.adult in state.told):
            return False
        if self.once and self.once <= state.taken:
            return False
        return self.test is None or self.test(state)


@dataclass(frozen=True, slots=True)
class Room:
    """A scene made ready. `forget` puts facts that nobody ahead asks about back to their start."""

    scene: Scene
    enter: tuple[Change, ...]
    memory: Memory
    itself: frozenset[str]
    meets: frozenset[str]
    beats: tuple[Beat, ...]
    tests: tuple[tuple[Test | None, frozenset[str]], ...]
    exit: Exit
    branches: tuple[tuple[Test | None, str], ...]
    doors: dict[int, Door]
    always: tuple[Option, ...] | None = field(compare=False)

    def shown(self, state: State) -> tuple[tuple[Beat, ...], frozenset[str]]:
        """The lines that are there for those who entered in that state, and the adults met by them."""
        if not self.tests:
            return self.beats, self.meets
        beats = []
        met = self.meets
        for beat, (test, speaker) in zip(self.beats, self.tests, strict=True):
            if test is None or test(state):
                beats.append(beat)
                met |= speaker
        return tuple(beats), met

    def options(self, state: State) -> tuple[Option, ...]:
        """What is open at the exit of the scene."""
        if self.always is not None:
            return self.always
        return tuple(door.option for door in self.doors.values() if door.open_in(state))


def rooms(story: Story) -> dict[str, Room]:
    """All scenes made ready. A name that the story does not declare raises KeyError."""
    return _Builder(story).rooms()


class _Builder:
    def __init__(self, story: Story) -> None:
        self._story = story
        self._memories = memories(story)
        self._ranges = ranges(story)
        self._index = {name: index for index, name in enumerate(story.facts)}
        self._tracked = self._memories_together()

    def rooms(self) -> dict[str, Room]:
        return {name: self._room(scene) for name, scene in self._story.scenes.items()}

    def _memories_together(self) -> Memory:
        together = Memory()
        for memory in self._memories.values():
            together |= memory
        return together

    def _changes(self, effects: Iterable[Effect], ahead: Memory) -> tuple[Change, ...]:
        return tuple(
            self._change(effect, self._ranges[effect.fact])
            for effect in effects
            if effect.fact in ahead.facts
        )

    def _change(self, effect: Effect, within: Range) -> Change:
        amount = effect.amount if isinstance(effect, Add) else 0
        return Change(self._index[effect.fact], assigned(effect, within), amount, within.low, within.high)

    def _forget(self, memory: Memory) -> tuple[Change, ...]:
        return tuple(
            Change(self._index[name], within.start, 0, within.low, within.high)
            for name, within in self._ranges.items()
            if name not in memory.facts
        )

    def _room(self, scene: Scene) -> Room:
        memory = self._memories[scene.id]
        beats = tuple(Beat(Spot(scene.id, index), line) for index, line in enumerate(scene.lines))
        tests = tuple(
            (compiled(line.when, self._index), self._adults((line.speaker,))) for line in scene.lines
        )
        meets = self._adults((*scene.meets, *(standing.who for standing in scene.people)))
        certain = all(test is None for test, _ in tests)
        if certain:
            meets |= self._adults(line.speaker for line in scene.lines)
        doors = self._doors(scene)
        plain = all(door.test is None and not door.once and not door.adult for door in doors)
        return Room(
            scene=scene,
            enter=(*self._changes(scene.do, memory), *self._forget(memory)),
            memory=memory,
            itself=frozenset((scene.id,)) & memory.seen,
            meets=meets,
            beats=beats,
            tests=() if certain else tests,
            exit=scene.exit,
            branches=self._branches(scene),
            doors={door.option.number: door for door in doors},
            always=tuple(door.option for door in doors) if plain else None,
        )

    def _adults(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(names) & self._tracked.met

    def _branches(self, scene: Scene) -> tuple[tuple[Test | None, str], ...]:
        match scene.exit:
            case Goto(branches=branches):
                return tuple((compiled(branch.when, self._index), branch.to) for branch in branches)
            case Choices() | Tell() | Ending():
                return ()

    def _doors(self, scene: Scene) -> list[Door]:
        match scene.exit:
            case Choices():
                return self._choice_doors(scene.id, scene.exit)
            case Tell():
                return self._tell_doors(scene.exit)
            case Goto() | Ending():
                return []

    def _choice_doors(self, scene: str, way_out: Choices) -> list[Door]:
        return [
            Door(
                option=ChoiceOption(number, choice),
                test=compiled(choice.when, self._index),
                go=choice.go,
                changes=self._changes(choice.do, self._memories[choice.go]),
                once=frozenset(((scene, number),)) if choice.once else frozenset(),
            )
            for number, choice in enumerate(way_out.choices)
        ]

    def _tell_doors(self, way_out: Tell) -> list[Door]:
        return [
            Door(
                option=TellOption(which * len(way_out.beginnings) + how, hearing, beginning),
                test=compiled(hearing.when, self._index),
                go=hearing.go,
                changes=self._changes((*beginning.do, *hearing.do), self._memories[hearing.go]),
                adult=hearing.adult,
                listens=hearing.listens,
            )
            for which, hearing in enumerate(way_out.hearings)
            for how, beginning in enumerate(way_out.beginnings)
        ]


def start_facts(within: Mapping[str, Range]) -> tuple[Value, ...]:
    """The facts before the first scene."""
    return tuple(each.start for each in within.values())
