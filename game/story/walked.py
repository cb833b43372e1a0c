"""What has been walked: the scenes that a player has been in, the ways taken between them, and the ways back there.

Nothing here looks further than what was played and offered, so that a map of it cannot give anything away.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

from game.story.engine import Beat, Machine, Moment, TellOption
from game.story.model import Ending
from game.story.playthrough import Playthrough

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.story.engine import Option, Segment, Spot


@dataclass(frozen=True, slots=True)
class Visit:
    """A scene that was played: the lines that were read there, what was taken, and what else was offered.

    Of a telling each adult is one way on, however one began. `back` is the play that leads there again: to the choice,
    where one was made or can be made, else to the first line. `asked` when the choice was come to, `ended` when the ending was.
    `last` counts up with the scenes that were played: when it was come to for the last time.
    """

    scene: str
    beats: tuple[Beat, ...]
    taken: tuple[Option, ...]
    untried: int
    asked: bool
    ended: bool
    back: Playthrough
    last: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one scene to the next. `latest` when it belongs to the present way, and not only to an earlier one."""

    source: str
    target: str
    latest: bool


@dataclass(frozen=True, slots=True)
class Walked:
    """All scenes that were played, in the order in which they were first come to, and what was walked between them."""

    visits: tuple[Visit, ...]
    stretches: tuple[Stretch, ...]

    def latest(self, most: int) -> Walked:
        """No more scenes than this, those that were come to last, and what was walked between them."""
        if len(self.visits) <= most:
            return self
        since = sorted(visit.last for visit in self.visits)[-most]
        visits = tuple(visit for visit in self.visits if visit.last >= since)
        there = {visit.scene for visit in visits}
        return Walked(visits, tuple(each for each in self.stretches if {each.source, each.target} <= there))


def kept(ways: tuple[Playthrough, ...], way: Playthrough) -> tuple[Playthrough, ...]:
    """The ways that were walked, with one more; none of them is the beginning of another."""
    if any(_begins(way, each) for each in ways):
        return ways
    return (*(each for each in ways if not _begins(each, way)), way)


def walked(machine: Machine, earlier: Iterable[Playthrough], way: Playthrough) -> Walked:
    """What there is to remember of earlier ways and of the present one.

    Raises NotOpen when the decisions of a way do not fit the story.
    """
    memories: dict[str, _Memory] = {}
    stretches: dict[tuple[str, str], bool] = {}
    when = count()
    for each in (*earlier, way):
        before = ""
        for place in _places(machine, each):
            memories.setdefault(place.scene, _Memory(place.scene)).add(place, next(when))
            if before:
                stretches[before, place.scene] = each is way
            before = place.scene
    return Walked(
        tuple(memory.visit() for memory in memories.values()),
        tuple(Stretch(source, target, latest) for (source, target), latest in stretches.items()),
    )


def revisited(
    machine: Machine, earlier: Iterable[Playthrough], way: Playthrough, scene: str
) -> Playthrough | None:
    """The play that leads back to a scene (see `Visit.back`); None when it was never played."""
    visits = walked(machine, earlier, way).visits
    return next((visit.back for visit in visits if visit.scene == scene), None)


def _begins(one: Playthrough, other: Playthrough) -> bool:
    """Whether a way is the beginning of another, or the same."""
    if one.origin != other.origin or one.decisions != other.decisions[: len(one.decisions)]:
        return False
    return len(one.decisions) < len(other.decisions) or one.steps <= other.steps


@dataclass(frozen=True, slots=True)
class _Place:
    """A scene on a way. `over` is its exit, when that was come to and is no goto; `taken` the number that was decided on."""

    scene: str
    beats: tuple[Beat, ...]
    back: Playthrough
    over: Segment | None
    taken: int | None


def _places(machine: Machine, way: Playthrough) -> Iterator[_Place]:
    """The scenes of a way in order. One in which nothing was said and nothing asked is none that a player has seen."""
    trail = machine.trail(way.decisions, way.origin)
    for index, (segment, _) in enumerate(trail):
        last = index == len(way.decisions)
        read = min(way.steps + 1, len(segment.beats)) if last else len(segment.beats)
        at_exit = not last or Moment(segment, way.steps).at_exit
        start = 0
        for number, (scene, end) in enumerate(zip(segment.scenes, segment.ends, strict=True)):
            over = at_exit and number == len(segment.scenes) - 1
            beats = segment.beats[start : min(end, read)]
            if beats or over:
                steps = end if over and not isinstance(segment.exit, Ending) else start
                back = Playthrough(way.decisions[:index], steps, way.origin)
                taken = None if last else way.decisions[index]
                yield _Place(scene, beats, back, segment if over else None, taken if over else None)
            start = end


@dataclass(slots=True)
class _Memory:
    """What is known of a scene so far."""

    scene: str
    beats: dict[Spot, Beat] = field(default_factory=dict)
    offered: set[int | str] = field(default_factory=set)
    taken: dict[int | str, Option] = field(default_factory=dict)
    asked: bool = False
    ended: bool = False
    back: Playthrough | None = None
    last: int = 0

    def add(self, place: _Place, when: int) -> None:
        """Once more; the last time that a choice was there is the one to go back to."""
        self.last = when
        self.beats.update((beat.spot, beat) for beat in place.beats)
        asked = place.over is not None and not isinstance(place.over.exit, Ending)
        if asked or not self.asked:
            self.back = place.back
        self.asked |= asked
        if place.over is None:
            return
        self.ended |= not asked
        for option in place.over.options:
            self.offered.add(_way_on(option))
            if option.number == place.taken:
                self.taken.setdefault(_way_on(option), option)

    def visit(self) -> Visit:
        assert self.back is not None, "it was added when it was made"
        untried = len(self.offered - self.taken.keys())
        taken = tuple(self.taken.values())
        return Visit(
            self.scene,
            tuple(self.beats.values()),
            taken,
            untried,
            self.asked,
            self.ended,
            self.back,
            self.last,
        )


def _way_on(option: Option) -> int | str:
    """What tells one way on from another: the choice, or the adult."""
    return option.hearing.adult if isinstance(option, TellOption) else option.number
