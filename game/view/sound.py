"""Sounds: off unless the player turned them on, and all silent at once on Dölj. No device, no sound, no error."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from game.screens.commands import Sound

_FOLDER = Path(__file__).parent / "sounds"
LOUDEST = 0.8
"""Of the whole, so that nothing in here is louder than what a computer says itself."""


def loudness(percent: int) -> float:
    """How loud the player's volume is, from 0 to 1."""
    return LOUDEST * percent / 100


class Speaker:
    """The sound device, opened with the first sound that is really played."""

    def __init__(self) -> None:
        self._sounds: dict[Sound, pygame.mixer.Sound | None] = {}
        self.volume = loudness(100)

    def play(self, sound: Sound) -> bool:
        """Play a sound; what cannot be played is left out. Says whether it could."""
        if sound not in self._sounds:
            self._sounds[sound] = _opened(sound)
        found = self._sounds[sound]
        # pygame ends the process when a sound is played on a device that was closed.
        if found is None or not pygame.mixer.get_init():
            return False
        found.set_volume(self.volume)
        found.play()
        return True

    def silence(self) -> None:
        """Everything stops now."""
        if pygame.mixer.get_init():
            pygame.mixer.stop()


def open_device() -> bool:
    """Whether there is a sound device; it is opened the first time."""
    try:
        if not pygame.mixer.get_init():
            pygame.mixer.init(frequency=22050, size=-16, channels=1, buffer=512)
    except pygame.error:
        return False
    return True


def _opened(sound: Sound) -> pygame.mixer.Sound | None:
    if not open_device():
        return None
    try:
        return pygame.mixer.Sound(_FOLDER / f"{sound.value}.wav")
    except (pygame.error, OSError):
        return None
