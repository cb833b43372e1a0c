"""The whole window with a reader at it: what it asks for happens, and what it hears is there at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pygame
import pytest

from game.screens import navigation
from game.screens.intents import Forward
from game.screens.page import Screen
from game.screens.settings import Settings
from game.view.access.reader import ASKED
from tests.view.at_the_window import SMALL, assert_can_be_seen, at, first_line
from tests.view.player import Player

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.view.access.platform import Platform
    from tests.view.at_the_window import FakeTime

SITTING = Settings(less_motion=True)


@pytest.fixture
def player(platform: Platform) -> Iterator[Player]:
    made = Player(SMALL, SITTING)
    made.shell._access.due()
    yield made
    made.close()


def ids(platform: Platform) -> dict[str, int]:
    """What has been told, by its words."""
    return {node.label or node.value: each for update in platform.updates for each, node in update.nodes}


def ask(player: Player, node: int, *, pressed: bool) -> None:
    player.post(pygame.Event(ASKED, node=node, pressed=pressed))


def test_what_a_reader_presses_is_pressed(player: Player, platform: Platform) -> None:
    platform.come()
    player.post()
    ask(player, ids(platform)["Spela"], pressed=True)
    assert player.page.screen is Screen.STORIES
    assert "Välj en berättelse" in ids(platform)


def test_what_a_reader_stands_at_has_focus_and_comes_into_sight(player: Player, platform: Platform) -> None:
    at(player, "log")
    platform.come()
    player.post()
    first = player.page.items()[0]
    ask(player, ids(platform)[first.label], pressed=False)
    assert player.focus == first.intent
    assert_can_be_seen(player, "log")


def test_a_line_that_is_heard_is_there_at_once_so_that_space_goes_on(
    platform: Platform, time: FakeTime, player: Player
) -> None:
    platform.come()
    first_line(player)
    assert player.shell.display.motion.shown(time()) is None
    line = player.page.body
    player.key(pygame.K_SPACE, " ")
    assert player.page.body != line


def test_without_a_reader_letters_appear_one_by_one(
    platform: Platform, time: FakeTime, player: Player
) -> None:
    first_line(player)
    assert player.shell.display.motion.shown(time()) is not None
    assert platform.updates == []


def test_pressing_the_line_itself_goes_on(player: Player, platform: Platform) -> None:
    first_line(player)
    platform.come()
    player.post()
    before = player.page.body
    update: Any = platform.updates[-1]
    assert navigation.focused(player.app, player.page) == Forward()
    ask(player, update.focus, pressed=True)
    assert player.page.body != before


def test_a_reader_is_waited_for_when_nothing_moves(player: Player, platform: Platform) -> None:
    assert not player.shell._comes()
    platform.come()
    assert player.shell._comes()
    player.post()
    assert not player.shell._comes()
