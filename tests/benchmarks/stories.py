"""Reading and checking the real story, beside the bare YAML reader."""

from __future__ import annotations

import json
import sys
import time
from typing import TYPE_CHECKING

import yaml

from game.format.load import load_story, load_vocabulary
from game.resources import SCENARIOS
from game.story.check import check
from game.tools.bookshelf import Bookshelf

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STORY = "svara-direkt"


def timed(runs: int, work: Callable[[], object]) -> list[float]:
    """The seconds that each run took."""
    took = []
    for _ in range(runs):
        began = time.perf_counter()
        work()
        took.append(time.perf_counter() - began)
    return took


def measure(folder: Path, runs: int) -> dict[str, object]:
    """Seconds of each run, and how large the story is."""
    text = (folder / STORY / "story.yaml").read_text(encoding="utf-8")
    vocabulary = load_vocabulary(folder).value
    assert vocabulary is not None
    story = load_story(folder / STORY, vocabulary).value
    assert story is not None
    lines = sum(len(scene.lines) for scene in story.scenes.values())
    return {
        "size": f"{len(story.scenes)} scenes, {lines} lines",
        "yaml": timed(runs, lambda: yaml.load(text, yaml.CSafeLoader)),
        "load": timed(runs, lambda: load_story(folder / STORY, vocabulary)),
        "check": timed(runs, lambda: check(story)),
        "vocabulary": timed(runs, lambda: load_vocabulary(folder)),
        "library": timed(runs, lambda: Bookshelf(folder, folder).library()),
    }


if __name__ == "__main__":
    print(json.dumps(measure(SCENARIOS, int(sys.argv[1]))), flush=True)
