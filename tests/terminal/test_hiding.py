from __future__ import annotations

import io

import pytest

from tests.terminal.driving import BEGIN, after, small

TALE = ("Alva", "Noel", "Hawa", "Dölj", "Hjälp", "Berätta", "Tillbaka", "flagga", "Paus")


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def cleared(said: str) -> str:
    """What was said after the view was cleared."""
    return after("\n" * 20, said).lstrip("\n")


@pytest.mark.parametrize(
    "before", [(), ("t",), (BEGIN,), (BEGIN, "", "f"), (BEGIN, "p"), ("h",), ("t", "t", "3")]
)
def test_dolj_clears_the_view_and_leaves_an_ordinary_exercise(before: tuple[str, ...]) -> None:
    hidden = cleared(small(*before, "d")).removesuffix("\nHej då.\n")
    assert hidden == "Multiplikation\nSkriv svaret och tryck Enter. q = avsluta.\n5 · 7 =\n"


def test_the_exercise_works() -> None:
    hidden = cleared(small(BEGIN, "d", "34", "35"))
    assert "Försök igen.\n5 · 7 =\nRätt!\n" in hidden


@pytest.mark.parametrize("typed", ["", "?", "i", "h", "p", "l", "f", "t", "s", "hjälp", "d", "dd", "1", "x"])
def test_nothing_typed_in_the_exercise_tells_of_the_game(typed: str) -> None:
    hidden = cleared(small(BEGIN, "", "d", typed, typed))
    assert not typed.startswith("dd") or "Alva" in hidden
    assert typed.startswith("dd") or not any(word in hidden for word in TALE)


@pytest.mark.parametrize("typed", [("d", "d", "d"), ("ddd",), ("d d d",), ("D", "d", "d")])
def test_three_times_the_letter_lead_back_to_the_same_line_with_all_around_it(typed: tuple[str, ...]) -> None:
    hidden = cleared(small(BEGIN, "", "d", *typed))
    assert hidden.endswith(
        "Liten · Kapitel 1 av 2\nPlats: En gård.\nHär är: Alva, Hawa (du).\nAlva (orolig): Han vill ha en bild.\n\nHej då.\n"
    )


def test_an_answer_between_starts_the_count_anew() -> None:
    assert "Alva" not in cleared(small(BEGIN, "", "d", "d", "d", "35", "d", "d"))


def test_dolj_is_practised_before_the_story_with_the_way_back_in_words_for_this_keyboard() -> None:
    said = small("", "d", "d", "d")
    assert "skriv d tre gånger, med Enter efter varje" in said
    assert "Skift" not in said
    assert "Enter: Börja\n" in cleared(said)


def test_one_can_leave_from_the_exercise() -> None:
    assert cleared(small(BEGIN, "d", "q", "d", "d", "d")).endswith("5 · 7 =\n\nHej då.\n")


def test_on_a_terminal_what_was_said_cannot_be_scrolled_back_to() -> None:
    said = small(BEGIN, "", "d", out=Screen())
    told, hidden = said.split("\x1b[3J\x1b[2J\x1b[H", 1)
    assert told.endswith("\n" * 24)
    assert "Alva" in told
    assert hidden.startswith("Multiplikation\n")


def test_leaving_wipes_the_terminal_and_nothing_but_a_goodbye_is_left() -> None:
    said = small(BEGIN, "", "q", out=Screen())
    assert said.rsplit("\x1b[3J\x1b[2J\x1b[H", 1)[1] == "\nHej då.\n"


def test_the_letter_of_another_language_hides_and_leads_back() -> None:
    hidden = cleared(small(BEGIN, "s", "x", "x", "x", "x"))
    assert "‹Multiplikation›" in hidden
    assert "‹Det är rast.›" in hidden
