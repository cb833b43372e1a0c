"""A lesson from its first page to its last: what an intent does to it, what is shown, and what the hub is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.commands import Command, StartHub, TellHub
from game.screens.intents import Back, Forward, Refused, SkipScene, StoryOpened
from game.screens.lesson import (
    checklist,
    choosing,
    closing,
    counting,
    keeping,
    moving,
    packing,
    planning,
    recalled,
    skipping,
    timer,
)
from game.screens.lesson.answering import with_answer
from game.screens.lesson.dressing import dressed
from game.screens.lesson.intents import (
    AnotherStory,
    AskAgain,
    Backward,
    ChooseStory,
    CloseAnswers,
    CountHands,
    EndLesson,
    FromLastWeek,
    GiveUpSeat,
    HandDigit,
    HandsOnly,
    KeepForNextWeek,
    LessonIntent,
    LockLobby,
    NextChapter,
    Onward,
    OpenAnswers,
    PackFor,
    PackMade,
    PathFound,
    PathKept,
    PauseClass,
    PlanMinutes,
    PlanStory,
    PlanTaking,
    PlanVignettes,
    PlanVoting,
    PrintPack,
    ShowAnswers,
    SkipPart,
    StartLesson,
    StartTimer,
    StopTimer,
    Take,
    Tick,
    Ticked,
    TuckBar,
    TwoWindows,
    TypeHands,
)
from game.screens.lesson.order import PREPARED
from game.screens.lesson.parts import asked, section
from game.screens.lesson.plan import Plan, Taking
from game.screens.lesson.state import Lesson, LessonScreen, Part
from game.screens.lesson.telling import news
from game.screens.lesson.wire import FreeSeat, HubSeen, Lock
from game.screens.model import TitleScreen
from game.screens.navigation import alone

if TYPE_CHECKING:
    from game.screens.lesson.of_story import OfStory
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words

Step: TypeAlias = "tuple[App, tuple[Command, ...]]"
_Going: TypeAlias = Onward | Forward | Backward | Back | EndLesson | PauseClass


def step(app: App, intent: LessonIntent | OfStory, words: Words) -> Step:
    """The program after this, and what it then has to do."""
    if isinstance(intent, StartLesson):
        return _begun(app, intent)
    lesson = app.lesson
    if lesson is None:
        return app, ()
    match intent:
        case Onward() | Forward() | Backward() | Back() | EndLesson() | PauseClass():
            return _gone(app, lesson, intent)
        case SkipPart() | NextChapter():
            return skipping.step(app, lesson, intent)
        case TypeHands() | HandDigit():
            return _counting(app, lesson, intent), ()
        case StoryOpened(machine):
            return keeping.opened(app, lesson, machine, words), ()
        case Refused():
            return keeping.refused(app, lesson, words), ()
        case KeepForNextWeek() | FromLastWeek() | PathKept() | PathFound():
            return keeping.step(app, lesson, intent, words)
        case PrintPack() | PackMade() | PackFor():
            return packing.step(app, lesson, intent, words)
        case Tick() | PlanStory() | PlanMinutes() | PlanTaking() | PlanVignettes() | PlanVoting():
            return _prepared(app, lesson, intent), ()
        case ChooseStory() | AnotherStory():
            return _prepared(app, lesson, intent), ()
        case LockLobby() | GiveUpSeat():
            return app, _told(lesson, intent)
        case TuckBar() | TwoWindows() | HandsOnly() | HubSeen() | StartTimer() | StopTimer() | Ticked():
            return replace(app, lesson=_noted(lesson, intent)), ()
        case (
            OpenAnswers() | CloseAnswers() | ShowAnswers() | AskAgain() | Take() | CountHands() | SkipScene()
        ):
            return with_answer(app, lesson, intent)
        case _:
            assert_never(intent)


_Prepared: TypeAlias = (
    Tick | PlanStory | ChooseStory | AnotherStory | PlanMinutes | PlanTaking | PlanVignettes | PlanVoting
)
_Noted: TypeAlias = TuckBar | TwoWindows | HandsOnly | HubSeen | StartTimer | StopTimer | Ticked
_QUIET = frozenset({*PREPARED, Part.END})
"""Parts in which there is no class to be paused, and nothing to be deleted."""


def _begun(app: App, intent: StartLesson) -> Step:
    """A lesson that goes on is not begun again. One that an earlier program left is looked for."""
    if app.lesson:
        return app, ()
    taking = frozenset({Taking.HANDS, Taking.DEVICES} if intent.rehearsal else {Taking.HANDS})
    lesson = Lesson(Plan(taking=taking), rehearsal=intent.rehearsal)
    begun = alone(replace(app, lesson=lesson, play=None), LessonScreen())
    return begun, (StartHub(devices=False, rehearsal=intent.rehearsal),)


def _gone(app: App, lesson: Lesson, intent: _Going) -> Step:
    """On and back. While something is asked of the teacher or the class is paused, both lead back to where it was."""
    match intent:
        case EndLesson(sure=False) if lesson.part not in _QUIET:
            return moving.on_stage(app, replace(lesson, ending=True)), ()
        case EndLesson(sure=True) if not lesson.ending:
            return app, ()
        case EndLesson():
            return moving.ended(app, lesson), ()
        case PauseClass(on):
            return moving.on_stage(app, replace(lesson, paused=on and lesson.part not in _QUIET)), ()
        case Onward() | Forward() | Backward() | Back() if lesson.ending or lesson.paused or lesson.skipping:
            back = replace(lesson, ending=False, paused=False, skipping=False)
            return moving.on_stage(app, back), ()
        case Onward() | Forward() | Backward() | Back() if lesson.counting:
            return _counted(app, lesson, on=isinstance(intent, Onward | Forward)), ()
        case Onward() | Forward():
            return moving.onward(app, lesson)
        case Backward() | Back():
            return moving.backward(app, lesson), ()
        case _:
            assert_never(intent)


def _counting(app: App, lesson: Lesson, intent: TypeHands | HandDigit) -> App:
    """A number of hands is put in, digit by digit."""
    there = asked(app, lesson)
    match intent:
        case TypeHands(option):
            return replace(app, lesson=counting.begun(lesson, there, option), focus=None)
        case HandDigit(digit):
            return replace(app, lesson=counting.typed(lesson, there, digit))
        case _:
            assert_never(intent)


def _counted(app: App, lesson: Lesson, *, on: bool) -> App:
    there = asked(app, lesson)
    if not on:
        return moving.on_stage(app, counting.erased(lesson, there))
    following = counting.following(lesson, there)
    return replace(moving.on_stage(app, counting.done(lesson, there)), focus=following)


def _prepared(app: App, lesson: Lesson, intent: _Prepared) -> App:
    """What was chosen before the class came; later it stands."""
    match intent:
        case Tick(row) if lesson.part is Part.CHECKLIST:
            return replace(app, lesson=checklist.ticked(lesson, row))
        case ChooseStory() if lesson.part is Part.PLAN:
            return choosing.chosen(app, lesson, intent)
        case AnotherStory() if lesson.recalling:
            return recalled.another(app, lesson)
        case PlanStory() if lesson.seeking:
            plan = planning.planned(app, lesson.plan, intent)
            return replace(app, lesson=replace(lesson, plan=plan, seeking=None), focus=None)
        case PlanStory() | PlanMinutes() | PlanTaking() | PlanVignettes() | PlanVoting():
            if lesson.part is not Part.PLAN:
                return app
            plan = planning.planned(app, lesson.plan, intent)
            return replace(app, lesson=replace(lesson, plan=plan), focus=planning.opposite(intent))
        case _:
            return app


def _noted(lesson: Lesson, intent: _Noted) -> Lesson:
    match intent:
        case TuckBar():
            return replace(lesson, tucked=not lesson.tucked)
        case TwoWindows(on):
            return replace(lesson, two=on)
        case HandsOnly():
            plan = replace(lesson.plan, taking=frozenset({Taking.HANDS}))
            return replace(lesson, hands_only=True, plan=plan)
        case HubSeen():
            return replace(lesson, hub=intent)
        case StartTimer(seconds):
            return timer.started(lesson, seconds)
        case StopTimer():
            return timer.stopped(lesson)
        case Ticked(at):
            return timer.ticked(lesson, at)
        case _:
            assert_never(intent)


def _told(lesson: Lesson, intent: LockLobby | GiveUpSeat) -> tuple[Command, ...]:
    """What the hub alone keeps; it is seen to have done it."""
    if not lesson.hub_asked:
        return ()
    match intent:
        case LockLobby(on):
            return (TellHub(Lock(on)),)
        case GiveUpSeat(symbol):
            return (TellHub(FreeSeat(symbol)),) if symbol in lesson.hub.symbols else ()
        case _:
            assert_never(intent)


# --- after anything at all ---------------------------------------------------------------------------


def settled(before: App, after: App, commands: tuple[Command, ...]) -> Step:
    """What follows from anything that was meant: the stage stays the stage, and the hub is told what has changed for pupils."""
    if before.lesson is None and after.lesson is None:
        return after, commands
    there = _on_stage(before, after)
    return there, (*commands, *news(before, there))


def _on_stage(before: App, after: App) -> App:
    """A lesson is left by its own way only. Whatever leads to a page of the story leads to the stage."""
    lesson = after.lesson
    bottom = next(iter((*after.under, after.screen)))
    if lesson is None or isinstance(bottom, LessonScreen):
        return after
    if isinstance(bottom, TitleScreen):
        asked = replace(lesson, ending=lesson.part not in _QUIET)
        return alone(replace(after, lesson=asked), LessonScreen()) if asked.ending else moving.home(after)
    same = after.play and before.play and after.play.story == before.play.story
    play = after.play if same else before.play
    there = lesson if play == before.play else moving.still(lesson)
    return alone(replace(after, play=play, lesson=there), LessonScreen())


# --- what is shown -----------------------------------------------------------------------------------


def stage_page(app: App, lesson: Lesson, words: Words) -> Page:
    """What the class sees."""
    return dressed(_seen(app, lesson, words), app, lesson, words)


def _seen(app: App, lesson: Lesson, words: Words) -> Page:
    if lesson.ending:
        return closing.asking_page(app, lesson, words)
    if lesson.paused:
        return closing.paused_page(app, lesson, words)
    if lesson.two and lesson.part in PREPARED:
        return closing.welcome_page(app, lesson, words)
    if lesson.two:
        # What is asked of the teacher, and put in, stands in the teacher's window.
        return section(lesson).page(app, lesson, words)
    if lesson.skipping:
        return skipping.asking_page(app, lesson, words)
    if lesson.counting:
        there = asked(app, lesson)
        now = counting.counting(lesson, there)
        if now:
            return counting.page(lesson, there, now, words)
    return section(lesson).page(app, lesson, words)
