"""Whether a story has so many states that a page cannot hold them all, and what makes them so many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from game.story.model import Choices
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.checks.subject import Subject
    from game.story.engine import State
    from game.story.explore import Exploration
    from game.story.logic import Place
    from game.story.model import Story

MOST = 50_000
"""States that the web edition holds: a megabyte of graph, as it is sent."""
MANY = 10_000
"""States from which on an author is told, long before the story has to be taken apart."""
TOLD = 4
"""Causes that are named."""


class Cause(NamedTuple):
    """Something that a story remembers, and how many times fewer states it would have without that.

    `kind` is "fact", "seen", "met", "told" or "once", as authors write them; `at` is where it stands.
    """

    kind: str
    name: str
    times: float
    at: Place


def problems(subject: Subject) -> Iterator[Problem]:
    """L357 where there are many."""
    if len(subject.found.states) >= MANY:
        yield many_states(subject.story, subject.found)


def many_states(story: Story, found: Exploration) -> Problem:
    """How many states there are, and what multiplies them the most."""
    worst = causes(story, found.states)[:TOLD]
    return problem(
        "L357",
        worst[0].at if worst else story.at,
        states=f"{len(found.states)}" if found.complete else f">{len(found.states)}",
        most=str(MOST),
        causes=", ".join(f"{_written(each)} × {each.times:.1f}" for each in worst),
        orsaker=", ".join(f"{_written(each)} × {each.times:.1f}".replace(".", ",") for each in worst),
    )


def causes(story: Story, states: tuple[State, ...]) -> tuple[Cause, ...]:
    """All that makes several states of one, that which multiplies them the most first."""
    remembered = [dict(_remembered(story, state)) for state in states]
    scenes = {scene: number for number, scene in enumerate(story.scenes)}
    sizes: dict[tuple[str, str], int] = {}
    for each in remembered:
        for what, value in each.items():
            sizes[what] = max(sizes.get(what, 0), value)
    weights, weight = {}, len(scenes)
    for what, size in sizes.items():
        weights[what] = weight
        weight *= size + 1
    wholes = [
        scenes[state.scene] + sum(weights[what] * value for what, value in each.items())
        for state, each in zip(states, remembered, strict=True)
    ]
    found = []
    for what, weight in weights.items():
        without = {whole - weight * each.get(what, 0) for whole, each in zip(wholes, remembered, strict=True)}
        if len(without) < len(states):
            found.append(Cause(*what, len(states) / len(without), _at(story, *what)))
    return tuple(sorted(found, key=lambda cause: -cause.times))


def _remembered(story: Story, state: State) -> Iterator[tuple[tuple[str, str], int]]:
    """What a state remembers, each as a number that is 0 where it is left out."""
    for (name, fact), value in zip(story.facts.items(), state.facts, strict=True):
        if number := int(value) - min(fact.low, int(fact.start), 0):
            yield ("fact", name), number
    for kind, names in (("seen", state.seen), ("met", state.met), ("told", state.told)):
        for name in sorted(names):
            yield (kind, name), 1
    for scene, index in sorted(state.taken):
        yield ("once", f"{scene}/{index}"), 1


def _at(story: Story, kind: str, name: str) -> Place:
    match kind:
        case "fact":
            return story.facts[name].at
        case "seen":
            return story.scenes[name].at
        case "once":
            scene, _, index = name.rpartition("/")
            way_out = story.scenes[scene].exit
            return way_out.choices[int(index)].at if isinstance(way_out, Choices) else story.at
        case _:
            return story.cast[name].at


def _written(cause: Cause) -> str:
    return cause.name if cause.kind == "fact" else f"{cause.kind} {cause.name}"
