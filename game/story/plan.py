"""Plans: a way through a story, written down beforehand, and what must be seen on it.

A step stands between two decisions, as the lines that it speaks of do. What a step says does not depend on capitals,
blanks, or the kind of quotation marks, dots and dashes.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from game.story.logic import NOWHERE, Place
from game.story.model import Ending
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.model import Scene, Story
    from game.story.moment import Spot


@dataclass(frozen=True, slots=True)
class See:
    """Some words that are seen from here on: in a line, or in the question, an open choice or the ending after them."""

    words: str
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class NotSeen:
    """Some words that are not seen between the decision before and the one after."""

    words: str
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Choose:
    """Takes the open choice that begins with some words."""

    words: str
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Wait:
    """Takes the open choice that is marked as waiting; of several, the one that begins with some words."""

    words: str = ""
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class TellAdult:
    """Tells somebody, by id or name, and begins as some words say; the first way to begin when there are none."""

    adult: str
    beginning: str = ""
    at: Place = field(default=NOWHERE, compare=False)
    beginning_at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Back:
    """Back to the last decision, or to the last in a scene, to take it otherwise; what was said since is forgotten."""

    scene: str = ""
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class End:
    """The story has come to the ending with this title. Nothing comes after it, unless one goes back."""

    title: str
    at: Place = field(default=NOWHERE, compare=False)


Step: TypeAlias = See | NotSeen | Choose | Wait | TellAdult | Back | End


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps of a way, in order; `at` is where the plan stops."""

    steps: tuple[Step, ...]
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a plan: its problems, every line that was seen, and the scenes of the endings, both in order."""

    problems: tuple[Problem, ...]
    seen: tuple[Spot, ...]
    endings: tuple[str, ...]


_QUOTES = dict.fromkeys(map(ord, "\"”“„«»‘’'"))
_ALIKE = str.maketrans({"…": "...", "–": "-", "—": "-", "\xad": ""})


def plain(text: str) -> str:
    """A text without what does not matter when two are compared."""
    whole = unicodedata.normalize("NFC", text).translate(_QUOTES).translate(_ALIKE)
    return " ".join(whole.casefold().split())


# --- what no plan reaches --------------------------------------------------------------------------


def coverage(story: Story, outcomes: Iterable[Outcome]) -> tuple[Problem, ...]:
    """P950 for each scene with lines that no plan shows, at the first of them; P951 where there are no plans.

    The words of an ending count as one line more.
    """
    played = tuple(outcomes)
    if not played:
        return (problem("P951", story.at),)
    seen = {spot for outcome in played for spot in outcome.seen}
    ended = {ending for outcome in played for ending in outcome.endings}
    return tuple(_unreached(story.scenes.values(), seen, ended))


def _unreached(scenes: Iterable[Scene], seen: set[Spot], ended: set[str]) -> Iterator[Problem]:
    shown: dict[str, set[int]] = {}
    for spot in seen:
        shown.setdefault(spot.scene, set()).add(spot.index)
    for scene in scenes:
        there = shown.get(scene.id, set())
        missing = [line.at for index, line in enumerate(scene.lines) if index not in there]
        ending = isinstance(scene.exit, Ending)
        if ending and scene.id not in ended:
            missing.append(scene.exit.at)
        if missing:
            yield problem(
                "P950",
                missing[0],
                scene=scene.id,
                count=len(missing),
                all=len(scene.lines) + ending,
                rows=", ".join(str(at.line) for at in missing),
            )
