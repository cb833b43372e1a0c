"""pygame's controllers. Loaded and connected when the window first rests: nobody has to wait for a gamepad."""

from __future__ import annotations

import os
from dataclasses import dataclass

from pygame._sdl2 import controller


@dataclass(frozen=True, slots=True)
class Link:
    """A gamepad that is open, as long as somebody holds on to this."""

    instance: int
    name: str
    guid: str
    _controller: controller.Controller

    def close(self) -> None:
        """It was unplugged."""
        # pygame forgets to, for one that is no longer there when nobody holds on to it.
        self._controller.quit()


def connect() -> None:
    """From now on gamepads are told as they are plugged in, those first that are there already.

    Raises pygame.error where SDL has no gamepads.
    """
    # With some USB headsets and keyboards in, DirectInput takes up to a minute to look through what is plugged in.
    # Windows hears of gamepads without it, all but very old ones.
    os.environ.setdefault("SDL_DIRECTINPUT_ENABLED", "0")
    controller.init()


def opened(device_index: int) -> Link:
    """The gamepad that was just told of. Raises pygame.error when it is gone already, or cannot be opened."""
    pad = controller.Controller(device_index)
    # Only the joystick knows by which number its events come.
    joystick = pad.as_joystick()
    link = Link(joystick.get_instance_id(), pad.name or "", joystick.get_guid(), pad)
    joystick.quit()
    return link
