"""The real hub as a stage starts it, without the rest of the command."""

from __future__ import annotations

import sys
from pathlib import Path

from game.lesson.errand import errand_in
from game.lesson.serve import Embedded, serve_embedded
from tests.lesson.hub_program import ANSWERS


def main() -> None:
    """Serves until its stage is gone."""
    errand = errand_in(sys.stdin.buffer.readline())
    asked = Embedded(
        Path(errand.database),
        errand.invite,
        errand.ports,
        errand.teacher_port,
        errand.orphan_minutes,
        "127.0.0.1",
    )
    serve_embedded(asked, ANSWERS, sys.stdin.buffer)


if __name__ == "__main__":
    main()
