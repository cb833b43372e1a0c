"""How often something may be done: buckets of tokens in memory, which nobody else sees and which are soon forgotten."""

from __future__ import annotations

import time
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MOST = 20_000
"""Buckets that are remembered; the oldest are forgotten first."""


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and then so many a second."""

    burst: float
    each_second: float


class Throttle:
    """A bucket for each key."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, key: str) -> bool:
        """Takes a token; False where there is none."""
        left, at = self._left(key)
        self._buckets[key] = (left - 1 if left >= 1 else left, at)
        self._buckets.move_to_end(key)
        if len(self._buckets) > _MOST:
            self._buckets.popitem(last=False)
        return left >= 1

    def empty(self, key: str) -> bool:
        """Whether there is no token now."""
        return self._left(key)[0] < 1

    def _left(self, key: str) -> tuple[float, float]:
        at = self._clock()
        left, before = self._buckets.get(key, (self._rate.burst, at))
        return min(self._rate.burst, left + (at - before) * self._rate.each_second), at
