"""A time that never goes back. What moves would wait for the old time to come again, for days if need be."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Clock:
    """Seconds from any start, by the computer's own clock where that goes forward.

    It may leap forward: a computer that slept for a night. Then whatever moved has come to its end.
    """

    def __init__(self, computers: Callable[[], float] = time.perf_counter) -> None:
        self._computers = computers
        self._last = computers()
        self._time = self._last

    def now(self) -> float:
        """The time now, never less than it was."""
        told = self._computers()
        self._time += max(0.0, told - self._last)
        self._last = told
        return self._time
