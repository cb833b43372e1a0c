"""Something in the program went wrong in the middle of a conversation: one calm sentence, a code, help."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from game import cli
from game.screens.crash import Crash
from game.screens.intents import Hide, StoryOpened
from game.screens.model import App
from game.terminal import Terminal
from tests.screens.support import bookshelf, real_library

if TYPE_CHECKING:
    import pytest

FIRST = "Programmet stannade till. Det är inget du har gjort."
STORY = "svara-direkt"
CRASH = Crash("K74QMZ", "1.2.3", "ABCD-EFGH")


def said(*, hidden: bool = False) -> list[str]:
    out = io.StringIO()
    terminal = Terminal(App(real_library()), bookshelf(), io.StringIO(), out)
    if hidden:
        terminal.send(Hide())
    terminal.fell(CRASH)
    return [line for line in out.getvalue().splitlines() if line]


def test_it_is_told_with_codes_and_whom_to_call() -> None:
    assert said() == [
        FIRST,
        "Säg till din lärare: fel K74QMZ, version 1.2.3.",
        "Koden för att fortsätta: ABCD-EFGH",
        "När det är fara: 112",
        "Bris: 116 111",
    ]


def test_while_the_game_is_hidden_it_stays_so() -> None:
    assert said(hidden=True) == [FIRST]


def test_nobody_who_reads_any_more_is_no_second_crash() -> None:
    tried: list[str] = []

    class Gone(io.StringIO):
        def write(self, text: str) -> int:
            tried.append(text)
            raise BrokenPipeError(text)

    Terminal(App(real_library()), bookshelf(), io.StringIO(), Gone()).fell(CRASH)
    assert tried


def test_the_command_ends_with_a_code_that_leads_back_and_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = io.StringIO("1\n")
    whole = typed.readline

    def readline() -> str:
        line = whole()
        if not line:
            raise KeyError("Alva")
        return line

    monkeypatch.setattr(typed, "readline", readline)
    monkeypatch.setattr(sys, "stdin", typed)
    assert cli.main(["play", STORY, "--text"]) == 1
    told = capsys.readouterr()
    assert told.err == ""
    assert "Traceback" not in told.out
    assert "KeyError" not in told.out
    lines = told.out.splitlines()
    last = lines[lines.index(FIRST) :]
    assert last[1].startswith("Säg till din lärare: fel ")
    code = last[2].removeprefix("Koden för att fortsätta: ")
    assert isinstance(bookshelf().read_code(code), StoryOpened)
    assert "Bris: 116 111" in last
