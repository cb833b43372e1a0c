"""What is told of vignettes beyond what keeps them from being shown."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from game.checks.subject import Shared
from game.checks.vignettes import problems
from game.format.vignettes import VIGNETTES_FILE
from game.format.vocabulary import Vocabulary
from game.story.library import Form, Signs
from game.story.logic import Place
from game.story.vignettes import Answer, Vignette, Vignettes

TODAY = date(2026, 11, 26)
FORMS = {
    "control": Form("control", "Kontroll", "Att bestämma.", "eye", youngest=10),
    "sexual": Form("sexual", "Sexuellt våld", "Att pressa.", "shield", youngest=13),
}
CALM = "Ett nej räcker."
HARD = "Klasskompisarna kommenterar kontinuerligt varandras utseende, trots skolledningens upprepade uppmaningar."


def told(
    text: str, why: str = CALM, *, topic: str = "control", ages: tuple[int, int] = (10, 12)
) -> list[tuple[str, Place]]:
    one = Vignette("x", *ages, "a", topic, Answer.NOT_OK, 1, text, why, Place(VIGNETTES_FILE, 1, 1))
    source = f"x:\n  topic: {topic}\n  text: {text}\n  why: {why}\n"
    vocabulary = Vocabulary(signs=Signs(FORMS, {}))
    shared = Shared(Path(), vocabulary, TODAY, {VIGNETTES_FILE: source}, vignettes=Vignettes((one,)))
    return [(each.code, each.at) for each in problems(shared)]


def test_of_a_calm_one_nothing_is_told() -> None:
    assert told("Mio läser Idas mobil. ”Jag är bara orolig”, säger han.") == []


def test_what_is_too_hard_for_its_youngest_readers_is_told() -> None:
    assert told(HARD) == [("V008", Place(VIGNETTES_FILE, 1, 1))]
    assert told("Mio läser Idas mobil.", HARD) == [("V008", Place(VIGNETTES_FILE, 1, 1))]


@pytest.mark.parametrize(("ages", "codes"), [((10, 12), ["V009"]), ((13, 15), []), ((16, 19), [])])
def test_what_is_for_those_who_are_older_is_told(ages: tuple[int, int], codes: list[str]) -> None:
    assert [code for code, _ in told("Mio tjatar.", topic="sexual", ages=ages)] == codes


def test_a_number_that_somebody_may_answer_is_told_where_it_stands() -> None:
    assert told("Ida ringer 08-123 45 67.") == [("S720", Place(VIGNETTES_FILE, 3, 20))]
    assert told("Ida ringer 070-174 06 05.") == []


def test_a_question_about_the_pupils_own_life_is_told_where_it_stands() -> None:
    assert told("Mio tjatar.", "Har du själv blivit pressad?") == [("S735", Place(VIGNETTES_FILE, 4, 8))]


def test_a_slip_of_the_typewriter_is_told() -> None:
    assert told('"Nej", säger Ida.') == [("T474", Place(VIGNETTES_FILE, 3, 9))]
    assert [code for code, _ in told("Ida väntar... och väntar.")] == ["T476"]


def test_a_character_that_no_font_has_is_told() -> None:
    assert [code for code, _ in told("Ida skrattar 🫠.")] == ["T473"]


def test_where_the_text_is_broken_over_lines_the_vignette_is_named() -> None:
    one = Vignette(
        "x",
        13,
        15,
        "a",
        "control",
        Answer.NOT_OK,
        1,
        "Ida ringer 08-123 45 67.",
        CALM,
        Place(VIGNETTES_FILE, 1, 1),
    )
    source = "x:\n  text: Ida ringer 08-123\n    45 67.\n"
    shared = Shared(Path(), Vocabulary(), TODAY, {VIGNETTES_FILE: source}, vignettes=Vignettes((one,)))
    assert [(each.code, each.at) for each in problems(shared)] == [("S720", one.at)]
