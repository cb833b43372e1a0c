from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.tools.graph_text import CUT, printable, rows, width_of


def test_words_go_below_each_other_when_they_do_not_fit_beside() -> None:
    assert rows("Skriv hennes del av arbetet", 10, 110, 3) == ("Skriv hennes del av", "arbetet")


def test_what_is_cut_off_ends_after_a_whole_word() -> None:
    assert rows("Ett två tre fyra fem sex sju", 10, 80, 1) == ("Ett två tre…",)


def test_a_word_that_is_too_long_is_broken() -> None:
    (first, second) = rows("ordutanslut" * 9, 10, 100, 2)

    assert first.startswith("ordutanslut")
    assert second.endswith(CUT)


def test_a_text_in_no_rows_is_not_there() -> None:
    assert rows("", 10, 100, 2) == ()
    assert rows("Hej", 10, 100, 0) == ()


@given(st.text(max_size=80), st.integers(1, 4))
def test_no_row_is_wider_than_there_is_room(text: str, most: int) -> None:
    found = rows(text, 10, 60, most)

    assert len(found) <= most
    assert all(width_of(row, 10) <= 60 for row in found)


@given(st.text(max_size=80))
def test_nothing_is_lost_where_there_is_room(text: str) -> None:
    assert "".join("".join(row.split()) for row in rows(text, 10, 200, 1_000)) == "".join(text.split())


@given(st.text(max_size=40))
def test_what_is_printable_is_one_row_of_characters_that_can_be_written(text: str) -> None:
    shown = printable(text)

    assert shown.encode("utf-8").decode("utf-8") == shown
    assert not any(ord(letter) < 32 or 0x7F <= ord(letter) < 0xA0 for letter in shown)
    assert printable(shown) == shown
