"""What a voice can do, whatever speaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable


class VoiceLostError(Exception):
    """This voice cannot speak, now and later: another one has to."""


class Voice(Protocol):
    """Speaks one text at a time. No call waits for sound, and nothing that was said is kept anywhere."""

    volume: float
    """How loud it is from the next text on, from 0 to 1."""

    @property
    def languages(self) -> frozenset[str]:
        """The languages that it has a voice for, without country or variety: `sv`, `ar`."""
        ...

    def speak(self, text: str, language: str) -> None:
        """Says this, instead of anything else. `language` is one of `languages`. Raises `VoiceLostError`."""
        ...

    def stop(self) -> None:
        """Silent at once. Never raises."""
        ...

    def speaking(self) -> bool:
        """Whether what it was given last is still to be heard. Raises `VoiceLostError` when it never will be."""
        ...


Opener: TypeAlias = "Callable[[], Voice]"
"""Makes a voice ready, on the thread that then speaks with it. Raises `VoiceLostError`."""


_SPOKEN_AS = {"kmr": "ku", "prs": "fa"}
"""Languages that voices know by another code: Kurmanji as Kurdish, Dari as Persian."""


def spoken_in(code: str) -> str:
    """The language that a voice is asked for: `sv` for `sv@lattlast`."""
    base = re.split("[-_@]", code)[0].lower()
    return _SPOKEN_AS.get(base, base)
