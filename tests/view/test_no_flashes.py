"""Nothing flashes more than three times a second: the analyser itself, and the liveliest that can be seen and done."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.settings import Settings, Speed
from tests.view.at_the_window import FakeSpeaker, FakeTime, at, bytes_of, first_line, painted_afresh
from tests.view.flashes import ACROSS, Light, Shot, flashes, shot
from tests.view.player import Player

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROWS = 14
LEAST = (640, 400)
"""The smallest window: it is quickest to film, and a field of ten degrees is as large a part of any."""
BLACK, GREY, WHITE = ((each,) * 3 for each in (0.0, 0.3, 1.0))

# --- the analyser ----------------------------------------------------------------------------------


def film(light: Callable[[float], Light], part: float = 1.0, seconds: float = 2.0) -> list[Shot]:
    """Sixty pictures a second, of which the left part is as bright as told and the rest stays grey."""
    wide = round(ACROSS * part)
    times = [number / 60 for number in range(round(seconds * 60))]
    return [Shot(at, ACROSS, ((light(at),) * wide + (GREY,) * (ACROSS - wide)) * ROWS) for at in times]


def strobe(hertz: float, one: Light = WHITE, other: Light = BLACK) -> Callable[[float], Light]:
    return lambda now: one if (now * hertz) % 1 < 0.5 else other


@pytest.mark.parametrize("hertz", [4, 5, 8, 12, 25, 30])
def test_a_strobe_is_seen(hertz: float) -> None:
    assert any("too many flashes" in each for each in flashes(film(strobe(hertz))))


@pytest.mark.parametrize(
    "still",
    [
        film(lambda _: WHITE),
        film(strobe(1)),
        film(strobe(2.9)),
        # One long fade, up and down again in four seconds.
        film(lambda now: (0.5 - 0.5 * math.cos(now * math.pi / 2),) * 3, seconds=4),
        # Less than a tenth of the luminance.
        film(strobe(10, (0.5,) * 3, (0.42,) * 3)),
        # Both are bright.
        film(strobe(10, WHITE, (0.82,) * 3)),
        # Less than a quarter of any field.
        film(strobe(10), part=0.05),
    ],
)
def test_what_is_below_the_threshold_is_left_in_peace(still: list[Shot]) -> None:
    assert flashes(still) == []


def test_a_flash_of_a_part_of_the_picture_is_seen_where_it_takes_a_quarter_of_a_field() -> None:
    assert flashes(film(strobe(6), part=0.13))


def test_fast_waves_are_flashes_also_when_they_are_soft() -> None:
    assert flashes(film(lambda now: (0.4 + 0.3 * math.sin(now * 2 * math.pi * 5),) * 3))


def test_a_saturated_red_that_comes_and_goes_is_seen_though_it_is_as_bright_as_the_rest() -> None:
    red, as_bright = (0.9, 0.02, 0.02), (0.2071,) * 3
    found = flashes(film(strobe(6, red, as_bright)))
    assert found
    assert all("red" in each for each in found)
    assert flashes(film(strobe(6, (0.30, 0.18, 0.18), as_bright))) == []


# --- the game --------------------------------------------------------------------------------------


class Filmed:
    """A player whose window is filmed, sixty pictures a second in a time that is stepped by hand."""

    def __init__(self, player: Player, time: FakeTime) -> None:
        self.player = player
        self.time = time
        self.shots: list[Shot] = []
        self.seen: set[object] = set()
        """Every screen in every theme and language that there was."""

    def roll(self, seconds: float, press: Callable[[int], tuple[pygame.Event, ...]] = lambda _: ()) -> None:
        """So long; `press` says what comes in at the picture with this number."""
        for number in range(round(seconds * 60)):
            self.time.now += 1 / 60
            shell = self.player.shell
            self.player.post(*press(number))
            shell.draw(moving=shell.display.motion.moving(shell.now()))
            self.shots.append(shot(self.player.picture, self.time.now))
            settings = self.player.app.settings
            self.seen.add((self.player.page.screen, settings.theme, settings.language))

    def flashes(self) -> list[str]:
        return flashes(self.shots)


@pytest.fixture
def filmed(time: FakeTime, speaker: FakeSpeaker) -> Iterator[Filmed]:
    made = Player(LEAST, Settings())
    yield Filmed(made, time)
    made.close()


def struck(*keys: int, every: int, shift: bool = False) -> Callable[[int], tuple[pygame.Event, ...]]:
    """The keys in turn, one at every so many pictures."""

    def press(number: int) -> tuple[pygame.Event, ...]:
        if number % every:
            return ()
        key = keys[number // every % len(keys)]
        mod = pygame.KMOD_SHIFT if shift else 0
        return tuple(
            pygame.Event(kind, key=key, unicode="", mod=mod, scancode=0)
            for kind in (pygame.KEYDOWN, pygame.KEYUP)
        )

    return press


FAST = 2
"""Pictures between two keys: thirty a second, as a keyboard repeats one that is held."""
BY_HAND = 8
"""Pictures between two keys: as fast as somebody hits them."""


def test_the_liveliest_stretches_do_not_flash(filmed: Filmed) -> None:
    first_line(filmed.player)
    for name in (
        "dialogue",
        "phone",
        "choices",
        "silence",
        "narration",
        "phone, flagged",
        "breathe",
        "ending 1",
    ):
        at(filmed.player, name)
        filmed.roll(1.2)
    assert filmed.flashes() == []


@pytest.mark.parametrize("every", [FAST, BY_HAND])
def test_reading_as_fast_as_keys_come_does_not_flash(filmed: Filmed, every: int) -> None:
    first_line(filmed.player)
    filmed.roll(4, struck(pygame.K_SPACE, every=every))
    assert filmed.flashes() == []


@pytest.mark.parametrize("less", [False, True])
@pytest.mark.parametrize("name", ["dialogue", "choices", "help"])
def test_going_through_the_languages_does_not_flash(filmed: Filmed, name: str, *, less: bool) -> None:
    settled(filmed, name, less=less)
    filmed.roll(1.8, struck(pygame.K_F2, every=FAST))
    assert filmed.flashes() == []
    assert len(filmed.seen) == 6


def settled(filmed: Filmed, name: str, *, less: bool) -> None:
    """At a screen that has come to rest, with or without movement."""
    filmed.player.app = replace(filmed.player.app, settings=Settings(speed=Speed.AT_ONCE, less_motion=less))
    at(filmed.player, name)
    filmed.roll(1)
    filmed.shots.clear()
    filmed.seen.clear()


TURNS = {
    "pause": ("dialogue", (pygame.K_ESCAPE,)),
    "help": ("dialogue", (pygame.K_F1, pygame.K_ESCAPE)),
    "the flag": ("phone", (pygame.K_f, pygame.K_ESCAPE)),
    "what was said": ("dialogue", (pygame.K_PAGEUP, pygame.K_ESCAPE)),
    "hidden": ("dialogue", (pygame.K_LSHIFT,)),
    "back and on": ("choices", (pygame.K_BACKSPACE, pygame.K_SPACE)),
}
"""Where one begins, and the keys that lead from one screen to another and back."""


@pytest.mark.parametrize("less", [False, True])
@pytest.mark.parametrize("every", [FAST, BY_HAND])
@pytest.mark.parametrize("turn", TURNS)
def test_screens_that_take_turns_do_not_flash(filmed: Filmed, turn: str, every: int, *, less: bool) -> None:
    name, keys = TURNS[turn]
    settled(filmed, name, less=less)
    filmed.roll(1.8, struck(*keys, every=every))
    assert filmed.flashes() == []
    assert len(filmed.seen) == 2
    filmed.roll(1)
    assert bytes_of(filmed.player.picture) == painted_afresh(filmed.player)


@pytest.mark.parametrize("every", [FAST, BY_HAND])
def test_themes_that_take_turns_do_not_flash(filmed: Filmed, every: int) -> None:
    settled(filmed, "settings, colours", less=True)
    filmed.roll(1.8, struck(pygame.K_TAB, pygame.K_RETURN, every=every))
    assert filmed.flashes() == []
    assert len(filmed.seen) > 1
