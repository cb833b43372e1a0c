"""Problems as an author's preview shows them: in words, with the line and the very word that is wrong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.format.diagnostics import render
from game.format.places import LINE_END
from game.screens.workshop import Mistake, Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.story.problem import Problem

WIDEST = 120
"""Characters of a line that are shown, around the place that is wrong."""
_WORD = re.compile(r"-\s+\w*|[\w-]+|[#\[{]\s*\w*|\s+|\S")
_CUT = "…"


def mistake(problem: Problem, language: str, sources: Mapping[str, str]) -> Mistake:
    """A problem in a language; `sources` has the text of files by the names that places carry."""
    told = render(problem, language)
    return Mistake(
        code=told.code,
        error=told.severity == "error",
        file=_printable(told.file),
        line=told.line,
        column=told.column,
        what=told.what,
        meant=told.meant,
        why=told.why,
        rows=_rows(sources.get(told.file), told.line, told.column),
    )


def _rows(source: str | None, line: int, column: int) -> tuple[Row, ...]:
    """The line that is wrong, and the one above it, which often is where it began; none where there is no such line."""
    lines = LINE_END.split(source) if source is not None else []
    if not 0 < line <= len(lines):
        return ()
    above = lines[line - 2] if line > 1 else ""
    before = (Row(line - 1, _shortened(_printable(above), 0)[0]),) if above.strip() else ()
    return (*before, _marked(line, _printable(lines[line - 1]), column - 1))


def _marked(number: int, text: str, start: int) -> Row:
    """The row with the word that begins at `start` marked; at its end, the place after it."""
    start = max(0, min(start, len(text)))
    word = _WORD.match(text, start)
    end = word.end() if word else start
    shown, cut = _shortened(text, start)
    return Row(number, shown, (start - cut, min(end - cut, len(shown))))


def _shortened(text: str, around: int) -> tuple[str, int]:
    """The text, cut around a place when it is long; and by how many characters what is left has moved to the left."""
    begin = max(0, around - WIDEST // 2) if len(text) > WIDEST else 0
    shown = text[begin : begin + WIDEST]
    after = _CUT if begin + WIDEST < len(text) else ""
    return (f"{_CUT}{shown}{after}", begin - 1) if begin else (shown + after, 0)


def _printable(text: str) -> str:
    """The text without what cannot be seen; a tab is shown as what the game's typeface has for it."""
    return "".join("»" if char == "\t" else char if char.isprintable() else "\ufffd" for char in text)
