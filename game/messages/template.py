"""gettext's files: the templates (`.pot`) that translations begin from, and bringing a translation up to date.

What is written depends on the sources alone: no dates, no machine's paths, the same bytes every time.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polib

if TYPE_CHECKING:
    from collections.abc import Iterable

    from game.messages.sources import Source

_PLACEHOLDER = re.compile(r"\{\w+\}")
_FORMS = re.compile(r"nplurals\s*=\s*([1-6])\b")
_BRACES = "python-brace-format"
_PLURALS = {
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    "en": "nplurals=2; plural=(n != 1);",
    "fi": "nplurals=2; plural=(n != 1);",
    "so": "nplurals=2; plural=(n != 1);",
    "sv@lattlast": "nplurals=2; plural=(n != 1);",
}
_TWO = "nplurals=2; plural=(n != 1);"
_ABOUT = """\
{title} of Berätta.
The source language is Swedish. How to translate stands in locale/README.md."""
_Key = tuple[str, str, str]


def template(domain: str, sources: Iterable[Source]) -> str:
    """The `.pot` of a domain. A text that is used in several places is one entry that knows them all."""
    pot = _file(domain)
    pot.metadata = _head("")
    entries: dict[_Key, polib.POEntry] = {}
    for source in sources:
        key = (source.context, source.text, source.plural)
        entry = entries.get(key)
        if entry is None:
            entry = entries[key] = _entry(source)
        _also(entry, source)
    pot.extend(entries.values())
    return _written(pot)


def begun(template_text: str, domain: str, language: str) -> str:
    """An empty translation of a template into a language."""
    po = _file(domain)
    po.metadata = _head(language)
    return updated(_written(po), template_text)


def updated(po_text: str, template_text: str) -> str:
    """A translation with exactly the template's entries, in its order and with its comments.

    A text that is unchanged keeps its translation, the translator's own comments and flags. A translation
    whose text is gone is kept as obsolete, and comes back with its text.
    """
    old, pot = _read(po_text), _read(template_text)
    known: dict[_Key, polib.POEntry] = {}
    for entry in old:
        known.setdefault(_key(entry), entry)  # obsolete ones stand last, so that one in use wins
    new = _file("")
    new.header, new.metadata = old.header, old.metadata
    counted = _FORMS.search(old.metadata.get("Plural-Forms", ""))
    forms = int(counted[1]) if counted else 2
    for entry in pot:
        if entry.msgid_plural:
            entry.msgstr_plural = dict.fromkeys(range(forms), "")
        kept = known.pop(_key(entry), None)
        if kept is not None:
            _keep(entry, kept)
        new.append(entry)
    for entry in known.values():
        if entry.msgstr or any(entry.msgstr_plural.values()):
            entry.obsolete = True
            entry.comment, entry.occurrences = "", []
            new.append(entry)
    return _written(new)


def _file(domain: str) -> polib.POFile:
    po = polib.POFile(wrapwidth=0)
    po.header = _ABOUT.format(title=domain)
    return po


def _head(language: str) -> dict[str, str]:
    head = {
        "Project-Id-Version": "beratta",
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        "Language-Team": "LANGUAGE <LL@li.org>",
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Review": "draft",
    }
    return head | ({"Plural-Forms": _PLURALS.get(language, _TWO)} if language else {})


def _entry(source: Source) -> polib.POEntry:
    entry = polib.POEntry(msgid=source.text, msgid_plural=source.plural, msgctxt=source.context or None)
    if source.plural:
        entry.msgstr_plural = {0: "", 1: ""}
    if _PLACEHOLDER.search(source.text + source.plural):
        entry.flags.append(_BRACES)
    return entry


def _also(entry: polib.POEntry, source: Source) -> None:
    """One more place where the text is used."""
    if source.comment and source.comment not in entry.comment.split("\n"):
        entry.comment = f"{entry.comment}\n{source.comment}".strip()
    if source.file and (source.file, "") not in entry.occurrences:
        entry.occurrences.append((source.file, ""))


def _keep(entry: polib.POEntry, kept: polib.POEntry) -> None:
    entry.msgstr = kept.msgstr
    if entry.msgid_plural:
        entry.msgstr_plural |= kept.msgstr_plural
    entry.tcomment = kept.tcomment
    entry.previous_msgid, entry.previous_msgctxt = kept.previous_msgid, kept.previous_msgctxt
    entry.flags = [
        *entry.flags,
        *(flag for flag in kept.flags if flag not in entry.flags and flag != _BRACES),
    ]


def _key(entry: polib.POEntry) -> _Key:
    return (entry.msgctxt or "", entry.msgid, entry.msgid_plural)


def _read(text: str) -> polib.POFile:
    # polib takes text that names a file for that file; no file's name ends in an end of line.
    return polib.pofile(text + "\n", encoding="utf-8", wrapwidth=0)


def _written(po: polib.POFile) -> str:
    return str(po).rstrip("\n") + "\n"
