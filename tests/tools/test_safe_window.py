"""Whatever happens in it, the window does not vanish with its play; and no log gets what is for the player."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.intents import Hide
from game.tools import safe_window
from game.tools.command import Status
from game.tools.safe_window import played_safely, say_
from game.view.window import open_window
from tests.view.every_screen import after, screens, shelf

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.screens.model import App
    from game.view.safely import Safety

FIRST = "Programmet stannade till. Det är inget du har gjort."


class Stream(io.StringIO):
    """A stream that is a terminal, or none."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


@pytest.fixture
def window() -> Iterator[pygame.Window]:
    pygame.display.init()
    yield open_window("Övningar", (640, 400))
    pygame.event.clear()


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """What is drawn in the window; a test may let that fail."""
    seen: list[Sequence[str]] = []
    monkeypatch.setattr(safe_window, "show_lines", lambda _, lines: seen.append(lines))
    return seen


def stopped(app: App, window: pygame.Window, say: Stream | None) -> Status:
    def play(safety: Safety) -> None:
        safety.shown(app, 1.0)
        raise KeyError("Alva")

    return played_safely(app, shelf(), window, say, play)


def test_a_play_that_is_left_ends_well(window: pygame.Window) -> None:
    say = Stream(terminal=True)
    assert played_safely(screens()["title"], shelf(), window, say, lambda _: None) is Status.CLEAN
    assert say.getvalue() == ""


def test_when_no_page_can_be_shown_the_lines_stand_in_the_window(
    window: pygame.Window, drawn: list[Sequence[str]]
) -> None:
    say = Stream(terminal=True)
    assert stopped(screens()["dialogue"], window, say) is Status.PROBLEMS
    (lines,) = drawn
    assert lines[0] == FIRST
    assert any(line.startswith("Koden för att fortsätta: ") for line in lines)
    assert {"När det är fara: 112", "Bris: 116 111"} <= set(lines)
    assert lines[-1] == "Tryck på Esc för att stänga."
    assert not any("Alva" in line for line in lines)
    assert say.getvalue() == ""


def test_what_was_hidden_is_not_given_away_by_them(window: pygame.Window, drawn: list[Sequence[str]]) -> None:
    stopped(after(screens()["dialogue"], Hide()), window, None)
    assert drawn == [(FIRST,)]


def test_letters_that_cannot_be_drawn_so_simply_are_swedish(
    window: pygame.Window, drawn: list[Sequence[str]]
) -> None:
    app = screens()["dialogue"]
    stopped(replace(app, settings=replace(app.settings, language="ar")), window, None)
    assert len(drawn) == 1
    assert all(sign < "\u0600" for line in drawn[0] for sign in line)


def fails(*rest: object) -> None:
    raise pygame.error(str(rest))


def test_where_nothing_can_be_drawn_there_is_a_box(
    window: pygame.Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes: list[Sequence[str]] = []

    def box(title: str, lines: Sequence[str]) -> bool:
        assert title == "Övningar"
        boxes.append(lines)
        return True

    monkeypatch.setattr(safe_window, "show_lines", fails)
    monkeypatch.setattr(safe_window, "message", box)
    say = Stream(terminal=True)
    assert stopped(screens()["dialogue"], window, say) is Status.PROBLEMS
    assert boxes[0][0] == FIRST
    assert say.getvalue() == ""


@pytest.mark.parametrize("terminal", [True, False])
def test_and_where_there_is_none_the_terminal_is_told(
    window: pygame.Window,
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(safe_window, "show_lines", fails)
    say = Stream(terminal=terminal)
    assert stopped(screens()["dialogue"], window, say) is Status.PROBLEMS
    lines = say.getvalue().splitlines()
    assert lines[0] == FIRST
    assert (len(lines) > 3) is terminal


def test_a_program_without_a_console_says_nothing_and_does_not_fail(
    capfd: pytest.CaptureFixture[str],
) -> None:
    say_(None, ("Hej",))
    closed = Stream(terminal=True)
    closed.close()
    say_(closed, ("Hej",))
    assert capfd.readouterr() == ("", "")
