"""What moves on the screen, as numbers that follow from the time: letters, arrivals, fades, breaths."""

from __future__ import annotations

import math
from dataclasses import dataclass

FADE = 0.32
"""Seconds in which one place becomes another …"""
TURN = 0.16
"""… in which one kind of screen becomes another in the same place …"""
STIR = 0.18
"""… and in which people change their faces, come, go or step forward."""
ARRIVAL = 0.22
PULSE = 0.6
"""Seconds in which a message comes in, and in which the phone glows for it."""
GROWTH = 0.9
"""Seconds in which the bars of a class's answers grow to their lengths; once, when they are shown."""
CAPTION = 1.8
"""Seconds that a sound's caption stays."""
BREATH = 8.0
"""Seconds of one breath, in and out; slow, as in the exercises that calm."""
DOTS = 12.0
"""A silence breathes for so many seconds, and then the screen is still."""
BLINKS = (1.9, 4.6, 8.8)
"""Seconds after a picture came when the first person blinks; after the last one all are still."""
APART = 0.7
"""Seconds that the next person blinks later."""
SHUT = 0.13


@dataclass(slots=True)
class Motion:
    """When each thing began to move, in seconds; None is still.

    `people` is how many may blink since `watched`; `drawn` says who had closed eyes in the last picture,
    and `less` that the player wants nothing to move.
    """

    typing: float | None = None
    letters: int = 0
    per_second: int = 0
    fading: float | None = None
    fade_for: float = FADE
    stirring: float | None = None
    arriving: float | None = None
    growing: float | None = None
    breathing: float | None = None
    endless: bool = False
    watched: float | None = None
    people: int = 0
    drawn: tuple[bool, ...] = ()
    less: bool = False

    def moving(self, now: float) -> bool:
        """Whether anything still moves; what has come to its end is put to rest."""
        self.fading = _unless_over(self.fading, self.fade_for, now)
        self.stirring = _unless_over(self.stirring, STIR, now)
        self.arriving = _unless_over(self.arriving, PULSE, now)
        self.growing = _unless_over(self.growing, GROWTH, now)
        if self.typing is not None and self.shown(now) is None:
            self.typing = None
        if not self.endless:
            self.breathing = _unless_over(self.breathing, DOTS, now)
        started = (self.typing, self.fading, self.stirring, self.arriving, self.growing, self.breathing)
        return any(start is not None for start in started)

    def eyes(self, now: float) -> tuple[bool, ...]:
        """Who has closed eyes now, in the order in which people stand in the picture."""
        if self.watched is None:
            return (False,) * self.people
        since = now - self.watched
        return tuple(
            any(0 <= since - blink - number * APART < SHUT for blink in BLINKS)
            for number in range(self.people)
        )

    def due(self, now: float) -> bool:
        """Whether somebody has closed or opened their eyes since the last picture."""
        return self.eyes(now) != (self.drawn or (False,) * self.people)

    def shown(self, now: float) -> int | None:
        """How many letters of the line can be seen; None for all."""
        if self.typing is None:
            return None
        count = int(max(0.0, now - self.typing) * self.per_second)
        return count if count < self.letters else None

    def retell(self, letters: int, now: float) -> None:
        """The line has so many letters in another language, and goes on as far in them as it had come."""
        if self.typing is not None and self.letters and now > self.typing:
            self.typing = now - (now - self.typing) * letters / self.letters
        self.letters = letters
        self.fading = self.stirring = None

    def faded(self, now: float) -> float:
        """How much of the new picture is there, eased, from 0 to 1."""
        return 1.0 if self.fading is None else _ease((now - self.fading) / self.fade_for)

    def stirred(self, now: float) -> float:
        """How much of the new faces is there, from 0 to 1."""
        return 1.0 if self.stirring is None else _ease((now - self.stirring) / STIR)

    def pulse(self, now: float) -> float:
        """How strongly the phone glows for a new message, from 1 to 0."""
        return 0.0 if self.arriving is None else 1.0 - _ease((now - self.arriving) / PULSE)

    def arrived(self, now: float) -> float:
        """How far the newest message has come, from 0 to 1."""
        return 1.0 if self.arriving is None else _ease((now - self.arriving) / ARRIVAL)

    def grown(self, now: float) -> float:
        """How far bars have grown, from 0 to 1."""
        return 1.0 if self.growing is None else _ease((now - self.growing) / GROWTH)

    def breath(self, now: float) -> float:
        """From 0, breathed out, to 1, breathed in."""
        if self.breathing is None:
            return 0.5
        return 0.5 - 0.5 * math.cos((now - self.breathing) * 2 * math.pi / BREATH)


def _unless_over(start: float | None, lasts: float, now: float) -> float | None:
    return None if start is None or now - start >= lasts else start


def _ease(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return part * part * (3 - 2 * part)


def veil(part: float) -> int:
    """How opaque a picture is that goes. SDL draws a wholly opaque one ten times slower than one that nearly is."""
    return min(254, round(255 * part))
