"""What is looked into: a story with its source, and what stories share."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from game.story.engine import Machine
from game.story.logic import Place
from game.story.texts import ABOUT, StoryText, TextKind, texts
from game.story.vignettes import Vignettes

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from game.checks.reachable import Counts
    from game.format.vocabulary import Vocabulary
    from game.story.explore import Exploration
    from game.story.model import Story

_FAR = 40
"""Lines below its place within which a text, or a part of it, is looked for: longer than any scene's exit."""
_KEYS = {
    TextKind.TITLE: "title",
    TextKind.SUMMARY: "summary",
    TextKind.NOTES: "notes",
    TextKind.CHAPTER: "chapters",
}


@dataclass(frozen=True)
class Subject:
    """A story that can be read, and all that its checks may ask. Where something is not known, nothing is asked of it.

    `file` is what problems call the story's file, and `source` its text. `folder` is where the file stands, and `root` the
    folder with what stories share; `locale` that of the translations, None where the story has none. `today` decides
    what is out of date. `ready` is the story made ready to be played, where that has been done. `counts` is what its exploration was shown.
    """

    story: Story
    found: Exploration
    counts: Counts
    file: str
    source: str
    vocabulary: Vocabulary
    today: date
    folder: Path | None = None
    root: Path | None = None
    locale: Path | None = None
    ready: Machine | None = None

    @cached_property
    def machine(self) -> Machine:
        """The story, ready to be played."""
        return self.ready or Machine(self.story)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The source's lines; line 1 is the first."""
        return tuple(self.source.splitlines())

    @cached_property
    def texts(self) -> tuple[StoryText, ...]:
        """All that the story says."""
        return tuple(texts(self.story))

    def key(self, key: str) -> Place:
        """Where a key of the head stands; the whole story when it is not there."""
        return self._keys.get(key, self.story.at)

    def place(self, text: StoryText) -> Place:
        """Where a text begins; where what it belongs to begins, when it cannot be found in the source."""
        words = text.text.split(maxsplit=1)
        whole = self.find(text, text.text)
        return whole if self._is_at(whole, text.text) else self.find(text, words[0]) if words else text.at

    def _is_at(self, at: Place, part: str) -> bool:
        return 0 < at.line <= len(self.lines) and self.lines[at.line - 1].startswith(part, at.column - 1)

    def find(self, text: StoryText, part: str) -> Place:
        """Where a part of a text stands in the source; where the text belongs, when it is written another way there."""
        at = self.key(_KEYS[text.kind]) if text.context == ABOUT else text.at
        start = at.column - 1
        for number in range(at.line, min(at.line + _FAR, len(self.lines)) + 1):
            column = self.lines[number - 1].find(part, start)
            if column >= 0:
                return Place(self.file, number, column + 1)
            start = 0
        return at

    @cached_property
    def _keys(self) -> dict[str, Place]:
        found: dict[str, Place] = {}
        for number, line in enumerate(self.lines, 1):
            if key := _KEY.match(line):
                found.setdefault(key[0], Place(self.file, number, 1))
        return found


_KEY = re.compile(r"[a-z_]+(?=:)")


@dataclass(frozen=True)
class Shared:
    """What stories share: the folder, what was read there, and its sources by the names that problems carry.

    `vignettes` is empty where there are none, or they cannot be read.
    """

    root: Path
    vocabulary: Vocabulary
    today: date
    sources: dict[str, str] = field(default_factory=dict)
    locale: Path | None = None
    vignettes: Vignettes = field(default_factory=Vignettes)
