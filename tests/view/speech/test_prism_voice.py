"""The system's own voice, by way of prismatoid: its real registry, with backends that are made for the test."""

from __future__ import annotations

import os
from typing import Any, ClassVar

import pytest

from game.view.speech.voice import VoiceLostError

if os.environ.get("CI") != "true":
    pytest.importorskip("prism", reason="prismatoid is not installed")

import prism  # type: ignore[import-not-found,import-untyped,unused-ignore]

from game.view.speech import prism_voice
from game.view.speech.prism_voice import PrismVoice


class Backend(prism.CustomBackend):  # type: ignore[misc,no-any-unimported,unused-ignore]
    """A synthesizer with three voices."""

    languages: ClassVar[tuple[str, ...]] = ("en-US", "sv-SE", "sv-FI")
    log: ClassVar[list[tuple[object, ...]]] = []
    busy: ClassVar[bool] = False
    begins: ClassVar[bool] = True

    def speak(self, text: str, interrupt: bool) -> None:  # noqa: FBT001 - prism's own signature
        self.log.append(("speak", text, interrupt))
        type(self).busy = self.begins

    def stop(self) -> None:
        self.log.append(("stop",))
        type(self).busy = False

    def is_speaking(self) -> bool:
        return self.busy

    def set_volume(self, volume: float) -> None:
        self.log.append(("volume", round(volume, 3)))

    def get_volume(self) -> float:
        return 1.0

    def count_voices(self) -> int:
        return len(self.languages)

    def get_voice_name(self, voice_id: int) -> str:
        return f"voice {voice_id}"

    def get_voice_language(self, voice_id: int) -> str:
        return self.languages[voice_id]

    def set_voice(self, voice_id: int) -> None:
        self.log.append(("voice", voice_id))

    def get_voice(self) -> int:
        return 0


class Mute(prism.CustomBackend):  # type: ignore[misc,no-any-unimported,unused-ignore]
    """Speaks, and cannot be stopped."""

    def speak(self, text: str, interrupt: bool) -> None: ...  # noqa: FBT001


class Failing(Backend):
    """Is there, and fails."""

    def initialize(self) -> None:
        raise RuntimeError("no engine")


@pytest.fixture(autouse=True)
def _afresh() -> None:
    Backend.log.clear()
    Backend.busy, Backend.begins = False, True
    prism.set_log_level(prism.LogLevel.NONE)


def voice_of(*backends: type[Any]) -> PrismVoice:
    builder = prism.RegistryBuilder()
    ids = [prism.BackendId(builder.add_backend(each.__name__, each)) for each in backends]
    return PrismVoice(prism.Context(builder.freeze()), ids)


def test_it_has_the_languages_of_its_voices() -> None:
    assert voice_of(Backend).languages == {"en", "sv"}


def test_a_text_is_said_with_the_first_voice_of_its_language() -> None:
    voice = voice_of(Backend)
    Backend.log.clear()
    voice.speak("Hej, Åsa!", "sv")
    assert Backend.log == [("voice", 1), ("volume", 1.0), ("speak", "Hej, Åsa!", True)]


def test_it_is_as_loud_as_was_asked_from_the_next_text_on() -> None:
    voice = voice_of(Backend)
    voice.volume = 0.2
    voice.speak("hej", "sv")
    assert ("volume", 0.2) in Backend.log


def test_it_speaks_until_the_backend_is_done() -> None:
    voice = voice_of(Backend)
    voice.speak("hej", "sv")
    assert voice.speaking()
    Backend.busy = False
    assert not voice.speaking()


def test_a_voice_that_needs_a_moment_to_begin_is_not_taken_for_done() -> None:
    voice = voice_of(Backend)
    Backend.begins = False
    voice.speak("hej", "sv")
    assert voice.speaking()
    Backend.busy = True
    assert voice.speaking()
    Backend.busy = False
    assert not voice.speaking()


def test_a_voice_that_never_begins_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prism_voice, "_BEGINS_WITHIN", -1.0)
    voice = voice_of(Backend)
    Backend.begins = False
    voice.speak("hej", "sv")
    with pytest.raises(VoiceLostError):
        voice.speaking()


def test_stop_stops_it() -> None:
    voice = voice_of(Backend)
    voice.speak("hej", "sv")
    voice.stop()
    assert Backend.log[-1] == ("stop",)
    assert not voice.speaking()


def test_what_prism_refuses_loses_the_voice() -> None:
    voice = voice_of(Backend)
    with pytest.raises(VoiceLostError):
        voice.speak("", "sv")


@pytest.mark.parametrize("bad", [Mute, Failing])
def test_a_backend_that_cannot_do_what_is_needed_is_passed_over(bad: type[Any]) -> None:
    assert voice_of(bad, Backend).languages == {"en", "sv"}
    with pytest.raises(VoiceLostError):
        voice_of(bad)


def test_where_the_system_has_no_voice_of_its_own_none_is_opened() -> None:
    """On Linux: Speech Dispatcher, which writes logs, is not even asked."""
    if prism.Context().exists(prism.BackendId.SPEECH_DISPATCHER):
        with pytest.raises(VoiceLostError):
            prism_voice.find()()
