"""The shipped languages: up to date with the code and the stories, complete, and nothing wrong with them."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import polib
import pytest

from game.checks.translations import po_problems
from game.format.load import list_stories
from game.messages.catalog import languages, open_catalog
from game.messages.merge import merged
from game.messages.template import template
from game.resources import LOCALE, SCENARIOS
from game.story.readability import lix
from game.story.texts import CAST
from game.tools.translatable import shipped_sources

if TYPE_CHECKING:
    from pathlib import Path

    from game.messages.sources import Source

UPDATE = "run: beratta messages extract, then beratta messages merge"
FILES = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
LANGUAGES = ("sv@lattlast", "en", "ar", "so", "fi")
SHARED = ("ui", "signs", "help", "places", "vignettes")
STORIES = list_stories(SCENARIOS)
DOMAINS = (*SHARED, *STORIES)
OF_ALL = ("en", "sv@lattlast")
"""Languages that have every story; the others have those that are begun in them, whole."""

SAME = frozenset(
    (
        *("Bris", "Origo"),
        "Berätta",
        "Enter",
        "Tab",
        "Esc",
        *"qhflpso",
        "partner",
        "ex",
        "median",
        "LIX",
        "Text",
        "{scenes}, {lines}, {endings}.",
        "{minutes} min",
        "{name}: {text}",
        "Amina",
        *("Göran", "Gun-Britt", "Gunvor", "Barnahus", "Ring Bris.", "capricciosa", "cymbal", "haha", "Mm."),
        "Version {version}",
        "{what}: {key}",
        "{before}, {part}",
        "offline",
        "online",
        *("hare", "koala", "panda", "tiger"),
        "{n} hand",
        "{part} {minutes} min",
        *"+−",
    )
)
"""Names, keys and letters that English has as Swedish has them."""
CONTACT = re.compile(r"[\d -]+|[\w.]+\.se")


@cache
def sources() -> dict[str, tuple[Source, ...]]:
    return shipped_sources()


def english(domain: str) -> polib.POFile:
    return polib.pofile(str(LOCALE / "en" / "LC_MESSAGES" / f"{domain}.po"), encoding="utf-8")


def translations(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def names(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def named(path: Path) -> str:
    return path.relative_to(LOCALE).as_posix()


def test_there_is_a_template_for_every_domain_and_no_other() -> None:
    assert {path.stem for path in LOCALE.glob("*.pot")} == set(sources()) == set(DOMAINS)


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_templates_are_up_to_date_with_the_code_and_the_stories(domain: str) -> None:
    made = template(domain, sources()[domain])
    assert (LOCALE / f"{domain}.pot").read_bytes().decode() == made, UPDATE


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_translation_is_up_to_date_with_its_template(path: Path) -> None:
    now = path.read_bytes().decode()
    assert merged(now, (LOCALE / f"{path.stem}.pot").read_text(encoding="utf-8")) == now, UPDATE


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_translation_says_its_language_and_whether_it_was_reviewed(path: Path) -> None:
    head = polib.pofile(str(path), encoding="utf-8").metadata
    assert head["Language"] == path.parents[1].name
    assert head["X-Review"] in {"draft", "approved"}
    assert head["Plural-Forms"]


def test_the_six_languages_are_there() -> None:
    assert [language.code for language in languages(LOCALE, SHARED)] == ["sv", *LANGUAGES]


@pytest.mark.parametrize("language", OF_ALL)
def test_every_story_is_in_english_and_in_easy_swedish(language: str) -> None:
    assert set(STORIES) <= {path.stem for path in FILES if path.parents[1].name == language}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_is_complete(language: str) -> None:
    catalog = open_catalog(LOCALE, language)
    begun = {path.stem for path in FILES if path.parents[1].name == language}
    assert begun >= set(SHARED)
    assert [domain for domain in begun if not catalog.complete(domain)] == []
    missing = [
        source.text
        for domain, texts in sources().items()
        for source in texts
        if domain in begun and not source.plural and not catalog.has(domain, source.context, source.text)
    ]
    assert not missing
    assert not catalog.problems


@pytest.mark.parametrize("path", FILES, ids=named)
def test_nothing_is_wrong_with_any_translation(path: Path) -> None:
    told = po_problems(sources()[path.stem], path.read_text(encoding="utf-8"), named(path))
    assert [(problem.code, problem.at, problem.values) for problem in told] == []


@pytest.mark.parametrize("path", [path for path in FILES if path.parents[1].name == "sv@lattlast"], ids=named)
def test_easy_swedish_is_easy_and_no_longer_than_the_swedish(path: Path) -> None:
    entries = [entry for entry in polib.pofile(str(path), encoding="utf-8") if not entry.obsolete]
    pairs = [(entry.msgid, translations(entry)[0]) for entry in entries]
    assert lix(said for _, said in pairs) <= 20
    assert sum(len(said) for _, said in pairs) <= sum(len(text) for text, _ in pairs)


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_english_is_english(domain: str) -> None:
    called = {source.text.casefold() for source in sources()[domain] if source.context == CAST}
    same = {entry.msgid for entry in english(domain) if entry.msgid in translations(entry)}
    named = {text for text in same if text.casefold().strip(".…?!") in called}
    assert not {text for text in same - SAME - named if not CONTACT.fullmatch(text)}


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_translation_has_the_placeholders_of_its_source_and_no_typewriter_quotes(path: Path) -> None:
    for entry in polib.pofile(str(path), encoding="utf-8"):
        # A form for one, for two or for none may say the number in a word.
        number = {"n"} if entry.msgid_plural else set()
        for text in filter(None, translations(entry)):
            assert names(text) | number == names(entry.msgid) | number, entry.msgid
            assert '"' not in text, f"quotation marks: {text}"
            assert text == text.strip(), f"white space: {text}"


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_english_has_english_quotation_marks_and_apostrophes(domain: str) -> None:
    for entry in english(domain):
        for text in translations(entry):
            assert text.count("“") == text.count("”"), text
            assert "'" not in text, text


@pytest.mark.parametrize("path", [path for path in FILES if path.stem == "ui"], ids=named)
def test_every_command_of_the_terminal_has_a_small_letter_of_its_own(path: Path) -> None:
    entries = polib.pofile(str(path), encoding="utf-8")
    letters = [
        entry.msgstr or entry.msgid for entry in entries if entry.msgctxt == "bokstav" and not entry.obsolete
    ]
    assert len(set(letters)) == len(letters)
    assert all(len(letter) == 1 and letter.islower() for letter in letters)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_the_interface_can_be_shown_in_every_language(language: str) -> None:
    catalog = open_catalog(LOCALE, language)
    for source in sources()["ui"]:
        values = dict.fromkeys(names(source.text), "x")
        if source.plural:
            values.pop("n", None)
            counted = [catalog.plural(source.text, source.plural, n, **values) for n in (0, 1, 2, 3, 11, 100)]
            assert all(counted), source.text
            assert not any("{" in text for text in counted), source.text
        else:
            assert "{" not in catalog.ui(source.text, source.context, **values), source.text
    assert not catalog.problems
