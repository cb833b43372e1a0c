"""Every code has a page whose failing example fails with it, and whose mended example does not."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import game
from game.checks import help_dates
from game.checks.compatibility import lost
from game.checks.everything import LAYOUT_CODES
from game.checks.pictures import alt_problems, place_problems
from game.checks.subject import Shared
from game.format import diagnostics
from game.format.load import story_from_text
from game.format.nodes import Mapping, read
from game.format.plans import plan_problems
from game.format.reading import Reading
from game.format.released import released_from_text
from game.format.vocabulary import help_entries, places
from tests.checks import translated
from tests.format.stories import BASE, TODAY, VOCABULARY, all_problems, base_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.format.diagnostics import Example
    from game.story.model import Story
    from game.story.problem import Problem

SOURCE = Path(game.__file__).parent
PAGES = {path.stem: path for path in (SOURCE / "format" / "diagnostics").glob("*.md")}
CODE = re.compile(r"[A-Z][0-9]{3}")

# What no text can show: the state of a file, or a size. tests/format/test_files.py, test_nodes.py,
# test_parse.py and test_limits.py have them.
WITHOUT_EXAMPLE = {
    *("F101", "F102", "F103", "F104", "F105", "F106", "F113", "F119", "F130", "F136", "F141", "F290"),
    *("A560", "A561", "A562", "A563", "A564", "A569", "A575", "A579", "A583", "A584"),
    *("M612", "M614", "P909", "P914", "P951"),
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


def example_problems(example: Example, code: str) -> Sequence[Problem]:
    """What is said of an example, as the kind of file that it is a piece of."""
    layout = code.startswith(LAYOUT_CODES)
    match example.kind:
        case "help.yaml":
            reading = Reading()
            tree = read(example.text, example.kind).value
            assert tree
            entries = help_entries(reading, tree)
            shared = Shared(Path(), replace(VOCABULARY, help=entries), TODAY, {example.kind: example.text})
            return [*reading.problems, *help_dates.problems(shared)]
        case "released.yaml":
            story, released = base_story(), released_from_text(example.text).value
            assert released
            return list(lost(story, released, story.at))
        case "po":
            return translated.told(example.text)
        case "plan":
            return plan_problems(base_story(), example.text, "kort.plan")
        case "svg":
            return list(place_problems(example.text, "picture.svg"))
        case "places.yaml":
            tree = read(example.text, example.kind).value
            assert tree
            return list(alt_problems(places(Reading(), tree), example.text))
        case "whole":
            return all_problems(example.text)
        case _:
            return all_problems(base_with(example.text), layout=layout)


def base_story() -> Story:
    story = story_from_text(BASE, VOCABULARY).value
    assert story
    return story


def example_codes(example: Example, code: str) -> list[str]:
    return [problem.code for problem in example_problems(example, code)]


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
def test_the_failing_example_of_a_page_fails_with_its_code_and_the_mended_one_does_not(code: str) -> None:
    page = diagnostics.page(code)
    assert page.failing
    assert page.mended

    assert code in example_codes(page.failing, code)
    if page.mended.kind == "whole":
        assert code not in example_codes(page.mended, code)
    else:
        assert set(example_codes(page.mended, code)) <= OF_THE_BASE - {code}


@pytest.mark.parametrize("code", sorted(WITHOUT_EXAMPLE))
def test_a_page_without_an_example_has_none(code: str) -> None:
    page = diagnostics.page(code)
    assert (page.failing, page.mended) == (None, None)


@pytest.mark.parametrize("code", sorted(set(PAGES) - WITHOUT_EXAMPLE))
@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_words_of_an_example_have_no_hole_left_open(code: str, language: str) -> None:
    page = diagnostics.page(code)
    assert page.failing
    problem = next(problem for problem in example_problems(page.failing, code) if problem.code == code)
    values = dict(problem.values)
    holes = re.findall(r"\{(\w+)", page.what[language])

    assert all(values.get(hole) for hole in holes)


def test_every_term_stands_in_both_languages() -> None:
    tree = read((SOURCE / "format" / "diagnostics" / "terms.yaml").read_text(encoding="utf-8"), "terms.yaml")
    assert isinstance(tree.value, Mapping)
    for _, texts in tree.value.items:
        assert isinstance(texts, Mapping)
        assert {language.text for language, _ in texts.items} == {"sv", "en"}
