"""The files of classes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from game.lesson.class_files import ClassFiles
from game.lesson.kept_file import NAME, Refusal, refused, save
from game.messages.catalog import Catalog
from game.resources import LOCALE
from game.screens.lesson.intents import PathFound, PathKept
from game.screens.lesson.plan import Plan
from game.screens.lesson.state import ClassPath, Part

if TYPE_CHECKING:
    from pathlib import Path

WORDS = Catalog(LOCALE, "sv")
PATH = ClassPath("svara-direkt", "0123456789ab", Part.STORY, 2, (0, 3, 1), 4, Plan("svara-direkt"))


def mark(story: str) -> str:
    return {"svara-direkt": "0123456789ab"}.get(story, "")


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    files = ClassFiles([tmp_path], mark, WORDS)

    assert files.keep(PATH) == PathKept(str(tmp_path / NAME))
    assert files.found() == PathFound(PATH)
    assert ClassFiles([tmp_path], mark, WORDS).found() == PathFound(PATH)


def test_another_class_gets_a_file_of_its_own(tmp_path: Path) -> None:
    ClassFiles([tmp_path], mark, WORDS).keep(PATH)
    before = (tmp_path / NAME).read_bytes()

    kept = ClassFiles([tmp_path], mark, WORDS).keep(PATH)
    assert kept == PathKept(str(tmp_path / "beratta-lektion-2.json"))
    assert (tmp_path / NAME).read_bytes() == before


def test_where_the_first_folder_takes_no_file_the_next_one_does(tmp_path: Path) -> None:
    files = ClassFiles([tmp_path / "nowhere", tmp_path], mark, WORDS)

    assert files.keep(PATH) == PathKept(str(tmp_path / NAME))


def test_where_no_folder_takes_a_file_it_is_said(tmp_path: Path) -> None:
    assert ClassFiles([tmp_path / "nowhere"], mark, WORDS).keep(PATH) == PathKept(None)


def test_the_newest_file_is_found(tmp_path: Path) -> None:
    save(PATH, tmp_path / NAME)
    other = ClassPath("svara-direkt", "", Part.BEFORE, plan=Plan("svara-direkt"))
    save(other, tmp_path / "beratta-lektion-3.json")
    os.utime(tmp_path / NAME, (1, 1))

    assert ClassFiles([tmp_path], mark, WORDS).found() == PathFound(other)


def test_the_file_that_was_asked_for_goes_before_all_others(tmp_path: Path) -> None:
    save(PATH, tmp_path / NAME)
    missing = tmp_path / "missing.json"

    assert ClassFiles([tmp_path], mark, WORDS, missing).found().refused == refused(WORDS, Refusal.MISSING)


@pytest.mark.parametrize(
    ("story", "digest"), [("svara-direkt", "ffffffffffff"), ("en-annan", "0123456789ab")]
)
def test_a_story_that_has_changed_or_is_gone_is_said(tmp_path: Path, story: str, digest: str) -> None:
    save(ClassPath(story, digest, Part.STORY, plan=Plan(story)), tmp_path / NAME)

    found = ClassFiles([tmp_path], mark, WORDS).found()
    assert found == PathFound(None, refused(WORDS, Refusal.STORY_CHANGED))


def test_where_there_is_no_file_it_is_said(tmp_path: Path) -> None:
    assert ClassFiles([tmp_path], mark, WORDS).found() == PathFound(None, refused(WORDS, Refusal.MISSING))
