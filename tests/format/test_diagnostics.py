"""Problems in words."""

from __future__ import annotations

import pytest

from game.format.diagnostics import format_text, page, render
from game.story.logic import Place
from game.story.problem import problem

FILE = "rasten/story.yaml"
UNKNOWN = problem("F251", Place(FILE, 2, 7), value="raast", meant="rast")


def test_a_diagnostic_says_where_what_and_what_was_meant() -> None:
    shown = format_text(render(UNKNOWN, "sv", {FILE: "title: a\nstart: raast\n"}))

    assert shown == (
        "rasten/story.yaml:2:7: error F251 Det finns ingen scen som heter ”raast”.\n"
        "     2 | start: raast\n"
        "       |       ^\n"
        "    Menade du ”rast”?\n"
        "    Ett namn som ingen scen har leder ingenstans, och där skulle berättelsen ta stopp."
    )


def test_a_diagnostic_speaks_english_to_those_it_has_no_other_words_for() -> None:
    assert render(UNKNOWN, "fi").what == 'There is no scene called "raast".'
    assert render(UNKNOWN, "en") == render(UNKNOWN, "fi")


def test_nothing_is_guessed_when_nothing_is_near() -> None:
    assert render(problem("F251", Place(FILE, 2, 7), value="x", meant="")).meant == ""


def test_terms_are_said_in_the_same_language() -> None:
    wrong = problem("F122", Place(FILE, 1, 1), expected="list", found="text")

    assert render(wrong, "sv").what == "Här ska det stå en lista, men det står en text."
    assert render(wrong, "en").what == "Here belongs a list, and there is a text."


def test_a_problem_of_a_whole_file_has_no_excerpt() -> None:
    shown = render(problem("F110", Place(FILE)), "sv", {FILE: ""})

    assert (shown.line, shown.column, shown.excerpt) == (0, 0, "")
    assert format_text(shown).startswith("rasten/story.yaml:0:0: error F110 Filen är tom.\n    ")


def test_a_warning_is_called_one() -> None:
    unused = problem("L301", Place(FILE, 1, 1), fact="trust")

    assert format_text(render(unused)).startswith("rasten/story.yaml:1:1: warning L301 ")


def test_a_long_line_is_cut_around_the_mark() -> None:
    source = "a" * 500 + "X" + "b" * 500
    excerpt = render(problem("F131", Place(FILE, 1, 501)), "sv", {FILE: source}).excerpt
    line, mark = excerpt.split("\n")

    assert len(line) < 120
    assert line[mark.index("^")] == "X"


def test_what_a_terminal_would_obey_is_never_shown() -> None:
    evil = problem("F251", Place(f"{FILE}\x1b[2J", 1, 1), value="\x1b]0;x\x07\u202e", meant="")
    shown = format_text(render(evil, "sv", {f"{FILE}\x1b[2J": "a\x1b[31m\tb\u202ec"}))

    assert not set("\x1b\x07\u202e\t") & set(shown)
    assert "→" in shown


def test_a_place_past_the_end_of_the_text_still_has_its_mark() -> None:
    assert render(problem("F109", Place(FILE, 9, 1), detail="x"), "sv", {FILE: "a"}).excerpt.endswith("^")


def test_braces_in_a_value_are_only_text() -> None:
    assert render(problem("F251", Place(), value="{meant}", meant="{value}")).what.endswith("”{meant}”.")


def test_a_code_that_does_not_exist_has_no_page() -> None:
    with pytest.raises(FileNotFoundError):
        page("F999")
