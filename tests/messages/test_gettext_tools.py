"""gettext's own tools and ours agree on every file: what one has written the other reads, and neither loses a word."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.messages.merge import merged
from game.messages.sources import Source
from game.messages.template import begun, template
from game.resources import LOCALE
from tests.needed import needed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TODAY = date(2026, 11, 26)
TRANSLATIONS = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))
TEMPLATES = sorted(LOCALE.glob("*.pot"))
TO_FILL_IN = ("PO-Revision-Date", "Last-Translator", "Language-Team", "Language")
"""What a template's header leaves to its translator; msgfmt says so, and of all other files that they are unfinished."""


def said_by(tool: str, *arguments: str, text: str = "") -> str:
    """What one of gettext's tools writes; it may not complain."""
    done = subprocess.run([needed(tool), *arguments], input=text.encode(), capture_output=True, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    return done.stdout.decode()


def complaints(path: Path) -> list[str]:
    """What `msgfmt` remarks on; no text has an accelerator, and all else that it can check is checked."""
    command = [needed("msgfmt"), "--check", "--output-file", "-", str(path)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == 0 or done.stderr
    return done.stderr.decode().splitlines()


def named(path: Path) -> str:
    return path.relative_to(LOCALE).as_posix()


# --- what an author does in some days --------------------------------------------------------------

BUS = Source(
    "x", "bussen", "Bussen är {minutes} minuter sen.", "Alva to Hawa.", file="scenarios/x/story.yaml"
)
HOME = Source("x", "bussen", 'Jag går hem, sa hon: "nu".', "Hawa to Alva.", file="scenarios/x/story.yaml")
ROWS = Source("x", "about", "En rad.\nOch en till, med \\ och tabb\t.", "The summary.")
DAYS = Source("x", "", "{n} dag", "How long.", plural="{n} dagar")
DAYS_LEFT = Source("x", "", "{n} dag kvar", "How long.", plural="{n} dagar kvar")
GONE = Source("x", "natten", "Det är mörkt ute, och ingen ringer.", "Nobody says it.")
LONG = Source("x", "natten", "Sedan blir det tyst igen. " * 8 + "Till sist.", "Nobody says it.")
FIRST = (BUS, HOME, ROWS, DAYS, GONE, LONG)
SECOND = (
    replace(BUS, text="Bussen är {minutes} minuter sen i dag."),
    replace(HOME, context="hemma"),
    ROWS,
    DAYS_LEFT,
    LONG,
)
THIRD = (
    Source("x", "hemma", "Vem ringde?", "Alva to Hawa."),
    *SECOND,
    replace(GONE, text="Det är ljust ute, och ingen ringer.", context="hemma"),
    replace(LONG, comment="Nobody says it. At most 40 characters."),
)
DAYS_OF_WORK = (FIRST, SECOND, THIRD[:-1])


def pot(sources: tuple[Source, ...]) -> str:
    return template("x", sources)


def translate(po: str, *, all_of_it: bool = True) -> str:
    """What is not translated is; half of what waits is looked at, with a remark of the translator's."""
    file = polib.pofile(po, wrapwidth=0)
    for number, entry in enumerate(file):
        if entry.obsolete or (number % 2 == 0 and not all_of_it):
            continue
        if not entry.msgstr and not any(entry.msgstr_plural.values()):
            entry.msgstr = "" if entry.msgid_plural else f"T {entry.msgid}"
            entry.msgstr_plural = {form: f"T{form} {entry.msgid}" for form in entry.msgstr_plural}
            entry.tcomment = "so it is said at school\nallow M609: it is said in a word"
    return f"{file}\n"


def worked_on(language: str) -> str:
    """A file after some days of an author's and a translator's work."""
    po = begun("x", language, TODAY)
    for number, sources in enumerate(DAYS_OF_WORK):
        po = translate(merged(po, pot(sources)), all_of_it=number == 0)
    return merged(po, pot(DAYS_OF_WORK[-1]))


class Meaning(NamedTuple):
    """All that an entry says, however it is written."""

    said: tuple[str, ...]
    plural: str
    flags: frozenset[str]
    before: tuple[str | None, str | None, str | None]
    remark: str
    comment: str
    places: frozenset[str]
    obsolete: bool


def meaning(po: str) -> dict[tuple[str, str], Meaning]:
    """The entries by context and text."""
    file = polib.pofile(po.removeprefix("\ufeff"), wrapwidth=0)
    return {
        (entry.msgctxt or "", entry.msgid): Meaning(
            tuple(entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)) or (entry.msgstr,),
            entry.msgid_plural,
            frozenset(entry.flags),
            (entry.previous_msgctxt, entry.previous_msgid, entry.previous_msgid_plural),
            entry.tcomment,
            entry.comment,
            frozenset(file for file, _ in entry.occurrences),
            bool(entry.obsolete),
        )
        for entry in file
    }


# --- msgfmt ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", TRANSLATIONS, ids=named)
def test_msgfmt_finds_nothing_to_complain_of(path: Path) -> None:
    assert complaints(path) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_msgfmt_finds_nothing_in_a_template_but_what_is_to_be_filled_in(path: Path) -> None:
    found = [re.sub(r"^.*?: warning: ", "", line) for line in complaints(path)]
    assert found == [f"header field '{field}' still has the initial default value" for field in TO_FILL_IN]


@pytest.mark.parametrize(
    "language", ["en", "fi", "ar", "so", "uk", "se", "yi", "prs", "sv@lattlast", "xx", "pt_BR"]
)
def test_msgfmt_finds_nothing_in_a_language_just_begun_nor_after_days_of_work(
    language: str, tmp_path: Path
) -> None:
    for text in (merged(begun("x", language, TODAY), pot(FIRST)), worked_on(language)):
        (tmp_path / "x.po").write_text(text, encoding="utf-8")
        assert complaints(tmp_path / "x.po") == []


def test_days_of_work_leave_all_that_there_can_be_in_a_file() -> None:
    entries = meaning(worked_on("ar")).values()
    assert any("fuzzy" in entry.flags and entry.before[1] for entry in entries)
    assert any(entry.before[0] for entry in entries)
    assert any(entry.before[2] for entry in entries)
    assert any(entry.obsolete for entry in entries)
    assert any(len(entry.said) == 6 for entry in entries)
    assert any(not any(entry.said) for entry in entries)
    assert any(entry.remark for entry in entries)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('msgstr "T Bussen är {minutes}', 'msgstr "T Bussen är {hours}'),
        ("nplurals=6", "nplurals=5"),
        (
            'msgid "Jag går',
            'msgid "Bussen är {minutes} minuter sen."\nmsgstr ""\n\nmsgctxt "bussen"\nmsgid "Jag går',
        ),
    ],
    ids=["placeholder", "forms", "twice"],
)
def test_msgfmt_would_find_a_mistake(before: str, after: str, tmp_path: Path) -> None:
    text = translate(merged(begun("x", "ar", TODAY), pot(FIRST)))
    assert before in text
    (tmp_path / "x.po").write_text(text.replace(before, after), encoding="utf-8")
    assert complaints(tmp_path / "x.po")


