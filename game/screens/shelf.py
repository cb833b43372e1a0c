"""What a window or a terminal asks for: texts, and stories by their id or by a code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.screens.intents import Refused, StoryOpened
    from game.screens.words import Words


class Shelf(Protocol):
    """Where stories and texts come from."""

    def words(self, language: str) -> Words:
        """The texts of a language."""
        ...

    def open_story(self, story: str) -> StoryOpened | Refused:
        """A story by its id."""
        ...

    def read_code(self, code: str) -> StoryOpened | Refused:
        """A place in a story by its code."""
        ...
