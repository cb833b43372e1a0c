"""Conditions that always hold, or never, on every way there is: what the exploration of a story shows beside its proofs."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, TypeAlias

from game.story.conditions import asked, compiled
from game.story.logic import ALWAYS
from game.story.model import Choices, Goto, Scene, Tell
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.checks.subject import Subject
    from game.story.engine import Segment
    from game.story.logic import Condition, Place
    from game.story.model import Story

_LINE, _WAY_OUT = "line", "way out"
_Key: TypeAlias = tuple[str, str, int]
"""A scene, which part of it, and the index there."""


def problems(subject: Subject) -> Iterator[Problem]:
    """L303 for a condition that always holds, L304 for one that never does; nothing when not all could be explored."""
    counts = subject.counts
    if not subject.found.complete:
        return
    for key, (condition, at) in counts.conditional.items():
        if counts.asked[key] and counts.held[key] in (0, counts.asked[key]):
            code = "L303" if counts.held[key] else "L304"
            first = next((question.at for question in asked(condition)), at)
            yield problem(code, first, scene=key[0])


def _conditions(story: Story) -> Iterator[tuple[_Key, tuple[Condition, Place]]]:
    for scene in story.scenes.values():
        for index, line in enumerate(scene.lines):
            if line.when != ALWAYS:
                yield (scene.id, _LINE, index), (line.when, line.at)
        for index, (condition, at) in enumerate(_of_exit(scene)):
            if condition != ALWAYS:
                yield (scene.id, _WAY_OUT, index), (condition, at)


def _of_exit(scene: Scene) -> list[tuple[Condition, Place]]:
    match scene.exit:
        case Choices(choices=choices):
            return [(choice.when, choice.at) for choice in choices]
        case Tell(hearings=hearings):
            return [(hearing.when, hearing.at) for hearing in hearings]
        case Goto(branches=branches):
            return [(branch.when, branch.at) for branch in branches]
        case _:
            return []


class Counts:
    """How often each condition of a story was asked, and how often it held, in the segments that it was shown."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self.conditional = dict(_conditions(story))
        facts = {name: index for index, name in enumerate(story.facts)}
        self._tests = {key: compiled(condition, facts) for key, (condition, _) in self.conditional.items()}
        self._lines: dict[str, list[_Key]] = {}
        self._exits: dict[str, list[_Key]] = {}
        for key in self.conditional:
            kept = self._lines if key[1] == _LINE else self._exits
            kept.setdefault(key[0], []).append(key)
        self.asked: Counter[_Key] = Counter()
        self.held: Counter[_Key] = Counter()

    def take(self, segment: Segment) -> None:
        """Counts one segment more."""
        start = 0
        for number, scene in enumerate(segment.scenes):
            end = segment.ends[number]
            if scene in self._lines:
                self._take_lines(self._lines[scene], {beat.spot.index for beat in segment.beats[start:end]})
            if scene in self._exits:
                after = segment.scenes[number + 1] if number + 1 < len(segment.scenes) else ""
                self._take_exit(scene, after, segment)
            start = end

    def _take_lines(self, keys: list[_Key], shown: set[int]) -> None:
        for key in keys:
            self.asked[key] += 1
            self.held[key] += key[2] in shown

    def _take_exit(self, scene: str, after: str, segment: Segment) -> None:
        way_out = self._story.scenes[scene].exit
        if isinstance(way_out, Goto):
            # The first branch that holds is taken, and those after it are not asked.
            taken = next(index for index, branch in enumerate(way_out.branches) if branch.to == after)
            for key in self._exits[scene]:
                self.asked[key] += key[2] <= taken
                self.held[key] += key[2] == taken
            return
        for key in self._exits[scene]:
            self.asked[key] += 1
            test = self._tests[key]
            self.held[key] += test is None or test(segment.final)
