"""The translate-toolkit's `pofilter` over a folder of translations: what it complains of that a translator should mend.

Some of its tests cannot hold for a game, or for a language, or for a text of a certain kind; each of those stands here with
the reason. All others hold for every text.
"""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

import polib

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

NOWHERE = {
    "acronyms": "capitals are loud words here (du skriver TROR), or a school subject (SO)",
    "brackets": "a Swedish service is explained in brackets: Bris (children’s helpline)",
    "isfuzzy": "a text that waits is no mistake; beratta messages status counts it",
    "sentencecount": "messages are written without full stops, and easy Swedish cuts long sentences in two",
    "simplecaps": "languages differ in what they capitalise, and Arabic has no capitals",
    "spellcheck": "it needs dictionaries that few machines have",
    "unchanged": "names, keys and addresses stay; tests/messages/test_locale.py and M610 look for all others",
    "untranslated": "what is missing is shown in Swedish; beratta messages status counts it",
}
"""Tests that hold for no language, and why."""

BY_LANGUAGE = {
    ("sv@lattlast", "endpunc"): "easy Swedish says things in another way: a heading can become a question",
    **{
        (language, "doublequoting"): "it counts quotation marks by how they look, and Swedish has others"
        for language in ("en", "ar", "so")
    },
    (
        "sv@lattlast",
        "doublequoting",
    ): "easy Swedish says outright what the Swedish quotes, and quotes what it tells about",
}
"""Tests that do not hold for a language, and why."""

_SAID_TWICE = frozenset(
    [
        "mid",
        "lambar",
        "hei",
        "جدًا",
        "خطوة",
        "رقمًا",
        "laba",
        "hal",
        "xaraf",
        "اثنين",
        "meel",
        "tartiib",
        "sadar",
        "la",
        "tuiki",
    ]
)
"""Words that are said twice on purpose: mid mid (one by one), laba laba and اثنين اثنين (two and two), hei hei (goodbye), جدًا جدًا
(very much), tartiib tartiib (slowly), la la (with each other), tuiki tuiki (of the song).
"""
_TWICE = re.compile(r"(?<!\w)([^\W\d]+) \1(?!\w)", re.IGNORECASE)
_HOURS = re.compile(r"\d–\d|\b\d\d\.\d\d\b")
_PLACEHOLDER = re.compile(r"\{\w+\}")
_OF_TEST = re.compile(r"\(pofilter\) (\w+): (.*)")
_SHOUTED = re.compile(r"\b[^\W\d_a-zåäö]{3,}\b")
_ENDS = tuple(".!?…؟")
_OPENS = tuple("{”“«")


class Remark(NamedTuple):
    """What a test said of a translation."""

    test: str
    domain: str
    text: str
    said: str
    why: str


def _doubled_on_purpose(entry: polib.POEntry, why: str) -> bool:
    """Two sentences that meet, a number, a word that is spelled, and what the Swedish says twice are no slip either."""
    del why
    found = {match[1].casefold() for said in _forms(entry) for match in _TWICE.finditer(said)}
    return {each for each in found if len(each) > 1} <= _SAID_TWICE or bool(_TWICE.search(entry.msgid))


def _number_in_words(entry: polib.POEntry, why: str) -> bool:
    """A form for none, one or two says the number in a word, as `Catalog.plural` allows."""
    missing = set(_PLACEHOLDER.findall(why.replace("{{", "{").replace("}}", "}")))
    return bool(entry.msgid_plural) and "absent" in why and missing == {"{n}"}


def _hours(entry: polib.POEntry, why: str) -> bool:
    """A clock is written as the language does it: 19–21 is 7–9 pm, and 00.47 is 00:47."""
    del why
    return bool(_HOURS.search(entry.msgid))


def _ends_somehow(entry: polib.POEntry, why: str) -> bool:
    """What is stated in one language is asked or called out in another; but a sentence ends, and half a one does not."""
    del why
    return entry.msgid.endswith(_ENDS) and all(said.endswith(_ENDS) for said in _forms(entry))


def _begins_with_value(entry: polib.POEntry, why: str) -> bool:
    """What comes first in one language, a value, a quotation or a word that is shouted, is elsewhere in another; a word to be
    explained may be a name there.
    """
    del why
    return (
        entry.msgctxt == "words"
        or bool(_SHOUTED.search(entry.msgid) and _SHOUTED.match(_forms(entry)[0]))
        or entry.msgid.startswith(_OPENS)
        or any(said.startswith(_OPENS) for said in _forms(entry))
    )


def _around_value(entry: polib.POEntry, why: str) -> bool:
    """Values are taken out before blanks are counted, and leave some; and what ends a quotation stands in some languages
    inside its marks, in others outside.
    """
    del why
    return bool(_PLACEHOLDER.search(entry.msgid)) or "”" in entry.msgid


def _nothing_yet(entry: polib.POEntry, why: str) -> bool:
    """Forms that nobody has translated yet are counted as none."""
    del why
    return not any(_forms(entry))


ALARMS: dict[str, Callable[[polib.POEntry, str], bool]] = {
    "doublewords": _doubled_on_purpose,
    "pythonbraceformat": _number_in_words,
    "numbers": _hours,
    "endpunc": _ends_somehow,
    "startpunc": _begins_with_value,
    "startcaps": _begins_with_value,
    "puncspacing": _around_value,
    "nplurals": _nothing_yet,
}
"""Tests that hold, but for texts of a kind that they know nothing of."""


def remarks(folder: Path, language: str, out: Path) -> list[Remark]:
    """What is left to complain of in a folder of PO files in a language; `out` is a folder that is not there yet."""
    skipped = [*NOWHERE, *(test for of, test in BY_LANGUAGE if of == language)]
    command = [
        *(sys.executable, "-m", "translate.filters.pofilter", "--progress=none", "--errorlevel=message"),
        *(f"--language={language}", *(f"--excludefilter={test}" for test in skipped)),
        *(str(folder), str(out)),
    ]
    out.mkdir()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    return [each for path in sorted(out.rglob("*.po")) for each in _told(path)]


def known_tests() -> set[str]:
    """The names of all tests that there are."""
    command = [sys.executable, "-m", "translate.filters.pofilter", "--listfilters"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {line.split("\t")[0] for line in done.stdout.splitlines()}


def _told(path: Path) -> Iterator[Remark]:
    for entry in polib.pofile(str(path), encoding="utf-8"):
        for test, why in _OF_TEST.findall(entry.tcomment):
            if test not in ALARMS or not ALARMS[test](entry, why):
                yield Remark(test, path.stem, entry.msgid, " / ".join(_forms(entry)), why)


def _forms(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
