"""What stories share: every picture is there, used, drawn and told; and the shipped ones are."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from game.checks.filenames import filename_problems
from game.checks.pictures import alt_problems, place_problems, problems
from game.checks.subject import Shared
from game.format.load import SHARED_FILES, load_vocabulary
from game.format.vocabulary import PlaceInfo, Vocabulary
from game.resources import SCENARIOS
from game.story.library import Form, Signs
from game.story.logic import Place

if TYPE_CHECKING:
    from pathlib import Path

    from game.story.problem import Problem

TODAY = date(2026, 11, 26)
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1366 768">'
DRAWN = f'{HEAD}<rect width="1366" height="768" fill="#DDEFEA"/></svg>'
YAML = """\
# Where it happens.
cafe:
  alt: Ett kafé på hörnet, med runda bord.
  light: day
"""
CAFE = PlaceInfo("Ett kafé på hörnet, med runda bord.", "day")


def shared(root: Path, vocabulary: Vocabulary, source: str = YAML) -> Shared:
    return Shared(root, vocabulary, TODAY, {"places/places.yaml": source})


def places(root: Path, *files: tuple[str, str]) -> list[tuple[str, str]]:
    """What is said of the place `cafe`, with these files in its folder."""
    (root / "places").mkdir()
    for name, text in files:
        (root / "places" / name).write_text(text, encoding="utf-8")
    found = problems(shared(root, Vocabulary(places={"cafe": CAFE})))
    return [(each.code, each.at.file) for each in found]


def test_the_pictures_that_are_shipped_are_in_order() -> None:
    sources = {name: (SCENARIOS / name).read_text(encoding="utf-8") for name in SHARED_FILES}
    vocabulary = load_vocabulary(SCENARIOS).value
    assert vocabulary
    assert list(problems(Shared(SCENARIOS, vocabulary, TODAY, sources))) == []


def test_a_place_that_is_drawn_and_described_is_in_order(tmp_path: Path) -> None:
    assert places(tmp_path, ("cafe.svg", DRAWN), ("places.yaml", YAML), (".DS_Store", "")) == []


def test_a_place_without_a_picture_is_told_where_it_is_described(tmp_path: Path) -> None:
    (tmp_path / "places").mkdir()
    (found,) = problems(shared(tmp_path, Vocabulary(places={"cafe": CAFE})))
    assert (found.code, found.at) == ("A560", Place("places/places.yaml", 2, 1))
    assert dict(found.values) == {"place": "cafe", "file": "cafe.svg"}


def test_a_picture_that_no_place_names_is_told(tmp_path: Path) -> None:
    found = places(tmp_path, ("cafe.svg", DRAWN), ("mall.svg", DRAWN), ("photo.png", ""))
    assert found == [("A561", "places/mall.svg"), ("A561", "places/photo.png")]


def test_a_picture_whose_name_differs_in_capitals_is_told_as_that(tmp_path: Path) -> None:
    assert places(tmp_path, ("Cafe.svg", DRAWN)) == [("F141", "places/Cafe.svg")]


def test_a_shared_file_whose_name_differs_in_capitals_is_told(tmp_path: Path) -> None:
    (tmp_path / "Signs.yaml").touch()
    (found,) = problems(shared(tmp_path, Vocabulary()))
    assert (found.code, dict(found.values)) == ("F141", {"found": "Signs.yaml", "expected": "signs.yaml"})


def seasons(root: Path, outside: str, *more: str) -> list[Problem]:
    """What is said when the café is wanted in winter too, with this in its picture."""
    (root / "places").mkdir()
    svg = DRAWN.replace("</svg>", f"\n{outside}</svg>")
    (root / "places" / "cafe.svg").write_text(svg, encoding="utf-8")
    again = {
        name: replace(CAFE, alt=f"{name}.", picture="cafe", outside="winter") for name in ("snow", *more)
    }
    source = YAML + "snow:\n  alt: Ett kafé i snö på hörnet.\n  picture: cafe\n  outside: winter\n"
    found = problems(shared(root, Vocabulary(places={"cafe": CAFE, **again}), source))
    return [each for each in found if each.code != "A578"]


def test_a_place_in_another_season_needs_no_picture_of_its_own(tmp_path: Path) -> None:
    assert seasons(tmp_path, '<g id="outside"><rect width="9" height="9" fill="#B9D5A8"/></g>') == []


def test_a_season_of_a_picture_without_anything_outside_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    (found,) = seasons(tmp_path, '<rect width="9" height="9" fill="#B9D5A8"/>')
    assert (found.code, found.at) == ("A586", Place("places/places.yaml", 7, 12))
    assert dict(found.values) == {"place": "snow", "file": "places/cafe.svg"}


def test_a_colour_that_the_season_does_not_know_is_told_once_where_it_stands(tmp_path: Path) -> None:
    (found,) = seasons(tmp_path, '<g id="outside"><rect width="9" height="9" fill="#12C412"/></g>', "more")
    assert (found.code, found.at) == ("A587", Place("places/cafe.svg", 2, 50))
    assert dict(found.values) == {"colour": "#12C412", "season": "winter"}


def test_a_season_of_a_picture_that_is_not_there_is_told_at_the_picture(tmp_path: Path) -> None:
    (tmp_path / "places").mkdir()
    again = replace(CAFE, alt="Kaféet i snö på hörnet.", picture="cafe", outside="winter")
    found = problems(shared(tmp_path, Vocabulary(places={"cafe": CAFE, "snow": again})))
    assert [(each.code, dict(each.values)["place"]) for each in found] == [("A560", "cafe")]


def test_a_picture_that_is_too_large_or_no_text_is_told(tmp_path: Path) -> None:
    assert places(tmp_path, ("cafe.svg", DRAWN + "\n" * 46_000)) == [("A569", "places/cafe.svg")]
    (tmp_path / "places" / "cafe.svg").write_bytes(b"\xff\xfe<svg/>")
    found = problems(shared(tmp_path, Vocabulary(places={"cafe": CAFE})))
    assert [each.code for each in found] == ["F130"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (DRAWN, []),
        (f'{HEAD}<rect width="1366" height="768"></svg>', ["A565"]),
        ('<svg xmlns="http://www.w3.org/2000/svg"></svg>', ["A576", "A567"]),
        (f'{HEAD}<rect x="2000" width="9" height="9"/></svg>', ["A568"]),
        (f'{HEAD}<rect width="1366" height="700" fill="#DDEFEA"/></svg>', ["A577"]),
        (f'{HEAD}<rect width="1366" height="768" fill="#DDEFEA" fill-opacity="0.9"/></svg>', ["A577"]),
    ],
)
def test_what_is_seen_only_when_it_is_drawn_is_told(text: str, codes: list[str]) -> None:
    assert [each.code for each in place_problems(text, "places/cafe.svg")] == codes


@pytest.mark.parametrize(
    ("alt", "why"),
    [
        ("Ett kafé på hörnet, med runda bord.", None),
        ("Kaféet med borden där alla i klassen brukar sitta.", None),
        ("Ett kafé.", "alt_short"),
        ("Bild på ett kafé med runda bord.", "alt_picture"),
        ("En bild av ett kafé med runda bord.", "alt_picture"),
        ("Det är cafe.", "alt_id"),
        ("cafe", "alt_id"),
        (f"Ett kafé med {'mycket ' * 25}folk.", "alt_long"),
    ],
)
def test_a_description_that_tells_nothing_is_told(alt: str, why: str | None) -> None:
    source = YAML.replace(CAFE.alt, alt)
    found = list(alt_problems({"cafe": replace(CAFE, alt=alt)}, source))
    assert [dict(each.values)["why"] for each in found] == ([why] if why else [])
    assert [each.at for each in found] == ([Place("places/places.yaml", 3, 8)] if why else [])


def test_two_places_have_two_descriptions() -> None:
    (found,) = alt_problems({"cafe": CAFE, "mall": CAFE}, "cafe:\nmall: {alt: Ett kafé}\n")
    assert (found.at.line, dict(found.values)["place"]) == (2, "mall")


def test_a_form_whose_icon_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    signs = Signs({"control": Form("control", "Kontroll", "Att bestämma.", "eyee")}, {})
    source = "forms:\n  control: {label: Kontroll, icon: eyee}\n"
    (found,) = problems(Shared(tmp_path, Vocabulary(signs=signs), TODAY, {"signs.yaml": source}))
    assert (found.code, found.at) == ("A564", Place("signs.yaml", 2, 3))
    assert dict(found.values) == {"form": "control", "icon": "eyee", "meant": "eye"}


@pytest.mark.parametrize("name", ["Story.yaml", "STORY.YAML", "story.yml", "Story.yml"])
def test_a_story_by_nearly_the_right_name_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    (found,) = filename_problems(tmp_path, "min/story.yaml")
    assert (found.code, found.at) == ("F141", Place("min/story.yaml"))
    assert dict(found.values) == {"found": name, "expected": "story.yaml"}


def test_a_folder_with_a_story_or_without_any_is_not_talked_about(tmp_path: Path) -> None:
    assert list(filename_problems(tmp_path, "story.yaml")) == []
    assert list(filename_problems(tmp_path / "nowhere", "story.yaml")) == []
    (tmp_path / "story.yaml").touch()
    (tmp_path / "story.yml").touch()
    assert list(filename_problems(tmp_path, "story.yaml")) == []


# --- the parts of people ---------------------------------------------------------------------------


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """The folder of the shipped parts, to be changed."""
    shutil.copytree(SCENARIOS / "portraits", tmp_path / "portraits")
    return tmp_path / "portraits"


def parts(folder: Path) -> list[tuple[str, str, int, int]]:
    source = (folder / "rig.yaml").read_text(encoding="utf-8")
    found = problems(Shared(folder.parent, Vocabulary(), TODAY, {"portraits/rig.yaml": source}))
    return [(each.code, each.at.file, each.at.line, each.at.column) for each in found]


def changed(folder: Path, old: str, new: str) -> None:
    rig = folder / "rig.yaml"
    text = rig.read_text(encoding="utf-8")
    assert old in text
    rig.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_parts_that_are_asked_for_and_not_there_are_told_where_they_are_asked_for(people: Path) -> None:
    changed(people, "hair: [long, ", "hair: [long, pixie, ")
    (people / "body" / "neck.svg").unlink()
    (people / "eyes" / "3" / "wide.svg").unlink()
    (people / "mouths" / "scared.svg").unlink()
    lines = (people / "rig.yaml").read_text(encoding="utf-8").splitlines()
    found = parts(people)
    assert [(code, file) for code, file, *_ in found] == [("A562", "portraits/rig.yaml")] * 4
    words = [lines[line - 1][column - 1 :].split(",")[0] for _, _, line, column in found]
    assert {word.split('"')[0] for word in words} == {"body/neck", "3", "pixie", "scared"}


def test_a_part_that_nobody_can_wear_is_told(people: Path) -> None:
    (people / "hair" / "pixie").mkdir()
    shutil.copy(people / "hair" / "bob" / "front.svg", people / "hair" / "pixie" / "front.svg")
    assert parts(people) == [("A563", "portraits/hair/pixie/front.svg", 0, 0)]


def test_what_is_wrong_in_a_part_is_told_where_it_stands(people: Path) -> None:
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 900">'
    for name, body in (
        ("bob/front", '<rect x="9" y="9" width="9" height="9" fill="{haer}"/>'),
        ("fade/front", '<rect x="900" width="9" height="9" fill="{hair}"/>'),
        ("long/front", '<rect width="9" height="9" fill="#2A2140"/>'),
        ("short/front", "<g>"),
    ):
        (people / "hair" / f"{name}.svg").write_text(f"{head}\n{body}\n</svg>", encoding="utf-8")
    assert [(code, file.split("/")[2], line, column) for code, file, line, column in parts(people)] == [
        ("A575", "bob", 2, 46),
        ("A568", "fade", 0, 0),
        ("A572", "long", 2, 28),
        ("A565", "short", 3, 3),
    ]


def test_a_face_that_could_not_be_read_is_told(people: Path) -> None:
    changed(people, 'lip: "#C9605F", brow: "#7A4F38"', 'lip: "#F8CDB7", brow: "#7A4F38"')
    (found,) = parts(people)
    assert found[:2] == ("A584", "portraits/rig.yaml")
    assert (
        (people / "rig.yaml").read_text(encoding="utf-8").splitlines()[found[2] - 1].strip().startswith("1:")
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("layers:", "lairs:"),
        ("pivot: [300, 420]", "pivot: mitten"),
        ("[black, brown, ", "[black, mint, brown, "),
        ("palettes:", "palettes: []\nothers:"),
        ('skin: "#FCDDC7"', 'skin: "peach"'),
    ],
)
def test_a_rig_that_nobody_can_be_drawn_with_is_told(tmp_path: Path, old: str, new: str) -> None:
    folder = tmp_path / "portraits"
    folder.mkdir()
    shutil.copy(SCENARIOS / "portraits" / "rig.yaml", folder)
    changed(folder, old, new)
    assert parts(folder) == [("A579", "portraits/rig.yaml", 0, 0)]


def test_where_there_are_no_parts_nothing_is_said_of_them(tmp_path: Path) -> None:
    assert list(problems(shared(tmp_path, Vocabulary()))) == []
