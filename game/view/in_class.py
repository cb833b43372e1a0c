"""A pupil's place in a lesson that goes on elsewhere. Nothing of it is there, nor looked for, until a pupil asks for one."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.commands import TakeSeat, TellAnswer, TellScene
from game.screens.lesson.guest import GuestSeen, Hindrance, Seat

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.shelf import Desk
    from game.view.game import Game

Told: TypeAlias = TakeSeat | TellScene | TellAnswer

POLLED = 0.05
"""Seconds between two looks for news."""


class InClass:
    """Looks after the place while the window's loop runs. `desk` raises ImportError where what it needs is not installed."""

    def __init__(self, game: Game, desk: Callable[[], Desk] | None) -> None:
        self._game = game
        self._make = desk
        self._desk: Desk | None = None
        self._seated = False
        self._polled = float("-inf")

    def comes(self, now: float) -> bool:
        """Whether something has come, and was done. To be asked often, and costs nothing outside a lesson."""
        if self._desk is None:
            return False
        if self._game.app.guest is None:
            self._leave()
            return False
        if now - self._polled < POLLED:
            return False
        self._polled = now
        self._desk.speak(self._game.app.settings.language)
        seen = self._desk.poll(now)
        if seen:
            self._game.send(seen)
        return seen is not None

    def carry_out(self, command: Told) -> None:
        """Does what the game asked for."""
        match command:
            case TakeSeat(url, code):
                self._take(url, code)
            case TellScene(scene):
                if self._desk:
                    self._desk.scene(scene)
            case TellAnswer(answer):
                if self._desk:
                    self._desk.answer(answer)
            case _:
                assert_never(command)

    def _take(self, url: str, code: str) -> None:
        if self._desk is None and self._make:
            with suppress(ImportError):
                self._desk = self._make()
        if self._desk is None:
            self._game.send(GuestSeen(Seat.OUT, why=Hindrance.UNABLE))
            return
        self._desk.speak(self._game.app.settings.language)
        self._desk.join(url, code)
        self._seated = True

    def _leave(self) -> None:
        if self._desk and self._seated:
            self._desk.leave()
        self._seated = False

    def close(self) -> None:
        """The window goes, and the place with it."""
        if self._desk:
            self._desk.close()
            self._desk = None
