"""What the commands have in common: how they end, and what they say of a name that no story has."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from game.screens.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.screens.words import Words


class Status(IntEnum):
    """How a command ended, as the shell is told."""

    CLEAN = 0
    PROBLEMS = 1
    """Something is wrong with what was looked into, or cannot be done."""
    USAGE = 2
    """The command was asked for what is not there."""
    UNSAID = 3
    """What it had to say could not be written: the reader went away, or the disk is full."""
    STOPPED = 130
    """Ctrl-C."""


def no_such_story(words: Words, name: str, names: Iterable[str]) -> str:
    """Says that no story is called `name`, and what those are called that there are."""
    return words.ui(
        "Det finns ingen berättelse som heter {name}. Det här finns: {names}.",
        name=name,
        names=listed(words, names),
    )
