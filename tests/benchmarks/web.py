"""How long the web edition takes to make, and how much it weighs: `python -m tests.benchmarks.web`.

Beside each figure stands `explore` alone, in the same run: what it takes to find the states at all.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from game.format.load import load_vocabulary, story_from_text
from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.story.engine import Machine
from game.story.explore import explore
from game.tools.bookshelf import Bookshelf
from game.tools.web.building import edition, packed
from game.tools.web.scripts import data_scripts
from game.tools.web.shelf import shelf
from game.tools.web.single import single
from game.tools.web.stories import Told, told
from game.view.rig import load_rig
from tests.benchmarks.generated import story as long_story
from tests.benchmarks.maze import questions
from tests.benchmarks.table import Row, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from game.story.model import Story

    T = TypeVar("T")

MOST_OF_A_STORY = 1_000_000
"""Bytes that the graph of the largest story may weigh, packed."""
COUNTERS, TO = 3, 28


def counting() -> str:
    """A story of nearly fifty thousand states in one scene: three numbers that are all asked about at the end."""
    names = [f"answer_{number}" for number in range(COUNTERS)]
    head, _, rest = questions(0).partition("start: q0\nscenes:\n")
    facts = "".join(f"  {name}: {{start: 0, from: 0, to: {TO}}}\n" for name in names)
    choices = "".join(f"      - Svar {name[-1]}.: {{do: {{{name}: +1}}, go: q0}}\n" for name in names)
    asked = ", ".join(f"{name}: at least {TO}" for name in names)
    first = f"  q0:\n    place: corridor\n    ask: Vad gör du?\n    choices:\n{choices}      - Vidare.: q1\n"
    last = rest.replace("  q0:\n", "  q1:\n").replace(
        "    go: beratta\n", f"      - narration: Du minns.\n        when: {{{asked}}}\n    go: beratta\n"
    )
    return head.replace("\nfacts:\n", f"\nfacts:\n{facts}") + "start: q0\nscenes:\n" + first + last


def shipped() -> Iterator[Row]:
    """The edition of what is shipped, in a folder and in one file."""
    bookshelf = Bookshelf(SCENARIOS, LOCALE)
    names = [about.id for about in bookshelf.library().abouts]
    machines = [Machine(_machine(bookshelf, name).story) for name in names]
    base, _ = _timed(lambda: [explore(machine) for machine in machines])
    took, made = _timed(lambda: edition(bookshelf, names))
    figures = f"{took:.2f} s, {_kb(made.to_first_scene())} to the first scene, {_kb(made.in_all())} in all"
    yield Row(f"web edition, {len(names)} shipped", figures, "≤ 300 kB, ≤ 3000 kB for 8", f"{base:.2f} s")
    took, page = _timed(lambda: single(edition(bookshelf, names, inline=True).files))
    yield Row("the same in one file", f"{took:.2f} s, {_kb(packed(page))}", "", f"{base:.2f} s")


def generated() -> Iterator[Row]:
    """Stories with many states, each in one language."""
    for what, text in (
        ("long (5,000 lines)", long_story(5_000)),
        ("7 questions", questions(7)),
        ("3 numbers", counting()),
    ):
        yield _of(what, text)


def _of(what: str, text: str) -> Row:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary
    story = story_from_text(text, vocabulary).value
    assert story, what
    base, found = _timed(lambda: explore(Machine(story)))
    took, made = _timed(lambda: _told(story))
    assert isinstance(made, Told), what
    weight = packed(data_scripts(_EMPTY, {}, {"story": made})["data/story.story.js"].encode())
    figures = f"{took:.2f} s, {_kb(weight)}, {weight / len(found.states):.1f} B a state"
    return Row(f"{what}: {len(found.states):,} states", figures, f"≤ {_kb(MOST_OF_A_STORY)}", f"{base:.2f} s")


def _told(story: Story) -> object:
    bookshelf = Bookshelf(SCENARIOS, LOCALE)
    rig = load_rig(SCENARIOS / "portraits")
    return told(Machine(story), bookshelf.library().signs, rig, {"sv": open_catalog(LOCALE, "sv")})


def _machine(bookshelf: Bookshelf, name: str) -> Machine:
    opened = bookshelf.open_story(name)
    machine = getattr(opened, "machine", None)
    assert isinstance(machine, Machine)
    return machine


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    done = work()
    return time.perf_counter() - start, done


def _kb(count: int) -> str:
    return f"{-(-count // 1000)} kB"


_EMPTY = shelf(Bookshelf(SCENARIOS, LOCALE).library(), {}, load_rig(SCENARIOS / "portraits"), {})


def main() -> None:
    rows = []
    for measure in (shipped, generated):
        for row in measure():
            print(f"{row.name}: {row.measured} ({row.baseline})", file=sys.stderr, flush=True)
            rows.append(row)
    print(render(rows))


if __name__ == "__main__":
    main()
