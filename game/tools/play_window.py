"""The game in its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import PickStory
from game.tools.command import Status
from game.tools.people import people_of
from game.tools.safe_window import played_safely, say_
from game.view.art import Art
from game.view.display import Display
from game.view.shell import Shell
from game.view.window import NoScreenError, open_window

if TYPE_CHECKING:
    from typing import TextIO

    from game.screens.model import App
    from game.screens.words import Words
    from game.tools.bookshelf import Bookshelf
    from game.view.safely import Safety


def in_window(shelf: Bookshelf, app: App, name: str | None, words: Words, say: TextIO | None) -> int:
    """Plays until the window is closed; `name` is the story that is opened at once.

    Returns 0, or 1 where there is no screen, which `say` is told with another way on, and where the program stopped
    for good, which the player has been told.
    """
    try:
        window = open_window(words.ui("Övningar"))
    except NoScreenError:
        first = next((about.id for about in shelf.library().abouts), "")
        say_(say, (_no_screen(words, name or first),))
        return Status.PROBLEMS

    def play(safety: Safety) -> None:
        art = Art(shelf.scenarios / "places", people_of(shelf.scenarios))
        display = Display(art, window.get_surface().get_size())
        shell = Shell(app, shelf, window, display, safety=safety)
        if name:
            shell.send(PickStory(name))
        shell.run()

    return played_safely(app, shelf, window, say, play)


def _no_screen(words: Words, name: str) -> str:
    return words.ui(
        "Här finns ingen skärm att visa spelet på. I terminalen går det: beratta play {name} --text",
        name=name,
    )
