"""The window and other hands: changed keys, a gamepad's own buttons on what they press, one switch, lines that come."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.bindings import ChangeKey, KeysScreen
from game.screens.intents import Forward, Go, Hide, OpenFlag, Where
from game.screens.keys import Key
from game.screens.page import Screen
from game.screens.settings import Pace, Scanning, SetKey, SetPace, SetScanning, SetTheme, Theme
from game.view.frame import TextOp
from tests.view.at_the_window import FakeTime, at, bytes_of, first_line
from tests.view.every_screen import screens
from tests.view.player import with_mouse

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.intents import Intent
    from tests.view.player import Player


def written(player: Player) -> set[str]:
    """Everything that is written in the window."""
    return {op.block.text for op in player.frame.everything() if isinstance(op, TextOp)}


def button(player: Player, number: int) -> None:
    for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
        player.post(pygame.Event(kind, instance_id=0, button=number))


def set_to(player: Player, *adjustments: Intent) -> None:
    for each in adjustments:
        player.shell.send(each)
    player.shell.draw()


def look(player: Player, time: FakeTime, seconds: float) -> bool:
    """The loop looks ten times a second what comes by itself; says whether anything did."""
    came = False
    for _ in range(round(seconds * 10)):
        time.now += 0.1
        came = player.shell._comes() or came
        player.shell.draw()
    return came


# --- keys ------------------------------------------------------------------------------------------


def test_a_changed_key_does_what_the_old_one_did_and_stands_on_what_it_presses(player: Player) -> None:
    first_line(player)
    assert "F" in written(player)
    set_to(player, SetKey(Key.F, "j"))
    assert "J" in written(player)
    assert "F" not in written(player)
    player.key(pygame.K_j, "j")
    assert player.page.screen is Screen.FLAG


def test_the_next_key_is_taken_while_a_key_is_waited_for_and_escape_leaves_it(player: Player) -> None:
    set_to(player, Go(Where.KEYS), ChangeKey(Key.R))
    player.key(pygame.K_ESCAPE)
    assert player.app.screen == KeysScreen()
    assert not player.app.settings.keys
    set_to(player, ChangeKey(Key.R))
    player.key(pygame.K_k, "k")
    assert player.app.settings.keys == ((Key.R, "k"),)
    assert player.app.screen == KeysScreen()


def test_dolj_hides_the_game_while_a_key_is_waited_for(player: Player) -> None:
    set_to(player, Go(Where.KEYS), ChangeKey(Key.R))
    for _ in range(3):
        player.key(pygame.K_LSHIFT)
    assert player.page.screen is Screen.HIDDEN
    player.key(pygame.K_k, "k")
    assert player.app.settings.keys == ()


# --- a gamepad -------------------------------------------------------------------------------------


def test_what_is_printed_on_a_gamepad_stands_on_what_it_presses_until_a_key_is_pressed(
    player: Player,
) -> None:
    first_line(player)
    assert "Mellanslag" in written(player)
    button(player, pygame.CONTROLLER_BUTTON_DPAD_UP)
    assert {"A", "X"} <= written(player)
    assert "Mellanslag" not in written(player)
    player.key(pygame.K_UP)
    assert "Mellanslag" in written(player)


def test_a_gamepad_that_is_unplugged_is_said_to_be_and_the_line_stays(player: Player, time: FakeTime) -> None:
    first_line(player)
    button(player, pygame.CONTROLLER_BUTTON_A)
    spot = player.page.spot
    player.post(pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=0))
    assert "Handkontrollen" in player.shell.display.caption.text
    assert player.page.spot == spot
    assert "Mellanslag" in written(player)
    look(player, time, 3.0)
    assert player.shell.display.caption.there(player.shell.now())
    look(player, time, 8.0)
    assert not player.shell.display.caption.there(player.shell.now())


# --- one switch ------------------------------------------------------------------------------------


def test_with_one_switch_a_ring_walks_and_any_key_a_click_or_a_touch_takes_what_it_is_on(
    player: Player, time: FakeTime
) -> None:
    first_line(player)
    set_to(player, SetScanning(Scanning.EVEN))
    presses: tuple[Callable[[], None], ...] = (
        lambda: player.key(pygame.K_g, "g"),
        lambda: player.click((3, 300)),
        lambda: player.tap((3, 300)),
        lambda: button(player, pygame.CONTROLLER_BUTTON_B),
    )
    for press in presses:
        spot = player.page.spot
        look(player, time, 1.0)
        assert player.shell.display.offered == (Forward(),)
        press()
        assert player.page.spot != spot
    pictures = set()
    for _ in range(12):
        look(player, time, 1.0)
        pictures.add(bytes_of(player.picture))
    assert len(pictures) >= 3


def test_who_helps_somebody_with_one_switch_still_has_shift_and_escape(
    player: Player, time: FakeTime
) -> None:
    first_line(player)
    set_to(player, SetScanning(Scanning.EVEN))
    look(player, time, 1.0)
    player.key(pygame.K_ESCAPE)
    assert player.page.screen is Screen.PAUSE
    for _ in range(3):
        player.key(pygame.K_LSHIFT)
    assert player.app.hidden is not None


def test_without_one_switch_nothing_is_offered(player: Player, time: FakeTime) -> None:
    first_line(player)
    look(player, time, 20.0)
    assert player.shell.display.offered == ()


# --- lines that come -------------------------------------------------------------------------------


def test_the_next_line_comes_by_itself_where_that_was_asked_for(player: Player, time: FakeTime) -> None:
    first_line(player)
    spot = player.page.spot
    look(player, time, 40.0)
    assert player.page.spot == spot
    set_to(player, SetPace(Pace.BRISK))
    look(player, time, 25.0)
    assert player.page.spot != spot


def test_nothing_comes_while_another_window_is_before_the_game_nor_when_a_question_is_asked(
    player: Player, time: FakeTime
) -> None:
    first_line(player)
    set_to(player, SetPace(Pace.BRISK))
    player.post(pygame.Event(pygame.WINDOWFOCUSLOST))
    spot = player.page.spot
    look(player, time, 30.0)
    assert player.page.spot == spot
    player.post(pygame.Event(pygame.WINDOWFOCUSGAINED))
    look(player, time, 25.0)
    assert player.page.spot != spot
    at(player, "choices")
    set_to(player, SetPace(Pace.BRISK))
    look(player, time, 30.0)
    assert player.page.screen is Screen.CHOICES


def test_a_flag_stops_the_lines_that_come(player: Player, time: FakeTime) -> None:
    first_line(player)
    set_to(player, SetPace(Pace.BRISK))
    spot = player.page.spot
    assert spot is not None
    with_mouse(player, OpenFlag(spot))
    look(player, time, 30.0)
    assert player.page.screen is Screen.FLAG


# --- a finger --------------------------------------------------------------------------------------


def test_a_second_finger_means_nothing_while_the_first_is_down(player: Player) -> None:
    first_line(player)
    spot, there = player.page.spot, player.middle(Forward())
    hide = player.middle(Hide())

    def finger(kind: int, pos: tuple[int, int], number: int) -> None:
        x, y = pos[0] / player.frame.size[0], pos[1] / player.frame.size[1]
        player.post(pygame.Event(kind, touch_id=1, finger_id=number, x=x, y=y, dx=0.0, dy=0.0, pressure=1.0))

    finger(pygame.FINGERDOWN, there, 1)
    finger(pygame.FINGERDOWN, hide, 2)
    finger(pygame.FINGERUP, hide, 2)
    assert player.page.screen is not Screen.HIDDEN
    assert player.page.spot == spot
    finger(pygame.FINGERUP, there, 1)
    assert player.page.spot != spot


def test_a_finger_that_is_drawn_upwards_scrolls_and_presses_nothing(player: Player) -> None:
    at(player, "log")
    player.shell.display.scroll_by(-(1 << 20))
    before = player.shell.display.scrolled
    for kind, y in ((pygame.FINGERDOWN, 0.8), (pygame.FINGERMOTION, 0.5), (pygame.FINGERUP, 0.5)):
        player.post(pygame.Event(kind, touch_id=1, finger_id=1, x=0.5, y=y, dx=0.0, dy=0.0, pressure=1.0))
    assert player.shell.display.scrolled > before
    assert player.page.screen is Screen.LOG


@pytest.mark.parametrize("language", ["sv", "ar"])
def test_a_press_on_the_scroll_bar_scrolls_towards_it_and_nobody_has_to_drag(
    player: Player, language: str
) -> None:
    player.app = replace(screens()["log"], settings=replace(player.app.settings, language=language))
    player.shell.display.scroll_by(-(1 << 20))
    scroll = player.frame.scroll
    assert scroll is not None
    side = scroll.area.left - 8 if scroll.bar_left else scroll.area.right + 8
    tops = [player.shell.display.scrolled]
    for _ in range(3):
        player.click((side, scroll.area.bottom - 4))
        tops.append(player.shell.display.scrolled)
    assert tops == sorted(set(tops))
    player.tap((side, scroll.area.top + 4))
    assert player.shell.display.scrolled < tops[-1]
    assert player.page.screen is Screen.LOG


# --- colours ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["title", "dialogue", "help"])
def test_other_colours_are_there_at_once_and_the_old_ones_come_back(player: Player, name: str) -> None:
    player.app = replace(screens()[name], settings=player.app.settings)
    warm = bytes_of(player.picture)
    for theme in (Theme.DARK, Theme.CONTRAST):
        set_to(player, SetTheme(theme))
        assert bytes_of(player.picture) != warm
    set_to(player, SetTheme(Theme.WARM))
    assert bytes_of(player.picture) == warm
