"""The note about the lesson that goes on, and the lock beside it."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import tempfile
from typing import TYPE_CHECKING, Any

import pytest

from game.lesson.unfinished import LONGEST, AnotherLessonError, Desk, Unfinished, own_desk

if TYPE_CHECKING:
    from pathlib import Path

LESSON = Unfinished("abc", "ABC234", "secret", 1000.0, pupils=8080, teachers=50_000, pid=1, database="x")

HOLDS = """
import sys, pathlib
from game.lesson.unfinished import Desk
desk = Desk(pathlib.Path(sys.argv[1]))
desk.take()
print("taken", flush=True)
sys.stdin.read()
"""


def test_a_note_is_found_by_the_next_start_of_the_program(tmp_path: Path) -> None:
    Desk(tmp_path / "desk").note(LESSON)

    assert Desk(tmp_path / "desk").found(now=1001.0) == LESSON


def test_a_lesson_that_is_too_old_is_not_gone_on_with_but_still_cleared_away(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.note(LESSON)

    assert desk.found(now=1000.0 + LONGEST) is None
    assert desk.left_over() == LESSON


def test_a_clock_that_was_put_back_three_years_loses_no_lesson(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.note(LESSON)

    assert desk.found(now=1000.0 - 3 * 365 * 86_400) == LESSON


def test_a_note_that_was_forgotten_is_gone(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.note(LESSON)
    desk.forget()
    desk.forget()

    assert desk.found(now=1001.0) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 9_000,
        json.dumps({"id": "abc"}),
        json.dumps({"id": 1, "code": "ABC234", "key": "secret", "begun": 1.0}),
        json.dumps({"id": "abc", "code": "ABC234", "key": "secret", "begun": "now"}),
        json.dumps({"id": "abc", "code": "ABC234", "key": "secret", "begun": 1.0, "more": 1}),
    ],
)
def test_a_note_that_makes_no_sense_is_no_lesson(text: str, tmp_path: Path) -> None:
    (tmp_path / "pass.json").write_text(text, encoding="utf-8")

    assert Desk(tmp_path).found(now=0) is None


@pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such rights; the folder is the user's own"
)
def test_nobody_else_can_read_the_note(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "desk")
    desk.note(LESSON)

    assert stat.S_IMODE((tmp_path / "desk").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "desk" / "pass.json").stat().st_mode) == 0o600


@pytest.mark.skipif(sys.platform == "win32", reason="making a link takes rights there")
def test_a_folder_that_leads_elsewhere_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "desk").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(OSError):
        Desk(tmp_path / "desk")


def test_the_note_lies_in_the_systems_place_under_a_neutral_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))

    assert Desk().folder == tmp_path / "ovningar"


def test_where_the_systems_place_cannot_be_had_another_folder_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    (tmp_path / "ovningar").touch()

    assert own_desk().folder.parent == tmp_path / "temporary"
    (tmp_path / "ovningar").unlink()
    assert own_desk().folder == tmp_path / "ovningar"


def test_a_second_lesson_on_the_same_computer_is_kept_out_until_the_first_is_over(tmp_path: Path) -> None:
    first, second = Desk(tmp_path), Desk(tmp_path)
    first.take()
    with pytest.raises(AnotherLessonError):
        second.take()
    first.leave()

    second.take()
    second.leave()


def test_the_lock_is_gone_when_its_program_was_killed(tmp_path: Path) -> None:
    program: Any = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.getcwd()},  # noqa: PTH109
    )
    with program:
        assert program.stdout.readline() == b"taken\n"
        with pytest.raises(AnotherLessonError):
            Desk(tmp_path).take()
        program.kill()
        program.wait(30)

    desk = Desk(tmp_path)
    desk.take()
    desk.leave()
