"""What moves on the screen, as numbers that follow from the time: letters, arrivals, fades, breaths."""

from __future__ import annotations

import math
from dataclasses import dataclass

FADE = 0.32
ARRIVAL = 0.22
BREATH = 8.0
"""Seconds of one breath, in and out; slow, as in the exercises that calm."""
DOTS = 12.0
"""A silence breathes for so many seconds, and then the screen is still."""


@dataclass(slots=True)
class Motion:
    """When each thing began to move, in seconds; None is still."""

    typing: float | None = None
    letters: int = 0
    per_second: int = 0
    fading: float | None = None
    arriving: float | None = None
    breathing: float | None = None
    endless: bool = False

    def moving(self, now: float) -> bool:
        """Whether anything still moves; what has come to its end is put to rest."""
        if self.fading is not None and now - self.fading >= FADE:
            self.fading = None
        if self.arriving is not None and now - self.arriving >= ARRIVAL:
            self.arriving = None
        if self.typing is not None and self.shown(now) is None:
            self.typing = None
        if self.breathing is not None and not self.endless and now - self.breathing >= DOTS:
            self.breathing = None
        return any(start is not None for start in (self.typing, self.fading, self.arriving, self.breathing))

    def shown(self, now: float) -> int | None:
        """How many letters of the line can be seen; None for all."""
        if self.typing is None:
            return None
        count = int(max(0.0, now - self.typing) * self.per_second)
        return count if count < self.letters else None

    def faded(self, now: float) -> float:
        """How much of the new picture is there, eased, from 0 to 1."""
        return 1.0 if self.fading is None else _ease((now - self.fading) / FADE)

    def arrived(self, now: float) -> float:
        """How far the newest message has come, from 0 to 1."""
        return 1.0 if self.arriving is None else _ease((now - self.arriving) / ARRIVAL)

    def breath(self, now: float) -> float:
        """From 0, breathed out, to 1, breathed in."""
        if self.breathing is None:
            return 0.5
        return 0.5 - 0.5 * math.cos((now - self.breathing) * 2 * math.pi / BREATH)


def _ease(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return part * part * (3 - 2 * part)
