"""A play as data: the decisions taken, and how many lines have been read since the last one.

All that a screen asks about a play is worked out from that: going back, the way taken, the backlog.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain

from game.story.engine import Beat, Machine, Moment, NotOpen, Option, State, TellOption


@dataclass(frozen=True, slots=True)
class Playthrough:
    """A play from the story's start, or from the scene of `origin`, where a resume code took it up.

    `decisions` are option numbers. `steps` counts the lines passed since the last decision.
    """

    decisions: tuple[int, ...] = ()
    steps: int = 0
    origin: State | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """One of the player's own decisions: its index, the scene, what was taken, and what there was."""

    index: int
    scene: str
    taken: Option
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """An adult who has been told, in which scene, and whether that adult listened."""

    adult: str
    scene: str
    listened: bool


def now(machine: Machine, play: Playthrough) -> Moment:
    """The moment where the play stands. Raises NotOpen when its decisions do not fit the story."""
    return machine.replay(play.decisions, play.steps, play.origin)


def forward(machine: Machine, play: Playthrough) -> Playthrough:
    """One line on; at the exit, the same play."""
    return replace(play, steps=machine.advance(now(machine, play)).step)


def decide(machine: Machine, play: Playthrough, number: int) -> Playthrough:
    """The play after a decision. Raises NotOpen when that option is not offered."""
    onward = Playthrough((*play.decisions, number), 0, play.origin)
    now(machine, onward)
    return onward


def back(machine: Machine, play: Playthrough) -> Playthrough:
    """One line back; from the first line after a decision to that decision; at the very start, the same."""
    step = now(machine, play).step
    if step > 0:
        return replace(play, steps=step - 1)
    if not play.decisions:
        return replace(play, steps=0)
    return rewind(machine, play, len(play.decisions) - 1)


def skip(machine: Machine, play: Playthrough) -> Playthrough:
    """To the end of the scene that is shown: the first line of the next one, or the exit."""
    moment = now(machine, play)
    return replace(play, steps=moment.segment.ends[moment.passed])


def rewind(machine: Machine, play: Playthrough, index: int) -> Playthrough:
    """Back to where the decision `index` (from 0) was taken, with all options open again."""
    decisions = play.decisions[:index]
    return Playthrough(decisions, _lines_after(machine, decisions, play.origin), play.origin)


def ways(machine: Machine, play: Playthrough) -> tuple[Way, ...]:
    """The player's own decisions, from the first."""
    trail = machine.trail(play.decisions, play.origin)
    return tuple(
        _way(index, moment, number)
        for index, (moment, number) in enumerate(zip(trail, play.decisions, strict=False))
    )


def heard_so_far(machine: Machine, play: Playthrough) -> tuple[Beat, ...]:
    """Every line on the way taken, to the one that is shown now; the latest stands last."""
    *earlier, last = machine.trail(play.decisions, play.origin)
    before = chain.from_iterable(moment.segment.beats for moment in earlier)
    return (*before, *last.segment.beats[: play.steps + 1])


def scenes_so_far(machine: Machine, play: Playthrough) -> tuple[str, ...]:
    """The ids of all scenes on the way taken, in order, to the one that is shown now."""
    *earlier, _ = machine.trail(play.decisions, play.origin)
    moment = now(machine, play)
    before = chain.from_iterable(moment.segment.scenes for moment in earlier)
    return (*before, *moment.segment.scenes[: moment.passed + 1])


def met_so_far(machine: Machine, play: Playthrough) -> tuple[str, ...]:
    """The adults of the cast whom the player has come across on this way, the first one first.

    Whoever stands in the picture counts at once, whoever speaks does so from that line on. After a resume
    code, the adults that a telling ahead can offer are known from before.
    """
    story = machine.story
    known = play.origin.met if play.origin else frozenset()
    met = dict.fromkeys(name for name in story.cast if name in known)
    for scene in scenes_so_far(machine, play):
        there = story.scenes[scene]
        met.update(dict.fromkeys((*there.meets, *(standing.who for standing in there.people))))
    met.update(dict.fromkeys(beat.line.speaker for beat in heard_so_far(machine, play)))
    return tuple(name for name in met if name in story.cast and story.cast[name].adult)


def told_so_far(machine: Machine, play: Playthrough) -> tuple[Telling, ...]:
    """Who has been told on this way, in order."""
    return tuple(
        Telling(way.taken.hearing.adult, way.scene, way.taken.hearing.listens)
        for way in ways(machine, play)
        if isinstance(way.taken, TellOption)
    )


def _lines_after(machine: Machine, decisions: tuple[int, ...], origin: State | None) -> int:
    return len(machine.trail(decisions, origin)[-1].segment.beats)


def _way(index: int, moment: Moment, number: int) -> Way:
    segment = moment.segment
    for option in segment.options:
        if option.number == number:
            return Way(index, segment.scenes[-1], option, segment.options)
    raise NotOpen(segment.scenes[-1], number)
