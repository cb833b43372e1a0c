"""The ways through a story: how many, how long, which endings they come to, and how near telling an adult is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.engine import StoryError
from game.story.explore import NOBODY
from game.story.model import Ending
from game.story.moment import ChoiceOption, TellOption
from game.story.route_lengths import Spread, lengths, spread
from game.story.traffic import after_each, deepest_first, traffic, ways

if TYPE_CHECKING:
    from game.story.engine import Machine
    from game.story.explore import Exploration
    from game.story.moment import Segment, State
    from game.story.route_lengths import Lengths

MOST_PASSED = 500_000
"""States times scenes for which it is worked out how many pass where; beyond that, it takes too long."""


@dataclass(frozen=True, slots=True)
class Reached:
    """An ending: its scene and title, the share of ways that come to it (0 to 1), how many ways do, and the fewest
    decisions there.

    `ways` is None where the story's ways have no number, `fewest` where no way was found.
    """

    scene: str
    title: str
    share: float
    ways: int | None
    fewest: int | None


@dataclass(frozen=True, slots=True)
class ToTelling:
    """How near telling is, for as long as no adult who listens knows.

    `after` is how many decisions it takes until one does, the telling included; None where none ever does. Of the
    `choices` that can be open until then, `leading` can have the telling of one who listens as the next decision. `far` is
    the scene that is farthest away, and the fewest decisions from entering it until one knows; None where that cannot
    be said.
    """

    after: Spread | None
    choices: int
    leading: int
    far: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class Routes:
    """All ways from the start to an ending. `count` is None where they have no number.

    `tried` is how many ways the lengths come from, 0 where all are counted.
    """

    count: int | None
    tried: int
    seconds: Spread
    words: Spread
    decisions: Spread
    endings: tuple[Reached, ...]
    telling: ToTelling


def routes(machine: Machine, found: Exploration) -> Routes | None:
    """The ways through a story that has been explored; None where none of them comes to an ending."""
    measured = lengths(machine, found)
    count = ways(found)
    seconds, words, decisions = spread(measured.seconds), spread(measured.words), spread(measured.decisions)
    if seconds is None or words is None or decisions is None:
        return None
    return Routes(
        count=count,
        tried=measured.tried,
        seconds=seconds,
        words=words,
        decisions=decisions,
        endings=_endings(machine, found, measured, numbered=count is not None),
        telling=_telling(machine, found, spread(measured.telling)),
    )


def _endings(
    machine: Machine, found: Exploration, measured: Lengths, *, numbered: bool
) -> tuple[Reached, ...]:
    """Every ending of the story, the one that most ways come to first."""
    counts, shares = _on_the_way_to(found) if numbered else ({}, _shares(machine, found, measured))
    deep = _depths(found)
    fewest: dict[str, int] = {}
    for index, scene in found.final.items():
        fewest[scene] = min(deep[index], fewest.get(scene, deep[index]))
    endings = [
        Reached(
            scene.id,
            scene.exit.title,
            shares.get(scene.id, 0.0),
            counts.get(scene.id, 0) if numbered else None,
            fewest.get(scene.id),
        )
        for scene in machine.story.scenes.values()
        if isinstance(scene.exit, Ending)
    ]
    return tuple(sorted(endings, key=lambda ending: -ending.share))


def _on_the_way_to(found: Exploration) -> tuple[dict[str, int], dict[str, float]]:
    """How many ways lead to each ending, and the share of those who play that comes there, where no way goes round."""
    onward = after_each(found)
    counts: dict[int, int] = {0: 1}
    chances: dict[int, float] = {0: 1.0}
    ways_to: dict[str, int] = {}
    share_of: dict[str, float] = {}
    for index in reversed(deepest_first(onward)):
        count, chance = counts.pop(index), chances.pop(index)
        for after in onward[index]:
            counts[after] = counts.get(after, 0) + count
            chances[after] = chances.get(after, 0.0) + chance / len(onward[index])
        if index in found.final:
            scene = found.final[index]
            ways_to[scene] = ways_to.get(scene, 0) + count
            share_of[scene] = share_of.get(scene, 0.0) + chance
    return ways_to, share_of


def _shares(machine: Machine, found: Exploration, measured: Lengths) -> dict[str, float]:
    """The share of those who play that comes to each ending, where ways go round: worked out, or from those tried."""
    if found.complete and len(found.states) * len(machine.story.scenes) <= MOST_PASSED:
        return traffic(machine, found)
    return {scene: count / measured.tried for scene, count in measured.endings.items()}


def _depths(found: Exploration) -> list[int]:
    """The fewest decisions to each state; a state stands after the one from which it was first reached."""
    deep: list[int] = []
    for parent in found.parents:
        deep.append(0 if parent == NOBODY else deep[parent] + 1)
    return deep


def _telling(machine: Machine, found: Exploration, after: Spread | None) -> ToTelling:
    leads_to: dict[tuple[str, int], str] = {}
    before_telling: set[str] = set()
    for state in found.states[: found.expanded]:
        segment = None if state.heard else _segment(machine, state)
        if segment is None:
            continue
        if _tells(segment):
            before_telling.add(state.scene)
        for option in segment.options:
            if isinstance(option, ChoiceOption):
                leads_to[segment.scenes[-1], option.number] = option.choice.go
    leading = sum(scene in before_telling for scene in leads_to.values())
    return ToTelling(after, len(leads_to), leading, _far(found) if found.complete else None)


def _segment(machine: Machine, state: State) -> Segment | None:
    try:
        return machine.segment(state)
    except StoryError:
        return None


def _tells(segment: Segment) -> bool:
    """Whether the next decision can be to tell an adult who listens."""
    return any(isinstance(each, TellOption) and each.hearing.listens for each in segment.options)


def _far(found: Exploration) -> tuple[str, int] | None:
    """The scene that is farthest from telling, of those from which one can get there."""
    away = {index: 0 for index, state in enumerate(found.states) if state.heard}
    near = list(away)
    for index in near:
        for before in found.links.before(index):
            if before not in away:
                away[before] = away[index] + 1
                near.append(before)
    if not away:
        return None
    farthest = max(away, key=lambda index: (away[index], -index))
    return found.states[farthest].scene, away[farthest]
