"""Gamepads: what their buttons and sticks mean, what is printed on them, and that they come and go."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygame._sdl2 import controller

from game.screens.intents import Hide
from game.screens.keys import Key
from game.view.gamepad import (
    AGAIN,
    FASTEST,
    FIRST,
    FRAME,
    PUSHED,
    RETURNED,
    TREMBLES,
    Gamepads,
    Meant,
    Unplugged,
)
from game.view.gamepad_names import Kind, farewell, kind_of, printed_for_hiding, printed_on
from game.view.glyphs import drawable
from tests.view.every_screen import shelf
from tests.view.virtual_pad import VirtualPad, why_not

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.words import Words

A, B, X, Y = range(4)
BACK, GUIDE, START, LEFT_STICK, RIGHT_STICK, LEFT_SHOULDER, RIGHT_SHOULDER = range(4, 11)
UP, DOWN, LEFT, RIGHT = range(11, 15)
ACROSS, ALONG, _, SCROLLS, LEFT_TRIGGER, RIGHT_TRIGGER = range(6)
FULL = 0x7FFF

SWEDISH: Words = shelf().words("sv")


def down(pads: Gamepads, button: int, pad: int = 0) -> Meant | None:
    return pads.handle(pygame.Event(pygame.CONTROLLERBUTTONDOWN, instance_id=pad, button=button))


def up(pads: Gamepads, button: int, pad: int = 0) -> Meant | None:
    return pads.handle(pygame.Event(pygame.CONTROLLERBUTTONUP, instance_id=pad, button=button))


def moved(pads: Gamepads, axis: int, out: float, pad: int = 0) -> Meant | None:
    value = round(out * FULL)
    return pads.handle(pygame.Event(pygame.CONTROLLERAXISMOTION, instance_id=pad, axis=axis, value=value))


def gone(pads: Gamepads, pad: int = 0) -> Meant | None:
    return pads.handle(pygame.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=pad))


# --- buttons ---


@pytest.mark.parametrize(
    ("button", "key"),
    [
        (A, Key.SPACE),
        (B, Key.BACKSPACE),
        (X, Key.F),
        (Y, Key.R),
        (UP, Key.UP),
        (DOWN, Key.DOWN),
        (LEFT, Key.LEFT),
        (RIGHT, Key.RIGHT),
        (LEFT_SHOULDER, Key.PAGE_UP),
        (RIGHT_SHOULDER, Key.PAGE_DOWN),
        (LEFT_STICK, Key.O),
    ],
)
def test_a_button_is_a_key_when_it_goes_down_and_nothing_when_it_comes_up(button: int, key: Key) -> None:
    pads = Gamepads()
    assert down(pads, button) is key
    assert up(pads, button) is None


@pytest.mark.parametrize("button", [GUIDE, RIGHT_STICK, 15, 20])
def test_a_button_that_is_the_systems_or_nobodys_means_nothing(button: int) -> None:
    pads = Gamepads()
    assert down(pads, button) is None
    assert up(pads, button) is None


@pytest.mark.parametrize(("button", "key"), [(BACK, Key.F1), (START, Key.ESCAPE)])
def test_the_small_buttons_mean_their_key_when_they_are_let_go(button: int, key: Key) -> None:
    pads = Gamepads()
    assert down(pads, button) is None
    assert up(pads, button) is key


@pytest.mark.parametrize(("first", "second"), [(BACK, START), (START, BACK)])
@pytest.mark.parametrize("same_order", [True, False])
def test_both_small_buttons_hide_the_game_at_once_and_open_neither_help_nor_a_pause(
    first: int, second: int, *, same_order: bool
) -> None:
    pads = Gamepads()
    assert down(pads, first) is None
    assert down(pads, second) == Hide()
    order = (first, second) if same_order else (second, first)
    assert [up(pads, button) for button in order] == [None, None]
    assert (down(pads, START), up(pads, START)) == (None, Key.ESCAPE)


def test_who_holds_one_of_them_and_taps_the_other_hides_the_game_every_time() -> None:
    pads = Gamepads()
    down(pads, BACK)
    assert [down(pads, START), up(pads, START), down(pads, START), up(pads, START), up(pads, BACK)] == [
        Hide(),
        None,
        Hide(),
        None,
        None,
    ]


def test_the_small_buttons_of_two_gamepads_do_not_hide_the_game_together() -> None:
    pads = Gamepads()
    down(pads, BACK, pad=1)
    assert down(pads, START, pad=2) is None


def test_both_triggers_pulled_mean_nothing_for_fingers_rest_on_them() -> None:
    pads = Gamepads()
    assert moved(pads, LEFT_TRIGGER, 1) is None
    assert moved(pads, RIGHT_TRIGGER, 1) is None
    assert pads.due(1) is None


def test_other_events_mean_nothing_here() -> None:
    pads = Gamepads()
    for event in (
        pygame.Event(pygame.KEYDOWN, key=pygame.K_SPACE),
        pygame.Event(pygame.JOYBUTTONDOWN, instance_id=0, button=0),
        pygame.Event(pygame.JOYDEVICEADDED, device_index=0),
        pygame.Event(pygame.CONTROLLERDEVICEREMAPPED, instance_id=0),
        pygame.Event(pygame.QUIT),
    ):
        assert pads.handle(event) is None


# --- the left stick ---


@pytest.mark.parametrize(
    ("axis", "out", "key"),
    [(ACROSS, 1, Key.RIGHT), (ACROSS, -1, Key.LEFT), (ALONG, 1, Key.DOWN), (ALONG, -1, Key.UP)],
)
def test_a_push_of_the_left_stick_is_one_arrow_until_it_is_back(axis: int, out: float, key: Key) -> None:
    pads = Gamepads()
    assert [moved(pads, axis, part * out) for part in (0.3, 0.5, PUSHED + 0.01, 0.9, 1, 0.5, 1, 0.4)] == [
        None,
        None,
        key,
        None,
        None,
        None,
        None,
        None,
    ]
    assert moved(pads, axis, 0.1 * out) is None
    assert moved(pads, axis, out) is key


def test_a_slanting_push_is_the_arrow_it_is_nearest_to() -> None:
    pads = Gamepads()
    assert moved(pads, ALONG, -0.5) is None
    assert moved(pads, ACROSS, 0.8) is Key.RIGHT
    assert moved(pads, ALONG, -1) is None


resting = st.floats(-RETURNED, RETURNED)
anywhere = st.floats(-1, 1)


@given(st.lists(st.tuples(resting, resting)))
def test_a_stick_that_does_not_rest_quite_still_presses_nothing(places: list[tuple[float, float]]) -> None:
    pads = Gamepads()
    for now, (across, along) in enumerate(places):
        assert moved(pads, ACROSS, across) is None
        assert moved(pads, ALONG, along) is None
        assert pads.due(now) is None
    assert pads.printed(SWEDISH) == {}


@given(st.lists(st.tuples(st.sampled_from([ACROSS, ALONG]), anywhere)))
def test_there_are_never_more_arrows_than_ways_out_from_the_middle(moves: list[tuple[int, float]]) -> None:
    pads = Gamepads()
    at = {ACROSS: 0.0, ALONG: 0.0}
    ways, inside, arrows = 0, True, 0
    for axis, out in moves:
        at[axis] = out
        farthest = max(map(abs, at.values()))
        if inside and farthest > PUSHED - 0.001:
            ways, inside = ways + 1, False
        elif farthest < RETURNED + 0.001:
            inside = True
        arrows += moved(pads, axis, out) is not None
    assert arrows <= ways


# --- holding on ---


@pytest.mark.parametrize("by_stick", [True, False])
def test_up_or_down_held_on_to_is_pressed_again_after_a_while_and_calmly(*, by_stick: bool) -> None:
    pads = Gamepads()
    assert (moved(pads, ALONG, 1) if by_stick else down(pads, DOWN)) is Key.DOWN
    assert pads.due(10) is None
    assert pads.due(10 + FIRST - 0.01) is None
    assert pads.due(10 + FIRST) is Key.DOWN
    assert pads.due(10 + FIRST + AGAIN - 0.01) is None
    assert pads.due(10 + FIRST + AGAIN) is Key.DOWN
    assert (moved(pads, ALONG, 0) if by_stick else up(pads, DOWN)) is None
    assert pads.due(100) is None


@pytest.mark.parametrize(
    "button", [A, B, X, Y, LEFT, RIGHT, LEFT_SHOULDER, RIGHT_SHOULDER, LEFT_STICK, BACK, START]
)
def test_nothing_else_is_pressed_again_so_that_no_line_goes_by_unread(button: int) -> None:
    pads = Gamepads()
    down(pads, button)
    assert [pads.due(now) for now in range(20)] == [None] * 20


def test_time_that_stood_still_is_not_made_up_for() -> None:
    pads = Gamepads()
    down(pads, UP)
    pads.due(0)
    assert pads.due(1000) is Key.UP
    assert pads.due(1000.1) is None


@pytest.mark.parametrize("button", [A, START, GUIDE])
def test_another_button_ends_the_holding(button: int) -> None:
    pads = Gamepads()
    down(pads, UP)
    pads.due(0)
    down(pads, button)
    assert pads.due(1000) is None


def test_a_window_that_loses_the_hands_holds_on_to_nothing() -> None:
    pads = Gamepads()
    down(pads, BACK)
    moved(pads, SCROLLS, 1)
    pads.scroll(0)
    down(pads, UP)
    pads.due(0)
    assert pads.handle(pygame.Event(pygame.WINDOWFOCUSLOST)) is None
    assert pads.due(1000) is None
    assert pads.scroll(1000) == 0
    assert up(pads, BACK) is None
    assert down(pads, START) is None


# --- scrolling ---


@pytest.mark.parametrize("way", [1, -1])
def test_the_right_stick_scrolls_as_long_as_it_is_out(way: int) -> None:
    pads = Gamepads()
    moved(pads, SCROLLS, way)
    steps = [pads.scroll(frame * FRAME * 1.001) for frame in range(61)]
    assert sum(steps) == pytest.approx(way * FASTEST, rel=0.01)
    moved(pads, SCROLLS, 0)
    assert pads.scroll(2) == 0


def test_a_little_out_it_scrolls_slowly_and_trembling_at_rest_not_at_all() -> None:
    pads = Gamepads()
    moved(pads, SCROLLS, TREMBLES)
    assert sum(pads.scroll(frame * FRAME * 1.001) for frame in range(61)) == 0
    moved(pads, SCROLLS, 0.35)
    assert 0 < sum(pads.scroll(2 + frame * FRAME * 1.001) for frame in range(61)) < FASTEST / 4


@given(st.lists(st.floats(0.0001, 0.05), min_size=30), st.floats(0.3, 1))
def test_how_often_it_is_asked_does_not_change_how_far_it_scrolls(looks: list[float], out: float) -> None:
    seldom, often = Gamepads(), Gamepads()
    moved(seldom, SCROLLS, out)
    moved(often, SCROLLS, out)
    now, far, near = 0.0, seldom.scroll(0), often.scroll(0)
    for number, passed in enumerate(looks):
        now += passed
        near += often.scroll(now)
        far += seldom.scroll(now) if number % 2 else 0
    assert abs(far - near) <= 0.1 * FASTEST


def test_a_computer_that_slept_does_not_come_back_at_the_end_of_the_page() -> None:
    pads = Gamepads()
    moved(pads, SCROLLS, 1)
    pads.scroll(0)
    assert pads.scroll(3600) <= FASTEST / 10


# --- what is printed ---


def guid(vendor: int, product: int) -> str:
    return (
        f"0300abcd{vendor.to_bytes(2, 'little').hex()}0000{product.to_bytes(2, 'little').hex()}000011010000"
    )


@pytest.mark.parametrize(
    ("name", "number", "kind"),
    [
        ("Xbox Series X Controller", guid(0x045E, 0x0B12), Kind.XBOX),
        ("Xbox One Controller", guid(0x045E, 0x02EA), Kind.XBOX),
        ("Xbox 360 Controller", guid(0x045E, 0x028E), Kind.OTHER),
        ("Wireless Controller", guid(0x054C, 0x09CC), Kind.PS4),
        ("DualSense Wireless Controller", guid(0x054C, 0x0CE6), Kind.PS5),
        ("Sony PLAYSTATION(R)3 Controller", guid(0x054C, 0x0268), Kind.PS3),
        ("Nintendo Switch Pro Controller", guid(0x057E, 0x2009), Kind.NINTENDO),
        ("HORIPAD 4 PS4", guid(0x0F0D, 0x0066), Kind.PS4),
        ("PS5 Controller", guid(0x0F0D, 0x0163), Kind.PS5),
        ("PowerA Nintendo Switch Controller", guid(0x20D6, 0xA711), Kind.NINTENDO),
        ("Xbox One Controller", guid(0x0E6F, 0x02A0), Kind.XBOX),
        ("Afterglow Gamepad for Xbox 360", guid(0x0E6F, 0x0213), Kind.OTHER),
        ("Logitech F310", guid(0x046D, 0xC21D), Kind.OTHER),
        ("", "", Kind.OTHER),
    ],
)
def test_a_gamepad_is_known_by_its_maker_or_by_its_name(name: str, number: str, kind: Kind) -> None:
    assert kind_of(name, number) is kind


@given(st.text(), st.text(max_size=40))
def test_a_gamepad_of_any_name_has_a_kind(name: str, number: str) -> None:
    assert kind_of(name, number) in Kind


@pytest.mark.parametrize(
    ("kind", "four"),
    [
        (Kind.XBOX, ("A", "B", "X", "Y")),
        (Kind.OTHER, ("A", "B", "X", "Y")),
        (Kind.NINTENDO, ("A", "B", "X", "Y")),
        (Kind.PS3, ("Kryss", "Cirkel", "Fyrkant", "Triangel")),
        (Kind.PS4, ("Kryss", "Cirkel", "Fyrkant", "Triangel")),
        (Kind.PS5, ("Kryss", "Cirkel", "Fyrkant", "Triangel")),
    ],
)
def test_the_four_buttons_are_called_what_is_printed_on_them(kind: Kind, four: tuple[str, ...]) -> None:
    printed = printed_on(kind, SWEDISH)
    assert tuple(printed[key] for key in (Key.SPACE, Key.BACKSPACE, Key.F, Key.R)) == four


def test_where_sdl_goes_by_places_nintendos_letters_have_changed_theirs() -> None:
    printed = printed_on(Kind.NINTENDO, SWEDISH, by_label=False)
    assert tuple(printed[key] for key in (Key.SPACE, Key.BACKSPACE, Key.F, Key.R)) == ("B", "A", "Y", "X")


@pytest.mark.parametrize(("asked", "key"), [(None, "A"), ("1", "A"), ("0", "B")])
def test_who_asked_sdl_to_go_by_places_sees_the_letter_that_is_there(
    asked: str | None, key: str, plugged: Plugged, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SDL_GAMECONTROLLER_USE_BUTTON_LABELS", raising=False)
    if asked is not None:
        monkeypatch.setenv("SDL_GAMECONTROLLER_USE_BUTTON_LABELS", asked)
    pad = VirtualPad("Pro Controller", 0x057E, 0x2009)
    plugged.tap(pad, A)
    assert plugged.pads.printed(SWEDISH)[Key.SPACE] == key
    pad.unplug()


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_word_for_a_button_is_another_and_can_be_drawn(kind: Kind, language: str) -> None:
    words = shelf().words(language)
    printed = printed_on(kind, words)
    assert len(set(printed.values())) == len(printed)
    assert drawable().issuperset("".join(printed.values()))
    hides = printed_for_hiding(kind, words)
    assert hides == f"{printed[Key.F1]} + {printed[Key.ESCAPE]}"


def test_the_buttons_are_shown_of_the_gamepad_that_was_used_last() -> None:
    pads = Gamepads()
    assert pads.printed(SWEDISH) == {}
    assert pads.printed_for_hiding(SWEDISH) == ""
    down(pads, A)
    assert pads.printed(SWEDISH)[Key.SPACE] == "A"
    assert pads.printed_for_hiding(SWEDISH) == "Back + Start"


@pytest.mark.parametrize(
    "event",
    [
        pygame.Event(pygame.KEYDOWN, key=pygame.K_a),
        pygame.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=(0, 0)),
        pygame.Event(pygame.FINGERDOWN, finger_id=1, x=0.5, y=0.5),
    ],
)
def test_who_takes_to_keys_mouse_or_touch_sees_keys_again_until_the_gamepad_is_used(
    event: pygame.Event,
) -> None:
    pads = Gamepads()
    down(pads, A)
    pads.handle(event)
    assert pads.printed(SWEDISH) == {}
    moved(pads, ALONG, 1)
    assert pads.printed(SWEDISH)


def test_scrolling_is_using_too() -> None:
    pads = Gamepads()
    moved(pads, SCROLLS, 0.1)
    assert not pads.printed(SWEDISH)
    moved(pads, SCROLLS, 0.9)
    assert pads.printed(SWEDISH)


# --- coming and going ---


def test_a_gamepad_pulled_out_while_it_is_used_is_told_once_and_holds_on_to_nothing() -> None:
    pads = Gamepads()
    down(pads, UP)
    pads.due(0)
    moved(pads, SCROLLS, 1)
    pads.scroll(0)
    assert gone(pads) == Unplugged()
    assert pads.printed(SWEDISH) == {}
    assert pads.printed_for_hiding(SWEDISH) == ""
    assert pads.due(1000) is None
    assert pads.scroll(1000) == 0
    assert gone(pads) is None


def test_nobody_is_told_of_a_gamepad_that_was_not_used() -> None:
    pads = Gamepads()
    assert gone(pads, pad=3) is None
    down(pads, A, pad=1)
    moved(pads, ALONG, 0.1, pad=2)
    assert gone(pads, pad=2) is None
    pads.handle(pygame.Event(pygame.KEYDOWN, key=pygame.K_a))
    assert gone(pads, pad=1) is None


def test_with_one_gamepad_gone_the_other_still_plays() -> None:
    pads = Gamepads()
    down(pads, A, pad=1)
    down(pads, UP, pad=2)
    assert gone(pads, pad=1) is None
    pads.due(0)
    assert pads.due(10) is Key.UP
    assert pads.printed(SWEDISH)


def test_it_is_said_in_one_sentence_what_else_there_is_to_play_with() -> None:
    assert "tangentbord eller mus" in farewell(SWEDISH)


def test_where_there_are_no_gamepads_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking() -> None:
        raise pygame.error("SDL not built with joystick support")

    monkeypatch.setattr("game.view.gamepad_link.connect", lacking)
    pads = Gamepads()
    pads.start()
    pads.sift()
    assert pads.handle(pygame.Event(pygame.CONTROLLERDEVICEADDED, device_index=0)) is None
    assert pads.due(0) is None
    assert pads.scroll(0) == 0


def test_a_pygame_without_controllers_is_played_with_keys() -> None:
    program = (
        "import sys; sys.modules['pygame._sdl2.controller'] = None; sys.modules['pygame._sdl2'] = None\n"
        "import pygame\nfrom game.view.gamepad import Gamepads\n"
        "pads = Gamepads(); pads.start()\n"
        "pads.handle(pygame.Event(pygame.CONTROLLERDEVICEADDED, device_index=0))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_controllers_are_not_loaded_before_they_are_started() -> None:
    program = (
        "import sys\nfrom game.view.gamepad import Gamepads\npads = Gamepads()\n"
        "assert 'pygame._sdl2.controller' not in sys.modules\npads.start()\n"
        "assert 'pygame._sdl2.controller' in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


# --- gamepads that SDL believes in ---


class Plugged:
    """Gamepads at a window's queue."""

    def __init__(self) -> None:
        self.pads = Gamepads()
        self.pads.start()

    def meant(self) -> list[Meant]:
        """What everything that waits in the queue means."""
        each = (self.pads.handle(event) for event in pygame.event.get())
        return [what for what in each if what is not None]

    def tap(self, pad: VirtualPad, button: int) -> list[Meant]:
        self.meant()
        pad.hold(button)
        before = self.meant()
        pad.let_go(button)
        return before + self.meant()


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> Iterator[Plugged]:
    if why_not():
        pytest.skip(why_not())
    # Windows of other tests may be there, and none has the keyboard.
    monkeypatch.setenv("SDL_JOYSTICK_ALLOW_BACKGROUND_EVENTS", "1")
    pygame.display.init()
    pygame.event.clear()
    yield Plugged()
    controller.quit()
    pygame.event.clear()


