"""The base story with a text in it, and what the checks of texts say of that."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from game.checks import markup, reading_level, typography, wording
from game.checks.reachable import Counts
from game.checks.subject import Subject
from game.format.load import story_from_text
from game.story.engine import Machine
from game.story.explore import explore
from tests.format.stories import VOCABULARY, base_with

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.problem import Problem

FAMILY = (markup.problems, typography.problems, wording.problems, reading_level.problems)
"""All checks of how a story is written."""
TODAY = date(2026, 11, 26)


def subject_of(source: str, locale: Path | None = None) -> Subject:
    """A story that can be read, with its source."""
    loaded = story_from_text(source, VOCABULARY)
    assert loaded.value is not None, loaded.problems
    found = explore(Machine(loaded.value))
    return Subject(
        loaded.value, found, Counts(loaded.value), "story.yaml", source, VOCABULARY, TODAY, locale=locale
    )


def said(text: str) -> str:
    """The base story, in which Alva says the text."""
    return base_with(f"- alva: {json.dumps(text, ensure_ascii=False)}")


def chatted(text: str) -> str:
    """The base story, in which Noel writes the text."""
    return base_with(
        f"- phone: noel\n  owner: alva\n  messages:\n    - noel: {json.dumps(text, ensure_ascii=False)}"
    )


def told(source: str) -> list[Problem]:
    """All that the checks of texts say of a story, in the order of its places."""
    subject = subject_of(source)
    return sorted(problem for check in FAMILY for problem in check(subject))


def codes(source: str) -> list[str]:
    """The codes of all that, sorted."""
    return sorted(problem.code for problem in told(source))


def values(source: str, code: str) -> dict[str, str]:
    """What the first problem with the code fills its words with."""
    return dict(next(problem.values for problem in told(source) if problem.code == code))
