"""Warnings that an author has looked at and lets stand: `# allow F210: because …`, on the line or the one above.

Only warnings can be allowed, and only with a reason. What may not be played so cannot be talked away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.format.diagnostics import codes, page
from game.format.reading import nearest
from game.story.logic import Place
from game.story.problem import problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from game.story.problem import Problem

_ALLOW = re.compile(r"(?:^|(?<=\s))# ?allow\b[ :]*(?P<code>\w*)[ :]*(?P<reason>.*)")
_LEAST = 10
"""Characters in a reason: enough for a few words."""


@dataclass(frozen=True, slots=True)
class Allowance:
    """One such comment: the code it lets stand, and the lines that it speaks of."""

    code: str
    reason: str
    at: Place
    lines: tuple[int, ...]


def allowances(source: str, file: str) -> tuple[Allowance, ...]:
    """The comments of a story that let something stand, in the order of the file."""
    found: list[Allowance] = []
    lines = source.splitlines() if "allow" in source else []
    for number, line in enumerate(lines, 1):
        written = _ALLOW.search(line)
        if written:
            alone = not line[: written.start()].strip()
            at = Place(file, number, written.start() + 1)
            covered = (number, _next_line(lines, number)) if alone else (number,)
            found.append(Allowance(written["code"].upper(), written["reason"].strip(), at, covered))
    return tuple(found)


def _next_line(lines: list[str], number: int) -> int:
    """The number of the first line after a comment that is no comment itself."""
    for later in range(number, len(lines)):
        if lines[later].strip() and not lines[later].lstrip().startswith("#"):
            return later + 1
    return number


def settled(
    problems: Iterable[Problem], source: str, file: str, *, not_looked_for: Callable[[str], bool]
) -> tuple[Problem, ...]:
    """The problems that remain, and those of the comments themselves, in the order of their places.

    `not_looked_for` tells the codes that could not have been found this time: a comment about one of these may be needed.
    """
    comments = allowances(source, file)
    told = [_unusable(each) for each in comments]
    good = [each for each, fault in zip(comments, told, strict=True) if fault is None]
    used: set[Place] = set()
    remaining = [fault for fault in told if fault]
    for each in problems:
        by = next((one for one in good if _allows(one, each, file)), None)
        if by:
            used.add(by.at)
        else:
            remaining.append(each)
    idle = [one for one in good if one.at not in used and not not_looked_for(one.code)]
    remaining += [problem("F139", one.at, named=one.code) for one in idle]
    return tuple(sorted(remaining))


def _allows(allowance: Allowance, of: Problem, file: str) -> bool:
    return of.code == allowance.code and of.at.file == file and of.at.line in allowance.lines


def _unusable(allowance: Allowance) -> Problem | None:
    known = codes()
    if allowance.code not in known:
        meant = nearest(allowance.code, known)
        return problem("F137", allowance.at, named=allowance.code or "?", meant=meant)
    if page(allowance.code).severity != "warning":
        return problem("F138", allowance.at, named=allowance.code)
    if len(allowance.reason) < _LEAST:
        return problem("F142", allowance.at, named=allowance.code)
    return None
