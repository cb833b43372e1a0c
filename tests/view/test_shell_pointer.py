"""Mouse and touch: what they press, what they scroll, and what they leave alone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.intents import (
    Go,
    Where,
)
from game.screens.page import Screen
from tests.view.at_the_window import STILL, at, beside, bytes_of, first_line, step
from tests.view.every_screen import screens

if TYPE_CHECKING:
    from tests.view.player import Player


def test_a_click_beside_everything_goes_on_where_that_is_the_only_question(player: Player) -> None:
    first_line(player)
    begun = step(player)
    player.click(beside(player))
    assert step(player) != begun


@pytest.mark.parametrize("name", ["title", "choices", "telling", "ending 1", "flag", "pause", "hidden"])
def test_a_click_beside_everything_does_nothing_elsewhere(player: Player, name: str) -> None:
    at(player, name)
    page = player.page
    player.click(beside(player))
    assert player.page == page


def test_a_press_that_is_let_go_somewhere_else_does_nothing(player: Player) -> None:
    first_line(player)
    begun, page = step(player), player.page
    flag, on = page.foot
    press = partial(player.button, pygame.MOUSEBUTTONDOWN)
    let_go = partial(player.button, pygame.MOUSEBUTTONUP)
    y = player.middle(on.intent)[1]
    aside = (player.middle(flag.intent)[0] + player.middle(on.intent)[0]) // 2, y
    for begin, end in (
        (player.middle(flag.intent), player.middle(on.intent)),
        (player.middle(flag.intent), aside),
        (aside, player.middle(flag.intent)),
    ):
        assert (begin == aside) == (player.shell.display.target_at(begin) is None)
        press(begin)
        player.move(end, held=True)
        let_go(end)
        assert (step(player), player.page) == (begun, page)


def test_a_hand_that_trembles_still_presses_where_nothing_scrolls(player: Player) -> None:
    at(player, "title")
    x, y = player.middle(Go(Where.STORIES))
    player.button(pygame.MOUSEBUTTONDOWN, (x, y))
    player.move((x, y + 14), held=True)
    player.button(pygame.MOUSEBUTTONUP, (x, y + 14))
    assert player.page.screen is Screen.STORIES


def test_other_buttons_press_nothing(player: Player) -> None:
    pos = player.middle(Go(Where.STORIES))
    for button in (2, 3):
        player.button(pygame.MOUSEBUTTONDOWN, pos, button)
        player.button(pygame.MOUSEBUTTONUP, pos, button)
    assert player.page.screen is Screen.TITLE


def test_what_is_under_the_pointer_has_a_ring_inside_a_thicker_one_while_held_and_its_words_stay_as_clear(
    player: Player,
) -> None:
    target = player.target(Go(Where.HELP))
    pos = target.rect.center
    words = target.rect.inflate(-target.rect.width // 3, -target.rect.height // 2)

    def edge_and_words() -> tuple[bytes, bytes]:
        return tuple(bytes_of(player.picture.subsurface(part)) for part in (target.rect, words))  # type: ignore[return-value]

    plain = edge_and_words()
    player.move(pos)
    hovered = edge_and_words()
    player.button(pygame.MOUSEBUTTONDOWN, pos)
    held = edge_and_words()
    player.move((3, 590), held=False)
    assert len({plain[0], hovered[0], held[0]}) == 3
    assert plain[1] == hovered[1] == held[1]
    assert edge_and_words() == plain


def test_nothing_is_lit_when_the_pointer_has_left_the_window(player: Player) -> None:
    plain = bytes_of(player.picture)
    player.move(player.middle(Go(Where.HELP)))
    assert bytes_of(player.picture) != plain
    player.post(pygame.Event(pygame.WINDOWLEAVE))
    assert bytes_of(player.picture) == plain


def test_the_wheel_scrolls_and_stops_at_both_ends(player: Player) -> None:
    player.app = replace(screens()["recap"], settings=STILL)
    scroll = player.frame.scroll
    assert scroll is not None
    player.wheel(-1)
    assert player.shell.display.scrolled == round(90 * player.scale())
    player.wheel(5)
    assert player.shell.display.scrolled == 0
    player.wheel(-500)
    assert player.shell.display.scrolled == scroll.most
    flips = player.watched.flips
    player.wheel(-1)
    assert player.watched.flips == flips


def test_a_drag_scrolls_and_presses_nothing(player: Player) -> None:
    player.app = replace(screens()["log"], settings=STILL, focus=None)
    player.key(pygame.K_HOME)
    page = player.page
    target = next(target for target in player.frame.targets if target.scrolls)
    x, y = target.rect.center
    player.button(pygame.MOUSEBUTTONDOWN, (x, y))
    for down in (20, 60, 120):
        player.move((x, y - down), held=True)
    player.button(pygame.MOUSEBUTTONUP, (x, y - 120))
    assert player.shell.display.scrolled == 120
    assert player.page == page


def test_what_has_scrolled_out_of_sight_cannot_be_pressed(player: Player) -> None:
    player.app = replace(screens()["log"], settings=STILL, focus=None)
    player.key(pygame.K_END)
    page, scroll = player.page, player.frame.scroll
    assert scroll is not None
    player.click((scroll.area.centerx, scroll.area.y - 4))
    assert player.page == page
