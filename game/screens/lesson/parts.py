"""The parts of a lesson: each has a module that says how one goes on in it, what the class sees and what pupils do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, assert_never

from game.screens.lesson import (
    chart,
    checklist,
    closing,
    helping,
    lobby,
    own,
    planning,
    practise,
    signs,
    telling_story,
    vignettes,
)
from game.screens.lesson.asking import nobody_yet
from game.screens.lesson.order import PREPARED
from game.screens.lesson.plan import Taking
from game.screens.lesson.recalled import Recalled
from game.screens.lesson.state import Part

if TYPE_CHECKING:
    from game.screens.lesson import wire
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words


_WITHOUT_CLASS = frozenset({*PREPARED, Part.LOBBY, Part.END})


class Section(Protocol):
    """What the module of every part has."""

    def entered(self, app: App, lesson: Lesson, /) -> App:
        """The part begins at its front."""
        ...

    def onward(self, app: App, lesson: Lesson, /) -> App | None:
        """The next thing in it; None when the part is over."""
        ...

    def backward(self, app: App, lesson: Lesson, /) -> App | None:
        """The thing before; None before its beginning."""
        ...

    def asked(self, app: App, lesson: Lesson, /) -> wire.Step:
        """What pupils do now."""
        ...

    def page(self, app: App, lesson: Lesson, words: Words, /) -> Page:
        """What the class sees on the projector."""
        ...

    def script(self, app: App, lesson: Lesson, words: Words, /) -> tuple[str, ...]:
        """For the teacher alone: what to say and do now, in a few short sentences."""
        ...


def section(lesson: Lesson) -> Section:
    """The module of the part that the lesson is in; before it, where a class goes on from last week, what was then."""
    there = _section(lesson)
    return Recalled(there) if lesson.recalling and lesson.part not in _WITHOUT_CLASS else there


def _section(lesson: Lesson) -> Section:
    match lesson.part:
        case Part.CHECKLIST:
            return checklist
        case Part.PLAN:
            return planning
        case Part.LOBBY:
            return lobby
        case Part.PRACTISE:
            return practise
        case Part.BEFORE | Part.AFTER:
            return vignettes
        case Part.STORY:
            return own if Taking.OWN in lesson.plan.taking else telling_story
        case Part.SIGNS:
            return signs
        case Part.CHART:
            return chart
        case Part.HELP:
            return helping
        case Part.END:
            return closing
        case _:
            assert_never(lesson.part)


def asked(app: App, lesson: Lesson) -> wire.Step:
    """What pupils do now."""
    return section(lesson).asked(app, lesson)


def too_soon(app: App, lesson: Lesson, words: Words) -> str:
    """What is said to whoever was about to close a question that nobody has answered; "" when there is nothing to say."""
    if not lesson.hurried or not nobody_yet(lesson, asked(app, lesson)):
        return ""
    return words.ui("Ingen har svarat än. Tryck en gång till om du vill stänga svaren ändå.")