def test_a_real_gamepad_works_as_soon_as_it_is_plugged_in(plugged: Plugged) -> None:
    pad = VirtualPad()
    assert plugged.tap(pad, A) == [Key.SPACE]
    assert plugged.tap(pad, START) == [Key.ESCAPE]
    pad.hold(BACK)
    pad.hold(START)
    pad.let_go(START)
    pad.let_go(BACK)
    assert plugged.meant() == [Hide()]
    pad.push(ALONG, -FULL)
    assert plugged.meant() == [Key.UP]
    pad.unplug()
    assert plugged.meant() == [Unplugged()]


def test_one_that_was_plugged_in_before_the_game_began_works_too(plugged: Plugged) -> None:
    controller.quit()
    pygame.joystick.init()
    pad = VirtualPad()
    pygame.event.clear()
    late = Plugged()
    assert late.tap(pad, B) == [Key.BACKSPACE]
    pad.unplug()
    pygame.joystick.quit()


def test_it_is_pulled_out_and_plugged_in_again_as_often_as_one_likes(plugged: Plugged) -> None:
    for _ in range(20):
        pad = VirtualPad("PS5 Controller", 0x054C, 0x0CE6)
        assert plugged.tap(pad, A) == [Key.SPACE]
        assert plugged.pads.printed(SWEDISH)[Key.SPACE] == "Kryss"
        pad.unplug()
        assert plugged.meant() == [Unplugged()]
        assert plugged.pads.printed(SWEDISH) == {}


