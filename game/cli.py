"""The command `beratta`: the only place where the parts are wired together."""

from __future__ import annotations

import errno
import io
import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from game.lazy import later
from game.messages.pseudo import PSEUDO
from game.resources import LOCALE, SCENARIOS
from game.screens.intents import PickStory
from game.screens.model import App
from game.screens.navigation import asked_first
from game.tools.arguments import asked_language, parser
from game.tools.bookshelf import Bookshelf, root_for, story_file, story_id
from game.tools.command import Status, no_such_story
from game.tools.school_file import School, school_settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from game.classroom import classroom, seat, serve
    from game.screens.settings import Settings
    from game.screens.words import Words
    from game.terminal import Terminal
    from game.tools.check_command import command as check
    from game.tools.crash import crash_of
    from game.tools.graph_command import run as draw_map
    from game.tools.lesson_command import run as hold_lesson
    from game.tools.messages_command import run as translate
    from game.tools.new_command import run as begin
    from game.tools.pack_command import command as make_pack
    from game.tools.play_window import in_window
    from game.tools.portrait_sheet import run as draw_sheet
    from game.tools.preview_command import run as preview
    from game.tools.settings_command import example
    from game.tools.settings_command import run as show_settings
    from game.tools.stats_command import run as count
    from game.tools.web_command import run as write_pages
else:
    classroom = later("game.classroom", "classroom")
    seat = later("game.classroom", "seat")
    serve = later("game.classroom", "serve")
    Terminal = later("game.terminal", "Terminal")
    crash_of = later("game.tools.crash", "crash_of")
    check = later("game.tools.check_command", "command")
    draw_map = later("game.tools.graph_command", "run")
    hold_lesson = later("game.tools.lesson_command", "run")
    translate = later("game.tools.messages_command", "run")
    begin = later("game.tools.new_command", "run")
    make_pack = later("game.tools.pack_command", "command")
    in_window = later("game.tools.play_window", "in_window")
    draw_sheet = later("game.tools.portrait_sheet", "run")
    preview = later("game.tools.preview_command", "run")
    example = later("game.tools.settings_command", "example")
    show_settings = later("game.tools.settings_command", "run")
    count = later("game.tools.stats_command", "run")
    write_pages = later("game.tools.web_command", "run")

_SOURCE = "sv"
_REHEARSAL = 27
"""Simulated pupils where a rehearsal is begun from the title: a class."""
_CLOSED_PIPE = errno.EINVAL if os.name == "nt" else errno.EPIPE
_UNWRITABLE = frozenset({_CLOSED_PIPE, errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EDQUOT})


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command, and gives the exit status: one of `game.tools.command.Status`.

    0 when all went well, 1 when something is wrong, 2 for wrong use, 3 when what it says cannot be written
    (a closed pipe, a full disk), 130 for Ctrl-C.
    """
    for stream in (sys.stdout, sys.stderr):
        # An old console may lack a letter; a question mark there is better than no answer at all.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        return _flushed(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:
        return Status.STOPPED
    except OSError as error:
        if error.errno not in _UNWRITABLE:
            raise
        _fall_silent()
        return Status.UNSAID


def _flushed(arguments: Sequence[str]) -> int:
    """Runs a command to where all that it says is written."""
    try:
        return _run(arguments)
    finally:
        if sys.stdout is not None:
            sys.stdout.flush()


def _fall_silent() -> None:
    """Lets nothing more be written, for the interpreter tries once more when it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _run(arguments: Sequence[str]) -> int:
    asked = asked_language(list(arguments))
    shelf = Bookshelf(SCENARIOS, LOCALE, pseudo=_is_pseudo(asked))
    language = _language(shelf, asked)
    if language is None:
        print(_no_such_language(shelf, asked), file=sys.stderr)
        return Status.USAGE
    words = shelf.words(language)
    given = parser(words).parse_args(arguments)
    match given.command:
        case "check":
            return _check(given, words, language)
        case "portrait":
            return draw_sheet(given.names, Path(given.output), words, sys.stdout)
        case "new":
            return begin(given.name, Path(given.inside), words, sys.stdout)
        case "preview":
            return preview(given.name, given.scene, language, words, sys.stderr)
        case "graph":
            return _graph(given, words, language)
        case "pack":
            return make_pack(*_with_story(shelf, given.name, language), given, language, sys.stdout)
        case "stats":
            return count(given.names, given.format, words, language, sys.stdout)
        case "messages":
            return _translate(given, words)
        case "settings":
            return _settings(given, words, language)
        case "web":
            return _web(shelf, given, words, language)
        case "lesson":
            return _lesson(shelf, _school(language if asked else ""), given)
        case "hub":
            return _hub(shelf, given, words)
        case "play":
            return _played(shelf, _school(language if asked else ""), given)
        case _:
            return _play(shelf, _school(language if asked else ""), None)


def _check(given: Namespace, words: Words, language: str) -> int:
    return check(
        given.paths,
        words,
        language,
        sys.stdout,
        form=given.format,
        code=given.explain,
        layout=not given.no_layout,
    )


