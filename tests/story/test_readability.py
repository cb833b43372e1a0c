"""The measure itself, by texts that can be counted by hand."""

from __future__ import annotations

import pytest

from game.story.readability import lix


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["Hon ser på dig."], 4),
        (["Hon ser på dig. Du ler."], 3),
        (["Hon ser på dig", "Du ler"], 3),
        (["Skolsköterskan lyssnar."], 2 + 100),
        (["Hon väntar… Du ler."], 2),
        (["Klockan är 11.30 nu."], 4 + 25),
        (["Mamma’s buss"], 2),
        ([""], 0),
        ([], 0),
    ],
)
def test_words_in_a_sentence_and_the_share_of_long_ones_are_added(texts: list[str], expected: float) -> None:
    assert lix(texts) == pytest.approx(expected)
