"""Names of files that one computer finds and another does not: capitals are the same on Windows and macOS only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from game.format.load import STORY_FILE
from game.story.logic import Place
from game.story.problem import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from game.story.problem import Problem

_OTHER_ENDING = "story.yml"


def filename_problems(folder: Path, file: str) -> Iterator[Problem]:
    """Whether the story in a folder is called otherwise than it must be; `file` is what problems call it.

    Says nothing of a folder that has a story by the right name, none at all, or cannot be looked into.
    """
    there = names_in(folder)
    if STORY_FILE not in there:
        for name in sorted(there):
            if name.casefold() in {STORY_FILE, _OTHER_ENDING}:
                yield problem("F141", Place(file), found=name, expected=STORY_FILE)


def names_in(folder: Path) -> frozenset[str]:
    """The names in a folder as they are written; none when it cannot be looked into."""
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208 - names are what is wanted
    except (OSError, ValueError):
        return frozenset()


def written_otherwise(name: str, there: Iterable[str]) -> str:
    """The name among those that are there that differs in capitals alone; "" when there is none."""
    folded = name.casefold()
    return min((each for each in there if each != name and each.casefold() == folded), default="")
