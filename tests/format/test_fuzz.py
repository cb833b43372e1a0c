"""Whatever a file holds, reading it ends in a value or in problems, never in an exception."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from game.format import load, vocabulary
from game.format.diagnostics import format_text, render
from game.format.files import _decoded
from game.format.load import story_from_text
from game.format.nodes import read
from game.format.reading import Reading
from tests.format.stories import BASE, CASES, VOCABULARY, all_problems

if TYPE_CHECKING:
    import pytest

GOOD = [BASE, (CASES / "good" / "allt.yaml").read_text(encoding="utf-8")]
WORDS = [
    "alva",
    "hawa",
    "noel",
    "samira",
    "rast",
    "magen",
    "beratta",
    "slut",
    "trust",
    "blocked",
    "yes",
    "no",
    "on",
    "~",
    "null",
    "true",
    "0",
    "+1",
    "-1",
    "99",
    "13-15",
    "../../x",
    "title",
    "ages",
    "about",
    "cast",
    "facts",
    "chapters",
    "start",
    "scenes",
    "eyes",
    "words",
    "place",
    "lines",
    "choices",
    "tell",
    "go",
    "ending",
    "ask",
    "talk",
    "beginnings",
    "sign",
    "why",
    "when",
    "do",
    "seen",
    "met",
    "told",
    "all",
    "any",
    "not",
    "at",
    "least",
    "is",
    "phone",
    "owner",
    "messages",
    "silence",
    "look",
    "feel",
    "skip",
    "healthy",
    "happy",
    "closed",
    "turned",
]
MARKS = [
    "- ",
    ": ",
    ":",
    "\n",
    "\n  ",
    "\n    ",
    "\n      ",
    "[",
    "]",
    "{",
    "}",
    ", ",
    '"',
    "'",
    " #",
    "# ",
    "|",
    ">",
    "&",
    "*",
    "!",
    "%",
    "@",
    "?",
    "\t",
    "---\n",
    "\x85",
    "\x00",
    "\r",
]
PIECES = st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(MARKS), st.text(max_size=3)), max_size=80)
LIMITS = settings(max_examples=150, deadline=None)


def hold(text: str) -> None:
    """Reads a story in every way there is, and says every problem."""
    loaded = story_from_text(text, VOCABULARY)
    assert (loaded.value is None) == bool(loaded.problems)
    for problem in all_problems(text):
        shown = format_text(render(problem, "sv", {"story.yaml": text}))
        assert problem.code in shown
        assert all(char == "\n" or char.isprintable() for char in shown)
    tree = read(text, "x.yaml").value
    if tree is not None:
        for parser in (
            vocabulary.signs,
            vocabulary.help_entries,
            vocabulary.places,
            vocabulary.portrait_options,
        ):
            parser(Reading(), tree)


@given(st.binary(max_size=300))
@LIMITS
def test_random_bytes_end_in_a_value_or_in_problems(raw: bytes) -> None:
    text = _decoded(raw, "story.yaml")
    assert (text.value is None) == bool(text.problems)
    if text.value is not None:
        hold(text.value)


@given(PIECES)
@LIMITS
def test_random_words_and_marks_end_in_a_value_or_in_problems(pieces: list[str]) -> None:
    hold("".join(pieces))


@given(st.sampled_from(GOOD), st.integers(0, 10_000), PIECES)
@LIMITS
def test_a_good_story_with_something_put_into_it_ends_in_a_value_or_in_problems(
    story: str, where: int, pieces: list[str]
) -> None:
    where %= len(story)
    hold(story[:where] + "".join(pieces) + story[where:])


def _changed(lines: list[str], chance: random.Random) -> list[str]:
    """One line deleted, doubled, swapped, indented otherwise, cut, or with a word exchanged."""
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    line = lines[here]
    match chance.randrange(7):
        case 0:
            lines[here : here + 1] = []
        case 1:
            lines.insert(there, line)
        case 2:
            lines[here], lines[there] = lines[there], line
        case 3:
            lines[here] = "  " + line
        case 4:
            lines[here] = line.removeprefix("  ")
        case 5:
            lines[here] = line[: chance.randrange(len(line) + 1)]
        case _:
            words = line.split(" ")
            words[chance.randrange(len(words))] = chance.choice([*WORDS, "[]", "{}", '""', ""])
            lines[here] = " ".join(words)
    return lines or [""]


@given(st.sampled_from(GOOD), st.integers(), st.integers(1, 6))
@settings(max_examples=300, deadline=None)
def test_a_good_story_with_lines_changed_ends_in_a_value_or_in_problems(
    story: str, seed: int, changes: int
) -> None:
    chance, lines = random.Random(seed), story.split("\n")
    for _ in range(changes):
        lines = _changed(lines, chance)
    hold("\n".join(lines))


@given(st.sampled_from(GOOD), st.integers(), st.integers(1, 3))
@settings(max_examples=60, deadline=None)
def test_the_head_of_a_changed_story_is_a_value_or_problems_too(
    tmp_path_factory: pytest.TempPathFactory, story: str, seed: int, changes: int
) -> None:
    chance, lines = random.Random(seed), story.split("\n")
    for _ in range(changes):
        lines = _changed(lines, chance)
    path = tmp_path_factory.mktemp("story") / "story.yaml"
    path.write_text("\n".join(lines), encoding="utf-8")

    loaded = load.load_about(path, VOCABULARY)

    assert (loaded.value is None) == bool(loaded.problems)
