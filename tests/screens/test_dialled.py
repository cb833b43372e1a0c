"""Numbers are said as they are dialled, codes are spelled, and what only eyes need is not said."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.dialled import spoken
from tests.screens.support import real_library


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("112", "1 1 2"),
        ("Bris 116 111", "Bris 1 1 6, 1 1 1"),
        ("116\u00a0111.", "1 1 6, 1 1 1."),
        ("116111", "1 1 6 1 1 1"),
        ("Polisen: 114 14", "Polisen: 1 1 4, 1 4"),
        ("Ring 1177!", "Ring 1 1 7 7!"),
        ("90101", "9 0 1 0 1"),
        ("90 101", "9 0, 1 0 1"),
        ("020-50 50 50", "0 2 0, 5 0, 5 0, 5 0"),
        ("+46 8 123 45", "+ 4 6, 8, 1 2 3, 4 5"),
        ("اتصل على 112 الآن", "اتصل على 1 1 2 الآن"),
    ],
)
def test_a_telephone_number_is_said_digit_by_digit(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(
    "text",
    [
        "2025-08-20",
        "klockan 08–20",
        "13–15 år",
        "24 timmar",
        "7 × 8 = 56",
        "kl. 11.20",
        "125 %",
        "Kapitel 2 av 5",
    ],
)
def test_other_numbers_are_left_as_they_are(text: str) -> None:
    assert spoken(text) == text


def test_every_number_that_the_game_gives_is_said_digit_by_digit() -> None:
    numbers = [entry.contact for entry in real_library().help if re.fullmatch(r"[\d +-]+", entry.contact)]
    assert len(numbers) >= 3
    for number in numbers:
        assert re.fullmatch(r"\d(?:,? \d)*", spoken(number)), number
        assert re.sub(r"\D", "", spoken(number)) == re.sub(r"\D", "", number)


def test_a_resume_code_is_spelled() -> None:
    assert spoken("Koden är AK32-R7.") == "Koden är A K 3 2, R 7."


@pytest.mark.parametrize("word", ["e-post", "A-traktor", "t-shirt", "Bris-chatten"])
def test_a_word_with_a_hyphen_is_no_code(word: str) -> None:
    assert spoken(word) == word


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Svara direkt · Kapitel 2 av 5", "Svara direkt, Kapitel 2 av 5"),
        ("\u2067ألفا\u2069", "ألفا"),
        ("mjuk\u00adbindning", "mjukbindning"),
        ("hel\u00a0rad\nny", "hel rad ny"),
        ("نمی\u200cخواهم", "نمی\u200cخواهم"),
        ("[[f'u:]] *stjärna*", "f'u: stjärna"),
    ],
)
def test_what_only_eyes_need_is_not_said(written: str, said: str) -> None:
    assert spoken(written) == said


@given(st.text())
def test_nothing_that_a_voice_could_take_for_an_order_is_left(text: str) -> None:
    said = spoken(text)
    assert not set("[]<>{}\\\0\r\n") & set(said)
    assert spoken(said) == said
    said.encode("utf-8")


@given(st.text())
def test_no_digit_is_lost_or_moved(text: str) -> None:
    assert re.findall(r"\d", spoken(text)) == re.findall(r"\d", text)
