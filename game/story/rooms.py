"""Scenes made ready to be played: names looked up, conditions compiled, what stays the same worked out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from game.story.conditions import Test, compiled
from game.story.logic import Add, Effect, Value
from game.story.memory import Memory, Range, assigned, done_in, memories, ranges, targets
from game.story.model import Choices, Ending, Goto, Scene, Story, Tell
from game.story.moment import Beat, ChoiceOption, Option, Spot, State, TellOption

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Change(NamedTuple):
    """An effect on the fact at index `at`: it becomes `value`, or grows by `amount` when that is None.

    A tuple, because unpacking one is the fastest thing that Python does, and every decision does it.
    """

    at: int
    value: Value | None
    amount: int
    low: int
    high: int


def changed(facts: tuple[Value, ...], changes: tuple[Change, ...]) -> tuple[Value, ...]:
    """The facts after the changes, in order."""
    if not changes:
        return facts
    values = list(facts)
    for at, value, amount, low, high in changes:
        after = values[at] + amount if value is None else value
        values[at] = low if after < low else high if after > high else after  # noqa: FURB136 - the fast way
    return tuple(values)


@dataclass(frozen=True, slots=True)
class Door:
    """An option with all that deciding for it means, and the test of whether it is open.

    `changes` are those of the decision and then those of entering the scene that it leads to.
    """

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
    """A scene made ready.

    `enter` are the changes on entering: the scene's own, and facts that nobody asks about from here on go
    back to their start. `itself` is the scene's id where anybody asks whether it was seen. `forgets` says
    whether anything else that was remembered before can be of no more use from here on. `tested` are
    the beats with their tests; there are none when all lines are always there. `meets` are the adults met in any case,
    `speakers` those met only if a line is there. `always` is what is open whatever happened, and `gates` are the options
    with nothing but a test before them, where all are such.
    """

    scene: Scene
    enter: tuple[Change, ...]
    memory: Memory
    itself: frozenset[str]
    forgets: bool
    meets: frozenset[str]
    beats: tuple[Beat, ...]
    tested: tuple[tuple[Beat, Test | None], ...]
    speakers: frozenset[str]
    branches: tuple[tuple[Test | None, str], ...]
    doors: dict[int, Door]
    always: tuple[Option, ...] | None
    gates: tuple[tuple[Option, Test | None], ...]
    alone: tuple[str]

    def shown(self, state: State) -> tuple[Beat, ...]:
        """The lines that are there for those who entered in that state."""
        if not self.tested:
            return self.beats
        return tuple([beat for beat, test in self.tested if test is None or test(state)])

    def met(self, shown: tuple[Beat, ...]) -> frozenset[str]:
        """The adults met in the scene, when these lines were there."""
        if not self.speakers:
            return self.meets
        return self.meets | (self.speakers & {beat.line.speaker for beat in shown})

    def options(self, state: State) -> tuple[Option, ...]:
        """What is open at the exit of the scene."""
        if self.always is not None:
            return self.always
        if self.gates:
            return tuple([option for option, test in self.gates if test is None or test(state)])
        return tuple([door.option for door in self.doors.values() if door.open_in(state)])


def rooms(story: Story) -> dict[str, Room]:
    """All scenes made ready. A name that the story does not declare raises KeyError."""
    return _Builder(story).rooms()


class _Known(NamedTuple):
    """What a play may remember, by the fields of `Memory`."""

    facts: set[str]
    seen: set[str]
    met: set[str]
    told: set[str]
    taken: set[tuple[str, int]]


class _Builder:
    def __init__(self, story: Story) -> None:
        self._story = story
        self._memories = memories(story)
        self._ranges = ranges(story)
        self._index = {name: index for index, name in enumerate(story.facts)}
        self._adults_asked_about = frozenset().union(*(each.met for each in self._memories.values()))
        self._known = self._known_before()
        self._enter = self._entering()

    def rooms(self) -> dict[str, Room]:
        return {name: self._room(scene) for name, scene in self._story.scenes.items()}

    def _known_before(self) -> dict[str, _Known]:
        """For each scene, what a play may still remember when it comes there."""
        known = {name: _Known(set(), set(), set(), set(), set()) for name in self._story.scenes}
        for scene in self._story.scenes.values():
            left, done = self._memories[scene.id], done_in(scene)
            for target in targets(scene.exit):
                known[target].facts.update(left.facts)
                known[target].seen.update(left.seen)
                known[target].met.update(left.met, done.met & self._adults_asked_about)
                known[target].told.update(left.told, done.told)
                known[target].taken.update(left.taken, done.taken)
        return known

    def _forgets(self, name: str) -> bool:
        known, kept = self._known[name], self._memories[name]
        return not (
            known.seen <= kept.seen
            and known.met <= kept.met
            and known.told <= kept.told
            and known.taken <= kept.taken
        )

    def _entering(self) -> dict[str, tuple[Change, ...]]:
        return {
            name: (
                *self._changes(scene.do, self._memories[name]),
                *(
                    self._forget(fact)
                    for fact in sorted(self._known[name].facts - self._memories[name].facts)
                ),
            )
            for name, scene in self._story.scenes.items()
        }

    def _changes(self, effects: Iterable[Effect], ahead: Memory) -> tuple[Change, ...]:
        return tuple(
            self._change(effect, self._ranges[effect.fact])
            for effect in effects
            if effect.fact in ahead.facts
        )

    def _change(self, effect: Effect, within: Range) -> Change:
        amount = effect.amount if isinstance(effect, Add) else 0
        return Change(self._index[effect.fact], assigned(effect, within), amount, within.low, within.high)

    def _through(self, do: tuple[Effect, ...], go: str) -> tuple[Change, ...]:
        return (*self._changes(do, self._memories[go]), *self._enter[go])

    def _forget(self, fact: str) -> Change:
        within = self._ranges[fact]
        return Change(self._index[fact], within.start, 0, within.low, within.high)

    def _room(self, scene: Scene) -> Room:
        memory = self._memories[scene.id]
        beats = tuple(Beat(Spot(scene.id, index), line) for index, line in enumerate(scene.lines))
        tests = tuple(compiled(line.when, self._index) for line in scene.lines)
        doors = self._doors(scene)
        guarded = any(door.once or door.adult for door in doors)
        plain = not guarded and all(door.test is None for door in doors)
        spoken = zip(scene.lines, tests, strict=True)
        certain = [line.speaker for line, test in spoken if test is None]
        standing = [each.who for each in scene.people]
        return Room(
            scene=scene,
            enter=self._enter[scene.id],
            memory=memory,
            itself=frozenset((scene.id,)) & memory.seen,
            forgets=self._forgets(scene.id),
            meets=self._adults((*scene.meets, *standing, *certain)),
            beats=beats,
            tested=tuple(zip(beats, tests, strict=True)) if any(tests) else (),
            speakers=self._adults(line.speaker for line in scene.lines) - self._adults(certain),
            branches=self._branches(scene),
            doors={door.option.number: door for door in doors},
            always=tuple(door.option for door in doors) if plain else None,
            gates=() if guarded else tuple((door.option, door.test) for door in doors),
            alone=(scene.id,),
        )

    def _adults(self, names: Iterable[str]) -> frozenset[str]:
        return frozenset(names) & self._adults_asked_about

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
                changes=self._through(choice.do, choice.go),
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
                changes=self._through((*beginning.do, *hearing.do), hearing.go),
                adult=hearing.adult,
                listens=hearing.listens,
            )
            for which, hearing in enumerate(way_out.hearings)
            for how, beginning in enumerate(way_out.beginnings)
        ]


def start_facts(within: Mapping[str, Range]) -> tuple[Value, ...]:
    """The facts before the first scene."""
    return tuple(each.start for each in within.values())
