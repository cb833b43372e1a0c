"""Two languages that nobody speaks, made of the Swedish texts: every screen is tried in both.

`en_XA` is as long as a translation may be, with accents and in brackets: what is cut has lost its bracket, and what has
neither accents nor brackets never came to a translator. `ar_XB` runs from right to left: each word does by itself, as a
word in Arabic letters does, and numbers and addresses keep their order.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from game.messages.language import Language
from game.messages.limits import longest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LONGER, MIRRORED = "en_XA", "ar_XB"
"""The codes under which these two are known elsewhere too."""

_ACCENTS = str.maketrans("acdefghiklnorstuwyzACDEGHIKLNORSTUWYZ", "áçďéƒğħíķļñóŕšţúŵýžÁÇĎÉĞĦÍĶĻÑÓŔŠŢÚŴÝŽ")
_VOWELS = frozenset("aeiouyåäöAEIOUYÅÄÖ")
_TO_TYPE = "bokstav"
"""The context of a single letter that is typed in the terminal."""
_RIGHT_TO_LEFT, _END = "\u202e", "\u202c"
_LETTERS = r"[^\W\d_]+"
_PARTS = re.compile(
    r"\{\w+\}"
    r"|beratta \w+(?: \{\w+\})?(?: --\w+)?|(?<!\w)--\w+"
    r"|[\w-]*(?:\.[a-z]{2,4})+\b"
    r"|\w*\d\w*"
    rf"|(?P<word>{_LETTERS}(?:[-’]{_LETTERS})*)"
)
"""What is kept: placeholders, what is typed after a prompt, addresses and files, numbers; and then the words."""
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_FEWEST = 2
"""A single letter is no word."""
_MADE = 8192
"""Texts that are remembered: more than a story and the interface have."""


class PseudoCatalog:
    """The texts of one of the two languages. It needs no files, and has a translation of everything."""

    def __init__(self, language: str) -> None:
        self._made: Callable[[str], str] = longer if language == LONGER else mirrored

    def ui(self, text: str, /, context: str = "", **values: object) -> str:
        """The game's own text, with each `{name}` filled in. Letters to type stay as they are."""
        return text if context == _TO_TYPE else _filled(self._made(text), values)

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """The text for `n` things, with `{n}` and the values filled in."""
        return _filled(self._made(one if n == 1 else many), {**values, "n": n})

    def of(self, domain: str, context: str, text: str) -> str:
        """A text of a story, of the signs or of the help."""
        del domain, context
        return self._made(text)

    def has(self, domain: str, context: str, text: str) -> bool:
        """Whether a text is shown in this language, which every text is."""
        del domain, context, text
        return True

    def complete(self, domain: str) -> bool:
        """Whether all texts of a domain are shown in this language, which they are."""
        del domain
        return True


@lru_cache(_MADE)
def longer(text: str) -> str:
    """The text with accents, in brackets, exactly as long as a translation of it may be.

    A text without words, such as a telephone number or the letter on a key, is never translated and stays as it is.
    """
    letters = sum(len(match["word"] or "") for match in _PARTS.finditer(text))
    if letters < _FEWEST:
        return text
    more, before = longest(text) - len(text) - len("[]"), 0

    def made(match: re.Match[str]) -> str:
        nonlocal before
        if not match["word"]:
            return match[0]
        start, before = before, before + len(match[0])
        return _stretched(match[0], more * before // letters - more * start // letters)

    return f"[{_PARTS.sub(made, text)}]"


@lru_cache(_MADE)
def mirrored(text: str) -> str:
    """The text with each of its words running from right to left."""
    return _PARTS.sub(
        lambda match: f"{_RIGHT_TO_LEFT}{match[0]}{_END}" if match["word"] else match[0],
        text,
    )


def _stretched(word: str, more: int) -> str:
    """The word with accents, and so many letters more: its vowels where they are enough, otherwise all its letters."""
    vowels = [index for index, letter in enumerate(word) if letter in _VOWELS]
    letters = [index for index, letter in enumerate(word) if letter.isalpha()]
    places = vowels if more <= len(vowels) else letters
    grown = Counter(places[step * len(places) // more] for step in range(more))
    # What follows a capital is small, as at the beginning of a sentence.
    again = word if word.isupper() else word.lower()
    return "".join(letter + again[index] * grown[index] for index, letter in enumerate(word)).translate(
        _ACCENTS
    )


def _filled(text: str, values: Mapping[str, object]) -> str:
    return _PLACEHOLDER.sub(lambda match: str(values.get(match[1], match[0])), text)


PSEUDO = (
    Language(LONGER, longer("Längre"), rtl=False),
    Language(MIRRORED, mirrored("Spegelvänd"), rtl=True),
)
"""The two as languages that can be chosen. Pupils never see them."""