def test_two_at_once_show_the_buttons_of_the_one_in_use(plugged: Plugged) -> None:
    sony, nintendo = (
        VirtualPad("Wireless Controller", 0x054C, 0x09CC),
        VirtualPad("Pro Controller", 0x057E, 0x2009),
    )
    plugged.tap(sony, A)
    assert plugged.pads.printed(SWEDISH)[Key.PAGE_UP] == "L1"
    plugged.tap(nintendo, A)
    assert plugged.pads.printed(SWEDISH)[Key.PAGE_UP] == "L"
    sony.unplug()
    assert plugged.meant() == []
    assert plugged.tap(nintendo, X) == [Key.F]
    nintendo.unplug()
    assert plugged.meant() == [Unplugged()]


def test_one_that_is_gone_before_it_was_opened_is_nobodys_fault(plugged: Plugged) -> None:
    VirtualPad().unplug()
    assert plugged.meant() == []
    pad = VirtualPad()
    assert plugged.tap(pad, A) == [Key.SPACE]
    pad.unplug()


def test_one_that_sdl_does_not_know_is_let_be(plugged: Plugged) -> None:
    strange = VirtualPad("Steering wheel", 0x0F0F, 0x0F0F, axes=0)
    assert plugged.tap(strange, A) == []
    assert plugged.pads.printed(SWEDISH) == {}
    strange.unplug()
    assert plugged.meant() == []


