"""A story's texts in one language, with what is in Swedish for want of a translation, and the words that are explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.glossary import found
from game.story.texts import WORDS, scene_texts

if TYPE_CHECKING:
    from game.screens.words import Words
    from game.story.model import Story
    from game.tools.web.edition import Texts


def texts_in(words: Words, story: Story, asked: tuple[tuple[str, str], ...]) -> Texts:
    """The texts that were asked for, by context and source, in the language of `words`."""
    domain = story.about.id
    told = [words.of(domain, context, text) for context, text in asked]
    return {
        "t": told,
        "sv": [
            number for number, (context, text) in enumerate(asked) if not words.has(domain, context, text)
        ],
        "part": _in_swedish(words, story),
        "marks": _marks(words, story, told),
    }


def _in_swedish(words: Words, story: Story) -> dict[int, int]:
    """The scenes with something in Swedish for want of a translation: 1 where it is all of it, otherwise 0."""
    part = {}
    for number, scene in enumerate(story.scenes.values()):
        texts = [each.text for each in scene_texts(scene)]
        missing = [text for text in texts if not words.has(story.about.id, scene.id, text)]
        if missing:
            part[number] = int(len(missing) == len(texts))
    return part


def _marks(words: Words, story: Story, told: list[str]) -> dict[int, list[int]]:
    """Where the explained words stand in each text."""
    explained = tuple(words.of(story.about.id, WORDS, each.word) for each in story.words)
    places = {
        number: [
            at
            for each in found(explained, text)
            for at in (_units(text[: each.start]), _units(text[: each.end]), each.number)
        ]
        for number, text in enumerate(told)
    }
    return {number: marks for number, marks in places.items() if marks}


def _units(text: str) -> int:
    """How long a text is for JavaScript, where a letter beyond the first 65,536 counts twice."""
    return len(text.encode("utf-16-le")) // 2
