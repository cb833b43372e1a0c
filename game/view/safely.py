"""What is kept safe while the window's loop runs, and what is shown when something in the program goes wrong."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.crash import Crash, CrashedScreen
from game.screens.crashed import resume_code, with_crash

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.crash import Clerk
    from game.screens.model import App

SOON = 10.0
"""Who goes on after a crash, and so many seconds later is back at the same one, need not try a third time."""
LOOPS = 3
"""So many crashes …"""
WITHIN = 2.0
"""… in so many seconds come without the player: then not even the page that tells of them can be used."""


class Safety:
    """Knows the program as it was when it was last shown whole (`app`): from there the player goes on after a crash."""

    def __init__(self, app: App, clerk: Clerk, appeared: Callable[[], object] | None = None) -> None:
        self.clerk = clerk
        self.app = app
        self._appeared = appeared
        self._code = ""
        self._well: float | None = None
        self._falls: tuple[float, ...] = ()

    def appeared(self) -> None:
        """The window can be seen, and nothing waits for what is done now."""
        if self._appeared:
            self._appeared()

    def shown(self, app: App, now: float) -> None:
        """This is in the window, whole."""
        self.app = app
        if any(isinstance(screen, CrashedScreen) for screen in (app.screen, *app.under)):
            self._well = None
        elif self._well is None:
            self._well = now

    def fell(self, error: Exception, app: App, now: float) -> App:
        """What to show instead: the page that tells of the error, over what was shown last.

        `app` is the program as it was when it failed. Raises the error again when it comes so often that nothing can
        be done in the window.
        """
        self._falls = (*(time for time in self._falls if now - time <= WITHIN), now)
        if len(self._falls) >= LOOPS:
            raise error
        code = self.clerk.noted(error)
        again = code == self._code and (self._well is None or now - self._well < SOON)
        self._code = code
        self.app = self._safe(app)
        return with_crash(self.app, Crash(code, self.clerk.version, self.resume(), again))

    def _safe(self, app: App) -> App:
        """What was shown last. Whoever was hiding the game, or had it hidden, has it hidden now."""
        return replace(self.app, library=app.library, hidden=app.hidden or self.app.hidden)

    def resume(self) -> str:
        """The code that leads back into the play; "" where there is none, or none can be made."""
        with suppress(Exception):
            return resume_code(self.app)
        return ""
