"""A translator's file as it stands, with the line of every entry: for those who look into it, not for the game.

Whatever stands in the file, something comes back: its entries, or why it has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.messages.catalog import LARGEST_FILE, po_file, waits
from game.messages.language import CODE, SOURCE
from game.messages.sources import Source
from game.messages.template import read

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import polib

_ALLOW = re.compile(r"allow\s+([A-Z][0-9]{3})\s*:\s*\S.{9,}")
_LINE = re.compile(r"line (\d+)")
_LINE_END = re.compile("\r\n|\r|\n")
_TEMPLATE = "{}.pot"
LARGEST_WORKED_ON = 64 * 1024 * 1024
"""Bytes of a file that is worked on: more than the game reads, for a file keeps what is not used any more."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One text and what it is in the language. `said` has a form for each number where `plural` is not empty.

    `waits` when it is fuzzy and players do not see it. `line` is that of the Swedish text, `said_line` that of the translation. `allowed` are codes of warnings that the
    translator has looked at and lets stand: `# allow M606: because …` above the entry.
    """

    context: str
    text: str
    plural: str
    said: tuple[str, ...]
    fuzzy: bool
    obsolete: bool
    line: int
    said_line: int
    allowed: frozenset[str] = frozenset()
    waits: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """What a source is found by."""
        return (self.context, self.text, self.plural)

    @property
    def shown(self) -> bool:
        """Whether the game shows it: nothing is untranslated, and none of it waits to be looked over."""
        return not self.waits and all(each.strip() for each in self.said)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file has no entries, and on which line it shows; 0 when nobody knows.

    `why` is a term of `diagnostics/terms.yaml`, or what the system says.
    """

    why: str
    line: int = 0


def languages_of(locale: Path, domain: str) -> tuple[str, ...]:
    """The codes of the languages that have a file for the domain, sorted."""
    try:
        names = sorted(folder.name for folder in locale.iterdir())
        return tuple(
            code
            for code in names
            if code != SOURCE and CODE.fullmatch(code) and po_file(locale, code, domain).is_file()
        )
    except OSError:
        return ()


def read_po(path: Path, most: int = LARGEST_FILE) -> str | Unreadable:
    """The text of a translator's file of so many bytes at most; "" where there is no such file."""
    try:
        if not path.is_file():
            return ""
        with path.open("rb") as file:
            data = file.read(most + 1)
        if len(data) > most:
            return Unreadable("po_size")
        return data.decode("utf-8-sig")
    except OSError as error:
        return Unreadable(error.strerror or type(error).__name__)
    except UnicodeDecodeError as error:
        return Unreadable("po_encoding", data[: error.start].count(b"\n") + 1)


def entries(text: str) -> tuple[Entry, ...] | Unreadable:
    """All entries of a file's text, in its order."""
    try:
        return tuple(_entries(read(text), _Lines(text)))
    # polib does not say which errors a hostile file can lead to; these are the ones that the catalogue met.
    except (OSError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError) as error:
        line = _LINE.search(str(error))
        return Unreadable("po_syntax", _Lines(text).real(int(line[1])) if line else 0)


def template_sources(locale: Path, domain: str) -> tuple[Source, ...]:
    """The texts of a domain as its template in the folder has them; none when there is no template."""
    text = read_po(locale / _TEMPLATE.format(domain), LARGEST_WORKED_ON)
    found = entries(text) if isinstance(text, str) else text
    if isinstance(found, Unreadable):
        return ()
    return tuple(Source(domain, each.context, each.text, plural=each.plural) for each in found)


class _Lines:
    """The lines of a text as polib counts them, which takes some characters for line ends that editors do not."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._real: list[int] = []
        number = 1
        for line in text.splitlines(keepends=True):
            self._real.append(number)
            number += bool(_LINE_END.search(line))

    def real(self, number: int) -> int:
        """The line's number in an editor."""
        return self._real[min(max(number, 1), len(self._real)) - 1] if self._real else 1

    def first(self, keyword: str, number: int) -> int:
        """The first line from `number` on that begins with the keyword; `number` when there is none."""
        for each in range(max(number, 1), len(self._lines) + 1):
            if self._lines[each - 1].lstrip("#~ \t").startswith(keyword):
                return each
        return max(number, 1)


def _entries(found: polib.POFile, lines: _Lines) -> Iterator[Entry]:
    number = 1
    for entry in found:
        line = lines.first("msgid", max(number, entry.linenum or 1))
        said_line = lines.first("msgstr", line)
        number = said_line
        forms = sorted(entry.msgstr_plural.items())
        yield Entry(
            context=entry.msgctxt or "",
            text=entry.msgid,
            plural=entry.msgid_plural,
            said=tuple(form for _, form in forms) if entry.msgid_plural else (entry.msgstr,),
            fuzzy=entry.fuzzy,
            obsolete=bool(entry.obsolete),
            line=lines.real(line),
            said_line=lines.real(said_line),
            allowed=frozenset(_ALLOW.findall(entry.tcomment)),
            waits=waits(entry),
        )
