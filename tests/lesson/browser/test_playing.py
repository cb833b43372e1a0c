"""Pupils who play the game itself in the lesson's page, and a teacher who wants them to look up."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from game.screens.lesson.wire import End, Next, Open, Pause, Resume
from tests.lesson.browser.classroom import alone, line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, FrameLocator, Page

    from tests.lesson.browser.classroom import Stage

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(120)]


@pytest.fixture
def pupil(browser: Browser, stage: Stage) -> Iterator[Callable[..., Page]]:
    """Comes to a lesson in which everybody plays."""
    stage.begin()
    stage.tell(Next(alone()), Open(alone()))
    made, failed = [], []

    def comes(*, scripts: bool = True) -> Page:
        context = browser.new_context(locale="sv-SE", reduced_motion="reduce", java_script_enabled=scripts)
        context.set_default_timeout(30_000)
        context.on("weberror", lambda error: failed.append(str(error.error)))
        made.append(context)
        assert context.request.post(f"{stage.address}/s/{stage.code}/join", data={}).ok
        page = context.new_page()
        page.goto(f"{stage.address}/s/{stage.code}?lang=sv")
        return page

    yield comes
    for each in made:
        each.close()
    assert not failed


def playing(page: Page) -> FrameLocator:
    """The game, with its first line."""
    page.locator("#to-game").click()
    game = page.frame_locator("#game iframe")
    game.locator('[data-id="on"]').click()
    expect(game.locator(".said .text")).to_be_visible()
    return game


def test_the_game_opens_in_the_page_and_waits_behind_it(pupil: Callable[..., Page]) -> None:
    page = pupil()
    game = playing(page)
    said = game.locator(".said .text").text_content() or ""
    assert said
    expect(page.locator("#lesson")).to_be_hidden()
    page.locator("#game-back").click()
    expect(page.locator("#game")).to_be_hidden()
    expect(page.locator("h1:visible")).to_be_focused()
    page.locator("#to-game").click()
    expect(game.locator(".said .text")).to_have_text(said)


def test_the_class_looks_up_and_then_everybody_is_where_they_were(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil()
    game = playing(page)
    game.locator('[data-id="on"]').click()
    said = game.locator(".said .text").text_content() or ""
    stage.tell(Pause())
    expect(page.locator("h1:visible")).to_have_text("Titta hit")
    expect(page.locator("#game")).to_be_hidden()
    stage.tell(Resume())
    expect(page.locator("#game iframe")).to_be_visible()
    expect(game.locator(".said .text")).to_have_text(said)


def test_who_was_not_in_the_game_is_not_put_there_after_a_pause(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil()
    playing(page)
    page.locator("#game-back").click()
    stage.tell(Pause())
    expect(page.locator("h1:visible")).to_have_text("Titta hit")
    stage.tell(Resume())
    expect(page.locator("#to-game")).to_be_visible()
    expect(page.locator("#game")).to_be_hidden()


def test_when_the_class_goes_on_the_game_is_gone(pupil: Callable[..., Page], stage: Stage) -> None:
    page = pupil()
    playing(page)
    stage.tell(Next(line()), Open(line()))
    expect(page.locator(".flag")).to_be_visible()
    expect(page.locator("#game iframe")).to_have_count(0)


def test_the_end_of_the_lesson_ends_the_game_too(pupil: Callable[..., Page], stage: Stage) -> None:
    page = pupil()
    playing(page)
    stage.tell(End())
    expect(page.locator("h1:visible")).to_have_text("Lektionen är slut. Allt är raderat.")
    expect(page.locator("#game iframe")).to_have_count(0)


def test_the_scene_is_told_to_the_lesson_and_nothing_else_of_the_play(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil()
    sent: list[tuple[str, str]] = []
    page.on(
        "request",
        lambda asked: sent.append((asked.url, asked.post_data or "")) if asked.method == "POST" else None,
    )
    game = playing(page)
    game.locator('[data-id="on"]').click()
    until = time.monotonic() + 20
    while not stage.state()["scenes"] and time.monotonic() < until:
        page.wait_for_timeout(200)
    assert sum(stage.state()["scenes"].values()) == 1
    assert {url.rpartition("/")[2] for url, _ in sent} == {"progress"}
    assert {said for _, said in sent} == {'{"scene":"buss"}'}


def test_dolj_in_the_game_hides_the_lesson_around_it_too(pupil: Callable[..., Page], stage: Stage) -> None:
    page = pupil()
    game = playing(page)
    address = page.url
    game.locator('[data-id="hide"]').click()
    expect(game.locator(".sum")).to_be_visible()
    expect(page.locator("#game-back")).to_be_hidden()
    assert stage.code not in page.url
    for _ in range(3):
        game.locator('[data-id="tables"]').click()
    expect(page.locator("#game-back")).to_be_visible()
    assert page.url.split("?")[0] == address.split("?")[0]


def test_who_leaves_the_game_leaves_all_of_it(pupil: Callable[..., Page]) -> None:
    page = pupil()
    game = playing(page)
    game.locator('[data-id="leave"]').click()
    page.wait_for_url("about:blank")
    expect(page.locator("#game")).to_have_count(0)
    assert page.text_content("body") == ""


def test_without_scripts_the_game_is_a_page_of_its_own(pupil: Callable[..., Page]) -> None:
    page = pupil(scripts=False)
    assert page.locator("#to-game").get_attribute("target") == "_blank"
    expect(page.locator("#to-game")).to_be_visible()
    expect(page.locator(".play noscript .small, .play .small").first).to_be_visible()
