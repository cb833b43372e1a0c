"""What the hub is told after something has changed on the stage: worked out from what was and what is, never forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from game.screens.commands import Command, KeepPlace, TellHub
from game.screens.lesson.order import PREPARED
from game.screens.lesson.parts import asked
from game.screens.lesson.place import place_of
from game.screens.lesson.state import Part, Turn
from game.screens.lesson.sums import wanted
from game.screens.lesson.wire import (
    CloseStep,
    End,
    Next,
    Open,
    Pause,
    Reopen,
    Resume,
    Reveal,
    Step,
    Sum,
    ToHub,
)

if TYPE_CHECKING:
    from game.screens.lesson.state import ClassPath, Lesson
    from game.screens.lesson.wire import Pool
    from game.screens.model import App


@dataclass(frozen=True, slots=True)
class Situation:
    """What pupils' devices have to show, and whether their class is paused."""

    step: Step
    turn: Turn
    round: int
    paused: bool


def news(before: App, after: App) -> tuple[Command, ...]:
    """What has changed for the pupils. Nothing where nobody takes part with a device."""
    if _takes_part(before) and not _takes_part(after):
        return (TellHub(End()),)
    new = situation(after)
    if new is None:
        return ()
    told = tuple(TellHub(each) for each in (*_told(situation(before), new), *_summed(before, after)))
    place = _place(after)
    return (*told, KeepPlace(place)) if place and place != _place(before) else told


def situation(app: App) -> Situation | None:
    """What pupils' devices have to show; None while the lesson is made ready, when it is over, and without a hub."""
    lesson = app.lesson
    if lesson is None or not _has_class(lesson):
        return None
    return Situation(asked(app, lesson), lesson.turn, lesson.round, lesson.paused)


def _takes_part(app: App) -> bool:
    """Whether there is a hub that is to be ended some time."""
    return app.lesson is not None and app.lesson.hub_asked and app.lesson.part is not Part.END


def _has_class(lesson: Lesson) -> bool:
    return lesson.plan.with_hub and lesson.hub_asked and lesson.part not in {*PREPARED, Part.END}


def _summed(before: App, after: App) -> tuple[ToHub, ...]:
    """What has to be added up for what is shown now."""
    pools = _wanted(after)
    return (Sum(pools),) if pools and pools != _wanted(before) else ()


def _wanted(app: App) -> tuple[Pool, ...]:
    return wanted(app, app.lesson) if app.lesson else ()


def _place(app: App) -> ClassPath | None:
    """The place to be kept; None where there is nothing yet to come back to. In the lobby it may still come to light that
    an earlier stage kept one, which must not be written over.
    """
    lesson = app.lesson
    if lesson is None or not lesson.mark or lesson.part is Part.LOBBY or not _has_class(lesson):
        return None
    return place_of(app, lesson)


def _told(old: Situation | None, new: Situation) -> list[ToHub]:
    """Whoever is paused sees nothing else; so that ends before anything changes, and comes after all that has."""
    told: list[ToHub] = []
    if old and old.paused and not new.paused:
        told.append(Resume())
    if old is None or (old.step, old.turn, old.round) != (new.step, new.turn, new.round):
        told += _turned(old, new)
    if new.paused and not (old and old.paused):
        told.append(Pause())
    return told


def _turned(old: Situation | None, new: Situation) -> tuple[ToHub, ...]:
    """The least that leads from the one to the other. A question that pupils have not been asked is never shown as answered."""
    same = old is not None and old.step == new.step
    before = old.turn if same and old is not None else None
    match new.turn:
        case Turn.OPEN:
            again = same and old is not None and new.round > old.round
            return (Reopen(),) if again else (Open(new.step),)
        case Turn.CLOSED if before is Turn.OPEN:
            return (CloseStep(),)
        case Turn.REVEALED if before is Turn.OPEN:
            return (CloseStep(), Reveal())
        case Turn.REVEALED if before is Turn.CLOSED:
            return (Reveal(),)
        case Turn.CLOSED | Turn.REVEALED if before is Turn.SHOWN:
            return ()
        case Turn.SHOWN | Turn.CLOSED | Turn.REVEALED | Turn.TOLD:
            return (Next(new.step),)
        case _:
            assert_never(new.turn)
