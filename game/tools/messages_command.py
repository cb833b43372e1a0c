"""`beratta messages`: templates from the sources, translations brought up to date with them, and how far they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from game.messages.catalog import po_file
from game.messages.language import CODE, SOURCE
from game.messages.merge import merged
from game.messages.po_file import Unreadable, entries, read_po
from game.messages.template import begun, template
from game.resources import LOCALE, SCENARIOS
from game.tools.command import Status, no_such_story
from game.tools.messages_status import as_json, as_text, counted
from game.tools.translatable import NotReadableError, Shelf, of_story, shipped, sources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from game.screens.words import Words

JSON = "json"


def run(
    what: str,
    languages: Sequence[str],
    words: Words,
    say: TextIO,
    *,
    story: str = "",
    locale: str = "",
    form: str = "text",
    scenarios: Path = SCENARIOS,
    shipped_locale: Path = LOCALE,
    today: date | None = None,
) -> int:
    """Extracts, merges or tells the status of translations, and says which files it wrote, one a line.

    `story` is a story's name or path, "" for all that is shipped; `locale` the folder of languages, "" for the one that
    belongs to it; `languages` those to begin, to merge or to tell of, none for all that are there. Returns 0, 1 when a
    file or a story cannot be read or written (the others are done), 2 for a story or language that cannot be meant.
    """
    shelf = of_story(story, scenarios, shipped_locale) if story else shipped(scenarios, shipped_locale)
    if shelf is None:
        say.write(no_such_story(words, story, shipped(scenarios, shipped_locale).stories) + "\n")
        return Status.USAGE
    strange = [code for code in languages if not CODE.fullmatch(code) or code == SOURCE]
    if strange:
        say.write(_strange(words, strange[0]) + "\n")
        return Status.USAGE
    there = replace(shelf, locale=Path(locale)) if locale else shelf
    match what:
        case "extract":
            return _extract(there, words, say)
        case "merge":
            return _merge(there, languages, words, say, today or date.today())  # noqa: DTZ011 - where one is
        case _:
            return _status(there, languages, form, words, say)


def _strange(words: Words, code: str) -> str:
    if code == SOURCE:
        return words.ui("Svenska är källan, och översätts inte. Lättläst svenska heter sv@lattlast.")
    return words.ui("{code} är ingen språkkod. Så ser de ut: fi, ar, sv@lattlast.", code=code)


# --- templates -------------------------------------------------------------------------------------


def _extract(shelf: Shelf, words: Words, say: TextIO) -> int:
    try:
        found = sources(shelf)
    except NotReadableError as error:
        told = words.ui("{name} går inte att läsa. beratta check {name} säger varför.", name=error.story)
        say.write(told + "\n")
        return Status.PROBLEMS
    results = [
        _written(_pot(shelf, domain), template(domain, texts), words, say) for domain, texts in found.items()
    ]
    return max(results, default=Status.CLEAN)


def _pot(shelf: Shelf, domain: str) -> Path:
    return shelf.locale / f"{domain}.pot"


# --- translations ----------------------------------------------------------------------------------


def _merge(shelf: Shelf, languages: Sequence[str], words: Words, say: TextIO, today: date) -> int:
    results = [Status.CLEAN]
    for domain in shelf.domains:
        pot = _pot(shelf, domain)
        text = read_po(pot)
        if not text:
            told = words.ui("{file} finns inte. Den kommer med beratta messages extract.", file=pot)
            say.write(told + "\n")
            results.append(Status.PROBLEMS)
            continue
        results += [
            _merged(shelf.locale, language, domain, text, words, say, today)
            for language in languages or languages_in(shelf.locale)
        ]
    return max(results)


def _merged(
    locale: Path, language: str, domain: str, pot: str | Unreadable, words: Words, say: TextIO, today: date
) -> Status:
    path = po_file(locale, language, domain)
    now = read_po(path)
    for file, text in ((locale / f"{domain}.pot", pot), (path, now)):
        wrong = text if isinstance(text, Unreadable) else _unreadable(text)
        if wrong:
            say.write(_left_alone(words, file, wrong.line) + "\n")
            return Status.PROBLEMS
    assert isinstance(now, str), "what cannot be read was told"
    assert isinstance(pot, str), "what cannot be read was told"
    return _written(path, merged(now or begun(domain, language, today), pot), words, say)


def _unreadable(text: str) -> Unreadable | None:
    found = entries(text) if text else ()
    return found if isinstance(found, Unreadable) else None


def _left_alone(words: Words, file: Path, line: int) -> str:
    where = f"{file}:{line}" if line else str(file)
    return words.ui("{where}: filen går inte att läsa, och är lämnad som den är.", where=where)


def languages_in(locale: Path) -> tuple[str, ...]:
    """The codes of the languages that have a folder, sorted."""
    folders = sorted(locale.glob("*/LC_MESSAGES")) if locale.is_dir() else []
    return tuple(folder.parent.name for folder in folders if CODE.fullmatch(folder.parent.name))


def _written(path: Path, text: str, words: Words, say: TextIO) -> Status:
    """Writes a file whose text has changed, whole or not at all, and says so."""
    data = text.encode()
    try:
        if path.is_file() and path.read_bytes() == data:
            return Status.CLEAN
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f"{path.name}.new")
        beside.write_bytes(data)
        beside.replace(path)
    except OSError as error:
        why = error.strerror or type(error).__name__
        say.write(words.ui("{file} går inte att skriva: {why}.", file=path, why=why) + "\n")
        return Status.PROBLEMS
    say.write(f"{path}\n")
    return Status.CLEAN


# --- how far ---------------------------------------------------------------------------------------


def _status(shelf: Shelf, languages: Sequence[str], form: str, words: Words, say: TextIO) -> int:
    there = languages_in(shelf.locale)
    unknown = [code for code in languages if code not in there]
    if unknown:
        codes = ", ".join(there)
        told = words.ui("Språket {code} finns inte. Det här finns: {codes}.", code=unknown[0], codes=codes)
        say.write(told + "\n")
        return Status.USAGE
    found = tuple(counted(shelf, language) for language in languages or there)
    if form == JSON:
        say.write(as_json(found))
    else:
        say.writelines(f"{line}\n" for line in as_text(found, shelf, words, listed=bool(languages)))
    return Status.CLEAN
