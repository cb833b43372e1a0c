"""A pupil in a lesson with the engine of Safari: an iPad that joins, votes, is hidden and hears that the lesson is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.screens.lesson.wire import End, Next, Open
from tests.lesson.browser.classroom import vote
from tests.webkit import STANDING, one, press, tablet, until

if TYPE_CHECKING:
    from selenium.webdriver.remote.webdriver import WebDriver

    from tests.lesson.browser.classroom import Stage

__all__ = ["tablet"]

pytestmark = [pytest.mark.xdist_group("webkit"), pytest.mark.timeout(200)]

PRESSED = """
    return [...document.querySelectorAll("button.choice")].flatMap(
        (each, at) => each.getAttribute("aria-pressed") === "true" ? [at] : []);
"""
IS_OPEN = "return document.querySelector('#now .scene').dataset.place.startsWith('open')"


def heading(browser: WebDriver) -> str:
    return str(browser.execute_script("return document.querySelector('#now h1').textContent"))


def shows(browser: WebDriver, words: str) -> None:
    until(browser, lambda: heading(browser) == words, f"it never says {words}")


def test_a_tablet_joins_votes_changes_its_vote_and_hears_that_the_lesson_is_over(
    tablet: WebDriver, stage: Stage
) -> None:
    stage.begin()
    tablet.set_window_size(*STANDING)
    tablet.get(stage.address)
    one(tablet, "input[name=code]").send_keys(stage.code.lower())
    press(tablet, "form button")
    shows(tablet, "Du är med")

    stage.tell(Next(vote()), Open(vote()))
    shows(tablet, "Vad gör du? v1 [sv]")
    until(tablet, lambda: bool(tablet.execute_script(IS_OPEN)), "it cannot be answered")
    press(tablet, "button.choice")
    until(tablet, lambda: stage.state()["answered"] == 1, "the vote never came")
    press(tablet, "li:nth-child(3) button.choice")
    until(tablet, lambda: _pressed(tablet) == [2], "the other answer is not shown")
    tablet.refresh()
    until(tablet, lambda: _pressed(tablet) == [2], "the answer is not remembered")
    assert stage.state()["answered"] == 1

    stage.tell(End())
    shows(tablet, "Lektionen är slut. Allt är raderat.")


def _pressed(browser: WebDriver) -> list[int]:
    """Asked in one go: the page may be put in anew between two questions."""
    found: list[int] = browser.execute_script(PRESSED)
    return found
