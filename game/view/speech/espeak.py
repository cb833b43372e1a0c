"""espeak-ng: a program that makes a sound of a text, which is then played as the game's other sounds are.

The text goes through a pipe, so that no list of processes shows it, and the sound comes back through one: nothing is
written anywhere.
"""

from __future__ import annotations

import io
import os
import shutil
import struct
import subprocess
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pygame

from game.view.sound import open_device
from game.view.speech.voice import VoiceLostError

if TYPE_CHECKING:
    from game.view.speech.voice import Opener

PROGRAM = "espeak-ng"
WORDS_A_MINUTE = 150
"""Calm; espeak's own pace is 175."""
CHANNEL = 0
"""Kept free of other sounds."""
_QUIETLY = {"HOME": os.devnull, "PULSE_RUNTIME_PATH": os.devnull, "PULSE_SERVER": "{nowhere}"}
"""Else it greets a sound server that it does not need, and leaves a folder of settings in the player's home."""
_PATIENCE = 5.0  # seconds for the list of voices
_HEADER = 44  # bytes before the sound itself
# No console window opens on Windows.
_FLAGS: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def find() -> Opener:
    """Looks for the program and its voices, which takes a moment. Raises `VoiceLostError` without it."""
    program = shutil.which(PROGRAM)
    # A program in the folder that the game happens to be started from is none that somebody installed.
    if program is None or not Path(program).is_absolute():
        raise VoiceLostError(PROGRAM)
    try:
        listed = subprocess.run(  # noqa: S603 - the program alone, without a shell
            [program, "--voices"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
            env=_environment(),
            creationflags=_FLAGS,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise VoiceLostError(PROGRAM) from error
    voices = _voices(listed.stdout.decode("utf-8", "replace"))
    return lambda: Espeak(program, voices)


def _environment() -> dict[str, str]:
    return {**os.environ, **(_QUIETLY if os.name == "posix" else {})}


def _voices(listed: str) -> frozenset[str]:
    """The languages in espeak's table: the second column, below its head."""
    rows = (line.split() for line in listed.splitlines()[1:])
    return frozenset(row[1].split("-")[0] for row in rows if len(row) > 1)


class Espeak:
    """Speaks with espeak-ng."""

    def __init__(self, program: str, languages: frozenset[str]) -> None:
        if not open_device():
            raise VoiceLostError(program)
        pygame.mixer.set_reserved(CHANNEL + 1)
        self._program = program
        self._languages = languages
        self._making: _Making | None = None
        self.volume = 1.0

    @property
    def languages(self) -> frozenset[str]:
        return self._languages

    def speak(self, text: str, language: str) -> None:
        self.stop()
        self._making = _Making(
            [self._program, "--stdin", "--stdout", "-b", "1", "-s", str(WORDS_A_MINUTE), "-v", language],
            text,
        )

    def stop(self) -> None:
        if self._making:
            self._making.end()
            self._making = None
        if pygame.mixer.get_init():
            pygame.mixer.Channel(CHANNEL).stop()

    def speaking(self) -> bool:
        if self._making:
            if not self._making.done:
                return True
            made, self._making = self._making.sound, None
            _play(made, self.volume)
        return bool(pygame.mixer.get_init()) and pygame.mixer.Channel(CHANNEL).get_busy()


class _Making:
    """A sound being made, in a thread and a process of its own."""

    def __init__(self, command: list[str], text: str) -> None:
        self.sound = b""
        self.done = False
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False
        Thread(target=self._make, args=(command, text.encode("utf-8", "replace")), daemon=True).start()

    def _make(self, command: list[str], text: bytes) -> None:
        try:
            with subprocess.Popen(  # noqa: S603 - the program alone, without a shell
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                creationflags=_FLAGS,
            ) as process:
                self._process = process
                if self._ended:
                    process.kill()
                sound, _ = process.communicate(text)
            if process.returncode == 0:
                self.sound = sound
        except OSError:
            self.sound = b""
        self.done = True

    def end(self) -> None:
        """The process ends now, or as soon as it has begun."""
        self._ended = True
        if self._process:
            self._process.kill()


def _play(made: bytes, volume: float) -> None:
    if len(made) <= _HEADER:
        raise VoiceLostError(PROGRAM)
    try:
        sound = pygame.mixer.Sound(file=io.BytesIO(with_length(made)))
    except pygame.error as error:
        raise VoiceLostError(PROGRAM) from error
    sound.set_volume(volume)
    pygame.mixer.Channel(CHANNEL).play(sound)


def with_length(made: bytes) -> bytes:
    """A WAV from a pipe, with how long it is in its head: the program could not know that when it began."""
    length = len(made) - _HEADER
    return b"".join(
        (
            made[:4],
            struct.pack("<I", length + _HEADER - 8),
            made[8:40],
            struct.pack("<I", length),
            made[_HEADER:],
        )
    )
