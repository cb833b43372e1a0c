"""What a story remembers and asks: facts, conditions and effects, and where in a file each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, TypeAlias

Value: TypeAlias = bool | int
"""The value of a fact: a yes/no, or a whole number within the bounds of its `FactType`."""


class Place(NamedTuple):
    """Where in a source file something stands. Lines and columns count from 1; 0 means "the whole file".

    A tuple, which is made in half the time: everything in a file has one.
    """

    file: str = ""
    line: int = 0
    column: int = 0


NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Compare:
    """A fact compared with a value."""

    class Op(Enum):
        IS = "is"
        NOT = "not"
        AT_LEAST = "at least"
        AT_MOST = "at most"

    fact: str
    op: Op
    value: Value
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that the play itself remembers: a scene seen, an adult met, an adult told."""

    class What(Enum):
        SEEN = "seen"
        MET = "met"
        TOLD = "told"

    what: What
    name: str
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """True when its part is false."""

    part: Condition


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is true; the empty `All` is always true."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """True when at least one part is true; the empty `Any` is never true."""

    parts: tuple[Condition, ...]


Condition: TypeAlias = Compare | Happened | Not | All | Any

ALWAYS = All(())


@dataclass(frozen=True, slots=True)
class Set:
    """The fact becomes the value (numbers are kept within the fact's bounds)."""

    fact: str
    value: Value
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Add:
    """The number is added to the fact, and the sum kept within the fact's bounds."""

    fact: str
    amount: int
    at: Place = field(default=NOWHERE, compare=False)


Effect: TypeAlias = Set | Add


@dataclass(frozen=True, slots=True)
class FactType:
    """A declared fact: its value at the start, and for a number the least and greatest value it may take."""

    start: Value
    low: int = 0
    high: int = 10
    at: Place = field(default=NOWHERE, compare=False)
