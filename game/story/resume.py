"""Resume codes: a few signs, readable aloud, that carry the place in a story and what it needs to go on.

A code is one number, written with 31 signs. The number is the state's among all states of the story,
together with a digest of the story's structure. A last sign checks the others: a single wrong sign, and
two neighbours that changed places, are always noticed. Nothing of how the player came there is in it.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from typing import TYPE_CHECKING

from game.story.engine import Machine, State, StoryError
from game.story.model import Ending, Story
from game.story.numbering import numbering
from game.story.shape import shape

if TYPE_CHECKING:
    from collections.abc import Iterable

SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
BASE = len(SIGNS)
GROUP = 4
LEAST_DIGEST = 31_000
"""A foreign code that passes the check sign passes the digest by chance once in so many times, or less: there are several stories."""
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
    """The code for the state in which a segment begins (`Moment.segment.entry`), grouped by hyphens.

    Both ways take up to a tenth of a second for each story: ask once, not for every frame, or keep `Codes`.
    """
    return Codes(story).encode(state)


def decode(stories: Iterable[Story], code: str) -> Resumed | Refusal:
    """The story and the state that a code stands for. Small letters, spaces and hyphens do not matter.

    Any text can be given. A state that comes back can be entered, and play goes on from there.
    """
    letters = _letters(code)
    why = _refused(letters)
    if why:
        return why
    for story in stories:
        found = Codes(story).understood(letters)
        if found:
            return found
    return Refusal.OTHER_VERSION


class Codes:
    """The codes of one story, for those who ask many times: what they are written with is worked out once."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._format = _Format(story)

    def encode(self, state: State) -> str:
        """As the function `encode`."""
        return _grouped(self._format.code(state))

    def decode(self, code: str) -> Resumed | Refusal:
        """As the function `decode`."""
        letters = _letters(code)
        return _refused(letters) or self.understood(letters) or Refusal.OTHER_VERSION

    def understood(self, letters: str) -> Resumed | None:
        """What a code without blanks, whose check sign fits, stands for; None when it is not one of this story."""
        state = self._format.state(letters)
        if state is None or not _goes_on(self._story, state):
            return None
        return Resumed(self._story.about.id, state)


def _refused(letters: str) -> Refusal | None:
    """Why no story can have such a code."""
    if not 2 <= len(letters) <= MOST_SIGNS or not all(
        letter.isascii() and letter.isalnum() for letter in letters
    ):
        return Refusal.NOT_A_CODE
    if any(letter not in SIGNS for letter in letters) or _check(letters):
        return Refusal.MISTYPED
    return None


def _letters(code: str) -> str:
    plain = unicodedata.normalize("NFKC", code[: MOST_SIGNS * 2])
    return "".join(letter for letter in plain if letter not in SPACING).upper()


def _grouped(code: str) -> str:
    return "-".join(code[at : at + GROUP] for at in range(0, len(code), GROUP))


def _check(code: str) -> int:
    """0 when the check sign fits. Neighbours have different weights, and none is 0 modulo 31, a prime."""
    return sum(SIGNS.index(sign) * (at % (BASE - 1) + 1) for at, sign in enumerate(code)) % BASE


def _with_check(code: str) -> str:
    weight = len(code) % (BASE - 1) + 1
    return code + SIGNS[-_check(code) * pow(weight, -1, BASE) % BASE]


def _goes_on(story: Story, state: State) -> bool:
    try:
        segment = Machine(story).enter(state).segment
    except StoryError:
        return False
    return bool(segment.options) or isinstance(segment.exit, Ending)


class _Format:
    """How the codes of a story are written."""

    def __init__(self, story: Story) -> None:
        self._numbering = numbering(story)
        self._length = _length(self._numbering.total * LEAST_DIGEST)
        self._digests = BASE**self._length // self._numbering.total
        structure = repr((shape(story), self._numbering.total))
        whole = int.from_bytes(sha256(structure.encode()).digest(), "big")
        self._digest = whole % self._digests

    def code(self, state: State) -> str:
        number = self._numbering.number(state) * self._digests + self._digest
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
        if digest != self._digest or number >= self._numbering.total:
            return None
        return self._numbering.state(number)


def _length(count: int) -> int:
    """How many signs it takes to write `count` different numbers."""
    length = 1
    while BASE**length < count:
        length += 1
    return length
