"""Whether the numbers and hours that pupils are shown were compared with their source lately enough."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from game.checks.safety import safety
from game.story.logic import Place
from game.story.problem import Problem, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.checks.subject import Shared

FILE = "help.yaml"


def problems(shared: Shared) -> Iterator[Problem]:
    """S703 for help that is shown and was checked too long ago, S704 for a day that has not come yet."""
    places = _places(shared.sources.get(FILE, ""))
    for entry in shared.vocabulary.help:
        days = _age(entry.checked_on, shared.today)
        at = places.get(entry.id, Place(FILE, 1, 1))
        if days is None or not entry.confirmed:
            continue
        if days < 0:
            yield problem("S704", at, name=entry.name, day=entry.checked_on)
        elif days > safety().help_lasts:
            yield problem("S703", at, name=entry.name, day=entry.checked_on, days=days)


def _age(day: str, today: date) -> int | None:
    try:
        return (today - date.fromisoformat(day)).days
    except ValueError:  # told where the file is read
        return None


def _places(source: str) -> dict[str, Place]:
    """Where each entry's `checked_on` stands, by the entry's id."""
    found: dict[str, Place] = {}
    current = ""
    for number, line in enumerate(source.splitlines(), 1):
        if written := re.match(r"- id: *([\w-]+)", line):
            current = written[1]
        if current and (column := line.find("checked_on:")) >= 0:
            found[current] = Place(FILE, number, column + 1)
    return found
