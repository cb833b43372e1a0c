"""Slips of the kind that authors make, put into a real story one at a time, with the lines where each should be told."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from random import Random


@dataclass(frozen=True, slots=True)
class Mutant:
    """A story with one slip: what was done, the text, and the lines of which one has to be named."""

    kind: str
    text: str
    right: frozenset[int]


_SCENE = re.compile(r"^  ([\w-]+):$")
_WORD = re.compile(r"[a-z]{3,}")


def mutant(source: str, random: Random) -> Mutant:
    """One slip, of a kind and at a place that chance decides."""
    lines = source.splitlines()
    body = lines.index("scenes:") + 1
    while True:
        kind = random.choice(list(KINDS))
        places = [number for number in range(body, len(lines)) if KINDS[kind].fits(lines[number])]
        number = random.choice(places)
        changed = KINDS[kind].change(lines, number, random)
        if changed:
            after, right = changed
            return Mutant(f"{kind}, line {number + 1}", "\n".join(after) + "\n", frozenset(right))


@dataclass(frozen=True, slots=True)
class _Kind:
    """`fits` picks lines (numbers count from 0 here); `change` gives the new lines and the right ones (from 1)."""

    pattern: re.Pattern[str]
    change: Callable[[list[str], int, Random], tuple[list[str], set[int]] | None]

    def fits(self, line: str) -> bool:
        return self.pattern.search(line) is not None and not line.lstrip().startswith("#")


def _replaced(lines: list[str], number: int, line: str) -> list[str]:
    return [*lines[:number], line, *lines[number + 1 :]]


def _misspelt(word: str, random: Random) -> str:
    """Two neighbours changed places, or a letter doubled or dropped."""
    at = random.randrange(len(word) - 1)
    kinds = (
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        word[: at + 1] + word[at:],
        word[:at] + word[at + 1 :],
    )
    return next((each for each in random.sample(kinds, 3) if each != word), f"{word}x")


def _misspell(pattern: str) -> _Kind:
    """A slip in what the pattern's group is, told on the same line."""
    compiled = re.compile(pattern)

    def change(lines: list[str], number: int, random: Random) -> tuple[list[str], set[int]]:
        found = compiled.search(lines[number])
        assert found
        line = lines[number]
        slipped = line[: found.start(1)] + _misspelt(found[1], random) + line[found.end(1) :]
        return _replaced(lines, number, slipped), {number + 1}

    return _Kind(compiled, change)


def _rename_scene(lines: list[str], number: int, random: Random) -> tuple[list[str], set[int]]:
    found = _SCENE.match(lines[number])
    assert found
    name = found[1]
    used = re.compile(rf"(?:go: |: |- |\[){name}(?=[,}}\s:]|$)|^start: {name}$|\b{name}$")
    right = {at for at, line in enumerate(lines, 1) if used.search(line) and at != number + 1}
    return _replaced(lines, number, f"  {_misspelt(name, random)}:"), right


def _start_of(lines: list[str], number: int) -> int:
    """The line that the one at a number belongs to: the nearest above that is less indented."""
    indent = len(lines[number]) - len(lines[number].lstrip(" -"))
    for above in range(number - 1, -1, -1):
        line = lines[above]
        if line.strip() and len(line) - len(line.lstrip(" ")) < indent:
            return above
    return 0


def _delete(lines: list[str], number: int, _random: Random) -> tuple[list[str], set[int]]:
    """What is missing is told where that which lacks it begins, or right beside the gap."""
    start = _start_of(lines, number)
    return [*lines[:number], *lines[number + 1 :]], {*range(start + 1, number + 2)}


def _indent_more(lines: list[str], number: int, random: Random) -> tuple[list[str], set[int]]:
    return _replaced(lines, number, " " * random.choice((1, 2)) + lines[number]), _around(number)


def _indent_less(lines: list[str], number: int, _random: Random) -> tuple[list[str], set[int]]:
    return _replaced(lines, number, lines[number][1:]), _around(number)


def _around(number: int) -> set[int]:
    """The line itself, the one above it and the one below."""
    return {number, number + 1, number + 2}


def _tab(lines: list[str], number: int, _random: Random) -> tuple[list[str], set[int]]:
    return _replaced(lines, number, "\t" + lines[number].lstrip()), {number + 1}


def _without(sign: str) -> Callable[[list[str], int, Random], tuple[list[str], set[int]]]:
    def change(lines: list[str], number: int, _random: Random) -> tuple[list[str], set[int]]:
        head, _, tail = lines[number].rpartition(sign)
        return _replaced(lines, number, head + tail), _around(number)

    return change


def _twice(lines: list[str], number: int, _random: Random) -> tuple[list[str], set[int]]:
    return [*lines[: number + 1], lines[number], *lines[number + 1 :]], {number + 2}


def _emptied(lines: list[str], number: int, _random: Random) -> tuple[list[str], set[int]]:
    key = lines[number].partition(":")[0]
    return _replaced(lines, number, f"{key}:"), _around(number)


KINDS: dict[str, _Kind] = {
    "a scene renamed": _Kind(_SCENE, _rename_scene),
    "a target misspelt": _misspell(r"^    go: (\w{3,})$"),
    "a choice's target misspelt": _misspell(r"go: (\w{3,})\}$"),
    "a key misspelt": _misspell(r"^ {4,8}(place|lines|people|choices|tell|ending|messages|sign|owner)(?=:)"),
    "a speaker misspelt": _misspell(r"^      - (alva|hawa|samira|maja|elias)\b"),
    "a place misspelt": _misspell(r"place: (\w+)"),
    "a sign misspelt": _misspell(r"sign: (\w+)"),
    "a face misspelt": _misspell(r"(?:alva|hawa|samira|maja) (worried|sad|happy|scared|ashamed|relieved)\b"),
    "a fact misspelt": _misspell(r"\{(?:do|when): \{(\w+):"),
    "an adult misspelt": _misspell(r"^      (samira|jonas|daniel|mamma|leila): "),
    "help misspelt": _misspell(r"help: \[(\w+)"),
    "a needed line deleted": _Kind(
        re.compile(r"^    (?:place|ask): |^ +why: |^      (?:title|text): "), _delete
    ),
    "a way out deleted": _Kind(re.compile(r"^    go: \w+$"), _delete),
    "a scene's name deleted": _Kind(_SCENE, _delete),
    "indented too far": _Kind(re.compile(r"^    (?:place|people|lines|ask|choices|go): "), _indent_more),
    "indented too little": _Kind(
        re.compile(r"^    (?:place|people|lines|ask|choices|go|talk):|^      - "), _indent_less
    ),
    "a tab": _Kind(re.compile(r"^ {4,}\S"), _tab),
    "a colon lost": _Kind(
        re.compile(r"^    (?:lines|choices|tell|ending|place):|^  [\w-]+:$"), _without(":")
    ),
    "a bracket lost": _Kind(re.compile(r"[\]}]$"), lambda *given: _without(given[0][given[1]][-1])(*given)),
    "a key twice": _Kind(re.compile(r"^    (?:place|people|ask|go): "), _twice),
    "a text lost": _Kind(re.compile(r"^    (?:place|ask|go): |^ +why: |^      (?:title|text): "), _emptied),
}


def mutants(source: str, random: Random, count: int) -> Iterator[Mutant]:
    """So many stories with one slip each."""
    for _ in range(count):
        yield mutant(source, random)
