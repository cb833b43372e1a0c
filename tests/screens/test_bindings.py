"""Keys that a player can change: what each then means, what stands on it, and that nothing is ever lost."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.bindings import CHANGEABLE, cap, in_force, may_take, meaning, printed
from game.screens.keys import DIGITS, Key
from game.screens.settings import SetKey, Settings, adjusted
from game.view import keys as at_the_window
from tests.screens.support import Plain

NAMES = tuple(
    dict.fromkeys(
        name
        for constant in dir(pygame)
        if constant.startswith("K_") and (name := pygame.key.name(getattr(pygame, constant)))
    )
)
"""Every key that the window knows a name for."""
FREE = tuple(name for name in NAMES if may_take(Key.R, name))

NEVER_LOST = {
    "tab": Key.TAB,
    "up": Key.UP,
    "down": Key.DOWN,
    "left": Key.LEFT,
    "right": Key.RIGHT,
    "space": Key.SPACE,
    "return": Key.ENTER,
    "enter": Key.ENTER,
    "escape": Key.ESCAPE,
    "f1": Key.F1,
    "f3": Key.F3,
    **{str(number): key for number, key in enumerate(DIGITS, 1)},
}
"""To move the focus, to press, to go back, to find help, to choose."""

names = (
    st.sampled_from(NAMES) | st.sampled_from(("f", "r", "o", "x", "f2", "backspace")) | st.text(max_size=3)
)
changes = st.lists(
    st.builds(SetKey, st.sampled_from(Key) | st.sampled_from(CHANGEABLE), st.none() | names), max_size=12
)


def changed(*pairs: tuple[Key, str]) -> tuple[tuple[Key, str], ...]:
    """As the settings hold it after these were set, one after the other."""
    settings = Settings()
    for key, pressed in pairs:
        settings = adjusted(settings, SetKey(key, pressed))
    return settings.keys


def after(steps: list[SetKey]) -> tuple[tuple[Key, str], ...]:
    settings = Settings()
    for each in steps:
        settings = adjusted(settings, each)
    return settings.keys


def test_unchanged_every_key_means_what_it_means_at_the_window() -> None:
    for constant in (each for each in dir(pygame) if each.startswith("K_")):
        code = getattr(pygame, constant)
        event = pygame.Event(pygame.KEYDOWN, key=code, mod=0)
        assert meaning(pygame.key.name(code), ()) is at_the_window.meant(event), constant


def test_a_changed_key_means_what_it_was_given() -> None:
    keys = changed((Key.F, "x"))
    assert meaning("x", keys) is Key.F
    assert meaning("x", ()) is None


def test_the_old_place_still_means_the_same_until_something_else_is_given_to_it() -> None:
    keys = changed((Key.F, "x"))
    assert meaning("f", keys) is Key.F
    assert meaning("f", changed((Key.F, "x"), (Key.R, "f"))) is Key.R


def test_two_that_take_each_others_key_change_places() -> None:
    keys = changed((Key.F, "r"))
    assert (meaning("r", keys), meaning("f", keys)) == (Key.F, Key.R)
    back = changed((Key.F, "r"), (Key.F, "f"))
    assert (meaning("r", back), meaning("f", back)) == (Key.R, Key.F)


def test_of_two_that_want_the_same_key_the_latter_has_it_and_the_former_gets_its_own_back() -> None:
    keys = changed((Key.F, "x"), (Key.R, "x"))
    assert meaning("x", keys) is Key.R
    assert in_force(keys)[Key.F] == "f"


def test_the_space_bar_keeps_its_own_beside_another_key() -> None:
    keys = changed((Key.SPACE, "n"))
    assert meaning("n", keys) is Key.SPACE
    assert meaning("space", keys) is Key.SPACE


def test_the_space_bar_takes_nothing_that_means_something_from_the_start() -> None:
    assert not may_take(Key.SPACE, "r")
    assert meaning("r", changed((Key.SPACE, "r"))) is Key.R


@pytest.mark.parametrize("pressed", [*NEVER_LOST, "left shift", "right shift", "left ctrl", "alt gr", ""])
@pytest.mark.parametrize("key", [key for key in CHANGEABLE if key is not Key.SPACE])
def test_what_must_not_be_lost_cannot_be_taken(key: Key, pressed: str) -> None:
    assert not may_take(key, pressed)


@given(changes)
def test_whatever_is_set_nothing_that_everybody_needs_is_lost(steps: list[SetKey]) -> None:
    keys = after(steps)
    assert {name: meaning(name, keys) for name in NEVER_LOST} == NEVER_LOST


@given(changes)
def test_whatever_is_set_each_has_one_key_of_its_own_that_means_it(steps: list[SetKey]) -> None:
    keys = after(steps)
    there = in_force(keys)
    assert there.keys() == set(CHANGEABLE)
    assert len(set(there.values())) == len(CHANGEABLE)
    assert all(meaning(name, keys) is key for key, name in there.items())


@given(changes, st.sampled_from(CHANGEABLE), st.sampled_from(FREE))
def test_whatever_was_set_before_a_key_that_can_be_taken_is_had(
    steps: list[SetKey], key: Key, pressed: str
) -> None:
    before = after(steps)
    keys = after([*steps, SetKey(key, pressed)])
    if may_take(key, pressed):
        assert in_force(keys)[key] == pressed
    else:
        assert in_force(keys)[key] == in_force(tuple(pair for pair in before if pair[0] is not key))[key]


@given(changes)
def test_whatever_is_set_what_stands_on_a_key_is_that_key(steps: list[SetKey]) -> None:
    keys = after(steps)
    caps = printed(keys, Plain())
    assert caps.keys() == set(Key)
    assert all(caps[key] == cap(name, Plain()) for key, name in in_force(keys).items())
    changeless = [key for key in Key if key not in CHANGEABLE]
    assert all(caps[key] == key.value for key in changeless)


@given(st.lists(st.tuples(st.sampled_from(Key), names), max_size=12))
def test_settings_that_somebody_else_wrote_lose_nothing_either(keys: list[tuple[Key, str]]) -> None:
    there = in_force(keys)
    assert len(set(there.values())) == len(CHANGEABLE)
    assert {name: meaning(name, keys) for name in NEVER_LOST} == NEVER_LOST


@pytest.mark.parametrize(
    ("pressed", "there"),
    [
        ("x", "X"),
        ("å", "Å"),
        ("ß", "ß"),
        ("f", "F"),
        ("f3", "F3"),
        ("space", "Mellanslag"),
        ("backspace", "Backsteg"),
        ("page down", "PageDown"),
        ("home", "Home"),
        ("[+]", "Num +"),
        ("ب", "ب"),
    ],
)
def test_a_key_is_called_what_stands_on_it(pressed: str, there: str) -> None:
    assert cap(pressed, Plain()) == there
