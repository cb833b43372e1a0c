"""The real program in a lesson, with its real hub, that says in a line of JSON what its window shows whenever that changes.

`python -m tests.lesson.class_program` stands in the lobby at once: pupils take part with devices, without vignettes.
"""

from __future__ import annotations

import json
import sys
from functools import partial
from typing import TYPE_CHECKING

from game.classroom import classroom
from game.resources import LOCALE, SCENARIOS
from game.screens.lesson.blocks import Bars
from game.screens.lesson.intents import Onward, PlanTaking, PlanVignettes, StartLesson
from game.screens.lesson.plan import Taking
from game.screens.model import App
from game.screens.pages import page
from game.screens.settings import Settings, Speed
from game.tools.bookshelf import Bookshelf
from game.tools.lesson_window import equipment
from game.tools.play_window import opened
from game.view.safely import Safety

if TYPE_CHECKING:
    from game.screens.words import Words

BEGIN = (
    StartLesson(),
    Onward(),
    PlanTaking(Taking.DEVICES, on=True),
    PlanVignettes(on=False),
    Onward(),
)


def seen(app: App, words: Words) -> dict[str, object]:
    """What stands on the projector, as far as it is about the pupils."""
    shown = page(app, words)
    bars = next((block.bars for block in shown.body if isinstance(block, Bars)), ())
    lesson = app.lesson
    return {
        "title": shown.title,
        "place": f"{app.play.way if app.play else ''} {lesson.at if lesson else ''}",
        "part": lesson.part.value if lesson else "",
        "turn": lesson.turn.value if lesson else "",
        "code": lesson.hub.code if lesson else "",
        "address": lesson.hub.address if lesson else "",
        "joined": lesson.hub.joined if lesson else 0,
        "counts": shown.aside.counts if shown.aside else "",
        "bars": [bar.shown for bar in bars],
    }


def main() -> int:
    """Until the stage is closed."""
    shelf = Bookshelf(SCENARIOS, LOCALE)
    words = shelf.words("sv")
    told: dict[str, object] = {}
    in_window = Safety.shown

    def also_said(self: Safety, app: App, now: float) -> None:
        in_window(self, app, now)
        there = seen(app, words)
        if there != told:
            told.update(there)
            print(json.dumps(there), flush=True)

    Safety.shown = also_said  # type: ignore[method-assign]
    app = App(shelf.library(), Settings(speed=Speed.AT_ONCE, less_motion=True))
    return opened(
        shelf, app, words, sys.stderr, equipment(shelf, partial(classroom, shelf), windows=1), BEGIN
    )


if __name__ == "__main__":
    sys.exit(main())
