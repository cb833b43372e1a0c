"""Looks now and then at a few files, and says when they have changed and are at rest again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

EVERY = 0.2
"""Seconds between two looks."""
AT_REST = 2
"""A file counts as written when it is the same in so many looks one after the other …"""
GONE = 6
"""… and as gone or empty after so many: editors take a file away, or empty it, for a moment while they save."""

Sign: TypeAlias = "tuple[int, int] | None"
"""When a file was written and how large it is; None where there is none that can be looked at."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What the files looked like, and how often in a row."""

    signs: tuple[Sign, ...]
    times: int


class Watcher:
    """Watches files; the first of them is the one that must be there, with something in it.

    Time comes in with each question, as seconds from any start, so nothing here waits.
    """

    def __init__(self, files: Iterable[Path]) -> None:
        self.files = tuple(files)
        self._known = self._signs()
        self._seen = _Look(self._known, 1)
        self._next = 0.0

    def changed(self, now: float) -> tuple[Path, ...]:
        """The files that have changed and are at rest again, once for each change; none, nearly always."""
        if now < self._next:
            return ()
        self._next = now + EVERY
        signs = self._signs()
        again = signs == self._seen.signs
        self._seen = _Look(signs, self._seen.times + 1 if again else 1)
        whole = bool(signs and signs[0] and signs[0][1])
        if signs == self._known or self._seen.times < (AT_REST if whole else GONE):
            return ()
        known, self._known = self._known, signs
        return tuple(file for file, old, new in zip(self.files, known, signs, strict=True) if old != new)

    def _signs(self) -> tuple[Sign, ...]:
        return tuple(_sign(file) for file in self.files)


def _sign(file: Path) -> Sign:
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size
