"""The words of the class's story for pupils' devices, each of which shows them in its own language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.lesson.wire import Phrase

if TYPE_CHECKING:
    from game.screens.words import Words
    from game.story.model import Story


def in_scene(story: Story, scene: str, text: str) -> Phrase:
    """A text that stands in a scene."""
    return Phrase(text, story.about.id, scene)


def scene_mark(story: Story, scene: str) -> str:
    """A scene in the id of a step, which is short and plain ASCII: its place in the story."""
    return str(list(story.scenes).index(scene))


def name_of(story: Story, who: str) -> Phrase | None:
    """The name of somebody in the cast; None for the narrator."""
    person = story.cast.get(who)
    return Phrase(person.name, story.about.id, "cast") if person else None


def said(phrase: Phrase, words: Words) -> str:
    """A phrase in the language of the stage."""
    if phrase.domain:
        return words.of(phrase.domain, phrase.context, phrase.text)
    return words.ui(phrase.text, phrase.context, **dict(phrase.values))