def _graph(given: Namespace, words: Words, language: str) -> int:
    return draw_map(given.name, Path(given.output) if given.output else None, words, language, sys.stdout)


def _settings(given: Namespace, words: Words, language: str) -> int:
    if given.example:
        return example(given.output, words, sys.stdout)
    return show_settings(given.file, words, language, sys.stdout, form=given.format)


def _web(shelf: Bookshelf, given: Namespace, words: Words, language: str) -> int:
    names = given.story
    if len(names) == 1:
        shelf, name = _with_story(shelf, names[0], language)
        names = [name]
    return write_pages(shelf, names, Path(given.out), words, language, sys.stdout, one_file=given.single)


def _played(shelf: Bookshelf, school: School, given: Namespace) -> int:
    there, name = _with_story(shelf, given.name, school.settings.language)
    return _play_text(there, school.settings, name) if given.text else _play(there, school, name)


def _school(language: str) -> School:
    """What the school has set, with the language that was asked for, if one was."""
    school = school_settings(os.environ, sys.platform)
    if not language:
        return school
    return replace(school, settings=replace(school.settings, language=language))


def _translate(given: Namespace, words: Words) -> int:
    return translate(
        given.what,
        getattr(given, "languages", ()),
        words,
        sys.stdout,
        story=given.story,
        locale=given.locale,
        form=getattr(given, "format", "text"),
    )


def _is_pseudo(language: str) -> bool:
    """Whether one of the languages that nobody speaks is asked for; otherwise they are not among those to choose."""
    return language.lower() in {each.code.lower() for each in PSEUDO}


def _with_story(shelf: Bookshelf, named: str | None, language: str) -> tuple[Bookshelf, str | None]:
    """The shelf with the story that was asked for, which may stand anywhere, and its name there."""
    file = story_file(named, SCENARIOS) if named else None
    if file is None or file.is_relative_to(SCENARIOS):
        return shelf, named
    root = root_for(file.absolute().parent)
    return Bookshelf(root, LOCALE, file, pseudo=_is_pseudo(language)), story_id(file)


def _language(shelf: Bookshelf, asked: str) -> str | None:
    """The code of the language asked for, in capitals or not; Swedish when nobody asked, None when it is not there."""
    if not asked:
        return _SOURCE
    codes = {each.code.lower(): each.code for each in shelf.cover().languages}
    return codes.get(asked.lower())


def _no_such_language(shelf: Bookshelf, asked: str) -> str:
    return shelf.words(_SOURCE).ui(
        "Språket {code} finns inte. Det här finns: {codes}.",
        code=asked,
        codes=", ".join(each.code for each in shelf.cover().languages),
    )


def _unknown(shelf: Bookshelf, app: App, words: Words, name: str) -> bool:
    """Says so when there is no such story, or none that can be read."""
    names = [about.id for about in app.library.abouts]
    if name in names:
        return False
    if shelf.has(name):
        print(
            words.ui("{name} går inte att läsa. Se vad som är fel: beratta check", name=name), file=sys.stderr
        )
    else:
        print(no_such_story(words, name, names), file=sys.stderr)
    return True


def _lesson(shelf: Bookshelf, school: School, given: Namespace) -> int:
    room = partial(classroom, shelf, pupils=given.rehearse, file=given.open, hub=given.hub)
    return hold_lesson(
        shelf,
        App(shelf.library(), school.settings),
        shelf.words(school.settings.language),
        sys.stderr,
        room,
        rehearsal=given.rehearse > 0,
        goes_on=bool(given.open),
        one_window=given.one_window,
    )


def _hub(shelf: Bookshelf, given: Namespace, words: Words) -> int:
    try:
        return serve(shelf, given, words, sys.stderr)
    except ModuleNotFoundError as error:
        print(words.ui("Navet behöver {what}. Installera beratta[hub].", what=error.name), file=sys.stderr)
        return Status.PROBLEMS


def _play_text(shelf: Bookshelf, settings: Settings, name: str | None) -> int:
    app = App(shelf.library(), settings)
    if name and _unknown(shelf, app, shelf.words(settings.language), name):
        return Status.USAGE
    terminal = Terminal(app, shelf, sys.stdin, sys.stdout)
    if name:
        terminal.send(PickStory(name))
    try:
        terminal.run()
    # Whatever it was, a pupil is told in a sentence, and how to go on.
    except Exception as error:  # noqa: BLE001
        terminal.fell(crash_of(error, terminal.app))
        return Status.PROBLEMS
    return Status.CLEAN


def _play(shelf: Bookshelf, school: School, name: str | None) -> int:
    words = shelf.words(school.settings.language)
    app = App(shelf.library() if name else shelf.cover(), school.settings)
    if name and _unknown(shelf, app, words, name):
        return Status.USAGE
    if school.ask_at_start and not name:
        app = asked_first(app)
    return in_window(shelf, app, name, words, sys.stderr, partial(classroom, shelf, pupils=_REHEARSAL), seat)
