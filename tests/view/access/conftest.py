"""Somebody at a window to which readers can come."""

from __future__ import annotations

import pytest

from game.view import shell
from game.view.access import reader
from tests.view.access.platform import Platform


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch) -> Platform:
    """Where the windows of this test are, though nobody can see them."""
    monkeypatch.setattr(reader, "INVISIBLE", frozenset())
    monkeypatch.setattr(reader, "IN_THE_WINDOW", frozenset())
    made = Platform()
    monkeypatch.setattr(shell, "Access", lambda window: reader.Access(window, made.connect))
    return made
