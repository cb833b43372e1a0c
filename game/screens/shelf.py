"""What a window or a terminal asks for: texts, and stories by their id or by a code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.screens.intents import Refused, StoryOpened
    from game.screens.model import Library
    from game.screens.words import Words
    from game.screens.workshop import FileRead


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


class Stock(Shelf, Protocol):
    """A shelf that can also say all that is on it."""

    def library(self) -> Library:
        """All that there is to play, to see and to turn to."""
        ...


class Follow(Protocol):
    """A file that is followed while it is written. `language` is the one in which mistakes are told."""

    def poll(self, now: float, language: str) -> FileRead | None:
        """What is new, at a time in seconds from any start; None when nothing is. It never waits."""
        ...

    def read(self, language: str) -> FileRead:
        """The file as it is now."""
        ...
