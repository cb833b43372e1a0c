"""From one part of a lesson to another."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from game.screens.commands import Command, OpenStory, StartHub
from game.screens.lesson import order
from game.screens.lesson.parts import section
from game.screens.lesson.state import LessonScreen, Part, Turn
from game.screens.lesson.vignette_choice import chosen
from game.screens.model import TitleScreen
from game.screens.navigation import alone

if TYPE_CHECKING:
    from game.screens.lesson.state import ClassPath, Lesson
    from game.screens.model import App

Step: TypeAlias = "tuple[App, tuple[Command, ...]]"

_WITH_STORY = frozenset({Part.STORY, Part.SIGNS})


def onward(app: App, lesson: Lesson) -> Step:
    """The next thing in this part, or the next part."""
    later = section(lesson).onward(app, lesson)
    return left(app, lesson) if later is None else (_seen(later), ())


def backward(app: App, lesson: Lesson) -> App:
    """The thing before in this part, or the part before; before the first one is the title."""
    if lesson.part is Part.END:
        return app
    later = section(lesson).backward(app, lesson)
    if later is not None:
        return _seen(later)
    earlier = order.before(lesson.part, lesson.plan)
    return home(app) if earlier is None else entered(app, lesson, earlier)


def left(app: App, lesson: Lesson) -> Step:
    """The next part, from wherever one is in this one. The end is asked for first."""
    if lesson.part is Part.LOBBY and lesson.coming and app.play:
        return placed(app, lesson, lesson.coming), ()
    following = order.after(lesson.part, lesson.plan)
    if following is None:
        return home(app), ()
    if following is Part.END:
        return on_stage(app, replace(lesson, ending=True)), ()
    if lesson.part is Part.PLAN:
        return _begun(app, lesson, following)
    if following in _WITH_STORY and app.play is None:
        return app, (OpenStory(lesson.plan.story),)
    return entered(app, lesson, following), ()


def _begun(app: App, lesson: Lesson, first: Part) -> Step:
    """The plan stands: the story is opened, unless it is, and other computers may take part."""
    plan = lesson.plan
    if not plan.story:
        return app, ()
    if not chosen(app, plan).before:
        plan = replace(plan, vignettes=False)
    there = app.play and app.play.story.about.id == plan.story
    coming = lesson.coming if there else None
    ready = replace(lesson, plan=plan, hub_asked=lesson.hub_asked or plan.with_hub, coming=coming)
    if not there:
        app, ready = replace(app, play=None), replace(ready, mark="")
    start = (StartHub(devices=True, rehearsal=lesson.rehearsal),) if plan.with_hub else ()
    return entered(app, ready, first), (*start, *(() if there else (OpenStory(plan.story),)))


def entered(app: App, lesson: Lesson, part: Part) -> App:
    """The front of a part."""
    fresh = still(replace(lesson, part=part, at=0))
    return section(fresh).entered(on_stage(app, fresh), fresh)


def placed(app: App, lesson: Lesson, path: ClassPath) -> App:
    """The place that a path leads to, its story being there already."""
    return on_stage(app, still(replace(lesson, part=path.part, at=path.at, coming=None)))


def still(lesson: Lesson) -> Lesson:
    """The lesson at a thing that nothing has been done with yet."""
    return replace(
        lesson,
        turn=Turn.SHOWN,
        round=1,
        adult=None,
        timer=None,
        paused=False,
        ending=False,
        skipping=False,
        counting=None,
        hurried=False,
        notice="",
    )


def on_stage(app: App, lesson: Lesson) -> App:
    """The lesson, and whatever was opened over the stage is closed: the class sees what comes now."""
    return alone(replace(app, lesson=lesson), LessonScreen())


def _seen(app: App) -> App:
    return on_stage(app, replace(app.lesson, notice="")) if app.lesson else app


def ended(app: App, lesson: Lesson) -> App:
    """All of the lesson is deleted; before it had begun, there is nothing but the title to go to."""
    if lesson.part in order.PREPARED or lesson.part is Part.END:
        return home(app)
    return entered(app, lesson, Part.END)


def home(app: App) -> App:
    """No lesson any more."""
    return alone(replace(app, lesson=None, play=None), TitleScreen())
