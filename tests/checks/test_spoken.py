"""What could hurt a reader in the words themselves."""

from __future__ import annotations

import pytest

from tests.checks.support import chosen, said_by_samira, told
from tests.format.stories import all_problems, base_with


@pytest.mark.parametrize(
    "number", ["070-123 45 67", "08-123 456 78", "0701234567", "+46 70 123 45 67", "031-12 34 56"]
)
def test_a_telephone_number_that_may_be_somebody_s_is_told(number: str) -> None:
    assert told(f"- alva: Ring mig på {number}.", "S720") == ["S720"]


@pytest.mark.parametrize(
    "text",
    [
        "Ring Bris på 116 111.",
        "Ring 112.",
        "Ring mig på 070-174 06 10.",
        "Ring mig på +46 70 174 06 99.",
        "Klockan blir 01.15.",
        "Matchen slutade 10-2.",
        "Det var 2014-04-04.",
        "Jag fick 1 000 000 i spelet.",
        "Koden är 0000.",
    ],
)
def test_help_numbers_numbers_for_films_and_other_figures_are_fine(text: str) -> None:
    assert told(f'- alva: "{text}"', "S720") == []


def test_a_number_is_told_where_it_stands() -> None:
    text = base_with("- alva: Ring mig på 070-123 45 67.")
    (found,) = (each for each in all_problems(text) if each.code == "S720")

    assert text.splitlines()[found.at.line - 1][found.at.column - 1 :].startswith("070-123 45 67")


@pytest.mark.parametrize(
    "name", ["Björkängsskolan", "Kungsgymnasiet", "Tullinge gymnasium", "Tegelhagens skola"]
)
def test_the_name_of_a_school_is_told(name: str) -> None:
    assert told(f"- alva: Han går på {name}.", "S721") == ["S721"]


@pytest.mark.parametrize(
    "text",
    [
        "Skolan börjar åtta.",
        "Hans skola ligger långt bort.",
        "Högskolan då?",
        "Gymnasiet är roligare.",
        "Musikskolan är stängd.",
        "Vilken skola?",
    ],
)
def test_schools_in_general_are_fine(text: str) -> None:
    assert told(f"- alva: {text}", "S721") == []


@pytest.mark.parametrize(
    "text",
    [
        "Jag lovar att inte säga något.",
        "Jag lovar att hålla det hemligt.",
        "Det här stannar mellan oss.",
        "Jag säger det aldrig till någon.",
        "Jag berättar inte för någon.",
        "Jag ska inte berätta det för någon.",
        "Det blir vår lilla hemlighet.",
        "Ingen annan behöver få veta.",
    ],
)
def test_an_adult_who_promises_secrecy_is_told(text: str) -> None:
    assert told(said_by_samira(text), "S731") == ["S731"]


@pytest.mark.parametrize(
    "text",
    [
        "Jag kan inte lova att hålla det hemligt.",
        "Jag kan aldrig lova att vara tyst om sådant.",
        "Vi berättar inget för Noel.",
        "Berätta för någon du litar på.",
        "Jag säger till någon som kan hjälpa.",
        "Jag lyssnar. Du behöver inte säga allt.",
        "Du har inte berättat för någon förut?",
    ],
)
def test_an_adult_who_says_how_it_is_is_not(text: str) -> None:
    assert told(said_by_samira(text), "S731") == []


def test_young_people_may_promise_each_other_what_they_like() -> None:
    assert told("- alva: Jag lovar att inte säga något.", "S731") == []


def test_a_promise_that_the_story_itself_marks_as_wrong_is_meant_so() -> None:
    marked = "- samira: Det här stannar mellan oss.\n  sign: grey\n  why: Det kan ingen vuxen lova."
    assert told(marked, "S731") == []


@pytest.mark.parametrize(
    "text",
    [
        "Allt kommer att bli bra.",
        "Jag lovar att det ska ordna sig.",
        "Det löser sig.",
        "Jag lovar att du blir trygg.",
    ],
)
def test_a_promise_of_how_it_ends_is_told(text: str) -> None:
    assert told(said_by_samira(text), "S732") == ["S732"]


@pytest.mark.parametrize(
    "text", ["Jag lovar inte att allt ordnar sig.", "Jag vet inte hur det blir.", "Bra att du kom."]
)
def test_an_adult_who_promises_no_ending_is_fine(text: str) -> None:
    assert told(said_by_samira(text), "S732") == []


@pytest.mark.parametrize(
    "choice",
    [
        "Konfrontera honom.",
        "Skriv till Noel.",
        "Ring Noel nu.",
        "Gå hem till Noel.",
        "Säg åt Noel att sluta.",
        "Hota honom tillbaka.",
    ],
)
def test_a_choice_that_goes_straight_at_the_one_who_hurts_is_told(choice: str) -> None:
    assert told(chosen(choice), "S730") == ["S730"]


@pytest.mark.parametrize(
    "choice",
    [
        "Fråga Alva om Noel.",
        "Gå med Alva till Samira.",
        "Ring Noel tillsammans med Samira.",
        "Skriv till Alva.",
        "Säg till Alva att hon kan sova hos dig.",
        "Vänta.",
    ],
)
def test_a_choice_that_stays_with_the_friend_or_fetches_an_adult_is_fine(choice: str) -> None:
    assert told(chosen(choice), "S730") == []
