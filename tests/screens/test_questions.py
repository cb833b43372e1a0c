"""The six questions of the settings: one at a time, from everywhere, each with a line as it then looks and sounds."""

from __future__ import annotations

from dataclasses import fields, replace
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

import pytest

from game.screens.commands import PlaySound, ReadAloud, Sound
from game.screens.heard import heard
from game.screens.hearing import Aloud, SetAloud
from game.screens.intents import (
    Ask,
    AskNext,
    Close,
    Forward,
    Go,
    Hide,
    Intent,
    Leave,
    Question,
    TryOut,
    Where,
)
from game.screens.keys import DIGITS, Key
from game.screens.model import SettingsScreen, TitleScreen
from game.screens.navigation import asked_first
from game.screens.page import Buttons, Screen
from game.screens.settings import (
    Adjustment,
    Face,
    Pace,
    Scanning,
    SetFace,
    SetFullscreen,
    SetKey,
    SetLanguage,
    SetLetters,
    SetLines,
    SetMotion,
    SetPace,
    SetScanning,
    SetSound,
    SetSpeed,
    SetTextSize,
    SetTheme,
    Settings,
    SetVolume,
    Spacing,
    Speed,
    Theme,
)
from tests.screens.sample import sample
from tests.screens.support import Player, at_title, playing, real_title, texts_in

if TYPE_CHECKING:
    from game.screens.sample import Sample

CHANGES: tuple[tuple[Question, Adjustment, Settings], ...] = (
    (Question.LANGUAGE, SetLanguage("en"), Settings(language="en")),
    (Question.TEXT, SetTextSize(175), Settings(text_size=175)),
    (Question.TEXT, SetFace(Face.DYSLEXIC), Settings(face=Face.DYSLEXIC)),
    (Question.TEXT, SetLines(Spacing.WIDEST), Settings(lines=Spacing.WIDEST)),
    (Question.TEXT, SetLetters(Spacing.WIDE), Settings(letters=Spacing.WIDE)),
    (Question.COLOURS, SetTheme(Theme.CONTRAST), Settings(theme=Theme.CONTRAST)),
    (Question.SOUND, SetSound(on=True), Settings(sound=True)),
    (Question.SOUND, SetVolume(25), Settings(volume=25)),
    (Question.SOUND, SetAloud(Aloud.ALL), Settings(aloud=Aloud.ALL)),
    (Question.PACE, SetMotion(less=True), Settings(less_motion=True)),
    (Question.PACE, SetSpeed(Speed.CALM), Settings(speed=Speed.CALM)),
    (Question.PACE, SetPace(Pace.EVEN), Settings(pace=Pace.EVEN)),
    (Question.HANDS, SetScanning(Scanning.CALM), Settings(scanning=Scanning.CALM)),
    (Question.HANDS, SetFullscreen(on=True), Settings(fullscreen=True)),
)


def asking(question: Question = Question.LANGUAGE) -> Player:
    return at_title(sample()).do(Go(Where.SETTINGS), Ask(question))


def at_first() -> Player:
    """At the first start, where the questions come before the title."""
    player = at_title(sample())
    player.app = asked_first(player.app)
    return player


def sample_of(player: Player) -> Sample:
    assert player.page.sample
    return player.page.sample


# --- one question at a time ------------------------------------------------------------------------


def test_there_are_six_and_space_leads_through_them_and_out() -> None:
    player = at_title(sample()).press(Key.D4)
    titles = []
    while player.page.screen is Screen.SETTINGS:
        titles.append(player.page.title)
        player.press(Key.SPACE)
    assert len(titles) == len(set(titles)) == len(Question) == 6
    assert player.page.screen is Screen.TITLE


def test_the_digits_lead_to_the_questions_and_the_one_that_is_asked_is_marked() -> None:
    player = asking()
    for key, question in zip(DIGITS, Question, strict=False):
        player.press(key)
        assert player.app.question is question
        assert [tab.intent for tab in player.page.tabs if tab.selected] == [Ask(question)]
        assert [tab.key for tab in player.page.tabs] == list(DIGITS[:6])


def test_each_is_a_question_and_says_what_it_is_for() -> None:
    titles, reasons = set(), set()
    for question in Question:
        title, reason = list(texts_in(asking(question).page.body))[:2]
        assert title.endswith("?")
        assert reason.endswith(".")
        titles.add(title)
        reasons.add(reason)
    assert len(titles) == len(reasons) == 6


