"""Keeps screens that take turns quickly from flashing (WCAG 2.2, 2.3.1: no more than three flashes in any one second)."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from game.screens.page import Screen
from game.view.motion import FADE, TURN

if TYPE_CHECKING:
    from game.screens.page import Page
    from game.view.frame import Frame

FREELY, WITHIN = 5, 1.0
"""So many changes of the whole picture may come in so many seconds as they are. Two of them can be one flash."""
SLOWLY = 0.8
"""Seconds that each further one takes: what then changes back at once has hardly changed."""


class Calm:
    """When the whole picture last changed."""

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=FREELY)

    def lasts(self, usual: float, now: float, page: Page | None) -> float:
        """How many seconds a change of the whole picture takes that would take `usual`. To be told of every one.

        What hides the game is at once, always.
        """
        hides = page is not None and page.screen is Screen.HIDDEN
        often = len(self._times) == FREELY and now - self._times[0] < WITHIN
        self._times.append(now)
        return 0.0 if hides else SLOWLY if often else usual


def whole_change(before: tuple[Page, Frame], after: tuple[Page, Frame]) -> float | None:
    """How many seconds one picture usually takes to become a wholly different one; None when it is not that different.

    One place becomes another, one kind of screen another. Dölj is at once, and so are other colours.
    """
    (old_page, old), (page, frame) = before, after
    if Screen.HIDDEN in {old_page.screen, page.screen}:
        return 0.0 if old_page.screen is not page.screen else None
    if old.stage_key and frame.stage_key and old.stage_key != frame.stage_key:
        return FADE
    if old_page.screen is not page.screen:
        return TURN
    return 0.0 if old.colours is not frame.colours else None
