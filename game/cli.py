"""The command `beratta`: the only place where the parts are wired together."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from game.resources import LOCALE, SCENARIOS
from game.screens.intents import PickStory
from game.screens.model import App, Settings
from game.tools.bookshelf import Bookshelf
from game.view.art import Art
from game.view.display import Display
from game.view.rig import load_rig
from game.view.shell import Shell
from game.view.window import NoScreenError, open_window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from game.screens.words import Words

CLEAN, PROBLEMS, USAGE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command; the exit status is 0 when all went well, 1 when something is wrong, 2 for wrong use."""
    shelf = Bookshelf(SCENARIOS, LOCALE)
    given = _parser(shelf.words(_language(None))).parse_args(arguments)
    language = _language(given.language)
    match given.command:
        case "check":
            return int(
                _part("game.tools.check_command").run(
                    [Path(each) for each in given.paths], language, sys.stdout
                )
            )
        case "portrait":
            sheet = _part("game.tools.portrait_sheet")
            return int(sheet.run(given.names, Path(given.output), language, sys.stdout))
        case "play" if given.text:
            return _play_text(shelf, language, given.name)
        case "play":
            return _play(shelf, language, given.name)
        case _:
            return _play(shelf, language, None)


def _part(name: str) -> ModuleType:
    """A part that only some commands need; the window comes sooner when the others are not loaded."""
    return import_module(name)


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="beratta",
        description=words.ui("Berättelser att spela: se tecknen, och säg det till någon du litar på."),
    )
    parser.add_argument("--language", metavar="KOD", help=words.ui("språket, till exempel sv eller en"))
    parser.set_defaults(command="", text=False)
    commands = parser.add_subparsers(dest="command", metavar="KOMMANDO")
    play = commands.add_parser("play", help=words.ui("spela en berättelse"))
    play.add_argument("name", nargs="?", help=words.ui("berättelsens namn; utan namn väljer man i spelet"))
    play.add_argument("--text", action="store_true", help=words.ui("i terminalen, utan fönster"))
    checks = commands.add_parser("check", help=words.ui("kontrollera berättelser"))
    checks.add_argument(
        "paths", nargs="*", metavar="SÖKVÄG", help=words.ui("filer eller mappar; utan: allt som följer med")
    )
    portrait = commands.add_parser(
        "portrait", help=words.ui("rita av alla delar, eller en berättelses personer")
    )
    portrait.add_argument(
        "names", nargs="*", metavar="NAMN", help=words.ui("berättelsers namn; utan: alla delar")
    )
    portrait.add_argument(
        "-o", "--output", default="portrait.png", metavar="FIL", help=words.ui("bilden som ska skrivas")
    )
    return parser


def _language(asked: str | None) -> str:
    """The language asked for; Swedish when nobody asked, or when it is not there."""
    return asked if asked and (LOCALE / asked).is_dir() else "sv"


def _app(shelf: Bookshelf, language: str) -> App:
    return App(shelf.library(), Settings(language=language))


def _unknown(app: App, words: Words, name: str) -> bool:
    """Says so when there is no such story."""
    names = [about.id for about in app.library.abouts]
    if name in names:
        return False
    print(
        words.ui(
            "Det finns ingen berättelse som heter {name}. Det här finns: {names}.",
            name=name,
            names=", ".join(names),
        ),
        file=sys.stderr,
    )
    return True


def _play_text(shelf: Bookshelf, language: str, name: str | None) -> int:
    app = _app(shelf, language)
    if name and _unknown(app, shelf.words(language), name):
        return USAGE
    terminal = _part("game.terminal").Terminal(app, shelf, sys.stdin, sys.stdout)
    if name:
        terminal.send(PickStory(name))
    terminal.run()
    return CLEAN


def _play(shelf: Bookshelf, language: str, name: str | None) -> int:
    words = shelf.words(language)
    app = _app(shelf, language) if name else App(shelf.cover(), Settings(language=language))
    if name and _unknown(app, words, name):
        return USAGE
    try:
        window = open_window(words.ui("Övningar"))
    except NoScreenError:
        first = next((about.id for about in shelf.library().abouts), "")
        print(_no_screen(words, name or first), file=sys.stderr)
        return PROBLEMS
    art = Art(SCENARIOS / "places", load_rig(SCENARIOS / "portraits"))
    shell = Shell(app, shelf, window, Display(art, window.get_surface().get_size()))
    if name:
        shell.send(PickStory(name))
    shell.run()
    window.destroy()
    return CLEAN


def _no_screen(words: Words, name: str) -> str:
    return words.ui(
        "Här finns ingen skärm att visa spelet på. I terminalen går det: beratta play {name} --text",
        name=name,
    )
