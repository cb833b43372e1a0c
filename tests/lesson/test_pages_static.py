"""What pages are made with beside words: nothing from elsewhere, and nothing that an old browser does not read."""

from __future__ import annotations

import re

import pytest

from game.lesson.pages_static import SECURITY, icon, static_files
from game.lesson.pages_symbol import picture
from game.screens.lesson.symbols import SHAPES

SCRIPTS = {name: served.body.decode() for name, served in static_files().items() if name.endswith(".js")}
STYLE = static_files()["page.css"].body.decode()


def test_letters_of_every_language_are_served_from_here() -> None:
    urls = re.findall(r"url\(([^)]*)\)", STYLE)
    assert urls
    assert all(url in static_files() for url in urls)


@pytest.mark.parametrize("text", [STYLE, *SCRIPTS.values()], ids=["page.css", *SCRIPTS])
def test_nothing_is_fetched_from_elsewhere(text: str) -> None:
    assert not re.search(r"https?:|//[a-z]+\.|@import", text.replace("http://www.w3.org/2000/svg", ""))


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_read_by_the_browsers_of_old_school_computers(name: str) -> None:
    code = re.sub(r"//[^\n]*", "", SCRIPTS[name])
    newer = r"\?\.|\?\?|\|\|=|&&=|replaceAll|\bimport\b|structuredClone|\.at\(|serviceWorker|crypto\.subtle|localStorage|innerText|\beval\b"
    assert not re.findall(newer, code)


def test_the_style_is_read_by_them_too() -> None:
    assert not re.findall(
        r":has\(|:is\(|:where\(|@layer|@container|aspect-ratio|(?<!scroll-)\binset\b|&", STYLE
    )
    depth = 0
    for sign in re.findall(r"@media|@keyframes|[{}]", STYLE):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        assert 0 <= depth <= 2


def test_the_headers_let_in_only_what_is_served_from_here() -> None:
    rules = dict(rule.strip().split(" ", 1) for rule in SECURITY["Content-Security-Policy"].split(";"))
    assert rules.pop("default-src") == "'none'"
    assert set(rules.values()) == {"'self'", "'none'"}


def test_icons_take_the_colour_of_the_words_and_are_not_read_aloud() -> None:
    assert "#000000" not in icon("flag")
    assert 'aria-hidden="true"' in icon("flag")


def test_every_shape_of_a_seat_has_a_picture_of_its_own() -> None:
    assert len({picture(f"{shape}-fox") for shape in SHAPES}) == len(SHAPES)
