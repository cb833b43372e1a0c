"""`beratta lesson`: a lesson with the class, from its first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.lesson.intents import FromLastWeek, StartLesson
from game.tools.lesson_window import equipment
from game.tools.play_window import opened

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from game.screens.model import App
    from game.screens.shelf import Classroom
    from game.screens.words import Words
    from game.tools.bookshelf import Bookshelf


def run(
    shelf: Bookshelf,
    app: App,
    words: Words,
    say: TextIO | None,
    classroom: Callable[[], Classroom] | None,
    *,
    rehearsal: bool = False,
    goes_on: bool = False,
    one_window: bool = False,
) -> int:
    """Holds the lesson until the window is closed. `classroom` is called when it begins: it knows the hub's address, how
    many pupils are simulated in a `rehearsal`, and the file from which the lesson `goes_on`.

    With `one_window` the teacher has no window of their own, whatever is plugged in. Returns what `in_window` does.
    """
    first = (StartLesson(rehearsal=rehearsal), *((FromLastWeek(),) if goes_on else ()))
    return opened(shelf, app, words, say, equipment(shelf, classroom, 1 if one_window else None), first)
