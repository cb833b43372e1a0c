"""What the page says after an ending, in the game's own words: the signs, when they came, the ways, the adults, and all that was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from game.screens.eyes import eyes_of
from game.screens.intents import StoryOpened
from game.screens.model import (
    CircleScreen,
    EyesScreen,
    LogScreen,
    RecapScreen,
    TimelineScreen,
    WaysScreen,
)
from game.screens.page import Buttons, Card, Cards, Heading, Speech, Text
from game.screens.time_line import TimeLine
from tests.tools.web.browser.driven import Expected, begun
from tests.tools.web.graphs import STORY, bookshelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page as Window

    from game.screens.model import App, Screen
    from game.screens.page import Block
    from game.story.engine import Spot

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(200)]

FORMS = ("", "control", "digital", "isolation")
"""What flags say, one after the other; every third line gets one."""
FLAGGING = """
    forms => {
        const answers = [];
        let line = 0;
        let flags = 0;
        for (;;) {
            while (!["choices", "telling", "ending"].includes(drive.kind())) {
                if (document.querySelector("[data-id=flag]") && line % 3 === 0) {
                    drive.press("flag");
                    drive.press(forms[flags % 4] ? "form " + forms[flags % 4] : "only");
                    flags += 1;
                }
                line += document.querySelector("[data-id=flag]") ? 1 : 0;
                drive.press("on");
            }
            if (drive.kind() === "ending") { return answers; }
            const last = drive.options().length - 1;
            answers.push(Math.min(last, answers.length % 2));
            drive.decide(answers[answers.length - 1]);
        }
    }
"""
CARDS = """
    () => [...document.querySelectorAll("#page h1:not(.unseen), #page .body > .lead, #page h2, #page .card, #page .body > .small")].map(each => {
        const copy = each.cloneNode(true);
        copy.querySelectorAll("kbd, .unseen").forEach(mark => mark.remove());
        const word = name => (copy.querySelector(name) || { textContent: "" }).textContent.trim();
        return each.matches(".card") ? [word(".title"), word(".text"), word(".small"), word(".tag")] : [copy.textContent.trim()];
    })
"""


@pytest.fixture
def expected() -> Expected:
    opened = bookshelf().open_story(STORY)
    assert isinstance(opened, StoryOpened)
    return Expected(opened.machine, "sv")


def flagged(expected: Expected, answers: list[int]) -> App:
    """The game at the same ending, with the same flags."""
    flags: dict[Spot, str] = {}
    line = put = 0
    for count in range(len(answers) + 1):
        play = expected.app(answers[:count]).play
        assert play
        for beat in play.moment.segment.beats:
            if beat.line.kind.value == "feel":
                continue
            if line % 3 == 0:
                flags[beat.spot] = FORMS[put % 4]
                put += 1
            line += 1
    last = expected.app(answers).play
    assert last
    return expected.app(answers, len(last.moment.segment.beats), flags)


def rows(blocks: tuple[Block, ...]) -> Iterator[list[str]]:
    """What stands on a page of the game, as `CARDS` reads it."""
    for block in blocks:
        match block:
            case Heading(text) | Text(text):
                yield [text]
            case Card():
                yield [block.title, block.text, block.small, block.tag]
            case Cards(cards):
                yield from rows(cards)
            case TimeLine(points):
                chapter = ""
                for point in points:
                    if point.chapter != chapter:
                        yield [point.chapter]
                    chapter = point.chapter
                    yield [point.text, point.label, "", ""]
            case Buttons():
                continue
            case _:
                raise AssertionError(block)


def test_after_an_ending_the_page_says_what_the_game_says(page: Window, expected: Expected) -> None:
    begun(page)
    app = flagged(expected, page.evaluate(FLAGGING, FORMS))

    def same(screen: Screen) -> None:
        assert page.evaluate(CARDS) == list(rows(expected.shown(app, screen).body))

    page.keyboard.press("Space")
    same(RecapScreen())
    page.keyboard.press("Space")
    same(TimelineScreen())
    page.keyboard.press("Space")
    assert app.play
    for index, eyes in enumerate(eyes_of(app.play)):
        for line in range(len(eyes.lines)):
            (speech,) = expected.shown(app, EyesScreen(index, line)).body
            assert isinstance(speech, Speech)
            assert page.evaluate("drive.read()")[1:3] == [speech.speaker, speech.text]
            page.keyboard.press("Space")
    same(WaysScreen())
    while page.locator('[data-id="close"]').count():
        page.locator('[data-id="close"]').click()
    page.keyboard.press("Escape")
    page.locator('[data-id="adults"]').click()
    same(CircleScreen())
    page.keyboard.press("Escape")
    page.locator('[data-id="said"]').click()
    same(LogScreen())


def test_a_flag_can_say_what_it_is_and_be_taken_away(page: Window) -> None:
    begun(page)
    page.keyboard.press("f")
    expect(page.locator("h1")).to_have_text("Vad är det som känns fel?")
    page.keyboard.press("1")
    expect(page.locator('[data-id="flag"]')).to_have_text("Flaggad: KontrollF")
    expect(page.locator('[data-id="flag"]')).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("f")
    page.keyboard.press("Backspace")
    expect(page.locator('[data-id="flag"]')).to_have_attribute("aria-pressed", "false")


def test_a_way_back_leads_to_the_choice_and_flags_stay(page: Window) -> None:
    begun(page)
    page.keyboard.press("f")
    page.keyboard.press("Space")
    page.evaluate("drive.stretch(); drive.decide(1); drive.rewind(0)")
    assert page.evaluate("drive.kind()") == "choices"
    page.keyboard.press("PageUp")
    expect(page.locator(".card.flagged")).to_have_count(1)


def test_a_scene_can_be_skipped_and_what_was_skipped_is_not_brought_up(page: Window) -> None:
    begun(page)
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    page.keyboard.press("2")
    expect(page.locator(".said .text")).to_have_text("Du hoppade över resten av scenen. Det går bra.")
    page.keyboard.press("Space")
    assert page.evaluate("drive.kind()") == "choices"
    page.keyboard.press("PageUp")
    expect(page.locator("#page .card")).to_have_count(1)
