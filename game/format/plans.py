"""Plans, as they are written: a step a line, `see: some words`, and lines that begin with # for people."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from game.format.files import read_text
from game.format.loaded import Loaded
from game.format.notes import Notes
from game.format.places import LINE_END
from game.format.reading import nearest
from game.story.engine import Machine
from game.story.logic import Place
from game.story.plan import Back, Choose, End, NotSeen, Plan, See, TellAdult, Wait, coverage, plain
from game.story.plan_run import run_plan
from game.story.problem import problem
from game.story.unseen import UNSEEN

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.model import Story
    from game.story.plan import Step
    from game.story.problem import Problem

SUFFIX = ".plan"
WORDS = ("see", "not", "choose", "wait", "tell", "back", "end")
_ALONE = frozenset(("wait", "back"))
MAX_CHARACTERS = 100_000
"""Ten times the words of a whole story; a plan has a few of them."""

_STEP = re.compile(r"(\s*)([^:]*?)\s*:\s*(.*?)\s*")
_FIRST_WORD = re.compile(r"\s*(\S*)")
_MEANT = {
    **dict.fromkeys(("ser", "se", "syns", "line", "lines"), "see"),
    **dict.fromkeys(("inte", "never", "not see"), "not"),
    **dict.fromkeys(("väljer", "välj", "val", "choice", "choices", "pick"), "choose"),
    **dict.fromkeys(("väntar", "vänta", "waits"), "wait"),
    **dict.fromkeys(("berättar", "berätta", "tells"), "tell"),
    **dict.fromkeys(("tillbaka", "ångra", "rewind"), "back"),
    **dict.fromkeys(("slut", "slutar", "ending", "ends"), "end"),
}
"""What is written by those who think of the words in Swedish, or as they are in a story's file."""


def list_plans(folder: Path) -> tuple[Path, ...]:
    """The plans in a story's folder, sorted, without hidden ones."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - names are what is wanted
    except OSError:
        return ()
    return tuple(folder / name for name in names if name.endswith(SUFFIX) and not name.startswith("."))


def load_plan(path: Path) -> Loaded[Plan]:
    """A plan from its file, which must lie in its story's folder. There is a value when there is no problem."""
    name = plan_name(path)
    text = read_text(path, path.parent, name)
    return Loaded(None, text.problems) if text.value is None else plan_from_text(text.value, name)


def plan_name(path: Path) -> str:
    """What problems call the file of a plan: `svara-direkt/kort.plan`."""
    return f"{path.absolute().parent.name}/{path.name}"


def plan_from_text(text: str, file: str) -> Loaded[Plan]:
    """A plan from its text; `file` is the name that places and problems carry."""
    if len(text) > MAX_CHARACTERS:
        return Loaded(None, (problem("F104", Place(file), limit=f"{MAX_CHARACTERS // 1000} kB"),))
    notes = Notes()
    steps: list[Step] = []
    last = Place(file, 1, 1)
    for number, line in enumerate(LINE_END.split(text), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        last = Place(file, number, 1 + len(line) - len(line.lstrip()))
        step = _step(notes, line, last)
        if step:
            steps.append(step)
    problems = tuple(notes.problems)
    return Loaded(None if problems else Plan(tuple(steps), last), problems)


def plan_problems(story: Story, text: str, file: str) -> tuple[Problem, ...]:
    """All that is wrong with a plan, read and played; when it is right, what the story has that it does not reach."""
    plan = plan_from_text(text, file)
    if plan.value is None:
        return plan.problems
    outcome = run_plan(Machine(story), plan.value)
    return outcome.problems or coverage(story, [outcome])


def _step(notes: Notes, line: str, at: Place) -> Step | None:
    """What one line says; None when it cannot be read, which is noted."""
    hidden = UNSEEN.search(line)
    if hidden:
        place = Place(at.file, at.line, hidden.start() + 1)
        notes.add("F107", place, character=f"U+{ord(hidden[0]):04X}")
        return None
    found = _STEP.fullmatch(line)
    word = found[2] if found else ""
    if not found or word not in WORDS:
        _unknown(notes, line, at)
        return None
    if word not in _ALONE and not plain(found[3]):
        notes.add("P912", at, word=word)
        return None
    return _read(notes, word, found[3], Place(at.file, at.line, found.start(3) + 1))


def _read(notes: Notes, word: str, words: str, at: Place) -> Step | None:
    match word:
        case "see":
            return See(words, at)
        case "not":
            return NotSeen(words, at)
        case "choose":
            return Choose(words, at)
        case "wait":
            return Wait(words, at)
        case "back":
            return Back(words, at)
        case "tell":
            return _tell(notes, words, at)
        case _:
            return End(words, at)


def _tell(notes: Notes, words: str, at: Place) -> Step | None:
    adult, comma, beginning = words.partition(",")
    text = beginning.lstrip()
    there = Place(at.file, at.line, at.column + len(words) - len(text))
    if not plain(adult) or (comma and not plain(text)):
        notes.add("P912", at, word="tell")
        return None
    return TellAdult(adult.strip(), text, at, there if text else at)


def _unknown(notes: Notes, line: str, at: Place) -> None:
    """Notes a line that begins with no word of a plan, with the word that was probably meant."""
    before, colon, _ = line.partition(":")
    first = _FIRST_WORD.match(line)
    written = before.strip() if colon else (first[1] if first else "")
    bare = written.lstrip("-*• ").casefold()
    meant = bare if bare in WORDS else _MEANT.get(bare) or nearest(bare, WORDS)
    notes.add(
        "P901",
        at,
        value=written or line.strip(),
        expected=", ".join(WORDS),
        meant=f"{meant}:" if meant else "",
    )
