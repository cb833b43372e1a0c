"""`beratta portrait`, without the process around it."""

from __future__ import annotations

import io
import shutil
from typing import TYPE_CHECKING

import pygame
import pytest

from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.tools.portrait_sheet import run

if TYPE_CHECKING:
    from pathlib import Path

STORY = "svara-direkt"
PNG = b"\x89PNG\r\n\x1a\n"


def drawn(out: Path, *names: str, language: str = "sv", scenarios: Path = SCENARIOS) -> tuple[int, str]:
    said = io.StringIO()
    words = open_catalog(LOCALE, language)
    return run(names, out, words, said, scenarios=scenarios), said.getvalue()


def colours(picture: pygame.Surface) -> set[tuple[int, ...]]:
    width, height = picture.get_size()
    return {tuple(picture.get_at((x, y))) for x in range(0, width, 7) for y in range(0, height, 7)}


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    """A copy of what is shipped, to break."""
    root = tmp_path / "scenarios"
    shutil.copytree(SCENARIOS, root, ignore=shutil.ignore_patterns("places/*.svg"))
    return root


def test_without_a_name_all_parts_are_on_the_sheet(tmp_path: Path) -> None:
    out = tmp_path / "sheet.png"
    code, said = drawn(out)
    picture = pygame.image.load(out)

    assert (code, said) == (0, f"{out} är klar.\n")
    assert picture.get_width() == 1400
    assert picture.get_height() > 4000
    assert len(colours(picture)) > 100
    assert out.read_bytes()[:8] == PNG


def test_a_story_that_lies_elsewhere_is_drawn_by_its_folder(tmp_path: Path) -> None:
    folder, out, shipped = tmp_path / "egen", tmp_path / "egen.png", tmp_path / "shipped.png"
    shutil.copytree(SCENARIOS / STORY, folder)

    assert drawn(out, str(folder))[0] == drawn(shipped, STORY)[0] == 0
    assert out.read_bytes() == shipped.read_bytes()


def test_a_story_gives_its_cast(tmp_path: Path) -> None:
    parts, cast, twice = (tmp_path / f"{name}.png" for name in ("parts", "cast", "twice"))

    assert drawn(parts)[0] == drawn(cast, STORY)[0] == drawn(twice, STORY, STORY)[0] == 0
    assert parts.read_bytes() != cast.read_bytes()
    heights = [pygame.image.load(path).get_height() for path in (cast, twice)]
    assert heights[0] < heights[1] <= 2 * heights[0]


def test_a_person_shows_the_expressions_that_the_story_has_for_them(tmp_path: Path, scenarios: Path) -> None:
    before, after = tmp_path / "before.png", tmp_path / "after.png"
    story = scenarios / STORY / "story.yaml"
    assert drawn(before, STORY, scenarios=scenarios)[0] == 0
    text = story.read_text(encoding="utf-8")
    assert " scared:" in text
    story.write_text(text.replace(" scared:", " worried:"), encoding="utf-8")
    assert drawn(after, STORY, scenarios=scenarios)[0] == 0

    assert before.read_bytes() != after.read_bytes()


def test_the_same_sheet_is_written_again_over_the_old_one(tmp_path: Path) -> None:
    out = tmp_path / "sheet.png"
    out.write_text("old", encoding="utf-8")
    assert drawn(out, STORY)[0] == 0
    first = out.read_bytes()
    assert drawn(out, STORY)[0] == 0

    assert out.read_bytes() == first


@pytest.mark.parametrize(
    ("language", "beginning"),
    [("sv", "Det finns ingen berättelse som heter rasst."), ("en", "There is no story called rasst.")],
)
def test_an_unknown_story_is_told_with_those_that_there_are(
    tmp_path: Path, language: str, beginning: str
) -> None:
    out = tmp_path / "sheet.png"
    code, said = drawn(out, "rasst", language=language)

    assert code == 2
    assert said.startswith(beginning)
    assert STORY in said
    assert not out.exists()


def test_a_story_that_cannot_be_read_points_to_the_check(tmp_path: Path, scenarios: Path) -> None:
    (scenarios / STORY / "story.yaml").write_text("title: [", encoding="utf-8")
    code, said = drawn(tmp_path / "sheet.png", STORY, scenarios=scenarios)

    assert code == 1
    assert "beratta check" in said


def test_a_file_that_cannot_be_written_is_told_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    for out in (tmp_path / "folder.png", tmp_path / "nowhere" / "sheet.png"):
        code, said = drawn(out, STORY)

        assert code == 1
        assert str(out) in said
        assert "-o" in said


def test_a_capital_suffix_is_the_same_picture(tmp_path: Path) -> None:
    out = tmp_path / "SHEET.PNG"

    assert drawn(out, STORY)[0] == 0
    assert out.read_bytes()[:8] == PNG


@pytest.mark.parametrize("name", ["sheet.txt", "sheet.jpg", "sheet"])
def test_a_name_that_promises_something_other_than_a_png_is_refused(tmp_path: Path, name: str) -> None:
    code, said = drawn(tmp_path / name, STORY)

    assert code == 2
    assert said == f"{tmp_path / name} kan inte bli en bild: namnet ska sluta på .png.\n"
    assert not (tmp_path / name).exists()
