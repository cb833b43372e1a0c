"""What a teacher can press beside the way on: in the teacher's window, or in a bar on the only display."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import SkipScene
from game.screens.keys import Key
from game.screens.lesson.intents import (
    AskAgain,
    Backward,
    CloseAnswers,
    EndLesson,
    GiveUpSeat,
    KeepForNextWeek,
    LockLobby,
    PauseClass,
    SkipPart,
    StartTimer,
    StopTimer,
)
from game.screens.lesson.order import PREPARED
from game.screens.lesson.parts import asked
from game.screens.lesson.plan import Taking
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.symbols import symbol_said
from game.screens.lesson.wire import Kind
from game.screens.page import Buttons, Item, Look

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.model import App
    from game.screens.words import Words

MINUTE = 60
QUESTIONS = frozenset({Kind.VOTE, Kind.JUDGE})


def controls(app: App, lesson: Lesson, words: Words) -> tuple[Item, ...]:
    """All that can be pressed now, but for the way on and what the page itself has."""
    if lesson.part in PREPARED or lesson.part is Part.END:
        return ()
    return (
        Item(Backward(), words.ui("Bakåt"), key=Key.BACKSPACE, icon="back"),
        *_of_question(app, lesson, words),
        *_of_story(app, lesson, words),
        *_timer(app, lesson, words),
        *_of_class(lesson, words),
        Item(SkipPart(), words.ui("Hoppa över delen"), icon="skip"),
        Item(KeepForNextWeek(), words.ui("Spara till nästa vecka"), icon="route"),
        Item(EndLesson(), words.ui("Avsluta lektionen"), icon="close"),
    )


def _of_question(app: App, lesson: Lesson, words: Words) -> tuple[Item, ...]:
    if asked(app, lesson).kind not in QUESTIONS:
        return ()
    match lesson.turn:
        case Turn.OPEN:
            return (Item(CloseAnswers(), words.ui("Stäng svaren"), icon="check"),)
        case Turn.CLOSED | Turn.REVEALED:
            return (Item(AskAgain(), words.ui("Fråga en gång till"), icon="back"),)
        case Turn.SHOWN | Turn.TOLD:
            return ()


def _of_story(app: App, lesson: Lesson, words: Words) -> tuple[Item, ...]:
    """A scene can be left out while it is read."""
    read = lesson.part is Part.STORY and Taking.OWN not in lesson.plan.taking
    if not read or app.play is None or app.play.moment.at_exit:
        return ()
    return (Item(SkipScene(), words.ui("Hoppa över scenen"), icon="skip"),)


def _timer(app: App, lesson: Lesson, words: Words) -> tuple[Item, ...]:
    """A minute for anything but a line that is read, and help, which one reads for as long as one likes."""
    if lesson.timer:
        return (Item(StopTimer(), words.ui("Ta bort klockan"), icon="clock"),)
    read = lesson.part is Part.STORY and asked(app, lesson).kind is Kind.LINE
    if read or lesson.part is Part.HELP:
        return ()
    return (Item(StartTimer(MINUTE), words.ui("En minut på klockan"), icon="clock"),)


def _of_class(lesson: Lesson, words: Words) -> tuple[Item, ...]:
    paused = Item(
        PauseClass(not lesson.paused),
        words.ui("Fortsätt") if lesson.paused else words.ui("Titta hit"),
        icon="play" if lesson.paused else "pause",
    )
    if not lesson.plan.with_hub:
        return (paused,)
    locked = lesson.hub.locked
    label = words.ui("Släpp in fler") if locked else words.ui("Släpp inte in fler")
    return (paused, Item(LockLobby(not locked), label, icon="door"))


def seats(lesson: Lesson, words: Words) -> tuple[Buttons, ...]:
    """The seats that are taken, each to be freed, as for somebody who has changed to another device."""
    items = tuple(
        Item(GiveUpSeat(symbol), symbol_said(words, symbol), Look.CHIP) for symbol in lesson.hub.symbols
    )
    return (Buttons(items, across=True, label=words.ui("Gör en plats ledig")),) if items else ()
