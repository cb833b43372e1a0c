"""What a screen reader is told: a tree of nodes, as plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pygame import Rect

    from game.screens.intents import Intent

WINDOW = 1
"""The id of the root."""
_BYTES = 7  # of a digest make an id: the sign bit of one of eight is nothing for readers


class Role(Enum):
    """What a node is."""

    WINDOW = auto()
    PAGE = auto()
    DIALOG = auto()  # a question over what was there
    HEADING = auto()
    TEXT = auto()
    PARAGRAPH = auto()  # a text that is told with the heading above it
    IMAGE = auto()
    BUTTON = auto()  # pressed in or not, where `selected` says so
    RADIO = auto()
    CHOICES = auto()  # a group of which one is selected
    GROUP = auto()
    LIST = auto()
    LIST_ITEM = auto()
    CHAT = auto()
    MESSAGE = auto()
    LINE = auto()  # what is said now
    FIELD = auto()
    LETTERS = auto()  # what stands in a field
    NEWS = auto()


@dataclass(frozen=True, slots=True)
class Node:
    """One thing in the tree.

    `bounds` are pixels of the window's surface; of what is scrolled away nothing is left but an edge. `position`
    counts from 1, and `size` stands on what holds the set; `counted` says the same in words, for platforms on which
    readers are told neither. A `live` one is read when it comes or changes,
    without haste. `intent` is what pressing it means; without one it cannot be pressed. `focusable` ones are
    where a reader can stand. `language` is a BCP-47 tag.
    """

    id: int
    role: Role
    bounds: Rect
    name: str = ""
    description: str = ""
    value: str = ""
    children: tuple[int, ...] = ()
    level: int = 0
    selected: bool | None = None
    enabled: bool = True
    position: int = 0
    size: int = 0
    counted: str = ""
    live: bool = False
    language: str = ""
    rtl: bool = False
    intent: Intent | None = None
    focusable: bool = False


@dataclass(frozen=True, slots=True)
class Tree:
    """A whole page. The first node is the window; children come after their parents."""

    nodes: Mapping[int, Node] = field(default_factory=dict)
    focus: int = WINDOW


def identity(key: object, nth: int) -> int:
    """The id of the `nth` thing with this key: the same in every tree and every run, and of nothing else.

    A key is made of what has the same `repr` wherever it is the same.
    """
    digest = blake2b(repr((key, nth)).encode(), digest_size=_BYTES).digest()
    return WINDOW + 1 + int.from_bytes(digest)
