"""`beratta pack`: the teacher pack of a story as a PDF, or a picture for the wall."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.load import list_stories
from game.format.municipalities import DEFAULT, Municipality, list_municipalities, load_municipality
from game.lazy import later
from game.resources import SCENARIOS
from game.screens.intents import StoryOpened
from game.screens.words import listed
from game.tools.bookshelf import story_file, story_id
from game.tools.command import Status, no_such_story
from game.tools.pack.document import UnsettableError, pack, wall
from game.tools.pack.material import Material, Tongue
from game.tools.pack.pictures import Pictures
from game.tools.people import people_of
from game.tools.school_file import school_settings

if TYPE_CHECKING:
    from argparse import Namespace
    from typing import TextIO

    from game.screens.words import Words
    from game.tools.bookshelf import Bookshelf
    from game.tools.pack.document import Document
    from game.tools.pack.typeset import typeset
else:
    # Only who makes a pack needs typst; without it every other command works.
    typeset = later("game.tools.pack.typeset", "typeset")

INSTALL = 'pip install "beratta[pack]"'
LANGUAGES = ("sv", "en")
"""The languages that a pack can be made in; the letters in it are in all languages of the game."""
_FOLDED = str.maketrans("åäö ", "aao-")


def command(shelf: Bookshelf, name: str | None, given: Namespace, language: str, say: TextIO) -> int:
    """`beratta pack` as it was typed: see `run`. Without a municipality it is the school's."""
    out = Path(given.output) if given.output else None
    chosen = given.municipality or school_settings(os.environ, sys.platform).settings.municipality
    return run(shelf, name or "", out, language, say, municipality=chosen, poster=given.poster)


def run(
    shelf: Bookshelf,
    name: str,
    out: Path | None,
    language: str,
    say: TextIO,
    *,
    municipality: str = "",
    poster: bool = False,
) -> int:
    """Writes the pack of the story called `name`, or at that path, or the picture for the wall where `poster` is asked for.

    Without `out` the file is called by what it is and the story, in this folder. `shelf` has the story. Returns 0 when it was
    written, 1 when something is wrong, 2 for a name, a language or an ending of a file that there is not; `say` gets one line.
    """
    words = shelf.words(language)
    out = out or _called(name, shelf, words, poster=poster)
    told = _unusable(shelf, name, out, language, words)
    if told:
        return _ended(say, told, Status.USAGE)
    root = shelf.scenarios if list_municipalities(shelf.scenarios) else SCENARIOS
    place = _municipality(root, municipality)
    if place is None:
        return _ended(say, _no_such_place(root, municipality, words), Status.USAGE)
    material = _material(shelf, _id(name, shelf), place, language)
    if material is None:
        unreadable = words.ui("{name} går inte att läsa. beratta check {name} säger varför.", name=name)
        return _ended(say, unreadable, Status.PROBLEMS)
    return _write(wall(material) if poster else pack(material), out, words, say)


def _ended(say: TextIO, told: str, status: Status) -> int:
    say.write(f"{told}\n")
    return status


def _id(name: str, shelf: Bookshelf) -> str:
    file = story_file(name, shelf.scenarios)
    return story_id(file) if file else name


def _called(name: str, shelf: Bookshelf, words: Words, *, poster: bool) -> Path:
    kind = words.ui("affisch") if poster else words.ui("handledning")
    return Path(f"{_id(name, shelf)}-{kind}.pdf")


def _unusable(shelf: Bookshelf, name: str, out: Path, language: str, words: Words) -> str:
    """What was asked for and is not there; "" when all is."""
    if not shelf.has(_id(name, shelf)):
        return no_such_story(words, name, list_stories(shelf.scenarios))
    if language not in LANGUAGES:
        return words.ui("Handledningen finns på svenska och engelska: --language sv eller en.")
    if out.suffix.lower() != ".pdf":
        return words.ui("{path} kan inte bli en handledning: namnet ska sluta på .pdf.", path=out)
    return ""


def _municipality(scenarios: Path, named: str) -> Municipality | None:
    """The municipality, by its file's name or its own; without any files every row is filled in by hand."""
    there = list_municipalities(scenarios)
    id_ = (named or DEFAULT).casefold().translate(_FOLDED)
    if id_ not in there:
        return Municipality() if id_ == DEFAULT else None
    return load_municipality(scenarios, id_).value


def _no_such_place(scenarios: Path, named: str, words: Words) -> str:
    there = (each for each in list_municipalities(scenarios) if each != DEFAULT)
    return words.ui(
        "Det finns ingen kommun som heter {name}. Det här finns: {names}.",
        name=named,
        names=listed(words, there),
    )


def _material(shelf: Bookshelf, story: str, place: Municipality, language: str) -> Material | None:
    opened = shelf.open_story(story)
    if not isinstance(opened, StoryOpened):
        return None
    library = shelf.library()
    own_first = sorted(library.languages, key=lambda each: each.code != language)
    tongues = tuple(Tongue(each, shelf.words(each.code)) for each in own_first)
    drawn = Pictures(shelf.scenarios, people_of(shelf.scenarios))
    return Material(opened.machine, library, place, drawn, language, shelf.words(language), tongues)


def _write(document: Document, out: Path, words: Words, say: TextIO) -> int:
    try:
        made = typeset(document)
    except ModuleNotFoundError as error:
        missing = words.ui(
            "Handledningen behöver {what}. Installera: {command}", what=error.name, command=INSTALL
        )
        return _ended(say, missing, Status.PROBLEMS)
    except UnsettableError as error:
        failed = words.ui("Det gick inte att göra en tillgänglig pdf: {reason}.", reason=error.told)
        return _ended(say, failed, Status.PROBLEMS)
    try:
        out.write_bytes(made)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        unwritable = words.ui(
            "{path} går inte att skriva: {reason}. Välj en annan fil med -o.", path=out, reason=reason
        )
        return _ended(say, unwritable, Status.PROBLEMS)
    return _ended(say, words.ui("{path} är klar.", path=out), Status.CLEAN)
