"""Every code has a page whose failing example fails with it, and whose mended example does not."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import game
from game.format import diagnostics
from game.format.nodes import Mapping, read
from game.format.reading import Reading
from game.format.vocabulary import help_entries
from tests.format.stories import BASE, all_problems, base_with, codes

SOURCE = Path(game.__file__).parent
PAGES = {path.stem: path for path in (SOURCE / "format" / "diagnostics").glob("*.md")}
CODE = re.compile(r"[A-Z][0-9]{3}")
EXAMPLE = re.compile(r"```yaml(?: ([\w.]+))?\n(.*?)\n```", re.DOTALL)

# What no text can show: the state of a file, or a size. tests/format/test_files.py, test_nodes.py,
# test_parse.py and test_limits.py have them.
WITHOUT_EXAMPLE = {"F101", "F102", "F103", "F104", "F105", "F106", "F113", "F119", "F130", "F136", "F290"}


def _codes_in_source() -> set[str]:
    found: set[str] = set()
    for folder in ("format", "story"):
        for path in (SOURCE / folder).glob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            texts = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
            found |= {text for text in texts if isinstance(text, str) and CODE.fullmatch(text)}
    return found


def _example_codes(kind: str, text: str) -> list[str]:
    if kind == "help.yaml":
        reading = Reading()
        tree = read(text, kind).value
        assert tree
        help_entries(reading, tree)
        return [problem.code for problem in reading.problems]
    return codes(text if kind == "whole" else base_with(text))


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
    assert set(page.meant) in ({"sv", "en"}, set())
    assert len(page.prose) > 100


def test_no_two_pages_have_the_same_name() -> None:
    names = [diagnostics.page(code).name for code in PAGES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("code", sorted(set(PAGES) - WITHOUT_EXAMPLE))
def test_the_failing_example_of_a_page_fails_with_its_code_and_the_mended_one_does_not(code: str) -> None:
    (kind, failing), (other_kind, mended) = EXAMPLE.findall(diagnostics.page(code).prose)

    assert code in _example_codes(kind, failing)
    if kind == "whole":
        assert code not in _example_codes(other_kind, mended)
    else:
        assert _example_codes(other_kind, mended) == []


@pytest.mark.parametrize("code", sorted(WITHOUT_EXAMPLE))
def test_a_page_without_an_example_has_none(code: str) -> None:
    assert not EXAMPLE.findall(diagnostics.page(code).prose)


@pytest.mark.parametrize("code", sorted(set(PAGES) - WITHOUT_EXAMPLE - {"F129"}))  # not of a story
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_words_of_an_example_have_no_hole_left_open(code: str, language: str) -> None:
    ((kind, failing), _) = EXAMPLE.findall(diagnostics.page(code).prose)
    text = failing if kind == "whole" else base_with(failing)
    problem = next(problem for problem in all_problems(text) if problem.code == code)
    values = dict(problem.values)
    holes = re.findall(r"\{(\w+)", diagnostics.page(code).what[language])

    assert all(values.get(hole) for hole in holes)


def test_every_term_stands_in_both_languages() -> None:
    tree = read((SOURCE / "format" / "diagnostics" / "terms.yaml").read_text(encoding="utf-8"), "terms.yaml")
    assert isinstance(tree.value, Mapping)
    for _, texts in tree.value.items:
        assert isinstance(texts, Mapping)
        assert {language.text for language, _ in texts.items} == {"sv", "en"}
