"""Files are looked at now and then: a save is seen once, when it is over."""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING

import pytest

from game.tools.watching import AT_REST, EVERY, GONE, Watcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Looking:
    """Looks at the files so often that each look counts."""

    def __init__(self, *files: Path) -> None:
        self._watcher = Watcher(files)
        self._times = count(1)

    def once(self) -> tuple[Path, ...]:
        return self._watcher.changed(next(self._times) * EVERY)

    def until_rest(self) -> list[Path]:
        """All that is told in more looks than any change takes."""
        return [file for _ in range(2 * GONE) for file in self.once()]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "story.yaml"
    made.write_text("title: Ett\n", encoding="utf-8")
    return made


def _write(file: Path, text: str) -> None:
    """Another time of writing even where the clock of the disk is coarse."""
    before = file.stat().st_mtime_ns if file.exists() else 0
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(before + 1_000_000_000, before + 1_000_000_000))


def test_nothing_is_told_while_nothing_happens(file: Path) -> None:
    assert Looking(file).until_rest() == []


def test_a_save_is_told_once_and_only_when_it_is_over(file: Path) -> None:
    looking = Looking(file)
    _write(file, "title: Två\n")
    assert [looking.once() for _ in range(AT_REST - 1)] == [()] * (AT_REST - 1)
    assert looking.once() == (file,)
    assert looking.until_rest() == []


def test_text_of_the_same_length_is_seen(file: Path) -> None:
    looking = Looking(file)
    _write(file, "title: Tre\n")
    assert looking.until_rest() == [file]


def _renamed_over(file: Path) -> None:
    other = file.with_name("story.yaml~")
    _write(other, "title: Två och mer\n")
    other.replace(file)


def _taken_away_and_made_again(file: Path) -> None:
    file.unlink()
    _write(file, "title: Två och mer\n")


@pytest.mark.parametrize("save", [_renamed_over, _taken_away_and_made_again])
def test_editors_save_in_many_ways(file: Path, save: Callable[[Path], None]) -> None:
    looking = Looking(file)
    save(file)
    assert looking.until_rest() == [file]


@pytest.mark.parametrize("moment", ["empty", "gone"])
def test_a_file_that_is_empty_or_gone_for_a_moment_is_waited_for(file: Path, moment: str) -> None:
    looking = Looking(file)
    file.unlink() if moment == "gone" else file.write_text("", encoding="utf-8")
    assert [looking.once() for _ in range(GONE - 1)] == [()] * (GONE - 1)
    _write(file, "title: Två och mer\n")
    assert looking.until_rest() == [file]


def test_while_somebody_writes_on_and_on_nothing_is_told(file: Path) -> None:
    looking = Looking(file)
    for number in range(10):
        _write(file, "title: " + "x" * number)
        assert looking.once() == ()
    assert looking.until_rest() == [file]


def test_a_folder_that_is_moved_away_and_back_is_told(file: Path) -> None:
    looking = Looking(file)
    away = file.parent.with_name("borta")
    file.parent.rename(away)
    assert looking.until_rest() == [file]
    away.rename(file.parent)
    assert looking.until_rest() == [file]


def test_files_beside_are_watched_too(file: Path) -> None:
    beside = file.with_name("signs.yaml")
    looking = Looking(file, beside)
    _write(beside, "signs: {}\n")
    assert looking.until_rest() == [beside]
    beside.unlink()
    assert looking.until_rest() == [beside]


def test_between_two_looks_no_file_is_touched(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    watcher = Watcher([file])
    watcher.changed(1.0)
    monkeypatch.setattr(type(file), "stat", lambda _self: pytest.fail("looked"))
    assert [watcher.changed(1.0 + EVERY * part / 10) for part in range(10)] == [()] * 10
