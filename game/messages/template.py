"""gettext's files: the templates (`.pot`) that translations begin from.

What is written depends on the sources alone: no dates, no machine's paths, the same bytes every time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polib

from game.messages.language import DRAFT, REVIEW, SOURCE, head_of
from game.messages.po_grammar import check_grammar

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from game.messages.sources import Source

_PLACEHOLDER = re.compile(r"\{\w+\}")
BRACES = "python-brace-format"
"""The flag of a text with placeholders, by which gettext's tools know to look after them."""
_WAS = re.compile(r"^[ \t]*#~\|", re.MULTILINE)
_END = '\n\nmsgid "."\nmsgstr ""\n'
"""One entry more."""
_BYTE_ORDER_MARK = "\ufeff"
_NOBODY = "-"
"""gettext's tools complain of a file that still says “FULL NAME”."""
_ROOM = "Room for {} characters."
_ABOUT = """\
{title} of Berätta.
The source language is Swedish. How to translate stands in locale/README.md."""


def template(domain: str, sources: Iterable[Source]) -> str:
    """The `.pot` of a domain. A text that is used in several places is one entry that knows them all."""
    pot = _file(domain)
    pot.metadata = _head("")
    entries: dict[tuple[str, str], polib.POEntry] = {}
    rooms: dict[tuple[str, str], int] = {}
    for source in sources:
        key = (source.context, source.text)
        entry = entries.get(key)
        if entry is None:
            entry = entries[key] = _entry(source)
        _also(entry, source)
        if source.limit:
            rooms[key] = min(source.limit, rooms.get(key, source.limit))
    for key, room in rooms.items():
        entries[key].comment = f"{entries[key].comment}\n{_ROOM.format(room)}".strip()
    pot.extend(entries.values())
    return written(pot)


def begun(domain: str, language: str, on: date) -> str:
    """A translation into a language that has no entries yet, begun on a day; merging gives it those of its template."""
    po = _file(domain)
    known = {
        "PO-Revision-Date": f"{on:%Y-%m-%d} 00:00+0000",
        "Language-Team": language,
        "Last-Translator": _NOBODY,
    }
    po.metadata = _head(language) | known | head_of(language)
    return written(po)


def empty() -> polib.POFile:
    """A file that does not break its texts over lines, so that a change of one word is a change of one line."""
    return polib.POFile(wrapwidth=0)


def read(text: str) -> polib.POFile:
    """What stands in a file. What is no PO file raises `OSError` or `ValueError`, which say the line."""
    text = text.removeprefix(_BYTE_ORDER_MARK)
    check_grammar(text)
    # polib takes text that names a file for that file; no file's name ends in an end of line. It passes over what a text
    # that is not used was before, and over the last entry where an empty comment follows it.
    po = polib.pofile(_WAS.sub("#|", text) + _END, encoding="utf-8", wrapwidth=0)
    po.pop()
    if any(not entry.msgid and not entry.msgctxt for entry in po):
        raise ValueError("the file has two heads")
    return po


def written(po: polib.POFile) -> str:
    """What is to stand in the file."""
    return str(po).rstrip("\n") + "\n"


def _file(domain: str) -> polib.POFile:
    po = empty()
    po.header = _ABOUT.format(title=domain)
    return po


def _head(language: str) -> dict[str, str]:
    return {
        "Project-Id-Version": "beratta",
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": "LANGUAGE <LL@li.org>",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Source-Language": SOURCE,
        REVIEW: DRAFT,
    }


def _entry(source: Source) -> polib.POEntry:
    entry = polib.POEntry(msgid=source.text, msgctxt=source.context or None)
    if _PLACEHOLDER.search(source.text + source.plural):
        entry.flags.append(BRACES)
    return entry


def _also(entry: polib.POEntry, source: Source) -> None:
    """One more place where the text is used; where it is counted there, gettext knows it as counted everywhere."""
    if source.plural and not entry.msgid_plural:
        entry.msgid_plural, entry.msgstr_plural = source.plural, {0: "", 1: ""}
    if source.comment and source.comment not in entry.comment.split("\n"):
        entry.comment = f"{entry.comment}\n{source.comment}".strip()
    if source.file and (source.file, "") not in entry.occurrences:
        entry.occurrences.append((source.file, ""))
