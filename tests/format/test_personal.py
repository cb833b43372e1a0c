"""What looks as if it were about a person. The numbers are those that Skatteverket gives out for tests, or made up."""

from __future__ import annotations

import pytest

from game.format.personal import about_people, is_about_people


@pytest.mark.parametrize(
    "number",
    ["20121212-1212", "201212121212", "121212-1212", "1212121212", "121212+1212", "20121272-1219"],
)
def test_a_personal_identity_number_is_found_however_it_is_written(number: str) -> None:
    (found,) = about_people(f"language: sv\n# till {number}.\n", "f")
    assert found == ("f", 2, 8)


@pytest.mark.parametrize(
    "text",
    [
        "121212-1213",  # does not add up
        "121312-1211",  # no month
        "120041-1216",  # no month, no day
        "1234567890123456",  # a longer number
        "08-508 333 33",
        "2026-01-31",
        "text_size: 125",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert list(about_people(text, "f")) == []


def test_one_number_a_line_is_enough() -> None:
    found = about_people("121212-1212 121212-1212\n\n121212-1212", "f")
    assert [(place.line, place.column) for place in found] == [(1, 1), (3, 1)]


@pytest.mark.parametrize("key", ["namn", "Elev", "class_name", "elevens personnummer", "klass"])
def test_a_key_that_asks_for_somebody_is_known_as_one(key: str) -> None:
    assert is_about_people(key)


@pytest.mark.parametrize("key", ["language", "typeface", "namnlös", "classic", ""])
def test_a_key_that_asks_for_nobody_is_not(key: str) -> None:
    assert not is_about_people(key)
