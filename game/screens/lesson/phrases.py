"""Texts of the interface that pupils' devices show, each in its own language: `phrases.ui` stands where `words.ui` would."""

from __future__ import annotations

from game.screens.lesson.wire import Phrase


def ui(text: str, /, **values: str) -> Phrase:
    """A text of the interface, to be said later in any language."""
    return Phrase(text, values=tuple(sorted(values.items())))
