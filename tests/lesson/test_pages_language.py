"""Which language a pupil's page is in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lesson.pages_language import language_for, offered, with_language
from game.messages.language import known

LANGUAGES = tuple(known(code) for code in ("sv", "sv@lattlast", "en", "ar", "so"))


@pytest.mark.parametrize(
    ("asked", "accepted", "code"),
    [
        ("ar", "en", "ar"),
        ("sv@lattlast", "", "sv@lattlast"),
        ("", "ar-SE,ar;q=0.9,en;q=0.8", "ar"),
        ("", "de, en;q=0.5, so;q=0.7", "so"),
        ("", "EN-gb", "en"),
        ("", "en;q=0, ar;q=0.1", "ar"),
        ("", "", "sv"),
        ("", "*", "sv"),
        ("xx", "de", "sv"),
    ],
)
def test_the_address_goes_before_the_browser_and_swedish_is_last(
    asked: str, accepted: str, code: str
) -> None:
    assert language_for(LANGUAGES, asked, accepted).code == code


@given(st.text(max_size=600), st.text(max_size=600))
def test_whatever_is_asked_for_there_is_a_language(asked: str, accepted: str) -> None:
    assert language_for(LANGUAGES, asked, accepted) in LANGUAGES


def test_every_language_is_offered_in_its_own_name_and_direction() -> None:
    each = {language.address: language for language in offered(LANGUAGES, LANGUAGES[3], "/s/K7TJAX")}
    arabic, easy = each["/s/K7TJAX?lang=ar"], each["/s/K7TJAX?lang=sv%40lattlast"]
    assert (arabic.name, arabic.tag, arabic.direction, arabic.current) == ("العربية", "ar", "rtl", True)
    assert (easy.tag, easy.direction, easy.current) == ("sv", "ltr", False)


def test_an_address_carries_what_it_is_given_safely() -> None:
    assert with_language("/ovning", LANGUAGES[2], asked="1&2", nothing="") == "/ovning?lang=en&asked=1%262"
