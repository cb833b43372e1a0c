"""Whatever can speak here: each text by the first voice that has its language, and by the next one if that fails."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from enum import Enum, auto
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

from game.lazy import later
from game.view.speech.voice import Opener, Voice, VoiceLostError, spoken_in

if TYPE_CHECKING:
    from game.view.speech.espeak import find as find_espeak
    from game.view.speech.prism_voice import find as find_prism
else:
    find_espeak = later("game.view.speech.espeak", "find")
    find_prism = later("game.view.speech.prism_voice", "find")

Finder: TypeAlias = Callable[[], Opener]
"""Looks for a voice, on a thread of its own. Raises `VoiceLostError`, or what loading a library raises."""

SYSTEM = (find_prism, find_espeak) if sys.platform in {"win32", "darwin"} else (find_espeak,)
"""Where voices are looked for, the best first."""


class Outcome(Enum):
    """How it ended."""

    HEARD = auto()
    STOPPED = auto()
    UNHEARD = auto()  # there is no voice for the language


class Mouth:
    """Says one text at a time. Voices are looked for when there is something to say for the first time.

    No call waits and none raises. `volume`, from 0 to 1, holds from the next text on.
    """

    def __init__(self, finders: Sequence[Finder] | None = None) -> None:
        self._search = _Search(SYSTEM if finders is None else finders)
        self._voices: list[Voice] | None = None
        self._wanted: tuple[str, str] | None = None
        self._speaker: Voice | None = None
        self._outcome = Outcome.STOPPED
        self.volume = 1.0

    def say(self, text: str, language: str) -> None:
        """Says this, instead of anything else."""
        self.stop()
        self._wanted = text, spoken_in(language)
        self._begin()

    def stop(self) -> None:
        """Silent at once."""
        self._wanted, self._outcome = None, Outcome.STOPPED
        if self._speaker:
            self._speaker.stop()
            self._speaker = None

    def outcome(self) -> Outcome | None:
        """How the last text ended; None while it is being said. To be asked often: this also carries it on."""
        if self._wanted and self._speaker is None:
            self._begin()
        if self._speaker:
            self._listen(self._speaker)
        return None if self._wanted else self._outcome

    def _listen(self, speaker: Voice) -> None:
        try:
            if not speaker.speaking():
                self._wanted, self._speaker, self._outcome = None, None, Outcome.HEARD
        except VoiceLostError:
            self._lose(speaker)
            self._begin()

    def _begin(self) -> None:
        """The first voice that has the language speaks, as soon as it is known which ones there are."""
        if self._voices is None:
            openers = self._search.found()
            if openers is None:
                return
            self._voices = _opened(openers)
        while self._wanted and self._speaker is None:
            text, language = self._wanted
            voice = next((each for each in self._voices if language in each.languages), None)
            if voice is None:
                self._wanted, self._outcome = None, Outcome.UNHEARD
                return
            try:
                voice.volume = self.volume
                voice.speak(text, language)
            except VoiceLostError:
                self._lose(voice)
            else:
                self._speaker = voice

    def _lose(self, voice: Voice) -> None:
        voice.stop()
        self._speaker = None
        self._voices = [each for each in self._voices or () if each is not voice]


def _opened(openers: Sequence[Opener]) -> list[Voice]:
    voices = []
    for opener in openers:
        try:
            voices.append(opener())
        # The voices of a system are other people's programs: whatever they do, the game goes on.
        except Exception:  # noqa: BLE001, S112
            continue
    return voices


class _Search:
    """Looks for voices while the game goes on."""

    def __init__(self, finders: Sequence[Finder]) -> None:
        self._finders = finders
        self._openers: list[Opener] = []
        self._thread: Thread | None = None

    def found(self) -> list[Opener] | None:
        """What was found, the best first; None while it is still being looked for."""
        if self._thread is None:
            self._thread = Thread(target=self._look, daemon=True)
            self._thread.start()
        return None if self._thread.is_alive() else self._openers

    def _look(self) -> None:
        for find in self._finders:
            try:
                self._openers.append(find())
            except Exception:  # noqa: BLE001, S112 - as above
                continue
