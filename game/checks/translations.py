"""Translations beside what they translate: what is missing, what is left over, and what does not say the same."""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

from game.checks import numbers
from game.checks.reading_level import EASY_SWEDISH, spared
from game.checks.spots import excerpt
from game.checks.wording import undrawable
from game.messages.catalog import head_of_file, po_file, unfit
from game.messages.interface import DOMAIN as INTERFACE
from game.messages.language import described
from game.messages.po_file import Entry, Unreadable, entries, languages_of, read_po, template_sources
from game.messages.sources import help_texts, place_texts, sign_texts, story_texts
from game.messages.vignette_texts import DOMAIN as VIGNETTES
from game.messages.vignette_texts import vignette_texts
from game.story.logic import Place
from game.story.problem import Problem, problem
from game.story.readability import counted
from game.story.texts import CAST

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from game.checks.subject import Shared, Subject
    from game.messages.sources import Source

_NAME = "{}/LC_MESSAGES/{}.po"
_MOST = 20
"""Problems of one kind in one file. Whoever has mended those sees the next."""
_HOLE = re.compile(r"\{(\w+)\}")
_WORD = re.compile(r"[^\W\d_]+")
_SWEDISH, _EASY = "sv", "sv@lattlast"
_FEW, _SHORT = 2, 10
"""A translation of so few words, with so few letters, may be the same as its source: ”haha ok”."""
_TYPEWRITTEN = frozenset("\"'")
_NO_NAMES = re.compile(
    "mamma|pappa|(?:mor|far)(?:mor|far)|(?:stora|lilla)?syster|(?:stor|lille)?bror|kusin|moster|faster|(?:mor|far)bror"
    "|bonus(?:mamma|pappa)|läraren|mentorn|rektorn|kuratorn|tränaren|skolsköterskan",
    re.IGNORECASE,
)
"""What somebody in a cast can be called that is a word, and no name."""


def problems(subject: Subject) -> Iterator[Problem]:
    """M612 for languages without the story, and what is wrong with its translations, at their files."""
    if subject.locale is None:
        return
    domain = subject.story.about.id
    there = languages_of(subject.locale, domain)
    without = [each for each in languages_of(subject.locale, INTERFACE) if each not in there]
    without = [each for each in without if _meant(subject.locale, each, subject.story.about.youngest)]
    if without:
        yield problem("M612", subject.key("title"), languages=", ".join(without))
    sources = tuple(story_texts(subject.story))
    for language in there:
        yield from _in_file(subject.locale, language, domain, sources)


def _meant(locale: Path, language: str, youngest: int) -> bool:
    """Whether stories for that age are meant to be in the language at all, as the head of its file for the interface says."""
    return described(language, head_of_file(po_file(locale, language, INTERFACE))).has(youngest)


def shared_problems(shared: Shared) -> Iterator[Problem]:
    """What is wrong with the translations of what stories share, in every language that the game can be played in."""
    if shared.locale is None:
        return
    known = shared.vocabulary
    domains = {
        INTERFACE: template_sources(shared.locale, INTERFACE),
        "signs": tuple(sign_texts(known.signs)),
        "help": tuple(help_texts(known.help)),
        "places": tuple(place_texts({name: place.alt for name, place in known.places.items()})),
        VIGNETTES: tuple(vignette_texts(shared.vignettes)),
    }
    for language in languages_of(shared.locale, INTERFACE):
        for domain, sources in domains.items():
            if sources:
                yield from _in_file(shared.locale, language, domain, sources)


def _in_file(locale: Path, language: str, domain: str, sources: tuple[Source, ...]) -> Iterator[Problem]:
    name = _NAME.format(language, domain)
    text = read_po(po_file(locale, language, domain))
    if isinstance(text, Unreadable):
        yield problem("M611", Place(name, text.line, 1 if text.line else 0), why=text.why)
    else:
        yield from po_problems(sources, text, name)


