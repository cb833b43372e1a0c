"""How others answer: cries, adults who make it worse, questions too close, endings that solve everything."""

from __future__ import annotations

import pytest

from tests.checks.support import said_by_samira, told


@pytest.mark.parametrize(
    "text",
    [
        "Ibland vill jag inte leva längre.",
        "Jag orkar inte leva så här.",
        "Det är bättre om jag är död.",
        "Jag tar livet av mig om jag måste åka.",
        "Jag skär mig på armen.",
        "Jag vill dö.",
    ],
)
def test_a_cry_without_a_sign_is_told_and_with_one_is_not(text: str) -> None:
    assert told(f"- alva sad: {text}", "S733") == ["S733"]
    assert told(f"- alva sad: {text}\n  sign: grey\n  why: Det ska en vuxen veta.", "S733") == []


@pytest.mark.parametrize(
    "text", ["Jag vill inte åka.", "Jag skär morötter.", "Leva livet!", "Jag dör av skratt."]
)
def test_other_words_are_fine(text: str) -> None:
    assert told(f"- alva: {text}", "S733") == []


def test_an_adult_may_ask_plainly() -> None:
    assert told(said_by_samira("Tänker du ibland att du inte vill leva?"), "S733") == []


@pytest.mark.parametrize(
    "text",
    [
        "Varför sa du inte något tidigare?",
        "Du borde ha sagt nej.",
        "Är du säker på att det är sant?",
        "Jag bjuder hit Noel, så får ni prata ut.",
    ],
)
def test_an_adult_who_blames_doubts_or_mediates_is_told(text: str) -> None:
    assert told(said_by_samira(text), "S734") == ["S734"]


@pytest.mark.parametrize(
    ("context", "codes"), [("honour", ["S734"]), ("family", ["S734"]), ("partner", []), ("friend", [])]
)
def test_calling_home_is_told_where_those_at_home_may_hurt(context: str, codes: list[str]) -> None:
    snippet = f"context: {context}\n" + SCENE.format(text="Jag ringer dina föräldrar nu.")
    assert told(snippet, "S734") == codes


@pytest.mark.parametrize(
    "text",
    [
        "Tack för att du berättar. Jag tror på dig.",
        "Jag pratar med socialtjänsten innan jag pratar med dina föräldrar.",
        "Vad är du mest orolig för?",
        "Jag ringer inte hem.",
    ],
)
def test_an_adult_who_answers_well_is_not(text: str) -> None:
    assert told("context: honour\n" + SCENE.format(text=text), "S734") == []


SCENE = "scenes:\n  svar:\n    place: schoolyard\n    lines:\n      - samira: {text}\n    go: beratta\n"


@pytest.mark.parametrize(
    ("ask", "codes"),
    [
        ("Har du själv varit med om det här?", ["S735"]),
        ("Hur är det hemma hos dig?", ["S735"]),
        ("Vad gör du?", []),
        ("Hur tror du att Alva känner sig?", []),
    ],
)
def test_a_question_about_the_player_s_own_life_is_told(ask: str, codes: list[str]) -> None:
    asked = (
        f"scenes:\n  rast:\n    place: schoolyard\n    ask: {ask}\n    choices:\n"
        "      - Fråga.: {do: {trust: +1}, go: magen}\n      - Vänta.: magen\n"
    )
    assert told(asked, "S735") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Nu är allt bra.", ["S736"]),
        ("Det löste sig.", ["S736"]),
        ("Tack vare dig är hon fri.", ["S736"]),
        ("Ingen vet hur det blir. Men nu är det fler som vet.", []),
    ],
)
def test_an_ending_that_solves_everything_is_told(text: str, codes: list[str]) -> None:
    ending = f"scenes:\n  slut:\n    place: office\n    ending: {{title: Två, text: {text}, help: [bris]}}\n"
    assert told(ending, "S736") == codes
