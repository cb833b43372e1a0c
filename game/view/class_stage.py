"""What a lesson with the class has beside the pages: a hub, a timer, a bar that comes and goes, a window for the teacher.

Nothing of it is there, nor looked for, until a lesson has begun.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.lazy import later
from game.screens.commands import KeepPath, KeepPlace, MakePack, ReadPath, StartHub, TellHub
from game.screens.lesson.intents import HandsOnly, PathFound, PathKept, Ticked, TuckBar
from game.screens.lesson.state import LessonScreen
from game.screens.settings import Scanning
from game.view.tucking import Tucking
from game.view.two_windows import TwoWindows

if TYPE_CHECKING:
    from collections.abc import Callable

    import pygame

    from game.screens.lesson.state import Timer
    from game.screens.lesson.telling import news
    from game.screens.model import App
    from game.screens.shelf import Classroom, Desk
    from game.view.display import Display
    from game.view.game import Game
    from game.view.safely import Safety
else:
    news = later("game.screens.lesson.telling", "news")

Told: TypeAlias = StartHub | TellHub | KeepPlace | KeepPath | ReadPath | MakePack

POLLED, SECOND, SOON = 0.05, 1.0, 0.1
"""Seconds between two looks: for news of the hub, at a timer, at a timer that has not heard the clock yet."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """What can be had for a lesson. Nothing of it is asked for before one begins.

    `classroom` and `desk`, a pupil's place in a lesson elsewhere, raise ImportError where what they need is not installed. `display` makes one for a second window of that
    size; without it there is none. `windows` is how many there are to be, None to have as many as there are displays.
    """

    classroom: Callable[[], Classroom] | None = None
    display: Callable[[tuple[int, int]], Display] | None = None
    windows: int | None = None
    desk: Callable[[], Desk] | None = None


class ClassStage:
    """Looks after a lesson while the window's loop runs."""

    def __init__(
        self, stage: Game, window: pygame.Window, equipment: Equipment, safety: Safety | None
    ) -> None:
        self._stage = stage
        self._equipment = equipment
        self._windows = TwoWindows(stage, window, equipment.display, safety, equipment.windows)
        self._tucking = Tucking()
        self._classroom: Classroom | None = None
        self._on = False
        self._polled = self._ticked = float("-inf")

    # --- what comes by itself ---

    def comes(self, now: float) -> bool:
        """Whether something has come, and was done. To be asked often, and costs nothing outside a lesson."""
        if self._stage.app.lesson is None:
            return self._on and self._ended()
        begun = not self._on and self._began()
        came = (self._polls(now), self._ticks(now), self._tucks(now), self._windows.comes(now))
        return begun or any(came)

    def _began(self) -> bool:
        self._on = True
        self._polled = self._ticked = float("-inf")
        self._tucking = Tucking()
        if self._equipment.classroom:
            with suppress(ImportError):
                self._classroom = self._equipment.classroom()
        if self._classroom is None:
            self._stage.send(HandsOnly())
        return True

    def _ended(self) -> bool:
        self._on = False
        self._windows.one()
        self._leave()
        return True

    def _polls(self, now: float) -> bool:
        if self._classroom is None or now - self._polled < POLLED:
            return False
        self._polled = now
        seen = self._classroom.poll(now)
        if seen:
            self._stage.send(seen)
        return seen is not None

    def _ticks(self, now: float) -> bool:
        timer = self._timer()
        if timer is None or (timer.until is not None and timer.left <= 0):
            return False
        if now - self._ticked < (SOON if timer.until is None else SECOND):
            return False
        self._ticked = now
        self._stage.send(Ticked(now))
        return True

    def _timer(self) -> Timer | None:
        return self._stage.app.lesson.timer if self._stage.app.lesson else None

    def _tucks(self, now: float) -> bool:
        app = self._stage.app
        if app.lesson is None or app.lesson.two or app.hidden or not isinstance(app.screen, LessonScreen):
            return False
        stays = app.settings.scanning is not Scanning.OFF
        if not self._tucking.due(now, tucked=app.lesson.tucked, stays=stays):
            return False
        self._stage.send(TuckBar())
        return True

    # --- what happens ---

    def draw(self) -> None:
        """The teacher's window too shows what has changed."""
        self._windows.draw()

    def handle(self, event: pygame.Event) -> bool:
        """Whether an event was the teacher's window's, and has been seen to."""
        if not self._on:
            return False
        if self._windows.handle(event):
            return True
        self._tucking.watch(event, self._stage.window_size[1], self._stage.now())
        return False

    # --- the hub, and the class's file ---

    def carry_out(self, command: Told) -> None:
        """Does what the lesson asked for."""
        if not self._on:
            self._began()
        room = self._classroom
        match command:
            case StartHub(devices, rehearsal):
                if room:
                    room.start(devices=devices, rehearsal=rehearsal)
            case TellHub(what):
                if room:
                    room.tell(what)
            case KeepPlace(path):
                if room:
                    room.keep_place(path)
            case MakePack(story, language, municipality):
                if room:
                    room.make_pack(story, language, municipality)
            case KeepPath(path):
                self._stage.send(room.keep(path) if room else PathKept(None))
            case ReadPath():
                refused = self._stage.words.ui("Det finns ingen sparad lektion på den här datorn.")
                self._stage.send(room.found() if room else PathFound(None, refused))
            case _:
                assert_never(command)

    def mended(self, before: App, after: App) -> App:
        """The program after a crash (`before` is as it failed), with what is known of the hub; the hub hears of it."""
        if before.lesson is None or after.lesson is None:
            return after
        after = replace(after, lesson=replace(after.lesson, hub=before.lesson.hub))
        with suppress(Exception):
            for command in news(before, after):
                if isinstance(command, TellHub | KeepPlace):
                    self.carry_out(command)
        return after

    def close(self, *, left: bool) -> None:
        """The window goes. Unless it was `left`, the lesson waits for the program to be started again."""
        self._windows.close()
        if left:
            self._leave()

    def _leave(self) -> None:
        if self._classroom:
            self._classroom.close()
            self._classroom = None
