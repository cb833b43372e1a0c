"""Every text of a story, in the order in which it is read, with where it stands and who says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, assert_never

from game.story.model import Choices, Ending, Goto, Line, LineKind, Tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.logic import Place
    from game.story.model import Scene, Story

ABOUT, CAST, EYES, WORDS = "about", "cast", "eyes", "words"
"""Contexts of texts that stand in no scene."""


class TextKind(Enum):
    """What a text is for."""

    TITLE = auto()
    SUMMARY = auto()
    NOTES = auto()
    CHAPTER = auto()
    NAME = auto()
    PROFESSION = auto()
    CARD = auto()  # what stands on an adult's card
    NARRATION = auto()
    SPEECH = auto()
    THOUGHT = auto()
    MESSAGE = auto()
    SILENCE = auto()
    FEEL = auto()
    SKIP = auto()  # what stands for a scene that is skipped
    CHAT_TITLE = auto()
    WHY = auto()
    ASK = auto()
    TALK = auto()
    LISTEN = auto()  # what a teacher can listen for, never shown to pupils
    CHOICE = auto()
    BEGINNING = auto()
    ENDING_TITLE = auto()
    ENDING = auto()
    WORD = auto()  # one that is explained, in all its forms
    MEANING = auto()  # what it means


@dataclass(frozen=True, slots=True)
class StoryText:
    """One text. `context` is that of its translations: a scene's id, or `ABOUT`, `CAST`, `EYES`, `WORDS`.

    `at` is where what it belongs to begins, in the head the whole story: the text itself stands there or after.
    `who` says or writes it (a cast id; in `CAST` whom it describes), "" for nobody.
    """

    kind: TextKind
    text: str
    at: Place
    context: str
    who: str = ""


_OF_LINES = {
    LineKind.NARRATION: TextKind.NARRATION,
    LineKind.SPEECH: TextKind.SPEECH,
    LineKind.THOUGHT: TextKind.THOUGHT,
    LineKind.MESSAGE: TextKind.MESSAGE,
    LineKind.SILENCE: TextKind.SILENCE,
    LineKind.FEEL: TextKind.FEEL,
}


def texts(story: Story) -> Iterator[StoryText]:
    """All that a story says. What is empty is left out."""
    return (each for each in _all(story) if each.text)


def scene_texts(scene: Scene) -> Iterator[StoryText]:
    """What one scene says. What is empty is left out."""
    return (each for each in _scene(scene) if each.text)


def _all(story: Story) -> Iterator[StoryText]:
    about = story.about
    yield StoryText(TextKind.TITLE, about.title, story.at, ABOUT)
    yield StoryText(TextKind.SUMMARY, about.summary, story.at, ABOUT)
    yield StoryText(TextKind.NOTES, about.notes, story.at, ABOUT)
    for chapter in story.chapters:
        yield StoryText(TextKind.CHAPTER, chapter, story.at, ABOUT)
    for person in story.cast.values():
        yield StoryText(TextKind.NAME, person.name, person.at, CAST, person.id)
        yield StoryText(TextKind.PROFESSION, person.adult, person.at, CAST, person.id)
        yield StoryText(TextKind.CARD, person.about, person.at, CAST, person.id)
    for scene in story.scenes.values():
        yield from _scene(scene)
    for eyes in story.eyes:
        for line in eyes.lines:
            yield from _line(line, EYES)
    for each in story.words:
        yield StoryText(TextKind.WORD, each.word, each.at, WORDS)
        yield StoryText(TextKind.MEANING, each.meaning, each.at, WORDS)


def _scene(scene: Scene) -> Iterator[StoryText]:
    chat = None
    for line in scene.lines:
        if line.phone and line.phone != chat:
            yield StoryText(TextKind.CHAT_TITLE, line.phone.title, line.at, scene.id)
        chat = line.phone
        yield from _line(line, scene.id)
    yield from _exit(scene)


def _line(line: Line, context: str) -> Iterator[StoryText]:
    yield StoryText(_OF_LINES[line.kind], line.text, line.at, context, line.speaker)
    if line.sign:
        yield StoryText(TextKind.WHY, line.sign.why, line.sign.at, context)
    yield StoryText(TextKind.SKIP, line.skip, line.at, context)


def _exit(scene: Scene) -> Iterator[StoryText]:
    way_out = scene.exit
    match way_out:
        case Choices(ask, choices, talk, listen):
            yield StoryText(TextKind.ASK, ask, scene.at, scene.id)
            yield StoryText(TextKind.TALK, talk, scene.at, scene.id)
            yield StoryText(TextKind.LISTEN, listen, scene.at, scene.id)
            for choice in choices:
                yield StoryText(TextKind.CHOICE, choice.text, choice.at, scene.id)
        case Tell(ask, _, beginnings, talk, listen):
            yield StoryText(TextKind.ASK, ask, scene.at, scene.id)
            yield StoryText(TextKind.TALK, talk, scene.at, scene.id)
            yield StoryText(TextKind.LISTEN, listen, scene.at, scene.id)
            for beginning in beginnings:
                yield StoryText(TextKind.BEGINNING, beginning.text, beginning.at, scene.id)
        case Ending(title, text):
            yield StoryText(TextKind.ENDING_TITLE, title, way_out.at, scene.id)
            yield StoryText(TextKind.ENDING, text, way_out.at, scene.id)
        case Goto():
            return
        case _:
            assert_never(way_out)
