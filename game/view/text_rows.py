"""From graphemes to rows: how wide a stretch is, where rows end, and which runs stand in them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from game.view.bidi_runs import visual_order
from game.view.font_shelf import oversampling
from game.view.graphemes import written
from game.view.text_blocks import Caret, FontKey, Run, Style
from game.view.text_units import set_apart

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.view.font_shelf import FontShelf
    from game.view.graphemes import Grapheme
    from game.view.text_blocks import Unit
    from game.view.typefaces import Typeface
    from game.view.typography import Typography

# Longer runs would become pictures of many megabytes.
_RUN_LENGTH = 96


@dataclass(frozen=True, slots=True)
class Shaper:
    """Turns graphemes into runs of one style, `size` device pixels high."""

    shelf: FontShelf
    style: Style
    size: int
    faces: tuple[Typeface, ...]
    typography: Typography

    def width(self, graphemes: Sequence[Grapheme]) -> int:
        return sum(self._measured(self._key(piece), piece)[0] for piece in _pieces(graphemes))

    def hyphen(self, grapheme: Grapheme) -> Grapheme:
        """The grapheme as it is written where a word is broken behind it."""
        shown, face = written("-", 0, self.faces)
        return grapheme._replace(shown=shown, face=face)

    def runs(self, graphemes: Sequence[Grapheme], offset: int) -> tuple[Run, ...]:
        """Runs from left to right. `offset` is where the graphemes' paragraph starts in the logical text."""
        pieces = list(_pieces(graphemes))
        runs: list[Run] = []
        x = 0
        for index in visual_order([piece[0].level for piece in pieces]):
            piece = pieces[index]
            key = self._key(piece)
            width, units = self._measured(key, piece)
            lengths = accumulate(len(grapheme.shown) for grapheme in piece)
            carets = tuple(
                Caret(offset + grapheme.end, length) for grapheme, length in zip(piece, lengths, strict=True)
            )
            runs.append(Run(_text(piece), key, x, width, offset + piece[0].start, carets, units))
            x += width
        return tuple(runs)

    def _measured(self, key: FontKey, piece: Sequence[Grapheme]) -> tuple[int, tuple[Unit, ...]]:
        """How many device pixels the piece needs, and its units where letters are set apart."""
        factor = oversampling(key.size)
        gaps = self.typography.gaps(key.size * factor)
        if gaps is None:
            return self.shelf.width(key, _text(piece)), ()
        units, reach = set_apart(piece, gaps, self.shelf.widths(key))
        return -(-reach // factor), units

    def _key(self, piece: Sequence[Grapheme]) -> FontKey:
        face = self.faces[piece[0].face]
        file = face.file(self.style.weight, italic=self.style.italic)
        return FontKey(file, face.sized(self.size), rtl=piece[0].level % 2 == 1, script=face.script)


def _text(piece: Sequence[Grapheme]) -> str:
    return "".join(grapheme.shown for grapheme in piece)


def _pieces(graphemes: Sequence[Grapheme]) -> Iterator[Sequence[Grapheme]]:
    """Stretches of one typeface and one level, none of them overlong."""
    kinds = {(grapheme.face, grapheme.level) for grapheme in graphemes}
    if len(kinds) == 1 and len(graphemes) < _RUN_LENGTH:
        yield graphemes
        return
    start = 0
    last = len(graphemes) - 1
    for index, grapheme in enumerate(graphemes):
        following = graphemes[index + 1] if index < last else None
        length = index + 1 - start
        full = length >= 2 * _RUN_LENGTH or (length >= _RUN_LENGTH and grapheme.blank)
        if following is None or full or (following.face, following.level) != (grapheme.face, grapheme.level):
            yield graphemes[start : index + 1]
            start = index + 1


class Wrapper:
    """Divides a paragraph's graphemes into rows no wider than `width` device pixels."""

    def __init__(
        self, graphemes: Sequence[Grapheme], breaks: Sequence[int], width: int, shaper: Shaper
    ) -> None:
        self._graphemes = graphemes
        self._width = width
        self._shaper = shaper
        allowed = set(breaks)
        inner = [index for index, grapheme in enumerate(graphemes) if grapheme.start in allowed and index]
        self._stops = [0, *inner, len(graphemes)]

    @cached_property
    def _reach(self) -> list[int]:
        """How far the words reach up to each stop, each word measured alone."""
        words = zip(self._stops, self._stops[1:], strict=False)
        return [0, *accumulate(self._shaper.width(self._graphemes[start:end]) for start, end in words)]

    def rows(self) -> Iterator[Sequence[Grapheme]]:
        """The graphemes of each row, without white space at its end. An empty paragraph is one empty row."""
        if self._fits(0, len(self._graphemes)):
            yield self._row(0, len(self._graphemes))
            return
        start = 0
        while True:
            end = self._row_end(start)
            yield self._row(start, end)
            start = end
            if start >= len(self._graphemes):
                return

    def _row(self, start: int, end: int) -> Sequence[Grapheme]:
        bare = end
        while bare > start and self._graphemes[bare - 1].blank:
            bare -= 1
        row = self._graphemes[start:bare]
        if row and row[-1].soft_hyphen and bare == end < len(self._graphemes):
            return [*row[:-1], self._shaper.hyphen(row[-1])]
        return row

    def _fits(self, start: int, end: int) -> bool:
        return self._shaper.width(self._row(start, end)) <= self._width

    def _row_end(self, start: int) -> int:
        first = bisect_right(self._stops, start)
        if first == len(self._stops):
            return start
        word_end = self._stops[first]
        longest = self._longest(start, word_end)
        if longest < word_end:
            return self._inside_word(start, longest)
        # Words are measured once each; the sums are nearly right, and the row itself is measured to be sure.
        before = self._reach[first] - self._shaper.width(self._graphemes[start:word_end])
        stop = max(first, bisect_right(self._reach, before + self._width) - 1)
        while stop > first and not self._fits(start, self._stops[stop]):
            stop -= 1
        while stop + 1 < len(self._stops) and self._fits(start, self._stops[stop + 1]):
            stop += 1
        return self._stops[stop]

    def _longest(self, start: int, end: int) -> int:
        """The last index to which a row from `start` fits, or `start` when not even one grapheme does."""
        good, step = start, 8
        while good < end and self._fits(start, min(good + step, end)):
            good = min(good + step, end)
            step *= 2
        bad = min(good + step, end + 1)
        while bad - good > 1:
            middle = (good + bad) // 2
            good, bad = (middle, bad) if self._fits(start, middle) else (good, middle)
        return good

    def _inside_word(self, start: int, longest: int) -> int:
        """Where to break a word that is too wide: at its last space, else at a soft hyphen, else anywhere."""
        for index in range(longest, start, -1):
            if self._graphemes[index - 1].blank:
                return index
        for index in range(longest, start, -1):
            if self._graphemes[index - 1].soft_hyphen and self._fits(start, index):
                return index
        return max(longest, start + 1)
