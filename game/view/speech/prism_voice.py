"""The voice of the system (Windows, macOS), by way of prismatoid. Loaded only when somebody wants to hear something.

prismatoid also speaks through screen readers and, on Linux, through Speech Dispatcher. Neither is used: where a screen
reader runs it does the reading, and Speech Dispatcher is a service that writes logs into the player's home.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import prism  # type: ignore[import-not-found,import-untyped,unused-ignore]

from game.view.speech.voice import VoiceLostError, spoken_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from game.view.speech.voice import Opener

_BEGINS_WITHIN = 2.0
"""Seconds; a voice that has not begun by then says nothing at all."""


def find() -> Opener:
    """To be called on any thread; what it gives opens the best voice that the system has of its own."""
    # It would say on the console what it is given and what goes wrong with it.
    prism.set_log_level(prism.LogLevel.NONE)
    own = prism.BackendId
    return lambda: PrismVoice(prism.Context(), (own.ONE_CORE, own.SAPI, own.AV_SPEECH))


class PrismVoice:
    """Speaks with the first of some of prism's backends that is there and can do all that is needed."""

    def __init__(self, context: Any, backends: Sequence[Any]) -> None:
        self._context = context
        self._backend = self._opened(backends)
        self._voices = self._by_language()
        self._until = 0.0
        self._begun = True
        self.volume = 1.0

    def _opened(self, backends: Sequence[Any]) -> Any:
        for backend in backends:
            if not self._context.exists(backend):
                continue
            try:
                opened = self._context.create(backend)
            except (prism.PrismError, ValueError, RuntimeError):
                continue
            if _suffices(opened.features):
                return opened
        raise VoiceLostError("prism")

    def _by_language(self) -> dict[str, int]:
        try:
            count = self._backend.voices_count
            languages = [spoken_in(self._backend.get_voice_language(index)) for index in range(count)]
        except prism.PrismError as error:
            raise VoiceLostError("prism") from error
        return {language: index for index, language in reversed(list(enumerate(languages)))}

    @property
    def languages(self) -> frozenset[str]:
        return frozenset(self._voices)

    def speak(self, text: str, language: str) -> None:
        try:
            self._backend.voice = self._voices[language]
            if self._backend.features.supports_set_volume:
                self._backend.volume = self.volume
            self._backend.speak(text, interrupt=True)
        except prism.PrismError as error:
            raise VoiceLostError("prism") from error
        self._until, self._begun = time.monotonic() + _BEGINS_WITHIN, False

    def stop(self) -> None:
        self._begun = True
        try:
            self._backend.stop()
        except prism.PrismError:
            return

    def speaking(self) -> bool:
        try:
            speaking = bool(self._backend.speaking)
        except prism.PrismError as error:
            raise VoiceLostError("prism") from error
        if speaking or self._begun:
            self._begun = True
            return speaking
        if time.monotonic() > self._until:
            raise VoiceLostError("prism")
        return True


def _suffices(features: Any) -> bool:
    return all(
        (
            features.supports_speak,
            features.supports_stop,
            features.supports_is_speaking,
            features.supports_count_voices,
            features.supports_get_voice_language,
            features.supports_set_voice,
        )
    )
