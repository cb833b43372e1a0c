"""Dölj without JavaScript: times tables that work by forms and links alone, and a way back that nobody finds by chance."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from game.screens.hidden import task

_ASKED = re.compile(r"([0-9]{1,4})\.([0-9]{1,4})\.([0-2])\.([A-Z0-9]{6})?", re.ASCII)
_ANSWER = re.compile(r"\s*([0-9]{1,3})\s*", re.ASCII)
_TAPS = 3


@dataclass(frozen=True, slots=True)
class Exercise:
    """Which task it is, how many were right, what was said of the last answer, and how often the heading was pressed.

    `code` is that of the lesson behind it, "" where there is none.
    """

    number: int = 0
    right: int = 0
    verdict: bool | None = None
    taps: int = 0
    code: str = ""

    @property
    def sum(self) -> str:
        """The task, as it is written."""
        left, right = task(self.number)
        return f"{left} · {right}"

    @property
    def asked(self) -> str:
        """The exercise in one word of an address."""
        return f"{self.number}.{self.right}.{self.taps}.{self.code}"

    @property
    def back(self) -> str:
        """The page that it covers."""
        return f"/s/{self.code}" if self.code else "/"

    @property
    def tapped(self) -> Exercise | None:
        """The same exercise after one more press of the heading; None after the third, which leads back."""
        return replace(self, taps=self.taps + 1, verdict=None) if self.taps + 1 < _TAPS else None


def exercise_of(asked: str, answer: str) -> Exercise:
    """The exercise that an address asks for. Whatever it says, there is one."""
    found = _ASKED.fullmatch(asked)
    exercise = (
        Exercise(int(found[1]), int(found[2]), None, int(found[3]), found[4] or "") if found else Exercise()
    )
    answered = _ANSWER.fullmatch(answer)
    if not answered:
        return exercise
    left, right = task(exercise.number)
    if int(answered[1]) == left * right:
        return replace(exercise, number=exercise.number + 1, right=exercise.right + 1, verdict=True, taps=0)
    return replace(exercise, verdict=False, taps=0)
