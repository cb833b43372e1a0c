"""Voices for tests: they make no sound, and are done when the test says so."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.view.speech.voice import VoiceLostError

if TYPE_CHECKING:
    from game.view.speech.mouth import Mouth, Outcome

PATIENCE = 20.0
"""Seconds after which something hangs."""


@dataclass
class FakeVoice:
    """Remembers what it was given. `broken` fails at once, `dies` after it has begun."""

    languages: frozenset[str] = frozenset({"sv", "en"})
    broken: bool = False
    dies: bool = False
    said: list[tuple[str, str]] = field(default_factory=list)
    busy: bool = False
    stopped: int = 0
    volume: float = 1.0
    loud: list[float] = field(default_factory=list)

    def speak(self, text: str, language: str) -> None:
        if self.broken:
            raise VoiceLostError
        self.said.append((text, language))
        self.loud.append(self.volume)
        self.busy = True

    def stop(self) -> None:
        self.busy = False
        self.stopped += 1

    def speaking(self) -> bool:
        if self.dies:
            raise VoiceLostError
        return self.busy

    @property
    def last(self) -> str:
        """The text given last; "" when nothing is being said."""
        return self.said[-1][0] if self.busy else ""


def ended(mouth: Mouth) -> Outcome:
    """Waits until what is being said has come to its end."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        outcome = mouth.outcome()
        if outcome:
            return outcome
        time.sleep(0.002)
    raise AssertionError("it never ends")


def begun(mouth: Mouth, *voices: FakeVoice) -> None:
    """Waits until one of the voices has begun, or all is over."""
    until = time.monotonic() + PATIENCE
    while mouth.outcome() is None and not any(voice.busy for voice in voices):
        assert time.monotonic() < until, "nobody speaks"
        time.sleep(0.002)
