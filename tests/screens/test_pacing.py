"""How long a line stays before the next one comes by itself, and the pages on which nothing ever does."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.intents import Choose, Close, Forward, Go, Hide, OpenFlag, Where
from game.screens.pacing import LEAST, MOST, SILENCE, line_of, pause_after, reading_time
from game.screens.page import Page, Screen, Speech
from game.screens.settings import Pace, Settings
from tests.screens.sample import sample
from tests.screens.support import Player, at_title, playing, real_playing, taking

TIMED = tuple(pace for pace in Pace if pace is not Pace.ASKED)
timed = st.sampled_from(TIMED)
lines = st.text(min_size=1, max_size=400).filter(str.strip)


def saying(text: str, *, screen: Screen = Screen.DIALOGUE, speaker: str = "", notice: str = "") -> Page:
    page = playing(sample()).page
    return replace(page, screen=screen, body=(Speech(speaker, text),), notice=notice)


def asking_pages() -> dict[str, Page]:
    """Pages that wait for the player, whatever pace is set."""
    line = playing(sample())
    spot = line.branch().do(Forward()).page.spot
    assert spot is not None
    question = line.branch().read_on()
    feel = taking(line.branch(), 0).do(Forward())
    assert feel.page.default == Forward()
    over = (Where.PAUSE, Where.HELP, Where.SETTINGS, Where.LOG, Where.FEEL, Where.CIRCLE)
    return {
        "title": at_title(sample()).page,
        "choices": question.page,
        "feel": feel.page,
        "flag": line.branch().do(OpenFlag(spot)).page,
        "hidden": line.branch().do(Hide()).page,
        **{where.name: line.branch().do(Go(where)).page for where in over},
    }


def test_nothing_comes_by_itself_until_somebody_wants_it() -> None:
    assert Settings().pace is Pace.ASKED
    assert pause_after(saying("Hej."), Settings().pace) is None


@pytest.mark.parametrize("pace", TIMED)
@pytest.mark.parametrize("name", list(asking_pages()))
def test_nothing_comes_by_itself_where_something_is_asked_or_looked_up(name: str, pace: Pace) -> None:
    assert pause_after(asking_pages()[name], pace) is None


def test_a_line_that_leads_nowhere_stays() -> None:
    page = replace(saying("Hej."), default=Close())
    assert pause_after(page, Pace.EVEN) is None


def test_no_ending_goes_by_by_itself() -> None:
    player: Player = real_playing()
    while player.page.screen is not Screen.ENDING:
        player.do(Choose(0)) if player.page.default is None else player.read_on()
        if player.page.screen is Screen.TELLING:
            player.do(player.page.items()[0].intent)
    assert all(pause_after(player.page, pace) is None for pace in Pace)


@given(lines, timed)
def test_a_line_stays_long_enough_to_be_read_at_the_pace_that_was_set(text: str, pace: Pace) -> None:
    pause = pause_after(saying(text), pace)
    needed = reading_time(text.strip(), pace)
    if pause is None:
        assert needed > MOST
    else:
        assert max(LEAST, needed) <= pause <= MOST


@given(lines, lines, timed)
def test_a_longer_line_never_stays_for_a_shorter_time(one: str, other: str, pace: Pace) -> None:
    short, long = saying(one), saying(f"{one} {other}")
    pauses = [pause_after(page, pace) for page in (short, long)]
    assert pauses[1] is None or (pauses[0] is not None and pauses[0] <= pauses[1])


@given(lines)
def test_a_calmer_pace_never_gives_less_time(text: str) -> None:
    page = saying(text)
    pauses = [pause_after(page, pace) for pace in (Pace.BRISK, Pace.EVEN, Pace.CALM)]
    assert all(slow is None or (quick is not None and quick <= slow) for quick, slow in pairwise(pauses))


def test_what_would_stay_too_long_waits_for_the_player_rather_than_being_cut_short() -> None:
    page = saying("ord " * 80)
    assert pause_after(page, Pace.CALM) is None
    assert pause_after(page, Pace.BRISK) is not None


def test_who_says_it_and_the_news_above_it_take_time_to_read_too() -> None:
    plain, named = saying("Jag är här nu, vi kan gå."), saying("Jag är här nu, vi kan gå.", speaker="Samira")
    news = replace(named, notice="Du har mött en vuxen.")
    pauses = [pause_after(page, Pace.CALM) or 0.0 for page in (plain, named, news)]
    assert pauses == sorted(set(pauses))


def test_of_a_phone_only_the_newest_message_is_new() -> None:
    player = playing(sample()).do(Forward(), Forward(), Forward())
    assert player.page.screen is Screen.PHONE
    assert line_of(player.page) == "Noel Var är du?"
    assert line_of(player.do(Forward()).page) == "Alva Hos Hawa."


@pytest.mark.parametrize("pace", TIMED)
def test_a_silence_lasts_a_calm_breath(pace: Pace) -> None:
    assert pause_after(saying("…", screen=Screen.SILENCE), pace) == SILENCE


def test_marks_on_letters_are_not_read_one_by_one() -> None:
    bare, marked = "كتب", "كَتَبَ"
    assert reading_time(bare, Pace.CALM) == reading_time(marked, Pace.CALM)


@pytest.mark.parametrize("pace", TIMED)
def test_every_line_of_the_real_story_has_its_time(pace: Pace) -> None:
    player = real_playing()
    found = 0
    while player.page.default == Forward() and player.page.screen is not Screen.FEEL:
        assert pause_after(player.page, pace) is not None
        found += 1
        player.do(Forward())
    assert found
