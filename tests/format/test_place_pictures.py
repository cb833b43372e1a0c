"""A place's picture: its own, or that of another place with another season outside."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.format.load import load_vocabulary
from game.format.place_pictures import place_svg
from game.format.seasons import in_season
from game.resources import SCENARIOS

if TYPE_CHECKING:
    from pathlib import Path

PLACES = SCENARIOS / "places"
GREEN = '<svg><g id="outside"><path fill="#B9D5A8"/></g></svg>'
YAML = """\
cafe: {alt: Ett kafé., light: day}
cafe_winter: {picture: cafe, outside: winter, alt: Ett kafé i snö.}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cafe.svg").write_text(GREEN, encoding="utf-8")
    (tmp_path / "places.yaml").write_text(YAML, encoding="utf-8")
    return tmp_path


def test_a_place_that_is_drawn_is_read_as_it_stands_in_its_file(folder: Path) -> None:
    assert place_svg(folder, "cafe").value == GREEN
    assert place_svg(PLACES, "canteen").value == (PLACES / "canteen.svg").read_text(encoding="utf-8")


def test_a_place_in_another_season_is_the_other_picture_with_that_outside(folder: Path) -> None:
    assert place_svg(folder, "cafe_winter").value == in_season(GREEN, "winter") != GREEN


def test_a_table_that_has_changed_is_read_anew(folder: Path) -> None:
    assert place_svg(folder, "cafe_snow").value is None
    (folder / "places.yaml").write_text(YAML.replace("cafe_winter", "cafe_snow"), encoding="utf-8")
    assert place_svg(folder, "cafe_snow").value == in_season(GREEN, "winter")
    assert place_svg(folder, "cafe_winter").value is None


@pytest.mark.parametrize("place", ["nowhere", "", "../cafe", "a/b"])
def test_a_place_that_is_not_there_has_no_picture(folder: Path, place: str) -> None:
    found = place_svg(folder / "within" if place.startswith("..") else folder, place)
    assert found.value is None
    assert found.problems


def test_without_a_table_or_the_other_picture_there_is_none(folder: Path) -> None:
    (folder / "cafe.svg").unlink()
    assert place_svg(folder, "cafe_winter").value is None
    (folder / "places.yaml").write_text("- no: [table", encoding="utf-8")
    assert place_svg(folder, "cafe_winter").value is None


def test_every_shipped_place_has_a_picture() -> None:
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary
    assert all(place_svg(PLACES, place).value for place in vocabulary.places)
