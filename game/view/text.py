"""Setting text: layout in rows, writing direction, fallback fonts, and drawing with a cache.

A `Typesetter` belongs to one scale of the window and one typography; make a new one when either changes.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

import pygame

from game.view.bidi_runs import levels, starts_right_to_left
from game.view.font_shelf import FontShelf
from game.view.graphemes import graphemes
from game.view.line_breaks import line_breaks
from game.view.text_blocks import Align, Block, FontKey, Row, Run, Style, Weight
from game.view.text_pictures import Pictures
from game.view.text_reach import began, ended
from game.view.text_rows import Shaper, Wrapper
from game.view.typefaces import typefaces
from game.view.typography import Typography

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pygame.typing import ColorLike

    from game.view.graphemes import Grapheme
    from game.view.typefaces import Typeface

__all__ = ["Align", "Block", "FontKey", "Row", "Run", "Style", "Typesetter", "Weight"]

_BLOCKS = 256
_READ = 256
_ENDLESS = 1 << 30
_AS_EVER = Typography()
_PARAGRAPH_END = re.compile("\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")


class Typesetter:
    """Lays out and draws text. `scale` is device pixels for a logical pixel, `typography` how the reader wants it set.

    The reader's text size is the caller's business: it belongs in `Style.size`.
    """

    def __init__(self, scale: float, typography: Typography = _AS_EVER) -> None:
        self._scale = scale
        self._typography = typography
        self._shelf = FontShelf()
        self._faces = typefaces(typography.face)
        self._blocks: OrderedDict[tuple[str, Style, int | None, bool | None], Block] = OrderedDict()
        self._last: OrderedDict[tuple[str, Style, bool | None], tuple[Block, int]] = OrderedDict()
        self._pictures = Pictures(self._shelf)

    def block(self, text: str, style: Style, width: int | None, *, rtl: bool | None = None) -> Block:
        """The text in rows no wider than `width` device pixels, or as wide as they get when it is None.

        `rtl` None takes the direction from the first character that has one. A row is only wider than asked
        when a single character is. Any text can be laid out; empty text is one empty row.
        """
        key = (text, style, width, rtl)
        found = self._blocks.get(key)
        if found is None:
            found = self._blocks[key] = self._in_rows(text, style, width, rtl=rtl)
            if len(self._blocks) > _BLOCKS:
                self._blocks.popitem(last=False)
        self._blocks.move_to_end(key)
        return found

    def _in_rows(self, text: str, style: Style, width: int | None, *, rtl: bool | None) -> Block:
        """Laid out, or as it was last: from its widest row up to the width it was given, rows end where they did."""
        key, limit = (text, style, rtl), _ENDLESS if width is None else width
        block, most = self._last.get(key, (None, 0))
        if block and block.width <= limit <= most:
            return replace(block, box=max(block.width, width or 0))
        block = self._laid_out(text, style, width, rtl=rtl)
        self._last[key] = block, limit
        if len(self._last) > _BLOCKS:
            self._last.popitem(last=False)
        return block

    def draw(
        self,
        surface: pygame.Surface,
        block: Block,
        pos: tuple[int, int],
        colour: ColorLike,
        *,
        upto: int | None = None,
        align: Align = Align.START,
    ) -> None:
        """Draw the block with the top-left corner of its box at `pos`.

        `upto` shows only that many characters of `block.text`, for a typewriter: they stand where they will
        stand in the end. The colour's alpha is not used.
        """
        ink = pygame.Color(colour)
        clip = surface.get_clip()
        for row in block.rows:
            top = pos[1] + row.y
            # Glyphs of a fallback typeface may reach outside their row, by less than a row.
            if top + 2 * row.height < clip.top or top - row.height > clip.bottom:
                continue
            if upto is not None and row.start >= upto:
                return
            left = pos[0] + _indent(block, row, align)
            for run in row.runs:
                self._draw_run(surface, run, (left + run.x, top + row.baseline), ink, upto)

    def stretches(
        self, block: Block, marks: Iterable[tuple[int, int]], *, upto: int | None, align: Align
    ) -> Iterator[tuple[int, int, int]]:
        """Where the letters `[start, end)` of each mark stand, `(left, right, baseline)` from the block's corner.

        A mark that goes on in another row, or in another direction, has several; one that is not whole in the letters
        shown so far (`upto`) has none.
        """
        for start, end in marks:
            if upto is not None and end > upto:
                continue
            for row in block.rows:
                left = _indent(block, row, align)
                for run in row.runs:
                    if start < run.end and run.start < end:
                        near, far = began(self._shelf, run, start), ended(self._shelf, run, end)
                        ends = (run.width - far, run.width - near) if run.rtl else (near, far)
                        yield left + run.x + ends[0], left + run.x + ends[1], row.y + row.baseline

    def _draw_run(
        self, surface: pygame.Surface, run: Run, origin: tuple[int, int], ink: pygame.Color, upto: int | None
    ) -> None:
        shown = run.width if upto is None or upto >= run.end else ended(self._shelf, run, upto)
        if shown <= 0:
            return
        picture, ascent = self._pictures.of(run, ink)
        hidden = run.width - shown if run.rtl else 0
        area = (hidden, 0, shown, picture.get_height())
        surface.blit(picture, (origin[0] + hidden, origin[1] - ascent), area)

    def _laid_out(self, text: str, style: Style, width: int | None, *, rtl: bool | None) -> Block:
        rightward = starts_right_to_left(text) if rtl is None else rtl
        size = max(1, round(style.size * self._scale))
        usual = max(1, round(style.size * self._scale * style.line_height))
        height = self._typography.row(size, usual)
        face = self._faces[0]
        key = FontKey(face.file(style.weight, italic=style.italic), face.sized(size))
        baseline = self._shelf.baseline(key, height)
        rows: list[Row] = []
        shaper = Shaper(self._shelf, style, size, self._faces, self._typography)
        limit = _ENDLESS if width is None else width
        for runs, start, end in _rows(text, shaper, limit, rtl=rightward):
            across = sum(run.width for run in runs)
            rows.append(Row(runs, start, end, len(rows) * height, across, height, baseline))
        widest = max(row.width for row in rows)
        box = max(widest, width or 0)
        return Block(text, style, rightward, tuple(rows), widest, box, len(rows) * height)


def _rows(text: str, shaper: Shaper, width: int, *, rtl: bool) -> Iterator[tuple[tuple[Run, ...], int, int]]:
    for offset, paragraph in _paragraphs(text):
        found, breaks = _read(paragraph, shaper.faces, rtl=rtl)
        end = 0
        for row in Wrapper(found, breaks, width, shaper).rows():
            start = row[0].start if row else end
            end = row[-1].end if row else end
            yield shaper.runs(row, offset), offset + start, offset + end


@lru_cache(maxsize=_READ)
def _read(
    paragraph: str, faces: tuple[Typeface, ...], *, rtl: bool
) -> tuple[tuple[Grapheme, ...], tuple[int, ...]]:
    """What is written, and where rows may end. The same words are set in several widths before a page stands."""
    return tuple(graphemes(paragraph, levels(paragraph, rtl=rtl), faces)), tuple(line_breaks(paragraph))


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _PARAGRAPH_END.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _indent(block: Block, row: Row, align: Align) -> int:
    free = block.box - row.width
    match align:
        case Align.START:
            return free if block.rtl else 0
        case Align.CENTER:
            return free // 2
        case Align.END:
            return 0 if block.rtl else free
        case _:
            assert_never(align)
