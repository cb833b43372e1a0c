"""The first line of a story, which tells an editor where the schema is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from game.story.logic import Place
from game.story.problem import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.story.problem import Problem

SCHEMA_FILE: Final = "story.schema.json"
"""The schema's file in a folder of stories."""
OWN_SCHEMA_FILE: Final = ".story.schema.json"
"""The schema's file in the folder of a story that may travel alone."""
_NAMING: Final = "# yaml-language-server: $schema="
SCHEMA_LINE: Final = f"{_NAMING}../{SCHEMA_FILE}"
"""The first line of a story in a folder of stories that has the schema."""
OWN_SCHEMA_LINE: Final = f"{_NAMING}{OWN_SCHEMA_FILE}"
"""The first line of a story that has the schema in its own folder."""

_NAMED = re.compile(r"#\s+(?:yaml-language-server\s*:\s*)?\$schema(?:=|:\s*)\S+")
"""What editors understand; some take the shorter `# $schema: …`."""


def schema_problems(text: str, file: str) -> Iterator[Problem]:
    """Whether a story's first line names a schema; `file` is the name that problems carry."""
    if not _NAMED.match(text):
        yield problem("F140", Place(file, 1, 1), line=OWN_SCHEMA_LINE)
