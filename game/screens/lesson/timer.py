"""A gentle timer: it counts down, and nothing happens when it is over."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from game.screens.lesson.blocks import Countdown
from game.screens.lesson.state import Timer

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.words import Words

TALK = 60
"""So many seconds two and two talk."""


def started(lesson: Lesson, seconds: int) -> Lesson:
    """A timer of so many seconds; none where that is no time."""
    return replace(lesson, timer=Timer(seconds, seconds) if seconds > 0 else None)


def stopped(lesson: Lesson) -> Lesson:
    """Without a timer."""
    return replace(lesson, timer=None)


def ticked(lesson: Lesson, at: float) -> Lesson:
    """Time has gone on to `at`. It stands still while the class is paused, and a clock that is set back gives no time back."""
    timer = lesson.timer
    if timer is None:
        return lesson
    if lesson.paused:
        return replace(lesson, timer=replace(timer, until=None))
    until = at + timer.left if timer.until is None else timer.until
    left = max(0, min(timer.left, ceil(until - at)))
    return replace(lesson, timer=replace(timer, until=until, left=left))


def countdown(timer: Timer, words: Words) -> Countdown:
    """The timer, and what it says."""
    left = words.plural("{n} sekund kvar", "{n} sekunder kvar", timer.left)
    return Countdown(
        timer.seconds, timer.left, left if timer.left else words.ui("Prata klart i lugn och ro.")
    )
