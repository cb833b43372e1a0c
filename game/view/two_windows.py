"""Two displays: the class sees the stage on the projector, and the teacher has a window on the computer's own one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.lazy import later
from game.screens.lesson import intents
from game.screens.settings import SetFullscreen
from game.view.window import NoScreenError, displays, middle_of, open_window

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.view.display import Display
    from game.view.game import Game
    from game.view.safely import Safety
    from game.view.teacher_window import TeacherWindow
else:
    TeacherWindow = later("game.view.teacher_window", "TeacherWindow")

OFTEN = 1.0
"""Seconds between two looks at which displays there are."""
TEACHERS, PROJECTOR = 0, 1
"""The displays, as the system counts them: the first one is the computer's own."""


class TwoWindows:
    """Opens the teacher's window when there is a second display, and closes it when there is none any more.

    `display` makes a display for a window of that size; without it there is only the stage. `windows` is how many there
    are to be, whatever is plugged in.
    """

    def __init__(
        self,
        stage: Game,
        window: pygame.Window,
        display: Callable[[tuple[int, int]], Display] | None,
        safety: Safety | None,
        windows: int | None = None,
    ) -> None:
        self._stage = stage
        self._window = window
        self._display = display
        self._safety = safety
        self._wanted = windows
        self._teacher: TeacherWindow | None = None
        self._there = 1
        self._looked = float("-inf")
        self._before: bool | None = None

    def comes(self, now: float) -> bool:
        """Whether a window has come or gone, or has something to draw that comes by itself. To be asked often."""
        looked = self._looks(now)
        return (self._teacher is not None and self._teacher.comes(now)) or looked

    def _looks(self, now: float) -> bool:
        if now - self._looked < OFTEN:
            return False
        self._looked = now
        before, self._there = self._there, displays() if self._wanted is None else self._wanted
        if before < 2 <= self._there:
            self._open()
        elif self._there < 2 <= before:
            self._shut()
            self._back()
        return before != self._there

    def _open(self) -> None:
        if self._teacher or self._display is None:
            return
        try:
            window = open_window(self._window.title, place=middle_of(TEACHERS))
        except NoScreenError:
            return
        if displays() > PROJECTOR:
            self._to_projector()
        size = window.get_surface().get_size()
        self._teacher = TeacherWindow(self._stage, window, self._display(size))
        self._stage.send(intents.TwoWindows(on=True))
        self._safely(self._teacher.show)

    def _to_projector(self) -> None:
        self._before = self._stage.app.settings.fullscreen
        self._stage.send(SetFullscreen(on=False))
        self._window.position = middle_of(PROJECTOR)
        self._stage.send(SetFullscreen(on=True))

    def _back(self) -> None:
        """The stage is as it was, where the teacher sees it."""
        if self._before is None:
            return
        before, self._before = self._before, None
        self._stage.send(SetFullscreen(on=False))
        self._window.position = middle_of(TEACHERS)
        self._stage.send(SetFullscreen(on=before))

    def _shut(self) -> None:
        """Without the teacher's window; what stood in it is to be had on the stage."""
        if self._teacher is None:
            return
        self.close()
        self._window.focus()
        self._stage.send(intents.TwoWindows(on=False))
        self._stage.stir()

    def _safely(self, do: Callable[[], None]) -> None:
        """What fails in the teacher's window alone ends in doing without it, and the lesson goes on."""
        try:
            do()
        except Exception as error:
            if self._safety is None:
                raise
            self._safety.clerk.noted(error)
            self._shut()

    def draw(self) -> None:
        """The teacher's window shows what has changed."""
        if self._teacher:
            self._safely(self._teacher.draw)

    def handle(self, event: pygame.Event) -> bool:
        """Whether an event was the teacher's window's and has been seen to, or that of a window which is gone."""
        # An event that comes from no window, such as a gamepad's, has no such word at all.
        whose = event.dict.get("window", self._window)
        if self._teacher and self._teacher.asked(event):
            return True
        if self._teacher is None or whose is not self._teacher.window:
            return whose is None and event.type in {pygame.WINDOWCLOSE, pygame.WINDOWFOCUSLOST}
        match event.type:
            case pygame.WINDOWCLOSE:
                self._shut()
            case pygame.WINDOWFOCUSLOST | pygame.WINDOWFOCUSGAINED:
                # Whether the keyboard is elsewhere is for the stage to know as well.
                self._teacher.handle(event)
                return False
            case _:
                self._teacher.handle(event)
        return True

    def one(self) -> None:
        """The lesson is over: one window, as before it began."""
        self.close()
        self._back()
        self._there, self._looked = 1, float("-inf")

    def close(self) -> None:
        """The teacher's window goes away."""
        if self._teacher:
            self._teacher.close()
            self._teacher = None
