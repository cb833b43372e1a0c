"""The stage's Swedish phrases in every language of the game, so that each pupil reads the line in the own one. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.lesson.protocol import LONGEST_TEXT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from game.lesson.protocol import Texts
    from game.screens.lesson.wire import Phrase
    from game.screens.words import Words


def rendering(words: Mapping[str, Words]) -> Callable[[Phrase], Texts]:
    """What renders a phrase: its text by the code of each language in `words`.

    A text that is longer than travels is cut, and ends in "…".
    """

    def rendered(phrase: Phrase) -> Texts:
        return {code: _short(_said(phrase, each)) for code, each in words.items()}

    return rendered


def _said(phrase: Phrase, words: Words) -> str:
    if phrase.domain:
        return words.of(phrase.domain, phrase.context, phrase.text)
    return words.ui(phrase.text, phrase.context, **dict(phrase.values))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1].rstrip()}…"
