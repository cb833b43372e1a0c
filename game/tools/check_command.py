"""`beratta check`: says all that is wrong with stories and with what they share."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.diagnostics import codes, explained, render
from game.format.files import read_text
from game.format.reading import nearest
from game.resources import SCENARIOS
from game.tools.check_files import Checked, Scope, checked
from game.tools.check_formats import as_json, as_sarif, as_text, shown
from game.tools.command import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from game.format.diagnostics import Diagnostic
    from game.screens.words import Words
    from game.story.problem import Problem


class Format(Enum):
    """How problems are written. The values are what one types."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a check is done and told. `language` is that of the problems' pages."""

    scope: Scope
    language: str
    format: Format = Format.TEXT


def command(
    paths: Sequence[str],
    words: Words,
    language: str,
    out: TextIO,
    *,
    form: str = "text",
    code: str = "",
    layout: bool = True,
) -> int:
    """What was typed: a code to be explained, or paths and names of shipped stories to be checked today."""
    if code:
        return explain(code, words, language, out)
    manner = Manner(Scope(date.today(), layout=layout), language, Format(form))  # noqa: DTZ011 - the day here
    return run([_path(each) for each in paths], manner, words, out)


def _path(named: str) -> Path:
    shipped = SCENARIOS / named
    return shipped if not os.path.lexists(named) and os.path.lexists(shipped) else Path(named)


def run(paths: Sequence[Path], manner: Manner, words: Words, out: TextIO) -> int:
    """Writes all problems of the stories at `paths`, sorted by place.

    A path is a story's folder, its file, one of the shared files, or a folder of stories; no path is all that
    is shipped. Returns 0 when nothing is wrong, 1 for problems (warnings too), 2 for a path that leads nowhere.
    """
    found: dict[Path, Checked] = {}
    for path in paths or [SCENARIOS]:
        if not os.path.exists(path):  # noqa: PTH110 - Path.exists can raise
            out.write(words.ui("{path}: finns inte.", path=path) + "\n")
            return Status.USAGE
        there = {each.path: each for each in checked(path, manner.scope)}
        if not there:
            out.write(words.ui("{path}: här finns ingen berättelse.", path=path) + "\n")
            return Status.USAGE
        found |= there
    ordered = sorted(found.values(), key=lambda each: str(each.path))
    diagnostics = [one for each in ordered for one in _rendered(each, manner.language)]
    out.write(_told(diagnostics, len(found), manner, words) + "\n")
    return Status.PROBLEMS if diagnostics else Status.CLEAN


def explain(code: str, words: Words, language: str, out: TextIO) -> int:
    """Writes all that is known of a code; 2 when there is no such code."""
    known = codes()
    asked = code.strip().upper()
    if asked not in known:
        near = nearest(asked, known)
        sentence = words.ui("Det finns ingen kod som heter {code}.", code=code)
        guess = words.ui("Menade du {code}?", code=near) if near else ""
        out.write(" ".join(filter(None, (sentence, guess))) + "\n")
        return Status.USAGE
    out.write(explained(asked, language) + "\n")
    return Status.CLEAN


def _told(diagnostics: Sequence[Diagnostic], files: int, manner: Manner, words: Words) -> str:
    match manner.format:
        case Format.TEXT:
            return as_text(diagnostics, files, words)
        case Format.JSON:
            return as_json(diagnostics, files)
        case Format.SARIF:
            return as_sarif(diagnostics, manner.language, _version())


def _version() -> str:
    try:
        return version("beratta")
    except PackageNotFoundError:  # run from a folder, without having been installed
        return "0"


def _rendered(each: Checked, language: str) -> Iterator[Diagnostic]:
    """The problems of a file in words; the file's path stands in them as one would type it from here."""
    files: dict[str, tuple[str, dict[str, str]]] = {}
    for problem in sorted(each.problems):
        name = problem.at.file
        if name not in files:
            files[name] = _file(each, problem)
        path, sources = files[name]
        yield replace(render(problem, language, sources), file=path)


def _file(each: Checked, problem: Problem) -> tuple[str, dict[str, str]]:
    """The path of the file that a problem names, and its text where it can be read."""
    name = problem.at.file
    own = name == each.path.name or name.endswith(f"/{each.path.name}")
    paths = [each.path] if own else [place / name for place in each.places]
    path = next((path for path in paths if os.path.lexists(path)), each.path)
    text = read_text(path, path.parent, name).value
    return shown(path), {} if text is None else {name: text}
