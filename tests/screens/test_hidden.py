"""Dölj: from everywhere, at once, silent; an exercise that works and says nothing; and back to the same place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screens.commands import Command, Quit, Silence
from game.screens.crash import Crash
from game.screens.crashed import with_crash
from game.screens.intents import Go, Hide, Intent, Leave, Press, Shift, SkipScene, TapHeading, Typed, Where
from game.screens.keys import Key
from game.screens.lesson.intents import EndLesson, Onward, Take
from game.screens.lesson.plan import Taking
from game.screens.model import App
from game.screens.page import Field, Page, Screen, Text
from game.screens.settings import SetTextSize
from game.screens.workshop import Workshop
from tests.screens.lesson.classroom import in_class
from tests.screens.sample import sample
from tests.screens.support import (
    AUTHORS,
    LESSON,
    Player,
    at_title,
    cards,
    library_of,
    playing,
    taking,
    texts_in,
)

SCREENS = tuple(screen for screen in Screen if screen not in {Screen.HIDDEN, Screen.LESSON_TEACHER})
"""Every screen of the game's own window but the one that hides them."""


def at(screen: Screen) -> Player:
    """On this screen, by keys where it matters, with something done and something in focus."""
    match screen:
        case _ if screen in LESSON:
            player = in_lesson(screen)
        case Screen.TITLE:
            player = at_title(sample())
        case Screen.STORIES:
            player = at_title(sample()).press(Key.D1)
        case Screen.BEFORE:
            player = at_title(sample()).press(Key.D1, Key.D1)
        case Screen.CODE:
            player = at_title(sample()).press(Key.D3).do(Typed("A"))
        case Screen.DIALOGUE:
            player = playing(sample())
        case Screen.PHONE:
            player = playing(sample()).press(*[Key.SPACE] * 4)
        case Screen.FLAG:
            player = playing(sample()).press(Key.SPACE, Key.F)
        case Screen.CHOICES:
            player = playing(sample()).read_on()
        case Screen.FEEL:
            player = taking(playing(sample()), 0).press(Key.SPACE)
        case Screen.SILENCE:
            player = taking(playing(sample()), 0).press(*[Key.SPACE] * 3)
        case Screen.TELLING:
            player = taking(taking(playing(sample()), 0), 0).read_on().press(Key.D1)
        case Screen.CRASHED:
            player = playing(sample())
            player.app = with_crash(player.app, Crash("K74QMZ", "1.2.3", "", again=False))
        case _:
            player = taking(taking(playing(sample()), 0), 2).read_on()
            if screen in AUTHORS:
                player.app = replace(player.app, workshop=Workshop())
            if screen is not Screen.ENDING:
                player.do(Go(Where[screen.name]))
    assert player.page.screen is screen
    return player.do(SetTextSize(125)).press(Key.TAB)


def in_lesson(screen: Screen) -> Player:
    """On this screen of a lesson, at the first place where it is shown."""
    player = at_title(sample()).press(Key.D5) if screen is Screen.LESSON_LIST else in_class(Taking.DEVICES)
    if screen is Screen.LESSON_END:
        player.do(EndLesson())
    while player.page.screen is not screen:
        takes = [item.intent for item in player.page.items() if isinstance(item.intent, Take)]
        player.do(takes[0] if takes else Onward())
    return player


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
@pytest.mark.parametrize("by", ["button", "shift"])
def test_every_screen_is_hidden_at_once_and_comes_back_exactly_as_it_was(screen: Screen, by: str) -> None:
    player = at(screen)
    before = player.app
    if by == "shift":
        player.do(Shift(10), Shift(11), Shift(12))
        assert Silence() in player.done
    else:
        player.walk_to("Dölj")
        before = replace(before, focus=Hide())
        assert player.done == (Silence(),)
    assert player.page.screen is Screen.HIDDEN
    player.press(Key.D5, Key.ENTER, Key.F2, Key.F, Key.F1, Key.PAGE_UP, Key.ESCAPE)
    assert player.page.screen is Screen.HIDDEN
    player.do(Shift(100), Shift(101), Shift(102))
    assert player.app == before


def words_of(page: Page) -> set[str]:
    return {word.strip(".,:!?”()").casefold() for text in texts_in(page) for word in text.split()}


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
@pytest.mark.parametrize("practice", [False, True])
def test_the_hidden_page_says_nothing_of_the_game_or_the_story(screen: Screen, *, practice: bool) -> None:
    hidden = at(screen).do(Hide(practice=practice)).page
    names = {
        "berätta",
        "dölj",
        "spel",
        "spelet",
        "berättelse",
        "våld",
        "kontroll",
        "hjälp",
        "provet",
        "flagga",
    }
    cast = {person.name.casefold() for person in sample().cast.values()}
    assert words_of(hidden).isdisjoint(names | cast)
    assert hidden.stage is None
    assert hidden.notice == ""
    assert hidden.label == ""


def test_all_hidden_pages_look_the_same_whatever_they_cover() -> None:
    assert len({repr(at(screen).do(Hide()).page) for screen in SCREENS}) == 1


# --- Shift -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("times", "hides"),
    [
        ((0, 1, 2), True),
        ((0, 2.5, 5), True),
        ((0, 3, 6), False),
        ((0, 1), False),
        ((0, 6, 7), False),
        ((0, 6, 7, 8), True),
        ((0, 0, 0), True),
        ((100, 1, 2), False),
    ],
)
def test_shift_hides_when_it_is_pressed_three_times_within_five_seconds(
    times: tuple[float, ...], *, hides: bool
) -> None:
    player = playing(sample()).do(*map(Shift, times))
    assert (player.page.screen is Screen.HIDDEN) == hides


