"""LIX, the Swedish measure of how hard a text is to read: words in a sentence, and how many words are long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONG = 6
"""A word of more letters than this is long."""

_WORD = re.compile(r"[^\W_]+(?:[-’:.][^\W_]+)*")
_END = re.compile(r"[.!?…:](?=\W|$)")


def lix(texts: Iterable[str]) -> float:
    """Words in a sentence plus the percentage of long words; under 30 is easy, over 40 hard for a child.

    Each text ends a sentence, with or without a full stop; 0 where there are no words.
    """
    words = sentences = long = 0
    for text in texts:
        for part in _END.split(text):
            found = _WORD.findall(part)
            words += len(found)
            sentences += bool(found)
            long += sum(sum(map(str.isalpha, word)) > LONG for word in found)
    return words / sentences + 100 * long / words if words else 0.0
