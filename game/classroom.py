"""Wires a lesson together: the hub and its pages, the stage's way to it, the file of a class. Loaded when one begins."""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import suppress
from functools import partial
from importlib.util import find_spec
from io import StringIO
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, assert_never
from urllib.parse import urlsplit

from game.lazy import later
from game.lesson.apps import answers_in
from game.lesson.class_files import ClassFiles
from game.lesson.classroom import LessonRoom
from game.lesson.embedded import EmbeddedHub
from game.lesson.errand import LONGEST, errand_in
from game.lesson.hubs import RemoteHub
from game.lesson.link import ClassLink
from game.lesson.seat import LessonSeat
from game.lesson.serve import (
    CannotServeError,
    Embedded,
    Municipal,
    make_ready,
    serve_embedded,
    serve_hub,
)
from game.lesson.simulated import Simulated
from game.lesson.strict import ProtocolError
from game.lesson.unfinished import own_desk
from game.lesson.web_pages import WebPages
from game.messages.catalog import languages
from game.resources import LOCALE
from game.screens.crash import Folder
from game.screens.intents import StoryOpened
from game.story.digest import digest
from game.tools.command import Status
from game.tools.crash_report import folders
from game.tools.web.on_demand import playable

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping, Sequence
    from typing import TextIO

    from game.lesson.answers import Answers
    from game.screens.words import Words
    from game.tools.bookshelf import Bookshelf
    from game.tools.pack_command import run as run_pack
else:
    # A hub is such a program too, and never makes a guide.
    run_pack = later("game.tools.pack_command", "run")

INVITE = "BERATTA_INVITE"
"""The environment variable with what lets a stage begin lessons at a municipality's hub: on the hub, and on the stages."""
_SOURCE = "sv"
_ADULT = 18


def classroom(shelf: Bookshelf, *, pupils: int = 0, file: str = "", hub: str = "") -> LessonRoom:
    """All that a stage has beside it. `pupils` are simulated where the lesson is a rehearsal; `file` is that of a class from last
    week; `hub` is a municipality's, in place of one on this computer.
    """
    desk = own_desk()
    words = {each.code: shelf.words(each.code) for each in shelf.cover().languages}
    at = RemoteHub(hub, os.environ.get(INVITE, "")) if hub else EmbeddedHub(desk)
    places = folders()
    kept = ClassFiles(
        [path for _, path in places], partial(_mark, shelf), words[_SOURCE], Path(file) if file else None
    )
    crowd = Simulated(pupils, Random())  # noqa: S311 - pupils of a rehearsal need no secrets
    packed = partial(_packed, shelf, words, places)
    return LessonRoom(ClassLink(at, words, desk), kept, crowd, partial(_scenes, shelf), packed)


def seat() -> LessonSeat:
    """A pupil's place in a lesson that goes on elsewhere."""
    return LessonSeat()


def serve(shelf: Bookshelf, given: Namespace, words: Words, say: TextIO) -> int:
    """Runs a hub as the command line asks, until it is told to stop. Says why where it cannot."""
    try:
        if given.embedded:
            return _beside_a_stage(shelf)
        _by_itself(shelf, given, words, say)
    except CannotServeError as error:
        say.write(words.ui("Navet kan inte starta: {why}", why=error) + "\n")
        return Status.PROBLEMS
    return Status.CLEAN


def _beside_a_stage(shelf: Bookshelf) -> int:
    """Waits for the stage's errand with everything at hand."""
    answers = _answers(shelf)
    make_ready()
    try:
        errand = errand_in(sys.stdin.buffer.readline(LONGEST))
    except ProtocolError:  # started by hand
        return Status.USAGE
    there = Embedded(
        Path(errand.database), errand.invite, errand.ports, errand.teacher_port, errand.orphan_minutes
    )
    serve_embedded(there, answers, sys.stdin.buffer, WebPages(partial(playable, shelf)))
    return Status.CLEAN


def _by_itself(shelf: Bookshelf, given: Namespace, words: Words, say: TextIO) -> None:
    names = frozenset(filter(None, (urlsplit(each).hostname for each in given.origin)))
    with tempfile.TemporaryDirectory(prefix="data-", ignore_cleanup_errors=True) as folder:
        database = given.database or f"sqlite:///{Path(folder) / 'data.sqlite'}"
        what = Municipal(
            database, os.environ.get(INVITE, ""), given.host, given.port, names, tuple(given.proxy)
        )
        say.write(words.ui("Navet lyssnar på {host}, port {port}.", host=given.host, port=given.port) + "\n")
        say.flush()
        serve_hub(what, _answers(shelf), WebPages(partial(playable, shelf)))


def _answers(shelf: Bookshelf) -> Answers:
    library = shelf.library()
    youngest = min((about.youngest for about in library.abouts), default=_ADULT)
    return answers_in(shelf.words, library.help, languages(LOCALE), youngest)


def _packed(
    shelf: Bookshelf,
    words: Mapping[str, Words],
    places: Sequence[tuple[Folder, Path]],
    story: str,
    language: str,
    municipality: str,
) -> str:
    """Makes the guide to a story in the best folder that can be written to; the sentence says where it is, or why not."""
    unable = words[language].ui("Handledningen kan inte göras på den här datorn. Be skolans IT om hjälp.")
    if find_spec("typst") is None:
        return unable
    for folder, place in places:
        # Whatever fails, the teacher hears of it, and the lesson is planned on.
        with suppress(Exception):
            name = f"{story}-{words[language].ui('handledning')}.pdf"
            file = place / name
            if run_pack(shelf, story, file, language, StringIO(), municipality=municipality) == Status.CLEAN:
                return _lies_in(folder, name, words[language])
    return unable


def _lies_in(folder: Folder, name: str, words: Words) -> str:
    match folder:
        case Folder.DESKTOP:
            return words.ui("Handledningen ligger på skrivbordet och heter {name}.", name=name)
        case Folder.HOME:
            return words.ui("Handledningen ligger i din hemmapp och heter {name}.", name=name)
        case _:
            assert_never(folder)


def _mark(shelf: Bookshelf, story: str) -> str:
    """The digest of a story's words; "" where there is none that can be played."""
    found = shelf.open_story(story)
    return digest(found.machine.story) if isinstance(found, StoryOpened) else ""


def _scenes(shelf: Bookshelf, story: str) -> Sequence[str]:
    found = shelf.open_story(story)
    return tuple(filter(str.isascii, found.machine.story.scenes)) if isinstance(found, StoryOpened) else ()
