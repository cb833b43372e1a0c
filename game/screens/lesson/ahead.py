"""The next chapter of the class's story: how one comes there with the fewest decisions that nobody in class has taken."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.model import Play
    from game.story.engine import Moment, Option, Segment, Spot

FAR = 4_000
"""So many ways are looked at; a chapter that is farther away than that is not offered."""
DETOUR = 2
"""So many decisions more are taken for the chapter that is next, rather than for one after it."""


@dataclass(frozen=True, slots=True)
class Between:
    """A decision on the way there: the moment at which it is asked for, and what is taken."""

    moment: Moment
    taken: Option


@dataclass(frozen=True, slots=True)
class Ahead:
    """A chapter ahead, and the class's play there. `between` is what is decided for it on the way, as little as can be."""

    chapter: int
    play: Play
    between: tuple[Between, ...]


def ahead(play: Play) -> Ahead | None:
    """The next chapter, or one after it where that is much nearer; None in the last one, and where every way ends before
    there is another.

    Of ways that are as short, it is the one whose options stand first. What is not read is passed over: its signs are not
    brought up later.
    """
    chapter = chapter_of(play)
    if chapter >= len(play.story.chapters):
        return None
    found = _found(play, chapter)
    if found is None:
        return None
    between, last, step = found
    way = replace(
        play.way, decisions=(*play.way.decisions, *(each.taken.number for each in between)), steps=step
    )
    skipped = play.skipped | frozenset(_passed(play, between, last, step))
    there = replace(play, way=way, skipped=skipped)
    return Ahead(chapter_of(there), there, between)


def chapter_of(play: Play) -> int:
    """The chapter that the class is in, from 1."""
    return play.story.scenes[play.moment.scene].chapter


def _found(play: Play, chapter: int) -> tuple[tuple[Between, ...], Segment, int] | None:
    """The decisions to a scene of a later chapter, the stretch that it is in, and its first line there.

    A chapter that some ways leave out is not left out for the sake of a decision or two.
    """
    here = play.moment
    farther: tuple[tuple[Between, ...], Segment, int] | None = None
    waiting: deque[tuple[tuple[Between, ...], Moment]] = deque([((), here)])
    been = {here.segment.entry}
    while waiting and len(been) < FAR:
        between, moment = waiting.popleft()
        if farther and len(between) > len(farther[0]) + DETOUR:
            break
        segment = moment.segment
        step = _first_line(play, segment, moment.passed, chapter)
        if step is not None:
            found = between, segment, step
            if play.story.scenes[moment._replace(step=step).scene].chapter == chapter + 1:
                return found
            farther = farther or found
            continue
        at_exit = moment._replace(step=len(segment.beats))
        for option in segment.options:
            later = play.machine.choose(moment, option.number)
            if later.segment.entry not in been:
                been.add(later.segment.entry)
                waiting.append(((*between, Between(at_exit, option)), later))
    return farther


def _first_line(play: Play, segment: Segment, passed: int, chapter: int) -> int | None:
    starts = (0, *segment.ends)
    places = enumerate(segment.scenes)
    later = (place for place, id_ in places if place >= passed and play.story.scenes[id_].chapter > chapter)
    return next((starts[place] for place in later), None)


def _passed(play: Play, between: tuple[Between, ...], last: Segment, step: int) -> Iterator[Spot]:
    """The lines after the one that is shown now, to the first one of the chapter."""
    stretches = [each.moment.segment.beats for each in between] + [last.beats[:step]]
    stretches[0] = stretches[0][play.moment.step + 1 :]
    return (beat.spot for beat in chain.from_iterable(stretches))
