"""The schema for editors: it knows what the parser knows, and never refuses what the parser accepts."""

from __future__ import annotations

import ast
import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.format import (
    keys,
    parse,
    parse_exits,
    parse_lines,
    parse_logic,
    parse_review,
    parse_scenes,
    reading,
)
from game.format.diagnostics import render
from game.format.load import list_stories, load_vocabulary, story_from_text
from game.format.schema import schema_text, story_schema
from game.format.schema_line import OWN_SCHEMA_LINE, SCHEMA_FILE, SCHEMA_LINE, schema_problems
from game.format.schema_parts import name, standing
from game.format.schema_words import EXAMPLES
from game.format.vocabulary import Vocabulary
from game.resources import SCENARIOS
from game.story.model import Expression, Posture
from tests.format.editors import changed, seen, tree_of, written
from tests.format.snippets import ACCEPTED, REFUSED
from tests.format.stories import BASE, CASES, VOCABULARY, base_with
from tests.format.test_fuzz import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

SCHEMA: dict[str, Any] = json.loads(schema_text(VOCABULARY))
VALIDATOR = jsonschema.Draft7Validator(SCHEMA)
# Whether somebody has approved a story is no matter of its shape.
GOOD = [
    BASE,
    (CASES / "good" / "allt.yaml").read_text(encoding="utf-8").replace("review: approved", "review: draft"),
]
# A text that is YAML's word for nothing is no text; as a key, an editor sees a text like any other.
PUT_IN = [*(word for word in WORDS if word not in {"~", "null"}), "sgin", "wehn", "wyh", "alva sad"]
PARSERS = (parse, parse_exits, parse_lines, parse_logic, parse_review, parse_scenes)

STRUCTURAL = {
    *("F120", "F121", "F122", "F123", "F128", "F135", "F252", "F253", "F254", "F255"),
    *("A550", "A551", "A552", "A553", "A554", "A555"),
    *("T450", "T452", "T453", "T454", "T455", "T456", "S751"),
}
"""What is wrong whatever the rest of the story says."""


def accepts(text: str) -> bool:
    return bool(VALIDATOR.is_valid(seen(text)))


def told(text: str) -> list[str]:
    return [f"{error.json_path}: {error.message[:200]}" for error in VALIDATOR.iter_errors(seen(text))]


# --- one declaration -------------------------------------------------------------------------------


