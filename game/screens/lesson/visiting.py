"""A pupil's own game in a lesson: it asks for a seat, plays while the class plays, and looks up when it is asked to.

While the class looks up, the pupil's screens are put aside whole, and come back as they were.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.commands import Command, Silence, TakeSeat, TellScene
from game.screens.crash import CrashedScreen
from game.screens.intents import (
    Begin,
    Choose,
    Close,
    Erase,
    Go,
    OpenFlag,
    PickAdult,
    PickStory,
    Revisit,
    Rewind,
    SetFlag,
    SkipScene,
    StoryOpened,
    Submit,
    Typed,
    Where,
)
from game.screens.lesson import entering
from game.screens.lesson.guest import (
    OF_ADDRESS,
    Answer,
    Guest,
    GuestIntent,
    GuestScreen,
    GuestSeen,
    Hindrance,
    JoinAgain,
    JoinLesson,
    JoinScreen,
    Kept,
    LeaveLesson,
    PlayOn,
    Seat,
)
from game.screens.lesson.guest_answering import answered, unstored
from game.screens.model import BeforeScreen, BreatheScreen, HelpScreen, ReadingScreen, TitleScreen
from game.screens.navigation import alone, push

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.model import App, Screen

Step: TypeAlias = "tuple[App, tuple[Command, ...]]"

_STAYS = (HelpScreen, BreatheScreen, CrashedScreen)
"""Nobody is taken from these, whatever the class does."""
_OVER = frozenset({Where.HELP, Where.SETTINGS, Where.KEYS, Where.BREATHE})
"""What can be opened while the class looks up."""
_OF_STORY = (Choose, PickAdult, OpenFlag, SetFlag, SkipScene, Rewind, Revisit, PickStory)


def step(app: App, intent: GuestIntent) -> Step:
    """The program after this, and what it then has to do."""
    guest = app.guest
    if isinstance(intent, JoinLesson):
        return (app if guest or app.lesson else push(app, JoinScreen())), ()
    if guest is None:
        return app, ()
    match intent:
        case JoinAgain() if guest.seen.seat is Seat.OUT:
            return _with(app, replace(guest, seen=GuestSeen(), told="", sending=None)), (
                TakeSeat(guest.address, guest.code),
            )
        case JoinAgain():
            return app, ()
        case PlayOn():
            return _played_on(app, guest), ()
        case LeaveLesson(sure):
            return (_left(app, guest) if sure else _with(app, replace(guest, leaving=True))), ()
        case Answer():
            return _answered(app, guest, intent)
        case GuestSeen():
            return _heard(app, guest, intent)
        case _:
            assert_never(intent)


def instead(app: App, intent: Intent) -> Step | None:
    """What an intent means in a lesson alone; None where it means what it always does."""
    if app.guest and isinstance(_bottom(app), GuestScreen) and _rests(app, app.guest, intent):
        # The way back from the question whether to leave is all that can be closed here.
        return _with(app, replace(app.guest, leaving=app.guest.leaving and not isinstance(intent, Close))), ()
    if app.hidden or not isinstance(app.screen, JoinScreen):
        return None
    match intent:
        case Typed() | Erase() | Submit():
            return entering.typing(app, app.screen, intent)
        case Close():
            return entering.back(app, app.screen), ()
        case _:
            return None


def settled(app: App, commands: tuple[Command, ...]) -> Step:
    """What follows from anything that was meant: a lesson is left by its own way only, and hears of each new scene."""
    guest = app.guest
    if guest is None:
        return app, commands
    if app.lesson or (guest.seen.seat is Seat.COMING and not _asks(app)):
        return replace(app, guest=None), commands
    if isinstance(_bottom(app), TitleScreen) and not _is_joining(app):
        return alone(app, GuestScreen()), commands
    scene = _scene(app, guest)
    if scene in {"", guest.told}:
        return app, commands
    return _with(app, replace(guest, told=scene)), (*commands, TellScene(scene))


def _scene(app: App, guest: Guest) -> str:
    """The scene of the class's story that is played now; "" where it is not."""
    if not guest.seen.plays or not has_begun(app, guest) or isinstance(_bottom(app), GuestScreen):
        return ""
    return app.play.moment.scene if app.play else ""


def has_begun(app: App, guest: Guest) -> bool:
    """Whether the story that is in memory is the class's."""
    return app.play is not None and app.play.story.about.id == guest.seen.story


def _with(app: App, guest: Guest) -> App:
    return replace(app, guest=guest)


# --- which screens ------------------------------------------------------------------------------------


def _stack(app: App) -> tuple[Screen, ...]:
    return (*app.under, app.screen)


def _bottom(app: App) -> Screen:
    return _stack(app)[0]


def _piled(app: App, screens: tuple[Screen, ...]) -> App:
    return replace(app, screen=screens[-1], under=screens[:-1])


def _focused(app: App, focus: Intent | None) -> App:
    """Focus goes there; while the game is hidden, when it is shown again."""
    return replace(app, hidden=replace(app.hidden, focus=focus)) if app.hidden else replace(app, focus=focus)


