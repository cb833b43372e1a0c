"""Gamepads: which keys their buttons and sticks stand for. They come and go as they please."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import pygame

from game.lazy import later
from game.screens.intents import Hide
from game.screens.keys import Key
from game.view.gamepad_names import Kind, kind_of, printed_for_hiding, printed_on

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.words import Words
    from game.view.gamepad_link import Link, connect, opened
else:
    connect = later("game.view.gamepad_link", "connect")
    opened = later("game.view.gamepad_link", "opened")

PUSHED, RETURNED = 0.6, 0.35
"""How far out a stick is pushed, of the whole way, and how far back it then comes before it can be pushed again."""
TREMBLES = 0.25
"""Up to here the right stick rests."""
FASTEST = 900.0
"""Logical pixels a second, with the right stick all the way out."""
FRAME = 1 / 60
"""Seconds between two steps of scrolling."""
LONGEST = 0.1
"""Seconds that one step of scrolling stands for at most, however late it is asked for."""
FIRST, AGAIN = 0.6, 0.25
"""Seconds that up or down is held before it is pressed once more, and then once more."""

_BUTTONS = {
    pygame.CONTROLLER_BUTTON_A: Key.SPACE,
    pygame.CONTROLLER_BUTTON_B: Key.BACKSPACE,
    pygame.CONTROLLER_BUTTON_X: Key.F,
    pygame.CONTROLLER_BUTTON_Y: Key.R,
    pygame.CONTROLLER_BUTTON_DPAD_UP: Key.UP,
    pygame.CONTROLLER_BUTTON_DPAD_DOWN: Key.DOWN,
    pygame.CONTROLLER_BUTTON_DPAD_LEFT: Key.LEFT,
    pygame.CONTROLLER_BUTTON_DPAD_RIGHT: Key.RIGHT,
    pygame.CONTROLLER_BUTTON_LEFTSHOULDER: Key.PAGE_UP,
    pygame.CONTROLLER_BUTTON_RIGHTSHOULDER: Key.PAGE_DOWN,
    pygame.CONTROLLER_BUTTON_LEFTSTICK: Key.O,
}
# Small, in the middle, and under no finger that rests: together they hide the game, and nobody presses both by chance.
# One hand can, and each counts only when it is let go, so that neither a pause nor help flashes by before Dölj.
_TOGETHER = {pygame.CONTROLLER_BUTTON_BACK: Key.F1, pygame.CONTROLLER_BUTTON_START: Key.ESCAPE}
# Right is the next line: a thumb that stays there must not turn pages.
_REPEATED = frozenset({Key.UP, Key.DOWN})
_STICK = -1
"""Where a button's number stands: the left stick."""
_TREMORS = (
    pygame.CONTROLLERAXISMOTION,
    pygame.JOYAXISMOTION,
    pygame.CONTROLLERTOUCHPADMOTION,
    pygame.CONTROLLERSENSORUPDATE,
)


@dataclass(frozen=True, slots=True)
class Unplugged:
    """The gamepad that was in use is gone."""


Meant: TypeAlias = Key | Hide | Unplugged


@dataclass(slots=True)
class _Pad:
    """One gamepad: how far its sticks are out, from -1 to 1, and which of the two that hide are down."""

    kind: Kind = Kind.OTHER
    link: Link | None = None
    across: float = 0.0
    down: float = 0.0
    scroll: float = 0.0
    pushed: bool = False
    together: set[int] = field(default_factory=set)
    hid: bool = False


@dataclass(slots=True)
class _Held:
    """An arrow that is held on to, where, and when it is pressed again; None before the first look at the time."""

    instance: int
    button: int
    key: Key
    again: float | None = None


