"""How figures are set on a terminal: paragraphs and aligned columns, without anything but letters and blanks."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from game.screens.words import Words

WIDEST = 100
"""Columns."""
Part: TypeAlias = "str | tuple[str, ...]"
"""A paragraph, which is wrapped, or the lines of a table, which are not."""

_INSET = "  "
_BETWEEN = "   "
_LONGEST_NAME = 48
_ROUNDED = 1e-9
"""A share that is summed up of many may be so far off."""


def section(title: str, parts: Iterable[Part]) -> Iterator[str]:
    """A title after an empty line, and what belongs to it, set in."""
    yield ""
    yield title
    for part in parts:
        yield from paragraph(part) if isinstance(part, str) else (f"{_INSET}{line}" for line in part)


def paragraph(text: str) -> list[str]:
    """A text in lines that are not too long."""
    return textwrap.wrap(
        text, WIDEST, initial_indent=_INSET, subsequent_indent=_INSET, break_on_hyphens=False
    )


def columns(rows: Sequence[Sequence[str]], between: str = _BETWEEN) -> tuple[str, ...]:
    """Rows of cells as lines: the first column begins at the left, the others end at the right."""
    cut = [(_cut(first), *others) for first, *others in rows]
    widths = [max(len(row[at]) for row in cut) for at in range(len(cut[0]))]
    return tuple(_line(row, widths, between) for row in cut)


def fits(lines: Iterable[str]) -> bool:
    """Whether a table is narrow enough."""
    return all(len(_INSET) + len(line) <= WIDEST for line in lines)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _line(row: Sequence[str], widths: Sequence[int], between: str) -> str:
    first, *others = (
        cell.rjust(width) if at else cell.ljust(width)
        for at, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return between.join([first, *others]).rstrip()


def grouped(number: int) -> str:
    """A number with its thousands apart."""
    return f"{number:,}".replace(",", "\u00a0")


def share(words: Words, of: float) -> str:
    """A share in per cent; what is there at all is never 0, and what is not all of it never 100."""
    whole = round(of * 100)
    if _ROUNDED < of < 1 - _ROUNDED:
        whole = min(99, max(1, whole))
    return words.ui("{n} %", n=whole)
