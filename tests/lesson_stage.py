"""The real program with a lesson in two windows, on one screen, for tests that have no projector.

`python -m tests.lesson_stage` runs it until the stage is closed. Its classroom is not there.
"""

from __future__ import annotations

import sys

from game.resources import LOCALE, SCENARIOS
from game.screens.lesson.intents import StartLesson
from game.screens.model import App
from game.screens.settings import Settings, Speed
from game.tools.bookshelf import Bookshelf
from game.tools.lesson_window import equipment
from game.tools.play_window import opened
from tests.view.classroom import FakeClassroom

if __name__ == "__main__":
    shelf = Bookshelf(SCENARIOS, LOCALE)
    app = App(shelf.library(), Settings(speed=Speed.AT_ONCE, less_motion=True))
    beside = equipment(shelf, FakeClassroom, windows=2)
    sys.exit(opened(shelf, app, shelf.words("sv"), sys.stderr, beside, (StartLesson(),)))
