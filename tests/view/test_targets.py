"""What can be pressed: large enough for a finger, apart from each other, and everything that focus comes to."""

from __future__ import annotations

from itertools import combinations

import pytest

from game.screens.settings import TEXT_SIZES
from game.view.sheet import scale_of
from tests.view.every_screen import Size, laid_out, screens, shown

LEAST = 44
"""Logical pixels across and down, as WCAG 2.2 has it (2.5.5, AAA; 2.5.8, AA, asks for 24)."""


@pytest.mark.parametrize("text_size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
@pytest.mark.parametrize("size", [(1024, 600), (3840, 2160)], ids=str)
def test_everything_to_press_is_at_least_44_logical_pixels_across_and_down(
    size: Size, text_size: int
) -> None:
    half_a_pixel = 0.5 / scale_of(size)
    for name, app in screens().items():
        for target in laid_out(shown(app), size, text_size).targets:
            least = min(target.rect.size) / scale_of(size)
            assert least >= LEAST - half_a_pixel, (name, target.item.label, least)


@pytest.mark.parametrize("text_size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_everything_that_focus_comes_to_can_be_pressed_and_nothing_else(text_size: int) -> None:
    for name, app in screens().items():
        page = shown(app)
        pressed = [target.item.intent for target in laid_out(page, (1024, 600), text_size).targets]
        assert set(pressed) == {item.intent for item in page.items()}, name


def test_a_finger_on_one_thing_is_on_no_other() -> None:
    for name, app in screens().items():
        targets = laid_out(shown(app), (1024, 600)).targets
        for one, other in combinations(targets, 2):
            if one.scrolls == other.scrolls:
                assert not one.rect.colliderect(other.rect), (name, one.item.label, other.item.label)
