"""What is wrong with a story, as data. Words for it stand in `game/format/diagnostics/`, one page a code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.story.logic import Place


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong: where, the stable code of its kind, and the names and numbers for its text."""

    at: Place
    code: str
    values: tuple[tuple[str, str], ...] = ()


def problem(code: str, at: Place, **values: object) -> Problem:
    """A problem whose values are written as words; sorted by name, so that equal problems are equal."""
    return Problem(at, code, tuple(sorted((name, str(value)) for name, value in values.items())))
