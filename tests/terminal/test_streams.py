from __future__ import annotations

import io
import os
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.intents import PickStory
from game.screens.model import App
from game.terminal import Terminal
from tests.terminal.driving import BEGIN, LIBRARY, STORY, SmallShelf, small

if TYPE_CHECKING:
    from typing import TextIO

    from game.terminal.session import Lines

FULL = (BEGIN, "", "f", "1", *[""] * 4, "1", "", "", "1", "1", "", "", "", "", "", "h", "", "d")


def played(typed: Lines, out: TextIO) -> Terminal:
    terminal = Terminal(App(LIBRARY), SmallShelf(), typed, out)
    terminal.send(PickStory("small"))
    terminal.run()
    return terminal


@pytest.mark.parametrize("lines", range(len(FULL)))
def test_the_end_of_the_input_is_a_calm_goodbye_anywhere(lines: int) -> None:
    assert small(*FULL[:lines]).endswith("\n\nHej då.\n")


def test_a_last_line_without_an_end_is_still_read() -> None:
    out = io.StringIO()
    played(io.StringIO(f"{BEGIN}\nh"), out)
    assert "116 111" in out.getvalue()


class Interrupted:
    """Somebody presses Ctrl-C."""

    def readline(self) -> str:
        raise KeyboardInterrupt


class HungUp:
    """The terminal goes away."""

    def readline(self) -> str:
        raise OSError


@pytest.mark.parametrize("typed", [Interrupted(), HungUp()])
def test_an_interrupt_and_a_lost_terminal_leave_calmly(typed: Lines) -> None:
    out = io.StringIO()
    played(typed, out)
    assert out.getvalue().endswith("\n\nHej då.\n")


def test_a_reader_who_closes_the_pipe_ends_the_play_and_python_can_still_flush() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as out:
        terminal = played(io.StringIO("1\n"), out)
        out.flush()
    assert terminal.app.play is None


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp850", "utf-8"])
def test_a_terminal_that_lacks_letters_shows_the_others(encoding: str) -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding=encoding, write_through=True)
    played(io.StringIO("".join(f"{line}\n" for line in FULL)), out)
    assert "Multiplikation" in raw.getvalue().decode(encoding)


def test_input_that_is_no_text_is_answered_like_any_other() -> None:
    out = io.StringIO()
    played(io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x80\n1\n"), encoding="utf-8"), out)
    assert "Det är rast." in out.getvalue()


@pytest.mark.parametrize("columns", [1, 20, 40, 78, 300])
def test_lines_are_as_wide_as_the_terminal_and_at_most_78(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    said = small(*FULL[:-1])
    longest = max(len(line) for line in said.splitlines())
    assert longest <= max(10, min(78, columns))


def test_a_story_cannot_steer_the_terminal() -> None:
    first = STORY.scenes["rast"]
    hostile = replace(first, lines=(replace(first.lines[0], text="Det\x1b[2J är\x9b rast\x07."),))
    out = io.StringIO()
    shelf = SmallShelf(replace(STORY, scenes=STORY.scenes | {"rast": hostile}))
    terminal = Terminal(App(LIBRARY), shelf, io.StringIO(f"{BEGIN}\n"), out)
    terminal.send(PickStory("small"))
    terminal.run()
    assert "Det [2J är  rast ." in out.getvalue()


def test_a_story_that_cannot_be_opened_is_told_and_another_can_be_chosen() -> None:
    out = io.StringIO()
    terminal = Terminal(App(LIBRARY), SmallShelf(None), io.StringIO("1\nt\n"), out)
    terminal.send(PickStory("small"))
    terminal.run()
    assert "Det gick inte. Berättelsen går inte att öppna just nu." in out.getvalue()


typed_lines = st.lists(
    st.one_of(
        st.sampled_from(["", "", "", "1", "2", "3", *"dqhpftlis?", "ddd", "35", "hjälp"]),
        st.text(max_size=8),
    ),
    max_size=60,
)


@given(typed_lines)
def test_whatever_is_typed_there_is_an_answer_and_a_goodbye(lines: list[str]) -> None:
    assert small(BEGIN, *lines).endswith("Hej då.\n")
