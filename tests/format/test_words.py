"""Difficult words and what they mean, as they are written in a story."""

from __future__ import annotations

import pytest

from game.format.load import story_from_text
from game.story.glossary import Explained
from game.story.logic import Place
from tests.format.stories import VOCABULARY, all_problems, base_with


def words(snippet: str) -> tuple[Explained, ...]:
    loaded = story_from_text(base_with(snippet), VOCABULARY)
    assert loaded.value is not None, loaded.problems
    return loaded.value.words


def structural(snippet: str) -> list[str]:
    """The codes that keep a story with this from being read."""
    return [each.code for each in story_from_text(base_with(snippet), VOCABULARY).problems]


def test_a_story_need_not_explain_any() -> None:
    assert words("title: Rasten") == ()
    assert words("words: {}") == ()


def test_each_word_has_all_its_forms_before_the_colon_and_its_meaning_after_it() -> None:
    assert words("words:\n  omtanke, omtanken: Att bry sig.\n  hela tiden: Jämt.\n  112: Ett nummer.") == (
        Explained("omtanke, omtanken", "Att bry sig."),
        Explained("hela tiden", "Jämt."),
        Explained("112", "Ett nummer."),
    )


def test_each_knows_where_it_stands() -> None:
    text = base_with("words:\n  omtanke: Att bry sig.\n  rast: En paus.")
    line = text.splitlines().index("  rast: En paus.") + 1
    *_, last = words("words:\n  omtanke: Att bry sig.\n  rast: En paus.")
    assert last.at == Place("story.yaml", line, 3)


@pytest.mark.parametrize(
    ("snippet", "codes"),
    [
        ("words: [omtanke]", ["F122"]),
        ("words: omtanke", ["F122"]),
        ("words:\n  omtanke:", ["T450"]),
        ("words:\n  omtanke: ''", ["T450"]),
        ("words:\n  '': Att bry sig.", ["T450"]),
        ("words:\n  ' , ': Att bry sig.", ["T450"]),
        ("words:\n  omtanke: [Att bry sig.]", ["F122"]),
        ("words:\n  omtanke: {a: b}", ["F122"]),
        ("words:\n  ja: yes", ["F118"]),
        ("words:\n  no: Inte.", ["F118"]),
        ("words:\n  omtanke: Ett.\n  omtanke: Två.", ["F116"]),
        ("words: {omtanke, omtanken: Att bry sig.}", ["F135"]),
    ],
)
def test_what_cannot_be_a_word_with_a_meaning_is_told(snippet: str, codes: list[str]) -> None:
    assert structural(snippet) == codes


def test_a_comma_in_braces_is_told_where_it_stands() -> None:
    (problem,) = all_problems(base_with("words: {omtanke, omtanken: Att bry sig.}"))
    assert (problem.code, problem.at.column) == ("F135", 9)
