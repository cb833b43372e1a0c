"""A hub serves every story that can be worked out, and does without one that cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.resources import LOCALE, SCENARIOS
from game.tools.bookshelf import Bookshelf
from game.tools.web import stories
from game.tools.web.on_demand import playable
from tests.tools.web.graphs import STORY, bookshelf

if TYPE_CHECKING:
    import pytest


def test_the_shipped_stories_are_there() -> None:
    files = playable(bookshelf())

    assert "index.html" in files
    assert f"data/story.{STORY}.js" in files


def test_a_story_that_is_too_large_is_left_out_and_the_page_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stories, "MOST", 100)
    files = playable(Bookshelf(SCENARIOS, LOCALE))

    assert "index.html" in files
    assert f"data/story.{STORY}.js" not in files
