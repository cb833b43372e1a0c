import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.view.numerals import codes, expressions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ring 116 111.", ["116 111"]),
        ("020-57 70 70", ["020-57 70 70"]),
        ("+46 70 123 45 67", ["+46 70 123 45 67"]),
        ("(+46812345)", ["+46812345"]),
        ("08-123 456 78, 112", ["08-123 456 78", "112"]),
        ("077\u2011776 77 76", ["077\u2011776 77 76"]),
        ("10 000 kronor", ["10 000"]),
        ("90101 och 112", ["90101", "112"]),
        ("13–15 år · 15 minuter", ["13–15", "15"]),
        ("lästes 2025-08-20.", ["2025-08-20"]),
        ("kl. 08.00–16.30", ["08.00–16.30"]),
        ("klockan 00:47, 3,5 timmar", ["00:47", "3,5"]),
        ("40 % eller 40%", ["40 %", "40%"]),
        ("7 × 8 = 56, 5 · 7 =", ["7 × 8 = 56", "5 · 7 ="]),
        ("12 – 5 = 7", ["12 – 5 = 7"]),
        ("2 / 5 och 1/3", ["2 / 5", "1/3"]),
        ("−5 grader", ["−5"]),
        ("112 · 24 timmar", ["112", "24"]),
        ("112 – 24 timmar", ["112", "24"]),
        ("1, 2 och 3", ["1", "2", "3"]),
        ("kl. 8 1 elev", ["8", "1"]),
        ("ingen", []),
    ],
)
def test_a_number_is_found_with_all_that_belongs_to_it_and_nothing_more(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in expressions(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Koden är 2345-ABCD-7K.", ["2345-ABCD-7K"]),
        ("AK32-R", ["AK32-R"]),
        ("020-57 70 70", []),
        ("2025-08-20", []),
        ("SVARA-NU", []),
        ("ABCDE-2", []),
    ],
)
def test_a_code_is_found_by_its_groups(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in codes(text)] == found


@given(st.text(alphabet="0123456789 +-–−.,:/·×*=%Aعå\u00a0"))
def test_what_is_found_begins_and_ends_in_order_and_has_a_digit(text: str) -> None:
    found = expressions(text)
    assert [place for span in found for place in span] == sorted(place for span in found for place in span)
    assert all(any(sign.isdecimal() for sign in text[start:end]) for start, end in found)
