"""Conditions that always hold, or never."""

from __future__ import annotations

import pytest

from tests.checks.support import told
from tests.format.stories import all_problems, base_with


def line_with(condition: str, *, where: str = "svar", go: str = "beratta") -> str:
    return f"""\
scenes:
  {where}:
    place: schoolyard
    lines:
      - alva: Det känns i magen.
        when: {condition}
    go: {go}
"""


@pytest.mark.parametrize(
    ("condition", "codes"),
    [
        ("{trust: at least 1}", ["L303"]),
        ("{trust: 0}", ["L304"]),
        ("{seen: magen}", ["L303"]),
        ("{told: samira}", ["L304"]),
        ("{met: samira}", ["L303"]),
        ("{not: {trust: 1}}", ["L304"]),
        ("{any: [{trust: 0}, {trust: 1}]}", ["L303"]),
    ],
)
def test_a_line_that_is_always_or_never_there_is_told(condition: str, codes: list[str]) -> None:
    assert told(line_with(condition), "L303", "L304") == codes


def test_a_condition_that_sometimes_holds_is_fine() -> None:
    after = """\
scenes:
  beratta:
    place: corridor
    lines:
      - alva: Jag kan.
        when: {trust: at least 1}
    ask: Vem berättar ni för?
    tell: {samira: slut}
    beginnings: [Kan du lyssna?]
"""
    assert told(after, "L303", "L304") == []


def test_a_branch_that_is_always_taken_is_told_and_those_behind_it_are_not() -> None:
    branches = """\
scenes:
  magen:
    place: schoolyard
    meets: [samira]
    go:
      - svar: {trust: at most 1}
      - slutet: {trust: 2}
      - beratta
  slutet:
    place: office
    go: beratta
"""
    assert told(branches, "L303", "L304") == ["L303"]


def test_a_choice_with_a_condition_that_always_holds_is_told_at_the_condition() -> None:
    choices = """\
scenes:
  rast:
    place: schoolyard
    ask: Vad gör du?
    choices:
      - Fråga.: {when: {trust: 0}, do: {trust: +1}, go: magen}
      - Vänta.: magen
"""
    text = base_with(choices)
    (found,) = (each for each in all_problems(text) if each.code == "L303")
    assert text.splitlines()[found.at.line - 1][found.at.column - 1 :].startswith("trust: 0")
