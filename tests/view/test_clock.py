"""A time that never goes back, whatever the computer's clock does."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.view.captions import Caption
from game.view.clock import Clock
from game.view.motion import CAPTION, FADE, Motion

DAYS = 86_400.0
told = st.lists(st.floats(-400 * DAYS, 400 * DAYS), min_size=2, max_size=30)


def times(readings: list[float]) -> list[float]:
    left = iter(readings)
    clock = Clock(lambda: next(left))
    return [clock.now() for _ in readings[1:]]


@given(told)
def test_it_never_goes_back(readings: list[float]) -> None:
    assert all(before <= after for before, after in pairwise(times(readings)))


@given(told)
def test_what_passes_forward_passes(readings: list[float]) -> None:
    found = times(readings)
    for (before, after), (earlier, later) in zip(pairwise(readings[1:]), pairwise(found), strict=True):
        assert later - earlier == pytest.approx(max(0.0, after - before), abs=1e-3)


def test_the_computers_own_clock_is_asked() -> None:
    clock = Clock()
    first = clock.now()
    assert clock.now() >= first


@pytest.mark.parametrize("days", [-3, 3])
def test_what_moves_comes_to_rest_though_the_clock_leaps_by_days(days: int) -> None:
    readings = iter((100.0, 100.0, 100.0 + days * DAYS, 101.0 + days * DAYS + CAPTION))
    clock = Clock(lambda: next(readings))
    start = clock.now()
    motion, caption = Motion(fading=start, fade_for=FADE, typing=start, letters=30, per_second=70), Caption()
    caption.say("Ett blad vänds", "sound_on", start)
    clock.now()
    later = clock.now()
    assert not motion.moving(later)
    assert motion.shown(later) is None
    assert not caption.there(later)
