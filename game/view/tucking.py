"""When the teacher's things to press come on the only display, and when they go: the class is to see the page, not a bar."""

from __future__ import annotations

import pygame

RESTS = 0.4
"""So many seconds a pointer rests at the lower edge before the bar comes."""
STAYS = 15.0
"""So many seconds after the last press a bar that a pointer brought goes by itself."""
EDGE, BAR = 0.96, 0.8
"""Where the lower edge begins, and where the bar does at the highest, as parts of the window's height."""


class Tucking:
    """Watches a pointer and presses; `due` says when the bar is to come or to go.

    A bar that a pointer brought goes by itself. One that was asked for, with its key or its button, stays until it is put away:
    what to say stands on it, and a teacher looks at the class longer than any clock would wait.
    """

    def __init__(self) -> None:
        self._at_edge: float | None = None
        self._touched = 0.0
        self._tucked = True
        self._brought = False

    def watch(self, event: pygame.Event, height: int, now: float) -> None:
        """One event of a window of that height."""
        match event.type:
            case pygame.MOUSEMOTION:
                self._pointed(event.pos[1] / max(1, height), now)
            case pygame.FINGERDOWN | pygame.FINGERMOTION:
                self._pointed(event.y, now)
                self._touched = now
            case pygame.FINGERUP | pygame.WINDOWLEAVE:
                self._at_edge = None
            case pygame.KEYDOWN | pygame.MOUSEBUTTONDOWN:
                self._touched = now
            case _:
                return

    def _pointed(self, height: float, now: float) -> None:
        """The pointer moved to this part of the height. Whoever moves about on the bar is not done with it."""
        self._at_edge = now if height >= EDGE else None
        if height >= BAR:
            self._touched = now

    def due(self, now: float, *, tucked: bool, stays: bool = False) -> bool:
        """Whether the bar is to come, or (unless it `stays`) to go. `tucked` is whether it is hidden now."""
        if self._tucked and not tucked:
            self._touched = now
        self._tucked = tucked
        if not tucked:
            return self._brought and not stays and now - self._touched >= STAYS
        self._brought = self._at_edge is not None and now - self._at_edge >= RESTS
        if self._brought:
            # A pointer that is left there does not bring the bar back for ever.
            self._at_edge = None
        return self._brought
