"""The rows for long stories: what those who write them, and what the proofs, wait for."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.benchmarks.children import DUMMY, child
from tests.benchmarks.table import Row, megabytes
from tests.benchmarks.translating import translating

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 60
"""Seconds in which a package must have come."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How long the stories are: lines shown, of which there are two and a half in a file for each; choices; answers."""

    lines: tuple[int, int, int]
    scenes: int
    plays: tuple[int, ...]
    kept: tuple[int, ...]
    answers: int
    translated: int
    """Scenes, of 25 lines each, that are translated."""
    bink: bool
    """Whether bink is fetched, to be measured beside the game."""


LONG = Sizes(
    (2_000, 20_000, 50_000), 1_000, (1_000, 10_000, 100_000), (100, 1_000, 5_000), 10, 2_000, bink=True
)
SHORT = Sizes((200, 300, 400), 20, (50, 100), (50, 100), 3, 20, bink=False)


def authoring(sizes: Sizes) -> Iterator[Row]:
    """Row by row, as soon as each is known."""
    yield from checking(sizes)
    yield from commanding(sizes)
    yield from choosing(sizes)
    yield from exploring(sizes)
    yield from translating(sizes.translated)


def checking(sizes: Sizes) -> Iterator[Row]:
    """Reading and proving; the time for a line must not grow with the number of lines."""
    few, many, _ = sizes.lines
    for lines in sizes.lines:
        found = child(DUMMY, "long_stories", "checking", str(lines))
        total = found["load"] + found["check"]
        figures = (
            f"{found['load']:.2f} + {found['check']:.2f} = {total:.2f} s, {_each(total, found['written'])}"
        )
        goal = {few: "as much a line as below", many: "≤ 5 s"}.get(lines, "")
        yield Row(_of("load and check", found), figures, goal, f"{found['yaml']:.2f} s (YAML alone)")


def commanding(sizes: Sizes) -> Iterator[Row]:
    """All that the command looks for but the layout, with nothing kept from a run before."""
    for lines in sizes.lines[:2]:
        found = child(DUMMY, "long_stories", "commanding", str(lines))
        told = f", tells {', '.join(found['told'])}" if found["told"] else ""
        goal = "≤ 5 s" if lines == sizes.lines[1] else ""
        figures = f"{found['took']:.2f} s, {_each(found['took'], found['written'])}{told}"
        yield Row(f"beratta check without layout, {found['written']:,} lines", figures, goal)


def choosing(sizes: Sizes) -> Iterator[Row]:
    """Choices a second while a play grows."""
    scenes = str(sizes.scenes)
    names = {"maze": "all alike", "ring": "with ten lines, conditions and gotos"}
    base = _bink(sizes) if sizes.bink else ""
    for kind, what in names.items():
        rates = [child(DUMMY, "long_stories", kind, scenes, str(count))["took"] for count in sizes.plays]
        goal = "≥ 200,000, not falling" if kind == "maze" else ""
        yield Row(
            f"choices a second, {scenes} scenes {what}; plays of {_listed(sizes.plays)}",
            _rates(sizes.plays, rates),
            goal,
            base if kind == "maze" else "",
        )
    kept = [child(DUMMY, "long_stories", "deciding", scenes, str(count))["took"] for count in sizes.kept]
    yield Row(f"the same kept as a play that can go back; {_listed(sizes.kept)}", _rates(sizes.kept, kept))


def exploring(sizes: Sizes) -> Iterator[Row]:
    """All states of a story that remembers much."""
    found = child(DUMMY, "long_stories", "exploring", str(sizes.answers))
    figures = f"{found['states'] / found['took']:,.0f} a second, {megabytes(found['mb'])}"
    yield Row(f"exploring {found['states']:,} states, and its peak memory", figures, "< 1000 MB")


def _bink(sizes: Sizes) -> str:
    """What bink does with the first of these stories, in a folder of its own; why not, where it cannot be had."""
    with tempfile.TemporaryDirectory() as folder:
        pip = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--retries",
            "0",
            "--target",
            folder,
            "bink",
        ]
        try:
            subprocess.run(pip, check=True, capture_output=True, timeout=PATIENCE)
        except (subprocess.SubprocessError, OSError):
            return "bink could not be installed"
        paths = os.pathsep.join(filter(None, (folder, os.environ.get("PYTHONPATH"))))
        took = [
            child({"PYTHONPATH": paths}, "ink", str(sizes.scenes), str(count))["took"]
            for count in sizes.plays
        ]
        return f"{_rates(sizes.plays, took)} (bink)"


def _of(what: str, found: dict[str, int]) -> str:
    return f"{what}, {found['written']:,} lines, of which {found['shown']:,} are shown"


def _each(seconds: float, lines: int) -> str:
    return f"{seconds / lines * 1e6:.0f} µs a line"


def _listed(counts: tuple[int, ...]) -> str:
    return ", ".join(f"{count:,}" for count in counts)


def _rates(counts: tuple[int, ...], seconds: list[float]) -> str:
    return ", ".join(f"{count / took:,.0f}" for count, took in zip(counts, seconds, strict=True))
