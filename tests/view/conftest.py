"""Somebody at a window, where nothing moves or where everything does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.settings import Settings
from game.view.shell import Shell
from tests.view.at_the_window import SMALL, STILL, FakeSpeaker, FakeTime
from tests.view.player import Player

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> FakeTime:
    fake = FakeTime()
    monkeypatch.setattr(Shell, "now", staticmethod(fake))
    monkeypatch.setattr(pygame.time, "Clock", lambda: fake)
    return fake


@pytest.fixture
def speaker(monkeypatch: pytest.MonkeyPatch) -> FakeSpeaker:
    fake = FakeSpeaker()
    monkeypatch.setattr("game.view.audible.Speaker", lambda: fake)
    return fake


@pytest.fixture
def player(speaker: FakeSpeaker) -> Iterator[Player]:
    """At the title, with nothing that moves."""
    made = Player(SMALL, STILL)
    yield made
    made.close()


@pytest.fixture
def moving(time: FakeTime, speaker: FakeSpeaker) -> Iterator[Player]:
    """At the title, with all that moves, in a time that stands still."""
    made = Player(SMALL, Settings())
    yield made
    made.close()
