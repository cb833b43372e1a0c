"""Where in a text something stands, for those who only know how much comes before it."""

from __future__ import annotations

import re

from game.story.logic import Place

LINE_END = re.compile("\r\n|\r|\n")
"""What ends a line for editors and for YAML; not all that `str.splitlines` takes for one."""


def place_after(text: str, file: str) -> Place:
    """The place right after a text from the start of a file."""
    lines = LINE_END.split(text)
    return Place(file, len(lines), len(lines[-1]) + 1)
