"""The class's path to a file, and back from there or from a lesson that broke off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens import playing
from game.screens.commands import Command, KeepPath, OpenStory, ReadPath, StartHub, TellHub
from game.screens.lesson.intents import FromLastWeek, KeepForNextWeek, PathFound, PathKept
from game.screens.lesson.moving import entered, placed
from game.screens.lesson.order import PREPARED, parts_of
from game.screens.lesson.place import kept_here, marked, place_of, play_at
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import KeptFile, LessonScreen, Part
from game.screens.lesson.wire import Resume
from game.screens.navigation import alone

if TYPE_CHECKING:
    from game.screens.lesson.plan import Plan
    from game.screens.lesson.state import ClassPath, Lesson
    from game.screens.model import App
    from game.screens.words import Words
    from game.story.engine import Machine

Step: TypeAlias = "tuple[App, tuple[Command, ...]]"
Kept: TypeAlias = KeepForNextWeek | FromLastWeek | PathKept | PathFound


def step(app: App, lesson: Lesson, intent: Kept, words: Words) -> Step:
    """What an intent about the class's path does."""
    match intent:
        case KeepForNextWeek() if lesson.file and kept_here(app, lesson):
            return _noticed(app, lesson, _where(lesson.file.where, words)), ()
        case KeepForNextWeek():
            return app, (KeepPath(place_of(app, lesson)),) if lesson.mark else ()
        case FromLastWeek():
            asked = lesson.part in PREPARED
            return (_with(app, replace(lesson, by_file=True)), (ReadPath(),)) if asked else (app, ())
        case PathKept(where):
            return _written(app, lesson, where, words), ()
        case PathFound(path, refused):
            return _found(app, lesson, path, refused)
        case _:
            assert_never(intent)


def _with(app: App, lesson: Lesson) -> App:
    return replace(app, lesson=lesson)


def _noticed(app: App, lesson: Lesson, notice: str) -> App:
    return _with(app, replace(lesson, notice=notice))


def _written(app: App, lesson: Lesson, where: str | None, words: Words) -> App:
    """Where the file lies may say who the teacher is: the class is not shown that unless the teacher asks."""
    if where is None:
        return _noticed(app, lesson, words.ui("Det gick inte att spara. Prova en gång till."))
    written = words.ui(
        "Sparat. Nästa gång: tryck på ”{button}”.", button=words.ui("Fortsätt från förra veckan")
    )
    notice = f"{written} {_where(where, words)}" if lesson.two else written
    return _noticed(app, replace(lesson, file=KeptFile(place_of(app, lesson), where)), notice)


def _where(where: str, words: Words) -> str:
    return words.ui("Byter du dator, ta med filen: {where}", where=where)


def _found(app: App, lesson: Lesson, path: ClassPath | None, refused: str) -> Step:
    """A lesson that has begun is not left for one that was found; nor what the teacher asked for, for one that broke off."""
    begun = lesson.part not in {*PREPARED, Part.LOBBY} or (lesson.coming is not None and not lesson.by_file)
    if path is None or begun:
        return _with(app, replace(lesson, by_file=False, notice=refused or lesson.notice)), ()
    plan = replace(path.plan, story=path.story)
    if lesson.hands_only:
        plan = replace(plan, taking=frozenset({Taking.HANDS}))
    coming = replace(lesson, plan=plan, coming=path, notice="", hub_asked=lesson.hub_asked or plan.with_hub)
    return _with(app, coming), (*_of_hub(lesson, plan), OpenStory(path.story))


def _of_hub(lesson: Lesson, plan: Plan) -> tuple[Command, ...]:
    """A lesson that broke off may have done so while the class was paused."""
    if not plan.with_hub:
        return ()
    start = StartHub(devices=True, rehearsal=lesson.rehearsal)
    return (start,) if lesson.by_file else (start, TellHub(Resume()))


def opened(app: App, lesson: Lesson, machine: Machine, words: Words) -> App:
    """The story of the lesson is here; the class is back where it was, if that was asked for."""
    if machine.story.about.id != lesson.plan.story:
        return app
    lesson = marked(lesson, machine)
    at_front = _with(alone(playing.opened(app, machine, None), LessonScreen()), lesson)
    return _back(at_front, lesson, lesson.coming, words) if lesson.coming else at_front


def _back(app: App, lesson: Lesson, path: ClassPath, words: Words) -> App:
    play = play_at(app.play, path) if app.play and path.mark == lesson.mark else None
    if play is None or path.part not in parts_of(lesson.plan) or path.part is Part.END:
        changed = words.ui("Berättelsen har ändrats sedan dess. Börja om med lektionen.")
        return _noticed(app, replace(lesson, coming=None, by_file=False, mark=""), changed)
    there = replace(app, play=play)
    # With a file everybody has yet to come in; a lesson that broke off still has all its seats.
    if lesson.by_file and lesson.plan.with_hub:
        return entered(there, replace(lesson, by_file=False, recalling=True), Part.LOBBY)
    return placed(there, replace(lesson, by_file=False, recalling=lesson.by_file), path)


def refused(app: App, lesson: Lesson, words: Words) -> App:
    """The story of the lesson cannot be opened: another one is to be chosen. One that is open already stays so."""
    back = replace(lesson, coming=None, by_file=False)
    if app.play and app.play.story.about.id == lesson.plan.story:
        return _with(app, back)
    there = entered(app, back, Part.PLAN)
    sorry = words.ui("Berättelsen går inte att öppna just nu. Välj en annan.")
    return _noticed(there, there.lesson, sorry) if there.lesson else there
