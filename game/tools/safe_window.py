"""The game in a window that does not vanish with its play, whatever goes wrong in it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from game.lazy import later
from game.screens.crash import Crash, told
from game.screens.crashed import numbers
from game.tools.command import Status
from game.tools.crash import Clerk
from game.view.safely import Safety

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import TextIO

    from game.screens.model import App
    from game.screens.shelf import Shelf
    from game.screens.words import Words
    from game.view.last_resort import can_draw, message, show_lines
    from game.view.screen_lost import when_lost
    from game.view.window import Window
else:
    can_draw = later("game.view.last_resort", "can_draw")
    message = later("game.view.last_resort", "message")
    show_lines = later("game.view.last_resort", "show_lines")
    when_lost = later("game.view.screen_lost", "when_lost")

_SOURCE = "sv"


def played_safely(
    app: App, shelf: Shelf, window: Window, say: TextIO | None, play: Callable[[Safety], None]
) -> Status:
    """Plays in the window until it is left, and takes it away.

    PROBLEMS where the program stopped for good: then the player has been told, in the window, in a box of the system's
    or through `say`, in the first that works. Where the screen itself is lost, `say` hears how to go on.
    """

    def last_words() -> None:
        say_(say, _screen_lost(shelf, safety))

    safety = Safety(app, Clerk(), lambda: when_lost(last_words, Status.PROBLEMS))
    status = Status.CLEAN
    try:
        play(safety)
    # Whatever it was, the player is told in the simplest way that still works.
    except Exception as error:  # noqa: BLE001
        _stopped(shelf, safety, error, window, say)
        status = Status.PROBLEMS
    window.destroy()
    return status


def say_(say: TextIO | None, lines: Sequence[str]) -> None:
    """Says the lines where somebody reads them: on a terminal.

    What a program says to a desktop is kept in its log, so there it says no more than the first line: a code and whom
    to call are for the player alone.
    """
    if say is None:
        return
    with suppress(OSError, ValueError):
        say.writelines(f"{line}\n" for line in (lines if say.isatty() else lines[:1]))
        say.flush()


def _screen_lost(shelf: Shelf, safety: Safety) -> tuple[str, ...]:
    words, code = shelf.words(safety.app.settings.language), safety.resume()
    return (
        words.ui("Skärmen försvann, och spelet stängdes. Det är inget du har gjort."),
        *((words.ui("Starta spelet igen och fortsätt med koden {code}", code=code),) if code else ()),
    )


def _stopped(shelf: Shelf, safety: Safety, error: Exception, window: Window, say: TextIO | None) -> None:
    app = safety.app
    crash = Crash(safety.clerk.noted(error), safety.clerk.version, safety.resume())
    own, swedish = (_lines(app, crash, shelf.words(code)) for code in (app.settings.language, _SOURCE))
    with suppress(Exception):
        show_lines(window, own if can_draw(own) else swedish)
        return
    if not message(window.title, own):
        say_(say, own)


def _lines(app: App, crash: Crash, words: Words) -> tuple[str, ...]:
    """What is told; where the game is hidden, nothing that would show it."""
    lines = told(crash, numbers(app, words), words)
    return lines[:1] if app.hidden else (*lines, words.ui("Tryck på Esc för att stänga."))
