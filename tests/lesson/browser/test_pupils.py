"""Pupils in a lesson: real browsers, the real hub, and a network that comes and goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from game.screens.hidden import task
from game.screens.lesson.wire import (
    CloseStep,
    End,
    FreeSeat,
    Kind,
    Lock,
    Next,
    Open,
    Pause,
    Reopen,
    Resume,
    Reveal,
    Step,
)
from tests.lesson.browser.classroom import line, vote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import APIResponse, Browser, BrowserContext, Locator, Page, Route

    from tests.lesson.browser.classroom import Stage

pytestmark = [pytest.mark.xdist_group("browser"), pytest.mark.timeout(60)]

OVER = "Lektionen är slut. Allt är raderat."


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    made: list[BrowserContext] = []
    failed: list[str] = []

    def one(*, scripts: bool = True) -> BrowserContext:
        each = browser.new_context(locale="sv-SE", reduced_motion="reduce", java_script_enabled=scripts)
        each.set_default_timeout(10_000)
        each.on("weberror", lambda error: failed.append(str(error.error)))
        made.append(each)
        return each

    yield one
    for each in made:
        each.close()
    assert not failed


@pytest.fixture
def pupil(contexts: Callable[..., BrowserContext], stage: Stage) -> Callable[..., Page]:
    """Comes to a lesson that has just begun."""
    stage.begin()

    def comes(*, scripts: bool = True) -> Page:
        context = contexts(scripts=scripts)
        joined = context.request.post(f"{stage.address}/s/{stage.code}/join", data={})
        assert joined.ok
        page = context.new_page()
        page.goto(f"{stage.address}/s/{stage.code}?lang=sv")
        return page

    return comes


def choice(page: Page, number: int) -> Locator:
    return page.locator("button.choice").nth(number)


def counted(stage: Stage, answered: int) -> bool:
    return bool(stage.state()["answered"] == answered)


def test_a_pupil_joins_votes_changes_and_loads_the_page_anew(
    contexts: Callable[..., BrowserContext], stage: Stage
) -> None:
    stage.begin()
    page = contexts().new_page()
    page.goto(stage.address)
    page.locator("input[name=code]").fill(f"{stage.code[:3].lower()} {stage.code[3:]}")
    page.locator("input[name=code]").press("Enter")
    expect(page.locator("h1:visible")).to_have_text("Du är med")
    stage.tell(Next(vote()), Open(vote()))
    expect(page.locator("h1:visible")).to_have_text("Vad gör du? v1 [sv]")
    expect(page.locator("h1:visible")).to_be_focused()
    choice(page, 0).click()
    expect(page.locator("#status")).to_have_text("Din röst är sparad.")
    assert counted(stage, 1)
    page.keyboard.press("3")
    expect(choice(page, 2)).to_have_attribute("aria-pressed", "true")
    expect(choice(page, 0)).to_have_attribute("aria-pressed", "false")
    expect(page.locator("#status")).to_have_text("Din röst är sparad.")
    page.reload()
    expect(choice(page, 2)).to_have_attribute("aria-pressed", "true")
    assert counted(stage, 1)
    page.locator(".take-back").click()
    expect(page.locator("#status")).to_have_text("Ditt svar är borttaget.")
    assert counted(stage, 0)
    assert page.title() == "Övningar"


def test_what_the_class_answered_is_shown_only_at_the_reveal(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil()
    stage.tell(Next(vote()), Open(vote()))
    stage.others_vote(4, "v1", 1)
    choice(page, 1).click()
    expect(page.locator("#counts")).to_have_text("5 av 5 har svarat")
    stage.tell(CloseStep())
    expect(page.locator(".lead:visible").first).to_have_text("Ditt svar är med. Titta på tavlan.")
    assert page.locator(".bars").count() == 0
    stage.tell(Reveal())
    expect(page.locator(".bar").nth(1)).to_contain_text("5 svar")
    expect(page.locator(".bar").nth(1)).to_contain_text("Ditt svar")
    stage.tell(Reopen())
    expect(choice(page, 1)).to_have_attribute("aria-pressed", "false")


def test_an_answer_given_without_a_network_is_kept_and_sent_when_it_is_back(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil()
    stage.tell(Next(vote()), Open(vote()))
    expect(choice(page, 1)).to_be_visible()
    page.context.set_offline(True)
    choice(page, 1).click()
    expect(page.locator("#lost")).to_be_visible()
    expect(page.locator("#status")).to_have_text("Ditt svar finns kvar här, och skickas så fort det går.")
    assert counted(stage, 0)
    page.context.set_offline(False)
    expect(page.locator("#status")).to_have_text("Din röst är sparad.", timeout=12000)
    expect(page.locator("#lost")).to_be_hidden()
    assert counted(stage, 1)


def test_an_answer_that_comes_too_late_is_said_to_be_too_late(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil()
    stage.tell(Next(vote()), Open(vote()))
    expect(choice(page, 1)).to_be_visible()
    page.context.set_offline(True)
    choice(page, 1).click()
    expect(page.locator("#lost")).to_be_visible()
    stage.tell(CloseStep(), Next(vote("v2")), Open(vote("v2")))
    page.context.set_offline(False)
    expect(page.locator("#status")).to_contain_text("Det svaret kom inte med.", timeout=12000)
    expect(page.locator("h1:visible")).to_have_text("Vad gör du? v2 [sv]")
    assert counted(stage, 0)


def test_without_a_stream_the_page_asks_by_itself(pupil: Callable[..., Page], stage: Stage) -> None:
    page = pupil()
    page.context.route("**/events*", lambda route: route.abort())
    page.reload()
    stage.tell(Next(vote()), Open(vote()))
    expect(choice(page, 1)).to_be_visible()
    stage.tell(CloseStep())
    expect(page.locator(".closed")).to_be_visible()


def test_a_line_is_flagged_and_the_flag_taken_back(pupil: Callable[..., Page], stage: Stage) -> None:
    page = pupil()
    stage.tell(Next(line()))
    flag = page.locator("button.flag")
    flag.click()
    expect(page.locator("#status")).to_have_text("Flaggan är sparad.")
    expect(flag).to_have_attribute("aria-pressed", "true")
    page.wait_for_timeout(450)
    page.keyboard.press("f")
    expect(page.locator("#status")).to_have_text("Ditt svar är borttaget.")
    expect(flag).to_have_attribute("aria-pressed", "false")


def test_pause_and_what_was_before_come_and_go(pupil: Callable[..., Page], stage: Stage) -> None:
    page = pupil()
    stage.tell(Next(vote()), Open(vote()))
    choice(page, 0).click()
    expect(page.locator("#status")).to_have_text("Din röst är sparad.")
    stage.tell(Pause())
    expect(page.locator("h1:visible")).to_have_text("Titta hit")
    stage.tell(Resume())
    expect(choice(page, 0)).to_have_attribute("aria-pressed", "true")


def test_help_opens_over_the_vote_and_says_when_something_is_new(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil()
    stage.tell(Next(vote()), Open(vote()))
    expect(choice(page, 0)).to_be_visible()
    page.keyboard.press("F1")
    expect(page.locator("h1:visible")).to_have_text("Vem kan jag prata med?")
    expect(page.locator("#help")).to_contain_text("116 111")
    stage.tell(CloseStep())
    expect(page.locator("#news")).to_have_text("Något nytt har hänt i lektionen.")
    page.keyboard.press("Escape")
    expect(page.locator("h1:visible")).to_be_focused()
    page.locator("#open-help").click()
    page.locator("#help-back").click()
    expect(page.locator("#open-help")).to_be_focused()


def test_the_language_changes_and_stays(pupil: Callable[..., Page], stage: Stage) -> None:
    page = pupil()
    stage.tell(Next(vote()), Open(vote()))
    choice(page, 0).click()
    expect(page.locator("#status")).to_have_text("Din röst är sparad.")
    page.locator(".languages summary").click()
    page.locator(".languages a[hreflang=ar]").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("h1:visible")).to_have_text("Vad gör du? v1 [ar]")
    expect(choice(page, 0)).to_have_attribute("aria-pressed", "true")
    stage.tell(Next(vote("v2")), Open(vote("v2")))
    expect(page.locator("h1:visible")).to_have_text("Vad gör du? v2 [ar]")
    assert "lang=ar" in page.url


def test_hiding_leaves_an_exercise_that_works_and_nothing_to_go_back_to(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil()
    here = page.url
    page.goto(stage.address)
    page.goto(here)
    stage.tell(Next(vote()), Open(vote()))
    expect(choice(page, 0)).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Shift")
    expect(page.locator("#exercise")).to_be_visible()
    expect(page.locator("h1:visible")).to_have_text("Gångertabellen")
    assert (page.title(), "/s/" in page.url) == ("Övningar", False)
    assert "Vad gör du" not in page.locator("body").inner_text()
    page.keyboard.type(str(task(0)[0] * task(0)[1]))
    page.keyboard.press("Enter")
    expect(page.locator("#exercise-verdict")).to_have_text("Rätt!")
    expect(page.locator("#exercise-sum")).to_have_text(" · ".join(map(str, task(1))))
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    expect(page.locator("#exercise-verdict")).to_have_text("Försök igen.")
    page.go_back()
    expect(page.locator("input[name=code]")).to_be_visible()
    page.go_forward()
    expect(page.locator("#exercise")).to_be_visible()
    for _ in range(3):
        page.locator("#exercise-heading").click()
    expect(choice(page, 0)).to_be_visible()


def test_everybody_practises_hiding_and_is_told_how_to_come_back(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil()
    stage.tell(Next(Step("p", Kind.PRACTISE)))
    expect(page.locator("h1:visible")).to_have_text("Öva på Dölj")
    page.locator("#hide").click()
    expect(page.locator("#exercise-hint")).to_be_visible()
    stage.tell(Next(vote()))
    page.wait_for_timeout(300)
    expect(page.locator("#exercise")).to_be_visible()
    for _ in range(3):
        page.locator("#exercise-heading").click()
    expect(page.locator("h1:visible")).to_have_text("Vad gör du? v1 [sv]")


def test_shift_with_another_key_does_not_hide(pupil: Callable[..., Page]) -> None:
    page = pupil()
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
    expect(page.locator("#exercise")).to_be_hidden()


def test_without_scripts_everything_is_done_by_forms_and_links(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil(scripts=False)
    assert page.locator("noscript").count()
    stage.tell(Next(vote()), Open(vote()))
    page.reload()
    choice(page, 1).click()
    expect(page.locator("#status")).to_have_text("Din röst är sparad.")
    expect(choice(page, 1)).to_have_attribute("aria-pressed", "true")
    choice(page, 2).click()
    expect(choice(page, 2)).to_have_attribute("aria-pressed", "true")
    assert counted(stage, 1)
    page.locator("#open-help").click()
    expect(page.locator("#now")).to_contain_text("116 111")
    page.locator("main .button.main:visible").click()
    page.locator("#hide").click()
    page.locator("#exercise-answer").fill(str(task(0)[0] * task(0)[1]))
    page.locator("#exercise button").click()
    expect(page.locator("#exercise-verdict")).to_have_text("Rätt!")
    for _ in range(3):
        page.locator("#exercise-heading").click()
    expect(choice(page, 2)).to_have_attribute("aria-pressed", "true")
    stage.tell(CloseStep())
    choice(page, 0).click()
    expect(page.locator("#notice")).to_be_visible()


def test_a_code_that_is_wrong_and_a_lesson_that_is_locked_or_full_are_said_calmly(
    contexts: Callable[..., BrowserContext], stage: Stage
) -> None:
    stage.begin(places=1)
    page = contexts().new_page()
    page.goto(stage.address)
    page.locator("input[name=code]").fill("222222")
    page.locator("input[name=code]").press("Enter")
    expect(page.locator("#notice")).to_contain_text("Den koden finns inte.")
    stage.tell(Lock(locked=True))
    page.goto(f"{stage.address}/s/{stage.code}")
    expect(page.locator("#notice")).to_contain_text("släpps ingen ny in")
    stage.tell(Lock(locked=False))
    page.locator("#join button").click()
    expect(page.locator("h1:visible")).to_have_text("Du är med")
    other = contexts().new_page()
    other.goto(f"{stage.address}/s/{stage.code}")
    expect(other.locator("#notice")).to_contain_text("Alla platser är tagna")


def test_a_seat_that_is_freed_can_be_taken_anew(pupil: Callable[..., Page], stage: Stage) -> None:
    page = pupil()
    (symbol,) = stage.state()["symbols"]
    stage.tell(FreeSeat(symbol))
    expect(page.locator("#join")).to_be_visible(timeout=12000)
    page.locator("#join button").click()
    expect(page.locator("h1:visible")).to_have_text("Du är med")


def test_when_the_lesson_ends_the_page_says_so_and_asks_no_more(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil()
    stage.tell(Next(vote()), Open(vote()))
    expect(choice(page, 0)).to_be_visible()
    stage.tell(End())
    expect(page.locator("h1:visible")).to_have_text(OVER)
    # What was on its way when the news came is heard of a little later. A broken stream would be opened after 3 seconds.
    page.wait_for_timeout(500)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(4000)
    assert not asked
    expect(page.locator("#lost")).to_be_hidden()


def test_a_page_that_was_asked_for_before_the_lesson_ended_does_not_bring_it_back(
    pupil: Callable[..., Page], stage: Stage
) -> None:
    page = pupil()
    late: list[tuple[Route, APIResponse]] = []
    page.route(f"**/s/{stage.code}?lang=sv", lambda route: late.append((route, route.fetch())))
    stage.tell(Next(vote()), Open(vote()))
    while not late:
        page.wait_for_timeout(50)
    stage.tell(End())
    expect(page.locator("h1:visible")).to_have_text(OVER)
    for route, response in late:
        with page.expect_request_finished(lambda request: request.url.endswith(f"/s/{stage.code}?lang=sv")):
            route.fulfill(response=response)
    page.wait_for_timeout(200)
    expect(page.locator("h1:visible")).to_have_text(OVER)
