"""Gamepads that SDL believes are plugged in: SDL's own virtual ones, by way of the library that pygame brought."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pygame

_SDL = sorted(Path(pygame.__file__).parents[1].glob("pygame_ce.libs/libSDL2-2*"))
_GAMEPAD = 1


class _Description(ctypes.Structure):
    """SDL_VirtualJoystickDesc."""

    _fields_ = (
        *(
            (name, ctypes.c_uint16)
            for name in ("version", "type", "axes", "buttons", "hats", "vendor", "product", "_")
        ),
        ("button_mask", ctypes.c_uint32),
        ("axis_mask", ctypes.c_uint32),
        ("name", ctypes.c_char_p),
        *(
            (name, ctypes.c_void_p)
            for name in ("data", "update", "player", "rumble", "triggers", "led", "effect")
        ),
    )


def why_not() -> str:
    """Why there can be no virtual gamepads here; "" where there can."""
    if not _SDL or pygame.get_sdl_version() < (2, 24):
        return "pygame did not bring an SDL 2.24 or later with virtual joysticks in a file of its own"
    return ""


class VirtualPad:
    """A gamepad that is plugged in as it is made. SDL's joysticks must have been started."""

    def __init__(
        self, name: str = "Gamepad", vendor: int = 0xF00, product: int = 1, *, axes: int = 6
    ) -> None:
        self._sdl = ctypes.CDLL(str(_SDL[0]))
        self._sdl.SDL_JoystickOpen.restype = ctypes.c_void_p
        self._sdl.SDL_JoystickSetVirtualButton.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_uint8)
        self._sdl.SDL_JoystickSetVirtualAxis.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_int16)
        self._sdl.SDL_JoystickInstanceID.argtypes = (ctypes.c_void_p,)
        self._sdl.SDL_JoystickClose.argtypes = (ctypes.c_void_p,)
        kind = _GAMEPAD if axes else 0
        made = _Description(
            version=1, type=kind, axes=axes, buttons=15, vendor=vendor, product=product, name=name.encode()
        )
        index = self._sdl.SDL_JoystickAttachVirtualEx(ctypes.byref(made))
        assert index >= 0, "SDL would not plug it in"
        self._joystick = self._sdl.SDL_JoystickOpen(index)
        self._instance = self._sdl.SDL_JoystickInstanceID(self._joystick)

    def hold(self, button: int) -> None:
        """The button goes down."""
        self._sdl.SDL_JoystickSetVirtualButton(self._joystick, button, 1)
        pygame.event.pump()

    def let_go(self, button: int) -> None:
        """The button comes up."""
        self._sdl.SDL_JoystickSetVirtualButton(self._joystick, button, 0)
        pygame.event.pump()

    def push(self, axis: int, to: int) -> None:
        """A stick is moved along one of its axes, from -32768 to 32767."""
        self._sdl.SDL_JoystickSetVirtualAxis(self._joystick, axis, to)
        pygame.event.pump()

    def unplug(self) -> None:
        """The cable is pulled."""
        indices = range(self._sdl.SDL_NumJoysticks())
        mine = [i for i in indices if self._sdl.SDL_JoystickGetDeviceInstanceID(i) == self._instance]
        for index in mine:
            self._sdl.SDL_JoystickDetachVirtual(index)
            self._sdl.SDL_JoystickClose(self._joystick)
