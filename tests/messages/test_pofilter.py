"""The translate-toolkit's `pofilter` finds nothing to complain of in what is shipped, and would if there were something."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING

import polib
import pytest

from game.messages.merge import merged
from game.messages.sources import Source
from game.messages.template import begun, template
from game.resources import LOCALE
from tests.messages.pofilter import ALARMS, BY_LANGUAGE, NOWHERE, known_tests, remarks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LANGUAGES = sorted(path.parent.name for path in LOCALE.glob("*/LC_MESSAGES"))

pytestmark = pytest.mark.skipif(
    find_spec("translate") is None,
    reason="the translate-toolkit is not installed (pip install translate-toolkit)",
)


SLIPS = [
    ("Hej {name}.", "Hi.", "pythonbraceformat"),
    ("Hej {name}.", "Hi {nmae}.", "pythonbraceformat"),
    ("Han skriver igen.", "He is is writing again.", "doublewords"),
    ("Vänta 40 minuter.", "Wait some minutes.", "numbers"),
    ("Ring 116 111.", "Call 116 112.", "numbers"),
    ("Han skriver igen.", "He is writing again", "endpunc"),
    ("Vem är det?", "Who is it:", "endpunc"),
    ("Vänta, sa hon.", "Wait,she said.", "puncspacing"),
    ("Vänta, sa hon.", "Wait,  she said.", "doublespacing"),
    ("Vänta.", "wait.", "startcaps"),
    ("… och sedan?", "and then?", "startpunc"),
    ("Läs mer på www.bris.se", "Read more on www.kris.se", "urls"),
    ("Skriv till hej@bris.se", "Write to hi@bris.se", "emails"),
    ("En rad\nen till", "One line one more", "newlines"),
    ("Vänta.", "Wait. ", "endwhitespace"),
    ("Vänta.", " Wait.", "startwhitespace"),
    ("Vänta.", "  ", "blank"),
    ("Berätta för någon i dag", "x", "short"),
    ("{n} fel av {who}", "one mistake", "pythonbraceformat"),
]
"""A text, a translation that cannot be right, and the test that says so."""
FINE = {
    "en": [
        ("{n} fel", "one mistake"),
        ("nej nej", "no no"),
        ("Det är jag. Jag väntar.", "It is me. Me again."),
        ("Varje kväll 20–22", "Every evening 8–10 pm"),
        ("Tänk om det regnar.", "What if it rains?"),
    ],
    "fi": [
        ("020-57 70 70", "020-57 70 70"),
        ("{name} mobil", "Puhelin: {name}"),
        ("B R A Ö", "H Y V I N N Ä"),
    ],
    "so": [("En sak i taget.", "Mid mid."), ("det var ju TRE minuter", "SADDEX daqiiqo uun bay ahayd")],
}
"""Texts and translations that its tests take for slips, by their languages."""


def told(folder: Path, language: str, pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """What is complained of in texts with these translations: text and test. Texts with `{n}` count."""
    sources = {
        Source("x", str(number), text, plural=text if "{n}" in text else ""): said
        for number, (text, said) in enumerate(pairs)
    }
    new = begun("x", language, date(2026, 11, 26))
    po = polib.pofile(merged(new, template("x", sources)), wrapwidth=0)
    for entry, said in zip(po, sources.values(), strict=True):
        entry.msgstr = "" if entry.msgid_plural else said
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, said)
    (folder / "in").mkdir()
    po.save(str(folder / "in" / "x.po"))
    return {(each.text, each.test) for each in remarks(folder / "in", language, folder / "out")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_finds_nothing_to_complain_of(language: str, tmp_path: Path) -> None:
    assert remarks(LOCALE / language / "LC_MESSAGES", language, tmp_path / "out") == []


def test_slips_are_told(tmp_path: Path) -> None:
    found = told(tmp_path, "en", [(text, said) for text, said, _ in SLIPS])
    assert {(text, test) for text, _, test in SLIPS} - found == set()


@pytest.mark.parametrize("language", FINE)
def test_what_is_no_slip_is_not_told(tmp_path: Path, language: str) -> None:
    assert told(tmp_path, language, FINE[language]) == set()


def test_every_exclusion_is_of_a_test_that_there_is() -> None:
    named = {*NOWHERE, *(test for _, test in BY_LANGUAGE), *ALARMS}
    assert named <= known_tests()
    assert {language for language, _ in BY_LANGUAGE} <= set(LANGUAGES)
