"""`beratta check`, without the process around it."""

from __future__ import annotations

import io
import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from game.format.released import released_text
from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.tools.check_command import Format, Manner, explain, run
from game.tools.check_files import Scope

TODAY = date(2026, 11, 26)
CASES = Path(__file__).parent.parent / "cases"
GOOD = CASES / "good" / "rasten.yaml"
PLAN = """\
choose: Fråga
see: Det känns i magen.
tell: samira, Det gäller en kompis
end: Två som vet
"""


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder of stories of its own, with one story."""
    root = tmp_path / "scenarios"
    root.mkdir()
    shutil.copy(SCENARIOS / "signs.yaml", root / "signs.yaml")
    entries = (SCENARIOS / "help.yaml").read_text(encoding="utf-8")
    (root / "help.yaml").write_text(
        re.sub(r"checked_on: .*", f"checked_on: {TODAY}", entries), encoding="utf-8"
    )
    for name in ("places", "portraits"):
        shutil.copytree(SCENARIOS / name, root / name)
    (root / "rasten").mkdir()
    shutil.copy(GOOD, root / "rasten" / "story.yaml")
    (root / "rasten" / "rak.plan").write_text(PLAN, encoding="utf-8")
    return root


def checked(
    *paths: Path, language: str = "sv", form: Format = Format.TEXT, layout: bool = False
) -> tuple[int, str]:
    out = io.StringIO()
    manner = Manner(Scope(TODAY, layout=layout), language, form)
    return run(paths, manner, open_catalog(LOCALE, language), out), out.getvalue()


def test_what_is_shipped_is_clean_but_for_what_people_have_yet_to_look_up() -> None:
    told = json.loads(checked(layout=True, form=Format.JSON)[1])["problems"]

    assert not [each for each in told if each["code"] != "S703"]


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


def test_vignettes_are_checked_where_there_are_some_and_told_once(shelf: Path) -> None:
    vignettes = shelf / "vignettes.yaml"
    text = (SCENARIOS / "vignettes.yaml").read_text(encoding="utf-8")
    vignettes.write_text(text, encoding="utf-8")
    assert checked(shelf) == (0, "Inga fel i 6 filer.\n")

    vignettes.write_text(text.replace("topic: control", "topic: kontroll", 1), encoding="utf-8")
    for path in (shelf, vignettes):
        code, said = checked(path)
        assert code == 1
        assert [line.split(" ")[2] for line in said.splitlines() if ": error" in line] == ["V001"]
        assert f"{vignettes}:" in said
        assert "Menade du ”control”?" in said


def test_what_is_hard_to_read_in_a_vignette_is_told(shelf: Path) -> None:
    text = (SCENARIOS / "vignettes.yaml").read_text(encoding="utf-8")
    hard = "Klasskompisarna kommenterar kontinuerligt varandras utseende och klädstil."
    (shelf / "vignettes.yaml").write_text(
        re.sub(r"(?m)^  text: .*$", f"  text: {hard}", text, count=1), encoding="utf-8"
    )
    code, said = checked(shelf)
    assert (code, [line.split(" ")[2] for line in said.splitlines() if ": warning" in line]) == (1, ["V008"])


def test_vignettes_in_other_capitals_are_told(shelf: Path) -> None:
    (shelf / "Vignettes.yaml").write_text("", encoding="utf-8")
    assert "error F141" in checked(shelf)[1]


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


def test_a_story_that_lies_by_itself_is_not_asked_for_translations(tmp_path: Path) -> None:
    (tmp_path / "rasten").mkdir()
    shutil.copy(GOOD, tmp_path / "rasten" / "story.yaml")

    assert "M612" not in checked(tmp_path / "rasten")[1]


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
    first, why, last = said.splitlines()
    assert first == (
        f"{story}:1:8: error F106 Här står ett tecken som inte är UTF-8 (0xFF). Spara filen som UTF-8."
    )
    assert why.startswith("    ")
    assert last == "1 fel i 1 fil."


# --- other ways to say it --------------------------------------------------------------------------


@pytest.fixture
def broken(shelf: Path) -> Path:
    """A story with an error and, because of it, a warning."""
    story = shelf / "rasten" / "story.yaml"
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("about: [control]", "about: [control, threat]"), encoding="utf-8")
    return story


def test_json_has_the_same_problems_in_the_same_order(broken: Path) -> None:
    code, said = checked(broken, form=Format.JSON)
    told = json.loads(said)

    assert code == 1
    assert told["files"] == 1
    first = next(each for each in told["problems"] if each["code"] == "S710")
    assert first["name"] == "content-note-missing-form"
    assert first["severity"] == "warning"
    assert (first["line"], first["column"]) == line_of(broken, "notes:")
    assert first["excerpt"].endswith("^")
    assert [each["code"] for each in told["problems"]] == codes_in(checked(broken)[1])


def test_json_of_nothing_wrong_is_an_empty_list(shelf: Path) -> None:
    assert json.loads(checked(shelf / "rasten", form=Format.JSON)[1])["problems"] == []


def test_sarif_names_each_rule_once_and_points_into_the_file(broken: Path) -> None:
    told = json.loads(checked(broken, form=Format.SARIF)[1])
    (run_,) = told["runs"]
    rules = [rule["id"] for rule in run_["tool"]["driver"]["rules"]]

    assert told["version"] == "2.1.0"
    assert len(set(rules)) == len(rules)
    assert run_["results"]
    for result in run_["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"error", "warning"}
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert place["artifactLocation"]["uri"].endswith("rasten/story.yaml")
        assert " " not in place["artifactLocation"]["uri"]
        assert place["region"]["startLine"] > 0


def test_a_problem_of_a_whole_file_has_no_region_in_sarif(shelf: Path) -> None:
    story = shelf / "rasten" / "story.yaml"
    story.write_text("", encoding="utf-8")
    (run_,) = json.loads(checked(story, form=Format.SARIF)[1])["runs"]

    assert "region" not in run_["results"][0]["locations"][0]["physicalLocation"]


@pytest.mark.parametrize(
    ("asked", "language", "said"), [("f201", "sv", "Så här blir det fel:"), ("S701", "en", "Mended:")]
)
def test_a_code_is_explained_with_an_example_and_its_mended_form(
    asked: str, language: str, said: str
) -> None:
    out = io.StringIO()

    assert explain(asked, open_catalog(LOCALE, language), language, out) == 0
    assert out.getvalue().startswith(asked.upper())
    assert said in out.getvalue()
    assert "    scenes:" in out.getvalue()


def test_a_code_that_there_is_not_is_a_wrong_use_with_a_guess() -> None:
    out = io.StringIO()

    assert explain("F02", open_catalog(LOCALE, "sv"), "sv", out) == 2
    assert "F02" in out.getvalue()
    assert "Menade du F2" in out.getvalue()


def line_of(path: Path, beginning: str) -> tuple[int, int]:
    """Where the line that begins so stands."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next((number, 1) for number, line in enumerate(lines, 1) if line.startswith(beginning))


