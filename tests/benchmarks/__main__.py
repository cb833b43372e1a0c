"""Measures everything and prints the table: `python -m tests.benchmarks [--quick] [--author]`."""

from __future__ import annotations

import argparse
import contextlib
import shutil
import sys
import tempfile
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.authoring import LONG, SHORT, authoring
from tests.benchmarks.children import DUMMY, ROOT, child, median, p95, time_to, xvfb
from tests.benchmarks.conditions import AHEAD, LARGE, SMALL
from tests.benchmarks.table import Row, megabytes, ms, percent, render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STORY = "svara-direkt"


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured: runs of each process, seconds of each play, random ways through the story."""

    starts: int
    settle: float
    idle: float
    play: float
    moving: float
    seeds: int
    runs: int


PACES = {
    "read": "after reading",
    "held": "key held down",
    "aloud": "after reading, each line read aloud",
    "told": "after reading, each line told to a screen reader",
}
WHOLE = Effort(starts=9, settle=5.0, idle=6.0, play=40.0, moving=25.0, seeds=2, runs=30)
QUICK = Effort(starts=1, settle=0.2, idle=0.3, play=1.0, moving=1.0, seeds=1, runs=2)


def starting(effort: Effort, screen: Mapping[str, str], name: str) -> Iterator[Row]:
    """From the command to the first picture."""
    bare = time_to(screen, effort.starts, "bare_window")
    game = time_to(screen, effort.starts, "first_frame")
    yield Row(f"start to first picture, {name}", ms(game), f"≤ {ms(bare + 0.25)}", ms(bare))


def titles(effort: Effort, screen: Mapping[str, str]) -> Iterator[Row]:
    """The title does not wait for stories that it does not show."""
    with tempfile.TemporaryDirectory() as folder:
        shelf = Path(folder) / "scenarios"
        shutil.copytree(ROOT / "scenarios", shelf)
        one = time_to(screen, effort.starts, "first_frame", str(shelf))
        for number in range(2, 9):
            shutil.copytree(shelf / STORY, shelf / f"{STORY}-{number}")
        eight = time_to(screen, effort.starts, "first_frame", str(shelf))
    yield Row("title with 8 stories (baseline: with 1)", ms(eight), f"≈ {ms(one)}", ms(one))


def pressing(effort: Effort, screen: Mapping[str, str], name: str) -> Iterator[Row]:
    """From a key to the next line, at 1366×768; a reader leaves time between two keys, a held key none."""
    floor = child(screen, "floor", "keys", "200")["took"]
    for kind, pace in PACES.items():
        took: list[float] = []
        for seed in range(effort.seeds):
            found = child(screen, "in_play", kind, str(seed), str(effort.play))
            took += [seconds for _, seconds in found["took"]]
        base = f"{ms(median(floor))}, {ms(p95(floor))}"
        figures = f"{ms(median(took))}, {ms(p95(took))}, {ms(max(took, default=0.0))}"
        yield Row(f"key to next line, {pace}, {name}: median, p95, most", figures, "< 16 ms", base)


def resting(effort: Effort, screen: Mapping[str, str], name: str) -> Iterator[Row]:
    """On a line that has been read."""
    times = str(effort.settle), str(effort.idle)
    floor = child(screen, "floor", "idle", *times)
    found = child(screen, "in_play", "idle", *times)
    measured = f"{percent(found['share'])}, {found['pictures']} redrawn"
    yield Row(
        f"idle on a line, {name}: of one core",
        measured,
        "< 1 %, 0 redrawn",
        f"{percent(floor['share'])} (event.wait)",
    )


def holding(effort: Effort, screen: Mapping[str, str], name: str) -> Iterator[Row]:
    """The most memory on whole ways through the story at 1366×768."""
    floor = child(screen, "floor", "memory")["mb"]
    found = [
        child(screen, "in_play", "memory", str(seed), str(effort.play))["mb"] for seed in range(effort.seeds)
    ]
    yield Row(f"peak memory, {name}", megabytes(max(found)), "< 120 MB", megabytes(floor))


def changing(effort: Effort, screen: Mapping[str, str], name: str) -> Iterator[Row]:
    """From a key to the first picture of a place, every line whole at once; and what pictures take after that play."""
    for width, height in (SMALL, LARGE):
        figures, weights = [], []
        for calm in (0, AHEAD):
            numbers = [(calm, width, height, seed, effort.play) for seed in range(effort.seeds)]
            runs = [child(screen, "in_play", "scenes", *map(str, each)) for each in numbers]
            took = [seconds for run in runs for seconds in run["took"]]
            figures.append(f"{ms(median(took))}, {ms(max(took, default=0.0))}")
            weights += [run["pictures"] for run in runs]
        what = f"scene change at {width}×{height}, {name}: median, most; nothing drawn ahead / drawn ahead"
        yield Row(what, " / ".join(figures), "≤ 50 ms")
        goal = "≤ 64 MB" if (width, height) == SMALL else ""
        yield Row(f"rasterised pictures at {width}×{height}, {name}", megabytes(max(weights)), goal)


def switching(effort: Effort, screen: Mapping[str, str], name: str) -> Iterator[Row]:
    """From F2 to the first picture in another language, in a game that has just been started."""
    figures = []
    for calm in (0, AHEAD):
        runs = [child(screen, "switching", str(calm)) for _ in range(effort.seeds)]
        cold, warm = ([seconds for run in runs for seconds in run[part]] for part in ("cold", "warm"))
        figures.append(f"{ms(median(cold))}, {ms(max(cold))}, {ms(median(warm))}")
    what = f"another language, {name}: cold median, most, warm median; nothing read ahead / read ahead"
    yield Row(what, " / ".join(figures), "≤ 150 ms")


def moving(effort: Effort, screen: Mapping[str, str], name: str) -> Iterator[Row]:
    """The work for each picture at 1920×1080 while something moves; 60 a second leave 16.7 ms."""
    floor = median(child(screen, "floor", "frames", "60")["took"])
    found = child(screen, "in_play", "frames", str(effort.moving))["took"]
    names = {
        "typing": "a line appears",
        "fading": "places fade",
        "arriving": "a message comes",
        "breathing": "breathing",
    }
    for key, what in names.items():
        took = found.get(key, [])
        if took:
            figures = f"{ms(median(took))}, {ms(p95(took))} ({1 / median(took):.0f}/s)"
            yield Row(f"picture while {what}, {name}: median, p95", figures, "≤ 16.7 ms (60/s)", ms(floor))


def reading(effort: Effort) -> Iterator[Row]:
    """The real story, read and proven."""
    found = child(DUMMY, "stories", str(effort.runs))
    load, check = median(found["load"]), median(found["check"])
    yaml = f"{ms(median(found['yaml']))} (YAML alone)"
    yield Row(
        f"load and check ({found['size']})", f"{ms(load)} + {ms(check)} = {ms(load + check)}", "< 50 ms", yaml
    )
    library = ms(median(found["library"]))
    yield Row(
        "what the title needs of the stories",
        library,
        "",
        f"{ms(median(found['vocabulary']))} (shared files)",
    )


def measured(effort: Effort) -> Iterator[Row]:
    """Row by row, as soon as each is known."""
    with contextlib.ExitStack() as stack:
        screens = {"no screen": DUMMY}
        shown = stack.enter_context(xvfb())
        if shown:
            screens["Xvfb"] = shown
        for name, screen in screens.items():
            yield from starting(effort, screen, name)
        yield from titles(effort, DUMMY)
        for name, screen in screens.items():
            for measure in (pressing, changing, switching, moving, resting, holding):
                yield from measure(effort, screen, name)
        yield from reading(effort)


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only enough to see that it works")
    parser.add_argument(
        "--author", action="store_true", help="only what those who write long stories wait for"
    )
    asked = parser.parse_args(arguments)
    rows: list[Row] = []
    whole = () if asked.author else measured(QUICK if asked.quick else WHOLE)
    for row in chain(whole, authoring(SHORT if asked.quick else LONG)):
        print(f"{row.name}: {row.measured}", file=sys.stderr, flush=True)
        rows.append(row)
    print(render(rows))


if __name__ == "__main__":
    main(sys.argv[1:])
