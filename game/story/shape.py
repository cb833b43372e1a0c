"""The structure of a story without its words: what decides how it is played."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from game.story.model import Scene, Story

Shape: TypeAlias = "str | int | tuple[Shape, ...]"

WORDS = frozenset({"at", "text", "ask", "talk", "listen", "title", "wait", "help"})
"""Fields that say how something is worded, and not where it leads."""


def shape(story: Story) -> Shape:
    """What must be alike in two versions of a story for a place in one to be a place in the other.

    Words, pictures and signs are not in it: a mended spelling mistake leaves the shape as it is.
    """
    facts = tuple((name, _shape(kind)) for name, kind in story.facts.items())
    scenes = tuple(_scene(story, scene) for scene in story.scenes.values())
    return (story.about.id, story.start, facts, scenes)


def _scene(story: Story, scene: Scene) -> Shape:
    speeches = tuple(
        (line.speaker, _shape(line.when)) for line in scene.lines if _is_adult(story, line.speaker)
    )
    people = tuple(standing.who for standing in scene.people if _is_adult(story, standing.who))
    return (scene.id, _shape(scene.do), scene.meets, people, speeches, _shape(scene.exit))


def _is_adult(story: Story, who: str) -> bool:
    return who in story.cast and bool(story.cast[who].adult)


def _shape(part: object) -> Shape:
    if isinstance(part, str | int):
        return part
    if isinstance(part, Enum):
        return part.name
    if isinstance(part, tuple):
        return tuple(_shape(each) for each in part)
    if is_dataclass(part):
        inner = (_shape(getattr(part, each.name)) for each in fields(part) if each.name not in WORDS)
        return (type(part).__name__, *inner)
    raise TypeError(part)
