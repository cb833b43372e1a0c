"""What is said of the words that a story explains, and of their translations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.checks import explained
from tests.checks.translated import PO
from tests.checks.written import subject_of
from tests.format.stories import base_with

if TYPE_CHECKING:
    from pathlib import Path

MEANING = "Att bry sig om hur någon har det."


def told(*words: str) -> list[str]:
    """The codes that are said of the base story with these words in it, each `word: meaning`."""
    return [each.code for each in explained.problems(subject_of(source(*words)))]


def source(*words: str) -> str:
    return base_with("words:\n" + "".join(f"  {each}\n" for each in words))


def values(*words: str) -> dict[str, str]:
    """What the first problem fills its words with."""
    return dict(next(explained.problems(subject_of(source(*words)))).values)


def test_a_word_that_is_met_and_easily_explained_is_as_it_should_be() -> None:
    assert told(f"omtanke, omtanken: {MEANING}", "långrast: En lång rast.") == []


def test_a_story_that_explains_nothing_is_as_it_should_be() -> None:
    assert list(explained.problems(subject_of(base_with("title: Rasten")))) == []


# --- where it stands -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "word", ["skriver", "hela tiden", "magen", "lyssna", "vänta", "mentor", "ensam", "två"]
)
def test_a_word_may_stand_wherever_the_story_is_read(word: str) -> None:
    assert told(f"{word}: Så säger man.") == []


@pytest.mark.parametrize("word", ["svartsjuka", "lektionen", "Hawa"])
def test_a_word_of_the_head_or_in_a_name_is_never_marked(word: str) -> None:
    assert told(f"{word}: Så säger man.") == ["T461"]


def test_a_word_that_stands_nowhere_is_told_with_the_one_that_does() -> None:
    assert values("omtänksam: Snäll.")["meant"] == "omtanke"
    assert values("bevis: Det som visar något.")["meant"] == "bevisa"
    assert values("xyzzy: Ett ord.") == {"word": "xyzzy", "meant": ""}


def test_a_word_that_only_another_explanation_needs_is_met_there() -> None:
    assert told("omtanke: Att vilja en medmänniska väl.", "medmänniska: En annan.") == []
    assert told("Alva: En kompis.", "människa: En annan.") == ["T461"]


def test_the_place_is_that_of_the_word() -> None:
    text = source(f"omtanke: {MEANING}", "xyzzy: Ett ord.")
    (problem,) = explained.problems(subject_of(text))
    assert text.splitlines()[problem.at.line - 1][problem.at.column - 1 :] == "xyzzy: Ett ord."


# --- twice -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("again", ["OMTANKE", "omtanken", "rast, omtankens", "omtanke nu, omtanke"])
def test_the_same_word_in_another_form_is_explained_twice(again: str) -> None:
    assert "T460" in told(f"omtanke: {MEANING}", f"{again}: Att bry sig.")
    assert "T460" in told(f"{again}: Att bry sig.", f"omtanke: {MEANING}")


def test_the_first_of_the_two_is_named_with_its_line() -> None:
    text = source(f"omtanke: {MEANING}", "omtanken: Att bry sig.")
    problem = next(each for each in explained.problems(subject_of(text)) if each.code == "T460")
    assert dict(problem.values)["other"] == "omtanke"
    assert text.splitlines()[int(dict(problem.values)["line"]) - 1] == f"  omtanke: {MEANING}"


def test_short_words_that_begin_alike_are_two_words() -> None:
    assert "T460" not in told("det: Den saken.", "de: Flera.", "vet: Kan.", "vets: Ett.")


# --- how it is explained ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("o: Utan något.", "T459"),
        ("omtanke, 1a: Att bry sig.", "T459"),
        ("omtanke: Att visa uppmärksamhet.", "T462"),
        ("omtanke: Omtanke.", "T464"),
        ("omtanke: Att man har omtanke om någon.", "T464"),
        ("omtanke: Omtankens betydelse, omtanken.", ""),
        ("omtanke: Att ha det.", "T464"),
        ("omtanke: Att visa omtanke, att bry sig om.", ""),
        (f"omtanke: {'hej ' * 30}", ""),
        (f"omtanke: {'hejs ' * 25}", "T463"),
    ],
)
def test_an_explanation_is_short_easy_and_says_something(words: str, code: str) -> None:
    assert [each for each in told(words) if each != "T461"] == ([code] if code else [])


def test_a_long_word_may_be_explained_with_words_that_are_no_longer() -> None:
    assert told("någonstans: Uppmärksam.") == []
    assert values("någonstans: Uppmärksamma.")["harder"] == "Uppmärksamma"


def test_the_length_and_what_may_be_are_told() -> None:
    assert values(f"omtanke: {'hejs ' * 25}") == {"word": "omtanke", "length": "124", "most": "120"}


def test_thirty_words_are_enough() -> None:
    words = [f"ord{number}: Ett tal." for number in range(31)]
    assert "T465" not in told(*words[1:])
    assert "T465" in told(*words)


# --- translated ------------------------------------------------------------------------------------


def translated(locale: Path, word: str, language: str = "en") -> list[str]:
    """The codes said of the base story in a language, in which `omtanke` is this word."""
    file = locale / language / "LC_MESSAGES" / "story.po"
    file.parent.mkdir(parents=True)
    file.write_text(f'{PO}\nmsgctxt "words"\nmsgid "omtanke"\nmsgstr "{word}"\n', encoding="utf-8")
    subject = subject_of(source(f"omtanke: {MEANING}"), locale)
    return [f"{each.code} {dict(each.values)}" for each in explained.problems(subject)]


@pytest.mark.parametrize("word", ["caring", "Caring", "care, caring"])
def test_a_translated_word_is_looked_for_in_the_translated_story(tmp_path: Path, word: str) -> None:
    assert translated(tmp_path, word) == []


def test_one_that_the_translated_story_does_not_use_is_told_with_its_language(tmp_path: Path) -> None:
    (told,) = translated(tmp_path, "kindness, kind")
    assert told == "M616 {'language': 'en', 'translation': 'kindness, kind', 'word': 'omtanke'}"


def test_a_word_that_is_not_translated_yet_is_told_elsewhere(tmp_path: Path) -> None:
    assert translated(tmp_path, "") == []


def test_easy_swedish_may_do_without_the_difficult_word(tmp_path: Path) -> None:
    assert translated(tmp_path, "xyzzy", "sv@lattlast") == []
