"""What `scenarios/README.md` tells authors: its tables name exactly what there is, and its examples can be read."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

import pytest

from game.format.load import load_vocabulary
from game.format.nodes import read
from game.resources import SCENARIOS
from game.story.model import Expression, Posture

if TYPE_CHECKING:
    from game.format.vocabulary import Vocabulary

GUIDE = (SCENARIOS / "README.md").read_text(encoding="utf-8")
TABLE = re.compile(r"(?:^\|.*\n)+", re.MULTILINE)
EXAMPLE = re.compile(r"^( *)```yaml\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`]+)`")


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    loaded = load_vocabulary(SCENARIOS)
    assert loaded.value
    assert not loaded.problems
    return loaded.value


def rows(heading: str) -> list[list[str]]:
    """The cells of the one table whose first column has this heading."""
    (table,) = (found for found in TABLE.findall(GUIDE) if found.startswith(f"| {heading} |"))
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines())
    return list(cells)[2:]


def words(cell: str) -> list[str]:
    return CODE.findall(cell)


def test_every_expression_and_every_posture_is_told_in_its_order() -> None:
    assert [words(row[0]) for row in rows("the face")] == [[face.value] for face in Expression]
    assert [words(row[0]) for row in rows("the posture")] == [[posture.value] for posture in Posture]
    assert all(row[1] for row in (*rows("the face"), *rows("the posture")))


def test_every_option_of_a_portrait_is_told_with_exactly_its_values(vocabulary: Vocabulary) -> None:
    options = vocabulary.portrait
    told = {option: words(values) for (name, values, _) in rows("option") for option in words(name)}
    ends = [options["age"][0], options["age"][-1]]
    assert told == {option: list(values) for option, values in options.items()} | {"age": ends}


def test_every_place_is_told_with_its_light_and_when_to_use_it(vocabulary: Vocabulary) -> None:
    told = rows("`place:`")
    assert {words(name)[0]: light for name, _, light in told} == {
        name: place.light for name, place in vocabulary.places.items()
    }
    assert len({when for _, when, _ in told}) == len(vocabulary.places)


def test_every_sign_is_told_by_the_form_that_it_belongs_to(vocabulary: Vocabulary) -> None:
    told = {sign: (*words(form), "")[0] for form, _, signs in rows("form") for sign in words(signs)}
    assert told == {name: sign.form for name, sign in vocabulary.signs.signs.items()}
    labels = {words(form)[0]: label for form, label, _ in rows("form") if words(form)}
    assert labels == {name: form.label for name, form in vocabulary.signs.forms.items()}


@pytest.mark.parametrize("example", EXAMPLE.findall(GUIDE), ids=lambda found: found[1].split(":")[0].strip())
def test_an_example_is_yaml_that_an_author_could_write(example: tuple[str, str]) -> None:
    loaded = read(textwrap.dedent(example[1]), "README.md")
    assert loaded.value is not None
    assert not loaded.problems


def test_the_guide_has_the_whole_story_and_a_place_as_examples() -> None:
    assert len(EXAMPLE.findall(GUIDE)) == 2
