"""A palette in which every colour is another one, so that it says what it is for: one layout in it is one in every theme.

It has all that any theme has (rims, dimmed places). `test_a_theme_changes_colours_and_nothing_else` compares with layouts in
the themes themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from itertools import count
from typing import TYPE_CHECKING, cast

from game.screens.settings import Theme
from game.view.frame import Frame, Op, Panel, PlaceOp
from game.view.palettes import CONTRAST, PALETTES, Colour, Palette

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest


def _named(value: object, numbers: Iterator[int]) -> object:
    """The value with another colour for each of its colours."""
    if _is_colour(value):
        number = next(numbers)
        return (number, 255 - number, 7)
    if is_dataclass(value):
        parts = {each.name: _named(getattr(value, each.name), numbers) for each in fields(value)}
        return type(value)(**parts)
    return tuple(_named(each, numbers) for each in value) if isinstance(value, tuple) else value


def _is_colour(value: object) -> bool:
    return isinstance(value, tuple) and len(value) == 3 and all(isinstance(each, int) for each in value)


NAMED = replace(cast("Palette", _named(CONTRAST, count(1))), dim=0)


def use(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on what is laid out in warm colours is laid out in these."""
    monkeypatch.setitem(cast("dict[Theme, Palette]", PALETTES), Theme.WARM, NAMED)


def is_in_names(frame: Frame) -> bool:
    """Whether every colour on the screen is one of these, and none is mixed of several."""
    return all(getattr(op, name) in _names() for op in frame.everything() for name in _COLOURS if hasattr(op, name))
