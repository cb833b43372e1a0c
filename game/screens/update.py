"""What happens: `update(app, intent)` gives the next state of the program and what it then has to do."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from game.lazy import later
from game.screens import (
    authoring,
    changing_keys,
    crashed,
    hidden,
    navigation,
    picking,
    playing,
    pressing,
    questions,
)
from game.screens.bindings import ChangeKey, KeysFromStart, KeysScreen, Pressed
from game.screens.commands import (
    Command,
    NameLanguage,
    OpenStory,
    PlaySound,
    Quit,
    ReadAloud,
    ReadCode,
    Silence,
    Sound,
)
from game.screens.crash import ReportSaved, SaveReport
from game.screens.hearing import Hear
from game.screens.intents import (
    Ask,
    AskNext,
    Back,
    Begin,
    Choose,
    Close,
    Erase,
    Focus,
    Forward,
    Go,
    Hide,
    Intent,
    Leave,
    MoveFocus,
    NextLanguage,
    OpenFlag,
    PickAdult,
    PickStory,
    Press,
    PreviousLanguage,
    Question,
    Refused,
    Revisit,
    Rewind,
    Seek,
    SetFlag,
    Shift,
    SkipScene,
    StoryOpened,
    Submit,
    TapHeading,
    TryOut,
    Typed,
)
from game.screens.lesson.guest import GuestIntent, JoinScreen
from game.screens.lesson.intents import EndLesson, LessonIntent
from game.screens.lesson.of_story import OfStory
from game.screens.lesson.state import LessonScreen
from game.screens.model import App, BeforeScreen, CodeScreen, Hidden, SettingsScreen
from game.screens.pages import page
from game.screens.settings import SetSound, adjusted
from game.screens.workshop import FileRead, OpenScene, Reload

if TYPE_CHECKING:
    from game.screens.keys import Key
    from game.screens.lesson.flow import settled as class_settled
    from game.screens.lesson.flow import step as class_step
    from game.screens.lesson.visiting import instead as guest_instead
    from game.screens.lesson.visiting import settled as guest_settled
    from game.screens.lesson.visiting import step as guest_step
    from game.screens.words import Words
else:
    # Whoever plays alone does not wait for what only a lesson needs.
    class_settled = later("game.screens.lesson.flow", "settled")
    class_step = later("game.screens.lesson.flow", "step")
    guest_instead = later("game.screens.lesson.visiting", "instead")
    guest_settled = later("game.screens.lesson.visiting", "settled")
    guest_step = later("game.screens.lesson.visiting", "step")

Step: TypeAlias = tuple[App, tuple[Command, ...]]

SHIFTS = 3
"""So many presses of Shift hide the game, or bring it back …"""
WITHIN = 5.0
"""… when they come within so many seconds."""
CALM = 1.0
"""After Shift has hidden the game it counts again when it was left alone for so many seconds."""


def update(app: App, intent: Intent, words: Words) -> Step:
    """The program after the player meant this. `words` is needed to know what a key means on a page, and for news."""
    after, commands = _meant(*_asked_first(app, intent), words)
    if app.lesson or after.lesson:
        after, commands = class_settled(app, after, commands)
    return guest_settled(after, commands) if after.guest else (after, commands)


def _meant(app: App, intent: Intent, words: Words) -> Step:
    if isinstance(intent, LessonIntent) or (isinstance(intent, OfStory) and _is_of_class(app, intent)):
        return class_step(app, intent, words)
    if isinstance(intent, GuestIntent):
        return guest_step(app, intent)
    if of_guest := _of_guest(app, intent):
        return of_guest
    match intent:
        case Press(key):
            return _pressed(app, key, words)
        case Focus(target):
            return replace(app, focus=target), ()
        case MoveFocus(by):
            return navigation.move_focus(app, by, page(app, words)), ()
        case Hide() | TapHeading() | Shift() | Leave():
            return _cover(app, intent)
        case Typed() | Erase() | Submit():
            return _typing(app, intent)
        case StoryOpened() | Refused() | PickStory() | Seek() | Begin():
            return _story(app, intent)
        case Go() | Close() | Forward() | Back() | Choose() | PickAdult():
            return playing.step(app, intent)
        case OpenFlag() | SetFlag() | SkipScene() | Rewind() | Revisit():
            return playing.step(app, intent)
        case FileRead() | OpenScene() | Reload():
            return authoring.step(app, intent)
        case NextLanguage() | PreviousLanguage():
            return _language_beside(app, 1 if isinstance(intent, NextLanguage) else -1)
        case Ask() | AskNext() | TryOut():
            return questions.step(app, intent)
        case ChangeKey() | Pressed() | KeysFromStart():
            return _changing_keys(app, intent), ()
        case SaveReport() | ReportSaved():
            return crashed.step(app, intent)
        case Hear():
            return app, () if app.hidden else (ReadAloud(),)
        case _:
            quiet = (Silence(),) if intent == SetSound(on=False) else ()
            return replace(app, settings=adjusted(app.settings, intent)), quiet


def _asked_first(app: App, intent: Intent) -> tuple[App, Intent]:
    """Where leaving would take the lesson from a whole class, the teacher is asked first, once. What Dölj hides is left at once,
    but while a class only practises it there is nothing to get away from, and whoever means to end the practice is asked.
    """
    lesson = app.lesson
    if lesson is None or not isinstance(intent, Leave) or not lesson.held or lesson.ending:
        return app, intent
    if app.hidden and not lesson.practising:
        return app, intent
    return (_shown_again(app) if app.hidden else app), EndLesson()


def _of_guest(app: App, intent: Intent) -> Step | None:
    """What it means to a pupil who takes part in a lesson, or is about to; None where it means what it always does."""
    takes_part = app.guest is not None or isinstance(app.screen, JoinScreen)
    return guest_instead(app, intent) if takes_part else None


def _pressed(app: App, key: Key, words: Words) -> Step:
    wanted = pressing.meant(app, page(app, words), key)
    return _meant(*_asked_first(app, wanted), words) if wanted else (app, ())


def _is_of_class(app: App, intent: OfStory) -> bool:
    """Whether it is about the story that the class plays. What was asked for comes whatever is shown."""
    if app.lesson is None:
        return False
    on_stage = isinstance(app.screen, LessonScreen) and not app.hidden
    return on_stage or isinstance(intent, (StoryOpened, Refused))


def _changing_keys(app: App, change: ChangeKey | Pressed | KeysFromStart) -> App:
    if app.hidden or not isinstance(app.screen, KeysScreen):
        return app
    screen, settings = changing_keys.step(app.screen, app.settings, change)
    waited = app.screen.waiting
    # The row that was changed is where one is again, to see what it has become.
    focus = ChangeKey(waited) if waited and not screen.waiting else app.focus
    return replace(app, screen=screen, settings=settings, focus=focus)


def _language_beside(app: App, by: int) -> Step:
    """The language so many places on; its name is said where the screen does not show which one it is."""
    languages = app.library.languages
    codes = [language.code for language in languages]
    place = codes.index(app.settings.language) if app.settings.language in codes else -1
    there = languages[(place + by) % len(languages)]
    if there.code == app.settings.language:
        return app, ()
    seen = isinstance(app.screen, SettingsScreen) and app.question is Question.LANGUAGE
    told = () if seen else (NameLanguage(there.name),)
    return replace(app, settings=replace(app.settings, language=there.code)), told


def _cover(app: App, intent: Hide | TapHeading | Shift | Leave) -> Step:
    match intent:
        case Hide(practice):
            covered = app.hidden or Hidden(practice=practice, focus=app.focus)
            return replace(app, hidden=covered, shifts=(), focus=None), (Silence(),)
        case TapHeading():
            return _tapped(app), ()
        case Shift(at):
            return _shifted(app, at)
        case Leave():
            return App(app.library), (Silence(), Quit())


def _shifted(app: App, at: float) -> Step:
    recent = (*(time for time in app.shifts if 0 <= at - time <= WITHIN), at)
    burst = app.hidden.burst if app.hidden else None
    if app.hidden and burst is not None and 0 <= at - burst < CALM:
        # Somebody in a hurry goes on pressing; that must not bring the game back.
        return replace(app, hidden=replace(app.hidden, burst=at), shifts=()), ()
    if len(recent) < SHIFTS:
        return replace(app, shifts=recent), ()
    if app.hidden:
        return _shown_again(app), ()
    covered, commands = _cover(app, Hide())
    assert covered.hidden is not None, "the game was just hidden"
    return replace(covered, hidden=replace(covered.hidden, burst=at)), commands


def _tapped(app: App) -> App:
    if not app.hidden:
        return app
    if app.hidden.taps + 1 >= SHIFTS:
        return _shown_again(app)
    return replace(app, hidden=replace(app.hidden, taps=app.hidden.taps + 1))


def _shown_again(app: App) -> App:
    cover = app.hidden or Hidden()
    return replace(app, hidden=None, shifts=(), focus=cover.focus, practised=app.practised or cover.practice)


def _typing(app: App, intent: Typed | Erase | Submit) -> Step:
    if app.hidden:
        match intent:
            case Typed(character):
                return replace(app, hidden=hidden.typed(app.hidden, character)), ()
            case Erase():
                return replace(app, hidden=hidden.erased(app.hidden)), ()
            case Submit():
                return replace(app, hidden=hidden.answered(app.hidden), focus=None), ()
    if not isinstance(app.screen, CodeScreen):
        return app, ()
    match intent:
        case Typed(character):
            return replace(app, screen=navigation.typed_code(app.screen, character)), ()
        case Erase():
            return replace(app, screen=CodeScreen(app.screen.typed[:-1])), ()
        case Submit():
            return app, (ReadCode(app.screen.typed),)


def _story(app: App, intent: StoryOpened | Refused | PickStory | Seek | Begin) -> Step:
    match intent:
        case StoryOpened():
            return playing.opened(app, intent.machine, intent.state), (PlaySound(Sound.PAGE),)
        case Refused():
            if isinstance(app.screen, CodeScreen):
                return replace(app, screen=replace(app.screen, refused=intent)), ()
            if isinstance(app.screen, BeforeScreen):
                return replace(app, screen=replace(app.screen, refused=True)), ()
            return app, ()
        case Seek():
            return picking.step(app, intent), (PlaySound(Sound.PAGE),)
        case PickStory(id_):
            return navigation.push(app, BeforeScreen(id_)), (PlaySound(Sound.PAGE),)
        case Begin():
            if isinstance(app.screen, BeforeScreen):
                return app, (OpenStory(app.screen.id),)
            return playing.begun_again(app), (PlaySound(Sound.PAGE),)