def test_shift_three_times_leads_back_only_when_pressed_three_times_again() -> None:
    player = playing(sample()).do(*map(Shift, (0, 1, 2, 3, 4)))
    assert player.page.screen is Screen.HIDDEN
    assert player.do(Shift(4.5)).page.screen is Screen.DIALOGUE


# --- the heading -----------------------------------------------------------------------------------


def test_the_heading_pressed_three_times_leads_back() -> None:
    player = playing(sample())
    before = player.app
    player.do(Hide(), TapHeading(), TapHeading())
    assert player.page.screen is Screen.HIDDEN
    assert player.do(TapHeading()).app == before


@pytest.mark.parametrize("between", [Typed("3"), Press(Key.BACKSPACE), Press(Key.ENTER)])
def test_the_heading_must_be_pressed_three_times_in_a_row(between: Intent) -> None:
    player = playing(sample()).do(Hide(), TapHeading(), TapHeading(), between, TapHeading())
    assert player.page.screen is Screen.HIDDEN


def test_the_heading_means_nothing_on_other_pages() -> None:
    player = playing(sample())
    before = player.app
    assert player.do(TapHeading(), TapHeading(), TapHeading()).app == before


def test_hiding_twice_is_hiding_once() -> None:
    player = playing(sample()).press(Key.TAB)
    before = player.app
    player.do(Hide(), Typed("3"), Hide())
    assert field_of(player.page).text == "3"
    assert player.do(TapHeading(), TapHeading(), TapHeading()).app == before


# --- practice --------------------------------------------------------------------------------------


def test_only_practice_says_how_to_come_back() -> None:
    practised = at(Screen.BEFORE).do(Hide(practice=True)).page
    real = at(Screen.BEFORE).do(Hide()).page
    assert any("Skift tre gånger" in block.text for block in practised.body if isinstance(block, Text))
    assert not any("Skift" in text for text in texts_in(real))


def test_having_hidden_in_earnest_is_not_having_practised() -> None:
    player = at(Screen.BEFORE).do(Hide(), *map(Shift, (0, 1, 2)))
    assert not player.app.practised


# --- the exercise ----------------------------------------------------------------------------------


def field_of(page: Page) -> Field:
    return next(block for block in page.body if isinstance(block, Field))


def factors(page: Page) -> tuple[int, int]:
    left, right = field_of(page).label.removesuffix(" =").split(" · ")
    return int(left), int(right)


def answer(player: Player, number: int) -> Player:
    return player.do(*map(Typed, str(number))).press(Key.ENTER)


def test_all_64_tasks_are_right_and_each_comes_once_before_any_comes_again() -> None:
    player = playing(sample()).do(Hide())
    asked = []
    for count in range(1, 129):
        left, right = factors(player.page)
        asked.append((left, right))
        answer(player, left * right)
        assert field_of(player.page).answer == "Rätt!"
        assert f"{count} rätt" in list(texts_in(player.page.body))
    assert len(set(asked[:64])) == 64
    assert {factor for pair in asked for factor in pair} == set(range(2, 10))
    assert asked[64:] == asked[:64]


def test_a_wrong_answer_may_be_tried_again_with_the_same_task() -> None:
    player = playing(sample()).do(Hide())
    left, right = factors(player.page)
    answer(player, left * right + 1)
    assert field_of(player.page).answer == "Försök igen."
    assert factors(player.page) == (left, right)
    assert "0 rätt" in list(texts_in(player.page.body))


def test_nothing_typed_is_no_answer() -> None:
    player = playing(sample()).do(Hide()).press(Key.ENTER)
    assert field_of(player.page).answer == ""


def test_only_digits_are_typed_and_no_more_than_an_answer_can_have() -> None:
    player = playing(sample()).do(Hide(), *map(Typed, "a-٣²1234"))
    assert field_of(player.page).text == "123"
    assert field_of(player.press(Key.BACKSPACE).page).text == "12"


def test_the_exercise_works_by_walking_to_its_digits() -> None:
    player = playing(sample()).do(Hide())
    left, right = factors(player.page)
    for digit in str(left * right):
        player.walk_to(digit)
    assert field_of(player.walk_to("Svara").page).answer == "Rätt!"


def test_nothing_pressed_in_the_exercise_makes_a_sound() -> None:
    player = playing(sample()).do(Hide())
    heard: list[Command] = []
    for item in player.page.items():
        if item.intent != Leave():
            heard += player.branch().do(item.intent).done
    for key in Key:
        heard += player.branch().press(key).done
    assert heard == []


def test_the_exercise_can_be_left_for_good_and_nothing_is_kept() -> None:
    player = playing(sample()).read_on().press(Key.D1).do(Hide(), Typed("4")).walk_to("Avsluta")
    assert player.app == App(library_of(sample()))
    assert player.done == (Silence(), Quit())


def test_a_skipped_scene_is_still_skipped_after_hiding() -> None:
    player = at(Screen.FEEL).do(SkipScene())
    before = player.app
    assert player.do(Hide(), *map(Shift, (0, 1, 2))).app == before
    assert cards(player.press(Key.PAGE_UP).page)


def test_somebody_in_a_hurry_who_goes_on_pressing_shift_does_not_bring_the_game_back() -> None:
    player = playing(sample())
    for number in range(9):
        player.do(Shift(10.0 + number * 0.15))
    assert player.page.screen is Screen.HIDDEN
    player.do(Shift(20.0), Shift(20.2), Shift(20.4))
    assert player.page.screen is not Screen.HIDDEN
