"""One switch at the window: the walk over what is offered, and which events are a press of the switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.screens.keys import Key
from game.screens.offering import READ_ON
from game.screens.scanning import Scan, offered, press, tick
from game.screens.settings import Scanning
from game.view import keys

if TYPE_CHECKING:
    from game.screens.bindings import Changed
    from game.screens.intents import Intent
    from game.view.game import Game

LET_THROUGH = frozenset({Key.ESCAPE, Key.F1, Key.F2, Key.SHIFT_F2, Key.F3, Key.F11})
"""For somebody who helps: a pause, help, another language, and the settings in which one switch is turned off."""


def is_press(event: pygame.Event, changed: Changed) -> bool:
    """Whether this is a press of a switch: any key but those for Dölj and for who helps, any button, any touch."""
    match event.type:
        case pygame.KEYDOWN:
            return event.key not in keys.SHIFTS and keys.meant(event, changed) not in LET_THROUGH
        case pygame.MOUSEBUTTONDOWN:
            # A finger comes as itself as well.
            return not getattr(event, "touch", False)
        case pygame.FINGERDOWN:
            return True
        case _:
            return False


class OneSwitch:
    """The walk over what one switch is offered, while the player has it so."""

    def __init__(self, game: Game) -> None:
        self._game = game
        self._scan = Scan()

    @property
    def in_use(self) -> bool:
        """Whether the player plays with one switch."""
        return self._game.app.settings.scanning is not Scanning.OFF

    def comes(self, now: float) -> bool:
        """Whether something else is offered now. To be asked often."""
        display = self._game.display
        if not self.in_use:
            self._scan = Scan()
            return False
        if display.page is None or display.motion.shown(now) is not None:
            return False
        scrolls = bool(display.frame and display.frame.scroll and display.frame.scroll.most)
        before, every = self._scan, self._game.app.settings.scanning
        self._scan = tick(before, display.page, every, now, scrolls=scrolls)
        return self._scan is not before

    def offered(self) -> tuple[Intent, ...]:
        """What a press would take now."""
        page = self._game.display.page
        return offered(self._scan, page) if page and self.in_use else ()

    def pressed(self) -> None:
        """The switch was pressed. A line that still comes is first there as a whole."""
        page = self._game.display.page
        if page is None or self._game.finish_line():
            return
        self._scan, intent = press(self._scan, page, self._game.now())
        self._game.stir()
        if intent == READ_ON:
            self._read_on()
        elif intent:
            self._game.unfocus()
            self._game.send(intent)

    def _read_on(self) -> None:
        """Further down, and from the end to the beginning."""
        display = self._game.display
        if not display.scroll_by(display.size[1] // 2):
            display.scroll_by(-(1 << 20))
