"""When the numbers and hours that pupils are shown were last looked up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from game.checks.help_dates import problems
from game.checks.safety import safety
from game.checks.subject import Shared
from tests.format.stories import VOCABULARY

TODAY = date(2026, 11, 26)


def told(day: str, *, confirmed: bool = True, source: str = "") -> list[tuple[str, int]]:
    (entry,) = VOCABULARY.help
    entries = (replace(entry, checked_on=day, confirmed=confirmed),)
    shared = Shared(Path(), replace(VOCABULARY, help=entries), TODAY, {"help.yaml": source})
    return [(each.code, each.at.line) for each in problems(shared)]


def test_help_is_trusted_for_a_time_and_then_told() -> None:
    lasts = timedelta(days=safety().help_lasts)
    assert told(str(TODAY)) == []
    assert told(str(TODAY - lasts)) == []
    assert told(str(TODAY - lasts - timedelta(days=1))) == [("S703", 1)]


def test_what_is_not_shown_may_be_as_old_as_it_likes() -> None:
    assert told("2001-01-01", confirmed=False) == []


def test_a_day_that_has_not_come_yet_is_told() -> None:
    assert told("2027-01-01") == [("S704", 1)]


def test_the_place_is_that_of_the_date() -> None:
    source = "- id: annan\n  checked_on: 2001-01-01\n- id: bris\n  name: Bris\n  checked_on: 2001-01-01\n"
    assert told("2001-01-01", source=source) == [("S703", 5)]


def test_a_day_that_is_none_is_told_where_the_file_is_read_and_not_here() -> None:
    assert told("i går") == []
