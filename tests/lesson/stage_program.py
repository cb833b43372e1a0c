"""A stage without a window, as a program that can be killed: it begins a lesson, pauses it and waits."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from threading import Event

from game.lesson.embedded import EmbeddedHub
from game.lesson.kept_file import written
from game.lesson.link import ClassLink
from game.lesson.unfinished import Desk
from game.messages.catalog import Catalog
from game.resources import LOCALE
from game.screens.lesson.plan import Plan
from game.screens.lesson.state import ClassPath, Part
from game.screens.lesson.wire import Keep, Link, Pause
from tests.lesson.stages import Stage

PATH = ClassPath("svara-direkt", "0123456789ab", Part.STORY, 2, (0, 3), 4, Plan("svara-direkt"))


def main() -> None:
    """`stage_program FOLDER COMMAND…`"""
    desk = Desk(Path(sys.argv[1]))
    words = {"sv": Catalog(LOCALE, "sv")}
    stage = Stage(ClassLink(EmbeddedHub(desk, sys.argv[2:]), words, desk, find=lambda: ("10.0.4.12",)))
    stage.link.start(devices=True)
    stage.link.tell(Keep(written(PATH)))
    stage.link.tell(Pause())
    seen = stage.until(lambda seen: seen.link is Link.HERE and seen.told == 2 and bool(seen.qr))
    print(json.dumps({"address": seen.address, "code": seen.code}), flush=True)
    Event().wait(60)


if __name__ == "__main__":
    main()
