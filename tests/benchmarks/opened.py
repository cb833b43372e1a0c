"""The real game, opened at the first line of the real story, and the keys that lead on from any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.resources import LOCALE, SCENARIOS
from game.screens.intents import Begin, Forward, PickStory
from game.screens.keys import DIGITS
from game.screens.model import App
from game.screens.settings import Settings, Speed
from game.tools.bookshelf import Bookshelf
from game.view.art import Art
from game.view.display import Display
from game.view.rig import load_rig
from game.view.shell import Shell
from game.view.window import open_window
from tests.benchmarks.sampling import WatchedWindow
from tests.benchmarks.stories import STORY

if TYPE_CHECKING:
    import random

    from game.screens.page import Page

STILL = Settings(speed=Speed.AT_ONCE, less_motion=True)
"""Every line whole at once."""


def open_game(size: tuple[int, int], settings: Settings) -> Shell:
    """The program with a window of exactly this size, at the first line of the story."""
    pygame.Window = WatchedWindow  # type: ignore[misc]
    shelf = Bookshelf(SCENARIOS, LOCALE)
    app = App(shelf.library(), settings)
    window = open_window("", size)
    art = Art(SCENARIOS / "places", load_rig(SCENARIOS / "portraits"))
    shell = Shell(app, shelf, window, Display(art, window.get_surface().get_size()))
    shell.send(PickStory(STORY))
    shell.send(Begin())
    return shell


def next_key(page: Page, chance: random.Random) -> pygame.Event:
    """The key that leads on from a page; any of the choices where there are some."""
    choices = [number for number, key in enumerate(DIGITS) if key in page.keys]
    if page.default == Forward() or not choices:
        return pygame.Event(pygame.KEYDOWN, key=pygame.K_SPACE, mod=0, unicode=" ")
    number = chance.choice(choices)
    return pygame.Event(pygame.KEYDOWN, key=pygame.K_1 + number, mod=0, unicode=str(number + 1))
