"""kill -9 of the hub, again and again, while a class answers: `python -m tests.benchmarks.lesson_kills [--runs 1000]`.

`--database postgresql` kills a municipality's hub, with a PostgreSQL of its own beside it.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.table import Row, render
from tests.lesson.killing import Killed, kill_again_and_again
from tests.lesson.postgres import DATABASES, POSTGRESQL, postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

IN_A_LESSON = 100
"""Kills of one and the same lesson."""


@contextmanager
def databases(kind: str) -> Iterator[Callable[[], Path | str]]:
    """Gives an empty database whenever it is asked."""
    if kind == POSTGRESQL:
        with postgres() as server:
            yield server.fresh
        return
    with tempfile.TemporaryDirectory() as folder:
        yield lambda: Path(tempfile.mkdtemp(dir=folder)) / "lessons.sqlite"


def added(one: Killed, other: Killed) -> Killed:
    return Killed(
        one.kills + other.kills,
        one.votes + other.votes,
        one.lost + other.lost,
        one.commands + other.commands,
        one.commands_lost + other.commands_lost,
    )


def killed(kind: str, runs: int, chance: random.Random, minutes: float) -> Killed:
    """So many, or as many as there is time for."""
    total, ends = Killed(), time.monotonic() + minutes * 60
    with databases(kind) as fresh:
        while total.kills < runs and time.monotonic() < ends:
            times = min(IN_A_LESSON, runs - total.kills)
            total = added(total, kill_again_and_again(fresh(), times, chance.randrange(2**32)))
            said = f"{total.kills} kills, {total.votes} votes, {total.lost} lost"
            print(said, file=sys.stderr, flush=True)
    return total


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="begin no lesson after so many")
    parser.add_argument("--database", choices=DATABASES, default=DATABASES[0])
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    asked = parser.parse_args()
    done = killed(asked.database, asked.runs, random.Random(asked.seed), asked.minutes)
    commands = f"{done.commands}, {done.commands_lost}"
    print(
        render(
            [
                Row(f"kill -9 of the hub, on {asked.database}", f"{done.kills} (seed {asked.seed})"),
                Row("votes acknowledged, and lost", f"{done.votes}, {done.lost}", "0 lost"),
                Row("commands acknowledged, and lost or done twice", commands, "0 lost"),
            ]
        )
    )
    return 1 if done.lost or done.commands_lost else 0


if __name__ == "__main__":
    sys.exit(main())
