"""Whom a school's staff turn to in each municipality: a file each, in the folder `municipalities` beside the stories."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from game.format.files import read_text
from game.format.loaded import Loaded
from game.format.nodes import Scalar, read
from game.format.parse_review import day
from game.format.reading import Fields, Reading
from game.story.logic import NOWHERE, Place

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from game.format.nodes import Node

FOLDER = "municipalities"
"""Beside the stories. A folder of stories may do without: then every row is filled in by hand."""
DEFAULT = "default"
"""The municipality that is meant where none was chosen."""
SUFFIX = ".yaml"
_KEYS = ("contact", "hours", "checked_on", "source", "confirm")


class Role(Enum):
    """Whom staff may need to reach. The values are the keys of the file."""

    SOCIAL_DAY = "social_day"
    SOCIAL_NIGHT = "social_night"
    REPORT = "report"
    HONOUR = "honour"


@dataclass(frozen=True, slots=True)
class Contact:
    """A number or an address with its hours, as a source had it on an ISO date. All are "" where nobody has confirmed it.

    `at` is where it stands in the file.
    """

    contact: str = ""
    hours: str = ""
    checked_on: str = ""
    source: str = ""
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Municipality:
    """Whom to reach in a municipality; what is not confirmed is an empty `Contact`. `id` is the name of its file."""

    id: str = DEFAULT
    name: str = ""
    contacts: Mapping[Role, Contact] = field(default_factory=lambda: dict.fromkeys(Role, Contact()))


def list_municipalities(root: Path) -> tuple[str, ...]:
    """The ids of the municipalities beside the stories in a folder, sorted; the default is one of them."""
    try:
        names = sorted(os.listdir(root / FOLDER))  # noqa: PTH208 - names are what is wanted
    except OSError:
        return ()
    return tuple(name.removesuffix(SUFFIX) for name in names if name.endswith(SUFFIX) and name[0] != ".")


def load_municipality(root: Path, id_: str) -> Loaded[Municipality]:
    """A municipality by its id. There is a value when there is no problem."""
    name = f"{FOLDER}/{id_}{SUFFIX}"
    text = read_text(root / name, root, name)
    if text.value is None:
        return Loaded(None, text.problems)
    return municipality_from_text(text.value, id_, file=name)


def municipality_from_text(text: str, id_: str = DEFAULT, *, file: str = "") -> Loaded[Municipality]:
    """A municipality from the text of its file; `file` is the name that places and problems carry."""
    tree = read(text, file or f"{id_}{SUFFIX}")
    reading = Reading(tree.problems)
    found = _municipality(reading, tree.value, id_) if tree.value else None
    return Loaded(None if reading.problems else found, tuple(sorted(reading.problems)))


def _municipality(reading: Reading, root: Node, id_: str) -> Municipality:
    fields = Fields(reading, root, "municipality", ("name", *(role.value for role in Role)))
    name = fields.need_text("name")
    nodes = {role: fields.need(role.value) for role in Role}
    return Municipality(id_, name, {role: _contact(reading, node) for role, node in nodes.items()})


def _contact(reading: Reading, node: Node | None) -> Contact:
    """One way to reach somebody: confirmed with its source and its day, or not to be shown."""
    if node is None:
        return Contact()
    fields = Fields(reading, node, "municipal_contact", _KEYS)
    written = {key: _given(reading, fields.get(key)) for key in _KEYS[:4]}
    if written["checked_on"]:
        day(reading, fields, "checked_on")
    if fields.boolean("confirm"):
        return Contact()
    if not written["contact"]:
        reading.add("K001", fields.at)
    for key in ("source", "checked_on"):
        if written["contact"] and not written[key]:
            reading.add("K002", fields.at, contact=written["contact"], key=key)
    return Contact(**written, at=fields.at)


def _given(reading: Reading, node: Node | None) -> str:
    """A text that may be empty until somebody knows it."""
    if node is None or (isinstance(node, Scalar) and not node.text.strip()):
        return ""
    return reading.text(node)
