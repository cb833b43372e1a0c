"""Proofs about a story: that all of it can be reached, and that every way leads to help and to an ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.engine import Machine
from game.story.explore import BUDGET, NOBODY, Exploration, explore
from game.story.model import Choices, Ending, Exit, Scene, Story, Tell
from game.story.problem import Problem, problem
from game.story.static import has_telling, static_problems

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from game.story.logic import Place

ARROW = " → "


def check(
    story: Story, *, help_ids: Collection[str] | None = None, budget: int = BUDGET
) -> tuple[Problem, ...]:
    """What is wrong with a story, in the order of its file.

    The story's names must be declared, as the format makes sure. `help_ids` are the entries that can be
    shown; without them any id counts. What cannot be proven within `budget` states comes as F290.
    """
    return proven(story, explore(Machine(story), budget), help_ids)


def proven(story: Story, found: Exploration, help_ids: Collection[str] | None = None) -> tuple[Problem, ...]:
    """`check` for what has been explored already."""
    proofs = _Proofs(story, found, listened=has_telling(story))
    return tuple(sorted({*static_problems(story, help_ids), *proofs.problems()}))


class _Proofs:
    def __init__(self, story: Story, found: Exploration, *, listened: bool) -> None:
        self._story = story
        self._found = found
        self._listened = listened
        self._unproven: list[str] = []

    def problems(self) -> Iterator[Problem]:
        yield from self._reach()
        yield from self._dead_ends()
        yield from self._endings_ahead()
        if self._listened:
            yield from self._tellings_ahead()
        if self._unproven:
            yield problem(
                "F290", self._story.at, states=self._found.expanded, unproven=", ".join(self._unproven)
            )

    # --- what can be reached ---------------------------------------------------------------------------

    def _reach(self) -> Iterator[Problem]:
        missing = [each for scene in self._story.scenes.values() for each in self._unreached(scene)]
        if self._found.complete:
            yield from missing
        elif missing:
            self._unproven.append("F201")

    def _unreached(self, scene: Scene) -> Iterator[Problem]:
        if scene.id not in self._found.scenes:
            if isinstance(scene.exit, Ending):
                yield problem("F203", scene.exit.at, scene=scene.id, ending=scene.exit.title)
            else:
                yield problem("F201", scene.at, scene=scene.id)
            return
        if isinstance(scene.exit, Choices):
            for number, choice in enumerate(scene.exit.choices):
                if (scene.id, number) not in self._found.choices:
                    yield problem("F202", choice.at, scene=scene.id, choice=choice.text)
        if isinstance(scene.exit, Tell):
            for number, hearing in enumerate(scene.exit.hearings):
                if (scene.id, number) not in self._found.hearings:
                    yield problem("F212", hearing.at, scene=scene.id, adult=hearing.adult)

    # --- where a play would stop -----------------------------------------------------------------------

    def _dead_ends(self) -> Iterator[Problem]:
        found = self._found
        for index, name in _first_of_each(found.stuck.items()):
            way_out = self._story.scenes[name].exit
            yield self._on_route(self._stuck_at(way_out, index), way_out.at, index, name)
        for index, name in _first_of_each(found.circles.items()):
            yield self._on_route("F208", self._story.scenes[name].at, index, name)
        for index, name in _first_of_each(found.wayless.items()):
            yield self._on_route("F204", self._story.scenes[name].exit.at, index, name)
        if not found.complete:
            self._unproven.append("F207")

    def _stuck_at(self, way_out: Exit, index: int) -> str:
        """The code for an exit where nothing is open: nobody left to tell, all choices used up, or all hidden."""
        if isinstance(way_out, Tell):
            return "F209"
        scene, taken = self._found.stuck[index], self._found.states[index].taken
        return "F213" if any(where == scene for where, _ in taken) else "F207"

    # --- what must stay ahead --------------------------------------------------------------------------

    def _endings_ahead(self) -> Iterator[Problem]:
        found = self._found
        known = {*found.stuck, *found.circles, *found.wayless}
        marks = found.leading_to((*found.final, *self._unknown(), *known))
        for index in self._traps(marks):
            name = found.states[index].scene
            yield self._on_route("F204", self._story.scenes[name].at, index, name)
        if not found.complete:
            self._unproven.append("F204")

    def _tellings_ahead(self) -> Iterator[Problem]:
        found = self._found
        told = (index for index, state in enumerate(found.states) if state.heard)
        known = {*found.stuck, *found.circles, *found.wayless}
        marks = found.leading_to((*told, *self._unknown(), *known))
        for index in self._traps(marks):
            name = found.states[index].scene
            yield self._on_route("F205", self._story.scenes[name].at, index, name)
        for index, name in _first_of_each((index, found.final[index]) for index in found.unheard):
            way_out = self._story.scenes[name].exit
            assert isinstance(way_out, Ending)
            yield self._on_route("F206", way_out.at, index, name, ending=way_out.title)
        if not found.complete:
            self._unproven.append("F205")

    def _unknown(self) -> Iterable[int]:
        """States not looked into: beyond them, everything may still be."""
        return range(self._found.expanded, len(self._found.states))

    def _traps(self, marks: bytearray) -> Iterator[int]:
        """The first state without a mark on each way from the start, once for a scene, endings left out.

        What comes after it is as lost, and would only repeat the message.
        """
        found = self._found
        roots = (
            (index, state.scene)
            for index, state in enumerate(found.states)
            if not marks[index]
            and index not in found.final
            and (found.parents[index] == NOBODY or marks[found.parents[index]])
        )
        return (index for index, _ in _first_of_each(roots))

    def _on_route(self, code: str, at: Place, index: int, scene: str, **more: str) -> Problem:
        route = ARROW.join(state.scene for state in self._found.route(index))
        return problem(code, at, scene=scene, route=route, **more)


def _first_of_each(pairs: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, name in pairs:
        if name not in seen:
            seen.add(name)
            yield index, name
