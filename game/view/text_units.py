"""Setting letters apart: each grapheme by itself where letters stand apart, whole words where they join.

SDL_ttf 2 has no letter spacing. As in CSS (Text Module Level 4), half of a letter's room stands on each side of it, so
that a row is as wide in whatever order its runs stand; joined letters are given none between them, and letters that are
set apart keep their kerning but become no ligatures.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from game.view.scripts import stands_apart
from game.view.text_blocks import Unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from game.view.graphemes import Grapheme
    from game.view.typography import Gaps


# Between two letters it keeps them from becoming a ligature, but not from being kerned.
_NON_JOINER = "\u200c"


def set_apart(
    piece: Sequence[Grapheme], gaps: Gaps, widths: Mapping[str, int]
) -> tuple[tuple[Unit, ...], int]:
    """The units of graphemes of one font, and how far they reach. `widths` are those of texts in that font."""
    units: list[Unit] = []
    reach = before = 0
    last = ""
    for text in _together(piece):
        width = widths[text]
        room = gaps.letter + (gaps.word if text.isspace() else 0) if width else 0
        if last and stands_apart(last) and stands_apart(text):
            reach += widths[last + _NON_JOINER + text] - widths[last] - width
        units.append(Unit(before, text, reach + room // 2, width))
        reach += width + room
        before += len(text)
        last = text
    return tuple(units), reach


def _together(piece: Sequence[Grapheme]) -> Iterator[str]:
    """The texts that are set as one."""
    text = last = ""
    for grapheme in piece:
        if not grapheme.shown:
            continue
        if last and _part(last, grapheme.shown):
            yield text
            text = ""
        text += grapheme.shown
        last = grapheme.shown
    if text:
        yield text


@lru_cache(maxsize=4096)
def _part(before: str, after: str) -> bool:
    """Whether there is room between two clusters: between words, and between letters that never join."""
    return before.isspace() or after.isspace() or (stands_apart(before) and stands_apart(after))
