"""The page in the engine of Safari: read to every ending of a story, on a tablet that lies and on one that stands."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from game.screens.intents import StoryOpened
from tests.tools.web.browser.driven import DRIVER, Expected, routes_to_endings, seen
from tests.tools.web.graphs import STORY, bookshelf
from tests.webkit import LYING, STANDING, one, press, tablet, until

if TYPE_CHECKING:
    from pathlib import Path

    from selenium.webdriver.remote.webdriver import WebDriver

__all__ = ["tablet"]

pytestmark = [pytest.mark.xdist_group("webkit"), pytest.mark.timeout(400)]


@pytest.mark.parametrize(("language", "size"), [("sv", LYING), ("ar", STANDING)])
def test_a_story_is_the_games_to_every_ending(
    tablet: WebDriver, folder: Path, language: str, size: tuple[int, int]
) -> None:
    opened = bookshelf().open_story(STORY)
    assert isinstance(opened, StoryOpened)
    expected = Expected(opened.machine, language)
    call = (folder / "data" / f"story.{STORY}.js").read_text(encoding="utf-8")
    graph = json.loads(call[call.index(",{") + 1 : call.rindex(")")])
    tablet.set_window_size(*size)
    tablet.get((folder / "index.html").as_uri())
    for pressed in (f"language {language}", "play", f"story {STORY}", "on"):
        press(tablet, f'[data-id="{pressed}"]')
    one(tablet, ".said .text")
    tablet.execute_script(DRIVER)

    for route in routes_to_endings(graph):
        for each in tablet.execute_script("return drive.route(arguments[0])", route):
            assert seen(each["seen"]) == expected.stretch(each["path"])
            assert each["options"] == expected.options(each["path"])
        assert tablet.execute_script("return drive.kind()") == "ending"
        tablet.execute_script("drive.rewind(0); drive.press('pause'); drive.press('again')")
        until(tablet, lambda: tablet.execute_script("return drive.kind() === 'line'"), "it does not begin")


@pytest.mark.parametrize("size", [LYING, STANDING])
def test_no_page_on_the_way_is_wider_than_a_tablet_and_a_press_leads_on(
    tablet: WebDriver, folder: Path, size: tuple[int, int]
) -> None:
    tablet.set_window_size(*size)
    tablet.get((folder / "index.html").as_uri())
    wide, kinds = [], set()
    for pressed in ("play", f"story {STORY}", "on"):
        wide.append(_too_wide(tablet))
        press(tablet, f'[data-id="{pressed}"]')
    one(tablet, ".said .text")
    for _ in range(40):
        kinds.add(_kind(tablet))
        wide.append(_too_wide(tablet))
        if "page-choices" in kinds:
            break
        press(tablet, '[data-id="on"]')

    assert {"page-line", "page-phone", "page-choices"} <= kinds
    assert [each for each in wide if each] == []


def test_dolj_is_there_at_once_and_back_again(tablet: WebDriver, folder: Path) -> None:
    tablet.get((folder / "index.html").as_uri())
    press(tablet, '[data-id="hide"]')
    assert _kind(tablet) == "page-hidden"
    assert tablet.title == "Övningar"


def _kind(browser: WebDriver) -> str:
    return str(
        browser.execute_script("return document.querySelector('#page').className.replace('page ', '')")
    )


def _too_wide(browser: WebDriver) -> str:
    wide = browser.execute_script("return document.documentElement.scrollWidth > innerWidth")
    return _kind(browser) if wide else ""