def po_problems(sources: Iterable[Source], text: str, file: str) -> Iterator[Problem]:
    """What is wrong with a translation of the sources.

    `file` is its name, `LANGUAGE/LC_MESSAGES/DOMAIN.po`: what problems call it, and what says which language it is.
    """
    found = entries(text)
    if isinstance(found, Unreadable):
        yield problem("M611", Place(file, found.line, 1 if found.line else 0), why=found.why)
        return
    there = {entry.key: entry for entry in found if not entry.obsolete}
    needed: dict[tuple[str, str, str], Source] = {}
    for source in sources:
        needed.setdefault((source.context, source.text, source.plural), source)
    yield from _missing(needed, there, file)
    yield from _left_over(needed, there, file)
    yield from islice(_twice(found, file), _MOST)
    pairs = [(needed[key], entry) for key, entry in there.items() if key in needed and entry.shown]
    language = file.partition("/")[0]
    for check in (_holes, _numbers, _refused, _typewritten):
        yield from islice(check(pairs, file), _MOST)
    yield from islice(_same(pairs, file, language), _MOST)
    yield from _without_glyph(pairs, file)
    if language == _EASY:
        yield from _hard(pairs, file)


# --- what is missing, what is left over ------------------------------------------------------------


def _missing(
    needed: dict[tuple[str, str, str], Source], there: dict[tuple[str, str, str], Entry], file: str
) -> Iterator[Problem]:
    """One problem for each kind of text that is not shown in the language: how many, and which is the first."""
    kinds: dict[str, list[tuple[Source, Entry | None]]] = {}
    for key, source in needed.items():
        entry = there.get(key)
        if entry is None or not entry.shown:
            kinds.setdefault(_kind_of(source, entry), []).append((source, entry))
    for code, missing in sorted(kinds.items()):
        source, entry = next(((one, other) for one, other in missing if other), missing[0])
        absent = sum(other is None for _, other in missing)
        at = Place(file, entry.said_line, 1) if entry else Place(file)
        yield problem(code, at, number=len(missing), text=excerpt(source.text, 0), absent=absent or "")


def _kind_of(source: Source, entry: Entry | None) -> str:
    if source.safety:
        return "M602"
    if source.context == CAST:
        return "M603"
    return "M604" if entry is not None and entry.fuzzy else "M601"


def _left_over(
    needed: dict[tuple[str, str, str], Source], there: dict[tuple[str, str, str], Entry], file: str
) -> Iterator[Problem]:
    """Entries that translate nothing: one problem for those in a wrong context, one for those whose text is gone."""
    contexts: dict[tuple[str, str], str] = {
        (source.text, source.plural): source.context for key, source in needed.items() if key not in there
    }
    orphans = [entry for key, entry in there.items() if key not in needed]
    astray = [entry for entry in orphans if (entry.text, entry.plural) in contexts]
    gone = [entry for entry in orphans if (entry.text, entry.plural) not in contexts]
    if astray:
        first = astray[0]
        values = {"number": len(astray), "context": first.context or "–", "text": excerpt(first.text, 0)}
        meant = contexts[first.text, first.plural]
        yield problem("M606", Place(file, first.line, 1), **values, meant=meant)
    if gone:
        first = gone[0]
        near = get_close_matches(first.text, [text for text, _ in islice(contexts, 500)], 1)
        meant = excerpt(near[0], 0) if near else ""
        yield problem(
            "M605", Place(file, first.line, 1), number=len(gone), text=excerpt(first.text, 0), meant=meant
        )


# --- what does not say the same --------------------------------------------------------------------


def _at(entry: Entry, file: str) -> Place:
    return Place(file, entry.said_line, 1)


