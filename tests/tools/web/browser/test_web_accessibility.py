"""Every kind of page by the rules of axe, in a language read from either side and in all colours; and by keyboard alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from game.tools.web.building import edition
from game.tools.web.writing import write_folder
from tests.tools.web.browser.driven import begun
from tests.tools.web.browser.guarded import guarded
from tests.tools.web.graphs import STORY, bookshelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(400)]

TOO_WIDE = "document.documentElement.scrollWidth > innerWidth ? ['wider than its window'] : []"
TOO_SMALL = """
    [...document.querySelectorAll("button, input")]
        .filter(each => each.getClientRects().length)
        .filter(each => Math.min(each.offsetWidth, each.offsetHeight) < 44)
        .concat([...document.querySelectorAll("body *:not(.cap)")]
            .filter(each => each.getClientRects().length && each.textContent.trim())
            .filter(each => parseFloat(getComputedStyle(each).fontSize) < 18))
        .map(each => `too small: ${each.outerHTML.slice(0, 80)}`)
"""
ON = """
    kind => {
        for (let step = 0; drive.kind() !== kind && step < 400; step += 1) {
            ["choices", "telling"].includes(drive.kind()) ? drive.decide(0) : drive.press("on");
        }
    }
"""
AGAIN = "colours => { Beratta.app.settings.theme = colours; Beratta.render(); }"


def broken(page: Page, *rules: str) -> list[str]:
    """Which rules of axe are broken, and where: of these, or of all."""
    chosen: dict[str, object] = {"runOnly": list(rules)} if rules else {}
    found: dict[str, Any] = page.evaluate(
        "chosen => axe.run(document, chosen)", {**chosen, "resultTypes": ["violations"], "preload": False}
    )
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def looked_at(page: Page, name: str) -> None:
    """Nothing breaks a rule of axe in any colours, is too wide or too small."""
    # Colours are measured where the page is on one ground: a picture behind words has its shade.
    assert (name, broken(page)) == (name, [])
    assert (name, page.evaluate(TOO_WIDE), page.evaluate(TOO_SMALL)) == (name, [], [])
    for colours in ("dark", "contrast", "warm"):
        page.evaluate(AGAIN, colours)
        assert (name, colours, broken(page, "color-contrast")) == (name, colours, [])


def walk(page: Page, look: Callable[[str], None]) -> None:
    """Past every kind of page once, from a story's first line."""

    def over(name: str, *keys: str) -> None:
        for key in keys[:-1]:
            page.keyboard.press(key)
        look(name)
        page.keyboard.press(keys[-1])

    look("line")
    over("flag", "f", "Escape")
    over("help", "F1", "Escape")
    over("settings", "F3", "Escape")
    over("log", "PageUp", "Escape")
    over("pause", "Escape", "Escape")
    over("feel", "Escape", "1", "Escape")
    over("breathe", "Escape", "1", "1", "Escape")
    page.keyboard.press("Escape")
    over("circle", "Escape", "4", "Escape")
    page.keyboard.press("Escape")
    page.evaluate(ON, "phone")
    page.locator('[data-id="flag"]').click()
    page.keyboard.press("1")
    look("phone")
    page.evaluate(ON, "choices")
    look("choices")
    page.evaluate(ON, "telling")
    look("telling")
    over("words", "o", "Escape")
    page.keyboard.press("1")
    look("beginnings")
    page.evaluate(ON, "ending")
    look("ending")
    for name in ("recap", "timeline", "eyes"):
        page.keyboard.press("Space")
        look(name)
    page.keyboard.press("Escape")
    look("ways")
    page.evaluate("Beratta.hide()")
    look("hidden")


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_no_kind_of_page_breaks_a_rule_in_any_colours_or_leaves_a_narrow_window(
    browser: Browser, folder: Path, axe: str, language: str
) -> None:
    with guarded(browser, folder / "index.html", viewport={"width": 320, "height": 640}) as page:
        page.evaluate(axe)

        def look(name: str) -> None:
            looked_at(page, name)

        look("title")
        page.locator('[data-id="code"]').click()
        look("code")
        page.keyboard.press("Escape")
        page.locator('[data-id="play"]').click()
        look("stories")
        page.locator('[data-id^="story "]').click()
        look("before")
        page.keyboard.press("Escape")
        page.keyboard.press("Escape")
        walk(begun(page, language), look)


