"""`beratta stats`: how much there is of a story, and what all stories together are about."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.load import STORY_FILE, list_stories, load_about, load_story, load_vocabulary
from game.format.vignettes import load_vignettes
from game.format.vocabulary import Vocabulary
from game.resources import SCENARIOS
from game.story.vignettes import Vignettes
from game.tools import stats_coverage, stats_json, stats_story
from game.tools.bookshelf import root_for
from game.tools.command import Status, no_such_story
from game.tools.stats_story import figures

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from game.screens.words import Words
    from game.tools.stats_story import Figures

JSON = "json"
"""The other format; anything else is text."""


def run(
    names: Sequence[str], form: str, words: Words, language: str, say: TextIO, *, scenarios: Path = SCENARIOS
) -> int:
    """Writes the figures of stories, each by its name, its folder or its file; without any, what all of them are about.

    A folder of stories, alone, stands for what those are about. Returns 0, 1 for a story that cannot be read, 2 for one
    that is not there.
    """
    if not names:
        return _coverage(scenarios, form, words, say)
    paths = []
    for name in names:
        path = _path(name, scenarios)
        if path is None:
            say.write(no_such_story(words, name, list_stories(scenarios)) + "\n")
            return Status.USAGE
        paths.append(path)
    if len(paths) == 1 and _is_shelf(paths[0]):
        return _coverage(paths[0], form, words, say)
    return _stories([story for path in paths for story in _stories_at(path)], form, words, language, say)


def _path(name: str, scenarios: Path) -> Path | None:
    """What a name stands for; None when it is nothing."""
    if name in list_stories(scenarios):
        return scenarios / name
    try:
        return Path(name) if os.path.lexists(name) else None
    except ValueError:
        return None


def _is_shelf(path: Path) -> bool:
    """Whether a folder holds stories and is none itself."""
    return path.is_dir() and not os.path.lexists(path / STORY_FILE) and bool(list_stories(path))


def _stories_at(path: Path) -> list[Path]:
    return [path / name for name in list_stories(path)] if _is_shelf(path) else [path]


def _coverage(folder: Path, form: str, words: Words, say: TextIO) -> int:
    vocabulary = load_vocabulary(root_for(folder / STORY_FILE)).value or Vocabulary()
    heads = {name: load_about(folder / name, vocabulary).value for name in list_stories(folder)}
    abouts = [head for head in heads.values() if head]
    unread = [name for name, head in heads.items() if head is None]
    vignettes = load_vignettes(root_for(folder / STORY_FILE), vocabulary.signs).value or Vignettes()
    if form == JSON:
        say.write(stats_json.coverage(abouts, vocabulary.signs, vignettes, unread))
    else:
        say.writelines(
            f"{line}\n" for line in stats_coverage.told(abouts, vocabulary.signs, vignettes, words)
        )
        say.writelines(_unreadable(words, name) for name in unread)
    return Status.PROBLEMS if unread else Status.CLEAN


def _stories(paths: Sequence[Path], form: str, words: Words, language: str, say: TextIO) -> int:
    found: list[Figures] = []
    for path in paths:
        folder = path if path.is_dir() else path.absolute().parent
        vocabulary = load_vocabulary(root_for(folder)).value or Vocabulary()
        story = load_story(path, vocabulary).value
        if story is None:
            say.write(_unreadable(words, str(path)))
            return Status.PROBLEMS
        found.append(figures(story, vocabulary.signs))
    if form == JSON:
        say.write(stats_json.stories(found))
        return Status.CLEAN
    for number, each in enumerate(found):
        say.write("\n\n" if number else "")
        say.writelines(f"{line}\n" for line in stats_story.told(each, words, language))
    return Status.CLEAN


def _unreadable(words: Words, name: str) -> str:
    return words.ui("{name} går inte att läsa. beratta check {name} säger varför.", name=name) + "\n"
