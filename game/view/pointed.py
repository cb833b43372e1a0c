"""The state of a pointer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.intents import Intent


@dataclass(frozen=True, slots=True)
class Pointed:
    """What the pointer is over, and whether it is held down there."""

    intent: Intent | None = None
    down: bool = False
