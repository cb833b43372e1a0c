"""Pages with a picture: words on it stand out (axe does not see what is under them), and nothing slips out of the window."""

from __future__ import annotations

import io
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

import pygame
import pytest

from game.tools.web.building import edition
from game.tools.web.writing import write_folder
from tests.tools.web.browser.driven import DRIVER
from tests.tools.web.browser.guarded import guarded
from tests.tools.web.graphs import bookshelf
from tests.view.as_seen import luminance, ratio

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(400)]

BRIGHT = ("basta-vanner", "storebror")
"""Stories whose first scenes are in snow and sun, and in rooms with lamps."""
WINDOWS = [(1366, 768), (1180, 820), (1024, 768), (768, 1024), (1920, 1080)]
"""A school's laptop, tablets lying and standing, and a larger screen."""
LARGE_BOLD = 18.66
"""Pixels of bold large text (WCAG 2.2, "large scale")."""
ROWS = """
    () => [...document.querySelectorAll("#page h1, #page .lead, #page .small")]
        .filter(each => each.getClientRects().length && !each.closest(".card, .button, button"))
        .map(each => {
            const range = document.createRange();
            range.selectNodeContents(each);
            const how = getComputedStyle(each);
            // What has scrolled under something else is read where it comes out.
            const seen = row => each.contains(document.elementFromPoint((row.left + row.right) / 2, (row.top + row.bottom) / 2));
            const rows = [...range.getClientRects()].filter(seen).map(row => [row.left, row.top, row.right, row.bottom]);
            const colour = how.color.match(/[0-9.]+/g).slice(0, 3).map(Number);
            each.style.color = "transparent";
            return [each.textContent, colour, parseFloat(how.fontSize), parseInt(how.fontWeight, 10), rows];
        })
"""
READ_ON = """
    () => {
        const kinds = new Set(), found = [];
        for (let step = 0; drive.kind() !== "ending" && step < 400; step += 1) {
            const kind = drive.kind() + (document.querySelector(".notice") ? " with news" : "");
            const below = document.documentElement.scrollHeight - innerHeight;
            kinds.add(kind);
            if (below > 0 && !kind.startsWith("telling")) { found.push(`${kind}: ${below} pixels below the window`); }
            ["choices", "telling"].includes(drive.kind()) ? drive.decide(0) : drive.press("on");
        }
        return [[...kinds], found];
    }
"""


class Words(NamedTuple):
    """A text on the page: its colour, its size and weight, and where its rows are (left, top, right, bottom)."""

    text: str
    colour: tuple[int, int, int]
    size: float
    weight: int
    rows: list[tuple[float, float, float, float]]

    @property
    def least(self) -> float:
        """How much it has to stand out (WCAG 2.2, 1.4.3)."""
        large = self.size >= 24 or (self.weight >= 700 and self.size >= LARGE_BOLD)
        return 3.0 if large else 4.5


def faint(page: Page) -> list[str]:
    """The words of a page that do not stand out from some pixel of the picture under them."""
    said = [Words(text, tuple(colour), *rest) for text, colour, *rest in page.evaluate(ROWS)]
    assert said
    page.wait_for_timeout(50)
    picture = pygame.image.load(io.BytesIO(page.screenshot()), "page.png")
    page.evaluate("Beratta.render()")
    found = [(each.text, _worst(picture, each), each.least) for each in said]
    return [f"{text}: {worst:.2f} of {least}" for text, worst, least in found if worst < least]


def _worst(picture: pygame.Surface, words: Words) -> float:
    window = picture.get_rect()
    points = (
        (x, y)
        for left, top, right, bottom in words.rows
        for x in range(int(left), ceil(right), 3)
        for y in range(int(top), ceil(bottom), 3)
    )
    under = {picture.get_at(point)[:3] for point in points if window.collidepoint(point)}
    own = luminance(words.colour)
    return min((ratio(own, luminance(each)) for each in under), default=99.0)


@pytest.fixture(scope="module")
def bright(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("bright") / "edition"
    write_folder(edition(bookshelf(), BRIGHT).files, out)
    return out


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("size", WINDOWS)
def test_words_on_a_picture_stand_out_from_all_that_is_under_them(
    browser: Browser, bright: Path, size: tuple[int, int], language: str
) -> None:
    viewport = {"width": size[0], "height": size[1]}
    found: list[str] = []
    with guarded(browser, bright / "index.html", viewport=viewport) as page:
        page.evaluate(DRIVER)
        page.evaluate("code => Beratta.setLanguage(code)", language)
        found += faint(page)
        for story in BRIGHT:
            page.evaluate("id => Beratta.push({name: 'before', id})", story)
            found += faint(page)
            page.evaluate("id => Beratta.open(id)", story)
            for _ in range(3):
                page.evaluate("drive.stretch()")
                if page.evaluate("drive.kind()") != "choices":
                    break
                found += faint(page)
                page.evaluate("drive.decide(0)")
    assert found == []


@pytest.mark.parametrize("size", [(1366, 768), (1366, 650), (1180, 820)])
def test_a_line_a_message_and_a_choice_are_wholly_in_the_window_also_with_news(
    browser: Browser, bright: Path, size: tuple[int, int]
) -> None:
    viewport = {"width": size[0], "height": size[1]}
    with guarded(browser, bright / "index.html", viewport=viewport) as page:
        page.evaluate(DRIVER)
        page.evaluate("id => Beratta.open(id)", "storebror")
        kinds, found = page.evaluate(READ_ON)
    assert {"line", "phone", "phone with news", "choices"} <= set(kinds)
    assert found == []
