"""Whether the numbers of a municipality were looked up lately enough; it is told a term ahead of the day when they no longer are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from game.checks.safety import safety
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.format.municipalities import Municipality


def problems(municipality: Municipality, today: date) -> Iterator[Problem]:
    """K003 for what has to be looked up again within a term, S704 for a day that has not come yet."""
    for contact in municipality.contacts.values():
        if not contact.contact or not contact.checked_on:
            continue
        checked = date.fromisoformat(contact.checked_on)
        until = checked + timedelta(days=safety().help_lasts)
        if checked > today:
            yield problem("S704", contact.at, name=contact.contact, day=contact.checked_on)
        elif today > until - timedelta(days=safety().told_ahead):
            said = {"name": contact.contact, "day": contact.checked_on, "until": until.isoformat()}
            yield problem("K003", contact.at, **said)
