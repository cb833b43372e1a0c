"""The shipped languages: up to date with the code and the stories, and English complete."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import polib
import pytest

from game.messages.catalog import open_catalog
from game.messages.merge import merged
from game.resources import LOCALE
from game.tools.update_messages import shipped_sources, templates, update

if TYPE_CHECKING:
    from pathlib import Path

    from game.messages.sources import Source

UPDATE = "run: python -m game.tools.update_messages"
FILES = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
DOMAINS = ("ui", "signs", "help", "places", "svara-direkt")

_NAMES = ("Alva", "Hawa", "Noel", "Elias", "Maja", "Samira", "Leila", "Jonas", "Daniel", "Bris", "Origo")
SAME = frozenset(
    (
        *_NAMES,
        "Berätta",
        "Enter",
        "Tab",
        "Esc",
        *"qhflps",
        "partner",
        "ex",
        "median",
        "LIX",
        "Text",
        "{scenes}, {lines}, {endings}.",
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
    made = templates(sources())[domain]
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


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_english_is_complete(domain: str) -> None:
    entries = [entry for entry in english(domain) if not entry.obsolete]
    assert entries
    assert not [entry.msgid for entry in entries if not all(map(str.strip, translations(entry)))]
    assert not [entry.msgid for entry in entries if entry.fuzzy]


@pytest.mark.parametrize("domain", DOMAINS)
def test_the_english_is_english(domain: str) -> None:
    same = {entry.msgid for entry in english(domain) if entry.msgid in translations(entry)}
    assert not {text for text in same - SAME if not CONTACT.fullmatch(text)}


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_translation_has_the_placeholders_of_its_source_and_no_typewriter_quotes(path: Path) -> None:
    for entry in polib.pofile(str(path), encoding="utf-8"):
        for text in filter(None, translations(entry)):
            assert names(text) == names(entry.msgid), entry.msgid
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


def test_every_text_of_the_interface_can_be_shown_in_english() -> None:
    catalog = open_catalog(LOCALE, "en")
    for source in sources()["ui"]:
        values = dict.fromkeys(names(source.text), "x")
        if source.plural:
            counted = [catalog.plural(source.text, source.plural, n) for n in (0, 1, 2)]
            assert all(counted), source.text
        else:
            assert "{" not in catalog.ui(source.text, source.context, **values), source.text
    assert not catalog.problems


def test_english_is_complete_in_the_catalogue_too() -> None:
    catalog = open_catalog(LOCALE, "en")
    assert [domain for domain in DOMAINS if not catalog.complete(domain)] == []


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext's msgfmt is not installed")
@pytest.mark.parametrize("path", FILES, ids=named)
def test_gettext_itself_finds_nothing_to_complain_of(path: Path) -> None:
    done = subprocess.run(
        ["msgfmt", "--check", "--output-file", "-", str(path)], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_a_language_is_begun_and_then_left_alone(tmp_path: Path) -> None:
    pots = templates(sources())
    written = update(tmp_path, pots, ["so"])
    assert {path.relative_to(tmp_path).as_posix() for path in written} == {
        *(f"{domain}.pot" for domain in DOMAINS),
        *(f"so/LC_MESSAGES/{domain}.po" for domain in DOMAINS),
    }
    assert update(tmp_path, pots) == ()
