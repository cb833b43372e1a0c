"""A palette in which no colour comes twice, so that each says what it is for: one layout in it is one in every theme.

It has all that any theme has, and nothing is dimmed. `test_contrast_as_seen.py` compares with layouts in the themes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, TypeAlias, TypeGuard, cast

import pytest

from game.screens.settings import Theme
from game.view.palettes import CONTRAST, DARK, PALETTES, WARM, Colour, Palette

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.view.frame import Frame

Colours: TypeAlias = Mapping[Colour, Colour | None]
"""What each named colour is in a theme; None where the theme has none there."""


def _is_colour(value: object) -> TypeGuard[Colour]:
    return isinstance(value, tuple) and len(value) == 3 and all(isinstance(each, int) for each in value)


def _with_names(value: object, numbers: Iterator[int]) -> object:
    if _is_colour(value):
        number = next(numbers)
        return (number, 255 - number, 7)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(
            value,
            **{each.name: _with_names(getattr(value, each.name), numbers) for each in fields(value)},
        )
    return tuple(_with_names(each, numbers) for each in value) if isinstance(value, tuple) else value


NAMED = replace(cast("Palette", _with_names(CONTRAST, count(1))), dim=0)


def _pairs(named: object, value: object) -> Iterator[tuple[Colour, Colour | None]]:
    if _is_colour(named):
        yield named, cast("Colour | None", value)
    elif is_dataclass(named):
        for each in fields(named):
            yield from _pairs(getattr(named, each.name), getattr(value, each.name))
    elif isinstance(named, tuple) and isinstance(value, tuple):
        for one, other in zip(named, value, strict=True):
            yield from _pairs(one, other)


THEMES: Mapping[Theme, Palette] = {Theme.WARM: WARM, Theme.DARK: DARK, Theme.CONTRAST: CONTRAST}
COLOURS: Mapping[Theme, Colours] = {of: dict(_pairs(NAMED, palette)) for of, palette in THEMES.items()}


def in_names(lay_out: Callable[[], Frame]) -> Frame:
    """A layout in these colours instead of warm ones."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(cast("dict[Theme, Palette]", PALETTES), Theme.WARM, NAMED)
        return lay_out()
