"""Where something in a text stands, and as much of a text as a message has room for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.story.logic import Place

if TYPE_CHECKING:
    from game.checks.subject import Subject
    from game.story.texts import StoryText

_ROOM = 90
_WORD = re.compile(r"\S+")


def spot(subject: Subject, text: StoryText, start: int) -> Place:
    """Where the character with the index `start` stands in the source; where the text begins, when it is not found."""
    for first, last in _pieces(text.text, start):
        part = text.text[first:last]
        at = subject.find(text, part)
        if 0 < at.line <= len(subject.lines) and subject.lines[at.line - 1].startswith(part, at.column - 1):
            return Place(at.file, at.line, at.column + max(0, start - first))
    return subject.place(text)


def excerpt(text: str, start: int) -> str:
    """The text, or what stands around the character `start`, cut at blanks, where it is long."""
    if len(text) <= _ROOM:
        return text
    first = max(0, min(start - _ROOM // 2, len(text) - _ROOM))
    last = first + _ROOM
    if first:
        first = text.find(" ", first, start) + 1 or first
    if last < len(text):
        last = max(text.rfind(" ", start, last), 0) or last
    return f"{'… ' if first else ''}{text[first:last].strip()}{' …' if last < len(text) else ''}"


def _pieces(text: str, start: int) -> list[tuple[int, int]]:
    """All of a text, its word at a character with the one before, and the word alone: it may be broken over lines."""
    words = [found.span() for found in _WORD.finditer(text)]
    here = next((number for number, (_, last) in enumerate(words) if last > start), len(words) - 1)
    if here < 0:
        return []
    return [(0, len(text)), (words[max(0, here - 1)][0], words[here][1]), words[here]]