def test_the_picker_breaks_no_rule_whatever_is_sought_and_goes_by_keys(
    browser: Browser, tmp_path: Path, axe: str
) -> None:
    write_folder(edition(bookshelf(), ["basta-vanner", "resan", STORY]).files, tmp_path)
    with guarded(browser, tmp_path / "index.html", viewport={"width": 320, "height": 640}) as page:
        page.evaluate(axe)
        page.locator('[data-id="play"]').click()
        chips = page.locator('[data-id^="seek "]')
        stories = page.locator('[data-id^="story "]')
        looked_at(page, "all stories")
        assert (chips.count() > 1, stories.count()) == (True, 3)
        seen = set()
        for number in range(chips.count()):
            page.keyboard.press("Escape")
            page.locator('[data-id="play"]').click()
            chips.nth(number).focus()
            page.keyboard.press("Enter")
            looked_at(page, f"sought by {number}")
            seen.add(stories.count())
        assert min(seen) < 3


@pytest.mark.parametrize(("width", "height", "size"), [(1366, 768, 200), (683, 384, 100), (1920, 1080, 100)])
def test_no_page_is_wider_than_its_window_however_large_the_text(
    browser: Browser, folder: Path, width: int, height: int, size: int
) -> None:
    with guarded(browser, folder / "index.html", viewport={"width": width, "height": height}) as page:
        page.evaluate("size => { Beratta.app.settings.size = size; Beratta.render(); }", size)

        def look(name: str) -> None:
            assert (name, page.evaluate(TOO_WIDE), page.evaluate(TOO_SMALL)) == (name, [], [])

        look("title")
        walk(begun(page), look)


def test_keys_alone_lead_from_the_title_to_an_ending_and_back_to_the_title(page: Page) -> None:
    page.keyboard.press("1")
    page.keyboard.press("1")
    expect(page.locator("h1")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator('[data-id="practise"]')).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".said")).to_be_focused()
    for _ in range(400):
        kind = page.locator("#page").get_attribute("class") or ""
        if "ending" in kind:
            break
        page.keyboard.press("1" if "choices" in kind or "telling" in kind else "Space")
    expect(page.locator("#page")).to_have_class("page page-ending")
    for _ in range(3):
        page.keyboard.press("Space")
    page.keyboard.press("Escape")
    expect(page.locator("h1")).to_have_text("Dina vägar")
    page.keyboard.press("Shift+Tab")
    for _ in range(30):
        if page.evaluate("document.activeElement.dataset.id") == "start":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Berätta")


def test_a_new_line_is_told_and_focus_stays_on_the_way_on(page: Page) -> None:
    begun(page)
    expect(page.locator(".said")).to_be_focused()
    page.locator('[data-id="on"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator('[data-id="on"]')).to_be_focused()
    expect(page.locator("#live")).to_contain_text("Alva: Asså, Hawa.")


def test_arrows_go_along_the_text_whichever_way_it_runs(page: Page) -> None:
    begun(page, "ar")
    first = page.locator(".said .text").text_content() or ""
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".said .text")).not_to_have_text(first)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".said .text")).to_have_text(first)


def test_space_goes_on_in_a_conversation_and_flags_nothing(page: Page) -> None:
    begun(page)
    page.evaluate(ON, "phone")
    for _ in range(2):
        page.keyboard.press("Space")
    expect(page.locator(".chat li")).to_have_count(3)
    expect(page.locator(".newest")).to_be_focused()


def test_what_has_focus_is_seen_and_not_covered(page: Page) -> None:
    begun(page)
    page.keyboard.press("F1")
    for _ in range(8):
        page.keyboard.press("Tab")
        box = page.evaluate(
            """() => {
                const each = document.activeElement;
                const box = each.getBoundingClientRect();
                const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                return [getComputedStyle(each).outlineStyle, each === document.body || each.contains(top)];
            }"""
        )
        assert box[1]
        assert box[0] == "solid" or page.evaluate("document.activeElement === document.body")
