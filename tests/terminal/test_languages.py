"""Another language in the terminal, and numbers in one that is written from right to left.

Terminals that know Arabic order the letters themselves, so what is printed is in the order of speech.
"""

from __future__ import annotations

import io
import re

from game.resources import LOCALE, SCENARIOS
from game.screens.intents import Go, Hide, Where
from game.screens.model import App
from game.screens.settings import Settings
from game.terminal import Terminal
from game.tools.bookshelf import Bookshelf
from tests.terminal.driving import BEGIN, after, small

STEERING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
SHELF = Bookshelf(SCENARIOS, LOCALE)


def in_arabic(*intents: Go | Hide) -> str:
    out = io.StringIO()
    terminal = Terminal(App(SHELF.library(), Settings(language="ar")), SHELF, io.StringIO(""), out)
    for intent in intents:
        terminal.send(intent)
    terminal.run()
    return out.getvalue()


def test_a_switch_says_the_name_of_the_language_and_then_the_page() -> None:
    said = after("Tvärtom\n", small(BEGIN, "s"))
    assert "‹Det är rast.›" in said


def test_numbers_are_printed_as_they_are_dialled_and_nothing_steers_their_direction() -> None:
    said = in_arabic(Go(Where.HELP))
    for entry in SHELF.library().help:
        if re.fullmatch(r"[\d +-]+", entry.contact) and entry.confirmed and entry.youngest <= 13:
            assert entry.contact in said
            assert entry.checked_on in said
    assert "116 111" in said
    assert not STEERING.search(said)


def test_a_sum_is_printed_as_it_is_written() -> None:
    said = in_arabic(Hide())
    assert re.search(r"\d · \d =", said)
    assert not STEERING.search(said)
