"""What a teacher can press beside the way on: in the teacher's window, or in a bar on the only display."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import SkipScene
from game.screens.keys import Key
from game.screens.lesson import skipping
from game.screens.lesson.intents import (
    AskAgain,
    Backward,
    EndLesson,
    GiveUpSeat,
    KeepForNextWeek,
    LockLobby,
    PauseClass,
    StartTimer,
    StopTimer,
)
from game.screens.lesson.order import PREPARED
from game.screens.lesson.parts import asked
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.symbols import symbol_said
from game.screens.lesson.telling_story import SKIPPING
from game.screens.lesson.wire import Kind
from game.screens.page import Buttons, Item, Look

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.words import Words

MINUTE = 60
QUESTIONS = frozenset({Kind.VOTE, Kind.JUDGE})
_ANSWERED = frozenset({Turn.CLOSED, Turn.REVEALED})


def controls(app: App, lesson: Lesson, words: Words) -> tuple[Item, ...]:
    """All that there is to press, but for the way on and what the page itself has.

    Each has the same place in the whole lesson, and the same words, so that no other moves: what cannot be used now stays
    where it is. What leads on from a part has another name in the story, and stands last for that.
    """
    if lesson.part in PREPARED or lesson.part is Part.END or lesson.skipping or lesson.counting:
        return ()
    return (
        Item(Backward(), words.ui("Bakåt"), key=Key.BACKSPACE, icon="back"),
        _paused(lesson, words),
        _timer(app, lesson, words),
        _again(app, lesson, words),
        *_scene(app, lesson, words),
        *_door(lesson, words),
        Item(KeepForNextWeek(), words.ui("Spara till nästa vecka"), icon="route"),
        Item(EndLesson(), words.ui("Avsluta lektionen"), icon="close"),
        skipping.item(app, lesson, words),
    )


def _again(app: App, lesson: Lesson, words: Words) -> Item:
    """What has been answered can be asked once more. Closing stands on the page itself."""
    may = lesson.turn in _ANSWERED and asked(app, lesson).kind in QUESTIONS
    return Item(AskAgain(), words.ui("Fråga en gång till"), icon="back", enabled=may)


def _scene(app: App, lesson: Lesson, words: Words) -> tuple[Item, ...]:
    """A scene can be left out while it is read."""
    if Taking.OWN in lesson.plan.taking:
        return ()
    beat = app.play.moment.beat if app.play and lesson.at != SKIPPING else None
    read = lesson.part is Part.STORY and beat is not None and asked(app, lesson).kind is not Kind.TALK
    return (Item(SkipScene(), words.ui("Hoppa över scenen"), icon="skip", enabled=read),)


def _timer(app: App, lesson: Lesson, words: Words) -> Item:
    """A minute for anything but a line that is read, and help, which one reads for as long as one likes."""
    label = words.ui("En minut på klockan")
    if lesson.timer:
        return Item(StopTimer(), label, Look.CHIP, icon="check", selected=True)
    read = lesson.part is Part.STORY and asked(app, lesson).kind is Kind.LINE
    free = not read and lesson.part is not Part.HELP
    return Item(StartTimer(MINUTE), label, Look.CHIP, icon="clock", selected=False, enabled=free)


def _paused(lesson: Lesson, words: Words) -> Item:
    """Everybody looks up; the page that they then see has the way back."""
    icon = "check" if lesson.paused else "pause"
    return Item(
        PauseClass(not lesson.paused), words.ui("Titta hit"), Look.CHIP, icon=icon, selected=lesson.paused
    )


def _door(lesson: Lesson, words: Words) -> tuple[Item, ...]:
    """Nobody new comes in: where there is a way in at all."""
    if not lesson.plan.with_hub:
        return ()
    locked = lesson.hub.locked
    icon, label = "check" if locked else "door", words.ui("Släpp inte in fler")
    return (Item(LockLobby(not locked), label, Look.CHIP, icon=icon, selected=locked),)


def seats(lesson: Lesson, words: Words) -> tuple[Buttons, ...]:
    """The seats that are taken, each to be freed, as for somebody who has changed to another device."""
    items = tuple(
        Item(GiveUpSeat(symbol), symbol_said(words, symbol), Look.CHIP) for symbol in lesson.hub.symbols
    )
    label = words.ui("Ta bort någon som har kommit in fel eller bytt skärm")
    return (Buttons(items, across=True, label=label),) if items else ()
