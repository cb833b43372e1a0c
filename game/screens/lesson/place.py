"""Where a class is in its lesson, as it is kept: the class's path, and nothing about any pupil; and the way back there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.lesson.state import ClassPath
from game.story.digest import digest
from game.story.engine import StoryError
from game.story.playthrough import Playthrough, now

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App, Play
    from game.story.engine import Machine


def place_of(app: App, lesson: Lesson) -> ClassPath:
    """The place in the lesson, and the play of the class."""
    if app.play is None:
        return ClassPath(lesson.plan.story, "", lesson.part, lesson.at, plan=lesson.plan)
    way = app.play.way
    return ClassPath(
        lesson.plan.story, lesson.mark, lesson.part, lesson.at, way.decisions, way.steps, plan=lesson.plan
    )


def kept_here(app: App, lesson: Lesson) -> bool:
    """Whether there is a file of just this place."""
    return lesson.file is not None and lesson.file.path == place_of(app, lesson)


def marked(lesson: Lesson, machine: Machine) -> Lesson:
    """The lesson, which knows the mark of its story. It takes a moment to work out, and a place is asked for often."""
    return replace(lesson, mark=digest(machine.story))


def play_at(play: Play, path: ClassPath) -> Play | None:
    """The play where the path leads; None when the story is another one than it was."""
    way = Playthrough(path.decisions, path.steps)
    try:
        moment = now(play.machine, way)
    except StoryError:
        return None
    return replace(play, way=replace(way, steps=moment.step))
