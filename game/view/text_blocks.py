"""What laid-out text is: a block of rows, a row of runs. All measures are device pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache


class Weight(Enum):
    """How heavy the letters are."""

    REGULAR = auto()
    SEMIBOLD = auto()
    BOLD = auto()


class Align(Enum):
    """Where rows stand in their box. START is on the left, or on the right for right-to-left text."""

    START = auto()
    CENTER = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class Style:
    """How text looks. `size` is logical pixels at 100 %; `line_height` is a factor of the size."""

    size: float
    weight: Weight = Weight.REGULAR
    italic: bool = False
    line_height: float = 1.36


LARGEST = 58.0
"""Text grows with the reader's setting up to this size; what is larger from the start stays as it is."""


@lru_cache(maxsize=256)
def grown(style: Style, growth: float) -> Style:
    """A style in the reader's size."""
    return replace(style, size=max(style.size, min(style.size * growth, LARGEST)))


@dataclass(frozen=True, slots=True)
class FontKey:
    """One opened font: its file, its size in device pixels, and what HarfBuzz has to be told."""

    file: str
    size: int
    rtl: bool = False
    script: str = ""


@dataclass(frozen=True, slots=True)
class Caret:
    """When the logical characters before `index` are written, so are the first `length` of the run's text."""

    index: int
    length: int


@dataclass(frozen=True, slots=True)
class Unit:
    """Letters of a run that are set as one: `before` is how many characters of the run stand before them.

    `x` counts from where the run is begun to be read. It and `width` are pixels of the font, which is oversampled.
    """

    before: int
    text: str
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font and one direction. `text` is in logical order, as HarfBuzz wants it.

    `x` counts from the row's left edge. Each caret is a place where a typewriter may stop. `units` are there only
    where letters are set further apart than their font places them.
    """

    text: str
    font: FontKey
    x: int
    width: int
    start: int
    carets: tuple[Caret, ...]
    units: tuple[Unit, ...] = ()

    @property
    def rtl(self) -> bool:
        return self.font.rtl

    @property
    def end(self) -> int:
        return self.carets[-1].index


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its runs from left to right, and the part `[start, end)` of the logical text that it shows.

    White space at which a row was broken lies between rows. `baseline` counts from the row's top.
    """

    runs: tuple[Run, ...]
    start: int
    end: int
    y: int
    width: int
    height: int
    baseline: int


@dataclass(frozen=True, slots=True)
class Block:
    """Text in rows. `width` is the widest row; `box` is the width in which rows are aligned, never less."""

    text: str
    style: Style
    rtl: bool
    rows: tuple[Row, ...]
    width: int
    box: int
    height: int
