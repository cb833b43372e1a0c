"""Resume codes: a few signs, readable aloud, that carry the place in a story and what it needs to go on.

A code is one number, written with 31 signs. The number is the state, counted among all states that the
scene could have (each remembered thing is a digit with as many values as it can take), together with a
digest of the story's structure. A last sign checks the others: a single wrong sign and two neighbours
that changed places are always noticed. Nothing of how the player came there is in it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import TYPE_CHECKING

from game.story.engine import Machine, State, StoryError
from game.story.memory import Memory, Range, memories, ranges
from game.story.model import Ending, Story, Value
from game.story.shape import shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
BASE = len(SIGNS)
GROUP = 4
LEAST_DIGEST = 1000
"""A foreign code that passes the check sign passes the digest by chance once in so many times, or less."""
MOST_SIGNS = 200
"""Longer than any code; so that a pasted book costs nothing."""
SPACING = frozenset(" -_.,:/\t\r\n\xa0‐‑‒–—−")


class Refusal(Enum):
    """Why a code cannot be used."""

    NOT_A_CODE = "not a code"
    """Nothing that looks like one: empty, too short, or with signs that no keyboard code has."""
    MISTYPED = "mistyped"
    """The check sign does not fit, or there is a letter or digit that codes never use (0 1 I L O)."""
    OTHER_VERSION = "other version"
    """Well typed, but from no story that is here, or from one that has changed since."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """A code that was understood: the id of its story, and the state to enter."""

    story: str
    state: State


def encode(story: Story, state: State) -> str:
    """The code for a state in which a scene is entered (`Moment.segment.entry`), grouped by hyphens."""
    return _grouped(_Layout(story).code(state))


def decode(stories: Iterable[Story], code: str) -> Resumed | Refusal:
    """The story and the state that a code stands for. Small letters, spaces and hyphens do not matter.

    Any text can be given. A state that comes back can be entered, and play goes on from there.
    """
    letters = _letters(code)
    if not 2 <= len(letters) <= MOST_SIGNS or not all(
        letter.isascii() and letter.isalnum() for letter in letters
    ):
        return Refusal.NOT_A_CODE
    if any(letter not in SIGNS for letter in letters) or _check(letters):
        return Refusal.MISTYPED
    for story in stories:
        state = _Layout(story).state(letters)
        if state is not None and _goes_on(story, state):
            return Resumed(story.about.id, state)
    return Refusal.OTHER_VERSION


def _letters(code: str) -> str:
    plain = unicodedata.normalize("NFKC", code[: MOST_SIGNS * 2])
    return "".join(letter for letter in plain if letter not in SPACING).upper()


def _grouped(code: str) -> str:
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def _check(code: str) -> int:
    """0 when the check sign fits. Neighbours have different weights, and none is 0 modulo 31, a prime."""
    return sum(SIGNS.index(sign) * (at % (BASE - 1) + 1) for at, sign in enumerate(code)) % BASE


def _with_check(code: str) -> str:
    return next(code + sign for sign in SIGNS if not _check(code + sign))


def _goes_on(story: Story, state: State) -> bool:
    try:
        segment = Machine(story).enter(state).segment
    except StoryError:
        return False
    return bool(segment.options) or isinstance(segment.exit, Ending)


class _Layout:
    """How the states of a story are numbered."""

    def __init__(self, story: Story) -> None:
        self._facts = ranges(story)
        self._memories = memories(story)
        self._sizes = {scene: self._size(scene) for scene in story.scenes}
        self._total = sum(self._sizes.values())
        self._length = _length(self._total * LEAST_DIGEST)
        self._digests = BASE**self._length // self._total
        whole = int.from_bytes(sha256(repr(shape(story)).encode()).digest(), "big")
        self._digest = whole % self._digests

    def code(self, state: State) -> str:
        number = self._offset(state.scene) + self._number(state)
        number = number * self._digests + self._digest
        signs = []
        for _ in range(self._length):
            number, sign = divmod(number, BASE)
            signs.append(SIGNS[sign])
        return _with_check("".join(signs))

    def state(self, code: str) -> State | None:
        """The state of a code whose check sign fits; None when it is not one of this story."""
        if len(code) != self._length + 1:
            return None
        number = 0
        for sign in reversed(code[:-1]):
            number = number * BASE + SIGNS.index(sign)
        number, digest = divmod(number, self._digests)
        if digest != self._digest or number >= self._total:
            return None
        for scene, size in self._sizes.items():
            if number < size:
                return self._state(scene, number)
            number -= size
        return None

    def _offset(self, scene: str) -> int:
        offset = 0
        for name, size in self._sizes.items():
            if name == scene:
                return offset
            offset += size
        raise KeyError(scene)

    def _fact_digits(self, memory: Memory) -> Iterator[tuple[str, Range]]:
        return ((name, within) for name, within in self._facts.items() if name in memory.facts)

    def _size(self, scene: str) -> int:
        memory = self._memories[scene]
        size = 1 << (1 + len(_happenings(memory, scene)))
        for _, within in self._fact_digits(memory):
            size *= within.high - within.low + 1
        return size

    def _number(self, state: State) -> int:
        memory = self._memories[state.scene]
        number = int(state.heard)
        facts = dict(zip(self._facts, state.facts, strict=True))
        for name, within in self._fact_digits(memory):
            number = number * (within.high - within.low + 1) + int(facts[name]) - within.low
        remembered = set(_listed(state.seen, state.met, state.told, state.taken))
        for happening in _happenings(memory, state.scene):
            number = number * 2 + (happening in remembered)
        return number

    def _state(self, scene: str, number: int) -> State:
        memory = self._memories[scene]
        remembered: list[tuple[str, str, int]] = []
        for happening in reversed(_happenings(memory, scene)):
            number, bit = divmod(number, 2)
            if bit:
                remembered.append(happening)
        facts: dict[str, Value] = {name: within.start for name, within in self._facts.items()}
        for name, within in reversed(list(self._fact_digits(memory))):
            number, value = divmod(number, within.high - within.low + 1)
            facts[name] = bool(value) if isinstance(within.start, bool) else value + within.low
        return State(
            scene,
            tuple(facts.values()),
            frozenset(name for kind, name, _ in remembered if kind == "seen") | ({scene} & memory.seen),
            frozenset(name for kind, name, _ in remembered if kind == "met"),
            frozenset(name for kind, name, _ in remembered if kind == "told"),
            bool(number),
            frozenset((name, index) for kind, name, index in remembered if kind == "taken"),
        )


def _happenings(memory: Memory, scene: str) -> list[tuple[str, str, int]]:
    """What may have happened or not, in a fixed order. That the scene itself is seen goes without saying."""
    return sorted(_listed(memory.seen - {scene}, memory.met, memory.told, memory.taken))


def _listed(
    seen: Iterable[str], met: Iterable[str], told: Iterable[str], taken: Iterable[tuple[str, int]]
) -> Iterator[tuple[str, str, int]]:
    yield from (("seen", name, 0) for name in seen)
    yield from (("met", name, 0) for name in met)
    yield from (("told", name, 0) for name in told)
    yield from (("taken", name, index) for name, index in taken)


def _length(count: int) -> int:
    """How many signs it takes to write `count` different numbers."""
    length = 1
    while BASE**length < count:
        length += 1
    return length
