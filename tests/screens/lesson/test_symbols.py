"""What seats are called."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.messages.catalog import open_catalog
from game.resources import LOCALE
from game.screens.lesson.symbols import PAIRS, free_symbol, symbol_at, symbol_said

SWEDISH = open_catalog(LOCALE, "sv")


def test_every_symbol_is_another_and_is_said_in_words_of_its_own() -> None:
    symbols = [symbol_at(each) for each in range(PAIRS + 60)]
    assert len(set(symbols)) == len({symbol_said(SWEDISH, each) for each in symbols}) == PAIRS + 60
    assert not [each for each in symbols if symbol_said(SWEDISH, each) == each]


@given(st.sets(st.integers(0, PAIRS - 1), max_size=40), st.integers(0, 2**31))
def test_a_free_symbol_is_one_that_nobody_has(numbers: set[int], draw: int) -> None:
    taken = {symbol_at(each) for each in numbers}
    assert free_symbol(taken, 40, draw) not in taken


def test_a_lesson_with_more_places_than_pairs_has_symbols_for_all() -> None:
    taken: set[str] = set()
    for draw in range(700):
        taken.add(free_symbol(taken, 700, draw * 977))
    assert len(taken) == 700


@pytest.mark.parametrize(
    ("symbol", "said"),
    [
        ("star-fox", "stjärna och räv"),
        ("star-fox-2", "stjärna och räv 2"),
        ("star-dragon", "star-dragon"),
        ("", ""),
    ],
)
def test_a_symbol_is_said_in_words(symbol: str, said: str) -> None:
    assert symbol_said(SWEDISH, symbol) == said
