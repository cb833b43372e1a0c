"""Stories made to be long: read, checked, played and explored. Each figure is asked for in a process of its own."""

from __future__ import annotations

import gc
import io
import json
import random
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from game.format.load import load_vocabulary, story_from_text
from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.story.check import check
from game.story.engine import Machine
from game.story.explore import explore
from game.story.playthrough import Playthrough, decide, now
from game.tools.check_command import command
from tests.benchmarks.generated import story
from tests.benchmarks.maze import maze, questions
from tests.benchmarks.sampling import peak_memory
from tests.benchmarks.stories import timed

if TYPE_CHECKING:
    from game.story.model import Story


def loaded(text: str) -> Story:
    """A story that can be read, or nothing here would mean anything."""
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary is not None
    found = story_from_text(text, vocabulary)
    assert found.value is not None, found.problems[:3]
    return found.value


def checking(lines: int) -> dict[str, object]:
    """Seconds for YAML alone, reading, and the proofs; nothing may be wrong, so that all of them are made."""
    text = story(lines)
    parsed = timed(1, lambda: yaml.load(text, yaml.CSafeLoader))[0]
    gc.collect()
    began = time.perf_counter()
    read = loaded(text)
    between = time.perf_counter()
    problems = check(read)
    ended = time.perf_counter()
    assert not problems, problems[:3]
    shown = sum(len(scene.lines) for scene in read.scenes.values())
    return {
        "shown": shown,
        "written": text.count("\n"),
        "yaml": parsed,
        "load": between - began,
        "check": ended - between,
    }


def commanding(lines: int) -> dict[str, object]:
    """Seconds for all of `beratta check` without the layout, and how much it had to say."""
    text = story(lines)
    with tempfile.TemporaryDirectory() as root:
        folder = Path(root) / "en-lang-vag"
        folder.mkdir()
        (folder / "story.yaml").write_text(text, encoding="utf-8")
        words, out = open_catalog(LOCALE, "sv"), io.StringIO()
        took = timed(1, lambda: command([str(folder)], words, "sv", out, form="json", layout=False))[0]
    told = json.loads(out.getvalue())
    return {
        "took": took,
        "written": text.count("\n"),
        "told": sorted({each["code"] for each in told["problems"]}),
    }


def choosing(kind: str, scenes: int, count: int) -> dict[str, object]:
    """Seconds for so many choices of one play, taken by chance."""
    machine = Machine(loaded(maze(scenes) if kind == "maze" else story(scenes * 10, again=True)))
    chance = random.Random(1)
    numbers = [chance.randrange(6) for _ in range(count)]
    moment = machine.start()
    began = time.perf_counter()
    for number in numbers:
        options = moment.segment.options
        moment = machine.choose(moment, options[number % len(options)].number)
    return {"took": time.perf_counter() - began}


def deciding(scenes: int, count: int) -> dict[str, object]:
    """The same as a play is kept: the list of its decisions."""
    machine, play = Machine(loaded(maze(scenes))), Playthrough()
    chance = random.Random(1)
    numbers = [chance.randrange(6) for _ in range(count)]
    began = time.perf_counter()
    for number in numbers:
        options = now(machine, play).segment.options
        play = decide(machine, play, options[number % len(options)].number)
    return {"took": time.perf_counter() - began}


def exploring(facts: int) -> dict[str, object]:
    """Seconds for all states of a story that remembers so many answers, and the most memory that was held."""
    machine = Machine(loaded(questions(facts)))
    began = time.perf_counter()
    found = explore(machine, budget=10_000_000)
    took = time.perf_counter() - began
    assert found.complete
    return {"states": len(found.states), "took": took, "mb": peak_memory()}


def main(kind: str, *numbers: str) -> dict[str, object]:
    match kind, [int(number) for number in numbers]:
        case "checking", [lines]:
            return checking(lines)
        case "commanding", [lines]:
            return commanding(lines)
        case "maze" | "ring", [scenes, count]:
            return choosing(kind, scenes, count)
        case "deciding", [scenes, count]:
            return deciding(scenes, count)
        case "exploring", [facts]:
            return exploring(facts)
        case _:
            raise ValueError(kind)


if __name__ == "__main__":
    print(json.dumps(main(*sys.argv[1:])), flush=True)