def _holes(pairs: list[tuple[Source, Entry]], file: str) -> Iterator[Problem]:
    for source, entry in pairs:
        one, many = set(_HOLE.findall(source.text)), set(_HOLE.findall(source.plural))
        # A form for one, for two or for none may leave the number out, or say it in a word.
        needed = (one & many) - {"n"} if source.plural else one
        known = one | many | {"n"} if source.plural else one
        for said in entry.said:
            names = set(_HOLE.findall(said))
            if needed - names or names - known:
                wrong = ", ".join(f"{{{name}}}" for name in sorted((needed - names) | (names - known)))
                yield problem("M607", _at(entry, file), holes=wrong, text=excerpt(source.text, 0))
                break


def _numbers(pairs: list[tuple[Source, Entry]], file: str) -> Iterator[Problem]:
    for source, entry in pairs:
        if source.plural:
            continue
        for code, compare in (("M608", numbers.called), ("M609", numbers.counted)):
            wrong = compare(source.text, entry.said[0])
            # A number that somebody may call is never let stand.
            if wrong and (code == "M608" or code not in entry.allowed):
                values = {"swedish": wrong.source, "found": wrong.translation}
                yield problem(code, _at(entry, file), **values)


def _refused(pairs: list[tuple[Source, Entry]], file: str) -> Iterator[Problem]:
    for source, entry in pairs:
        if any(unfit(source.plural or source.text, said) for said in entry.said):
            yield problem("M615", _at(entry, file), text=excerpt(source.text, 0))


def _typewritten(pairs: list[tuple[Source, Entry]], file: str) -> Iterator[Problem]:
    for source, entry in pairs:
        quoted = _TYPEWRITTEN.intersection("".join(entry.said)) - set(source.text)
        if (quoted or any(said != said.strip() for said in entry.said)) and "M617" not in entry.allowed:
            yield problem("M617", _at(entry, file), text=excerpt(source.text, 0))


def _twice(found: Iterable[Entry], file: str) -> Iterator[Problem]:
    """Texts with more than one entry: for gettext the form for many tells none apart."""
    seen: set[tuple[str, str]] = set()
    for entry in found:
        key = (entry.context, entry.text)
        if not entry.obsolete and key in seen:
            yield problem("M618", Place(file, entry.line, 1), text=excerpt(entry.text, 0))
        seen |= set() if entry.obsolete else {key}


def _same(pairs: list[tuple[Source, Entry]], file: str, language: str) -> Iterator[Problem]:
    if re.split("[_@]", language)[0] == _SWEDISH:
        return
    for source, entry in pairs:
        if source.text not in entry.said:
            continue
        if source.context == CAST and _NO_NAMES.fullmatch(source.text):
            if "M603" not in entry.allowed:
                yield problem("M603", _at(entry, file), number=1, text=source.text, absent="")
        elif _has_sentence(source.text) and "M610" not in entry.allowed:
            yield problem("M610", _at(entry, file), text=excerpt(source.text, 0))


def _has_sentence(text: str) -> bool:
    """Whether a text is more than names, numbers, addresses and a few words that two languages may share."""
    words = _WORD.findall(numbers.ADDRESS.sub(" ", _HOLE.sub(" ", text)))
    small = [word for word in words if word.islower()]
    return bool(small) and (len(words) > _FEW or (len(words) == _FEW and sum(map(len, words)) > _SHORT))


def _without_glyph(pairs: list[tuple[Source, Entry]], file: str) -> Iterator[Problem]:
    """One problem for a file: its characters that no font has."""
    found: dict[str, Entry] = {}
    for _, entry in pairs:
        for character in undrawable("".join(entry.said)):
            found.setdefault(character, entry)
    if found:
        first = next(iter(found.values()))
        shown = " ".join(islice(found, _MOST))
        yield problem("M613", _at(first, file), characters=shown, number=len(found))


def _hard(pairs: list[tuple[Source, Entry]], file: str) -> Iterator[Problem]:
    count = counted(said for _, entry in pairs for said in entry.said)
    if spared(count).lix > EASY_SWEDISH:
        yield problem("M614", Place(file), lix=round(count.lix), most=EASY_SWEDISH)
