"""The class's path in a file."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lesson.kept_file import MAX_BYTES, Refusal, load, read, refused, same_story, save, written
from game.messages.catalog import Catalog
from game.resources import LOCALE
from game.screens.lesson.plan import MINUTES, Plan, Taking
from game.screens.lesson.state import ClassPath, Part

if TYPE_CHECKING:
    from pathlib import Path

PATH = ClassPath("svara-direkt", "0123456789ab", Part.STORY, 2, (0, 3, 1), 4, Plan("svara-direkt"))
SMALL = st.integers(0, 10_000)


@st.composite
def paths(draw: st.DrawFn) -> ClassPath:
    story = draw(st.sampled_from(["svara-direkt", "en_annan", "åka-hem"]))
    return ClassPath(
        story,
        draw(st.text("0123456789abcdef", max_size=64)),
        draw(st.sampled_from(Part)),
        draw(SMALL),
        tuple(draw(st.lists(SMALL, max_size=40))),
        draw(SMALL),
        Plan(
            story,
            draw(st.sampled_from(MINUTES)),
            draw(st.frozensets(st.sampled_from(Taking))),
            draw(st.booleans()),
            draw(st.booleans()),
            tuple(draw(st.lists(st.sampled_from(["svara-direkt", "åka-hem"]), max_size=3))),
        ),
    )


def changed(**values: Any) -> str:
    return json.dumps({**json.loads(written(PATH)), **values})


def without(key: str) -> str:
    return json.dumps({name: value for name, value in json.loads(written(PATH)).items() if name != key})


@given(paths())
def test_what_is_written_is_read_again(path: ClassPath) -> None:
    assert read(written(path)) == path


@given(st.one_of(st.text(), st.binary().map(lambda raw: raw.decode("latin-1"))))
def test_any_text_is_a_path_or_a_refusal(text: str) -> None:
    assert isinstance(read(text), ClassPath | Refusal)


@given(
    st.sampled_from(sorted(json.loads(written(PATH)))),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ),
)
def test_any_value_anywhere_is_a_path_or_a_refusal(key: str, value: Any) -> None:
    assert isinstance(read(changed(**{key: value})), ClassPath | Refusal)


@pytest.mark.parametrize("key", [key for key in json.loads(written(PATH)) if key != "version"])
def test_a_file_that_lacks_something_is_refused(key: str) -> None:
    assert read(without(key)) is Refusal.FOREIGN


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "7B"},
        {"decisions": [-1]},
        {"decisions": [True]},
        {"decisions": [1.0]},
        {"decisions": [0] * 10_001},
        {"steps": 10**30},
        {"story": "../../etc/passwd"},
        {"part": "recess"},
        {"plan": {"minutes": 40, "taking": ["hands"], "vignettes": True}},
        {"plan": {"minutes": 41, "taking": ["hands"], "vignettes": True, "voting": True}},
        {"plan": {"minutes": 40, "taking": ["minds"], "vignettes": True, "voting": True}},
        {"plan": {"minutes": 40, "taking": [["hands"]], "vignettes": True, "voting": True}},
        {"plan": {"minutes": 40, "taking": ["hands"], "vignettes": 1, "voting": True}},
        {"plan": {"minutes": 40, "taking": [], "vignettes": True, "voting": True, "played": "resan"}},
        {"plan": {"minutes": 40, "taking": [], "vignettes": True, "voting": True, "played": ["../x"]}},
        {"plan": {"minutes": 40, "taking": [], "vignettes": True, "voting": True, "played": ["a"] * 101}},
    ],
)
def test_what_no_lesson_writes_is_refused(wrong: dict[str, Any]) -> None:
    assert read(changed(**wrong)) is Refusal.FOREIGN


def test_a_file_from_before_stories_played_were_kept_is_still_gone_on_with() -> None:
    plan = {name: value for name, value in json.loads(written(PATH))["plan"].items() if name != "played"}
    assert read(changed(plan=plan)) == PATH


def test_a_key_that_stands_twice_is_refused() -> None:
    assert read(written(PATH).replace('"steps": 4', '"steps": 4, "steps": 5')) is Refusal.FOREIGN


@pytest.mark.parametrize("deep", ["[" * 100_000, '{"a":' * 10_000])
def test_a_file_that_is_built_to_break_a_reader_is_refused(deep: str) -> None:
    assert read(deep) is Refusal.FOREIGN
    assert read(deep[:MAX_BYTES]) is Refusal.FOREIGN


def test_a_file_that_is_too_large_is_refused() -> None:
    assert read(written(PATH) + " " * MAX_BYTES) is Refusal.FOREIGN


@pytest.mark.parametrize("version", [0, 2, 10_000])
def test_a_file_of_another_version_is_told_apart(version: int) -> None:
    assert read(changed(version=version, something="new")) is Refusal.OTHER_VERSION


def test_a_path_is_gone_on_with_only_through_the_same_story() -> None:
    assert same_story(PATH, {"svara-direkt": "0123456789ab"}) == PATH
    assert same_story(PATH, {"svara-direkt": "0123456789ac"}) is Refusal.STORY_CHANGED
    assert same_story(PATH, {}) is Refusal.STORY_CHANGED


def test_a_story_that_the_class_has_not_begun_with_may_have_changed() -> None:
    path = ClassPath("svara-direkt", "", Part.BEFORE, 3, plan=Plan("svara-direkt"))

    assert read(written(path)) == path
    assert same_story(path, {"svara-direkt": "0123456789ab"}) == path
    assert same_story(path, {}) is Refusal.STORY_CHANGED


@pytest.mark.parametrize("why", Refusal)
def test_every_refusal_is_one_sentence_or_two_and_no_code(why: Refusal) -> None:
    said = refused(Catalog(LOCALE, "sv"), why)

    assert said.endswith(".")
    assert said.count(".") <= 2
    assert "json" not in said.lower()


def test_every_refusal_has_words_of_its_own() -> None:
    assert len({refused(Catalog(LOCALE, "sv"), why) for why in Refusal}) == len(Refusal)


# --- the file ----------------------------------------------------------------------------------------


def test_a_saved_path_is_loaded_again_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    save(PATH, tmp_path / "beratta-lektion.json")

    assert load(tmp_path / "beratta-lektion.json") == PATH
    assert [each.name for each in tmp_path.iterdir()] == ["beratta-lektion.json"]


def test_a_file_that_cannot_be_written_leaves_the_old_one_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "beratta-lektion.json"
    file.mkdir()
    (file / "old").touch()

    with pytest.raises(OSError):
        save(PATH, file)
    assert [each.name for each in tmp_path.iterdir()] == ["beratta-lektion.json"]
    assert (file / "old").exists()


def test_an_editors_mark_at_the_beginning_does_not_matter(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    file.write_text("\ufeff" + written(PATH), encoding="utf-8")

    assert load(file) == PATH


def test_a_file_that_is_gone_is_told_apart(tmp_path: Path) -> None:
    assert load(tmp_path / "kept.json") is Refusal.MISSING


def test_a_folder_and_a_picture_are_no_lessons(tmp_path: Path) -> None:
    (tmp_path / "picture").write_bytes(b"\x89PNG\r\n\xff\xfe")

    assert load(tmp_path) is Refusal.FOREIGN
    assert load(tmp_path / "picture") is Refusal.FOREIGN


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert load(tmp_path / "pipe") is Refusal.FOREIGN
