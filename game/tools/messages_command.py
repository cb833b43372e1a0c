"""`beratta messages`: templates from the sources, translations brought up to date with them, and how far they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from game.messages.catalog import po_file
from game.messages.language import CODE, SOURCE
from game.messages.merge import merged
from game.messages.po_file import LARGEST_WORKED_ON, Unreadable, entries, read_po
from game.messages.template import begun, template
from game.resources import INSTALLED, LOCALE, SCENARIOS
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
    installed: bool = INSTALLED,
) -> int:
    """Extracts, merges or tells the status of translations, and says which files it wrote, one a line.

    `story` is a story's name or path, "" for all that is shipped; `locale` the folder of languages, "" for the one that
    belongs to it; `languages` those to begin, to merge or to tell of, none for all that are there. Returns 0, 1 when a
    file or a story cannot be read or written (the others are done) or the game is `installed` and no checkout, 2 for a story or language that cannot be meant.
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
    if installed and there.locale == shipped_locale and what != "status":
        say.write(_inside(words) + "\n")
        return Status.PROBLEMS
    match what:
        case "extract":
            return _extract(there, words, say)
        case "merge":
            return _merge(there, languages, words, say, today or date.today())  # noqa: DTZ011 - where one is
        case _:
            return _status(there, languages, form, words, say)


def _inside(words: Words) -> str:
    return words.ui(
        "Översättningarna ligger inne i det installerade spelet, och skulle gå förlorade med det. Stå i spelets mapp och installera det med pip install -e ."
    )


def _strange(words: Words, code: str) -> str:
    if code == SOURCE:
        return words.ui("Svenska är källan, och översätts inte. Lättläst svenska heter sv@lattlast.")
    return words.ui("{code} är ingen språkkod. Så ser de ut: fi, ar, sv@lattlast.", code=code)


# --- templates -------------------------------------------------------------------------------------


def _extract(shelf: Shelf, words: Words, say: TextIO) -> int:
    shared = [replace(shelf, stories={})] if shelf.shared else []
    alone = [replace(shelf, stories={name: file}, shared=False) for name, file in shelf.stories.items()]
    return max((_extracted(part, words, say) for part in (*shared, *alone)), default=Status.CLEAN)


def _extracted(part: Shelf, words: Words, say: TextIO) -> Status:
    try:
        found = sources(part)
    except NotReadableError as error:
        why = words.ui("{name} går inte att läsa. beratta check {name} säger varför.", name=error.story)
        say.write((error.told or why) + "\n")
        return Status.PROBLEMS
    return max(
        _written(_pot(part, domain), template(domain, texts), words, say) for domain, texts in found.items()
    )


def _pot(shelf: Shelf, domain: str) -> Path:
    return shelf.locale / f"{domain}.pot"


# --- translations ----------------------------------------------------------------------------------


def _merge(shelf: Shelf, languages: Sequence[str], words: Words, say: TextIO, today: date) -> int:
    """A story is begun in a language when the one or the other is named: not every story is in every language."""
    results = [Status.CLEAN]
    for domain in shelf.domains:
        text = _readable(_pot(shelf, domain), words, say)
        if not text:
            results.append(Status.PROBLEMS)
            continue
        results += [
            _merged(po_file(shelf.locale, code, domain), begun(domain, code, today), text, words, say)
            for code in languages or languages_in(shelf.locale)
            if languages or _is_begun(shelf, domain, code)
        ]
    return max(results)


def _is_begun(shelf: Shelf, domain: str, code: str) -> bool:
    named = not shelf.shared
    return named or domain not in shelf.stories or po_file(shelf.locale, code, domain).is_file()


def _merged(path: Path, new: str, pot: str, words: Words, say: TextIO) -> Status:
    """Brings one file up to date with its template; `new` is what it begins as."""
    now = read_po(path, LARGEST_WORKED_ON)
    try:
        text = merged(now or new, pot) if isinstance(now, str) else None
    except (OSError, ValueError):
        text = None
    if text is None:
        say.write(_left_alone(path, now, words) + "\n")
        return Status.PROBLEMS
    return _written(path, text, words, say)


def _readable(path: Path, words: Words, say: TextIO) -> str:
    """What stands in a template; "", and it is said, where there is none or it is none."""
    text = read_po(path, LARGEST_WORKED_ON)
    if text == "":
        say.write(words.ui("{file} finns inte. Den kommer med beratta messages extract.", file=path) + "\n")
    elif isinstance(text, Unreadable) or isinstance(entries(text), Unreadable):
        say.write(_left_alone(path, text, words) + "\n")
    else:
        return text
    return ""


def _left_alone(path: Path, text: str | Unreadable, words: Words) -> str:
    wrong = entries(text) if isinstance(text, str) else text
    line = wrong.line if isinstance(wrong, Unreadable) else 0
    where = f"{path}:{line}" if line else str(path)
    return words.ui("{where}: filen går inte att läsa, och är lämnad som den är.", where=where)


def languages_in(locale: Path) -> tuple[str, ...]:
    """The codes of the languages that have a folder, sorted."""
    names = (folder.parent.name for folder in locale.glob("*/LC_MESSAGES"))
    return tuple(sorted(name for name in names if CODE.fullmatch(name) and name != SOURCE))


def _written(path: Path, text: str, words: Words, say: TextIO) -> Status:
    """Writes a file whose text has changed, whole or not at all, and says so."""
    data = text.encode()
    beside = path.with_name(f"{path.name}.new")
    try:
        if path.is_file() and path.read_bytes() == data:
            return Status.CLEAN
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(data)
            beside.replace(path)
        except OSError:
            beside.unlink(missing_ok=True)
            raise
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
    if unknown and there:
        codes = ", ".join(there)
        told = words.ui("Språket {code} finns inte. Det här finns: {codes}.", code=unknown[0], codes=codes)
        say.write(told + "\n")
        return Status.USAGE
    found = tuple(counted(shelf, code) for code in there if not languages or code in languages)
    if form == JSON:
        say.write(as_json(found))
    else:
        say.writelines(f"{line}\n" for line in as_text(found, shelf, words, listed=bool(languages)))
    return Status.CLEAN
