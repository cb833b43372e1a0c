"""How long the ways through a story are: in time, in words, in decisions, and until somebody who listens knows.

Somebody who plays takes every option that is open as often as the others. Where no choice leads back to where one was,
all ways are counted; where one does, and where there are too many states, `WALKS` ways are tried, always the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from game.story.engine import StoryError
from game.story.model import Choices, Ending, Tell
from game.story.moment import ChoiceOption
from game.story.readability import counted
from game.story.traffic import after_each, deepest_first

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from game.story.engine import Machine
    from game.story.explore import Exploration
    from game.story.moment import Segment, State

WALKS = 2_000
"""Ways that are tried where not all can be counted."""
LONGEST_WALK = 5_000
"""Decisions. A way that has not come to an end by then is left out."""
MOST_DECISIONS = 60_000
"""Of all ways that are tried together, a few seconds: of a long story, or one that goes round, fewer are tried."""
MOST_WORK = 3_000_000
"""Additions, some seconds, for one measure of all ways; where it takes more, ways are tried."""
SECONDS_A_LINE = 1
"""Besides the reading: to look at who speaks, and to press."""
SECONDS_A_DECISION = 10
"""To think, or for two to talk. Like the line's, an estimate, to be tried in a class [M]."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How many words a minute are read, silently, by readers who are no older than `oldest`."""

    oldest: int
    words: int


PACES = (Pace(12, 120), Pace(15, 150), Pace(19, 180))
"""Danish schools' guidance for a text in a subject, read silently: 100 words a minute in the fourth grade, 140 in the
sixth, 170 in the ninth (Fælles Mål, as told by Sønderborg's schools) [V]; between these and beyond them, estimated [M].
A story reads faster than a subject, but the slow readers of a class must have the time too.
"""


def pace(youngest: int) -> int:
    """Words a minute, by the age of the youngest reader."""
    return next((each for each in PACES if youngest <= each.oldest), PACES[-1]).words


@dataclass(frozen=True, slots=True)
class Length:
    """What is read and decided from one decision to the next, the question and what can be chosen included."""

    words: int = 0
    lines: int = 0
    decisions: int = 0

    def seconds(self, words_a_minute: int) -> int:
        """About how long it takes."""
        reading = round(self.words * 60 / words_a_minute)
        return reading + SECONDS_A_LINE * self.lines + SECONDS_A_DECISION * self.decisions


@dataclass(frozen=True, slots=True)
class Spread:
    """The least and the most that a way takes; half of the ways take the median or less."""

    shortest: int
    median: int
    longest: int


@dataclass(frozen=True, slots=True)
class Lengths:
    """How likely each length is, by measure; `telling` has the decisions until an adult who listens knows.

    `tried` is how many ways were tried, 0 where all are counted; `endings` tells how many of them came to each.
    """

    tried: int = 0
    seconds: dict[int, float] = field(default_factory=dict)
    words: dict[int, float] = field(default_factory=dict)
    decisions: dict[int, float] = field(default_factory=dict)
    telling: dict[int, float] = field(default_factory=dict)
    endings: dict[str, int] = field(default_factory=dict)


def lengths(machine: Machine, found: Exploration) -> Lengths:
    """How long the ways are that come to an ending; nothing in it where none was found."""
    if found.complete and not found.final:
        return Lengths()
    words_a_minute = pace(machine.story.about.youngest)
    return _counted(machine, found, words_a_minute) or _tried(machine, words_a_minute)


def spread(likely: Mapping[int, float]) -> Spread | None:
    """The spread of lengths by how likely each is; None where there are none."""
    if not likely:
        return None
    half = sum(likely.values()) / 2
    passed = 0.0
    ordered = sorted(likely)
    for length in ordered:
        passed += likely[length]
        if passed >= half * (1 - 1e-9):
            return Spread(ordered[0], length, ordered[-1])
    return Spread(ordered[0], ordered[-1], ordered[-1])


def length_of(segment: Segment) -> Length:
    """How much there is from one decision to the next."""
    said = [beat.line.text for beat in segment.beats]
    way_out = segment.exit
    match way_out:
        case Choices(ask=ask):
            more = [ask, *(each.choice.text for each in segment.options if isinstance(each, ChoiceOption))]
        case Tell(ask=ask, beginnings=beginnings):
            more = [ask, *(each.text for each in beginnings)]
        case Ending(title=title, text=text):
            more = [title, text]
        case _:
            assert_never(way_out)
    return Length(sum(map(_words, [*said, *more])), len(segment.beats), int(bool(segment.options)))


