"""Parts of a page in a row, for those who hear it: each a sentence of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_QUOTES = "”“’»"
"""What may stand after the end of a sentence."""
_ENDS = frozenset({".", "!", "?", "…", ":", "؟", "।"})


def sentences(parts: Iterable[str]) -> str:
    """The parts in a row, each with a capital letter and an end; those that are empty are left out."""
    return " ".join(_sentence(part.strip()) for part in parts if part.strip())


def _sentence(part: str) -> str:
    ended = part.rstrip(_QUOTES)[-1:] in _ENDS
    return part[:1].upper() + part[1:] + ("" if ended else ".")
