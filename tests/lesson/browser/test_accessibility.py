"""Every page that a pupil can see, by the rules of axe: in a language read from either side, in light and in dark."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from game.lesson.pages_static import SECURITY, static_files
from tests.lesson.pages_seen import CODE, html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page, Route

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(400)]

SHOWN = (
    *("front", "front, no-such-code", "no seat, locked", "refused, not-there", "help", "exercise"),
    *("vote lobby", "watch read", "practise read", "line read", "flagged", "vote read", "voted", "judged"),
    *(
        "vote closed",
        "told",
        "told of most",
        "not told",
        "talk read",
        "play open",
        "help read",
        "vote paused",
    ),
    "vote ended",
)
TOO_WIDE = "document.documentElement.scrollWidth > innerWidth ? ['wider than its window'] : []"
TOO_SMALL = """
    [...document.querySelectorAll("a, button, input, summary")]
        .filter(each => each.getClientRects().length && each.id !== "exercise-heading")
        .filter(each => Math.min(each.offsetWidth, each.offsetHeight) < 44)
        .concat([...document.querySelectorAll("body *")]
            .filter(each => each.getClientRects().length && each.textContent.trim())
            .filter(each => parseFloat(getComputedStyle(each).fontSize) < 18))
        .map(each => `too small: ${each.outerHTML.slice(0, 80)}`)
"""
PUT_IN = """
    html => {
        const page = new DOMParser().parseFromString(html, "text/html");
        document.documentElement.lang = page.documentElement.lang;
        document.documentElement.dir = page.documentElement.dir;
        document.body.replaceWith(page.body);
    }
"""


def served(route: Route) -> None:
    """The first page, and what it is made with."""
    file = static_files().get(urlsplit(route.request.url).path.removeprefix("/static/"))
    if file:
        route.fulfill(body=file.body, content_type=file.media_type)
    else:
        route.fulfill(body=html("exercise", "sv"), content_type="text/html", headers=SECURITY)


@pytest.fixture(scope="module")
def window(browser: Browser, axe: str) -> Iterator[Page]:
    """A window with axe in it, into which pages are put one after the other."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.route("**/*", served)
    page.goto(f"http://lektion.test/s/{CODE}")
    page.evaluate(axe)
    yield page
    context.close()


def broken(page: Page, *rules: str) -> list[str]:
    """Which rules of axe are broken, and where: of these, or of all."""
    chosen: dict[str, object] = {"runOnly": list(rules)} if rules else {}
    found: dict[str, Any] = page.evaluate(
        "chosen => axe.run(document, chosen)", {**chosen, "resultTypes": ["violations"]}
    )
    return [
        f"{each['id']}: {node['target']} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("lang", ["sv", "ar"])
@pytest.mark.parametrize("name", SHOWN)
def test_no_page_breaks_a_rule_in_light_or_dark_or_leaves_a_narrow_window(
    window: Page, name: str, lang: str
) -> None:
    window.set_viewport_size({"width": 320, "height": 640})
    window.emulate_media(color_scheme="light")
    window.evaluate(PUT_IN, html(name, lang))
    assert broken(window) == []
    assert window.evaluate(TOO_WIDE) == []
    assert window.evaluate(TOO_SMALL) == []
    window.emulate_media(color_scheme="dark")
    assert broken(window, "color-contrast") == []


@pytest.mark.parametrize("opened", ["help", "exercise", "languages"])
def test_what_opens_in_a_page_breaks_no_rule_either(window: Page, opened: str) -> None:
    window.set_viewport_size({"width": 1366, "height": 768})
    window.emulate_media(color_scheme="light")
    window.evaluate(PUT_IN, html("voted", "sv"))
    window.evaluate(
        """opened => {
            document.querySelector(".languages").open = opened === "languages";
            document.getElementById("help").hidden = opened !== "help";
            document.getElementById("lesson").hidden = opened === "help";
            document.getElementById("exercise").hidden = opened !== "exercise";
            document.body.classList.toggle("hiding", opened === "exercise");
        }""",
        opened,
    )
    assert broken(window) == []
    assert window.evaluate(TOO_SMALL) == []


def test_a_broken_rule_would_be_found(window: Page) -> None:
    faint = "<p class='dark'><span class='small'>fint</span></p><button></button>"
    window.emulate_media(color_scheme="light")
    window.evaluate(PUT_IN, f"<html lang='sv'><body><main><h1>x</h1>{faint}</main></body></html>")
    found = " ".join(broken(window))
    assert "button-name" in found
    assert "color-contrast" in found
