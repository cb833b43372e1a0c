"""What a story has lost since it was last given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.format.reading import nearest
from game.format.released import load_released
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.checks.subject import Subject
    from game.format.released import Released
    from game.story.logic import Place
    from game.story.model import Story


def problems(subject: Subject) -> Iterator[Problem]:
    """C801 for each scene that was there in the last release and is gone; and what is wrong with its record."""
    if subject.folder is None:
        return
    loaded = load_released(subject.folder)
    yield from loaded.problems
    if loaded.value:
        yield from lost(subject.story, loaded.value, subject.key("scenes"))


def lost(story: Story, released: Released, at: Place) -> Iterator[Problem]:
    """The scenes that a release had and the story has no more, told at a place."""
    new = [name for name in story.scenes if name not in released.scenes]
    for gone in released.scenes:
        if gone not in story.scenes:
            yield problem("C801", at, scene=gone, version=released.version, meant=nearest(gone, new))
