"""`beratta web`: the game as pages that any browser plays, in a folder or in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.format.diagnostics import format_text, render
from game.tools.command import Status, no_such_story
from game.tools.web.building import edition, packed
from game.tools.web.refusals import TooLarge, Unreadable
from game.tools.web.single import single
from game.tools.web.writing import InTheWay, in_the_way, write_file, write_folder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TextIO

    from game.screens.words import Words
    from game.tools.bookshelf import Bookshelf
    from game.tools.web.building import Edition

ONE_FILE = ".html"
"""How the name of an edition in one file ends."""


def run(
    bookshelf: Bookshelf,
    names: Sequence[str],
    out: Path,
    words: Words,
    language: str,
    say: TextIO,
    *,
    one_file: bool,
) -> int:
    """Writes the stories called `names` (all that there are, without any) into the folder `out`, or into one file.

    Returns 0, 1 when a story cannot be worked out or `out` cannot be written, 2 for a name that there is not.
    """
    there = [about.id for about in bookshelf.library().abouts]
    for name in names:
        if not bookshelf.has(name):
            say.write(no_such_story(words, name, there) + "\n")
            return Status.USAGE
    if one_file and out.suffix.lower() != ONE_FILE:
        say.write(words.ui("{path} kan inte bli en sida: namnet ska sluta på .html.", path=out) + "\n")
        return Status.USAGE
    if foreign := in_the_way(out, one_file=one_file):
        say.write(_is_in_the_way(foreign, words) + "\n")
        return Status.PROBLEMS
    try:
        made = edition(bookshelf, tuple(dict.fromkeys(names)) or there, inline=one_file)
    except Unreadable as error:
        unreadable = words.ui(
            "{name} går inte att läsa. beratta check {name} säger varför.", name=error.story
        )
        say.write(unreadable + "\n")
        return Status.PROBLEMS
    except TooLarge as error:
        say.write(format_text(render(error.problem, language)) + "\n")
        say.write(words.ui("{name} är för stor för webbläsaren. Inget skrevs.", name=error.story) + "\n")
        return Status.PROBLEMS
    return _written(made, out, words, say, one_file=one_file)


def _written(made: Edition, out: Path, words: Words, say: TextIO, *, one_file: bool) -> int:
    try:
        if one_file:
            page = single(made.files)
            write_file(page, out)
            whole = first = packed(page)
        else:
            write_folder(made.files, out)
            first, whole = made.to_first_scene(), made.in_all()
    except InTheWay as error:
        say.write(_is_in_the_way(error.what, words) + "\n")
        return Status.PROBLEMS
    except OSError as error:
        said = words.ui(
            "{path} går inte att skriva: {reason}. Välj en annan plats.",
            path=out,
            reason=error.strerror or error,
        )
        say.write(said + "\n")
        return Status.PROBLEMS
    say.write(words.ui("{path} är klar.", path=out) + "\n")
    say.write(_weighed(first, whole, words, one_file=one_file) + "\n")
    return Status.CLEAN


def _is_in_the_way(path: Path, words: Words) -> str:
    return words.ui(
        "{path} ligger i vägen, och inget skrevs. Välj en tom mapp, eller en tidigare webbversion.", path=path
    )


def _weighed(first: int, whole: int, words: Words, *, one_file: bool) -> str:
    if one_file:
        return words.ui("Packad väger sidan {whole} kB.", whole=_kilobytes(whole))
    return words.ui(
        "{first} kB till den första scenen, {whole} kB i allt, packat som webbservrar skickar det.",
        first=_kilobytes(first),
        whole=_kilobytes(whole),
    )


def _kilobytes(count: int) -> int:
    return -(-count // 1000)
