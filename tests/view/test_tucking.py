"""The teacher's bar on the only display: when a pointer that rests at the lower edge brings it, and when it goes."""

from __future__ import annotations

import pygame
import pytest

from game.view.tucking import RESTS, STAYS, Tucking

HEIGHT = 600


def pointed(tucking: Tucking, y: int, now: float) -> None:
    tucking.watch(pygame.Event(pygame.MOUSEMOTION, pos=(300, y)), HEIGHT, now)


def test_it_comes_to_a_pointer_that_rests_at_the_lower_edge() -> None:
    tucking = Tucking()
    pointed(tucking, HEIGHT - 1, 10.0)
    assert not tucking.due(10.0 + RESTS / 2, tucked=True)
    assert tucking.due(10.1 + RESTS, tucked=True)


def test_it_does_not_come_to_one_that_passes_or_rests_elsewhere() -> None:
    tucking = Tucking()
    pointed(tucking, HEIGHT - 1, 10.0)
    pointed(tucking, HEIGHT // 2, 10.1)
    assert not tucking.due(20.0, tucked=True)


def test_a_pointer_that_has_left_the_window_does_not_bring_it() -> None:
    tucking = Tucking()
    pointed(tucking, HEIGHT - 1, 10.0)
    tucking.watch(pygame.Event(pygame.WINDOWLEAVE), HEIGHT, 10.1)
    assert not tucking.due(20.0, tucked=True)


def test_a_finger_that_rests_there_brings_it_too() -> None:
    tucking = Tucking()
    tucking.watch(pygame.Event(pygame.FINGERDOWN, y=0.99), HEIGHT, 10.0)
    assert tucking.due(10.1 + RESTS, tucked=True)


def brought(tucking: Tucking, now: float) -> None:
    """A pointer has rested at the edge, and the bar is there since `now`."""
    pointed(tucking, HEIGHT - 1, now - 2 * RESTS)
    assert tucking.due(now, tucked=True)
    assert not tucking.due(now, tucked=False)


def test_one_that_a_pointer_brought_goes_some_seconds_later() -> None:
    tucking = Tucking()
    brought(tucking, 10.0)
    assert not tucking.due(10.0 + STAYS - 0.1, tucked=False)
    assert tucking.due(10.1 + STAYS, tucked=False)


def test_one_that_was_asked_for_stays_until_it_is_put_away() -> None:
    tucking = Tucking()
    brought(tucking, 10.0)
    assert not tucking.due(12.0, tucked=True)
    assert not tucking.due(13.0, tucked=False)
    assert not tucking.due(1000.0, tucked=False)


@pytest.mark.parametrize(
    "event",
    [
        pygame.Event(pygame.KEYDOWN, key=pygame.K_2),
        pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(5, 5), button=1),
        pygame.Event(pygame.FINGERDOWN, y=0.5),
        pygame.Event(pygame.MOUSEMOTION, pos=(5, HEIGHT - 60)),
    ],
    ids=["key", "button", "finger", "pointer on the bar"],
)
def test_a_press_and_a_pointer_on_it_let_it_stay_longer(event: pygame.Event) -> None:
    tucking = Tucking()
    brought(tucking, 10.0)
    tucking.watch(event, HEIGHT, 13.0)
    assert not tucking.due(13.0 + STAYS - 0.1, tucked=False)
    assert tucking.due(13.1 + STAYS, tucked=False)


def test_a_pointer_that_is_left_at_the_edge_does_not_bring_it_back() -> None:
    tucking = Tucking()
    pointed(tucking, HEIGHT - 1, 10.0)
    assert tucking.due(11.0, tucked=True)
    tucking.due(11.0, tucked=False)
    assert tucking.due(11.1 + STAYS, tucked=False)
    assert not tucking.due(30.0, tucked=True)
    pointed(tucking, HEIGHT - 2, 31.0)
    assert tucking.due(31.1 + RESTS, tucked=True)


def test_it_stays_for_those_who_need_time() -> None:
    tucking = Tucking()
    brought(tucking, 10.0)
    assert not tucking.due(1000.0, tucked=False, stays=True)