def _shows_story(app: App) -> bool:
    """Whether something of the story lies open, be it the page before it."""
    there = _stack(app)
    return not isinstance(there[0], GuestScreen) or any(isinstance(each, BeforeScreen) for each in there)


def _is_joining(app: App) -> bool:
    return any(isinstance(each, JoinScreen) for each in _stack(app))


def _asks(app: App) -> bool:
    """Whether the pupil still waits to be let in, at whatever page."""
    return _is_joining(app) or isinstance(_bottom(app), GuestScreen)


def _rests(app: App, guest: Guest, intent: Intent) -> bool:
    """Whether an intent is of the story, while that is put aside."""
    match intent:
        case Go(to):
            return to not in _OVER
        case Close():
            return isinstance(app.screen, GuestScreen)
        case Begin():
            return not (isinstance(app.screen, BeforeScreen) and guest.seen.plays)
        case StoryOpened():
            return not guest.seen.plays
        case _:
            return isinstance(intent, _OF_STORY)


# --- a seat -------------------------------------------------------------------------------------------


def _answered(app: App, guest: Guest, answer: Answer) -> Step:
    """Only where the question is seen."""
    if app.hidden or guest.leaving or not isinstance(app.screen, GuestScreen):
        return app, ()
    after, commands = answered(guest, answer)
    return _with(app, after), commands


def _heard(app: App, guest: Guest, seen: GuestSeen) -> Step:
    leaving = guest.leaving and seen.plays == guest.seen.plays
    sending = unstored(guest.sending, seen)
    known = _with(app, replace(guest, seen=seen, leaving=leaving, sending=sending))
    if _is_joining(app):
        if seen.seat is Seat.COMING:
            return known, ()
        if not seen.seated:
            return _turned_away(app, seen.why or Hindrance.CODE), ()
        known = _let_in(known)
    if seen.plays and not guest.seen.plays:
        return _released(known, known.guest or guest), ()
    if seen.plays or not _shows_story(known):
        return known, ()
    return _called(known, known.guest or guest), (Silence(),)


def _turned_away(app: App, why: Hindrance) -> App:
    """The page for the address or the code says why, whatever lies over it."""

    def told(screen: Screen) -> Screen:
        return (
            replace(screen, why=why, at_code=why not in OF_ADDRESS)
            if isinstance(screen, JoinScreen)
            else screen
        )

    return _piled(replace(app, guest=None), tuple(map(told, _stack(app))))


def _let_in(app: App) -> App:
    """The pages that led here are done with; what lies over them stays."""
    there = _stack(app)
    place = next(place for place, each in enumerate(there) if isinstance(each, JoinScreen))
    return _focused(_piled(app, (GuestScreen(), *there[place + 1 :])), None)


# --- the class looks up, and plays on -----------------------------------------------------------------


def _called(app: App, guest: Guest) -> App:
    """The pupil looks up. Where they were is kept whole; who had not begun yet begins anew."""
    focus = app.hidden.focus if app.hidden else app.focus
    kept = guest.kept if isinstance(_bottom(app), GuestScreen) else Kept(_stack(app), focus)
    stays = (app.screen,) if isinstance(app.screen, _STAYS) else ()
    called = _with(_piled(app, (GuestScreen(), *stays)), replace(guest, kept=kept, leaving=False))
    return called if stays else _focused(called, None)


def _released(app: App, guest: Guest) -> App:
    """The pupil plays on where they were, or begins; what was opened meanwhile lies over it."""
    if guest.kept:
        return _returned(app, guest, guest.kept)
    if guest.told or not is_there(app, guest):
        return app
    above = tuple(each for each in _stack(app)[1:] if not isinstance(each, BeforeScreen))
    begun = _piled(app, (GuestScreen(), BeforeScreen(guest.seen.story), *above))
    return begun if above else _focused(begun, None)


def _returned(app: App, guest: Guest, kept: Kept) -> App:
    kinds = {type(each) for each in kept.screens}
    above = tuple(
        each for each in _stack(app)[1:] if type(each) not in kinds and not isinstance(each, BeforeScreen)
    )
    back = _with(_piled(app, (*kept.screens, *above)), replace(guest, kept=None))
    return back if above else _focused(back, kept.focus)


def is_there(app: App, guest: Guest) -> bool:
    """Whether this game has the class's story."""
    return any(about.id == guest.seen.story for about in app.library.abouts)


def _played_on(app: App, guest: Guest) -> App:
    if not guest.seen.plays or not isinstance(app.screen, GuestScreen):
        return app
    if guest.told and has_begun(app, guest):
        return alone(app, ReadingScreen())
    return push(app, BeforeScreen(guest.seen.story)) if is_there(app, guest) else app


def _left(app: App, guest: Guest) -> App:
    """Where the pupil was, on their own; before anything was played, the title."""
    left = replace(app, guest=None)
    if not isinstance(_bottom(app), GuestScreen):
        return left
    if guest.kept:
        return replace(_returned(left, guest, guest.kept), guest=None)
    return alone(left, TitleScreen())
