"""espeak-ng for real: a sound is made and played, stops at once, and nothing of the text can be seen anywhere."""

from __future__ import annotations

import io
import os
import subprocess
import time
import wave
from array import array
from pathlib import Path
from typing import TYPE_CHECKING

import pygame
import pytest

from game.view import sound
from game.view.speech import espeak
from game.view.speech.voice import VoiceLostError
from tests.needed import needed
from tests.view.speech.fakes import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = {
    "sv": "Alva, orolig: Han skriver igen. Ring 1 1 2.",
    "en": "Alva, worried: He is writing again.",
    "fi": "Alva, huolissaan: Hän kirjoittaa taas.",
    "ar": "ألفا، قلقة: إنه يكتب مرة أخرى.",
}
LONG = "En rad som är så lång att den aldrig tar slut av sig själv. " * 30


@pytest.fixture
def voice() -> Iterator[espeak.Espeak]:
    needed("espeak-ng")
    opened = espeak.find()()
    assert isinstance(opened, espeak.Espeak)
    yield opened
    opened.stop()
    pygame.mixer.quit()


def _made(text: str, language: str) -> bytes:
    program = needed("espeak-ng")
    command = [program, "--stdin", "--stdout", "-b", "1", "-v", language]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True, timeout=60).stdout


def _until(voice: espeak.Espeak, *, playing: bool) -> None:
    """Waits until it is heard, or over."""
    until = time.monotonic() + PATIENCE
    while not (playing and pygame.mixer.Channel(espeak.CHANNEL).get_busy()):
        if not voice.speaking():
            assert not playing, "it never began"
            return
        assert time.monotonic() < until
        time.sleep(0.002)


def _sound() -> pygame.mixer.Sound:
    """What is being heard."""
    heard = pygame.mixer.Channel(espeak.CHANNEL).get_sound()
    assert heard
    return heard


def test_it_has_the_languages_of_the_game_that_it_has_voices_for(voice: espeak.Espeak) -> None:
    assert {"sv", "en", "fi", "ar"} <= voice.languages
    assert not {"so", "ti"} & voice.languages


@pytest.mark.parametrize("language", SAMPLES)
def test_the_sound_of_a_line_is_a_whole_wav_that_is_not_silent(language: str) -> None:
    made = espeak.with_length(_made(SAMPLES[language], language))
    with wave.open(io.BytesIO(made)) as heard:
        seconds = heard.getnframes() / heard.getframerate()
        samples = array("h", heard.readframes(heard.getnframes()))
    assert 1 < seconds < 10
    assert len(samples) * 2 == len(made) - 44
    assert max(samples) > 5000
    loud = sum(abs(sample) > 500 for sample in samples)
    assert loud > len(samples) // 5


@pytest.mark.parametrize("language", SAMPLES)
def test_a_line_is_heard_and_comes_to_its_end(voice: espeak.Espeak, language: str) -> None:
    voice.speak(SAMPLES[language].split(":")[0], language)
    _until(voice, playing=True)
    _until(voice, playing=False)
    assert not pygame.mixer.Channel(espeak.CHANNEL).get_busy()


def test_it_is_as_loud_as_was_asked(voice: espeak.Espeak) -> None:
    voice.volume = sound.loudness(25)
    voice.speak("hej", "sv")
    _until(voice, playing=True)
    played = _sound()
    assert played.get_volume() == pytest.approx(sound.loudness(25), abs=0.02)


def test_stop_silences_it_at_once_while_it_is_heard(voice: espeak.Espeak) -> None:
    voice.speak(LONG, "sv")
    _until(voice, playing=True)
    voice.stop()
    assert not pygame.mixer.Channel(espeak.CHANNEL).get_busy()
    assert not voice.speaking()


def test_what_is_stopped_while_it_is_made_is_never_heard(voice: espeak.Espeak) -> None:
    for _ in range(10):
        voice.speak(LONG, "sv")
        voice.stop()
        assert not voice.speaking()
    until = time.monotonic() + PATIENCE
    while _children():
        assert time.monotonic() < until, "a process goes on"
        time.sleep(0.01)
    assert not pygame.mixer.Channel(espeak.CHANNEL).get_busy()


def test_the_next_text_takes_the_place_of_the_one_before(voice: espeak.Espeak) -> None:
    voice.speak(LONG, "sv")
    _until(voice, playing=True)
    voice.speak("hej", "sv")
    assert not pygame.mixer.Channel(espeak.CHANNEL).get_busy()
    _until(voice, playing=True)
    assert _sound().get_length() < 5


def test_the_games_other_sounds_do_not_end_it(voice: espeak.Espeak) -> None:
    voice.speak(LONG, "sv")
    _until(voice, playing=True)
    spoken = _sound()
    beep = pygame.mixer.Sound(buffer=bytes(22050))
    for _ in range(12):
        beep.play()
    assert _sound() == spoken


def _children() -> list[list[bytes]]:
    """The command lines of the processes that this one has started."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((process / "stat").read_text().rpartition(")")[2].split()[1])
            command = (process / "cmdline").read_bytes().split(b"\0")
        except (OSError, IndexError):
            continue
        if parent == os.getpid() and command[0].endswith(b"espeak-ng"):
            found.append(command)
    return found


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="needs /proc")
def test_no_list_of_processes_shows_what_is_said(voice: espeak.Espeak) -> None:
    seen: list[list[bytes]] = []
    until = time.monotonic() + PATIENCE
    while not seen:
        voice.speak(LONG, "sv")
        while voice.speaking() and not pygame.mixer.Channel(espeak.CHANNEL).get_busy():
            seen += _children()
        assert time.monotonic() < until
    words = {word for command in seen for argument in command for word in argument.split()}
    assert b"-v" in words
    assert not {b"rad", b"aldrig"} & words


def test_a_language_that_it_does_not_know_fails_without_an_exception_of_its_own(voice: espeak.Espeak) -> None:
    voice.speak("hej", "zz-no-such-voice")
    with pytest.raises(VoiceLostError):
        _until(voice, playing=False)


def test_without_the_program_there_is_no_voice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(VoiceLostError):
        espeak.find()


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
@pytest.mark.parametrize("script", ["#!/bin/sh\nexit 1\n", "no program at all", "#!/no/such/shell\n"])
def test_a_program_that_does_not_work_is_no_voice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str
) -> None:
    program = tmp_path / "espeak-ng"
    program.write_text(script, encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(VoiceLostError):
        espeak.find()


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
def test_a_program_in_the_folder_one_stands_in_is_not_run(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "espeak-ng"
    program.write_text("#!/bin/sh\necho Pty Language\necho 5 sv\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    with pytest.raises(VoiceLostError):
        espeak.find()


@pytest.mark.parametrize("program", ["/no/such/program", "/bin/false"])
def test_a_program_that_goes_away_loses_the_voice(program: str) -> None:
    voice = espeak.Espeak(program, frozenset({"sv"}))
    voice.speak("hej", "sv")
    with pytest.raises(VoiceLostError):
        _until(voice, playing=False)
    pygame.mixer.quit()


def test_without_a_sound_device_there_is_no_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "no such driver")
    with pytest.raises(VoiceLostError):
        espeak.Espeak("espeak-ng", frozenset({"sv"}))
