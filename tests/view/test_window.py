"""Where windows are put, where a program may say so."""

from __future__ import annotations

import pygame
import pytest

from game.view import window as window_module
from game.view.window import displays, middle_of, open_window


def test_where_windows_cannot_be_put_there_is_one_display(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.display.init()
    monkeypatch.setattr(pygame.display, "get_num_displays", lambda: 3)
    assert pygame.display.get_driver() == "dummy"
    assert displays() == 1


@pytest.mark.parametrize(("there", "told"), [(1, 1), (2, 2), (3, 3), (0, 1)])
def test_where_they_can_the_displays_are_counted(
    monkeypatch: pytest.MonkeyPatch, there: int, told: int
) -> None:
    pygame.display.init()
    monkeypatch.setattr(pygame.display, "get_driver", lambda: "windows")
    monkeypatch.setattr(pygame.display, "get_num_displays", lambda: there)
    assert displays() == told


def test_before_there_is_a_screen_there_is_one_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pygame.display, "get_init", lambda: False)
    assert window_module.displays() == 1


def test_a_window_stands_in_the_middle_of_its_display() -> None:
    width, height = pygame.display.get_desktop_sizes()[0]
    window = open_window("Övningar", (640, 400), middle_of(0))
    assert window.position == ((width - 640) // 2, (height - 400) // 2)
    window.destroy()
    pygame.event.clear()
