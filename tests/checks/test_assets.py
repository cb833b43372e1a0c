"""What a story has and never shows: people, chapters, files; and an adult whose card says nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.checks.assets import problems
from game.checks.reachable import Counts
from game.checks.subject import Subject
from game.format.load import load_vocabulary, story_from_text
from game.resources import SCENARIOS
from game.story.engine import Machine
from game.story.explore import explore
from tests.format.stories import BASE, TODAY, VOCABULARY, base_with

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.problem import Problem

SPARE = {"noel", "daniel"}
"""Those of the base story who are there for others to use."""


def told(text: str, folder: Path | None = None) -> list[Problem]:
    loaded = story_from_text(text, VOCABULARY)
    assert loaded.value, loaded.problems
    found = explore(Machine(loaded.value))
    subject = Subject(loaded.value, found, Counts(loaded.value), "story.yaml", text, VOCABULARY, TODAY)
    return [
        each
        for each in problems(replace(subject, folder=folder))
        if dict(each.values).get("name") not in SPARE
    ]


def codes(snippet: str) -> list[str]:
    return [each.code for each in told(base_with(snippet))]


MOA = "cast:\n  moa: {name: Moa, portrait: {skin: 2}}\n"


def test_the_base_story_has_nothing_for_nothing() -> None:
    assert told(BASE) == []


def test_somebody_who_is_never_there_is_told_where_the_cast_names_them() -> None:
    (found,) = told(base_with(MOA))
    assert (found.code, dict(found.values)) == ("A580", {"name": "moa"})
    assert base_with(MOA).splitlines()[found.at.line - 1].strip().startswith("moa:")


@pytest.mark.parametrize(
    "there",
    [
        "- moa: Hej.",
        "- Moa går förbi.",
        "- Det är Moas cykel.",
        "- silence: Ingen säger något.\n  look: moa sad",
        "- phone: moa\n  owner: alva\n  messages:\n    - alva: Hej",
        "- phone: noel\n  owner: alva\n  title: Laget\n  messages:\n    - moa: Hej",
    ],
)
def test_somebody_who_speaks_writes_is_seen_or_mentioned_is_there(there: str) -> None:
    text = base_with(MOA).replace("    lines: # of rast\n", "    lines: # of rast\n%")
    indented = "".join(f"      {line}\n" for line in there.splitlines())
    assert told(text.replace("%", indented)) == []


def test_somebody_on_the_cover_or_in_the_picture_is_there() -> None:
    assert codes(MOA + "cover: {place: schoolyard, people: [moa]}\n") == []
    picture = base_with(MOA).replace("    lines: # of rast", "    people: [moa, hawa]\n    lines:")
    assert told(picture) == []


def test_an_adult_without_a_word_on_the_card_is_told() -> None:
    assert codes("cast:\n  samira: {name: Samira, adult: mentor}\n") == ["A581"]
    assert codes("cast:\n  samira: {name: Samira, adult: mentor, about: Lyssnar.}\n") == []


def test_a_chapter_that_never_begins_is_told_where_its_title_stands() -> None:
    text = base_with("chapters: [Rasten, Natten]\n")
    (found,) = told(text)
    assert found.code == "A582"
    assert dict(found.values) == {"number": "2", "title": "Natten"}
    assert text.splitlines()[found.at.line - 1][found.at.column - 1 :].startswith("Natten")


def test_files_that_do_not_belong_to_the_story_are_told(tmp_path: Path) -> None:
    for name in ("story.yaml", "kort.plan", "released.yaml", "README.md", ".DS_Store", "Thumbs.db"):
        (tmp_path / name).touch()
    (tmp_path / "locale").mkdir()
    assert told(BASE, tmp_path) == []
    for name in ("story.yaml~", "utkast.docx", "Story.yaml"):
        (tmp_path / name).touch()
    found = told(BASE, tmp_path)
    assert {each.code for each in found} == {"A583"}
    assert {dict(each.values)["file"] for each in found} == {"story.yaml~", "utkast.docx", "Story.yaml"}
    assert {(each.at.line, each.at.column) for each in found} != {(0, 0)}


def test_a_folder_that_is_not_there_is_not_talked_about(tmp_path: Path) -> None:
    assert told(BASE, tmp_path / "nowhere") == []


def test_the_stories_that_are_shipped_have_nothing_for_nothing() -> None:
    folders = [path.parent for path in SCENARIOS.glob("*/story.yaml")]
    assert folders
    for folder in folders:
        assert _shipped(folder) == []


def _shipped(folder: Path) -> list[Problem]:
    text = (folder / "story.yaml").read_text(encoding="utf-8")
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary
    loaded = story_from_text(text, vocabulary)
    assert loaded.value, loaded.problems
    found = explore(Machine(loaded.value))
    return list(
        problems(
            Subject(loaded.value, found, Counts(loaded.value), "story.yaml", text, vocabulary, TODAY, folder)
        )
    )
