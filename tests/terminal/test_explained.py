"""Difficult words in a terminal: the line says how many are explained, and a letter explains them."""

from __future__ import annotations

import io
from dataclasses import replace

from game.screens.intents import PickStory
from game.screens.model import App
from game.story.glossary import Explained
from game.terminal import Terminal
from tests.terminal.driving import BEGIN, LIBRARY, STORY, SmallShelf, after, small

WORDS = (
    Explained("bild, bilder", "Ett foto."),
    Explained("fråga", "Vilja veta."),
    Explained("foto", "En bild."),
)


def said(*typed: str) -> str:
    """All that is said when a pupil types these lines, in the small story with difficult words."""
    out = io.StringIO()
    shelf = SmallShelf(replace(STORY, words=WORDS))
    terminal = Terminal(App(LIBRARY), shelf, io.StringIO("".join(f"{line}\n" for line in typed)), out)
    terminal.send(PickStory("small"))
    terminal.run()
    return out.getvalue()


def test_a_line_with_difficult_words_says_how_many_and_which_letter_explains_them() -> None:
    assert "Det är rast.\nAlva (orolig): Han vill ha en bild.\no: 2 ord förklaras\n" in said(BEGIN, "")
    assert "förklaras" not in said(BEGIN)


def test_the_letter_says_what_they_mean_and_enter_leads_back_to_the_line() -> None:
    heard = after("o: 2 ord förklaras\n", said(BEGIN, "", "o", ""))
    assert heard == (
        "\nOrd\nBild. Ett foto.\nFoto. En bild.\nEnter: Klar\n"
        "Alva (orolig): Han vill ha en bild.\no: 2 ord förklaras\n\nHej då.\n"
    )


def test_choices_with_a_difficult_word_say_so_after_the_choices() -> None:
    heard = said(BEGIN, *[""] * 5, "o")
    assert (
        "1. Fråga.\n2. Vänta.\nDet finns inget facit. Du kan alltid gå tillbaka och prova igen.\no: 1 ord förklaras\n"
        in heard
    )
    assert "Fråga. Vilja veta.\n" in heard


def test_where_there_are_none_the_letter_says_so() -> None:
    assert said(BEGIN, "o").endswith("Här finns inga ord att förklara.\n\nHej då.\n")
    assert small(BEGIN, "", "o").endswith("Här finns inga ord att förklara.\n\nHej då.\n")


def test_the_letter_is_among_those_that_are_listed() -> None:
    assert "o = svåra ord: vad de betyder\n" in small(BEGIN)