def codes_in(said: str) -> list[str]:
    return [line.split(" ")[2] for line in said.splitlines() if ": error " in line or ": warning " in line]


def test_a_warning_that_is_allowed_with_a_reason_is_not_told(broken: Path) -> None:
    text = broken.read_text(encoding="utf-8")
    broken.write_text(
        text.replace(
            "about: [control, threat]", "about: [control, threat] # allow S712: hotet kommer i nästa del"
        ).replace("notes: Svartsjuka.", "notes: Svartsjuka. Hot."),
        encoding="utf-8",
    )

    assert checked(broken) == (0, "Inga fel i 1 fil.\n")


def test_old_help_is_told_where_its_date_stands(shelf: Path) -> None:
    entries = shelf / "help.yaml"
    text = entries.read_text(encoding="utf-8")
    entries.write_text(
        text.replace(f"  checked_on: {TODAY}", "  checked_on: 2020-01-01", 1), encoding="utf-8"
    )

    code, said = checked(entries)

    assert code == 1
    assert "warning S703" in said
    assert "checked_on: 2020-01-01" in said


def test_a_scene_that_vanished_since_the_release_is_told(shelf: Path) -> None:
    record = released_text("0.1", "2026-11-01", ["rast", "magen", "svaret", "beratta", "slut"])
    (shelf / "rasten" / "released.yaml").write_text(record, encoding="utf-8")

    code, said = checked(shelf / "rasten")

    assert code == 1
    assert "warning C801" in said
    assert "”svar”" in said


def test_a_broken_record_of_a_release_is_told_in_its_own_file(shelf: Path) -> None:
    record = shelf / "rasten" / "released.yaml"
    record.write_text("version: [1", encoding="utf-8")

    code, said = checked(shelf / "rasten")

    assert code == 1
    assert said.startswith(f"{record}:1:")