@lru_cache(maxsize=50_000)
def _words(text: str) -> int:
    return counted([text]).words


# --- all ways --------------------------------------------------------------------------------------


def _counted(machine: Machine, found: Exploration, words_a_minute: int) -> Lengths | None:
    """Of all ways; None where that cannot be counted."""
    onward = after_each(found)
    order = deepest_first(onward)
    places = {index: place for place, index in enumerate(order)}
    if not found.complete or any(places[to] >= places[index] for index in order for to in onward[index]):
        return None
    order.reverse()
    parts = [_length_at(machine, found, index) for index in range(len(found.states))]
    heard = {index for index, state in enumerate(found.states) if state.heard}
    measures = (
        ([each.seconds(words_a_minute) for each in parts], found.final),
        ([each.words for each in parts], found.final),
        ([each.decisions for each in parts], found.final),
        ([int(index not in heard) for index in range(len(parts))], heard),
    )
    likely = []
    for weights, goals in measures:
        sums = _sums(onward, order, weights, goals)
        if sums is None:
            return None
        likely.append(sums)
    seconds, words, decisions, telling = likely
    return Lengths(0, seconds, words, decisions, telling)


def _length_at(machine: Machine, found: Exploration, index: int) -> Length:
    try:
        return length_of(machine.segment(found.states[index]))
    except StoryError:
        return Length()


def _sums(
    onward: Sequence[Sequence[int]], order: Sequence[int], weights: Sequence[int], goals: Collection[int]
) -> dict[int, float] | None:
    """How likely each sum of weights is on the ways to the first goal, where no way goes round; None for too much work.

    `order` has each state before those that it leads to.
    """
    coming: dict[int, dict[int, float]] = {order[0]: {0: 1.0}}
    total: dict[int, float] = {}
    work = 0
    for index in order:
        here = coming.pop(index, {})
        targets = [total] if index in goals else [coming.setdefault(to, {}) for to in onward[index]]
        work += len(here) * len(targets)
        if work > MOST_WORK:
            return None
        for into in targets:
            for length, chance in here.items():
                longer = length + weights[index]
                into[longer] = into.get(longer, 0.0) + chance / len(targets)
    return total


# --- some ways -------------------------------------------------------------------------------------


def _tried(machine: Machine, words_a_minute: int) -> Lengths:
    """Of ways that are tried. Those that come to no ending are left out."""
    walks = list(_walks(machine))
    tried = Lengths(len(walks))
    known: dict[State, Length] = {}
    for walk in walks:
        ending = walk[-1].scenes[-1]
        tried.endings[ending] = tried.endings.get(ending, 0) + 1
        parts = [_known(known, each) for each in walk]
        after = next((count for count, each in enumerate(walk) if each.entry.heard), None)
        measured = (
            (tried.seconds, sum(each.seconds(words_a_minute) for each in parts)),
            (tried.words, sum(each.words for each in parts)),
            (tried.decisions, sum(each.decisions for each in parts)),
            (tried.telling, after),
        )
        for likely, length in measured:
            if length is not None:
                likely[length] = likely.get(length, 0.0) + 1
    return tried


def _walks(machine: Machine) -> Iterator[list[Segment]]:
    """Ways that come to an ending."""
    numbers = _numbers()
    left = MOST_DECISIONS
    for _ in range(WALKS):
        walk = _walk(machine, numbers, min(left, LONGEST_WALK))
        left -= len(walk)
        if left <= 0:
            return
        if walk and isinstance(walk[-1].exit, Ending):
            yield walk


def _known(known: dict[State, Length], segment: Segment) -> Length:
    found = known.get(segment.entry)
    if found is None:
        found = known[segment.entry] = length_of(segment)
    return found


def _walk(machine: Machine, numbers: Iterator[int], most: int) -> list[Segment]:
    """One way, to its ending, to where it cannot go on, or until it is too long."""
    walk: list[Segment] = []
    try:
        moment = machine.start()
        while len(walk) < most:
            segment = moment.segment
            walk.append(segment)
            if not segment.options:
                break
            option = segment.options[next(numbers) % len(segment.options)]
            moment = machine.choose(moment, option.number)
    except StoryError:
        pass
    return walk


def _numbers() -> Iterator[int]:
    """Numbers as if by chance, and always the same: a linear congruential generator with Knuth's constants."""
    state = 1
    while True:
        state = (6364136223846793005 * state + 1442695040888963407) % 2**64
        yield state >> 33
