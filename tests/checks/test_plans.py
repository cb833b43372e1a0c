"""The plans beside a story: what is wrong in them, and what they do not reach."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from game.checks import plans
from game.checks.everything import Around, examined
from tests.format.stories import BASE, VOCABULARY

if TYPE_CHECKING:
    from pathlib import Path

SHORT = "choose: Fråga\nsee: Det känns i magen.\ntell: samira\nend: Två som vet\n"
OTHER = "choose: Vänta\ntell: samira\nend: Två som vet\n"


def told(folder: Path | None, **files: str) -> list[tuple[str, str]]:
    """The files and codes of all problems of the base story with these plans beside it."""
    for name, text in files.items():
        assert folder
        (folder / f"{name}.plan").write_text(text, encoding="utf-8")
    around = Around(VOCABULARY, date(2026, 2, 1), folder)
    found = examined(BASE, "rasten/story.yaml", "rasten", around, layout=False, checks=(plans.problems,))
    return [(problem.at.file.rpartition("/")[2], problem.code) for problem in found.problems]


def test_a_story_whose_plans_reach_everything_has_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, kort=SHORT, lang=OTHER) == []


def test_a_story_without_a_plan_is_told_so(tmp_path: Path) -> None:
    assert told(tmp_path) == [("story.yaml", "P951")]


def test_what_no_plan_reaches_is_told_in_the_story(tmp_path: Path) -> None:
    assert told(tmp_path, lang=OTHER) == [("story.yaml", "P950")]


def test_what_is_wrong_in_plans_is_told_in_each_of_them_and_first(tmp_path: Path) -> None:
    assert told(tmp_path, kort=SHORT + "see: mer", lang="väntar:\n" + OTHER) == [
        ("kort.plan", "P905"),
        ("lang.plan", "P901"),
    ]


def test_a_story_that_stands_nowhere_misses_no_plan() -> None:
    assert told(None) == []
