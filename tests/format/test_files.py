"""Files that anybody may have written end in a diagnostic."""

from __future__ import annotations

import os
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from game.format.files import MAX_BYTES, read_text
from game.format.load import list_stories, load_about, load_story
from tests.format.stories import BASE, VOCABULARY

if TYPE_CHECKING:
    from pathlib import Path

needs_links = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes and free links on this system")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    folder = tmp_path / "rasten"
    folder.mkdir()
    return folder / "story.yaml"


def problems(story: Path) -> list[tuple[str, int, int]]:
    """The problems of a story file; loading its head must not find fewer reasons to refuse it."""
    loaded = load_story(story.parent, VOCABULARY)
    assert loaded.value is None
    assert load_about(story.parent, VOCABULARY).value is None
    return [(each.code, each.at.line, each.at.column) for each in loaded.problems]


def test_a_missing_file_is_told(story: Path) -> None:
    assert problems(story) == [("F101", 0, 0)]


def test_a_folder_in_place_of_the_file_is_told(story: Path) -> None:
    story.mkdir()
    assert problems(story) == [("F102", 0, 0)]


@needs_links
def test_a_pipe_is_told_and_never_waited_for(story: Path) -> None:
    os.mkfifo(story)
    assert problems(story) == [("F102", 0, 0)]


@needs_links
def test_a_device_is_told_and_never_opened(tmp_path: Path) -> None:
    assert [each.code for each in read_text(tmp_path / "/dev/zero", tmp_path, "zero").problems] == ["F103"]
    assert load_story(tmp_path / "/dev/zero", VOCABULARY).problems[0].code == "F102"


@needs_links
@pytest.mark.parametrize("target", ["/dev/zero", "/etc/passwd", "../secret.yaml"])
def test_a_link_that_leaves_the_folder_is_told_and_not_followed(story: Path, target: str) -> None:
    (story.parent.parent / "secret.yaml").write_text("title: hemlig", encoding="utf-8")
    story.symlink_to(target)
    assert problems(story) == [("F103", 0, 0)]


@needs_links
def test_a_link_within_the_folder_is_followed(story: Path) -> None:
    (story.parent / "real.yaml").write_text(BASE, encoding="utf-8")
    story.symlink_to("real.yaml")
    assert load_story(story.parent, VOCABULARY).problems == ()


@needs_links
def test_a_link_to_itself_is_told(story: Path) -> None:
    story.symlink_to("story.yaml")
    assert problems(story) == [("F105", 0, 0)]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to this user")
def test_an_unreadable_file_is_told(story: Path) -> None:
    story.write_text(BASE, encoding="utf-8")
    story.chmod(0)
    assert problems(story) == [("F105", 0, 0)]


def test_a_path_that_no_system_has_is_told(tmp_path: Path) -> None:
    assert load_story(tmp_path / "a\0b", VOCABULARY).problems[0].code == "F105"
    assert load_story(tmp_path / ("x" * 5000), VOCABULARY).problems[0].code == "F105"


def test_a_file_of_100_megabytes_is_refused_without_reading_it(story: Path) -> None:
    with story.open("wb") as file:
        file.truncate(100_000_000)
    tracemalloc.start()
    found = problems(story)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert found == [("F104", 0, 0)]
    assert peak < 1_000_000


def test_a_file_just_within_the_limit_is_read(story: Path) -> None:
    story.write_text(BASE + "#" * (MAX_BYTES - len(BASE.encode())), encoding="utf-8")
    assert load_story(story, VOCABULARY).problems == ()


def test_bad_utf_8_is_told_with_its_line_and_column(story: Path) -> None:
    story.write_bytes("title: Rasten\nsummary: h\xe4r\n".encode("latin-1"))
    assert problems(story) == [("F106", 2, 11)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_told_as_such(story: Path, encoding: str) -> None:
    story.write_bytes("\ufeff".encode(encoding) + BASE.encode(encoding))
    assert problems(story) == [("F130", 1, 1)]


def test_a_byte_order_mark_of_utf_8_is_nothing_to_tell(story: Path) -> None:
    story.write_bytes(b"\xef\xbb\xbf" + BASE.encode())
    assert load_story(story, VOCABULARY).problems == ()


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_the_line_ends_of_every_system_are_fine_and_counted(story: Path, ending: str) -> None:
    story.write_bytes(BASE.replace("\n", ending).encode())
    assert load_story(story, VOCABULARY).problems == ()

    story.write_bytes(BASE.replace("context: partner", "context: x").replace("\n", ending).encode())
    assert problems(story) == [("F123", 7, 10)]


def test_a_file_of_nul_is_told(story: Path) -> None:
    story.write_bytes(b"title: a\n  \0")
    assert problems(story) == [("F107", 2, 3)]


@needs_links
def test_only_folders_with_a_story_are_listed_and_no_links_out(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    root = tmp_path / "scenarios"
    for folder in (outside, root / "b", root / "a", root / ".hidden"):
        folder.mkdir(parents=True)
        (folder / "story.yaml").write_text(BASE, encoding="utf-8")
    (root / "empty").mkdir()
    (root / "loose.yaml").write_text(BASE, encoding="utf-8")
    (root / "out").symlink_to(outside)
    (root / "loop").symlink_to("loop")
    (root / "twin").symlink_to("a")

    assert list_stories(root) == ("a", "b", "twin")


def test_a_folder_that_is_not_there_has_no_stories(tmp_path: Path) -> None:
    assert list_stories(tmp_path / "nothing") == ()
