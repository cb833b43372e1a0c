"""What a teacher chooses before a lesson."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

MINUTES = (20, 40, 60)
"""How long a lesson can be, in minutes."""


class Taking(Enum):
    """The ways of taking part; any mix of them."""

    HANDS = "hands"
    DEVICES = "devices"
    OWN = "own"  # everybody plays the story alone, on a computer of their own


@dataclass(frozen=True, slots=True)
class Plan:
    """The lesson as it is meant to be. `story` is "" until one is chosen. Without `voting` the teacher chooses for the class.
    `played` are the stories that the class has played before.
    """

    story: str = ""
    minutes: int = 40
    taking: frozenset[Taking] = frozenset({Taking.HANDS})
    vignettes: bool = True
    voting: bool = True
    played: tuple[str, ...] = ()

    @property
    def with_hub(self) -> bool:
        """Whether anybody takes part with a device."""
        return bool(self.taking & {Taking.DEVICES, Taking.OWN})
