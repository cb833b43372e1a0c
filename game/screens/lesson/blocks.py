"""What only the pages of a lesson show: how the class answered, how to join, a timer, a chart for the whole class."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.page import Item


@dataclass(frozen=True, slots=True)
class Join:
    """How one joins, large enough to be read from the back row: what is typed, the code, a QR code for both; and below them
    who has come and who has answered, in words. `trouble` is a calm sentence where pupils cannot get in now.
    """

    invitation: str
    address: str
    then: str
    code: str
    qr: tuple[tuple[bool, ...], ...]
    qr_said: str
    counts: str
    promise: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer: its number or letter, its words, and how many gave it.

    `share` is from 0 to 1, None while nothing may be told; `shown` is what stands at its end ("11", "några få", ""). `item`
    chooses it for the class; `less` and `more` count raised hands.
    """

    mark: str
    label: str
    shown: str = ""
    share: float | None = None
    leads: bool = False
    item: Item | None = None
    less: Item | None = None
    more: Item | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """All answers to a question, below each other."""

    bars: tuple[Bar, ...]

    def items(self) -> Iterator[Item]:
        """What can be pressed, in reading order."""
        for bar in self.bars:
            yield from (item for item in (bar.item, bar.less, bar.more) if item)


@dataclass(frozen=True, slots=True)
class Countdown:
    """A gentle timer: nothing happens when it is over. Seconds; `left` counts down to 0."""

    total: int
    left: int
    words: str


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a stack: what it is, and its share from 0 to 1."""

    label: str
    share: float
    shown: str


@dataclass(frozen=True, slots=True)
class Stack:
    """How the class answered, before or after: slices in the order of the answers; () where too few did."""

    label: str
    slices: tuple[Slice, ...] = ()
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Stacks that are compared: what they are about, and before and after."""

    label: str
    stacks: tuple[Stack, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart for the whole class, with a sentence that says the same in words; `of` says what its numbers count."""

    groups: tuple[Group, ...]
    legend: tuple[str, ...] = field(default=())
    said: str = ""
    of: str = ""
