"""Recording what is given out."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from game.format.released import load_released
from game.resources import SCENARIOS
from game.tools.update_released import record

GOOD = Path(__file__).parent.parent / "cases" / "good" / "rasten.yaml"
DAY = date(2026, 12, 1)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    for name in ("signs.yaml", "help.yaml", "places/places.yaml", "portraits/rig.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(SCENARIOS / name, tmp_path / name)
    for name in ("en", "tva"):
        (tmp_path / name).mkdir()
        shutil.copy(GOOD, tmp_path / name / "story.yaml")
    return tmp_path


def test_every_story_gets_its_record(shelf: Path) -> None:
    written = record(shelf, [], "0.2", DAY)

    assert [path.parent.name for path in written] == ["en", "tva"]
    released = load_released(shelf / "en").value
    assert released
    assert (released.version, released.on) == ("0.2", "2026-12-01")
    assert released.scenes == ("rast", "magen", "svar", "beratta", "slut")


def test_only_those_asked_for_get_one(shelf: Path) -> None:
    assert record(shelf, ["tva"], "0.2", DAY) == (shelf / "tva" / "released.yaml",)


def test_a_story_anywhere_is_named_by_its_folder(shelf: Path) -> None:
    assert record(SCENARIOS, [str(shelf / "en")], "0.2", DAY) == (shelf / "en" / "released.yaml",)


def test_when_one_cannot_be_read_nothing_is_written(shelf: Path) -> None:
    (shelf / "tva" / "story.yaml").write_text("title: [", encoding="utf-8")

    with pytest.raises(ValueError, match="tva"):
        record(shelf, [], "0.2", DAY)
    assert not list(shelf.rglob("released.yaml"))
