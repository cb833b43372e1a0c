from __future__ import annotations

import pytest

from tests.terminal.driving import BEGIN, after, small


def test_the_letters_are_listed_before_the_first_line_and_when_asked_for() -> None:
    said = small(BEGIN, "", "?")
    assert said.count("f = flagga raden") == 2
    assert said.index("f = flagga raden") < said.index("Det är rast.")


def test_the_letters_are_not_listed_again_in_the_next_play() -> None:
    said = small(BEGIN, "p", "7", "")
    assert said.count("Det är rast.") == 2
    assert said.count("f = flagga raden") == 1


@pytest.mark.parametrize("word", ["h", "H", "hjälp", "HJÄLP", " h "])
def test_help_comes_by_letter_and_by_word_and_leads_back_to_the_line(word: str) -> None:
    said = small(BEGIN, "", word, "")
    assert "Bris. Prata.\n116 111\n" in said
    assert said.endswith("Enter: Klar\nAlva (orolig): Han vill ha en bild.\n\nHej då.\n")


@pytest.mark.parametrize(
    "before", [(), ("t",), ("t", "t"), (BEGIN, "p"), (BEGIN, "l"), (BEGIN, "f"), ("t", "t", "3")]
)
def test_help_is_one_letter_away_from_everywhere(before: tuple[str, ...]) -> None:
    assert "116 111" in small(*before, "h")


def test_a_pause_is_read_whole_and_left_by_enter() -> None:
    said = small(BEGIN, "p", "")
    assert "Paus\nEnter: Spela vidare\n1. Hur känns det?\n2. Det som sagts\n" in said
    assert said.endswith("Det är rast.\n\nHej då.\n")


def test_again_reads_the_line_with_all_that_is_around_it() -> None:
    said = small(BEGIN, "", "i")
    assert said.endswith(
        "\nLiten · Kapitel 1 av 2\nPlats: En gård.\nHär är: Alva, Hawa (du).\nAlva (orolig): Han vill ha en bild.\n\nHej då.\n"
    )


def test_the_next_language_reads_the_page_anew() -> None:
    said = small(BEGIN, "s", "s")
    assert "‹Det är rast.›\n" in said
    assert said.endswith("Det är rast.\n\nHej då.\n")


@pytest.mark.parametrize("letter", ["f", "l", "p"])
def test_a_letter_that_means_nothing_here_says_so(letter: str) -> None:
    said = small(letter)
    assert after("t: Tillbaka\n", said) in {
        "Här finns ingen rad att flagga.\n\nHej då.\n",
        "Det går bara i berättelsen.\n\nHej då.\n",
    }


def test_quitting_says_nothing_more_of_the_story() -> None:
    said = small(BEGIN, "", "q", "", "")
    assert said.endswith("Han vill ha en bild.\n\nHej då.\n")


def test_two_commands_never_share_a_letter_whatever_the_translation_says() -> None:
    said = small(BEGIN, "s", "?")
    listed = [
        line[0]
        for line in after("‹{sign}", said.replace("‹? =", "‹{sign}")).split("\n")
        if line[1:4] == " = "
    ]
    assert len(set(listed)) == len(listed)
    assert "x = ‹Dölj: bara en matteövning syns." in said
    assert "q = ‹avsluta" in said
