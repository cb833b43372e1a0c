"""Something in the program went wrong: a page like any other, that loses nothing and gives nothing away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.screens.commands import Quit, WriteReport
from game.screens.crash import Crash, CrashedScreen, Folder, ReportSaved, SaveReport, told
from game.screens.crashed import numbers, resume_code, with_crash
from game.screens.intents import Close, Hide, Leave, StoryOpened, TapHeading
from game.screens.keys import Key
from game.screens.page import Card, Heading, Page, Screen
from game.screens.workshop import Workshop
from tests.screens.sample import SCENES, at_choices, sample
from tests.screens.support import (
    Plain,
    Player,
    at_title,
    bookshelf,
    cards,
    labels,
    real_playing,
    real_title,
    texts_in,
)

if TYPE_CHECKING:
    from game.screens.model import App

CRASH = Crash("K74QMZ", "1.2.3")
ON, REPORT, LEAVE = "Fortsätt", "Spara en rapport", "Avsluta"


def crashed(player: Player, crash: Crash = CRASH) -> Player:
    """The program broke off just here."""
    player.app = with_crash(player.app, replace(crash, resume=resume_code(player.app)))
    return player


def said(page: Page) -> str:
    return "\n".join(texts_in(page.body))


def card(page: Page, title: str) -> Card:
    return next(each for each in cards(page) if each.title == title)


def test_it_is_said_calmly_and_without_blame() -> None:
    page = crashed(at_choices()).page
    assert page.screen is Screen.CRASHED
    assert isinstance(page.body[0], Heading)
    assert "Programmet stannade till. Det är inget du har gjort. Du kan fortsätta där du var." in said(page)


def test_the_teacher_is_told_a_short_code_and_the_version() -> None:
    teacher = card(crashed(at_choices()).page, "Säg felkoden till din lärare")
    assert (teacher.tag, teacher.text) == ("K74QMZ", "Version 1.2.3")


def test_the_resume_code_of_the_play_stands_there_and_leads_back() -> None:
    player = real_playing().read_on().press(Key.D1)
    code = card(crashed(player).page, "Fortsätta en annan gång?").tag
    opened = bookshelf().read_code(code)
    assert isinstance(opened, StoryOpened)
    assert player.app.play
    assert opened.state == player.app.play.moment.segment.entry


def test_there_is_no_code_where_nothing_is_played_nor_for_an_author() -> None:
    assert "Fortsätta en annan gång?" not in said(crashed(at_title(sample())).page)
    player = at_choices()
    player.app = replace(player.app, workshop=Workshop())
    assert "Fortsätta en annan gång?" not in said(crashed(player).page)


def test_112_and_bris_are_there_as_the_help_has_them() -> None:
    page = crashed(real_playing()).page
    found = {(each.title, each.tag) for each in cards(page)}
    entries = [each for each in bookshelf().library().help if each.id in {"emergency", "bris"}]
    assert len(entries) == 2
    assert {(each.name, each.contact) for each in entries} <= found


def test_who_is_not_confirmed_or_for_another_age_is_not_named() -> None:
    app = at_choices().app
    unsure = tuple(replace(each, confirmed=False) for each in app.library.help)
    assert numbers(replace(app, library=replace(app.library, help=unsure)), Plain()) == ()
    assert [name for name, _ in numbers(app, Plain())] == ["bris"]


@pytest.mark.parametrize("start", [at_choices, lambda: at_title(sample()), real_title, real_playing])
def test_going_on_leads_back_to_where_one_was(start: object) -> None:
    assert callable(start)
    player: Player = start()
    before = player.app
    crashed(player).do(Close())
    assert replace(player.app, focus=None) == replace(before, focus=None)


def test_each_way_on_has_a_digit_and_nothing_is_pressed_by_leaning_on_a_key() -> None:
    player = crashed(at_choices())
    assert [(item.label, item.key) for item in player.page.foot] == [
        (ON, Key.D1),
        (REPORT, Key.D2),
        (LEAVE, Key.D3),
    ]
    player.press(Key.SPACE)
    assert isinstance(player.app.screen, CrashedScreen)
    assert player.branch().press(Key.D1).page.screen is Screen.CHOICES
    assert player.branch().press(Key.D2).done == (WriteReport(),)
    assert Quit() in player.branch().press(Key.D3).done


def test_by_tab_and_enter_everything_is_reached() -> None:
    assert crashed(at_choices()).walk_to(ON).page.screen is Screen.CHOICES
    assert crashed(at_choices()).walk_to(REPORT).done == (WriteReport(),)
    assert Quit() in crashed(at_choices()).walk_to(LEAVE).done


def test_the_same_crash_again_offers_only_the_other_ways() -> None:
    player = crashed(at_choices(), replace(CRASH, again=True))
    assert [item.label for item in player.page.foot] == [REPORT, LEAVE]
    assert player.page.foot[0].key is Key.D2
    assert "Det tog stopp på samma ställe igen." in said(player.page)
    player.press(Key.ESCAPE)
    assert isinstance(player.app.screen, CrashedScreen)


def test_a_crash_on_top_of_a_crash_lies_over_the_same_page() -> None:
    player = at_choices()
    before = player.app
    crashed(crashed(player), replace(CRASH, code="OTHER2")).do(Close())
    assert player.app == replace(before, focus=None)


@pytest.mark.parametrize(
    ("saved", "words", "offered"),
    [
        (ReportSaved(Folder.DESKTOP, "rapport-A.txt"), "på skrivbordet och heter rapport-A.txt", False),
        (ReportSaved(Folder.HOME, "rapport-A.txt"), "i din hemmapp och heter rapport-A.txt", False),
        (ReportSaved(None), "gick inte att spara", True),
    ],
)
def test_where_the_report_lies_is_told(saved: ReportSaved, words: str, offered: bool) -> None:  # noqa: FBT001
    player = crashed(at_choices()).do(SaveReport(), saved)
    assert words in said(player.page)
    assert (REPORT in labels(player)) is offered
    assert player.branch().press(Key.D2, Key.D2).app.play  # who presses twice has not left
    player.do(Close())
    assert player.page.screen is Screen.CHOICES


def test_a_report_is_asked_for_nowhere_else() -> None:
    player = at_choices()
    before = player.app
    assert player.do(SaveReport(), ReportSaved(Folder.HOME, "x")).app == before
    assert WriteReport() not in player.asked


def test_doelj_covers_it_at_once_and_leads_back() -> None:
    player = crashed(at_choices())
    assert Hide() in [item.intent for item in player.page.bar]
    player.do(Hide())
    assert player.page.screen is Screen.HIDDEN
    assert CRASH.code not in said(player.page)
    player.do(TapHeading(), TapHeading(), TapHeading())
    assert isinstance(player.app.screen, CrashedScreen)


def test_what_was_hidden_when_it_broke_stays_hidden() -> None:
    player = crashed(at_choices().do(Hide()))
    assert player.page.screen is Screen.HIDDEN


def test_help_and_languages_are_one_key_away() -> None:
    player = crashed(at_choices()).press(Key.F1)
    assert player.page.screen is Screen.HELP
    assert isinstance(player.press(Key.ESCAPE).app.screen, CrashedScreen)
    assert player.press(Key.F2).app.settings.language == "en"


def test_leaving_wipes_what_was_played() -> None:
    player = crashed(at_choices()).do(Leave())
    assert player.app.play is None
    assert Quit() in player.done


def test_nothing_of_the_story_stands_on_it() -> None:
    story = sample()
    own = {
        story.about.title,
        story.about.summary,
        story.about.notes,
        *(each.name for each in story.cast.values()),
    }
    own |= {line.text for scene in SCENES for line in scene.lines}
    page = crashed(at_choices()).page
    shown = "\n".join((page.title, page.label, said(page), *(item.label for item in page.items())))
    assert page.stage is None
    assert not [text for text in own if text and text in shown]


def test_where_there_is_no_page_the_same_is_said_in_a_few_lines() -> None:
    app: App = real_playing().app
    crash = replace(CRASH, resume="ABCD-EFGH")
    lines = told(crash, numbers(app, Plain()), Plain())
    assert lines[0] == "Programmet stannade till. Det är inget du har gjort."
    assert lines[1] == "Säg till din lärare: fel K74QMZ, version 1.2.3."
    assert lines[2] == "Koden för att fortsätta: ABCD-EFGH"
    assert set(lines[3:]) == {"När det är fara: 112", "Bris: 116 111"}
    assert told(CRASH, (), Plain()) == lines[:2]
