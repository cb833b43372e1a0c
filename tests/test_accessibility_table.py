"""The tables of who can play: every row has a verdict, the counts are right, and every test that is named is there."""

import re
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "tests" / "README.md").read_text(encoding="utf-8")
TABLES = PAGE.partition("## Who can play")[2]
PROMISES = PAGE.partition("## A lesson: security")[2].partition("## Who can play")[0]
TABLED = [line.strip("| ").split(" | ") for line in TABLES.splitlines() if line.startswith("| ")]
ROWS = [cells for cells in TABLED if cells[-2] != "verdict"]
TOLD = re.findall(r"^All (\d+): (\d+) met · (\d+) not applicable · (\d+) not met", TABLES, re.MULTILINE)
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)(?:::(test_\w+))?`", PROMISES + TABLES)))


def test_every_row_is_met_by_a_test_not_applicable_or_not_met() -> None:
    verdicts = Counter(row[-2] for row in ROWS)
    told = [sum(int(each[place]) for each in TOLD) for place in range(4)]
    assert told == [123 + 55, *(verdicts[each] for each in ("met", "not applicable", "not met"))]
    assert sum(verdicts.values()) == 123 + 55
    assert all("`tests/" in row[-1] for row in ROWS if row[-2] == "met")


def test_every_promise_of_a_lesson_has_its_test() -> None:
    promised = [line.strip("| ").split(" | ") for line in PROMISES.splitlines() if line.startswith("| ")]
    assert len(promised) > 10
    assert all("`tests/" in row[-1] and "::test_" in row[-1] for row in promised[1:])


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_every_test_that_is_named_is_there(file: str, name: str) -> None:
    assert f"\ndef {name or 'test_'}{'(' if name else ''}" in (ROOT / file).read_text(encoding="utf-8")
