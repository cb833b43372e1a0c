"""What a player can mean about hearing the game."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Aloud(Enum):
    """What is read aloud."""

    OFF = auto()
    ASKED = auto()  # what is shown, when the player asks for it
    ALL = auto()  # everything, as it comes


@dataclass(frozen=True, slots=True)
class SetAloud:
    """What is to be read aloud."""

    what: Aloud


@dataclass(frozen=True, slots=True)
class Hear:
    """The player wants to hear what is shown."""
