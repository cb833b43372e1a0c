"""What the tests of the window share: a time that stands still, a speaker, and ways to come to a screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame

from game.screens.intents import PickStory
from game.screens.settings import Settings, Speed
from tests.view.every_screen import STORY, after, screens, started
from tests.view.player import Player, with_mouse

if TYPE_CHECKING:
    from game.screens.commands import Sound

STILL = Settings(speed=Speed.AT_ONCE, less_motion=True)
SMALL = (1024, 600)


class FakeTime:
    """A time that passes hardly by itself, and by a sixtieth of a second for each tick."""

    def __init__(self) -> None:
        self.now = 100.0
        self.ticks = 0

    def __call__(self) -> float:
        self.now += 0.0001
        return self.now

    def tick(self, frames: int) -> int:
        self.ticks += 1
        self.now += 1 / frames
        return 1000 // frames


class FakeSpeaker:
    """Says what it was asked to play."""

    def __init__(self) -> None:
        self.played: list[Sound | None] = []

    def play(self, sound: Sound) -> bool:
        self.played.append(sound)
        return True

    def silence(self) -> None:
        self.played.append(None)


def at(player: Player, name: str) -> Player:
    """The player comes to a screen."""
    player.app = replace(screens()[name], settings=player.app.settings)
    return player


def first_line(player: Player) -> Player:
    player.app = replace(after(started(), PickStory(STORY)), settings=player.app.settings)
    with_mouse(player, player.page.foot[1].intent)
    return player


def step(player: Player) -> tuple[object, int]:
    """Where the play is."""
    play = player.app.play
    assert play is not None
    return play.moment.segment.entry, play.moment.step


def bytes_of(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGB")


def painted_afresh(player: Player) -> bytes:
    """What the window should show when nothing moves: everything, drawn now."""
    player.post(pygame.Event(pygame.WINDOWEXPOSED))
    return bytes_of(player.picture)


def assert_can_be_seen(player: Player, name: str) -> None:
    assert player.focus is not None
    target = player.target(player.focus)
    scroll = player.frame.scroll
    if target.scrolls and scroll:
        box = player.shell.display.where(target)
        seen = box.clip(scroll.area)
        assert seen.height >= min(box.height, scroll.area.height - 40 * player.scale()), name
        assert seen.top == box.top, name


def beside(player: Player) -> tuple[int, int]:
    """A place with nothing to press."""
    for y in range(120, player.frame.size[1], 7):
        if player.shell.display.target_at((5, y)) is None:
            return 5, y
    raise AssertionError
