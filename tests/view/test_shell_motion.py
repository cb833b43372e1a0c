"""What moves in the window: letters, fades, messages, breaths."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.screens.intents import Forward
from game.screens.keys import Key
from game.screens.settings import Settings, Speed
from tests.view.at_the_window import STILL, FakeTime, at, bytes_of, first_line, painted_afresh, step
from tests.view.player import HANDS, Player


def test_the_first_press_shows_the_whole_line_and_the_second_goes_on(moving: Player, time: FakeTime) -> None:
    first_line(moving)
    display = moving.shell.display
    time.now += 1
    begun = step(moving)
    assert display.motion.shown(time.now) is not None
    moving.press(Key.SPACE)
    assert step(moving) == begun
    assert display.motion.shown(time.now) is None
    moving.press(Key.SPACE)
    assert step(moving) != begun


@pytest.mark.parametrize("hands", ["mouse", "touch"])
def test_the_first_click_shows_the_whole_line_and_the_second_goes_on(
    moving: Player, time: FakeTime, hands: str
) -> None:
    first_line(moving)
    begun = step(moving)
    time.now += 1
    HANDS[hands](moving, Forward())
    assert step(moving) == begun
    assert not moving.shell.display.motion.moving(time.now)
    HANDS[hands](moving, Forward())
    assert step(moving) != begun


@pytest.mark.parametrize("speed", [Speed.CALM, Speed.QUICK])
def test_letters_appear_at_the_speed_that_was_chosen(moving: Player, speed: Speed) -> None:
    moving.app = replace(moving.app, settings=Settings(speed=speed))
    motion = first_line(moving).shell.display.motion
    assert motion.typing is not None
    assert motion.shown(motion.typing) == 0
    assert motion.shown(motion.typing + 0.501) == speed.value // 2
    assert motion.shown(motion.typing + 60) is None


def test_all_at_once_is_all_at_once(moving: Player) -> None:
    moving.app = replace(moving.app, settings=Settings(speed=Speed.AT_ONCE))
    first_line(moving)
    assert moving.shell.display.motion.typing is None
    begun = step(moving)
    moving.press(Key.SPACE)
    assert step(moving) != begun


@pytest.mark.parametrize("name", ["dialogue", "phone", "silence", "breathe", "ending 1", "eyes"])
def test_with_less_motion_nothing_fades_arrives_or_breathes(
    moving: Player, time: FakeTime, name: str
) -> None:
    moving.app = replace(moving.app, settings=STILL)
    at(moving, "title")
    at(moving, name)
    assert not moving.shell.display.motion.moving(time.now)


@pytest.mark.parametrize(
    ("name", "what"), [("dialogue", "fading"), ("phone", "arriving"), ("silence", "breathing")]
)
def test_otherwise_it_does(moving: Player, name: str, what: str) -> None:
    at(moving, "title")
    at(moving, name)
    assert getattr(moving.shell.display.motion, what) is not None


def test_a_fade_begins_with_the_old_picture_and_ends_with_the_new_one(moving: Player, time: FakeTime) -> None:
    at(moving, "title")
    old = moving.picture.copy()
    at(moving, "beginnings")
    motion = moving.shell.display.motion
    assert motion.fading is not None
    # The old picture goes from nearly opaque: a wholly opaque one is drawn ten times slower.
    pairs = zip(bytes_of(moving.picture)[::97], bytes_of(old)[::97], strict=True)
    assert max(abs(new - before) for new, before in pairs) <= 2
    time.now = motion.fading + motion.fade_for / 2
    moving.shell.draw(moving=True)
    half = moving.picture.copy()
    time.now += 5
    assert not motion.moving(time.now)
    moving.shell.draw(moving=True)
    assert bytes_of(moving.picture) == painted_afresh(moving)
    assert len({bytes_of(picture) for picture in (old, half, moving.picture)}) == 3


def test_a_page_that_takes_longer_to_draw_than_to_fade_in_is_drawn_to_its_end(
    moving: Player, time: FakeTime, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(moving, "title")
    paint, rests = moving.shell.display.paint, []

    def slowly(*given: object) -> None:
        paint(*given)  # type: ignore[arg-type]
        time.now += 5

    def rest(*_: object) -> None:
        rests.append(bytes_of(moving.picture))
        if len(rests) == 1:
            pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_F1, mod=0, unicode=""))
        else:
            moving.shell.running = False

    monkeypatch.setattr(moving.shell.display, "paint", slowly)
    monkeypatch.setattr("game.view.shell.wait", rest)
    moving.shell.run()
    moving.shell.running = True

    assert rests[1] != rests[0]
    assert rests[1] == painted_afresh(moving)
