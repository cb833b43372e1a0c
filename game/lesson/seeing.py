"""What a teacher and a pupil may see of a lesson. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from game.lesson.protocol import TeacherState
from game.screens.lesson.wire import HubSeen, Kind, Phase

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.lesson.session import Lesson
    from game.screens.lesson.wire import Tally

TOGETHER = 3
"""A scene with fewer pupils is told together with others."""


def teacher_state(lesson: Lesson, symbols: Iterable[str], scenes: Iterable[str]) -> TeacherState:
    """All that a stage is told: sums, numbers, and the symbols of all seats in an order that says nothing."""
    step = lesson.step
    seen = HubSeen(
        phase=lesson.seen_phase,
        step=step.id if step else "",
        round=step.round if step else 1,
        joined=lesson.joined,
        answered=answered(lesson),
        places=lesson.places,
        locked=lesson.locked,
        tally=tally_shown(lesson),
        symbols=tuple(sorted(symbols)),
        scenes=scenes_told(scenes),
        sums=tuple((each.name, each.tally) for each in lesson.sums),
        kept=lesson.kept,
        told=lesson.seq,
    )
    return TeacherState(lesson.rev, lesson.seq, seen)


def answered(lesson: Lesson) -> int:
    """How many have answered. Of a line it is not said: with a single answer, the number would be the tally."""
    step = lesson.step
    return 0 if step is None or step.kind is Kind.LINE else lesson.answered


def tally_shown(lesson: Lesson) -> Tally | None:
    """How the class answered, while it is shown."""
    return lesson.tally if lesson.seen_phase is Phase.REVEAL else None


def scenes_told(scenes: Iterable[str]) -> tuple[tuple[str, int], ...]:
    """How many are in each scene; those in scenes with too few are told together, as ""."""
    counts = Counter(scenes)
    told = {scene: count for scene, count in counts.items() if count >= TOGETHER}
    few = counts.total() - sum(told.values())
    return tuple(sorted(told.items())) + ((("", few),) if few else ())
