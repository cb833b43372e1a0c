"""kill -9 of the hub, again and again, while a class answers: `python -m tests.benchmarks.lesson_kills [--runs 1000]`."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.table import Row, render
from tests.lesson.killing import kill_again_and_again

IN_A_FOLDER = 100
"""Kills of one and the same lesson."""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=random.randrange(2**32))
    asked = parser.parse_args()
    chance = random.Random(asked.seed)
    kills = votes = lost = commands = commands_lost = 0
    while kills < asked.runs:
        with tempfile.TemporaryDirectory() as folder:
            times = min(IN_A_FOLDER, asked.runs - kills)
            done = kill_again_and_again(Path(folder), times, chance.randrange(2**32))
        kills, votes, lost = kills + done.kills, votes + done.votes, lost + done.lost
        commands, commands_lost = commands + done.commands, commands_lost + done.commands_lost
        print(f"{kills} kills, {votes} votes, {lost} lost", file=sys.stderr, flush=True)
    print(
        render(
            [
                Row("kill -9 of the hub", f"{kills} (seed {asked.seed})"),
                Row("votes acknowledged, and lost", f"{votes}, {lost}", "0 lost"),
                Row(
                    "commands acknowledged, and lost or done twice", f"{commands}, {commands_lost}", "0 lost"
                ),
            ]
        )
    )
    return 1 if lost or commands_lost else 0


if __name__ == "__main__":
    sys.exit(main())
