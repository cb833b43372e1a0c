"""How far each translation is: what is done, what waits to be looked over, what is missing, and who has signed."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from game.messages.catalog import head_of_file, po_file
from game.messages.language import Language, described
from game.messages.po_file import LARGEST_WORKED_ON, Entry, Unreadable, entries, read_po, template_sources
from game.story.readability import counted as words_counted
from game.tools.stats_layout import columns, section, share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from game.screens.words import Words
    from game.tools.translatable import Shelf

_LISTED = 20
"""Texts that are listed of each file; whoever has done those asks again."""
_SHOWN = 60
"""Characters of a text that are shown."""


@dataclass(frozen=True, slots=True)
class Open:
    """A text that is not done: the line of its file (0 when the file does not have it), and whether it waits as fuzzy."""

    text: str
    line: int
    fuzzy: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """One domain in one language, in texts; `words_left` are Swedish words of what is not done.

    `line` is where a file that cannot be read goes wrong, None for one that can. `begun`: there is a file.
    """

    domain: str
    file: Path
    texts: int
    left: tuple[Open, ...]
    words_left: int
    obsolete: int
    line: int | None = None
    begun: bool = True

    @property
    def done(self) -> int:
        """Texts that players see in the language."""
        return self.texts - len(self.left)

    @property
    def fuzzy(self) -> int:
        """Texts that wait to be looked over."""
        return sum(each.fuzzy for each in self.left)


@dataclass(frozen=True, slots=True)
class Standing:
    """One language. `signed` has the domains that somebody who has the language from home has signed."""

    language: Language
    domains: tuple[Progress, ...]
    signed: frozenset[str]


def counted(shelf: Shelf, code: str) -> Standing:
    """How far a language is, held against the templates in its folder."""
    locale = shelf.locale
    heads = {domain: head_of_file(po_file(locale, code, domain)) for domain in shelf.domains}
    signed = {domain for domain, head in heads.items() if head and not described(code, head).draft}
    first = next((head for head in heads.values() if head), "")
    progress = tuple(_progress(locale, code, domain) for domain in shelf.domains)
    return Standing(described(code, first), progress, frozenset(signed))


def _progress(locale: Path, code: str, domain: str) -> Progress:
    file = po_file(locale, code, domain)
    wanted = {(each.context, each.text, each.plural): each for each in template_sources(locale, domain)}
    text = read_po(file, LARGEST_WORKED_ON)
    found = entries(text) if isinstance(text, str) else text
    if isinstance(found, Unreadable):
        there: dict[tuple[str, str, str], Entry] = {}
    else:
        there = {entry.key: entry for entry in found if not entry.obsolete}
    left = tuple(
        Open(source.text, entry.line if entry else 0, fuzzy=entry is not None and entry.waits)
        for key, source in wanted.items()
        for entry in [there.get(key)]
        if entry is None or not entry.shown
    )
    return Progress(
        domain,
        file,
        len(wanted),
        left,
        words_counted(each.text for each in left).words,
        0 if isinstance(found, Unreadable) else sum(entry.obsolete for entry in found),
        found.line if isinstance(found, Unreadable) else None,
        begun=os.path.lexists(file),
    )


def as_json(found: Iterable[Standing]) -> str:
    """The figures as data."""
    languages = [
        {
            "code": each.language.code,
            "name": each.language.own_name,
            "direction": "rtl" if each.language.rtl else "ltr",
            "domains": [_domain(progress, each) for progress in each.domains],
        }
        for each in found
    ]
    # ASCII, so that no terminal can lose a letter of it.
    return json.dumps({"languages": languages}, indent=2) + "\n"


def _domain(progress: Progress, of: Standing) -> dict[str, object]:
    return {
        "domain": progress.domain,
        "file": progress.file.as_posix(),
        "begun": progress.begun,
        "readable": progress.line is None,
        "review": "approved" if progress.domain in of.signed else "draft",
        "texts": progress.texts,
        "translated": progress.done,
        "fuzzy": progress.fuzzy,
        "untranslated": len(progress.left) - progress.fuzzy,
        "obsolete": progress.obsolete,
        "words_left": progress.words_left,
        "left": [{"text": each.text, "line": each.line, "fuzzy": each.fuzzy} for each in progress.left],
    }


def as_text(found: Sequence[Standing], shelf: Shelf, words: Words, *, listed: bool) -> Iterator[str]:
    """A table, its rows the domains and its columns the languages; and what is left of each, with `listed` every text of it."""
    if not found:
        yield words.ui("Här finns inget språk än. beratta messages merge fi börjar på finska.")
        return
    # There are ever more stories, and a terminal is higher than it is wide.
    names = ("", *shelf.domains, words.ui("granskning"))
    codes = ("", *(each.language.code for each in found))
    yield from columns([codes, *zip(names, *(_column(each, shelf, words) for each in found), strict=True)])
    for each in found:
        for progress in each.domains:
            if (progress.left and not _elsewhere(progress, shelf)) or progress.line is not None:
                yield from section(_left(progress, words), [_texts(progress, words)] if listed else [])


def _column(of: Standing, shelf: Shelf, words: Words) -> tuple[str, ...]:
    cells = (
        share(words, each.done / each.texts) if each.texts and not _elsewhere(each, shelf) else "–"
        for each in of.domains
    )
    whole = of.signed.issuperset(shelf.domains) and not any(each.left for each in of.domains)
    review = words.ui("granskad") if whole else words.ui("utkast")
    return (of.language.own_name, *cells, review)


def _elsewhere(progress: Progress, shelf: Shelf) -> bool:
    """Whether it is one of several stories, and not begun: a language need not have them all."""
    return shelf.shared and progress.domain in shelf.stories and not progress.begun


def _left(progress: Progress, words: Words) -> str:
    """What is left of a file, in one line."""
    if progress.line is not None:
        where = f"{progress.file}:{progress.line}" if progress.line else str(progress.file)
        return words.ui("{where}: filen går inte att läsa, och är lämnad som den är.", where=where)
    missing = len(progress.left) - progress.fuzzy
    parts = (
        words.plural("{n} text saknas", "{n} texter saknas", missing) if missing else "",
        words.plural("{n} text att se över", "{n} texter att se över", progress.fuzzy)
        if progress.fuzzy
        else "",
        words.plural("{n} ord", "{n} ord", progress.words_left),
    )
    return f"{progress.file}: {', '.join(filter(None, parts))}"


def _texts(progress: Progress, words: Words) -> tuple[str, ...]:
    shown = [_told(progress, each, words) for each in islice(progress.left, _LISTED)]
    more = len(progress.left) - len(shown)
    return (*shown, *([words.plural("och {n} till", "och {n} till", more)] if more else ()))


def _told(progress: Progress, text: Open, words: Words) -> str:
    short = text.text if len(text.text) <= _SHOWN else f"{text.text[: _SHOWN - 1]}…"
    what = words.ui("att se över") if text.fuzzy else words.ui("saknas")
    return f"{progress.file}:{text.line or 1}: {what}: {short}".replace("\n", " ")
