"""As much of a text as a message has room for, with what the message is about in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.checks.spots import excerpt

LONG = " ".join(f"ord{number}" for number in range(60))


def test_a_short_text_is_whole() -> None:
    assert excerpt("Han skriver igen.", 5) == "Han skriver igen."


def test_a_long_text_is_cut_at_blanks_around_the_place() -> None:
    for word in ("ord0", "ord30", "ord59"):
        shown = excerpt(LONG, LONG.index(word))
        assert word in shown.split()
        assert set(shown.split()) - {"…"} <= set(LONG.split())
        assert shown.startswith("… ") == (word != "ord0")
        assert shown.endswith(" …") == (word != "ord59")


@given(st.text(max_size=400), st.integers(0, 400))
def test_no_excerpt_is_longer_than_its_room(text: str, start: int) -> None:
    assert len(excerpt(text, start)) <= 96