class Gamepads:
    """All gamepads there are. Tell it every event; ask it often while nothing happens."""

    def __init__(self) -> None:
        self._pads: dict[int, _Pad] = {}
        self._started = False
        self._used: int | None = None
        self._held: _Held | None = None
        self._pushed: Key | None = None
        self._scrolled: float | None = None
        self._rest = 0.0

    def start(self) -> None:
        """Looks for gamepads from now on. Costs some milliseconds, and only once; where there are none, nothing."""
        if not self._started:
            self._started = True
            with suppress(ImportError, pygame.error):
                connect()

    def handle(self, event: pygame.Event) -> Meant | None:
        """What an event of the window means; None when it means nothing here."""
        match event.type:
            case pygame.CONTROLLERBUTTONDOWN:
                return self._down(event.instance_id, event.button)
            case pygame.CONTROLLERBUTTONUP:
                return self._up(event.instance_id, event.button)
            case pygame.CONTROLLERAXISMOTION:
                return self._moved(event.instance_id, event.axis, event.value / 0x7FFF)
            case pygame.CONTROLLERDEVICEADDED:
                self._plugged(event.device_index)
            case pygame.CONTROLLERDEVICEREMOVED:
                return self._unplugged(event.instance_id)
            case pygame.KEYDOWN | pygame.MOUSEBUTTONDOWN | pygame.FINGERDOWN:
                self._used = None
            case pygame.WINDOWFOCUSLOST:
                self._let_go()
            case _:
                pass
        return None

    def sift(self) -> None:
        """Takes out of the queue what sticks tell hundreds of times a second, also at rest, and keeps what it means.

        What is left there is worth waking up for.
        """
        if self._pads:
            for event in pygame.event.get(_TREMORS):
                key = self.handle(event)
                if isinstance(key, Key):
                    self._pushed = key

    def due(self, now: float) -> Key | None:
        """The key that is pressed now without an event: by a stick that was sifted, or by an arrow held on to."""
        pushed, self._pushed = self._pushed, None
        held = self._held
        if pushed or held is None:
            return pushed
        if held.again is None:
            held.again = now + FIRST
        if now < held.again:
            return None
        held.again = now + AGAIN
        return held.key

    def scroll(self, now: float) -> int:
        """How many logical pixels to scroll since this was asked last, down where that is positive."""
        speed = max((_speed(pad.scroll) for pad in self._pads.values()), key=abs, default=0.0)
        if not speed:
            self._scrolled, self._rest = None, 0.0
            return 0
        since = self._scrolled
        if since is None:
            self._scrolled = now
        if since is None or now - since < FRAME:
            return 0
        self._scrolled = now
        self._rest += speed * min(now - since, LONGEST)
        whole = int(self._rest)
        self._rest -= whole
        return whole

    def printed(self, words: Words) -> Mapping[Key, str]:
        """What is printed on the buttons of the gamepad in use; nothing where none is, or other hands were used since."""
        return (
            {} if self._used is None else printed_on(self._pads[self._used].kind, words, by_label=_by_label())
        )

    def printed_for_hiding(self, words: Words) -> str:
        """What is printed on the two buttons of the gamepad in use that hide the game; "" where none is."""
        return "" if self._used is None else printed_for_hiding(self._pads[self._used].kind, words)

    def _plugged(self, device_index: int) -> None:
        with suppress(ImportError, pygame.error):
            link = opened(device_index)
            self._pads[link.instance] = _Pad(kind_of(link.name, link.guid), link)

    def _unplugged(self, instance: int) -> Unplugged | None:
        pad = self._pads.pop(instance, None)
        if pad and pad.link:
            with suppress(pygame.error):
                pad.link.close()
        if self._held and self._held.instance == instance:
            self._held = None
        if self._used != instance:
            return None
        self._used = None
        return Unplugged()

    def _let_go(self) -> None:
        """Another window has the player's hands: what was held down is not held here."""
        self._held = self._pushed = None
        for pad in self._pads.values():
            pad.across = pad.down = pad.scroll = 0.0
            pad.together.clear()
            pad.hid = False

    def _in_use(self, instance: int) -> _Pad:
        self._used = instance
        return self._pads.setdefault(instance, _Pad())

    def _down(self, instance: int, button: int) -> Meant | None:
        pad = self._in_use(instance)
        if button in _TOGETHER:
            self._held = None
            pad.together.add(button)
            pad.hid = pad.together == _TOGETHER.keys()
            return Hide() if pad.hid else None
        return self._pressed(instance, button, _BUTTONS.get(button))

    def _pressed(self, instance: int, button: int, key: Key | None) -> Key | None:
        self._held = _Held(instance, button, key) if key in _REPEATED else None
        return key

    def _up(self, instance: int, button: int) -> Key | None:
        self._released(instance, button)
        pad = self._pads.get(instance)
        if pad is None or button not in pad.together:
            return None
        pad.together.discard(button)
        if pad.hid:
            pad.hid = bool(pad.together)
            return None
        return _TOGETHER[button]

    def _released(self, instance: int, button: int) -> None:
        if self._held and (self._held.instance, self._held.button) == (instance, button):
            self._held = None

    def _moved(self, instance: int, axis: int, to: float) -> Key | None:
        pad = self._pads.setdefault(instance, _Pad())
        match axis:
            case pygame.CONTROLLER_AXIS_LEFTX:
                pad.across = to
            case pygame.CONTROLLER_AXIS_LEFTY:
                pad.down = to
            case pygame.CONTROLLER_AXIS_RIGHTY:
                pad.scroll = to
                if abs(to) > TREMBLES:
                    self._used = instance
                return None
            case _:
                return None
        return self._stick(instance, pad)

    def _stick(self, instance: int, pad: _Pad) -> Key | None:
        """One push is one arrow, until the stick is back: a hand that trembles out there presses nothing more."""
        out = max(abs(pad.across), abs(pad.down))
        if pad.pushed and out < RETURNED:
            pad.pushed = False
            self._released(instance, _STICK)
        if pad.pushed or out < PUSHED:
            return None
        pad.pushed = True
        self._used = instance
        return self._pressed(instance, _STICK, _arrow(pad))


def _arrow(pad: _Pad) -> Key:
    if abs(pad.across) > abs(pad.down):
        return Key.RIGHT if pad.across > 0 else Key.LEFT
    return Key.DOWN if pad.down > 0 else Key.UP


def _speed(out: float) -> float:
    """Slow near the middle, so that one line can be had."""
    part = max(0.0, (abs(out) - TREMBLES) / (1 - TREMBLES))
    return FASTEST * part * part * (1 if out > 0 else -1)


def _by_label() -> bool:
    """Whether SDL tells of a button by its letter: SDL 2 does unless it is asked not to, SDL 3 never."""
    asked = os.environ.get("SDL_GAMECONTROLLER_USE_BUTTON_LABELS", "1")
    return pygame.get_sdl_version() < (3,) and asked not in {"0", "false"}
