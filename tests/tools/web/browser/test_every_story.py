"""Each shipped story, played on the page to every ending it has, beside the game."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from game.format.load import list_stories
from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.screens.intents import StoryOpened
from game.tools.web.building import edition
from game.tools.web.writing import write_folder
from tests.tools.web.browser.driven import Expected, begun, routes_to_endings, seen
from tests.tools.web.browser.guarded import guarded
from tests.tools.web.graphs import STORY, bookshelf

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(400)]

OTHERS = tuple(each for each in list_stories(SCENARIOS) if each != STORY)
"""The stories that the other tests of the page do not play."""


@pytest.mark.parametrize("story", OTHERS)
def test_a_story_is_the_games_to_every_ending_in_swedish_and_in_another_language(
    browser: Browser, tmp_path: Path, story: str
) -> None:
    opened = bookshelf().open_story(story)
    assert isinstance(opened, StoryOpened)
    out = tmp_path / "edition"
    write_folder(edition(bookshelf(), [story]).files, out)
    call = (out / "data" / f"story.{story}.js").read_text(encoding="utf-8")
    graph = json.loads(call[call.index(",{") + 1 : call.rindex(")")])
    other = "ar" if open_catalog(LOCALE, "ar").complete(story) else "en"
    for language in ("sv", other):
        expected = Expected(opened.machine, language)
        with guarded(browser, out / "index.html") as page:
            begun(page, language)
            for route in routes_to_endings(graph):
                for each in page.evaluate("path => drive.route(path)", route):
                    assert seen(each["seen"]) == expected.stretch(each["path"])
                    assert each["options"] == expected.options(each["path"])
                assert page.evaluate("drive.kind()") == "ending"
                page.evaluate("drive.rewind(0); drive.press('pause'); drive.press('again')")
                page.wait_for_function("drive.kind() === 'line'")
