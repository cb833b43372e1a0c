"""Whole files, good and bad; a bad one says at its end what is wrong where."""

from __future__ import annotations

import re

import pytest

from game.format.load import story_from_text
from tests.format.stories import CASES, VOCABULARY, all_problems

EXPECTED = re.compile(r"^# ([A-Z][0-9]{3}) ([0-9]+):([0-9]+)$", re.MULTILINE)
GOOD = sorted(path.name for path in (CASES / "good").glob("*.yaml"))
BAD = sorted(path.name for path in (CASES / "bad").glob("*.yaml"))


@pytest.mark.parametrize("name", GOOD)
def test_a_good_story_has_no_problem(name: str) -> None:
    text = (CASES / "good" / name).read_text(encoding="utf-8")

    assert all_problems(text) == ()


@pytest.mark.parametrize("name", BAD)
def test_a_bad_story_has_all_its_problems_told_where_they_are(name: str) -> None:
    text = (CASES / "bad" / name).read_text(encoding="utf-8")
    expected = [(code, int(line), int(column)) for code, line, column in EXPECTED.findall(text)]

    found = [(each.code, each.at.line, each.at.column) for each in all_problems(text)]

    assert expected
    assert found == expected


@pytest.mark.parametrize("name", BAD)
def test_a_bad_story_is_not_loaded(name: str) -> None:
    text = (CASES / "bad" / name).read_text(encoding="utf-8")

    assert story_from_text(text, VOCABULARY).value is None
