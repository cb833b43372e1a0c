"""When no page can be shown, a few lines can, until the player has done with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.crash import Crash, told
from game.view.last_resort import can_draw, message, show_lines
from game.view.window import open_window
from tests.view.every_screen import shelf

if TYPE_CHECKING:
    from collections.abc import Iterator

LINES = ("Programmet stannade till.", "Koden för att fortsätta: ABCD-EFGH", "Bris: 116 111")


@pytest.fixture
def window() -> Iterator[pygame.Window]:
    pygame.display.init()
    pygame.event.clear()
    made = open_window("Övningar", (640, 400))
    yield made
    made.destroy()
    pygame.event.clear()


def during(monkeypatch: pytest.MonkeyPatch, *events: pygame.Event) -> list[int]:
    """Posts an event at each rest; fails when it would wait without end."""
    left = [*events]
    rests: list[int] = []

    def wait(milliseconds: int) -> int:
        rests.append(milliseconds)
        assert left, "it still waits"
        pygame.event.post(left.pop(0))
        return milliseconds

    monkeypatch.setattr(pygame.time, "wait", wait)
    return rests


def key(which: int) -> pygame.Event:
    return pygame.Event(pygame.KEYDOWN, key=which, unicode="", mod=0, scancode=0)


QUIT = pygame.Event(pygame.QUIT)


def rows(surface: pygame.Surface) -> int:
    """Rows of pixels with something on them."""
    paper = surface.get_at((0, 0))
    return sum(
        any(surface.get_at((x, y)) != paper for x in range(0, surface.width, 2))
        for y in range(surface.height)
    )


def test_every_line_is_drawn_within_the_window(
    window: pygame.Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    during(monkeypatch, QUIT)
    show_lines(window, LINES)
    three = rows(window.get_surface())
    during(monkeypatch, QUIT)
    show_lines(window, (*LINES, "ord " * 40))
    surface = window.get_surface()
    assert rows(surface) > three > 20
    right = [surface.get_at((surface.width - 1, y)) for y in range(surface.height)]
    assert set(map(tuple, right)) == {tuple(surface.get_at((0, 0)))}


@pytest.mark.parametrize("which", [pygame.K_ESCAPE, pygame.K_LSHIFT, pygame.K_RSHIFT])
def test_escape_and_shift_end_it(window: pygame.Window, monkeypatch: pytest.MonkeyPatch, which: int) -> None:
    rests = during(monkeypatch, key(pygame.K_SPACE), key(pygame.K_RETURN), key(which))
    show_lines(window, LINES)
    assert len(rests) == 3


@pytest.mark.parametrize("kind", [pygame.QUIT, pygame.WINDOWCLOSE])
def test_closing_the_window_ends_it(
    window: pygame.Window, monkeypatch: pytest.MonkeyPatch, kind: int
) -> None:
    during(monkeypatch, pygame.Event(kind))
    show_lines(window, LINES)


def test_it_is_drawn_again_when_it_was_covered(
    window: pygame.Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    left = [pygame.Event(pygame.WINDOWEXPOSED), QUIT]

    def wait(milliseconds: int) -> int:
        seen.append(rows(window.get_surface()))
        window.get_surface().fill((0, 0, 0))
        pygame.event.post(left.pop(0))
        return milliseconds

    monkeypatch.setattr(pygame.time, "wait", wait)
    show_lines(window, LINES)
    assert seen[0] == seen[1] > 20


def test_letters_that_are_not_in_pygames_own_font_are_known() -> None:
    crash = Crash("K74QMZ", "1.2.3", "ABCD-EFGH")
    assert can_draw(told(crash, (), shelf().words("sv")))
    assert can_draw(("Åäö – ”så” … ığş",))
    assert not can_draw(("Bra", "توقف البرنامج"))
    assert not can_draw(("ትግርኛ",))


def test_where_the_system_has_no_box_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    assert not message("Övningar", LINES)  # the driver of the tests has none
    boxes: list[tuple[str, str]] = []
    monkeypatch.setattr(pygame.display, "message_box", lambda title, text, kind: boxes.append((title, text)))
    assert message("Övningar", LINES)
    assert boxes == [("Övningar", "\n".join(LINES))]
