"""Makes the game's few sounds, the same each time: `python -m game.tools.make_sounds [FOLDER]`.

They are soft, short and in one key (five notes of D major, any two of which sound well together), because they are
heard in a classroom, again and again, and none of them may startle anyone.
"""

import array
import math
import random
import sys
import wave
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

RATE = 22_050
"""Samples a second."""

HOME = Path(__file__).parents[1] / "view" / "sounds"
"""Where the game looks for its sounds."""

D3, A3, D4, FIS4, A4, B4, D5, E5, FIS5 = (
    440 * 2 ** (steps / 12) for steps in (-19, -12, -7, -3, 0, 2, 5, 7, 9)
)

WOOD = ((1, 1.0, 1.0), (2, 0.22, 1.6), (4, 0.10, 4.0))
"""A soft mallet on wood: (harmonic, strength, how much faster than the lowest it dies away)."""

PAD = ((1, 1.0, 1.0), (2, 0.30, 1.0), (3, 0.12, 1.0), (4, 0.04, 1.0))
"""Voices held together, with little brightness."""


@dataclass(frozen=True, slots=True)
class Note:
    """A tone that rises in `attack` seconds and loses two thirds of its strength every `decay` seconds."""

    pitch: float
    start: float = 0.0
    strength: float = 1.0
    attack: float = 0.012
    decay: float = 0.12
    partials: tuple[tuple[int, float, float], ...] = WOOD

    def at(self, time: float) -> float:
        since = time - self.start
        if since <= 0:
            return 0.0
        rise = math.sin(math.pi / 2 * min(1.0, since / self.attack)) ** 2
        tone = sum(
            strength * math.exp(-since * faster / self.decay) * math.sin(math.tau * self.pitch * n * since)
            for n, strength, faster in self.partials
        )
        return self.strength * rise * tone


@dataclass(frozen=True, slots=True)
class Rustle:
    """Paper or cloth: noise between two pitches that swells and goes, as often as `flaps` says."""

    length: float
    low: float
    high: float
    strength: float = 1.0
    flaps: int = 1

    def samples(self, count: int) -> list[float]:
        """The first `count` samples, the same each time."""
        noise = random.Random(1)  # noqa: S311 - a sound, not a secret
        bright, dark = (1 - math.exp(-math.tau * pitch / RATE) for pitch in (self.high, self.low))
        kept = smooth = floor = 0.0
        made = []
        for i in range(count):
            kept += bright * (noise.uniform(-1, 1) - kept)
            smooth += bright * (kept - smooth)
            floor += dark * (smooth - floor)
            time = i / RATE / self.length
            swell = math.sin(math.pi * self.flaps * time) ** 2 * (1 - time) if time < 1 else 0.0
            made.append(self.strength * swell * (smooth - floor))
        return made


@dataclass(frozen=True, slots=True)
class Sound:
    """Notes and rustles, `length` seconds long, whose loudest sample is `peak` decibels below full scale."""

    length: float
    peak: float
    notes: tuple[Note, ...] = ()
    rustle: Rustle | None = None
    fade_in: float = 0.006
    fade_out: float = 0.08

    def samples(self) -> list[int]:
        """Whole numbers of 16 bits, one a sample."""
        count = round(self.length * RATE)
        wave_form = [sum(note.at(i / RATE) for note in self.notes) for i in range(count)]
        if self.rustle is not None:
            wave_form = [a + b for a, b in zip(wave_form, self.rustle.samples(count), strict=True)]
        middle = math.fsum(wave_form) / count
        faded = [(value - middle) * self._fade(i / RATE) for i, value in enumerate(wave_form)]
        return _to_level(faded, self.peak)

    def _fade(self, time: float) -> float:
        rise = min(1.0, time / self.fade_in)
        fall = min(1.0, (self.length - 1 / RATE - time) / self.fade_out)
        return math.sin(math.pi / 2 * rise) ** 2 * math.sin(math.pi / 2 * max(0.0, fall)) ** 2


def _to_level(values: Sequence[float], decibels: float) -> list[int]:
    scale = 32_767 * 10 ** (decibels / 20) / max(map(abs, values))
    return [round(value * scale) for value in values]


def _chord(pitches: Iterable[float]) -> tuple[Note, ...]:
    """Voices that come in one after another and are held; each is two, slightly apart, which makes them warm."""
    return tuple(
        Note(pitch * detune, start=0.22 * i, strength=0.9**i, attack=0.5, decay=1.3, partials=PAD)
        for i, pitch in enumerate(pitches)
        for detune in (0.9985, 1.0015)
    )


SOUNDS = {
    "message": Sound(0.62, -12, (Note(A4, decay=0.13), Note(D5, start=0.11, decay=0.17))),
    "sent": Sound(0.36, -15, (Note(D5, decay=0.07, strength=0.7), Note(FIS5, start=0.06, decay=0.09))),
    "page": Sound(0.30, -20, rustle=Rustle(0.28, low=500, high=2600), fade_in=0.02),
    "flag": Sound(
        0.55,
        -12,
        (Note(D4, decay=0.16), Note(A4, start=0.02, decay=0.14, strength=0.5)),
        Rustle(0.42, low=250, high=1200, strength=1.6, flaps=3),
    ),
    "choice": Sound(0.34, -14, (Note(FIS4, decay=0.09), Note(A4, start=0.015, decay=0.09, strength=0.6))),
    "calm": Sound(2.9, -12, _chord((D3, A3, D4, FIS4, B4, E5)), fade_in=0.1, fade_out=1.2),
}
"""Every sound of the game by its name."""


def write(folder: Path) -> None:
    """Write each sound as NAME.wav (mono, 16 bits) into `folder`, which exists."""
    for name, sound in SOUNDS.items():
        samples = array.array("h", sound.samples())
        if sys.byteorder == "big":
            samples.byteswap()
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples.tobytes())


if __name__ == "__main__":
    write(Path(sys.argv[1]) if sys.argv[1:] else HOME)
