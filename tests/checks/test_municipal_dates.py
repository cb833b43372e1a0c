"""When the numbers of a municipality have to be looked up again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from game.checks.municipal_dates import problems
from game.checks.safety import safety
from game.format.municipalities import municipality_from_text

TODAY = date(2026, 11, 26)


def told(checked_on: str) -> list[tuple[str, int]]:
    text = (
        "name: Solvik\n"
        f"social_day: {{contact: a.example, checked_on: {checked_on}, source: a.example}}\n"
        "social_night: {confirm: true}\nreport: {confirm: true}\nhonour: {confirm: true}\n"
    )
    found = municipality_from_text(text).value
    assert found is not None
    return [(each.code, each.at.line) for each in problems(found, TODAY)]


@pytest.mark.parametrize(("days", "codes"), [(0, 0), (185, 0), (186, 1), (365, 1), (2000, 1)])
def test_what_has_to_be_looked_up_again_is_told_a_term_ahead(days: int, codes: int) -> None:
    assert safety().help_lasts - safety().told_ahead == 185
    assert told(str(TODAY - timedelta(days=days))) == [("K003", 2)] * codes


def test_a_day_that_has_not_come_yet_is_told() -> None:
    assert told("2027-01-01") == [("S704", 2)]
