"""Which text a changed text most likely was before: the most similar one, of its own scene rather than of another."""

from __future__ import annotations

import re
from collections import Counter
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HERE, _ELSEWHERE = 0.55, 0.7
"""How similar a text of the same context, and one of another, has to be: 1 is the same, 0 has nothing in common."""
_COMPARED = 5
"""Of the texts with the most in common so many are compared letter by letter."""
_COMMON = 100
"""A word in more texts than this leads to none of them."""
_WORD = re.compile(r"\w+")


class Text(NamedTuple):
    """A text by its number among those it stands with."""

    number: int
    context: str
    text: str


class Match(NamedTuple):
    """The old text that a new one was, by their numbers, and how similar they are."""

    likeness: float
    new: int
    old: int


class Likeness:
    """The old texts, ready to be searched."""

    def __init__(self, old: Iterable[Text]) -> None:
        self._old = {text.number: text for text in old}
        self._parts = {number: _parts(text.text) for number, text in self._old.items()}
        self._contexts: dict[str, list[int]] = {}
        self._words: dict[str, list[int]] = {}
        for number, text in self._old.items():
            self._contexts.setdefault(text.context, []).append(number)
            for word in _words(text.text):
                self._words.setdefault(word, []).append(number)

    def matches(self, new: Iterable[Text]) -> list[Match]:
        """The most similar pairs, each text in one of them at most; the best pair first."""
        pairs = sorted((match for text in new for match in self._of(text)), key=_best_first)
        found: list[Match] = []
        taken: set[int] = set()
        given: set[int] = set()
        for match in pairs:
            if match.new not in taken and match.old not in given:
                taken.add(match.new)
                given.add(match.old)
                found.append(match)
        return found

    def _of(self, new: Text) -> Iterator[Match]:
        parts = _parts(new.text)
        candidates = {*self._contexts.get(new.context, ()), *self._sharing_words(new.text)}
        ranked = sorted(candidates, key=lambda number: (-_shared(parts, self._parts[number]), number))
        matcher = SequenceMatcher(autojunk=False)
        matcher.set_seq2(new.text)
        for number in ranked[:_COMPARED]:
            old = self._old[number]
            least = _HERE if old.context == new.context else _ELSEWHERE
            matcher.set_seq1(old.text)
            if matcher.quick_ratio() >= least and matcher.ratio() >= least:
                yield Match(matcher.ratio(), new.number, number)

    def _sharing_words(self, text: str) -> list[int]:
        counted: Counter[int] = Counter()
        for word in _words(text):
            with_it = self._words.get(word, ())
            if len(with_it) <= _COMMON:
                counted.update(with_it)
        return [number for number, _ in counted.most_common(4 * _COMPARED)]


def _best_first(match: Match) -> tuple[float, int, int]:
    return (-match.likeness, match.new, match.old)


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _parts(text: str) -> frozenset[str]:
    """Its letters three by three, and its ends."""
    padded = f"  {text.casefold()} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of parts that two texts have in common (Sørensen–Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))
