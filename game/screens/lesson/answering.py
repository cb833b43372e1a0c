"""What the teacher does with a question to the class, in whichever part it is asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from game.screens.intents import SkipScene
from game.screens.lesson import telling_story, vignettes
from game.screens.lesson.intents import (
    AskAgain,
    CloseAnswers,
    CountHands,
    OpenAnswers,
    ShowAnswers,
    Take,
)
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part

if TYPE_CHECKING:
    from game.screens.commands import Command
    from game.screens.lesson.state import Lesson
    from game.screens.model import App

Answering: TypeAlias = OpenAnswers | CloseAnswers | ShowAnswers | AskAgain | Take | CountHands | SkipScene


def with_answer(app: App, lesson: Lesson, intent: Answering) -> tuple[App, tuple[Command, ...]]:
    """The question after this; where none is asked, nothing happens."""
    if lesson.recalling and not isinstance(intent, SkipScene):
        return app, ()
    lesson = replace(lesson, recalling=False)
    match lesson.part:
        case Part.BEFORE | Part.AFTER:
            return vignettes.step(app, lesson, intent)
        case Part.STORY if Taking.OWN not in lesson.plan.taking:
            return telling_story.step(app, lesson, intent)
        case _:
            return app, ()
