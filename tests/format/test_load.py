"""Stories and what they share, as they lie in folders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.format.load import SHARED_FILES, list_stories, load_about, load_story, load_vocabulary
from game.resources import SCENARIOS
from game.story.check import check
from game.story.library import help_for
from tests.format.stories import BASE, VOCABULARY

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = BASE.split("cast:", maxsplit=1)[0]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "rasten"
    folder.mkdir()
    path = folder / "story.yaml"
    path.write_text(BASE, encoding="utf-8")
    return path


def test_what_is_shipped_has_no_problem() -> None:
    loaded = load_vocabulary(SCENARIOS)

    assert loaded.problems == ()
    assert loaded.value is not None
    assert loaded.value.signs.signs
    assert loaded.value.help
    assert loaded.value.places
    assert loaded.value.portrait["age"][0] == "9"


@pytest.mark.parametrize("name", list_stories(SCENARIOS))
def test_every_shipped_story_loads_and_passes_the_check(name: str) -> None:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary is not None

    loaded = load_story(SCENARIOS / name, vocabulary)

    assert loaded.problems == ()
    assert loaded.value is not None
    shown = {entry.id for entry in help_for(vocabulary.help, loaded.value.about.youngest)}
    assert check(loaded.value, help_ids=shown) == ()


@pytest.mark.parametrize("name", list_stories(SCENARIOS))
def test_the_head_of_a_shipped_story_is_that_of_the_whole(name: str) -> None:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary is not None
    whole = load_story(SCENARIOS / name, vocabulary).value
    assert whole is not None

    assert load_about(SCENARIOS / name, vocabulary).value == whole.about


def test_a_story_is_called_by_its_folder_and_its_places_by_folder_and_file(story: Path) -> None:
    by_folder, by_file = load_story(story.parent, VOCABULARY).value, load_story(story, VOCABULARY).value

    assert by_folder == by_file
    assert by_folder is not None
    assert by_folder.about.id == "rasten"
    assert by_folder.at.file == "rasten/story.yaml"


def test_a_file_of_another_name_is_called_by_that(tmp_path: Path) -> None:
    path = tmp_path / "utkast.yaml"
    path.write_text(BASE, encoding="utf-8")

    loaded = load_story(path, VOCABULARY).value

    assert loaded is not None
    assert loaded.about.id == "utkast"


def test_the_head_is_read_however_broken_the_rest_is(story: Path) -> None:
    story.write_text(ABOUT + "cast: {}\nscenes: {alva: {{{\n*x: y: z", encoding="utf-8")

    loaded = load_about(story, VOCABULARY)

    assert loaded.problems == ()
    assert loaded.value is not None
    assert loaded.value.title == "Rasten"
    assert loaded.value.cover == "schoolyard"


def test_a_head_that_goes_on_after_the_scenes_is_read_as_well(story: Path) -> None:
    without = BASE.replace("title: Rasten\n", "")
    story.write_text(without + "title: Sist\n", encoding="utf-8")

    loaded = load_about(story, VOCABULARY).value

    assert loaded is not None
    assert loaded.title == "Sist"


def test_a_head_that_lacks_something_says_so(story: Path) -> None:
    story.write_text(ABOUT.replace("title: Rasten\n", "") + "cast: {}", encoding="utf-8")

    loaded = load_about(story, VOCABULARY)

    assert loaded.value is None
    assert [each.code for each in loaded.problems] == ["F121"]


def test_a_vocabulary_without_files_is_empty_and_says_which_are_missing(tmp_path: Path) -> None:
    loaded = load_vocabulary(tmp_path)

    assert [each.at.file for each in loaded.problems] == list(SHARED_FILES)
    assert {each.code for each in loaded.problems} == {"F101"}
    assert loaded.value is not None
    assert loaded.value.help == ()


def test_an_empty_vocabulary_checks_no_names(tmp_path: Path, story: Path) -> None:
    empty = load_vocabulary(tmp_path / "nothing").value
    assert empty is not None

    assert load_story(story, empty).problems == ()
