"""What a player can set, what setting it means, and what is in force. Nothing here is kept when the game ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.hearing import Aloud, SetAloud

if TYPE_CHECKING:
    from game.screens.keys import Key

TEXT_SIZES = (100, 125, 150, 175, 200)
"""The sizes of text, in percent."""
VOLUMES = (25, 50, 75, 100)
"""How loud sounds and the voice that reads are, in percent."""


class Face(Enum):
    """The letters: drawn to be told apart, drawn to stay in place for who reads with difficulty, or the computer's own."""

    HYPERLEGIBLE = auto()
    DYSLEXIC = auto()
    SYSTEM = auto()


class Spacing(Enum):
    """Room between lines, or between letters and words."""

    USUAL = auto()
    WIDE = auto()
    WIDEST = auto()


class Theme(Enum):
    """The colours."""

    WARM = auto()
    DARK = auto()
    CONTRAST = auto()


class Speed(Enum):
    """How a line appears; the value is in characters a second, 0 for all at once."""

    CALM = 28
    QUICK = 70
    AT_ONCE = 0


class Pace(Enum):
    """How the next line comes: when the player asks for it, or by itself. The value is in characters read a second."""

    ASKED = 0
    CALM = 8
    EVEN = 14
    BRISK = 22


class Scanning(Enum):
    """For one switch: how long each thing to press is offered, in seconds; 0 where nothing is."""

    OFF = 0.0
    CALM = 3.0
    EVEN = 2.0
    BRISK = 1.2


@dataclass(frozen=True, slots=True)
class Settings:
    """What the player has set. Kept for the session only.

    `keys` are those that were changed: what a key means on a page, and the name of the key that is pressed for it.
    `municipality` is the id of the one whose numbers a teacher's guide has; it is the teacher's, or the school's, to choose.
    """

    language: str = "sv"
    text_size: int = 100
    face: Face = Face.HYPERLEGIBLE
    lines: Spacing = Spacing.USUAL
    letters: Spacing = Spacing.USUAL
    theme: Theme = Theme.WARM
    speed: Speed = Speed.QUICK
    sound: bool = False
    volume: int = 75
    aloud: Aloud = Aloud.OFF
    less_motion: bool = False
    pace: Pace = Pace.ASKED
    scanning: Scanning = Scanning.OFF
    keys: tuple[tuple[Key, str], ...] = ()
    fullscreen: bool = False
    municipality: str = "default"


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """Show everything in another language."""

    code: str


@dataclass(frozen=True, slots=True)
class SetTextSize:
    """The size of text, in percent."""

    percent: int


@dataclass(frozen=True, slots=True)
class SetFace:
    """Which letters."""

    face: Face


@dataclass(frozen=True, slots=True)
class SetLines:
    """The room between lines."""

    spacing: Spacing


@dataclass(frozen=True, slots=True)
class SetLetters:
    """The room between letters and words."""

    spacing: Spacing


@dataclass(frozen=True, slots=True)
class SetTheme:
    """Which colours."""

    theme: Theme


@dataclass(frozen=True, slots=True)
class SetSpeed:
    """How a line appears."""

    speed: Speed


@dataclass(frozen=True, slots=True)
class SetSound:
    """Sound on or off."""

    on: bool


@dataclass(frozen=True, slots=True)
class SetVolume:
    """How loud, in percent."""

    percent: int


@dataclass(frozen=True, slots=True)
class SetMotion:
    """With movements, or with less of them."""

    less: bool


@dataclass(frozen=True, slots=True)
class SetPace:
    """How the next line comes."""

    pace: Pace


@dataclass(frozen=True, slots=True)
class SetScanning:
    """How long each thing is offered to one switch."""

    scanning: Scanning


@dataclass(frozen=True, slots=True)
class SetKey:
    """Another key for one that means something, by its name; None for the one that it was from the start."""

    key: Key
    pressed: str | None


@dataclass(frozen=True, slots=True)
class SetFullscreen:
    """The whole screen, or a window."""

    on: bool


ForWindow: TypeAlias = (
    SetTextSize
    | SetFace
    | SetLines
    | SetLetters
    | SetTheme
    | SetSpeed
    | SetSound
    | SetVolume
    | SetAloud
    | SetMotion
    | SetPace
    | SetScanning
    | SetKey
    | SetFullscreen
)
"""What a terminal has no use for."""
Adjustment: TypeAlias = SetLanguage | ForWindow
"""Each sets one thing."""


def adjusted(settings: Settings, to: Adjustment) -> Settings:
    """The settings with one of them changed."""
    match to:
        case SetLanguage(code):
            return replace(settings, language=code)
        case SetTextSize() | SetFace() | SetLines() | SetLetters() | SetTheme():
            return _seen(settings, to)
        case SetSound(on):
            return replace(settings, sound=on)
        case SetVolume(percent):
            return replace(settings, volume=percent)
        case SetAloud(what):
            return replace(settings, aloud=what)
        case SetSpeed(speed):
            return replace(settings, speed=speed)
        case SetMotion(less):
            return replace(settings, less_motion=less)
        case SetPace(pace):
            return replace(settings, pace=pace)
        case SetScanning(scanning):
            return replace(settings, scanning=scanning)
        case SetKey(key, pressed):
            return replace(settings, keys=_with_key(settings.keys, key, pressed))
        case SetFullscreen(on):
            return replace(settings, fullscreen=on)
        case _:
            assert_never(to)


def _seen(settings: Settings, to: SetTextSize | SetFace | SetLines | SetLetters | SetTheme) -> Settings:
    match to:
        case SetTextSize(percent):
            return replace(settings, text_size=percent)
        case SetFace(face):
            return replace(settings, face=face)
        case SetLines(spacing):
            return replace(settings, lines=spacing)
        case SetLetters(spacing):
            return replace(settings, letters=spacing)
        case SetTheme(theme):
            return replace(settings, theme=theme)
        case _:
            assert_never(to)


def _with_key(
    keys: tuple[tuple[Key, str], ...], key: Key, pressed: str | None
) -> tuple[tuple[Key, str], ...]:
    rest = tuple(pair for pair in keys if pair[0] is not key)
    return rest if pressed is None else (*rest, (key, pressed))
