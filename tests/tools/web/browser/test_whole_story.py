"""The story on the page is the story in the game: every moment of it, and every answer, pressed by the page's own buttons."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from game.screens.intents import StoryOpened
from tests.tools.web.browser.driven import Expected, begun, routes_to_endings, seen
from tests.tools.web.graphs import STORY, bookshelf

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

    from game.story.engine import Machine
    from game.tools.web.edition import Story

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(400)]


@pytest.fixture(scope="module")
def machine() -> Machine:
    opened = bookshelf().open_story(STORY)
    assert isinstance(opened, StoryOpened)
    return opened.machine


@pytest.fixture(scope="module")
def graph(folder: Path) -> Story:
    call = (folder / "data" / f"story.{STORY}.js").read_text(encoding="utf-8")
    found: Story = json.loads(call[call.index(",{") + 1 : call.rindex(")")])
    return found


def test_every_moment_and_every_answer_of_the_story_is_the_games(
    page: Page, machine: Machine, graph: Story
) -> None:
    expected = Expected(machine, "sv")
    played = begun(page).evaluate("drive.everything()")
    assert played["nodes"] == len(graph["nodes"])
    assert len(played["found"]) == 1 + sum(len(node) - 2 for node in graph["nodes"])
    for each in played["found"]:
        shown = expected.stretch(each["path"])
        if each["options"] is None:
            assert seen(each["seen"]) == shown[:1]
        else:
            assert seen(each["seen"]) == shown
            assert each["options"] == expected.options(each["path"])


@pytest.mark.parametrize("language", ["ar", "sv-lattlast"])
def test_it_is_the_games_in_other_languages_to_every_ending(
    page: Page, machine: Machine, graph: Story, language: str
) -> None:
    expected = Expected(machine, language.replace("-", "@"))
    begun(page, language)
    for route in routes_to_endings(graph):
        for each in page.evaluate("path => drive.route(path)", route):
            assert seen(each["seen"]) == expected.stretch(each["path"])
            assert each["options"] == expected.options(each["path"])
        assert page.evaluate("drive.kind()") == "ending"
        page.evaluate("drive.rewind(0); drive.press('pause'); drive.press('again')")
        page.wait_for_function("drive.kind() === 'line'")
