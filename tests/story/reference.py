"""Stories played the plain way: the whole past is kept, nothing is worked out beforehand, nothing forgotten.

Slow and obvious, to be compared with the engine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from game.story.logic import Add, All, Any, Compare, Condition, Effect, Happened, Not, Set, Value
from game.story.model import Choices, Ending, Goto, Story, Tell


@dataclass
class Past:
    """Everything that has happened."""

    facts: dict[str, Value]
    seen: set[str] = field(default_factory=set)
    met: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    taken: set[tuple[str, int]] = field(default_factory=set)
    heard: bool = False


@dataclass(frozen=True)
class Stop:
    """Where the play waits: lines since the last decision (scene, index), the scene, the open options."""

    lines: tuple[tuple[str, int], ...]
    scene: str
    options: tuple[int, ...]
    heard: bool


class EndlessError(Exception):
    """More gotos than any fair story has."""


class Reference:
    """One play of a story, mutable."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.past = Past({name: kind.start for name, kind in story.facts.items()})
        self.scene = story.start

    def run(self) -> Stop:
        """To the next decision."""
        lines: list[tuple[str, int]] = []
        for _ in range(2000):
            lines += self._enter()
            way_out = self.story.scenes[self.scene].exit
            if not isinstance(way_out, Goto):
                return Stop(tuple(lines), self.scene, self._open(way_out), self.past.heard)
            self.scene = next(branch.to for branch in way_out.branches if self.holds(branch.when))
        raise EndlessError

    def decide(self, number: int) -> Stop:
        """Take an open option and go on."""
        way_out = self.story.scenes[self.scene].exit
        if isinstance(way_out, Choices):
            choice = way_out.choices[number]
            self._carry_out(choice.do)
            self.past.taken |= {(self.scene, number)} if choice.once else set()
            self.scene = choice.go
        else:
            assert isinstance(way_out, Tell)
            adult, how = divmod(number, len(way_out.beginnings))
            hearing = way_out.hearings[adult]
            self._carry_out(way_out.beginnings[how].do)
            self._carry_out(hearing.do)
            self.past.told.add(hearing.adult)
            self.past.heard |= hearing.listens
            self.scene = hearing.go
        return self.run()

    def _enter(self) -> list[tuple[str, int]]:
        scene = self.story.scenes[self.scene]
        self.past.seen.add(scene.id)
        self._carry_out(scene.do)
        shown = [index for index, line in enumerate(scene.lines) if self.holds(line.when)]
        self.past.met.update(scene.meets)
        self.past.met.update(standing.who for standing in scene.people)
        self.past.met.update(scene.lines[index].speaker for index in shown)
        return [(scene.id, index) for index in shown]

    def _open(self, way_out: Choices | Tell | Ending) -> tuple[int, ...]:
        match way_out:
            case Choices(choices=choices):
                return tuple(
                    number
                    for number, choice in enumerate(choices)
                    if self.holds(choice.when) and (self.scene, number) not in self.past.taken
                )
            case Tell(hearings=hearings, beginnings=beginnings):
                return tuple(
                    which * len(beginnings) + how
                    for which, hearing in enumerate(hearings)
                    if hearing.adult in self.past.met - self.past.told and self.holds(hearing.when)
                    for how in range(len(beginnings))
                )
            case Ending():
                return ()

    def _carry_out(self, effects: tuple[Effect, ...]) -> None:
        for effect in effects:
            kind = self.story.facts[effect.fact]
            value = effect.value if isinstance(effect, Set) else self.past.facts[effect.fact] + effect.amount
            if isinstance(kind.start, bool):
                assert not isinstance(effect, Add)
                self.past.facts[effect.fact] = value
            else:
                self.past.facts[effect.fact] = max(kind.low, min(kind.high, value))

    def holds(self, condition: Condition) -> bool:
        """Whether a condition holds now."""
        match condition:
            case Compare(fact=fact, op=op, value=value):
                held = self.past.facts[fact]
                return {
                    Compare.Op.IS: held == value,
                    Compare.Op.NOT: held != value,
                    Compare.Op.AT_LEAST: held >= value,
                    Compare.Op.AT_MOST: held <= value,
                }[op]
            case Happened(what=what, name=name):
                happened = {
                    Happened.What.SEEN: self.past.seen,
                    Happened.What.MET: self.past.met,
                    Happened.What.TOLD: self.past.told,
                }
                return name in happened[what]
            case Not(part=part):
                return not self.holds(part)
            case All(parts=parts):
                return all(self.holds(part) for part in parts)
            case Any(parts=parts):
                return any(self.holds(part) for part in parts)
            case _:
                assert_never(condition)
