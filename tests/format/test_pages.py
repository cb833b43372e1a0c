"""Every code has a page whose failing example fails with it, and whose mended example does not."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import game
from game.format import diagnostics
from game.format.nodes import Mapping, read
from tests.format.page_examples import PIECES, example_problems
from tests.format.stories import BASE, all_problems

SOURCE = Path(game.__file__).parent
PAGES = {path.stem: path for path in (SOURCE / "format" / "diagnostics").glob("*.md")}
CODE = re.compile(r"[A-Z][0-9]{3}")
HOLE = re.compile(r"\{(\w+)")

# What no example can show in a moment; tests/format/test_nodes.py and tests/story/test_check.py show it.
WITHOUT_EXAMPLE = {
    "F113",  # six hundred thousand parts take ten seconds to read
    "F290",  # a hundred thousand states take as long to look into
}


def _codes_in_source() -> set[str]:
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
        found |= {text for text in texts if isinstance(text, str) and CODE.fullmatch(text)}
    return found


# A snippet takes the place of a piece of the base story, which may then lack its sign or always take the same way.
OF_THE_BASE = {"S712", "L303", "L304", "L302"}
# A listing has no more plans than it is about, and help that is shipped may be due for another look.
OF_FILES = {"P950", "P951", "S703"}


def test_no_code_is_without_a_page_and_no_page_without_a_code() -> None:
    assert _codes_in_source() == set(PAGES)


def test_the_base_story_has_no_problem() -> None:
    assert all_problems(BASE) == ()


@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_page_says_its_code_and_says_it_in_both_languages(code: str) -> None:
    page = diagnostics.page(code)

    assert page.code == code
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", page.name)
    assert page.severity in {"error", "warning"}
    assert set(page.what) == {"sv", "en"}
    assert set(page.why) == {"sv", "en"}
    assert set(page.meant) in ({"sv", "en"}, set())


@pytest.mark.parametrize("code", sorted(PAGES))
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_page_says_in_one_sentence_why_it_matters_and_then_how_to_mend_it(code: str, language: str) -> None:
    why = diagnostics.page(code).why[language]
    first = diagnostics.first_sentence(why)

    assert 20 < len(first) <= 160
    assert len(why) > len(first)


def test_no_two_pages_have_the_same_name() -> None:
    names = [diagnostics.page(code).name for code in PAGES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", sorted(set(PAGES) - WITHOUT_EXAMPLE))
def test_the_failing_example_of_a_page_fails_with_its_code_and_leaves_no_hole_in_its_words(
    code: str, tmp_path: Path
) -> None:
    page = diagnostics.page(code)
    assert page.failing

    told = [each for each in example_problems(page.failing, code, tmp_path) if each.code == code]
    assert told
    values = dict(told[0].values)
    assert [
        hole for words in page.what.values() for hole in HOLE.findall(words) if not values.get(hole)
    ] == []


@pytest.mark.parametrize("code", sorted(set(PAGES) - WITHOUT_EXAMPLE))
def test_the_mended_example_of_a_page_does_not_fail(code: str, tmp_path: Path) -> None:
    page = diagnostics.page(code)
    assert page.mended

    mended = {each.code for each in example_problems(page.mended, code, tmp_path)}
    if page.mended.kind == "whole":
        assert code not in mended
    else:
        assert mended <= (OF_FILES if page.mended.kind in {"files", *PIECES} else OF_THE_BASE) - {code}


@pytest.mark.parametrize("code", sorted(WITHOUT_EXAMPLE))
def test_a_page_without_an_example_has_none(code: str) -> None:
    page = diagnostics.page(code)
    assert (page.failing, page.mended) == (None, None)


def test_every_term_stands_in_both_languages() -> None:
    tree = read((SOURCE / "format" / "diagnostics" / "terms.yaml").read_text(encoding="utf-8"), "terms.yaml")
    assert isinstance(tree.value, Mapping)
    for _, texts in tree.value.items:
        assert isinstance(texts, Mapping)
        assert {language.text for language, _ in texts.items} == {"sv", "en"}
