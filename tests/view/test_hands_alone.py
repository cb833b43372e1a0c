"""The real story from the title to an ending, to help, to Dölj and back: by each kind of hand alone, in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pygame
import pytest

from game.screens.intents import (
    Begin,
    Choose,
    Forward,
    Go,
    Hide,
    Intent,
    PickAdult,
    PickStory,
    TapHeading,
    Where,
)
from game.screens.keys import Key
from game.screens.page import Screen
from game.screens.settings import Scanning, Settings, Speed
from game.story.moment import TellOption
from tests.view.at_the_window import SMALL, FakeTime
from tests.view.every_screen import STORY, routes
from tests.view.player import KEYS, Player, with_finger, with_keys, with_mouse

if TYPE_CHECKING:
    from collections.abc import Callable

Hand: TypeAlias = "Callable[[Player, FakeTime, Intent], None]"

LOOK = 0.2
"""Seconds between two looks of somebody with one switch."""
PATIENCE = 600
PAD = {
    Key.SPACE: pygame.CONTROLLER_BUTTON_A,
    Key.DOWN: pygame.CONTROLLER_BUTTON_DPAD_DOWN,
}


def keyboard(player: Player, time: FakeTime, intent: Intent) -> None:
    """The key that is shown, or focus and Enter."""
    with_keys(player, intent)


def mouse(player: Player, time: FakeTime, intent: Intent) -> None:
    """A click."""
    with_mouse(player, intent)


def touch(player: Player, time: FakeTime, intent: Intent) -> None:
    """A tap; what is out of sight is brought there by a drag."""
    with_finger(player, intent)


def gamepad(player: Player, time: FakeTime, intent: Intent) -> None:
    """Down until it has focus, and A."""
    for _ in range(120):
        if player.focus == intent:
            break
        _button(player, PAD[Key.DOWN])
    assert player.focus == intent, f"{intent} cannot be reached on {player.page.screen}"
    _button(player, PAD[Key.SPACE])


def _button(player: Player, button: int) -> None:
    for kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
        player.post(pygame.Event(kind, instance_id=0, button=button))


def one_switch(player: Player, time: FakeTime, intent: Intent) -> None:
    """Waits until it is offered, alone or in a group, and presses the one key there is."""
    before = player.page, player.app.hidden
    for _ in range(PATIENCE):
        time.now += LOOK
        player.shell._comes()
        player.shell.draw()
        offered = player.shell.display.offered
        if intent in offered:
            player.key(KEYS[Key.SPACE], " ")
            time.now += 1.0
            if (player.page, player.app.hidden) != before:
                return
    raise AssertionError(f"{intent} is never offered on {player.page.screen}")


HANDS: dict[str, Hand] = {
    "keyboard": keyboard,
    "mouse": mouse,
    "touch": touch,
    "gamepad": gamepad,
    "one switch": one_switch,
}


def next_on_the_way(player: Player, left: list[int]) -> Intent:
    """What leads towards the ending from here."""
    page, play = player.page, player.app.play
    if page.screen is Screen.CHOICES:
        return Choose(left.pop(0))
    if page.screen is not Screen.TELLING:
        return Forward()
    if any(item.intent == Choose(left[0]) for item in page.items()):
        return Choose(left.pop(0))
    assert play is not None
    options = [option for option in play.moment.segment.options if isinstance(option, TellOption)]
    return PickAdult(next(option.hearing.adult for option in options if option.number == left[0]))


@pytest.mark.parametrize(
    ("hand", "language"), [*((hand, "sv") for hand in HANDS), ("keyboard", "ar"), ("touch", "ar")]
)
def test_a_story_is_played_to_its_end_to_help_and_to_dolj_and_back_by_one_kind_of_hand_alone(
    hand: str, language: str, time: FakeTime
) -> None:
    scanning = Scanning.BRISK if hand == "one switch" else Scanning.OFF
    player = Player(
        SMALL,
        Settings(language, speed=Speed.AT_ONCE, less_motion=True, scanning=scanning),
        painted=False,
    )
    do = HANDS[hand]
    for intent in (Go(Where.STORIES), PickStory(STORY), Begin()):
        do(player, time, intent)
    left = min(map(list, routes().values()), key=len)
    while Go(Where.RECAP) not in {item.intent for item in player.page.items()}:
        do(player, time, next_on_the_way(player, left))
    do(player, time, Go(Where.RECAP))
    do(player, time, Go(Where.HELP))
    do(player, time, Hide())
    assert Go(Where.HELP) not in {item.intent for item in player.page.items()}
    for _ in range(3):
        if hand == "keyboard":
            player.key(pygame.K_LSHIFT)
        else:
            do(player, time, TapHeading())
    assert player.page.screen is Screen.HELP
    player.close()
