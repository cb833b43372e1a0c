"""What the pieces of a lesson say to those who hear them."""

from __future__ import annotations

import pytest

from game.screens.lesson import in_words
from game.screens.lesson.blocks import Bar, Chart, Group, Join, Slice, Stack
from tests.screens.support import Plain

JOIN = Join(
    "Gå till",
    "10.0.4.12:8080",
    "och skriv koden",
    "K4TJA7",
    ((True,),),
    "QR-kod till samma sida",
    "27 med",
    "Inga namn.",
)


def test_an_answer_says_how_many_gave_it_and_that_most_did() -> None:
    assert (
        in_words.answer(Bar("2", "Byt ämne", "11", 1.0, leads=True), Plain())
        == "2. Byt ämne. 11. Flest svar."
    )


def test_an_answer_of_which_nothing_may_be_told_is_its_words_alone() -> None:
    assert in_words.answer(Bar("2", "Byt ämne"), Plain()) == "2. Byt ämne."


def test_a_chart_says_its_sentence_and_then_each_group_before_and_after() -> None:
    before = Stack("Före", (Slice("Okej", 0.6, "6 av 10"), Slice("Osäker", 0.4, "4 av 10")))
    chart = Chart(
        (Group("Det som skaver", (before, Stack("Efter", instead="För få svar"))),), said="Fler såg det."
    )
    assert list(in_words.chart(chart)) == [
        "Fler såg det.",
        "Det som skaver. Före: Okej 6 av 10, Osäker 4 av 10. Efter: För få svar.",
    ]


def test_what_may_not_be_told_of_a_chart_is_not_said_by_its_place() -> None:
    hidden = Stack(
        "Före", (Slice("Okej", 0.6, "6 av 10"), Slice("Osäker", 0.0, ""), Slice("visas inte", 0.4, ""))
    )
    assert in_words.stack(hidden) == "Före: Okej 6 av 10, visas inte"


def test_a_code_is_spelled_for_those_who_hear_it_and_in_halves_for_those_who_see_it() -> None:
    assert in_words.spelled("K4TJA7") == "K 4 T J A 7"
    assert in_words.grouped("K4TJA7") == "K4T JA7"


@pytest.mark.parametrize("code", ["", "K4T", "K4TJA7X"])
def test_what_is_no_code_of_a_lesson_is_shown_as_it_is(code: str) -> None:
    assert in_words.grouped(code) == code


def test_how_to_join_is_said_in_the_order_in_which_it_is_done() -> None:
    assert in_words.join(JOIN) == (
        "Gå till 10.0.4.12:8080",
        "och skriv koden K 4 T J A 7",
        "QR-kod till samma sida",
        "27 med",
        "Inga namn.",
    )


def test_what_is_not_known_yet_is_not_said() -> None:
    waiting = Join(
        "Gå till", "", "och skriv koden", "", (), "QR-kod", "0 med", "Inga namn.", "Adressen kommer strax."
    )
    assert in_words.join(waiting) == ("Adressen kommer strax.", "0 med", "Inga namn.")
