"""The rows for the texts of very long stories: what their authors and translators wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.children import DUMMY, child
from tests.benchmarks.table import Row, megabytes

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 80
"""Seconds that `msgmerge` is waited for, each time."""


def translating(scenes: int) -> Iterator[Row]:
    """Row by row: a story of so many scenes, all of it translated, and 2 % of its lines edited."""
    found = child(DUMMY, "many_texts", "ours", str(scenes))
    theirs = child(DUMMY, "many_texts", "gettext", str(scenes), str(PATIENCE))
    texts = found["texts"]
    polib = f"{found['polib']:.2f} s (polib, read and written)"
    yield Row(f"messages extract, {texts:,} texts", _each(found["extract"], texts))
    yield Row(
        f"messages merge, {texts:,} texts ({megabytes(found['mb'])}), none changed",
        f"{_each(found['same'], texts)}, {megabytes(found['peak'])} held",
        "",
        polib,
    )
    yield Row(
        "messages merge, 2 % changed, moved, new or gone",
        _each(found["edited"], texts),
        "≤ msgmerge",
        f"{_waited(theirs, 'guessing')} (msgmerge --previous), {_waited(theirs, 'exact')} (--no-fuzzy-matching)",
    )
    status = _each(found["status"], texts) if found["readable"] else "the file is too large to be read"
    yield Row("messages status of it", status, "", polib)


def _each(seconds: float, texts: int) -> str:
    return f"{seconds:.2f} s, {seconds / texts * 1e6:.0f} µs a text"


def _waited(found: dict[str, float | None], how: str) -> str:
    """The seconds; at least how many, where nobody waited for the end."""
    if how not in found:
        return "not there"
    seconds = found[how]
    return f"≥ {PATIENCE} s" if seconds is None else f"{seconds:.2f} s"
