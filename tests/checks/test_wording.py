"""What cannot be shown, what was never written, and what was pasted twice."""

from __future__ import annotations

import unicodedata

import pytest

from game.checks.wording import UNUSUAL
from game.view.glyphs import drawable
from game.view.typefaces import KNOWN
from tests.checks.written import chatted, codes, said, told, values
from tests.format.stories import base_with

LATER = "T" + "ODO"
MEND = "FIX" + "ME"
MARK = "X" * 3


@pytest.mark.parametrize("text", ["Hej 😀", "Jag ❤ dig.", "Gå → dit.", "µ-vågor", "日本", "ሰላም"])
def test_a_character_that_no_font_has_is_told_of(text: str) -> None:
    assert codes(said(text)) == ["T473"]
    assert codes(chatted(text)) == ["T473"]


@pytest.mark.parametrize("text", ["Привет", "شكرا", "Mặt", "a\u00adb", "å\u200d", "hej\ufe0f", "₂"])
def test_a_character_is_fine_when_a_font_has_it_or_it_is_not_seen(text: str) -> None:
    seen = [each for each in text if unicodedata.category(each) not in {"Cf", "Mn"}]
    expected = [] if drawable().issuperset(seen) else ["T473"]
    assert codes(said(text)) == expected


def test_characters_that_are_missing_are_all_named_once() -> None:
    found = values(said("😀 och 😀 och →"), "T473")

    assert found["characters"] == "😀 →"
    assert found["number"] == "U+1F600"


def test_letters_in_two_pieces_are_told_of_as_one_when_no_font_has_the_piece() -> None:
    pieces = [each for each in "\u0300\u0301\u0308\u030a\u0331" if each not in drawable()]
    for piece in pieces:
        whole = unicodedata.normalize("NFC", f"a{piece}")
        if whole in drawable():
            assert values(said(f"H{f'a{piece}'}n"), "T473")["meant"] == f"H{whole}n"


def test_what_is_looked_up_in_the_fonts_is_all_that_they_are_not_known_to_have() -> None:
    assert not [each for each in KNOWN if UNUSUAL.search(each)]


@pytest.mark.parametrize(
    "text",
    [
        f"{LATER}: skriv det här",
        f"Hon säger något. {LATER}",
        f"{MEND} namnet",
        f"Hon heter {MARK}.",
        "todo: en replik",
        "TBD",
        "ATT SKRIVA: hur Alva svarar",
        "Lorem ipsum dolor sit amet.",
        "[att skriva]",
        "Hon svarar (skriv mer här).",
    ],
)
def test_what_is_left_to_write_is_told_of(text: str) -> None:
    assert codes(said(text)) == ["T490"]


@pytest.mark.parametrize(
    "text", ["???", "Hon svarar […] länge.", "Hon svarar [...] länge.", "Text här", "asdf"]
)
def test_what_may_be_left_to_write_is_told_of(text: str) -> None:
    assert "T491" in codes(said(text))


def test_a_text_is_told_of_once_as_left_to_write() -> None:
    assert codes(said(f"[…] {LATER}")) == ["T490"]


def test_the_same_line_twice_is_told_of_at_the_second() -> None:
    source = base_with("- alva: Han skriver igen och igen.\n- alva: Han skriver igen och igen.")
    (problem,) = told(source)

    assert problem.code == "T492"
    assert source.splitlines()[problem.at.line - 2].endswith("Han skriver igen och igen.")


@pytest.mark.parametrize(
    "lines",
    [
        "- alva: Sluta nu.\n- alva: Sluta nu.",
        "- alva: Han skriver igen och igen.\n- hawa: Han skriver igen och igen.",
        "- alva: Han skriver igen och igen.\n- Du ser det.\n- alva: Han skriver igen och igen.",
        "- alva: Han skriver igen och igen.\n  when: {trust: 0}\n- alva: Han skriver igen och igen.\n  when: {trust: 1}",
    ],
)
def test_what_is_said_again_on_purpose_is_left_alone(lines: str) -> None:
    assert codes(base_with(lines)) == []
