"""What moves in a lesson: bars grow once, calmly, when they are shown; a timer is redrawn once a second and never flashes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.screens.lesson.blocks import Countdown
from game.screens.page import Heading, Page, Screen
from game.screens.settings import Settings
from game.view.frame import BarOp
from game.view.motion import GROWTH
from game.view.pointed import Pointed
from tests.view.every_screen import shelf
from tests.view.flashes import flashes, shot
from tests.view.lesson_samples import answers, pages
from tests.view.test_display import Shown

if TYPE_CHECKING:
    from game.view.frame import Frame

MOVING = Settings()
ASKED = replace(pages()["ask"], aside=None)
TOLD = replace(ASKED, body=(ASKED.body[0], answers()))


@pytest.fixture
def on_screen() -> Shown:
    return Shown()


def _frame(on_screen: Shown) -> Frame:
    assert on_screen.display.frame is not None
    return on_screen.display.frame


def _seen(on_screen: Shown, now: float) -> int:
    """How many pixels of the longest bar are seen, on a line through its middle."""
    on_screen.picture(now)
    bar = next(op for op in _frame(on_screen).everything() if isinstance(op, BarOp))
    line = [on_screen.surface.get_at((x, bar.rect.centery))[:3] for x in range(bar.rect.left, bar.rect.right)]
    return line.count(bar.fill)


def test_bars_grow_from_nothing_to_their_length_and_then_are_still(on_screen: Shown) -> None:
    on_screen.show(ASKED, MOVING, 1.0)
    on_screen.show(TOLD, MOVING, 5.0)
    seen = [_seen(on_screen, 5.0 + GROWTH * part) for part in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert seen == sorted(set(seen))
    assert seen[0] < 20
    assert seen[-1] == _seen(on_screen, 60.0)
    assert on_screen.display.motion.moving(5.0 + GROWTH / 2)
    assert not on_screen.display.motion.moving(5.0 + GROWTH)


def test_only_the_bars_are_painted_again_while_they_grow(on_screen: Shown) -> None:
    on_screen.show(ASKED, MOVING, 1.0)
    on_screen.show(TOLD, MOVING, 5.0)
    on_screen.picture(5.0)
    on_screen.surface.fill((9, 9, 9))
    on_screen.display.paint_part(on_screen.surface, 5.4, None, Pointed())
    assert on_screen.surface.get_at((5, 5))[:3] == (9, 9, 9)
    bar = next(op for op in _frame(on_screen).everything() if isinstance(op, BarOp))
    assert on_screen.surface.get_at((bar.rect.left + bar.rect.height, bar.rect.centery))[:3] == bar.fill


def test_with_less_motion_bars_are_there_at_once(on_screen: Shown) -> None:
    still = Settings(less_motion=True)
    on_screen.show(ASKED, still, 1.0)
    on_screen.show(TOLD, still, 5.0)
    assert _seen(on_screen, 5.0) == _seen(on_screen, 60.0) > 100


def test_bars_that_are_there_do_not_grow_again_when_a_hand_is_counted(on_screen: Shown) -> None:
    on_screen.show(TOLD, MOVING, 1.0)
    on_screen.picture(60.0)
    on_screen.show(replace(TOLD, body=(TOLD.body[0], answers(hands=True))), MOVING, 61.0)
    assert not on_screen.display.motion.moving(61.0)


def test_in_arabic_bars_grow_from_the_right() -> None:
    shown = Shown()
    for page, now in ((ASKED, 1.0), (TOLD, 5.0)):
        shown.display.show(page, MOVING, shelf().words("ar"), rtl=True, now=now, seen=shown.surface)
    shown.picture(5.0 + GROWTH / 2)
    bar = next(op for op in _frame(shown).everything() if isinstance(op, BarOp))
    middle = bar.rect.centery
    assert shown.surface.get_at((bar.rect.right - bar.rect.height, middle))[:3] == bar.fill
    assert shown.surface.get_at((bar.rect.left + bar.rect.height, middle))[:3] != bar.fill


def _timed(left: int) -> Page:
    return Page(Screen.LESSON_TALK, "Prata", (Heading("Prata"), Countdown(60, left, f"{left} sekunder kvar")))


def test_a_timer_moves_only_when_a_second_has_gone(on_screen: Shown) -> None:
    on_screen.show(_timed(60), MOVING, 1.0)
    on_screen.picture(10.0)
    assert on_screen.show(_timed(59), MOVING, 11.0)
    assert not on_screen.display.motion.moving(11.0)
    assert not on_screen.display.due(11.5)
    assert on_screen.picture(11.0) == on_screen.picture(11.9)


@pytest.mark.parametrize("left", [0, 1, 30, 60, 61])
def test_a_ring_is_drawn_for_any_time_that_is_left(on_screen: Shown, left: int) -> None:
    on_screen.show(_timed(left), MOVING, 1.0)
    picture = on_screen.picture(2.0)
    on_screen.show(_timed(20), MOVING, 3.0)
    assert on_screen.picture(4.0) != picture


def test_neither_a_timer_nor_bars_that_come_and_go_flash() -> None:
    shown = Shown((640, 400))
    shots, now = [], 1.0
    for number in range(8):
        page = TOLD if number % 2 else ASKED
        shown.show(page, MOVING, now)
        for _ in range(15):
            shown.picture(now)
            shots.append(shot(shown.surface, now))
            now += 1 / 60
    for left in range(60, 56, -1):
        shown.show(_timed(left), MOVING, now)
        for _ in range(15):
            shown.picture(now)
            shots.append(shot(shown.surface, now))
            now += 1 / 60
    assert flashes(shots) == []
