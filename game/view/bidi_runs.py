"""Which way every character runs, and in which order pieces of a row stand (Unicode Standard Annex 9)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

from bidi import algorithm  # type: ignore[import-untyped]

from game.view.bidi_brackets import resolve_brackets
from game.view.numerals import codes, expressions

if TYPE_CHECKING:
    from collections.abc import Sequence

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
# python-bidi 0.6 knows embeddings but not isolates, and stops at characters without a class.
_AS_KNOWN = {"LRI": "LRE", "RLI": "RLE", "FSI": "LRE", "PDI": "PDF", "": "L"}
_NUMERALS = ("EN", "AN")


def starts_right_to_left(text: str) -> bool:
    """Whether the first character with a direction of its own runs from right to left."""
    return bool(_RIGHT_TO_LEFT.search(text)) and algorithm.get_base_level(text) == 1


def runs_only_rightward(text: str) -> bool:
    """Whether there are letters in it, and all of them run from left to right."""
    return not _RIGHT_TO_LEFT.search(text) and any(bidirectional(char) == "L" for char in text)


def levels(paragraph: str, *, rtl: bool) -> list[int]:
    """The embedding level of every character: odd ones run from right to left.

    A number with all that belongs to it (116 111, 2025-08-20, 7 × 8 = 56) counts as one, so nothing in it ever
    changes places; nor in a code (2345-ABCD).
    """
    if not rtl and not _RIGHT_TO_LEFT.search(paragraph):
        return [0] * len(paragraph)
    storage = _storage(paragraph, rtl=rtl)
    algorithm.explicit_embed_and_overrides(storage)
    algorithm.resolve_weak_types(storage)
    resolve_brackets(storage)
    algorithm.resolve_neutral_types(storage, False)  # noqa: FBT003
    algorithm.resolve_implicit_levels(storage, False)  # noqa: FBT003
    kept = {char["index"]: char["level"] for char in storage["chars"]}
    found: list[int] = []
    level = int(rtl)
    for index in range(len(paragraph)):
        level = kept.get(index, level)
        found.append(level)
    return found


def visual_order(piece_levels: Sequence[int]) -> list[int]:
    """The indices of a row's pieces from left to right (rule L2)."""
    order = list(range(len(piece_levels)))
    for level in range(max(piece_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and piece_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _storage(paragraph: str, *, rtl: bool) -> dict[str, Any]:
    types = [_AS_KNOWN.get(found, found) for found in map(bidirectional, paragraph)]
    for start, end in expressions(paragraph):
        numeral = next(found for found in types[start:end] if found in _NUMERALS)
        types[start:end] = [numeral] * (end - start)
    for start, end in codes(paragraph):
        types[start:end] = ["L"] * (end - start)
    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = int(rtl)
    storage["base_dir"] = "R" if rtl else "L"
    storage["chars"] = [
        {"index": index, "ch": char, "level": int(rtl), "type": found, "orig": found}
        for index, (char, found) in enumerate(zip(paragraph, types, strict=True))
    ]
    return storage
