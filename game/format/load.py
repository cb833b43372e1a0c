"""Stories and what they share, from the folder of the scenarios."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from game.format import parse, vocabulary
from game.format.files import read_text
from game.format.loaded import Loaded
from game.format.nodes import Node, read
from game.format.reading import Reading
from game.format.uncollected import uncollected
from game.format.vocabulary import Vocabulary
from game.story.library import Signs

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.story.model import About, Story
    from game.story.problem import Problem

STORY_FILE = "story.yaml"
SHARED_FILES = ("signs.yaml", "help.yaml", "places/places.yaml", "portraits/rig.yaml")
"""Files beside the stories, relative to their folder."""

_BODY = frozenset(("scenes",))
T = TypeVar("T")


def load_vocabulary(root: Path) -> Loaded[Vocabulary]:
    """What stories may refer to. There always is a value; what could not be read is empty in it."""
    signs, help_entries, places, rig = SHARED_FILES
    problems: list[Problem] = []
    made = Vocabulary(
        signs=_shared(root, signs, vocabulary.signs, problems) or Signs({}, {}),
        help=_shared(root, help_entries, vocabulary.help_entries, problems) or (),
        places=_shared(root, places, vocabulary.places, problems) or {},
        portrait=_shared(root, rig, vocabulary.portrait_options, problems) or {},
    )
    return Loaded(made, tuple(problems))


def _shared(root: Path, name: str, parser: Callable[[Reading, Node], T], problems: list[Problem]) -> T | None:
    tree = _tree(root / name, root, name)
    reading = Reading(tree.problems)
    value = parser(reading, tree.value) if tree.value else None
    problems += reading.problems
    return value


def list_stories(root: Path) -> tuple[str, ...]:
    """The names of the folders that hold a story, sorted, without hidden ones and links out of `root`."""
    try:
        real = root.resolve(strict=True)
        names = sorted(os.listdir(real))  # noqa: PTH208 - names are what is wanted
    except (OSError, RuntimeError):
        return ()
    return tuple(name for name in names if not name.startswith(".") and _holds_story(real, name))


def _holds_story(root: Path, name: str) -> bool:
    # os.path, since one folder that cannot be looked into must not hide the others.
    file = os.path.join(root, name, STORY_FILE)  # noqa: PTH118
    return os.path.isfile(file) and Path(root, name).resolve().is_relative_to(root)  # noqa: PTH113


def load_story(path: Path, vocabulary: Vocabulary) -> Loaded[Story]:
    """A whole story, from its folder or its file. There is a value when there is no problem."""
    file, name, story_id = _named(path)
    text = read_text(file, file.parent, name)
    if text.value is None:
        return Loaded(None, text.problems)
    return story_from_text(text.value, vocabulary, file=name, story_id=story_id)


def story_from_text(
    text: str, vocabulary: Vocabulary, *, file: str = STORY_FILE, story_id: str = "story"
) -> Loaded[Story]:
    """A whole story from its text; `file` is the name that places and problems carry."""
    with uncollected():
        tree = read(text, file)
        reading = Reading(tree.problems)
        story = parse.story(reading, tree.value, story_id, vocabulary) if tree.value else None
    return Loaded(None if reading.problems else story, tuple(sorted(reading.problems)))


def load_about(path: Path, vocabulary: Vocabulary) -> Loaded[About]:
    """What a picker shows of a story, from its folder or its file: nothing after its head is read.

    There is a value when there is no problem.
    """
    head = _about(path, vocabulary, _BODY)
    # A key of the head may stand after the scenes. That costs the whole file, and only such a file.
    return _about(path, vocabulary, frozenset()) if any(p.code == "F121" for p in head.problems) else head


def _about(path: Path, vocabulary: Vocabulary, until: frozenset[str]) -> Loaded[About]:
    file, name, story_id = _named(path)
    tree = _tree(file, file.parent, name, until)
    reading = Reading(tree.problems)
    about = parse.about(reading, tree.value, story_id, vocabulary) if tree.value else None
    return Loaded(None if reading.problems else about, tuple(sorted(reading.problems)))


def _named(path: Path) -> tuple[Path, str, str]:
    """The file of a story, what problems call it, and the story's id."""
    if path.suffix in (".yaml", ".yml") or (os.path.exists(path) and not os.path.isdir(path)):  # noqa: PTH110, PTH112
        story_id = path.absolute().parent.name if path.name == STORY_FILE else path.stem
        return path, f"{path.absolute().parent.name}/{path.name}", story_id
    name = path.absolute().name
    return path / STORY_FILE, f"{name}/{STORY_FILE}", name


def _tree(path: Path, inside: Path, name: str, until: frozenset[str] = frozenset()) -> Loaded[Node]:
    text = read_text(path, inside, name)
    return Loaded(None, text.problems) if text.value is None else read(text.value, name, until)