def test_a_stick_that_trembles_wakes_nobody(plugged: Plugged) -> None:
    pad = VirtualPad()
    plugged.meant()
    for value in (900, -700, 300):
        pad.push(ACROSS, value)
        pad.push(SCROLLS, -value)
        plugged.pads.sift()
        assert not pygame.event.peek()
        assert plugged.pads.due(0) is None
    pad.unplug()
    plugged.meant()


def test_a_push_is_not_lost_among_what_is_sifted(plugged: Plugged) -> None:
    pad = VirtualPad()
    plugged.meant()
    pad.push(ALONG, FULL)
    plugged.pads.sift()
    assert not pygame.event.peek()
    assert plugged.pads.due(0) is Key.DOWN
    assert plugged.pads.due(0.1) is None
    assert plugged.pads.due(0.1 + FIRST) is Key.DOWN
    pad.unplug()
    assert plugged.meant() == [Unplugged()]


def test_sifting_leaves_everything_else_in_its_order(plugged: Plugged) -> None:
    pad = VirtualPad()
    plugged.meant()
    pad.hold(A)
    pad.push(SCROLLS, FULL)
    pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_a))
    plugged.pads.sift()
    kept: list[Any] = [event.type for event in pygame.event.get() if event.type != pygame.JOYBUTTONDOWN]
    assert kept == [pygame.CONTROLLERBUTTONDOWN, pygame.KEYDOWN]
    pad.unplug()


def test_starting_twice_changes_nothing(plugged: Plugged) -> None:
    pad = VirtualPad()
    plugged.pads.start()
    assert plugged.tap(pad, A) == [Key.SPACE]
    pad.unplug()
