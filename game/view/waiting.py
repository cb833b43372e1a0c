"""The window's loop at rest: it looks for events often enough to answer at once, and seldom enough to cost nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOON, LATER = 4, 14
"""Milliseconds between two looks for events: shortly after the last one, and when it is quiet."""
AHEAD, QUIET = 3, 100
"""After so many looks in vain, what may come next is drawn ahead; after so many, it is quiet."""


def wait(comes: Callable[[], bool], ahead: Iterator[None], sift: Callable[[], None]) -> None:
    """Until there is an event, or something comes by itself. What may come next is drawn ahead when it is quiet.

    `sift` takes away what is no event: the trembling of a stick that nobody holds.

    pygame's own `event.wait` looks a thousand times a second, which costs 2 % of a slow core.
    """
    quiet = 0
    while not (_peeked(sift) or comes()):
        if quiet >= AHEAD:
            next(ahead, None)
        pygame.time.wait(SOON if quiet < QUIET else LATER)
        quiet += 1


def _peeked(sift: Callable[[], None]) -> bool:
    sift()
    return pygame.event.peek()
