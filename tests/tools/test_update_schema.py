"""The schema is written where the stories are, and only when it says something new."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

from game.format.schema_line import OWN_SCHEMA_FILE, SCHEMA_FILE
from game.resources import SCENARIOS
from game.tools.command import Status
from game.tools.update_schema import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def places_in(schema: Path) -> list[str]:
    found: list[str] = json.loads(schema.read_text(encoding="utf-8"))["definitions"]["place"]["enum"]
    return found


def test_a_folder_of_one_story_gets_a_schema_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "story.yaml").write_text("title: Rasten\n", encoding="utf-8")

    assert main([str(tmp_path)]) == Status.CLEAN

    schema = tmp_path / OWN_SCHEMA_FILE
    assert capsys.readouterr().out == f"{schema}\n"
    assert schema.read_bytes() == (SCENARIOS / SCHEMA_FILE).read_bytes()


def test_what_is_up_to_date_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main([str(tmp_path)])
    schema = tmp_path / SCHEMA_FILE
    before = schema.stat()
    capsys.readouterr()

    assert main([str(tmp_path)]) == Status.CLEAN
    assert capsys.readouterr().out == ""
    assert schema.stat().st_mtime_ns == before.st_mtime_ns


def test_stories_with_places_of_their_own_get_a_schema_with_these(tmp_path: Path) -> None:
    shutil.copy(SCENARIOS / "signs.yaml", tmp_path)
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "places.yaml").write_text("cafe: {alt: Ett kafé., light: day}\n", encoding="utf-8")
    story = tmp_path / "kafeet"
    story.mkdir()
    (story / "story.yaml").write_text("title: Kaféet\n", encoding="utf-8")

    assert main([str(tmp_path), str(story)]) == Status.CLEAN

    assert places_in(tmp_path / SCHEMA_FILE) == ["cafe"]
    assert places_in(story / OWN_SCHEMA_FILE) == ["cafe"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "borta")]) == Status.PROBLEMS
    assert "borta" in capsys.readouterr().err
