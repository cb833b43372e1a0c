"""The problems of one file, as many as a person can use and no file can make into a flood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.logic import Place
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_PROBLEMS = 200
"""Problems told of one file; one more says that there are others."""

_LONGEST_VALUE = 300


class Notes:
    """Problems in the order in which they were found."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.problems = list(problems)

    @property
    def full(self) -> bool:
        """Whether there are so many problems that more are not told."""
        return len(self.problems) > MAX_PROBLEMS

    def add(self, code: str, at: Place, **values: object) -> None:
        """Notes a problem; a very long value is cut."""
        if len(self.problems) < MAX_PROBLEMS:
            cut = {name: str(value)[:_LONGEST_VALUE] for name, value in values.items()}
            self.problems.append(problem(code, at, **cut))
        elif not self.full:
            self.problems.append(problem("F119", Place(at.file), limit=MAX_PROBLEMS))
