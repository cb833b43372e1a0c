"""`beratta check`: says all that is wrong with stories and with what they share."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.format.diagnostics import format_text, render
from game.format.files import read_text
from game.format.load import SHARED_FILES, STORY_FILE, list_stories, load_story, load_vocabulary
from game.resources import SCENARIOS
from game.story.check import check
from game.story.library import help_for
from game.tools.command import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from game.format.vocabulary import Vocabulary
    from game.screens.words import Words
    from game.story.problem import Problem


@dataclass(frozen=True, slots=True)
class _Checked:
    """One file that was looked into, the folder its real path must be in, and what is wrong with it."""

    path: Path
    inside: Path
    name: str
    problems: tuple[Problem, ...]


def run(paths: Sequence[Path], words: Words, language: str, out: TextIO) -> int:
    """Writes all problems of the stories at `paths`, sorted by place, and one line that sums up.

    A path is a story's folder, its file, one of the shared files, or a folder of stories; no path is all that
    is shipped. `language` is that of the problems' pages. Returns 0 when nothing is wrong, 1 for problems
    (warnings too), 2 for a path that leads nowhere.
    """
    found: dict[Path, _Checked] = {}
    for path in paths or [SCENARIOS]:
        if not os.path.exists(path):  # noqa: PTH110 - Path.exists can raise
            out.write(words.ui("{path}: finns inte.", path=path) + "\n")
            return Status.USAGE
        checked = {each.path: each for each in _checked(path)}
        if not checked:
            out.write(words.ui("{path}: här finns ingen berättelse.", path=path) + "\n")
            return Status.USAGE
        found |= checked
    _write(list(found.values()), language, out)
    count = sum(len(each.problems) for each in found.values())
    out.write(_summary(words, count, len(found)) + "\n")
    return Status.PROBLEMS if count else Status.CLEAN


def _summary(words: Words, problems: int, files: int) -> str:
    where = words.plural("{n} fil", "{n} filer", files)
    if not problems:
        return words.ui("Inga fel i {files}.", files=where)
    return words.ui(
        "{problems} i {files}.", problems=words.plural("{n} fel", "{n} fel", problems), files=where
    )


def _checked(path: Path) -> Iterator[_Checked]:
    """What a path stands for."""
    if os.path.lexists(path / STORY_FILE):
        yield _story(path / STORY_FILE, _vocabulary_for(path))
    elif path.is_dir():
        yield from _shared(path)
        vocabulary = _vocabulary_for(path / "story")
        for name in list_stories(path):
            yield _story(path / name / STORY_FILE, vocabulary)
    elif root := _root_of_shared(path):
        yield from (each for each in _shared(root) if each.path == path)
    else:
        yield _story(path, _vocabulary_for(path.absolute().parent))


def _root_of_shared(path: Path) -> Path | None:
    """The folder of the scenarios, when the path is one of the files that they share."""
    for name in SHARED_FILES:
        root = path.parents[name.count("/")] if len(path.parents) > name.count("/") else None
        if root is not None and path == root / name:
            return root
    return None


def _vocabulary_for(folder: Path) -> Vocabulary:
    """What a story in this folder may refer to: what stands beside it, otherwise what is shipped."""
    root = folder.absolute().parent
    loaded = load_vocabulary(root if (root / SHARED_FILES[0]).exists() else SCENARIOS)
    assert loaded.value is not None
    return loaded.value


def _shared(root: Path) -> Iterator[_Checked]:
    """The shared files of a folder of stories; none when it leans on those that are shipped."""
    if not (root / SHARED_FILES[0]).exists():
        return
    problems = load_vocabulary(root).problems
    for name in SHARED_FILES:
        yield _Checked(root / name, root, name, tuple(each for each in problems if each.at.file == name))


def _story(path: Path, vocabulary: Vocabulary) -> _Checked:
    loaded = load_story(path, vocabulary)
    problems = loaded.problems
    if loaded.value is not None:
        shown = {entry.id for entry in help_for(vocabulary.help, loaded.value.about.youngest)}
        problems = check(loaded.value, help_ids=shown if vocabulary.help else None)
    name = problems[0].at.file if problems else path.name
    return _Checked(path, path.parent, name, problems)


def _write(checked: list[_Checked], language: str, out: TextIO) -> None:
    for each in sorted(checked, key=lambda each: str(each.path)):
        if not each.problems:
            continue
        text = read_text(each.path, each.inside, each.name).value
        shown = _shown(each.path)
        for problem in sorted(each.problems):
            diagnostic = render(problem, language, {} if text is None else {problem.at.file: text})
            out.write(format_text(replace(diagnostic, file=shown)) + "\n")


def _shown(path: Path) -> str:
    """The path as one would type it from here."""
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return str(path)
    return str(path) if relative.startswith("..") else relative
