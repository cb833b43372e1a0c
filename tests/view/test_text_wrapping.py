from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.view.text import Block, Style, Typesetter, Weight

STYLE = Style(26)
TYPESETTER = Typesetter(1.0)
HARD = "\n\r\u2028\x0b \t\u00a0\u00ad\u200b\u200c\u200d\u2060\u202e\u2066\u2069\u202c\u0301\ufe0f\ud800\x00👩🇸🏽مرحبا١٢3-–—…”(%אå"
ANY_TEXT = st.text() | st.text(alphabet=st.sampled_from(HARD)) | st.text(alphabet="ab ö-–1 ", max_size=80)


def texts(block: Block) -> list[str]:
    return [block.text[row.start : row.end] for row in block.rows]


def natural(text: str) -> int:
    return TYPESETTER.block(text, STYLE, None).width


@given(text=ANY_TEXT, width=st.integers(-1, 400), rtl=st.sampled_from([None, False, True]))
@settings(deadline=None)
def test_any_text_keeps_to_its_width_unless_a_row_is_one_grapheme(
    text: str, width: int, *, rtl: bool | None
) -> None:
    for row in TYPESETTER.block(text, STYLE, width, rtl=rtl).rows:
        carets = [caret for run in row.runs for caret in run.carets]
        assert row.width <= max(width, 0) or len(carets) == 1


@given(text=ANY_TEXT, width=st.integers(0, 400), rtl=st.sampled_from([None, False, True]))
@settings(deadline=None)
def test_every_character_stands_in_one_row_except_white_space_between_rows(
    text: str, width: int, *, rtl: bool | None
) -> None:
    block = TYPESETTER.block(text, STYLE, width, rtl=rtl)
    place = 0
    for row in block.rows:
        assert row.start >= place
        between = text[place : row.start]
        assert not between.replace("\u200b", "").strip()
        place = row.end
    assert not text[place:].replace("\u200b", "").strip()


@given(text=ANY_TEXT, width=st.integers(0, 400), rtl=st.sampled_from([None, False, True]))
@settings(deadline=None)
def test_the_runs_of_a_row_share_its_characters_and_stand_side_by_side(
    text: str, width: int, *, rtl: bool | None
) -> None:
    for row in TYPESETTER.block(text, STYLE, width, rtl=rtl).rows:
        x = 0
        for run in row.runs:
            assert run.x == x
            x += run.width
        assert x == row.width
        logical = sorted((run.start, run.end) for run in row.runs)
        assert all(before[1] == after[0] for before, after in pairwise(logical))
        if logical:
            assert (logical[0][0], logical[-1][1]) == (row.start, row.end)


@given(ANY_TEXT, st.integers(0, 400))
@settings(deadline=None)
def test_rows_stand_below_each_other_and_fill_the_block(text: str, width: int) -> None:
    block = TYPESETTER.block(text, STYLE, width)
    bottom = 0
    for row in block.rows:
        assert row.y == bottom
        bottom = row.y + row.height
    assert bottom == block.height
    assert block.width == max(row.width for row in block.rows)
    assert block.box >= block.width


@given(st.text(alphabet="abcåäö, .-–”", max_size=60))
@settings(deadline=None)
def test_a_text_fits_on_one_row_in_its_own_width(text: str) -> None:
    assert len(TYPESETTER.block(text, STYLE, natural(text)).rows) == 1


@pytest.mark.parametrize(
    ("text", "first_fits", "rows"),
    [
        ("Hon ser på mobilen", "Hon ser på", ["Hon ser på", "mobilen"]),
        ("Hon  ser", "Hon", ["Hon", "ser"]),
        ("ett IT-stöd", "ett IT-", ["ett IT-", "stöd"]),
        ("i åldern 13-15 år", "i åldern 13-", ["i åldern", "13-15 år"]),
        ("ring 116 111", "ring 116 1", ["ring", "116 111"]),
        ("ring 020-57 70 70", "ring 020-57 70", ["ring", "020-57 70 70"]),
        ("och handen – den", "och handen", ["och", "handen –", "den"]),
        ("– Hej du", "– Hej", ["– Hej", "du"]),
        ("hej … då så", "hej … då", ["hej … då", "så"]),
        ("sade ”hej” du", "sade ”hej”", ["sade ”hej”", "du"]),
        ("10\u00a0kronor styck", "10\u00a0kronor", ["10\u00a0kronor", "styck"]),
        ("sedan\u200bförst", "sedan\u200b", ["sedan", "först"]),
        ("barn\u00adomsorg", "barn\u00adoms", ["barn\u00ad", "omsorg"]),
        ("ett\n\ntre", "ettan", ["ett", "", "tre"]),
        ("ett\r\ntre\n", "ettan", ["ett", "tre", ""]),
    ],
)
def test_rows_end_where_swedish_typesetting_ends_them(text: str, first_fits: str, rows: list[str]) -> None:
    assert texts(TYPESETTER.block(text, STYLE, natural(first_fits))) == rows


def test_a_word_that_is_wider_than_the_row_is_broken_between_graphemes() -> None:
    block = TYPESETTER.block("Gräsklipparmotorförare" * 3, STYLE, 200)
    assert len(block.rows) > 3
    assert all(100 < row.width <= 200 for row in block.rows[:-1])


def test_a_soft_hyphen_shows_only_where_the_word_is_broken() -> None:
    broken = TYPESETTER.block("barn\u00adomsorg", STYLE, natural("barnoms"))
    whole = TYPESETTER.block("barn\u00adomsorg", STYLE, None)
    assert [row.runs[0].text for row in broken.rows] == ["barn-", "omsorg"]
    assert whole.rows[0].runs[0].text == "barnomsorg"


def test_a_combining_mark_never_starts_a_row() -> None:
    block = TYPESETTER.block("e\u0323" * 40, STYLE, 60)
    assert all(row.start % 2 == 0 for row in block.rows)


def test_white_space_at_the_end_has_no_width() -> None:
    assert natural("Hej   ") == natural("Hej")


def test_white_space_at_the_start_is_kept() -> None:
    assert natural("   Hej") > natural("Hej")


@pytest.mark.parametrize("text", ["", " ", "\u200b"])
def test_text_without_anything_to_see_is_one_empty_row(text: str) -> None:
    block = TYPESETTER.block(text, STYLE, 100)
    assert [row.runs for row in block.rows] == [()]
    assert block.height == TYPESETTER.block("x", STYLE, 100).height


@pytest.mark.parametrize("text", ["Hej du. " * 1250, "ö" * 10_000, "مرحبا " * 1700, "\n" * 10_000])
def test_ten_thousand_characters_are_laid_out(text: str) -> None:
    block = TYPESETTER.block(text, STYLE, 500)
    assert len(block.rows) > 100
    assert block.width <= 500


def test_a_row_without_end_is_divided_into_runs_of_a_bounded_length() -> None:
    row = TYPESETTER.block("Hej du. " * 1250, STYLE, None).rows[0]
    assert len(row.runs) > 20
    assert all(len(run.text) < 400 for run in row.runs)


def test_twice_the_scale_is_twice_the_size() -> None:
    small, large = Typesetter(1.0).block("Hej", STYLE, None), Typesetter(2.0).block("Hej", STYLE, None)
    assert abs(large.width - 2 * small.width) <= 3
    assert abs(large.height - 2 * small.height) <= 1


def test_heavier_letters_are_wider() -> None:
    regular, bold = (
        TYPESETTER.block("mobilen", Style(26, weight), None) for weight in (Weight.REGULAR, Weight.BOLD)
    )
    assert bold.width > regular.width