def parsed_keys() -> Iterator[tuple[str, frozenset[str]]]:
    """What every `Fields(…)` of the parsers is, and which keys it may have, names that a story gives left out."""
    for module in PARSERS:
        for node in ast.walk(ast.parse(Path(module.__file__ or "").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Fields":
                where, listed = node.args[2:]
                assert isinstance(where, ast.Constant)
                yield str(where.value), _evaluated(listed, module)


def _evaluated(listed: ast.expr, module: ModuleType) -> frozenset[str]:
    if isinstance(listed, ast.Tuple):
        listed.elts = [
            each
            for each in listed.elts
            if not (isinstance(each, ast.Starred) and isinstance(each.value, ast.Call))
        ]
    return frozenset(eval(compile(ast.Expression(listed), "keys", "eval"), vars(module)))


def schema_keys() -> Iterator[tuple[str, frozenset[str]]]:
    """What every mapping of the schema with keys of its own is, and which it may have."""
    for title, schema in {"story": SCHEMA, **SCHEMA["definitions"]}.items():
        yield from ((title.split("_")[0], found) for found in _own_keys(schema))


def _own_keys(schema: dict[str, Any]) -> Iterator[frozenset[str]]:
    if schema.get("additionalProperties") is False:
        yield frozenset(key for key, value in schema["properties"].items() if value is not False)
    for inner in ("then", "else"):
        if isinstance(schema.get(inner), dict):
            yield from _own_keys(schema[inner])


def test_every_key_that_the_parser_reads_is_in_the_schema_at_its_place() -> None:
    known = set(schema_keys())
    parsed = set(parsed_keys())

    assert {where for where, _ in parsed} == {
        *(
            "story",
            "review",
            "cover",
            "person",
            "bounds",
            "scene",
            "choice",
            "hearing",
            "beginning",
            "ending",
        ),
        *("eyes", "line", "phone"),
    }
    assert not parsed - known


def test_every_key_of_the_schema_is_read_by_the_parser_at_that_place() -> None:
    parsed = set(parsed_keys())
    unread = [
        (where, own)
        for where, own in schema_keys()
        if where in {place for place, _ in parsed}
        and not any(own <= read for place, read in parsed if place == where)
        and own != {"phone", "silence", "narration", "feel"}  # what a line can begin with
    ]
    assert not unread


def test_a_key_that_is_new_to_the_parser_and_not_described_is_no_schema(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(keys, "COVER", (*keys.COVER, "weather"))

    with pytest.raises(KeyError, match="weather"):
        story_schema(VOCABULARY)


def test_the_words_of_the_engine_and_of_the_shared_files_are_all_explained() -> None:
    lists = list(_enums(SCHEMA))
    words = {tuple(each["enum"]) for each in lists}

    assert {tuple(VOCABULARY.places), tuple(VOCABULARY.signs.signs), tuple(VOCABULARY.signs.forms)} <= words
    assert all(
        len(each["enum"]) == len(each["enumDescriptions"]) for each in lists if "enumDescriptions" in each
    )
    assert all(all(each["enumDescriptions"]) for each in lists if "enumDescriptions" in each)


@pytest.mark.parametrize("key", EXAMPLES)
def test_an_example_that_editors_show_is_as_it_should_be_written(key: str) -> None:
    places = [schema["properties"][key] for schema in _mappings(SCHEMA) if key in schema["properties"]]
    shown = seen(EXAMPLES[key])

    assert places
    assert isinstance(shown, dict)
    for place in places:
        whole = jsonschema.Draft7Validator({"definitions": SCHEMA["definitions"], "properties": {key: place}})
        assert [error.message for error in whole.iter_errors(shown)] == []


def _mappings(schema: Any) -> Iterator[dict[str, Any]]:
    """Every mapping of the schema with keys of its own."""
    if isinstance(schema, dict):
        if isinstance(schema.get("additionalProperties"), bool):
            yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for inner in schema:
            yield from _mappings(inner)


def _enums(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        if isinstance(schema.get("enum"), list):
            yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for inner in schema:
            yield from _enums(inner)


# --- what it accepts -------------------------------------------------------------------------------


def test_it_is_a_schema_of_draft_7() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("text", GOOD, ids=["rasten", "allt"])
def test_a_good_story_is_accepted(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("story", list_stories(SCENARIOS))
def test_a_shipped_story_is_accepted_by_the_shipped_schema(story: str) -> None:
    shipped = json.loads((SCENARIOS / SCHEMA_FILE).read_text(encoding="utf-8"))
    text = (SCENARIOS / story / "story.yaml").read_text(encoding="utf-8")

    assert [error.message for error in jsonschema.Draft7Validator(shipped).iter_errors(seen(text))] == []


@pytest.mark.parametrize("snippet", ACCEPTED)
def test_what_the_guide_shows_is_accepted(snippet: str) -> None:
    text = base_with(snippet)

    assert told(text) == []
    assert not {problem.code for problem in story_from_text(text, VOCABULARY).problems} & STRUCTURAL


@pytest.mark.parametrize("word", ["yes", "Yes", "on", "TRUE", "true", "no", "OFF", "False"])
def test_yes_and_no_are_taken_in_all_words_of_both_yamls(word: str) -> None:
    text = BASE.replace("{do: {trust: +1}, go: magen}", f"{{go: magen, wait: {word}, do: {{trust: 1}}}}")

    assert story_from_text(text, VOCABULARY).value
    assert told(text) == []


@given(st.from_regex(reading._ID, fullmatch=True))
@example("åsa-2_ö")
@example("_x")
def test_whatever_can_be_a_name_is_accepted_as_one(word: str) -> None:
    assert jsonschema.Draft7Validator(json.loads(json.dumps(name("en scen")))).is_valid(word)


@pytest.mark.parametrize("face", ["", *(face.value for face in Expression)])
@pytest.mark.parametrize("posture", ["", *(posture.value for posture in Posture)])
def test_every_face_and_posture_is_accepted_in_any_order(face: str, posture: str) -> None:
    anybody = jsonschema.Draft7Validator(json.loads(json.dumps(standing())))

    assert anybody.is_valid(" ".join(filter(None, ("alva", face, posture))))
    assert anybody.is_valid("  ".join(filter(None, ("åke-2", posture, face))))
    assert not anybody.is_valid(" ".join(("alva", face or "sad", face or "angry")))


def test_without_shared_files_any_name_will_do() -> None:
    empty = jsonschema.Draft7Validator(json.loads(schema_text(Vocabulary())))

    assert empty.is_valid(seen(BASE.replace("schoolyard", "månen").replace("must_report", "nytt_tecken")))
    assert not empty.is_valid(seen(BASE.replace("schoolyard", "en sal")))


# --- what it refuses -------------------------------------------------------------------------------


@pytest.mark.parametrize("snippet", REFUSED)
def test_what_can_be_seen_to_be_wrong_is_refused(snippet: str) -> None:
    text = base_with(snippet)

    assert story_from_text(text, VOCABULARY).value is None, "the parser refuses it too"
    assert not accepts(text)


@pytest.mark.parametrize(
    "path",
    [path for path in sorted((CASES / "bad").glob("*.yaml")) if path.stem != "dubbelt"],
    ids=lambda path: path.stem,
)
def test_a_bad_story_that_is_yaml_is_refused(path: Path) -> None:
    assert not accepts(path.read_text(encoding="utf-8"))


@given(st.sampled_from(GOOD), st.integers(), st.integers(1, 2))
@settings(max_examples=400)
def test_what_the_parser_accepts_the_schema_accepts_and_what_is_plainly_wrong_it_refuses(
    story: str, seed: int, changes: int
) -> None:
    chance, tree = random.Random(seed), tree_of(story)
    for _ in range(changes):
        changed(tree, chance, PUT_IN)
    text = written(tree).lstrip("\n") + "\n"

    found = {problem.code for problem in story_from_text(text, VOCABULARY).problems}

    if not found:
        assert told(text) == []
    if found & STRUCTURAL:
        assert not accepts(text), found


def test_the_shipped_schema_is_the_one_that_would_be_made_now() -> None:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary

    assert (SCENARIOS / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text(vocabulary), (
        "refresh it: python -m game.tools.update_schema"
    )


# --- the line that names it ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        *sorted((CASES / "good").glob("*.yaml")),
        *(SCENARIOS / story / "story.yaml" for story in list_stories(SCENARIOS)),
    ],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_the_first_line_of_a_story_leads_to_the_schema(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    first = text.split("\n", 1)[0]

    assert list(schema_problems(text, path.name)) == []
    assert (path.parent / first.partition("=")[2]).resolve() == (SCENARIOS / SCHEMA_FILE).resolve()


@pytest.mark.parametrize("line", [SCHEMA_LINE, OWN_SCHEMA_LINE, "# $schema: story.schema.json"])
def test_a_line_that_editors_understand_is_enough(line: str) -> None:
    assert list(schema_problems(f"{line}\ntitle: Rasten\n", "story.yaml")) == []


@pytest.mark.parametrize(
    "text", ["", "title: Rasten\n", f"\n{SCHEMA_LINE}\n", "# yaml-language-server: $schema=\n"]
)
def test_a_story_whose_first_line_names_no_schema_is_told_what_to_add(text: str) -> None:
    (problem,) = schema_problems(text, "rasten/story.yaml")

    shown = render(problem)
    assert (shown.code, shown.severity, shown.line, shown.column) == ("F140", "warning", 1, 1)
    assert OWN_SCHEMA_LINE in shown.meant
