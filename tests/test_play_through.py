"""Every ending of the real story is played by keys, mouse and touch, and every page on the way is looked at."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.intents import Begin, Choose, Forward, Go, Hide, Intent, PickAdult, PickStory, Where
from game.screens.page import Screen
from game.screens.settings import Settings, Speed
from game.story.model import Ending
from game.story.moment import TellOption
from game.view.display import Display
from game.view.frame import TextOp
from game.view.pointed import Pointed
from tests.view.every_screen import STORY, Size, machine, routes
from tests.view.player import HANDS, Player
from tests.view.support import faults, texts, unsaid

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES: tuple[Size, ...] = ((1024, 600), (1366, 768), (3840, 2160))
TEXT_SIZES = (100, 200)
PAINTED = (1024, 600), 100
"""Every ending is also painted like this, the nearest one at every size: painting all of them would take minutes."""
HUGE = 1920 * 1080
"""In a window of more pixels, one page of each kind is painted: painting every one would take most of a minute."""
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
def _nearest() -> str:
    """The ending with the fewest decisions."""
    return min(sorted(routes()), key=lambda ending: len(routes()[ending]))


def _is_painted(ending: str, size: Size, text_size: int) -> bool:
    return (size, text_size) == PAINTED or ending == _nearest()


@cache
def _looked_at(said: tuple[str, ...], screen: Screen, size: Size, text_size: int) -> set[str]:
    """What was found on a page before: the ways to the endings share most of their pages."""
    return set()


class Way:
    """One play along the decisions that lead to an ending."""

    def __init__(
        self, player: Player, hands: Callable[[Player, Intent], None], ending: str, *, glimpses: bool = False
    ) -> None:
        self.player = player
        self.glimpses = glimpses
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
        if self.glimpses and page.screen not in self.screens:
            Display.paint(self.player.shell.display, self.player.picture, 0.0, self.player.focus, Pointed())
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
    painted = _is_painted(ending, size, text_size)
    huge = size[0] * size[1] > HUGE
    player = Player(size, settings, painted=painted and not huge)
    way = Way(player, HANDS[hands], ending, glimpses=painted and huge)
    way.go()
    shown = {op.block.text for op in player.frame.everything() if isinstance(op, TextOp)}
    tones = _tones(player.picture)
    player.close()
    assert way.reached == ending
    assert way.told
    assert way.faults == []
    assert {Screen.DIALOGUE, Screen.PHONE, Screen.CHOICES, Screen.EYES} <= way.screens
    assert "Dina vägar" in shown
    assert (tones > 10) == painted


def _tones(picture: pygame.Surface) -> int:
    """How many colours a coarse look at the picture finds: a window that nothing was painted on has one."""
    across, down = picture.get_size()
    points = product(range(0, across, max(1, across // 160)), range(0, down, max(1, down // 90)))
    return len({picture.get_at_mapped(point) for point in points})


def test_the_story_has_the_endings_that_are_played() -> None:
    endings = {id_ for id_, scene in machine().story.scenes.items() if isinstance(scene.exit, Ending)}
    assert set(routes()) == endings
    assert len(endings) >= 5


def test_something_is_painted_at_every_size_and_text_size() -> None:
    painted = {
        (size, text_size) for ending, size, text_size, _ in _turns() if _is_painted(ending, size, text_size)
    }
    assert painted == set(product(SIZES, TEXT_SIZES))


def test_keys_mouse_and_touch_all_come_to_every_ending() -> None:
    turns = {(ending, hands) for ending, _, _, hands in _turns()}
    assert turns == set(product(routes(), HANDS))
