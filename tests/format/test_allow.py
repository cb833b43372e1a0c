"""Warnings that an author lets stand, and why."""

from __future__ import annotations

import pytest

from tests.format.stories import BASE, all_problems, base_with

UNUSED = "facts:\n  trust: 0\n  senare: false{comment}\n"
ABOVE = "facts:\n  trust: 0\n  {comment}\n  senare: false\n"


def codes(snippet: str) -> list[str]:
    return [each.code for each in all_problems(base_with(snippet))]


def test_without_a_comment_the_warning_is_told() -> None:
    assert codes(UNUSED.format(comment="")) == ["L301"]


@pytest.mark.parametrize(
    "comment",
    [
        " # allow L301: den används i del två",
        "  #allow l301 den används i del två",
        " # allow: L301: därför att del två behöver den",
    ],
)
def test_a_warning_is_let_stand_on_its_own_line(comment: str) -> None:
    assert codes(UNUSED.format(comment=comment)) == []


def test_a_comment_alone_on_its_line_speaks_of_the_next_one_that_is_not_a_comment() -> None:
    assert codes(ABOVE.format(comment="# allow L301: den används i del två")) == []
    assert codes(ABOVE.format(comment="# allow L301: den används i del två\n  # det vet vi")) == []


def test_a_comment_lets_nothing_stand_on_other_lines() -> None:
    own = "facts:\n  # allow L301: den används i del två\n  trust: 0\n  senare: false\n"
    text = BASE.replace("facts:\n  trust: 0\n", own)
    assert [each.code for each in all_problems(text)] == ["F139", "L301"]


@pytest.mark.parametrize("reason", ["", ":", ": nja", ":        "])
def test_without_a_reason_nothing_is_let_stand(reason: str) -> None:
    assert codes(UNUSED.format(comment=f" # allow L301{reason}")) == ["L301", "F142"]


def test_an_error_cannot_be_let_stand() -> None:
    text = "notes: '' # allow T450: vi skriver den senare"
    assert codes(text) == ["T450", "F138"]


@pytest.mark.parametrize(("code", "meant"), [("L30", "L303"), ("X999", ""), ("", "")])
def test_a_code_that_there_is_not_is_told_with_a_guess(code: str, meant: str) -> None:
    text = base_with(UNUSED.format(comment=f" # allow {code}: den används i del två"))
    found = [each for each in all_problems(text) if each.code == "F137"]
    assert len(found) == 1
    assert bool(dict(found[0].values)["meant"]) == bool(meant)


def test_a_comment_is_heeded_while_the_story_cannot_be_read_either() -> None:
    text = base_with("facts:\n  trust: 0 # allow L301: den används i del två\nstart: raast\n")
    assert [each.code for each in all_problems(text)] == ["F251"]
