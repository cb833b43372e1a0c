"""What is heard in a row is heard as sentences."""

from __future__ import annotations

import pytest

from game.screens.sentences import sentences


@pytest.mark.parametrize(
    ("parts", "heard"),
    [
        (["alva", "vad gör du?"], "Alva. Vad gör du?"),
        (["”Sluta!”", "", " hej "], "”Sluta!” Hej."),
        (["«كيف حالك؟»", "نعم"], "«كيف حالك؟» نعم."),
        (["“I see…”", "it’s fine."], "“I see…” It’s fine."),
        ([], ""),
    ],
)
def test_each_part_is_a_sentence_and_none_ends_twice(parts: list[str], heard: str) -> None:
    assert sentences(parts) == heard
