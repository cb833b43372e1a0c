"""A pupil answers the class's question in their own game: what is sent, and until when it counts as being on its way."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.screens.commands import Command, TellAnswer
from game.screens.lesson.wire import Phase

if TYPE_CHECKING:
    from game.screens.lesson.guest import Answer, Guest, GuestSeen

_ON_ITS_WAY = frozenset({Phase.READ, Phase.OPEN, Phase.PAUSED})
"""Phases in which an answer may still be stored, in the end."""


def chosen(guest: Guest) -> int | None:
    """What the pupil has answered, be it stored or not."""
    if guest.sending:
        return guest.sending.choice
    return guest.seen.asked.mine if guest.seen.asked else None


def answered(guest: Guest, answer: Answer) -> tuple[Guest, tuple[Command, ...]]:
    """The place after an answer, and what is to be sent; nothing where it is no answer to what is asked now."""
    if not guest.seen.takes or not _is_asked(guest.seen, answer) or answer.choice == chosen(guest):
        return guest, ()
    return replace(guest, sending=answer), (TellAnswer(answer),)


def unstored(sending: Answer | None, seen: GuestSeen) -> Answer | None:
    """What of an answer is on its way still, after this was seen."""
    if sending is None or seen.asked is None or not _is_asked(seen, sending):
        return None
    stored = seen.asked.mine == sending.choice
    return sending if seen.phase in _ON_ITS_WAY and not stored else None


def _is_asked(seen: GuestSeen, answer: Answer) -> bool:
    return seen.asked is not None and (seen.asked.step, seen.asked.round) == (answer.step, answer.round)