# --- msgmerge, msgcat, msgattrib -------------------------------------------------------------------


def by_msgmerge(po: str, template_text: str, folder: Path) -> str:
    (folder / "x.po").write_text(po, encoding="utf-8")
    (folder / "x.pot").write_text(template_text, encoding="utf-8")
    return said_by(
        *("msgmerge", "--previous", "--no-wrap", "--quiet", "--output-file", "-"),
        *(str(folder / "x.po"), str(folder / "x.pot")),
    )


@pytest.mark.parametrize("language", ["en", "ar"])
def test_msgmerge_changes_nothing_in_what_is_merged_here(language: str, tmp_path: Path) -> None:
    ours = worked_on(language)
    theirs = by_msgmerge(ours, pot(DAYS_OF_WORK[-1]), tmp_path)
    assert meaning(theirs) == meaning(ours)
    assert list(meaning(theirs)) == list(meaning(ours))


@pytest.mark.parametrize("path", TRANSLATIONS, ids=named)
def test_msgmerge_changes_nothing_in_what_is_shipped(path: Path, tmp_path: Path) -> None:
    ours = path.read_text(encoding="utf-8")
    theirs = by_msgmerge(ours, (LOCALE / f"{path.stem}.pot").read_text(encoding="utf-8"), tmp_path)
    assert meaning(theirs) == meaning(ours)


