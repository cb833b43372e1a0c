"""A shortest way to a scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.moment import StoryError
from game.story.playthrough import Playthrough

if TYPE_CHECKING:
    from game.story.engine import Machine, Segment, State

MOST = 100_000
"""States that are looked into before a scene counts as one that no way leads to."""


def way_to(machine: Machine, scene: str) -> Playthrough | None:
    """A way with as few decisions as there can be, to the first line of a scene; None when none leads there."""
    before: dict[State, tuple[State, int] | None] = {machine.first_state(): None}
    waiting = list(before)
    for state in waiting:
        try:
            segment = machine.segment(state)
        except StoryError:
            continue
        if scene in segment.scenes:
            return Playthrough(_decisions(before, state), _lines_before(segment, scene))
        if len(waiting) > MOST:
            return None
        for option in segment.options:
            after = machine.after(segment, option.number)
            if after not in before:
                before[after] = (state, option.number)
                waiting.append(after)
    return None


def opened_at(machine: Machine, scene: str) -> Playthrough:
    """A shortest way to a scene; where none leads there, the scene as if one came from nowhere.

    Raises StoryError when not even that can be shown: its gotos lead round and round, or nowhere.
    """
    found = way_to(machine, scene)
    if found is None:
        found = Playthrough(origin=machine.bare_state(scene))
        machine.trail((), found.origin)
    return found


def _decisions(before: dict[State, tuple[State, int] | None], state: State) -> tuple[int, ...]:
    found = []
    came = before[state]
    while came is not None:
        found.append(came[1])
        came = before[came[0]]
    return tuple(reversed(found))


def _lines_before(segment: Segment, scene: str) -> int:
    passed = segment.scenes.index(scene)
    return segment.ends[passed - 1] if passed else 0
