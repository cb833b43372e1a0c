"""Why an edition cannot be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.story.problem import Problem


class CannotUnfold(Exception):  # noqa: N818 - what is wrong with the story
    """A story cannot be worked out to pages. `story` is its id."""

    def __init__(self, story: str) -> None:
        super().__init__(story)
        self.story = story


class Unreadable(CannotUnfold):
    """It cannot be played at all."""


class TooLarge(CannotUnfold):
    """It has more states than a page can hold; `problem` says what makes them so many."""

    def __init__(self, story: str, problem: Problem) -> None:
        super().__init__(story)
        self.problem = problem
