"""Which files `beratta check` looks into, and what is wrong with each."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.checks import municipal_dates
from game.checks.everything import Around, examined, shared_problems
from game.checks.filenames import filename_problems
from game.checks.subject import Shared
from game.format.files import read_text
from game.format.load import SHARED_FILES, STORY_FILE, list_stories, load_vocabulary
from game.format.municipalities import FOLDER, SUFFIX, list_municipalities, load_municipality
from game.format.vignettes import VIGNETTES_FILE, load_vignettes
from game.tools.bookshelf import root_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date
    from pathlib import Path

    from game.format.vocabulary import Vocabulary
    from game.story.problem import Problem


@dataclass(frozen=True, slots=True)
class Checked:
    """One file that was looked into, and what is wrong with it and what belongs to it.

    `places` are the folders in which the files that problems name are looked for.
    """

    path: Path
    problems: tuple[Problem, ...]
    places: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """How closely is looked: on which day, and whether every text is measured on its card."""

    today: date
    layout: bool = True


def checked(path: Path, scope: Scope) -> Iterator[Checked]:
    """What a path stands for: a story's folder or file, one of the shared files, or a folder of stories."""
    if _is_story_folder(path):
        yield from _story(_story_file(path), root_for(path), scope)
    elif path.is_dir():
        yield from _shared(path, scope)
        for name in list_stories(path):
            yield from _story(path / name / STORY_FILE, root_for(path / name), scope)
    elif root := _root_of_shared(path):
        yield from (each for each in _shared(root, scope) if each.path == path)
    else:
        yield from _story(path, root_for(path.absolute().parent), scope)


def around(root: Path, folder: Path | None, today: date) -> Around:
    """Where a story in a folder stands, with what it shares in `root`, and its translations, beside that or its own."""
    there = folder is not None and folder.absolute().parent == root.absolute()
    beside = root.parent if there else folder
    return Around(_vocabulary(root), today, folder, root, _locale_in(beside) if beside else None)


def _is_story_folder(path: Path) -> bool:
    return os.path.lexists(path / STORY_FILE) or (path.is_dir() and _written_otherwise(path) is not None)


def _story_file(folder: Path) -> Path:
    return (
        folder / STORY_FILE
        if os.path.lexists(folder / STORY_FILE)
        else folder / str(_written_otherwise(folder))
    )


def _written_otherwise(folder: Path) -> str | None:
    """A file that is nearly called as a story's file is, where that one is missing."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - names are what is wanted
    except OSError:
        return None
    nearly = {STORY_FILE, STORY_FILE.replace(".yaml", ".yml")}
    return next((name for name in sorted(names) if name.lower() in nearly), None)


def _root_of_shared(path: Path) -> Path | None:
    """The folder of the scenarios, when the path is one of the files that they share."""
    if path.parent.name == FOLDER and path.suffix == SUFFIX:
        return path.parents[1]
    for name in (*SHARED_FILES, VIGNETTES_FILE):
        root = path.parents[name.count("/")] if len(path.parents) > name.count("/") else None
        if root is not None and path == root / name:
            return root
    return None


def _vocabulary(root: Path) -> Vocabulary:
    loaded = load_vocabulary(root)
    assert loaded.value is not None, "there always is a vocabulary"
    return loaded.value


def _locale_in(folder: Path) -> Path | None:
    locale = folder / "locale"
    return locale if locale.is_dir() else None


def _shared(root: Path, scope: Scope) -> Iterator[Checked]:
    """The shared files of a folder of stories; none when it leans on those that are shipped."""
    if not (root / SHARED_FILES[0]).exists():
        return
    loaded = load_vocabulary(root)
    assert loaded.value is not None, "there always is a vocabulary"
    vignettes = load_vignettes(root, loaded.value.signs)
    assert vignettes.value is not None, "there always are vignettes, if none"
    locale = _locale_in(root.parent)
    files = (*SHARED_FILES, VIGNETTES_FILE)
    sources = {name: read_text(root / name, root, name).value or "" for name in files}
    shared = Shared(root, loaded.value, scope.today, sources, locale, vignettes.value)
    told = [*loaded.problems, *vignettes.problems, *shared_problems(shared)]
    places = (root, *((locale,) if locale else ()))
    for name in files:
        own = [each for each in told if _belongs_to(each.at.file, name)]
        if own or name in SHARED_FILES or os.path.lexists(root / name):
            yield Checked(root / name, tuple(own), places)
    for municipality in list_municipalities(root):
        found = load_municipality(root, municipality)
        dates = municipal_dates.problems(found.value, scope.today) if found.value else ()
        yield Checked(root / FOLDER / f"{municipality}{SUFFIX}", (*found.problems, *dates), (root,))


def _belongs_to(file: str, shared: str) -> bool:
    """Whether a problem in a file is told with one of the shared files: pictures with their table, translations first."""
    if file in (*SHARED_FILES, VIGNETTES_FILE):
        return file == shared
    folder = file.partition("/")[0]
    beside = next((name for name in SHARED_FILES if name.partition("/")[0] == folder), SHARED_FILES[0])
    return beside == shared


def _story(path: Path, root: Path, scope: Scope) -> Iterator[Checked]:
    folder = path.absolute().parent
    name = f"{folder.name}/{path.name}"
    own_folder = path.name.lower().startswith("story.")
    text = read_text(path, path.parent, name)
    places = (folder.parent, folder, root, _locale_in(root.parent), _locale_in(folder))
    known = tuple(place for place in places if place)
    named = tuple(filename_problems(folder, name)) if own_folder else ()
    if text.value is None:
        yield Checked(path, (*named, *text.problems), known)
        return
    story_id = folder.name if own_folder else path.stem
    around_it = around(root, folder if own_folder else None, scope.today)
    verdict = examined(text.value, name, story_id, around_it, layout=scope.layout)
    yield Checked(path, (*named, *verdict.problems), known)
