"""Each text by the first voice that has its language; what fails is followed by the next one, and then by none."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from game.view.speech.mouth import Mouth, Outcome
from game.view.speech.voice import VoiceLostError, spoken_in
from tests.view.speech.fakes import FakeVoice, begun, ended

if TYPE_CHECKING:
    from game.view.speech.voice import Opener, Voice


def mouth_of(*voices: FakeVoice) -> Mouth:
    return Mouth([lambda voice=voice: lambda: voice for voice in voices])  # type: ignore[misc]


def spoken(mouth: Mouth, voice: FakeVoice, text: str = "hej", language: str = "sv") -> None:
    """Has it said, to its end."""
    mouth.say(text, language)
    begun(mouth, voice)
    voice.busy = False


def test_a_text_is_said_and_then_it_is_over() -> None:
    voice = FakeVoice()
    mouth = mouth_of(voice)
    mouth.say("hej", "sv")
    begun(mouth, voice)
    assert mouth.outcome() is None
    voice.busy = False
    assert mouth.outcome() is Outcome.HEARD
    assert voice.said == [("hej", "sv")]


def test_the_first_voice_that_has_the_language_says_it() -> None:
    english, all_ = FakeVoice(frozenset({"en"})), FakeVoice()
    mouth = mouth_of(english, all_)
    spoken(mouth, all_, "hej", "sv")
    spoken(mouth, english, "hello", "en")
    assert (english.said, all_.said) == ([("hello", "en")], [("hej", "sv")])


@pytest.mark.parametrize(
    ("code", "language"),
    [("sv@lattlast", "sv"), ("en_GB", "en"), ("en-GB", "en"), ("ar", "ar"), ("prs", "fa"), ("kmr", "ku")],
)
def test_a_language_is_spoken_whatever_its_variety(code: str, language: str) -> None:
    assert spoken_in(code) == language


def test_a_language_that_no_voice_has_is_said_to_be_unheard() -> None:
    voice = FakeVoice()
    mouth = mouth_of(voice)
    mouth.say("salaan", "so")
    assert ended(mouth) is Outcome.UNHEARD
    assert voice.said == []


@pytest.mark.parametrize("bad", [FakeVoice(broken=True), FakeVoice(dies=True)], ids=["broken", "dies"])
def test_the_next_voice_says_it_all_when_one_fails(bad: FakeVoice) -> None:
    good = FakeVoice()
    mouth = mouth_of(bad, good)
    mouth.say("hej", "sv")
    begun(mouth, good)
    assert good.said == [("hej", "sv")]
    good.busy = False
    assert ended(mouth) is Outcome.HEARD


def test_a_voice_that_failed_is_not_asked_again() -> None:
    bad, good = FakeVoice(dies=True), FakeVoice()
    mouth = mouth_of(bad, good)
    for _ in range(3):
        spoken(mouth, good)
        ended(mouth)
    assert len(bad.said) <= 1
    assert len(good.said) == 3


def test_where_every_voice_fails_nothing_is_heard_and_nothing_breaks() -> None:
    mouth = mouth_of(FakeVoice(broken=True), FakeVoice(dies=True))
    for _ in range(2):
        mouth.say("hej", "sv")
        assert ended(mouth) is Outcome.UNHEARD


def _not_there() -> Opener:
    raise VoiceLostError


def _not_loaded() -> Opener:
    raise ImportError("libprism.so: wrong ELF class")


def _not_opened() -> Opener:
    def opened() -> Voice:
        raise RuntimeError("no device")

    return opened


@pytest.mark.parametrize("finder", [_not_there, _not_loaded, _not_opened])
def test_a_voice_that_cannot_be_had_is_passed_over(finder: object) -> None:
    voice = FakeVoice()
    mouth = Mouth([finder, lambda: lambda: voice])  # type: ignore[list-item]
    spoken(mouth, voice)
    assert ended(mouth) is Outcome.HEARD


def test_without_any_voice_nothing_is_heard() -> None:
    mouth = Mouth([])
    mouth.say("hej", "sv")
    assert ended(mouth) is Outcome.UNHEARD


def test_nobody_waits_while_voices_are_looked_for() -> None:
    may_go_on, voice = Event(), FakeVoice()

    def slow() -> Opener:
        may_go_on.wait()
        return lambda: voice

    mouth = Mouth([slow])
    mouth.say("hej", "sv")
    assert mouth.outcome() is None
    may_go_on.set()
    begun(mouth, voice)
    assert voice.last == "hej"


def test_nothing_is_looked_for_before_there_is_something_to_say() -> None:
    looked: list[int] = []

    def finder() -> Opener:
        looked.append(1)
        raise VoiceLostError

    mouth = Mouth([finder])
    mouth.stop()
    assert mouth.outcome() is Outcome.STOPPED
    assert looked == []
    mouth.say("hej", "sv")
    ended(mouth)
    mouth.say("hej", "sv")
    ended(mouth)
    assert looked == [1]


def test_what_is_stopped_while_voices_are_looked_for_is_never_said() -> None:
    may_go_on, voice = Event(), FakeVoice()

    def slow() -> Opener:
        may_go_on.wait()
        return lambda: voice

    mouth = Mouth([slow])
    mouth.say("hej", "sv")
    mouth.stop()
    may_go_on.set()
    spoken(mouth, voice, "två")
    assert voice.said == [("två", "sv")]


def test_stop_stops_at_once_and_counts_as_no_end() -> None:
    voice = FakeVoice()
    mouth = mouth_of(voice)
    mouth.say("hej", "sv")
    begun(mouth, voice)
    mouth.stop()
    assert not voice.busy
    assert mouth.outcome() is Outcome.STOPPED


def test_one_text_takes_the_place_of_another() -> None:
    voice = FakeVoice()
    mouth = mouth_of(voice)
    mouth.say("ett", "sv")
    begun(mouth, voice)
    mouth.say("två", "sv")
    assert voice.last == "två"
    assert mouth.outcome() is None


def test_the_next_text_is_as_loud_as_was_asked() -> None:
    voice = FakeVoice()
    mouth = mouth_of(voice)
    for volume in (0.2, 0.8):
        mouth.volume = volume
        spoken(mouth, voice)
    assert voice.loud == [0.2, 0.8]
