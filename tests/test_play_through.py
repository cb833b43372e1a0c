"""Every ending of the real story is played by keys, mouse and touch, and every page on the way is looked at."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.intents import Begin, Choose, Forward, Go, Hide, Intent, PickAdult, PickStory, Speed, Where
from game.screens.model import Settings
from game.screens.page import Screen
from game.story.model import Ending
from game.story.moment import TellOption
from game.view.frame import TextOp
from tests.view.every_screen import STORY, Size, machine, routes
from tests.view.player import HANDS, Player
from tests.view.support import faults, texts, unsaid

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES: tuple[Size, ...] = ((1024, 600), (1366, 768), (3840, 2160))
TEXT_SIZES = (100, 200)
PAINTED = (1024, 600)
AFTERWARDS: dict[Screen, Intent] = {
    Screen.ENDING: Go(Where.RECAP),
    Screen.RECAP: Go(Where.TIMELINE),
    Screen.TIMELINE: Go(Where.EYES),
    Screen.EYES: Forward(),
}


def _turns() -> list[tuple[str, Size, int, str]]:
    """Each ending at each size and text size; keys, mouse and touch take turns."""
    settings = list(product(SIZES, TEXT_SIZES))
    hands = list(HANDS)
    return [
        (ending, size, text_size, hands[(number + turn + turn // len(hands)) % len(hands)])
        for number, ending in enumerate(sorted(routes()))
        for turn, (size, text_size) in enumerate(settings)
    ]


@cache
def _looked_at(said: tuple[str, ...], screen: Screen, size: Size, text_size: int) -> set[str]:
    """What was found on a page before: the ways to the endings share most of their pages."""
    return set()


class Way:
    """One play along the decisions that lead to an ending."""

    def __init__(self, player: Player, hands: Callable[[Player, Intent], None], ending: str) -> None:
        self.player = player
        self.do = hands
        self.left = list(routes()[ending])
        self.reached = ""
        self.told = ""
        self.screens: set[Screen] = set()
        self.faults: list[str] = []

    def go(self) -> None:
        """From the title to the ways, after the ending."""
        for intent in (Go(Where.STORIES), PickStory(STORY), Hide(practice=True)):
            self.look()
            self.do(self.player, intent)
        self.look()
        for _ in range(3):
            self.player.key(pygame.K_LSHIFT)
        self.look()
        self.do(self.player, Begin())
        while self.player.page.screen is not Screen.WAYS:
            self.look()
            self.do(self.player, self.next())
        self.look()

    def next(self) -> Intent:
        """What is meant on this page."""
        page = self.player.page
        if page.screen is Screen.ENDING:
            self._arrived()
        if page.screen in AFTERWARDS:
            return AFTERWARDS[page.screen]
        if page.screen is Screen.CHOICES:
            return Choose(self.left.pop(0))
        if page.screen is Screen.TELLING:
            return self._telling()
        return Forward()

    def _telling(self) -> Intent:
        number = self.left[0]
        if any(item.intent == Choose(number) for item in self.player.page.items()):
            return Choose(self.left.pop(0))
        play = self.player.app.play
        assert play is not None
        options = [option for option in play.moment.segment.options if isinstance(option, TellOption)]
        return PickAdult(next(option.hearing.adult for option in options if option.number == number))

    def _arrived(self) -> None:
        play = self.player.app.play
        assert play is not None
        assert isinstance(play.ending, Ending)
        self.reached = play.moment.scene
        self.told = play.ending.text

    def look(self) -> None:
        """Is everything on the screen as it should be?"""
        page, frame = self.player.page, self.player.frame
        self.screens.add(page.screen)
        said = texts(page)
        assert self.player.shell.display.page == page
        assert said
        seen = _looked_at(said, page.screen, frame.size, self.player.app.settings.text_size)
        if not seen:
            seen.add("looked at")
            self.faults += faults(frame) + unsaid(page, frame)
        if self.player.focus is not None:
            assert self.player.target(self.player.focus).item in page.items()


@pytest.mark.parametrize(("ending", "size", "text_size", "hands"), _turns())
def test_every_ending_is_reached_and_every_page_is_whole(
    ending: str, size: Size, text_size: int, hands: str
) -> None:
    settings = Settings(text_size=text_size, speed=Speed.AT_ONCE, less_motion=True)
    player = Player(size, settings, painted=size == PAINTED and text_size == 100)
    way = Way(player, HANDS[hands], ending)
    way.go()
    shown = {op.block.text for op in player.frame.everything() if isinstance(op, TextOp)}
    player.close()
    assert way.reached == ending
    assert way.told
    assert way.faults == []
    assert {Screen.DIALOGUE, Screen.PHONE, Screen.CHOICES, Screen.EYES} <= way.screens
    assert "Dina vägar" in shown


def test_the_story_has_the_endings_that_are_played() -> None:
    endings = {id_ for id_, scene in machine().story.scenes.items() if isinstance(scene.exit, Ending)}
    assert set(routes()) == endings
    assert len(endings) >= 5


def test_keys_mouse_and_touch_all_come_to_every_ending() -> None:
    turns = {(ending, hands) for ending, _, _, hands in _turns()}
    assert turns == set(product(routes(), HANDS))
