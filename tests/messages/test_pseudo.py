"""The two languages that screens are tried in: what they make of a Swedish text, and what they leave alone."""

from __future__ import annotations

import re
import unicodedata
from string import ascii_letters

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.checks.wording import undrawable
from game.messages.catalog import unfit
from game.messages.limits import longest
from game.messages.po_file import template_sources
from game.messages.pseudo import LONGER, MIRRORED, PSEUDO, PseudoCatalog, longer, mirrored
from game.resources import LOCALE
from game.view.glyphs import drawable

OVERRIDE, POP = "\u202e", "\u202c"
DOMAINS = ("ui", "signs", "help", "places", "vignettes", "svara-direkt")
SHIPPED = sorted({source.text for domain in DOMAINS for source in template_sources(LOCALE, domain)})
BARE = re.compile(r"\{\w+\}|[\w-]*(?:\.[a-z]{2,4})+\b|\w*\d\w*")
SWEDISH = st.text(
    st.sampled_from([*ascii_letters, *"åäöÅÄÖé", *"   ", *"\n–…,.!?”0123456789{}()"]), max_size=80
)


def letters(text: str) -> int:
    return sum(each.isalpha() for each in BARE.sub(" ", text))


def test_there_are_texts_to_try() -> None:
    assert len(SHIPPED) > 900


# --- longer ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("Berätta", "[Bééŕääţţá]"),
        ("Av", "[Áávv]"),
        ("Se bris.se", "[Ššéé bris.se]"),
        ("OK", "[ÓÓĶĶ]"),
        ("116 111", "116 111"),
        ("{percent} %", "{percent} %"),
        ("F", "F"),
        ("", ""),
    ],
)
def test_a_text_has_accents_and_brackets_and_is_as_long_as_it_may_be(text: str, made: str) -> None:
    assert longer(text) == made


def test_every_shipped_text_with_a_word_is_exactly_as_long_as_a_translation_may_be() -> None:
    worded = [text for text in SHIPPED if letters(text) > 1]
    assert len(worded) > 0.9 * len(SHIPPED)
    assert [text for text in worded if len(longer(text)) != longest(text)] == []


@given(SWEDISH)
def test_any_text_is_left_alone_or_exactly_as_long_as_it_may_be(text: str) -> None:
    made = longer(text)
    assert made == text or (len(made) == longest(text) and made[0] + made[-1] == "[]")


@given(SWEDISH)
def test_rows_may_end_where_they_may_in_the_source(text: str) -> None:
    made = longer(text)
    assert re.sub(r"[^\s]", "", made) == re.sub(r"[^\s]", "", text)
    assert max(map(len, made.split()), default=0) >= max(map(len, text.split()), default=0)


def test_a_long_text_grows_in_all_of_its_words_and_not_at_its_end() -> None:
    text = "Kuratorn och skolsköterskan lyssnar och hjälper dig vidare"
    pairs = zip(text.split(), longer(text).strip("[]").split(), strict=True)
    assert all(1.2 * len(word) <= len(made) <= 1.5 * len(word) + 1 for word, made in pairs)


def test_every_letter_has_an_accent_that_the_fonts_have_or_the_fonts_have_none() -> None:
    for letter in ascii_letters:
        kinds = {each for each in drawable() if unicodedata.normalize("NFD", each)[:1] == letter} - {letter}
        made = set(longer(f"{letter}{letter}")) - set("[]")
        assert made.isdisjoint(ascii_letters) or not kinds, letter
    assert undrawable("".join(longer(text) for text in SHIPPED)) == ()


# --- what both leave alone -------------------------------------------------------------------------


@pytest.mark.parametrize("code", [LONGER, MIRRORED])
def test_placeholders_are_filled_and_their_values_left_alone(code: str) -> None:
    words = PseudoCatalog(code)
    said = words.ui("Du berättar för {name}. Hur börjar du?", name="Alva Ek")
    assert "Alva Ek" in said
    assert "Du " not in said
    assert "{other}" in words.ui("Hej {other}", name="Alva")


@pytest.mark.parametrize("code", [LONGER, MIRRORED])
@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Se om något är fel: beratta check {path}", "beratta check {path}"),
        ("I terminalen går det: beratta play {name} --text", "beratta play {name} --text"),
        ("{path} går inte att skapa. Välj en annan mapp med --in.", "--in."),
        ("För dig under 20, se ungarelationer.se", "ungarelationer.se"),
        ("Varje kväll 20–22", "20–22"),
        ("Ring 020-57 70 70 nu", " 020-57 70 70 "),
        ("Helskärm (F11)", "(F11)"),
        ("Skift ×3", "×3"),
        ("kartan: en fil på .svg, .dot eller .mmd", ".svg, .dot"),
    ],
)
def test_numbers_addresses_and_what_is_typed_stay_as_they_are(code: str, text: str, kept: str) -> None:
    made = PseudoCatalog(code).of("ui", "", text)
    assert kept in made
    assert made != text


@pytest.mark.parametrize("code", [LONGER, MIRRORED])
def test_a_letter_to_type_stays_and_a_line_end_too(code: str) -> None:
    words = PseudoCatalog(code)
    assert words.ui("d", "bokstav") == "d"
    assert words.of("svara-direkt", "natt", "ett\ntvå").count("\n") == 1


@pytest.mark.parametrize("code", [LONGER, MIRRORED])
def test_one_and_many_are_told_apart(code: str) -> None:
    words = PseudoCatalog(code)
    one, many = (words.plural("{n} minut", "{n} minuter", n) for n in (1, 15))
    assert one.strip("[")[0] == "1"
    assert many.strip("[")[:2] == "15"
    assert one != many.replace("15", "1")


@pytest.mark.parametrize("code", [LONGER, MIRRORED])
def test_nothing_is_ever_missing(code: str) -> None:
    words = PseudoCatalog(code)
    assert words.has("svara-direkt", "natt", "Hej")
    assert words.complete("svara-direkt")


# --- mirrored --------------------------------------------------------------------------------------


def test_each_word_runs_from_right_to_left_and_a_number_does_not() -> None:
    assert mirrored("Ring 116 111 nu!") == f"{OVERRIDE}Ring{POP} 116 111 {OVERRIDE}nu{POP}!"
    assert mirrored("e-post") == f"{OVERRIDE}e-post{POP}"


@given(SWEDISH)
def test_a_mirrored_text_has_all_of_its_source_and_every_override_an_end(text: str) -> None:
    made = mirrored(text)
    assert made.replace(OVERRIDE, "").replace(POP, "") == text
    inside = re.findall(f"{OVERRIDE}([^{OVERRIDE}{POP}]*){POP}", made)
    assert made.count(OVERRIDE) == made.count(POP) == len(inside)
    assert not any(each.isdigit() or each.isspace() for word in inside for each in word)


def test_no_file_of_a_translator_may_turn_a_word_round() -> None:
    assert unfit("Hej", mirrored("Hej"))
    assert not unfit("Hej", longer("Hej"))


# --- as languages ----------------------------------------------------------------------------------


def test_one_of_them_runs_from_right_to_left() -> None:
    assert [(each.code, each.rtl) for each in PSEUDO] == [("en_XA", False), ("ar_XB", True)]
    assert len({each.own_name for each in PSEUDO}) == 2
