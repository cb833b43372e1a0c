"""The record of what was given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.format.released import Released, load_released, released_from_text, released_text

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_written_can_be_read_again(tmp_path: Path) -> None:
    text = released_text("0.2", "2026-12-01", ["rast", "magen"])
    (tmp_path / "released.yaml").write_text(text, encoding="utf-8")

    assert load_released(tmp_path).value == Released("0.2", "2026-12-01", ("rast", "magen"))
    assert load_released(tmp_path).problems == ()


def test_without_a_record_nothing_was_given_out_and_nothing_is_wrong(tmp_path: Path) -> None:
    loaded = load_released(tmp_path)
    assert (loaded.value, loaded.problems) == (None, ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "F110"),
        ("version: 1\non: i går\nscenes: [a]", "F129"),
        ("version: 1\non: 2026-01-01", "F121"),
        ("version: 1\non: 2026-01-01\nscenes: [a]\nextra: b", "F120"),
        ("[1, 2]", "F122"),
    ],
)
def test_a_broken_record_is_told(text: str, code: str) -> None:
    loaded = released_from_text(text)
    assert loaded.value is None
    assert code in [each.code for each in loaded.problems]
