"""Difficult words that a story explains, and where they stand in what is shown."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from game.story.logic import NOWHERE, Place

if TYPE_CHECKING:
    from collections.abc import Callable

_COMMA = re.compile("[,،]")
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u0640"
"""What Arabic writes above, below and between its letters, and most often leaves out."""
_INSIDE = rf"[\w\u0300-\u036f{_MARKS}\u00ad\u2011-]"
"""What a word goes on with: also a hyphen, for then it is a part of a longer one."""
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
_ANY = f"[{_MARKS}]*"
_THE = "ال"
_AND = f"(?:[وف]{_ANY})?"
_WITH = f"(?:[بلك]{_ANY})?"
"""And, so; with, for, as: Arabic writes them, and the article, together with the word that follows."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A word or a short phrase as its author wrote it, all its forms with commas between them, and what it means."""

    word: str
    meaning: str
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Found:
    """Where a word stands in a text: `[start, end)`, and its number among the words that were looked for."""

    start: int
    end: int
    number: int


def forms(word: str) -> tuple[str, ...]:
    """The forms of a word, the first one being that which it is called by: ”kurator, kuratorn” has two."""
    parts = (" ".join(part.split()) for part in _COMMA.split(word))
    return tuple(dict.fromkeys(part for part in parts if part))


def found(words: tuple[str, ...], text: str) -> tuple[Found, ...]:
    """Where these words stand in a text, in any of their forms, from its beginning to its end; none overlap.

    Only whole words are found, in small letters or capitals: ”kurator” neither in ”kuratorsrum” nor in ”skol-kurator”.
    Where two begin at the same place, the longer one is meant.
    """
    pattern, numbers = _pattern(words)
    if not numbers:
        return ()
    return tuple(
        Found(each.start(), each.end(), numbers[each.lastindex - 1])
        for each in pattern.finditer(text)
        if each.lastindex
    )


def needed(words: tuple[str, ...], meaning: Callable[[int], str], text: str) -> tuple[int, ...]:
    """The numbers of the words that somebody needs who reads a text: those in it, and those in what they mean.

    The first ones are those in the text, as they stand there. `meaning` says what the word with a number means.
    """
    known: dict[int, None] = {}
    new = dict.fromkeys(each.number for each in found(words, text))
    while new:
        known |= new
        inside = (each.number for number in new for each in found(words, meaning(number)))
        new = dict.fromkeys(number for number in inside if number not in known)
    return tuple(known)


@lru_cache(maxsize=64)
def _pattern(words: tuple[str, ...]) -> tuple[re.Pattern[str], tuple[int, ...]]:
    """What finds the words, and the number of the word that each of its groups stands for."""
    every = {form: number for number, word in reversed([*enumerate(words)]) for form in forms(word)}
    longest_first = sorted(every, key=len, reverse=True)
    groups = "|".join(f"({_form(form)})" for form in longest_first)
    pattern = re.compile(rf"(?<!{_INSIDE})(?:{groups})(?!{_INSIDE})", re.IGNORECASE)
    return pattern, tuple(every[form] for form in longest_first)


def _form(form: str) -> str:
    """A form as a pattern: blanks of any kind between its words, and the marks of Arabic wherever they are written."""
    return r"\s+".join(map(_single, form.split()))


def _single(word: str) -> str:
    letters = re.sub(f"[{_MARKS}]", "", word)
    if not _ARABIC.match(letters):
        return re.escape(word)
    article = "" if letters.startswith(_THE) else f"(?:{_spelt(_THE)})?"
    before = f"{_AND}(?:{_spelt('لل')}|{_WITH}{article})" if article else f"{_AND}{_WITH}"
    return before + _spelt(letters)


def _spelt(letters: str) -> str:
    return "".join(f"{re.escape(letter)}{_ANY}" for letter in letters)
