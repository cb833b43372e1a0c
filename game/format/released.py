"""What was in a story when it was last given out: `released.yaml` beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.format.files import read_text
from game.format.loaded import Loaded
from game.format.nodes import read
from game.format.parse_review import day
from game.format.reading import Fields, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.format.nodes import Node

RELEASED_FILE = "released.yaml"
_ABOUT = """\
# The scenes of this story when it was last given out. Written by: python -m game.tools.update_released
# A class that comes back next week, and translators, know scenes by these names.
"""


@dataclass(frozen=True, slots=True)
class Released:
    """A version, the ISO date on which it was given out, and the ids of its scenes in the order of the file."""

    version: str
    on: str
    scenes: tuple[str, ...]


def load_released(folder: Path) -> Loaded[Released | None]:
    """What was given out of the story in a folder; None where nothing was yet. Problems name the file by itself."""
    path = folder / RELEASED_FILE
    if not path.is_file():
        return Loaded(None)
    text = read_text(path, folder, RELEASED_FILE)
    return Loaded(None, text.problems) if text.value is None else released_from_text(text.value)


def released_from_text(text: str) -> Loaded[Released | None]:
    """The same, from the text of the file."""
    tree = read(text, RELEASED_FILE)
    reading = Reading(tree.problems)
    released = _released(reading, tree.value) if tree.value else None
    return Loaded(None if reading.problems else released, tuple(reading.problems))


def _released(reading: Reading, root: Node) -> Released:
    fields = Fields(reading, root, "released", ("version", "on", "scenes"))
    listed = fields.need("scenes")
    scenes = reading.items(listed) if listed else ()
    return Released(
        fields.need_text("version"), day(reading, fields, "on"), tuple(reading.id(item) for item in scenes)
    )


def released_text(version: str, on: str, scenes: Iterable[str]) -> str:
    """The file for a version that is given out on a date."""
    listed = "".join(f"  - {scene}\n" for scene in scenes)
    return f'{_ABOUT}version: "{version}"\non: {on}\nscenes:\n{listed}'