@pytest.mark.parametrize("question", Question)
def test_nobody_is_told_what_they_cannot_do(question: Question) -> None:
    told = " ".join(texts_in(asking(question).page)).lower()
    assert not [
        word
        for word in ("dyslexi", "funktions", "svårigheter", "synskad", "blind", "handikapp")
        if word in told
    ]


def test_where_letters_are_large_the_other_questions_are_shown_as_icons_and_numbers() -> None:
    def compact(size: int) -> list[bool]:
        return [tab.compact for tab in asking(Question.TEXT).do(SetTextSize(size)).page.tabs]

    assert compact(125) == [False] * 6
    assert compact(150) == [True, False, True, True, True, True]
    assert all(tab.icon for tab in asking().page.tabs)


# --- what is set -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("question", "intent", "settings"), CHANGES, ids=str)
def test_a_setting_is_changed_by_walking_to_it_and_is_then_the_one_marked(
    question: Question, intent: Adjustment, settings: Settings
) -> None:
    player = asking(question)
    for _ in player.page.items():
        if player.focused == intent:
            break
        assert not next(each for each in player.page.items() if each.intent == intent).selected
        player.press(Key.TAB)
    player.press(Key.SPACE)
    assert player.app.settings == settings
    assert next(each for each in player.page.items() if each.intent == intent).selected
    assert player.focused == intent
    assert player.app.question is question


def test_everything_that_can_be_set_is_asked_for_but_the_keys_which_have_a_page_of_their_own() -> None:
    offered = {type(item.intent) for question in Question for item in asking(question).page.items()}
    assert {kind for kind in get_args(Adjustment) if kind is not SetKey} <= offered
    changed = {each.name for _, _, there in CHANGES for each in fields(Settings)
               if getattr(there, each.name) != getattr(Settings(), each.name)}  # fmt: skip
    assert changed == {each.name for each in fields(Settings)} - {"keys", "municipality"}


@pytest.mark.parametrize("question", Question)
def test_exactly_one_value_of_each_setting_is_marked(question: Question) -> None:
    there = [block for block in asking(question).page.body if isinstance(block, Buttons) and block.label]
    rows = [row for row in there if not any(isinstance(item.intent, Go) for item in row.items)]
    assert rows
    assert all([item.selected for item in row.items].count(True) == 1 for row in rows)
    assert all(item.selected is not None for row in rows for item in row.items)


# --- from everywhere, and back ---------------------------------------------------------------------


@pytest.mark.parametrize("way", [(), (Go(Where.HELP),), (Go(Where.PAUSE),), (Go(Where.PAUSE), Go(Where.LOG))])
@pytest.mark.parametrize("back", [Key.ESCAPE, Key.BACKSPACE])
def test_f3_opens_them_anywhere_and_one_key_leads_back_to_where_one_was(
    way: tuple[Intent, ...], back: Key
) -> None:
    player = playing(sample()).do(Forward(), *way)
    before = player.app
    assert player.press(Key.F3).page.screen is Screen.SETTINGS
    assert player.press(back).app == before


def test_f3_does_nothing_over_the_exercise_nor_where_they_are_shown() -> None:
    hidden = at_title(sample()).do(Hide())
    before = hidden.app
    assert hidden.press(Key.F3).app is before
    asked = asking(Question.SOUND)
    before = asked.app
    assert asked.press(Key.F3).app is before


def test_they_open_where_one_was_last() -> None:
    player = asking(Question.COLOURS).do(Close())
    assert player.press(Key.D4).app.question is Question.COLOURS
    assert player.do(Close()).press(Key.F3).app.question is Question.COLOURS


def test_which_one_was_last_is_forgotten_with_everything_else() -> None:
    assert asking(Question.PACE).do(Leave()).app.question is Question.LANGUAGE


def test_however_often_one_goes_to_help_and_back_to_them_they_lie_there_once() -> None:
    player = playing(sample()).press(Key.F3)
    before = player.app
    assert player.press(*[Key.F1, Key.F3] * 5).app == before


def test_what_is_meant_about_them_elsewhere_changes_nothing() -> None:
    for intent in (Ask(Question.PACE), AskNext(), TryOut()):
        for player in (playing(sample()), asking(Question.SOUND).do(Hide())):
            before = player.app
            assert player.do(intent).app is before
            assert player.done == ()


# --- at the first start ----------------------------------------------------------------------------


def test_the_first_start_says_hello_once_and_how_to_come_back() -> None:
    player = at_first()
    assert player.page.title.startswith("Hej!")
    assert any("F3" in text for text in texts_in(player.page.body))
    assert not any("Hej" in text for question in Question for text in texts_in(asking(question).page.title))


