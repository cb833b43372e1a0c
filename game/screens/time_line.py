"""The line of time as a block of a page: when each sign came."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A sign on the line of time: what it was, whether it was flagged, and the chapter it came in."""

    text: str
    label: str
    icon: str
    flagged: bool
    chapter: str


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The signs in the order in which they came."""

    points: tuple[Point, ...]
