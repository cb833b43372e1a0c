"""A line of the game as it looks with the settings in force, beside the questions that set them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.screens.keys import Key
    from game.screens.page import Stage
    from game.screens.settings import Speed


@dataclass(frozen=True, slots=True)
class Sample:
    """A line as it looks with the settings in force. `appears` is the speed at which its letters come, None where all of it
    stands there at once; `keys` are keys, each with the words on it and what it does.
    """

    stage: Stage
    speaker: str
    text: str
    appears: Speed | None = None
    keys: tuple[tuple[Key, str, str], ...] = ()
