"""`beratta preview`: the game's window beside the editor, open at a place in one story."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from game.format.load import list_stories
from game.resources import LOCALE, SCENARIOS
from game.screens.model import App
from game.screens.settings import Settings
from game.tools.bookshelf import story_file
from game.tools.command import Status, no_such_story
from game.tools.people import people_of
from game.tools.preview import Preview, unknown_scene
from game.tools.safe_window import played_safely
from game.view.art import Art
from game.view.display import Display
from game.view.shell import Shell
from game.view.window import NoScreenError, open_window

if TYPE_CHECKING:
    from typing import TextIO

    from game.screens.words import Words
    from game.view.safely import Safety


def run(named: str, scene: str, language: str, words: Words, say: TextIO) -> int:
    """Opens a story, by its name, its folder or its file, and follows it until the window is closed.

    `scene` is where it opens; "" is the beginning. Returns 0, 1 when there is no screen, 2 for a story or a scene that is not
    there; what is wrong in the story itself is told in the window.
    """
    file = story_file(named, SCENARIOS)
    if file is None:
        say.write(no_such_story(words, named, list_stories(SCENARIOS)) + "\n")
        return Status.USAGE
    preview = Preview(file, LOCALE, date.today(), scene=scene)  # noqa: DTZ011 - the day here
    if unknown := unknown_scene(preview, words):
        say.write(unknown + "\n")
        return Status.USAGE
    try:
        window = open_window(words.ui("Övningar – förhandsvisning"))
    except NoScreenError:
        say.write(_no_screen(words, named) + "\n")
        return Status.PROBLEMS
    app = App(preview.library(), Settings(language=language))

    def play(safety: Safety) -> None:
        art = Art(preview.root / "places", people_of(preview.root))
        shell = Shell(app, preview, window, Display(art, window.get_surface().get_size()), preview, safety)
        shell.send(preview.opened(language))
        shell.run()

    return played_safely(app, preview, window, say, play)


def _no_screen(words: Words, named: str) -> str:
    return words.ui(
        "Här finns ingen skärm att visa berättelsen på. Utan skärm går det här: beratta check {name} och beratta play {name} --text",
        name=named,
    )
