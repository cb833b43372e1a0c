"""How far into a run a character stands, in device pixels from where the run is begun to be read."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from game.view.font_shelf import oversampling

if TYPE_CHECKING:
    from game.view.font_shelf import FontShelf
    from game.view.text_blocks import FontKey, Run

_JOINER = "\u200d"


def began(shelf: FontShelf, run: Run, index: int) -> int:
    """Where the character with this index begins."""
    length = _length(run, index)
    if not run.units:
        return _in_one(shelf, run, length)
    unit = run.units[max(0, bisect_right(run.units, length, key=lambda each: each.before) - 1)]
    inside = _partly(shelf, run.font, unit.text, length - unit.before)
    return min(run.width, round(unit.x / oversampling(run.font.size) + inside))


def ended(shelf: FontShelf, run: Run, index: int) -> int:
    """Where what stands before the character with this index ends; what stands beyond it is not touched."""
    length = _length(run, index)
    if not run.units or not length:
        return _in_one(shelf, run, length)
    after = bisect_left(run.units, length, key=lambda each: each.before)
    unit = run.units[after - 1]
    end = unit.x / oversampling(run.font.size) + _partly(shelf, run.font, unit.text, length - unit.before)
    if after < len(run.units):
        # A letter that is kerned may reach back over the end of the one before it.
        end = min(end, run.units[after].x / oversampling(run.font.size))
    return min(run.width, round(end))


def _length(run: Run, index: int) -> int:
    """How much of the run's text stands before a character, in whole graphemes."""
    after = bisect_right(run.carets, index, key=lambda caret: caret.index)
    return run.carets[after - 1].length if after else 0


def _in_one(shelf: FontShelf, run: Run, length: int) -> int:
    if length == len(run.text):
        return run.width
    return min(run.width, round(_partly(shelf, run.font, run.text, length)))


def _partly(shelf: FontShelf, font: FontKey, text: str, length: int) -> float:
    """How wide the first part of a text is inside it: as kerned and joined to what comes after."""
    written, following = text[:length], text[length : length + 1]
    reach = shelf.reach(font, written)
    if not written or not following.isalpha():
        return reach
    if font.rtl:
        return shelf.reach(font, written + _JOINER)
    return min(reach, shelf.reach(font, written + following) - shelf.reach(font, following))