def test_msgcat_and_msgattrib_read_what_is_merged_here() -> None:
    ours = worked_on("ar")
    entries = meaning(ours)
    assert meaning(said_by("msgcat", "-", text=ours)) == entries
    for asked, kept in (
        ("--only-fuzzy", lambda entry: "fuzzy" in entry.flags),
        ("--only-obsolete", lambda entry: entry.obsolete),
        ("--untranslated", lambda entry: not any(entry.said)),
    ):
        found = meaning(said_by("msgattrib", asked, "-", text=ours))
        assert found.items() >= {key: each for key, each in entries.items() if kept(each)}.items()


TEXTS = st.text(
    st.sampled_from('aåÅ "\\\n\t{}#~%ش。') | st.characters(categories=["L", "P", "Zs"]), min_size=1
)


@given(st.lists(TEXTS, min_size=1, max_size=5, unique=True), TEXTS)
@settings(max_examples=30)
def test_whatever_is_said_msgcat_reads_it_as_it_is_meant(texts: list[str], said: str) -> None:
    po = polib.pofile(merged(begun("x", "en", TODAY), pot(tuple(Source("x", "c", text) for text in texts))))
    for entry in po:
        entry.msgstr = said
    ours = merged(f"{po}\n", pot(()))
    back = merged(said_by("msgcat", "-", text=ours), pot(tuple(Source("x", "c", text) for text in texts)))
    assert {entry.msgid: entry.msgstr for entry in polib.pofile(back)} == dict.fromkeys(texts, said)


# --- files that other tools have rewritten ---------------------------------------------------------


def header_turned(po: str) -> str:
    """As Poedit and Weblate write it: other fields first, and some of their own."""
    head, _, entries = po.partition("\n\n")
    before, _, fields = head.partition('msgstr ""\n')
    turned = "\n".join(reversed(fields.splitlines()))
    return f'{before}msgstr ""\n{turned}\n"X-Generator: Weblate 5.8\\n"\n\n{entries}'


REWRITTEN: dict[str, Callable[[str], str]] = {
    "wrapped lines": lambda po: said_by("msgcat", "--width=30", "-", text=po),
    "sorted": lambda po: said_by("msgcat", "--sort-output", "-", text=po),
    "other header": header_turned,
    "Windows' line ends": lambda po: po.replace("\n", "\r\n"),
    "byte order mark": lambda po: f"\ufeff{po}",
    "other flags first": lambda po: po.replace(
        "#, python-brace-format, fuzzy", "#, fuzzy, python-brace-format"
    ),
    "no blank lines": lambda po: re.sub(r"\n\n+", "\n", po),
    "more blank lines": lambda po: po.replace("\n\n", "\n\n\n\n"),
    "no places": lambda po: re.sub(r"^#: .*\n", "", po, flags=re.MULTILINE),
    "a remark at the end": lambda po: f"{po}\n# That was all.\n",
    "indented": lambda po: said_by("msgcat", "--indent", "-", text=po),
}


@pytest.mark.parametrize("how", REWRITTEN)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_another_tool_has_rewritten_loses_nothing_here(how: str, language: str) -> None:
    ours = worked_on(language)
    theirs = REWRITTEN[how](ours)
    assert theirs != ours
    back = merged(theirs, pot(DAYS_OF_WORK[-1]))
    assert meaning(back) == meaning(ours)
    assert polib.pofile(back).metadata.items() >= polib.pofile(ours).metadata.items()


def test_guesses_of_msgmerge_are_kept_with_what_they_were_made_from(tmp_path: Path) -> None:
    before = translate(merged(begun("x", "ar", TODAY), pot(FIRST)))
    theirs = by_msgmerge(before, pot(SECOND), tmp_path)
    kept = meaning(merged(theirs, pot(SECOND)))
    guessed = {key: each for key, each in meaning(theirs).items() if "fuzzy" in each.flags}
    assert guessed
    assert kept.items() >= guessed.items()
    assert {text for each in meaning(theirs).values() for text in each.said} <= {
        text for each in kept.values() for text in each.said
    }
