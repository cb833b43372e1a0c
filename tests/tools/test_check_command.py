"""`beratta check`, without the process around it."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.tools.check_command import run

CASES = Path(__file__).parent.parent / "cases"
GOOD = CASES / "good" / "rasten.yaml"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of stories of its own, with one story."""
    root = tmp_path / "scenarios"
    for name in ("signs.yaml", "help.yaml", "places/places.yaml", "portraits/rig.yaml"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(SCENARIOS / name, root / name)
    (root / "rasten").mkdir()
    shutil.copy(GOOD, root / "rasten" / "story.yaml")
    return root


def checked(*paths: Path, language: str = "sv") -> tuple[int, str]:
    out = io.StringIO()
    return run(paths, open_catalog(LOCALE, language), language, out), out.getvalue()


def test_what_is_shipped_is_clean() -> None:
    code, said = checked()

    assert code == 0
    assert said.startswith("Inga fel i ")


def test_a_folder_of_stories_is_checked_with_what_they_share(shelf: Path) -> None:
    assert checked(shelf) == (0, "Inga fel i 5 filer.\n")


def test_a_story_is_checked_by_its_folder_or_its_file(shelf: Path) -> None:
    assert checked(shelf / "rasten") == (0, "Inga fel i 1 fil.\n")
    assert checked(shelf / "rasten" / "story.yaml") == (0, "Inga fel i 1 fil.\n")
    assert checked(shelf / "rasten", language="en") == (0, "No problems in 1 file.\n")


def test_a_shared_file_is_checked_by_itself(shelf: Path) -> None:
    signs = shelf / "signs.yaml"
    signs.write_text(signs.read_text(encoding="utf-8").replace("icon: eye", "ikon: eye"), encoding="utf-8")

    code, said = checked(signs)

    assert code == 1
    assert [line.split(" ")[2] for line in said.splitlines() if ": error" in line] == ["F121", "F120"]
    assert checked(shelf / "help.yaml")[0] == 0


def test_problems_come_sorted_by_place_with_a_line_that_sums_up(shelf: Path) -> None:
    story = shelf / "rasten" / "story.yaml"
    text = story.read_text(encoding="utf-8")
    story.write_text(
        text.replace("office", "ofice").replace("context: partner", "context: pal"), encoding="utf-8"
    )

    code, said = checked(story)
    lines = said.splitlines()

    assert code == 1
    assert lines[0].startswith(f"{story}:7:10: error F123 ")
    assert lines[-1] == "2 fel i 1 fil."
    assert [line.split(" ")[2] for line in lines if ": error" in line] == ["F123", "A550"]


def test_what_only_playing_shows_is_told_too(shelf: Path) -> None:
    story = shelf / "rasten" / "story.yaml"
    text = story.read_text(encoding="utf-8")
    story.write_text(text + "  ensam:\n    place: office\n    go: slut\n", encoding="utf-8")

    code, said = checked(shelf)

    assert code == 1
    assert "error F201" in said


def test_help_that_is_not_open_to_the_youngest_is_no_help(shelf: Path) -> None:
    entries = shelf / "help.yaml"
    text = entries.read_text(encoding="utf-8")
    entries.write_text(text.replace("confirmed: true", "confirmed: false"), encoding="utf-8")

    code, said = checked(shelf / "rasten")

    assert code == 1
    assert "error S702" in said


def test_two_paths_to_the_same_file_say_its_problems_once(shelf: Path) -> None:
    story = shelf / "rasten" / "story.yaml"
    story.write_text("title: a", encoding="utf-8")

    assert checked(story, shelf / "rasten") == checked(story)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_path_that_leads_nowhere_is_a_wrong_use(tmp_path: Path, language: str) -> None:
    code, said = checked(tmp_path / "nothing", language=language)

    assert code == 2
    assert str(tmp_path / "nothing") in said


def test_a_folder_without_stories_is_a_wrong_use(tmp_path: Path) -> None:
    assert checked(tmp_path)[0] == 2


def test_a_broken_encoding_is_told_without_an_excerpt(shelf: Path) -> None:
    story = shelf / "rasten" / "story.yaml"
    story.write_bytes(b"title: \xff")

    code, said = checked(story)

    assert code == 1
    assert (
        said
        == f"{story}:1:8: error F106 Här står ett tecken som inte är UTF-8 (0xFF). Spara filen som UTF-8.\n1 fel i 1 fil.\n"
    )
