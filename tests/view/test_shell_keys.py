"""Keys: focus, scrolling, typing, and Dölj."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.messages.pseudo import LONGER, MIRRORED
from game.screens.bindings import KeysScreen
from game.screens.intents import (
    Go,
    Hide,
    Leave,
    Where,
)
from game.screens.keys import Key
from game.screens.page import Field, Screen
from game.screens.update import CALM
from game.view.palettes import WARM
from tests.view.at_the_window import (
    SMALL,
    STILL,
    FakeTime,
    assert_can_be_seen,
    at,
    bytes_of,
    first_line,
    painted_afresh,
    step,
)
from tests.view.every_screen import in_language, screens
from tests.view.player import Player, with_mouse


@pytest.mark.parametrize("language", ["sv", LONGER, MIRRORED])
def test_tab_comes_to_everything_once_and_shows_where_it_is(language: str) -> None:
    large = replace(STILL, text_size=200)
    player = Player(SMALL, large, painted=False)
    for name, app in screens().items():
        if isinstance(app.screen, KeysScreen) and app.screen.waiting:
            continue  # there every key but Escape is an answer
        player.app = in_language(replace(app, settings=large, focus=None), language)
        everything = {item.intent for item in player.page.items()}
        reached = []
        for _ in everything:
            player.press(Key.TAB)
            assert player.focus is not None, name
            reached.append(player.focus)
            assert_can_be_seen(player, name)
        assert set(reached) == everything, name
    player.close()


def test_the_ring_is_painted_around_what_has_focus(player: Player) -> None:
    at(player, "title")
    player.press(Key.TAB)
    focus = player.focus
    assert focus is not None
    box = player.target(focus).rect
    edge = (box.centerx, box.y - round(5 * player.scale()))
    assert player.picture.get_at(edge)[:3] == WARM.ring[1]


def test_a_mouse_needs_no_ring(player: Player) -> None:
    at(player, "title")
    player.press(Key.TAB)
    by_keys = bytes_of(player.picture)
    player.move((3, 300))
    player.button(pygame.MOUSEBUTTONDOWN, (3, 300))
    assert bytes_of(player.picture) != by_keys


def test_backspace_goes_one_line_back(player: Player) -> None:
    first_line(player)
    begun = step(player)
    player.press(Key.SPACE)
    player.press(Key.BACKSPACE)
    assert step(player) == begun


def test_f_flags_the_line(player: Player) -> None:
    first_line(player)
    player.press(Key.F)
    assert player.page.screen is Screen.FLAG
    play = player.app.play
    assert play is not None
    assert len(play.flags) == 1


def test_o_explains_the_difficult_words_and_leads_back_to_the_line(player: Player) -> None:
    player.app = replace(screens()["dialogue, difficult words"], settings=STILL)
    before = step(player)
    player.press(Key.O)
    assert player.page.screen is Screen.WORDS
    player.press(Key.ESCAPE)
    assert step(player) == before


def test_page_up_opens_what_was_said_at_the_newest_line(player: Player) -> None:
    player.app = replace(screens()["choices"], settings=STILL)
    player.press(Key.PAGE_UP)
    assert player.page.screen is Screen.LOG
    assert_can_be_seen(player, "log")


def test_what_was_said_opens_at_the_newest_line_with_a_mouse_too(player: Player) -> None:
    player.app = replace(screens()["ending 1"], settings=STILL)
    with_mouse(player, Go(Where.PAUSE))
    with_mouse(player, Go(Where.LOG))
    scroll = player.frame.scroll
    assert scroll is not None
    assert scroll.most
    assert player.shell.display.scrolled == scroll.most


def test_arrows_scroll_a_page_to_read_and_then_move_the_focus(player: Player) -> None:
    player.app = replace(screens()["recap"], settings=STILL)
    player.press(Key.DOWN)
    once = player.shell.display.scrolled
    player.press(Key.DOWN)
    assert player.shell.display.scrolled > once > 0
    player.press(Key.UP)
    assert player.shell.display.scrolled == once


def test_page_down_home_and_end_scroll(player: Player) -> None:
    player.app = replace(screens()["recap"], settings=STILL)
    display = player.shell.display
    player.press(Key.PAGE_DOWN)
    assert display.scrolled == SMALL[1] // 2
    player.key(pygame.K_END)
    scroll = player.frame.scroll
    assert scroll is not None
    assert display.scrolled == scroll.most
    player.key(pygame.K_HOME)
    assert display.scrolled == 0


def test_letters_are_typed_where_a_code_is_asked_for(player: Player) -> None:
    player.app = replace(screens()["code"], settings=STILL)
    for letter in "ab f":
        player.key(ord(letter), letter)
    field = next(block for block in player.page.body if isinstance(block, Field))
    assert field.text == "ABF"


def shift(player: Player, times: int, key: int = pygame.K_LSHIFT) -> None:
    for _ in range(times):
        player.key(key)


@pytest.mark.parametrize("name", ["title", "dialogue", "phone", "flag", "code", "ending 1", "settings, pace"])
def test_shift_three_times_hides_on_every_screen_and_shows_again(
    player: Player, time: FakeTime, name: str
) -> None:
    at(player, name)
    page = player.page
    shift(player, 2)
    assert player.page == page
    shift(player, 1, pygame.K_RSHIFT)
    assert player.page.screen is Screen.HIDDEN
    shift(player, 3)
    assert player.page.screen is Screen.HIDDEN, "a hurry that goes on is no way back"
    time.now += CALM
    shift(player, 3)
    assert player.page == page


def test_shift_that_is_held_for_another_key_does_not_hide(player: Player) -> None:
    for _ in range(4):
        player.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_LSHIFT, unicode="", mod=pygame.KMOD_SHIFT))
        player.key(pygame.K_TAB, mod=pygame.KMOD_SHIFT)
        player.post(pygame.Event(pygame.KEYUP, key=pygame.K_LSHIFT, unicode="", mod=0))
    assert player.page.screen is Screen.TITLE
    assert player.focus is not None


def test_shift_with_long_waits_does_not_hide(moving: Player, time: FakeTime) -> None:
    for _ in range(5):
        shift(moving, 1)
        time.now += 4
    assert moving.page.screen is Screen.TITLE


def test_nothing_of_the_game_is_seen_when_it_is_left_from_the_exercise(player: Player) -> None:
    at(player, "hidden")
    for _ in player.page.items():
        if player.focus == Leave():
            break
        player.press(Key.TAB)
    flips = player.watched.flips
    seen = bytes_of(player.picture)
    player.key(pygame.K_SPACE, " ")
    assert player.watched.flips == flips
    assert bytes_of(player.picture) == seen


def test_hiding_does_not_fade(moving: Player) -> None:
    at(moving, "dialogue")
    with_mouse(moving, Hide())
    assert moving.shell.display.motion.fading is None
    assert bytes_of(moving.picture) == painted_afresh(moving)


def test_the_exercise_works_with_keys(player: Player) -> None:
    at(player, "hidden")
    field = next(block for block in player.page.body if isinstance(block, Field))
    left, right = field.label.removesuffix(" =").split(" · ")
    for digit in str(int(left) * int(right)):
        player.key(ord(digit), digit)
    player.press(Key.ENTER)
    assert player.app.hidden is not None
    assert player.app.hidden.right == 1
