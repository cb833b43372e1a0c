"""The page keeps nothing, hides at once, goes on with a code, and runs from a memory stick as one file or a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from game.screens.hidden import task
from game.screens.intents import StoryOpened
from game.story.resume import encode
from tests.tools.web.browser.driven import begun
from tests.tools.web.browser.guarded import guarded
from tests.tools.web.graphs import STORY, bookshelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(120)]

FIRST_SCENE = """
    (pressed) => {
        const started = performance.now();
        return new Promise(resolve => {
            for (const id of pressed) { document.querySelector(`[data-id="${id}"]`).click(); }
            const ready = () => document.querySelector(".said .text")
                ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)))
                : setTimeout(ready, 1);
            ready();
        });
    }
"""


def test_in_one_file_it_plays_too_and_nothing_is_refused(browser: Browser, one_file: Path) -> None:
    with guarded(browser, one_file) as page:
        begun(page, "ar")
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        page.evaluate("drive.stretch(); drive.decide(0)")
        expect(page.locator("#stage .place")).to_have_js_property("complete", True)  # noqa: FBT003 - the property's value
        assert page.evaluate("document.querySelector('#stage .place').naturalWidth") > 0


def test_a_link_can_ask_for_a_language_and_a_story_and_the_address_does_not_keep_that(
    browser: Browser, folder: Path
) -> None:
    with guarded(browser, folder / "index.html", f"ar/{STORY}") as page:
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        expect(page.locator('[data-id="practise"]')).to_be_visible()
        assert page.url == (folder / "index.html").as_uri()


@pytest.mark.parametrize("wish", ["xx/nothing", "<b>", "../sv", "%00", "ar/"])
def test_a_link_that_asks_for_what_is_not_there_leads_to_the_title(
    browser: Browser, folder: Path, wish: str
) -> None:
    with guarded(browser, folder / "index.html", wish) as page:
        expect(page.locator('[data-id="play"]')).to_be_visible()
        expect(page.locator("html")).to_have_attribute("dir", "rtl" if wish == "ar/" else "ltr")


def test_pictures_and_letters_are_there_from_a_memory_stick(page: Page) -> None:
    begun(page)
    page.wait_for_function("[...document.images].every(image => image.complete && image.naturalWidth > 0)")
    assert page.evaluate("document.fonts.check('20px \"Atkinson Hyperlegible Next\"')")
    assert page.locator("#stage .figure").count() == 2


def test_shift_three_times_hides_everything_and_again_brings_it_back(page: Page) -> None:
    begun(page)
    line = page.locator(".said .text").text_content() or ""
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    expect(page.locator(".said .text")).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page.locator("h1")).to_have_text("Gångertabellen")
    assert page.title() == "Övningar"
    left = page.locator("body").inner_text()
    assert line not in left
    assert "Berätta" not in left
    page.keyboard.type(str(task(0)[0] * task(0)[1]))
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_have_text("Rätt!")
    expect(page.locator(".sum span")).to_have_text(" · ".join(map(str, task(1))) + " = ")
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    expect(page.locator(".verdict")).to_have_text("Försök igen.")
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page.locator(".said .text")).to_have_text(line)


def test_hiding_is_practised_first_and_the_heading_leads_back(page: Page) -> None:
    page.locator('[data-id="play"]').click()
    page.locator('[data-id^="story "]').click()
    page.locator('[data-id="practise"]').click()
    expect(page.locator("#page")).to_contain_text("så är du tillbaka")
    for _ in range(3):
        page.locator('[data-id="tables"]').click()
    expect(page.locator('[data-id="on"]')).to_contain_text("Börja")
    expect(page.locator("#page")).to_contain_text("Bra! Nu vet du hur man döljer.")


def test_leaving_wipes_and_no_arrow_leads_back(page: Page) -> None:
    begun(page)
    page.keyboard.press("f")
    page.locator('[data-id="leave"]').click()
    page.wait_for_url("about:blank")
    page.go_back()
    assert page.url == "about:blank"


def test_a_code_of_the_game_is_understood_and_the_page_gives_the_same(page: Page) -> None:
    opened = bookshelf().open_story(STORY)
    assert isinstance(opened, StoryOpened)
    moment = opened.machine.replay([1, 0])
    code = encode(opened.machine.story, moment.segment.entry)
    page.locator('[data-id="code"]').click()
    expect(page.locator("#code-field")).to_be_focused()
    page.keyboard.type(code.lower().replace("-", " "))
    page.keyboard.press("Enter")
    expect(page.locator(".said .text, .newest .text")).to_have_text(moment.segment.beats[0].line.text)
    page.keyboard.press("Escape")
    expect(page.locator("bdi.code")).to_have_text(code)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("å", "Det ser inte ut som en kod härifrån."),
        ("0000", "Något tecken har blivit fel."),
        ("AAAA-AAA2", "Något tecken har blivit fel."),
        ("2222-2222", "Koden hör till en annan version av berättelsen."),
    ],
)
def test_a_code_that_cannot_be_used_is_refused_as_in_the_game(page: Page, typed: str, said: str) -> None:
    page.locator('[data-id="code"]').click()
    page.locator("#code-field").fill(typed)
    page.keyboard.press("Enter")
    expect(page.locator(".answer")).to_contain_text(said)


def test_another_language_comes_in_the_middle_and_the_place_stays(page: Page) -> None:
    begun(page)
    page.evaluate("drive.press('on')")
    page.keyboard.press("Shift+F2")
    expect(page.locator("html")).not_to_have_attribute("lang", "sv")
    page.keyboard.press("F2")
    expect(page.locator(".said .text")).to_contain_text("Asså, Hawa.")


def test_without_scripts_a_calm_sentence_and_help_are_there(browser: Browser, folder: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "index.html").as_uri())
    assert "116 111" in (page.locator("noscript").text_content() or "")
    context.close()


def test_the_first_scene_on_a_slow_computer_is_measured(
    page: Page, record_property: Callable[[str, object], None]
) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    headlong = page.evaluate(FIRST_SCENE, ["play", f"story {STORY}", "on"])
    page.reload()
    for pressed in ("play", f"story {STORY}"):
        page.locator(f'[data-id="{pressed}"]').click()
    page.wait_for_function(f"Beratta.has('art', '{STORY}') && Beratta.has('texts', '{STORY}.sv')")
    begun_after_reading = page.evaluate(FIRST_SCENE, ["on"])
    record_property("first_scene_ms", headlong)
    record_property("first_scene_when_the_page_before_was_read_ms", begun_after_reading)
    print(
        f"four times slower: three presses in no time {headlong:.0f} ms, begun from the page before {begun_after_reading:.0f} ms"
    )
    assert page.locator(".said .text").count() == 1


def test_the_pictures_of_a_page_come_after_its_words_and_all_of_them_come(page: Page) -> None:
    page.locator('[data-id="play"]').click()
    drawn = (
        "Array.from(document.querySelectorAll('.vignette img, #stage img')).map(each => each.naturalWidth)"
    )
    page.wait_for_function(f"{drawn}.length > 1 && {drawn}.every(Boolean)")
    page.locator(f'[data-id="story {STORY}"]').click()
    page.wait_for_function(f"{drawn}.length > 1 && {drawn}.every(Boolean)")
