"""LIX, the Swedish measure of how hard a text is to read: words in a sentence, and how many words are long."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONG = 6
"""A word of more letters than this is long."""

_WORD = re.compile(r"[^\W_]+(?:[-’:.][^\W_]+)*")
_BETWEEN = "\0"
"""Stands in no text."""
_END = re.compile(rf"[.!?…:](?=\W|$)|{_BETWEEN}")


@dataclass(frozen=True, slots=True)
class Count:
    """How much text there is: its words, sentences and long words. Counts of parts add up to that of the whole."""

    words: int = 0
    sentences: int = 0
    long: int = 0

    @property
    def lix(self) -> float:
        """Words in a sentence plus the percentage of long words; 0 where there are no words."""
        return self.words / self.sentences + 100 * self.long / self.words if self.words else 0.0

    def __add__(self, other: Count) -> Count:
        return Count(self.words + other.words, self.sentences + other.sentences, self.long + other.long)

    def __sub__(self, other: Count) -> Count:
        return Count(self.words - other.words, self.sentences - other.sentences, self.long - other.long)


def lix(texts: Iterable[str]) -> float:
    """The LIX of texts: under 30 is easy, over 40 hard for a child. 0 where there are no words."""
    return counted(texts).lix


def counted(texts: Iterable[str]) -> Count:
    """The counts of texts. Each text ends a sentence, with or without a full stop."""
    joined = _BETWEEN.join(texts)
    words = _WORD.findall(joined)
    long = sum(sum(map(str.isalpha, word)) > LONG for word in words if len(word) > LONG)
    return Count(len(words), sum(map(bool, map(_WORD.search, _END.split(joined)))), long)


def sentences(texts: Iterable[str]) -> Iterator[str]:
    """The sentences of texts, each with the mark that ends it."""
    for text in texts:
        start = 0
        for end in _END.finditer(text):
            yield text[start : end.end()].strip()
            start = end.end()
        if text[start:].strip():
            yield text[start:].strip()
