"""The sounds are soft, short and made by the script beside them."""

import array
import sys
import wave
from pathlib import Path

import pytest

from game.tools.make_sounds import HOME, RATE, SOUNDS, write

each_sound = pytest.mark.parametrize("name", sorted(SOUNDS))


def samples(file: Path) -> "array.array[int]":
    with wave.open(str(file), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, RATE)
        read = array.array("h", sound.readframes(sound.getnframes()))
    if sys.byteorder == "big":
        read.byteswap()
    return read


def test_the_script_makes_the_same_bytes_each_time(tmp_path: Path) -> None:
    folders = [tmp_path / "one", tmp_path / "two"]
    for folder in folders:
        folder.mkdir()
        write(folder)
    one, two = ({file.name: file.read_bytes() for file in folder.iterdir()} for folder in folders)
    assert one == two


def test_the_shipped_sounds_are_those_that_the_script_makes() -> None:
    assert {file.stem for file in HOME.glob("*.wav")} == set(SOUNDS)
    for name, sound in SOUNDS.items():
        shipped, made = samples(HOME / f"{name}.wav"), sound.samples()
        # One step of 65,536 may differ where another system's sine rounds its last digit otherwise.
        assert all(abs(a - b) <= 1 for a, b in zip(shipped, made, strict=True))


@each_sound
def test_a_sound_is_never_louder_than_minus_nine_decibels(name: str) -> None:
    assert max(map(abs, samples(HOME / f"{name}.wav"))) <= 32_767 * 10 ** (-9 / 20)


@each_sound
def test_a_sound_rests_on_zero(name: str) -> None:
    heard = samples(HOME / f"{name}.wav")
    assert abs(sum(heard) / len(heard)) < 4


@each_sound
def test_a_sound_begins_and_ends_in_silence_without_a_click(name: str) -> None:
    heard = samples(HOME / f"{name}.wav")
    millisecond = RATE // 1000
    assert max(map(abs, [*heard[:2], *heard[-2:]])) <= 8
    assert max(map(abs, heard[:millisecond])) < 0.1 * max(heard)
    assert max(map(abs, heard[-5 * millisecond :])) < 0.02 * max(heard)


def test_the_sounds_are_small_together() -> None:
    assert sum(file.stat().st_size for file in HOME.glob("*.wav")) < 400_000


def test_an_ending_is_given_time_and_the_rest_stays_short() -> None:
    lengths = {name: len(samples(HOME / f"{name}.wav")) / RATE for name in SOUNDS}
    assert 2 <= lengths.pop("calm") <= 3
    assert max(lengths.values()) < 0.7
