"""The same words in other widths: however they were laid out before, they stand as they would for the first time."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.view.text import Style, Typesetter

WORDS = st.lists(
    st.sampled_from(
        [
            "Alva",
            "jag",
            "ser",
            "att",
            "skol\u00adsköter\u00adskan",
            "116 111",
            "–",
            "وين",
            "أنتِ؟",
            "AVATAR",
            "…",
            "\n",
        ]
    ),
    min_size=1,
    max_size=14,
).map(" ".join)
WIDTHS = st.lists(st.none() | st.integers(20, 700), min_size=2, max_size=5)


@given(WORDS, WIDTHS, st.sampled_from([None, True]))
def test_words_stand_as_they_would_for_the_first_time(
    text: str, widths: list[int | None], rtl: Literal[True] | None
) -> None:
    used = Typesetter(1.0)
    for width in widths:
        assert used.block(text, Style(20), width, rtl=rtl) == Typesetter(1.0).block(
            text, Style(20), width, rtl=rtl
        )


@pytest.mark.parametrize("less", [0, 1, 40])
def test_a_block_as_wide_as_its_widest_row_has_the_same_rows(less: int) -> None:
    used = Typesetter(1.0)
    whole = used.block("Kan vi prata någonstans där ingen hör?", Style(20), 200)
    narrow = used.block(whole.text, Style(20), whole.width - less)
    assert (narrow.rows == whole.rows) is (less == 0)
    assert narrow.box == max(narrow.width, whole.width - less)
