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

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path
    from typing import TextIO

    from game.format.vocabulary import Vocabulary
    from game.story.problem import Problem

CLEAN, PROBLEMS, USAGE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class _Words:
    """What the command itself says."""

    nothing: str
    empty: str
    clean: str
    found: str
    problems: tuple[str, str]
    files: tuple[str, str]


_WORDS = {
    "sv": _Words(
        nothing="{path}: finns inte.\n",
        empty="{path}: här finns ingen berättelse.\n",
        clean="Inga fel i {files}.\n",
        found="{problems} i {files}.\n",
        problems=("1 fel", "{} fel"),
        files=("1 fil", "{} filer"),
    ),
    "en": _Words(
        nothing="{path}: does not exist.\n",
        empty="{path}: there is no story here.\n",
        clean="No problems in {files}.\n",
        found="{problems} in {files}.\n",
        problems=("1 problem", "{} problems"),
        files=("1 file", "{} files"),
    ),
}


@dataclass(frozen=True, slots=True)
class _Checked:
    """One file that was looked into, the folder its real path must be in, and what is wrong with it."""

    path: Path
    inside: Path
    name: str
    problems: tuple[Problem, ...]


def run(paths: Sequence[Path], language: str, out: TextIO) -> int:
    """Writes all problems of the stories at `paths`, sorted by place, and one line that sums up.

    A path is a story's folder, its file, one of the shared files, or a folder of stories; no path is all that
    is shipped. Returns 0 when nothing is wrong, 1 for problems (warnings too), 2 for a path that leads nowhere.
    """
    words = _WORDS.get(language, _WORDS["en"])
    found: dict[Path, _Checked] = {}
    for path in paths or [SCENARIOS]:
        if not os.path.exists(path):  # noqa: PTH110 - Path.exists can raise
            out.write(words.nothing.format(path=path))
            return USAGE
        checked = {each.path: each for each in _checked(path)}
        if not checked:
            out.write(words.empty.format(path=path))
            return USAGE
        found |= checked
    _write(list(found.values()), language, out)
    count = sum(len(each.problems) for each in found.values())
    files = _counted(words.files, len(found))
    summary = words.found if count else words.clean
    out.write(summary.format(problems=_counted(words.problems, count), files=files))
    return PROBLEMS if count else CLEAN


def _counted(forms: tuple[str, str], count: int) -> str:
    return forms[0] if count == 1 else forms[1].format(count)


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
