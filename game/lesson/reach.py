"""Whether pupils' devices can reach the lesson: what can be known from this computer."""

from __future__ import annotations

from game.screens.lesson.wire import Reach

UNHEARD_AFTER = 90.0
"""Seconds of the lobby after which somebody should have come."""


def reach_of(*, came: bool, answers: bool | None, waited: float) -> Reach:
    """What is known: `came` if any pupil has, `answers` if this computer reaches itself by the pupils' address (None before
    that was tried), `waited` the seconds for which pupils have been able to see that address.
    """
    if came:
        return Reach.REACHED
    if answers is None:
        return Reach.UNKNOWN
    if not answers:
        return Reach.BLOCKED
    return Reach.UNHEARD if waited >= UNHEARD_AFTER else Reach.UNKNOWN
