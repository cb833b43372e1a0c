"""The benchmarks themselves: that the table can be made, not what stands in it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.benchmarks.children import ROOT
from tests.benchmarks.table import Row, ms, render


def test_a_table_has_one_line_for_each_row_in_columns_of_one_width() -> None:
    head, rule, *lines = render(
        [Row("start", "0.3 s", "0.4 s", "0.1 s"), Row("a longer name", "1")]
    ).splitlines()
    assert [line.split("|")[1].strip() for line in lines] == ["start", "a longer name"]
    assert {len(line) for line in (head, *lines)} == {len(head)}
    assert set(rule) <= set("|- ")


@pytest.mark.parametrize(("seconds", "text"), [(0.0042, "4.2 ms"), (0.2504, "250 ms")])
def test_short_times_have_a_decimal_and_long_ones_none(seconds: float, text: str) -> None:
    assert ms(seconds) == text


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows does not tell a process its peak memory this way"
)
@pytest.mark.timeout(300)
def test_every_measurement_can_be_made() -> None:
    command = [sys.executable, "-m", "tests.benchmarks", "--quick"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=280, check=False)
    assert done.returncode == 0, done.stderr
    rows = [line.split("|")[1].split() for line in done.stdout.splitlines()]
    assert {name[0] for name in rows} >= {
        "start",
        "title",
        "key",
        "scene",
        "another",
        "picture",
        "idle",
        "peak",
        "rasterised",
        "load",
        "beratta",
        "choices",
        "the",
        "exploring",
        "messages",
    }
