"""The base story in English, the ways to change that, and what is said of it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from game.checks.translations import po_problems
from game.format.load import story_from_text
from game.messages.sources import Source, story_texts
from tests.format.stories import BASE, VOCABULARY

if TYPE_CHECKING:
    from game.story.problem import Problem

NAME = "en/LC_MESSAGES/story.po"
PO = (Path(__file__).parent / "rasten.po").read_text(encoding="utf-8")

_SWEDISH = re.compile(r'^msgid "(.*)"$', re.MULTILINE)


def sources() -> tuple[Source, ...]:
    """All that is to be translated of the base story."""
    story = story_from_text(BASE, VOCABULARY).value
    assert story is not None
    return tuple(story_texts(story))


def po_with(snippet: str, whole: str = PO) -> str:
    """A translation with an entry in place of the one that has its Swedish text, or after all of them."""
    swedish = _SWEDISH.search(snippet)
    kept = [
        entry for entry in whole.split("\n\n") if not swedish or _SWEDISH.findall(entry)[:1] != [swedish[1]]
    ]
    return "\n\n".join([*kept, snippet]) + "\n"


def told(snippet: str, name: str = NAME) -> list[Problem]:
    """All problems of the English with an entry in it, in the order of their places."""
    return sorted(po_problems(sources(), po_with(snippet), name))


def codes(snippet: str) -> list[str]:
    """The codes of all that, sorted."""
    return sorted(problem.code for problem in told(snippet))
