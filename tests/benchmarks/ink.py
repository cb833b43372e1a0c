"""The thousand scenes of `maze` as compiled ink, and bink playing them: the same lines, choices, counting and conditions.

Compiled ink is JSON: what a container holds, in order, and at its end, by name, the containers within it. This module
imports nothing of the game, and runs where bink was put.
"""

from __future__ import annotations

import importlib
import json
import random
import sys
import time
from typing import TypeAlias

from tests.benchmarks.maze import TEXTS, ways

Ink: TypeAlias = "str | int | bool | list[Ink] | dict[str, Ink] | None"

CLOSED, OPEN = 5, 4
"""How ink marks a choice: with a condition or without one; both can be taken again and again."""


def compiled(scenes: int) -> str:
    """The story for bink."""
    knots: dict[str, Ink] = {f"s{scene}": [_scene(scene, scenes), None] for scene in range(scenes)}
    declared: list[Ink] = ["ev", 0, {"VAR=": "trust"}, False, {"VAR=": "wrote"}, False, {"VAR=": "rift"}]
    declared += ["/ev", "end", None]
    start: list[Ink] = [{"->": "s0"}, ["done", {"#n": "g-0"}], None]
    root: list[Ink] = [start, "done", {**knots, "global decl": declared}]
    return json.dumps({"inkVersion": 21, "root": root, "listDefs": {}}, ensure_ascii=False)


def _scene(scene: int, scenes: int) -> Ink:
    counts: list[Ink] = [
        "\n",
        "ev",
        {"VAR?": "trust"},
        1,
        "+",
        2,
        "MIN",
        "/ev",
        {"VAR=": "trust", "re": True},
    ]
    clears: list[Ink] = ["\n", "ev", 0, "/ev", {"VAR=": "trust", "re": True}]
    sets: list[Ink] = ["\n", "ev", True, "/ev", {"VAR=": "wrote", "re": True}]
    sets += ["ev", True, "/ev", {"VAR=": "rift", "re": True}]
    asked: list[Ink] = [{"VAR?": "trust"}, 2, ">=", {"VAR?": "wrote"}, "&&"]
    parts: list[Ink] = [f"^Du står i korridor {scene}.", "\n", "^Alva: Vart ska vi gå nu?", "\n"]
    inner: dict[str, Ink] = {}
    for number, (does, when) in enumerate(((counts, []), (clears, asked), (sets, []))):
        parts += ["ev", "str", f"^{TEXTS[number]}", "/str", *when, "/ev"]
        parts.append({"*": f".^.c-{number}", "flg": CLOSED if when else OPEN})
        inner[f"c-{number}"] = [*does, {"->": f"s{ways(scene, scenes)[number]}"}, None]
    return [*parts, inner]


def play(scenes: int, choices: int) -> dict[str, object]:
    """Seconds for so many choices, taken by chance, with all that is said before each."""
    story = importlib.import_module("bink.story").Story(compiled(scenes))
    chance = random.Random(1)
    numbers = [chance.randrange(6) for _ in range(choices)]
    story.continue_maximally()
    began = time.perf_counter()
    for number in numbers:
        story.choose_choice_index(number % len(story.get_current_choices()))
        story.continue_maximally()
    return {"took": time.perf_counter() - began}


if __name__ == "__main__":
    print(json.dumps(play(*map(int, sys.argv[1:]))), flush=True)
