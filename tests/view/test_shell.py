"""The window: it rests when nothing moves, follows its size, its own events, and sound."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.commands import Sound
from game.screens.intents import Close, Go, Hide, Intent, Leave, OpenFlag, Where
from game.screens.keys import Key
from game.screens.settings import SetSound, SetTextSize
from game.view.ahead import drawn_ahead
from tests.view.at_the_window import STILL, FakeSpeaker, FakeTime, at, bytes_of, first_line, painted_afresh
from tests.view.every_screen import along, routes, screens, shelf, started
from tests.view.player import Player, with_mouse

if TYPE_CHECKING:
    from game.screens.model import App
    from game.story.moment import Spot


def run_until_rest(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    """The loop itself, until it waits for somebody to do something."""
    wait_calls(monkeypatch, until=1)
    player.shell.run()


def wait_calls(monkeypatch: pytest.MonkeyPatch, until: int) -> list[int]:
    """The times for which the loop sleeps, in milliseconds; after so many of them the window is closed."""
    slept: list[int] = []

    def wait(milliseconds: int) -> int:
        slept.append(milliseconds)
        if len(slept) == until:
            pygame.event.post(pygame.Event(pygame.QUIT))
        return milliseconds

    monkeypatch.setattr(pygame.time, "wait", wait)
    return slept


@pytest.mark.parametrize("name", ["title", "dialogue", "phone", "choices", "ending 1", "help", "hidden"])
def test_what_has_not_changed_is_not_drawn_again(player: Player, name: str) -> None:
    at(player, name)
    flips = player.watched.flips
    for _ in range(3):
        player.shell.draw()
    assert player.watched.flips == flips
    assert not player.shell.display.motion.moving(0.0)


def test_events_that_mean_nothing_draw_nothing(player: Player) -> None:
    at(player, "dialogue")
    player.move((3, 300))
    flips = player.watched.flips
    player.post(pygame.Event(pygame.WINDOWENTER), pygame.Event(pygame.ACTIVEEVENT))
    player.move((5, 303))
    player.post(pygame.Event(pygame.KEYUP, key=pygame.K_F5, mod=0, unicode=""))
    assert player.watched.flips == flips


def test_a_window_that_was_covered_is_drawn_again(player: Player) -> None:
    flips = player.watched.flips
    player.post(pygame.Event(pygame.WINDOWEXPOSED))
    assert player.watched.flips == flips + 1


def test_a_silence_breathes_and_comes_to_rest(moving: Player, time: FakeTime) -> None:
    at(moving, "silence")
    time.now += 1
    assert moving.shell.display.motion.moving(time.now)
    time.now += 60
    assert not moving.shell.display.motion.moving(time.now)


@pytest.mark.parametrize("name", ["dialogue", "phone", "beginnings"])
def test_the_last_picture_is_whole_when_the_loop_comes_to_rest(
    moving: Player, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    at(moving, "title")
    at(moving, name)
    run_until_rest(moving, monkeypatch)
    seen = bytes_of(moving.picture)
    moving.shell.running = True
    assert seen == painted_afresh(moving)


def test_a_fade_leaves_nothing_of_the_old_picture_while_letters_still_appear(
    moving: Player, time: FakeTime
) -> None:
    at(moving, "title")
    at(moving, "dialogue")
    motion = moving.shell.display.motion
    assert (motion.fading is None, motion.typing is None) == (False, False)
    for _ in range(4):
        time.now += 0.15
        moving.shell.draw(moving=motion.moving(time.now))
    assert (motion.fading is None, motion.typing is None) == (True, False)
    seen = bytes_of(moving.picture)
    assert seen == painted_afresh(moving)


def test_the_loop_sleeps_until_something_happens(
    player: Player, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(player, "dialogue")
    flips = player.watched.flips
    slept = wait_calls(monkeypatch, until=400)
    player.shell.run()
    assert sum(slept) > 4000
    assert max(slept) < 16
    assert time.ticks == 0
    assert player.watched.flips == flips + 1, "once, when the window was first shown"


@pytest.mark.parametrize("kind", [pygame.WINDOWRESIZED, pygame.WINDOWSIZECHANGED])
def test_a_resized_window_keeps_the_page_and_lays_it_out_again(player: Player, kind: int) -> None:
    at(player, "dialogue")
    page = player.page
    player.watched.window.size = (1600, 900)
    pygame.event.clear()
    player.post(pygame.Event(kind, x=1600, y=900))
    assert player.page == page
    assert player.frame.size == (1600, 900)
    assert player.picture.get_size() == (1600, 900)
    fresh = Player((1600, 900), STILL)
    seen = bytes_of(at(fresh, "dialogue").picture)
    fresh.close()
    assert bytes_of(player.picture) == seen


def test_a_conversation_stays_at_its_end_when_the_window_changes(player: Player) -> None:
    player.app = replace(screens()["phone"], settings=replace(STILL, text_size=200))
    scroll = player.frame.scroll
    assert scroll is not None
    assert scroll.most
    assert player.shell.display.scrolled == scroll.most
    player.watched.window.size = (1366, 768)
    player.post(pygame.Event(pygame.WINDOWRESIZED, x=1366, y=768))
    scroll = player.frame.scroll
    assert scroll is not None
    assert player.shell.display.scrolled == scroll.most


def test_f11_fills_the_screen_and_back(player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setattr(player.watched, "set_fullscreen", lambda *, desktop: done.append(f"full {desktop}"))
    monkeypatch.setattr(player.watched, "set_windowed", lambda: done.append("window"))
    player.press(Key.F11)
    assert player.app.settings.fullscreen
    player.press(Key.F11)
    assert done == ["full True", "window"]


@pytest.mark.parametrize("kind", [pygame.QUIT, pygame.WINDOWCLOSE])
def test_closing_the_window_ends_the_program(player: Player, kind: int) -> None:
    flips = player.watched.flips
    player.post(pygame.Event(kind))
    assert not player.shell.running
    assert player.watched.flips == flips


def test_leaving_ends_the_program_and_wipes_it(player: Player) -> None:
    first_line(player)
    player.press(Key.ESCAPE)
    with_mouse(player, Leave())
    assert not player.shell.running
    assert player.app.play is None


def _send(player: Player, *intents: Intent) -> None:
    for intent in intents:
        player.shell.send(intent)


def test_sound_is_off_until_it_is_turned_on(player: Player, speaker: FakeSpeaker) -> None:
    first_line(player)
    assert speaker.played == []
    _send(player, SetSound(on=True), OpenFlag(_spot(player)))
    assert speaker.played == [Sound.FLAG]


def test_hiding_silences_everything_at_once(player: Player, speaker: FakeSpeaker) -> None:
    _send(player, SetSound(on=True), Go(Where.STORIES), Hide())
    assert speaker.played == [Sound.PAGE, None]
    _send(player, Go(Where.HELP))
    assert speaker.played == [Sound.PAGE, None]


def _spot(player: Player) -> Spot:
    spot = player.page.spot
    assert spot is not None
    return spot


def test_a_changed_text_size_is_seen_at_once(player: Player) -> None:
    at(player, "settings, text")
    before = player.frame
    with_mouse(player, SetTextSize(200))
    assert player.frame != before
    with_mouse(player, Close())
    assert player.app.settings.text_size == 200


def test_what_may_come_next_is_drawn_ahead_and_changes_nothing(player: Player) -> None:
    ahead = next(along(started(), next(iter(routes().values()))))
    player.app = replace(ahead, settings=STILL)
    before: App = player.app
    steps = list(drawn_ahead(before, shelf().words, player.shell.display))
    assert len(steps) > 1
    assert player.app is before
    assert painted_afresh(player) == bytes_of(player.picture)
