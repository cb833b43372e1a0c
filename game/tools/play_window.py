"""The game in its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import PickStory
from game.tools.command import Status
from game.tools.lesson_window import display_for, equipment
from game.tools.safe_window import played_safely, say_
from game.view.shell import Shell
from game.view.window import NoScreenError, open_window

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from game.screens.intents import Intent
    from game.screens.model import App
    from game.screens.shelf import Classroom, Desk
    from game.screens.words import Words
    from game.tools.bookshelf import Bookshelf
    from game.view.class_stage import Equipment
    from game.view.safely import Safety


def in_window(
    shelf: Bookshelf,
    app: App,
    name: str | None,
    words: Words,
    say: TextIO | None,
    classroom: Callable[[], Classroom] | None = None,
    desk: Callable[[], Desk] | None = None,
) -> int:
    """Plays until the window is closed; `name` is the story that is opened at once.

    `classroom` is called when a lesson begins, `desk` when a pupil takes part in one that goes on elsewhere.

    Returns 0, or 1 where there is no screen, which `say` is told with another way on, and where the program stopped
    for good, which the player has been told.
    """
    first = (PickStory(name),) if name else ()
    return opened(shelf, app, words, say, equipment(shelf, classroom, desk=desk), first, name)


def opened(
    shelf: Bookshelf,
    app: App,
    words: Words,
    say: TextIO | None,
    beside: Equipment,
    first: tuple[Intent, ...] = (),
    name: str | None = None,
) -> int:
    """The window with what a lesson can have beside it, and what is meant `first`. Returns what `in_window` does."""
    try:
        window = open_window(words.ui("Övningar"))
    except NoScreenError:
        there = next((about.id for about in shelf.library().abouts), "")
        say_(say, (_no_screen(words, name or there),))
        return Status.PROBLEMS

    def play(safety: Safety) -> None:
        display = display_for(shelf, window.get_surface().get_size())
        shell = Shell(app, shelf, window, display, safety=safety, equipment=beside)
        for intent in first:
            shell.send(intent)
        shell.run()

    return played_safely(app, shelf, window, say, play)


def _no_screen(words: Words, name: str) -> str:
    return words.ui(
        "Här finns ingen skärm att visa spelet på. I terminalen går det: beratta play {name} --text",
        name=name,
    )
