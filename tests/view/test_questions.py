"""The questions of the settings in the window: the sample in sight, everything in reach, and what is chosen seen at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pygame import Rect

from game.screens.hearing import Aloud, SetAloud
from game.screens.intents import Ask, AskNext, Close, Go, Question, Where
from game.screens.keys import Key
from game.screens.navigation import asked_first
from game.screens.page import Buttons, Screen, items_of
from game.screens.settings import (
    TEXT_SIZES,
    Pace,
    SetLanguage,
    SetPace,
    SetScanning,
    SetSpeed,
    SetTextSize,
    SetTheme,
    Speed,
    Theme,
    adjusted,
)
from game.view.access.listener import listener_for
from game.view.access.nodes import Role, Tree
from game.view.access.tree import tree_of
from game.view.frame import Panel, TextOp
from game.view.palettes import PALETTES
from tests.view.at_the_window import at
from tests.view.every_screen import SIZES, in_language, laid_out, screens, shelf, shown
from tests.view.player import HANDS, Player, with_keys, with_mouse
from tests.view.support import faults, out_of_reach, unsaid

if TYPE_CHECKING:
    from game.screens.model import App
    from game.screens.page import Page
    from game.view.frame import Frame
    from tests.view.at_the_window import FakeTime

USUAL = (1366, 768)
SMALL = (1024, 600)
QUESTIONS = pytest.mark.parametrize("question", Question)


def asking(question: Question, language: str = "sv", size: int = 100) -> App:
    app = in_language(screens()[f"settings, {question.name.lower()}"], language)
    return replace(app, settings=replace(app.settings, text_size=size))


def frame_of(app: App, window: tuple[int, int]) -> tuple[Page, Frame]:
    code = app.settings.language
    page = shown(app)
    rtl = app.library.runs_leftward(code)
    return page, laid_out(page, window, app.settings.text_size, rtl=rtl, language=code)


def said(page: Page, frame: Frame) -> TextOp:
    """What the friend says, where it stands and does not scroll."""
    assert page.sample
    return next(op for op in frame.ops if isinstance(op, TextOp) and op.block.text == page.sample.text)


# --- in sight, and in reach ------------------------------------------------------------------------


@QUESTIONS
def test_the_sample_and_every_value_are_in_sight_together(question: Question) -> None:
    page, frame = frame_of(asking(question), USUAL)
    assert said(page, frame).block.height
    assert frame.scroll
    assert frame.scroll.most == 0


@QUESTIONS
@pytest.mark.parametrize("language", ["sv@lattlast", "en", "fi", "ar", "so"])
def test_in_no_language_does_the_sample_scroll_away_from_the_values(
    question: Question, language: str
) -> None:
    page, frame = frame_of(asking(question, language), USUAL)
    row = next(block for block in page.body if isinstance(block, Buttons))
    words = said(page, frame)
    first = next(target for target in frame.targets if target.item == row.items[0])
    assert frame.scroll
    assert frame.scroll.area.contains(first.rect)
    assert not frame.scroll.area.colliderect(words.rect)


@QUESTIONS
@pytest.mark.parametrize("language", ["sv", "fi", "ar"])
@pytest.mark.parametrize("size", TEXT_SIZES)
def test_in_the_smallest_window_nothing_is_cut_and_everything_can_be_reached(
    question: Question, language: str, size: int
) -> None:
    page, frame = frame_of(asking(question, language, size), SMALL)
    assert faults(frame) + unsaid(page, frame) + out_of_reach(page, frame) == []


@QUESTIONS
def test_the_row_of_questions_stands_still_above_what_scrolls(question: Question) -> None:
    for window in (SIZES[0], SIZES[-1]):
        for size in (100, 200):
            page, frame = frame_of(asking(question, size=size), window)
            tabs = [target for target in frame.targets if target.item in page.tabs]
            assert len(tabs) == 6
            assert frame.scroll
            assert not any(target.scrolls or target.rect.colliderect(frame.scroll.area) for target in tabs)


@QUESTIONS
def test_the_present_question_is_marked_by_more_than_its_colour(question: Question) -> None:
    page, frame = frame_of(asking(question), USUAL)
    present = next(target for target in frame.targets if target.item.intent == Ask(question))
    under = Rect(present.rect.x, present.rect.bottom, present.rect.width, present.rect.height // 4)
    bars = [op for op in frame.ops if isinstance(op, Panel) and under.contains(op.rect)]
    assert len(bars) == 1
    others = [target for target in frame.targets if target.item in page.tabs and target is not present]
    assert not any(other.rect.inflate(0, 20).colliderect(bars[0].rect) for other in others)


# --- chosen, and seen ------------------------------------------------------------------------------


def test_colours_and_letters_change_where_they_are_chosen(player: Player) -> None:
    at(player, "settings, colours")
    for theme in (Theme.DARK, Theme.CONTRAST, Theme.WARM):
        with_mouse(player, SetTheme(theme))
        assert player.frame.background == PALETTES[theme].paper
    with_keys(player, Ask(Question.TEXT))
    small = said(player.page, player.frame).block.height
    with_keys(player, SetTextSize(125))
    assert said(player.page, player.frame).block.height > small


def test_the_line_comes_again_at_the_speed_that_is_chosen(moving: Player, time: FakeTime) -> None:
    at(moving, "settings, pace")
    motion = moving.shell.display.motion
    assert motion.per_second == Speed.QUICK.value
    for speed in (Speed.CALM, Speed.QUICK, Speed.CALM):
        time.now += 60
        assert moving.shell.display.motion.shown(time.now) is None
        with_keys(moving, SetSpeed(speed))
        motion = moving.shell.display.motion
        assert motion.shown(time.now) is not None
        assert motion.per_second == speed.value
        assert motion.letters == len(said(moving.page, moving.frame).block.text)
    with_keys(moving, SetPace(Pace.CALM))
    assert moving.shell.display.motion.shown(time.now) is None
    with_keys(moving, SetSpeed(Speed.AT_ONCE))
    assert moving.shell.display.motion.shown(time.now) is None


@QUESTIONS
def test_elsewhere_it_stands_there_at_once(moving: Player, time: FakeTime, question: Question) -> None:
    at(moving, f"settings, {question.name.lower()}")
    assert (moving.shell.display.motion.shown(time.now) is None) == (question is not Question.PACE)


def test_a_page_that_is_scrolled_stays_there_when_a_value_is_chosen(player: Player) -> None:
    player.app = replace(player.app, settings=replace(player.app.settings, text_size=200))
    with_mouse(player, Go(Where.SETTINGS))
    with_mouse(player, Ask(Question.PACE))
    player.wheel(-3)
    before = player.shell.display.scrolled
    assert before
    with_mouse(player, SetPace(Pace.EVEN))
    scrolled = player.shell.display.scrolled
    with_mouse(player, SetPace(Pace.CALM))
    assert player.shell.display.scrolled == scrolled > 0


# --- with each kind of hand ------------------------------------------------------------------------


@pytest.mark.parametrize("name", HANDS)
@pytest.mark.parametrize("size", [100, 200])
def test_all_values_of_all_questions_are_chosen_and_the_game_begins(
    player: Player, name: str, size: int
) -> None:
    hand = HANDS[name]
    player.app = asked_first(replace(player.app, settings=replace(player.app.settings, text_size=size)))
    for question in Question:
        assert player.app.question is question
        values = [item.intent for block in player.page.body for item in items_of(block) if item.enabled]
        for value in values:
            # Another language is another page, so are the keys, and with one switch all hands are that switch.
            if isinstance(value, SetLanguage | SetTextSize | SetScanning | Go):
                continue
            hand(player, value)
            assert next(item for item in player.page.items() if item.intent == value).selected is not False
        hand(player, Close() if question is Question.HANDS else AskNext())
    assert player.page.screen is Screen.TITLE


def test_f3_opens_them_and_escape_closes_them_over_a_line(player: Player) -> None:
    at(player, "dialogue")
    before = player.app
    player.press(Key.F3)
    assert player.page.screen is Screen.SETTINGS
    player.press(Key.D4)
    assert player.app.question is Question.SOUND
    player.press(Key.ESCAPE)
    assert replace(player.app, question=before.question) == before


# --- as a reader is told it ------------------------------------------------------------------------


def told(app: App) -> Tree:
    page, frame = frame_of(app, SMALL)
    words = shelf().words(app.settings.language)
    return tree_of(page, frame, listener_for(app, words), title="Övningar", focus=app.focus)


@QUESTIONS
def test_a_reader_stands_at_the_question_and_hears_what_it_is_for(question: Question) -> None:
    app = asking(question)
    tree = told(app)
    focus = tree.nodes[tree.focus]
    assert (focus.role, focus.name) == (Role.HEADING, shown(app).title)
    assert focus.description
    groups = [node for node in tree.nodes.values() if node.role is Role.CHOICES]
    rows = [block.label for block in shown(app).body if isinstance(block, Buttons) and block.label]
    assert [node.name for node in groups] == ["Frågor", *rows]
    for group in groups:
        radios = [tree.nodes[child] for child in group.children]
        assert [radio.selected for radio in radios].count(True) == 1
        assert [radio.position for radio in radios] == list(range(1, len(radios) + 1))


@QUESTIONS
def test_the_sample_is_there_for_a_reader_and_says_nothing_by_itself(question: Question) -> None:
    page = shown(asking(question))
    assert page.sample
    tree = told(asking(question))
    (line,) = [node for node in tree.nodes.values() if page.sample.text in node.name]
    assert line.name.startswith(f"{page.sample.speaker}: ")
    assert all(does in line.name for _, _, does in page.sample.keys)
    assert not line.live
    assert line.intent is None


def test_a_value_that_is_chosen_has_nothing_read_but_itself() -> None:
    for question in Question:
        app = asking(question)
        before = [node.name for node in told(app).nodes.values() if node.live]
        assert before == [shown(app).title]
        for changed in (SetSpeed(Speed.CALM), SetAloud(Aloud.ASKED), SetTextSize(125)):
            there = replace(app, settings=adjusted(app.settings, changed))
            assert [node.name for node in told(there).nodes.values() if node.live] == before
