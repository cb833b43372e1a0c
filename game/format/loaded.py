"""What reading a file gives: the value, and all that is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from game.story.problem import Problem

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Loaded(Generic[T]):
    """What a file holds, or None where its problems leave nothing to use; never None without a problem."""

    value: T | None
    problems: tuple[Problem, ...] = ()