@pytest.mark.parametrize("presses", range(5))
def test_one_press_skips_the_rest(presses: int) -> None:
    for last in (Key.ESCAPE, "Spela nu"):
        player = at_first().press(*[Key.SPACE] * presses)
        assert player.item("Spela nu").key is Key.ESCAPE
        player.press(last) if isinstance(last, Key) else player.walk_to(last)
        assert player.app.screen == TitleScreen()
        assert player.app.under == ()


def test_after_the_last_question_comes_the_title() -> None:
    assert at_first().press(*[Key.SPACE] * 6).app.screen == TitleScreen()


def test_help_and_f3_lead_back_to_the_first_start() -> None:
    player = at_first()
    before = player.app
    assert player.press(Key.F1, Key.F3).app == before
    assert before.screen == SettingsScreen(first=True)


def test_opened_later_they_have_a_way_back_instead() -> None:
    labels = [item.label for item in asking().page.items()]
    assert "Spela nu" not in labels
    assert "Tillbaka" in labels


# --- the sample ------------------------------------------------------------------------------------


def test_the_same_line_is_beside_every_question() -> None:
    lines = {(sample_of(asking(each)).speaker, sample_of(asking(each)).text) for each in Question}
    assert len(lines) == 1
    assert all(lines.pop())


def test_its_letters_come_where_their_speed_is_asked_for_and_again_when_that_changes() -> None:
    player = asking(Question.PACE)
    samples = [sample_of(player.do(SetSpeed(speed))) for speed in (*Speed, *Speed)]
    assert [each.appears for each in samples] == [*Speed, *Speed]
    assert all(one != other for one, other in pairwise(samples))
    before = sample_of(player)
    assert sample_of(player.do(SetMotion(less=True), SetPace(Pace.CALM))) == before
    assert {sample_of(asking(each)).appears for each in Question if each is not Question.PACE} == {None}


def test_it_shows_the_keys_as_they_are_now() -> None:
    player = asking(Question.HANDS)
    assert ("F", "Det här känns fel") in [each[1:] for each in sample_of(player).keys]
    player.do(SetKey(Key.F, "j"))
    assert ("J", "Det här känns fel") in [each[1:] for each in sample_of(player).keys]
    assert "J: Det här känns fel." in [piece.text for piece in heard(player.page, player.words, "sv").pieces]


@pytest.mark.parametrize("aloud", Aloud)
def test_it_can_be_listened_to(aloud: Aloud) -> None:
    player = asking(Question.SOUND).do(SetAloud(aloud), SetSound(on=True))
    player.walk_to("Provlyssna")
    reads = () if aloud is Aloud.OFF else (ReadAloud(sample=True),)
    assert player.done == (PlaySound(Sound.MESSAGE), *reads)


def test_where_nothing_would_be_heard_one_cannot_listen_to_it() -> None:
    player = asking(Question.SOUND)

    def can_listen() -> bool:
        return TryOut() in {item.intent for item in player.page.items()}

    assert not can_listen()
    player.do(SetSound(on=True))
    assert can_listen()
    player.do(SetSound(on=False), SetAloud(Aloud.ASKED))
    assert can_listen()


def test_it_is_read_aloud_only_when_that_is_asked_for() -> None:
    player = asking(Question.SOUND)
    shown = heard(player.page, player.words, "sv")
    text = sample_of(player).text
    assert [piece.text for piece in shown.sample] == [f"{sample_of(player).speaker}: {text}"]
    assert not any(text in piece.text for piece in shown.pieces)


def test_another_question_is_another_place_to_be_read_and_another_value_is_not() -> None:
    def key(player: Player) -> object:
        return heard(player.page, player.words, "sv").key

    player = asking(Question.SOUND)
    here = key(player)
    assert key(player.do(SetVolume(25))) == here
    assert key(player.do(AskNext())) != here


def test_the_questions_themselves_are_not_read_out_with_each_of_them() -> None:
    for question in Question:
        player = asking(question)
        told = " ".join(piece.text for piece in heard(player.page, player.words, "sv").pieces)
        assert "Styrning" not in told
        assert player.page.title in told


def test_the_shipped_languages_can_be_chosen_by_their_own_names() -> None:
    player = real_title().do(Go(Where.SETTINGS))
    row = next(block for block in player.page.body if isinstance(block, Buttons))
    names = [item.label for item in row.items]
    assert names[:2] == ["Svenska", "Lättläst svenska"]
    assert {each.name for each in player.app.library.languages} == set(names)
    assert replace(row, items=()).label == "Språk"
