"""Which answers have to be added up for what the class sees now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.lesson import pooled, signs
from game.screens.lesson.state import Part

if TYPE_CHECKING:
    from game.screens.lesson.state import Lesson
    from game.screens.lesson.wire import Pool
    from game.screens.model import App


def wanted(app: App, lesson: Lesson) -> tuple[Pool, ...]:
    """The pools that this part of the lesson shows; () in most of them."""
    match lesson.part:
        case Part.SIGNS:
            return signs.pools(app, lesson)
        case Part.CHART:
            return pooled.pools(app, lesson)
        case _:
            return ()
