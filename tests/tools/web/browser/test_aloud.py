"""Reading aloud: off until it is asked for, in the language that is shown, and silent at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tools.web.browser.driven import begun

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(60)]

VOICE = """
    window.heard = [];
    speechSynthesis.speak = said => heard.push([said.text, said.lang]);
    speechSynthesis.cancel = () => { heard = []; };
    speechSynthesis.getVoices = () => [];
"""


@pytest.fixture
def story(page: Page) -> Page:
    """At the first line, with a voice that only notes what it is given."""
    page.evaluate(VOICE)
    return begun(page)


def test_nothing_is_read_until_it_is_asked_for(story: Page) -> None:
    story.keyboard.press("r")
    assert story.evaluate("heard") == []
    assert story.locator('[data-id="hear"]').count() == 0


def test_r_reads_the_line_and_any_key_ends_it(story: Page) -> None:
    story.keyboard.press("F3")
    story.locator('[data-id="aloud asked"]').click()
    story.keyboard.press("Escape")
    assert story.evaluate("heard") == []
    story.keyboard.press("r")
    ((text, language),) = story.evaluate("heard")
    assert text.startswith("Måndag, tio i åtta.")
    assert language == "sv"
    story.keyboard.press("Shift")
    assert story.evaluate("heard") == []


def test_everything_is_read_as_it_comes_until_it_is_hidden(story: Page) -> None:
    story.keyboard.press("F3")
    story.locator('[data-id="aloud all"]').click()
    story.keyboard.press("Escape")
    story.keyboard.press("ArrowRight")
    assert story.evaluate("heard.map(each => each[0])") == [
        "Alva: Asså, Hawa. Han har redan skrivit tre gånger. Jag har inte ens borstat tänderna."
    ]
    for _ in range(3):
        story.keyboard.press("Shift")
    assert story.evaluate("heard") == []


def test_a_telephone_number_is_said_as_it_is_dialled(story: Page) -> None:
    said = "Bris: 116 111. Är det bråttom: 112. Koden är AK32-R, klockan 12."
    assert story.evaluate("said => Beratta.spoken(said)", said) == (
        "Bris: 1 1 6, 1 1 1. Är det bråttom: 1 1 2. Koden är A K 3 2, R, klockan 12."
    )
