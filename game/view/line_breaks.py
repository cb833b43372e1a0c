"""Where a row of text may end, by the habits of Swedish typesetting."""

from __future__ import annotations

import re

from game.view.numerals import expressions

_BREAK = re.compile(
    r"[ \t\u1680\u2000-\u2006\u2008-\u200a\u200b\u205f\u3000]+"
    r"|(?<=\w)[-\u2010–—](?=[^\W\d_])",
)
_HANGING_BACK = re.compile(r"[–—…!?.,:;%)»’”]+(?:\s|$)")
_INITIAL_DASH = re.compile(r"\s*[–—-][ \t]+")


def line_breaks(paragraph: str) -> list[int]:
    """The indices before which a new row may begin, in order, without the start and the end.

    Rows break after spaces, and after hyphens and dashes inside words. Numbers hold together, a dash
    that opens a line of dialogue stays with it, and closing marks never come first on a row.
    """
    held = {index for start, end in expressions(paragraph) for index in range(start + 1, end)}
    opening = _INITIAL_DASH.match(paragraph)
    if opening:
        held.add(opening.end())
    ends = (match.end() for match in _BREAK.finditer(paragraph))
    return [
        end
        for end in ends
        if end < len(paragraph) and end not in held and not _HANGING_BACK.match(paragraph, end)
    ]
