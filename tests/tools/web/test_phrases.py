"""The page's words: each is asked for by its scripts, and none of those that are asked for is missing."""

from __future__ import annotations

import re

import pytest

from game.messages.catalog import open_catalog
from game.resources import LOCALE
from game.tools.web.building import STATIC
from game.tools.web.phrases import COUNTED, phrases, plurals

_NAMED = frozenset(
    {"friend", "sibling", "cousin", "classmate", "teammate", "teacher", "neighbour", "relative"}
)
"""Roles, which stories name."""


def _scripts() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(STATIC.glob("*.js")))


def test_everything_that_the_page_asks_for_by_name_is_there() -> None:
    asked = set(re.findall(r'(?<![\w.])(?:Beratta\.)?t\("(\w+)"', _scripts()))
    assert len(asked) > 50
    assert asked <= phrases(open_catalog(LOCALE, "sv")).keys()
    counted = set(re.findall(r'many\("(\w+)"', _scripts()))
    assert counted == plurals(open_catalog(LOCALE, "sv")).keys()


def test_no_phrase_is_there_for_nothing() -> None:
    scripts = _scripts()
    unused = [name for name in phrases(open_catalog(LOCALE, "sv")) if f'"{name}"' not in scripts]
    assert set(unused) <= _NAMED


@pytest.mark.parametrize("language", ["sv", "ar", "en", "so"])
def test_a_number_gets_the_form_of_its_language(language: str) -> None:
    words = open_catalog(LOCALE, language)
    flags = plurals(words)["flags"]
    assert len(flags["which"]) == COUNTED
    for n in (0, 1, 2, 3, 10, 11, 100, 102, 111):
        form = flags["forms"][int(flags["which"][n])]
        assert form.replace("{n}", str(n)) == words.plural("{n} flagga", "{n} flaggor", n)
    for n in (200, 203, 311):
        form = flags["forms"][int(flags["which"][100 + n % 100])]
        assert form.replace("{n}", str(n)) == words.plural("{n} flagga", "{n} flaggor", n)


def test_placeholders_stay_for_the_page_to_fill() -> None:
    assert phrases(open_catalog(LOCALE, "sv"))["chapter"] == "Kapitel {number} av {count}"
