"""A whole edition: nothing is missing in it, nothing comes from elsewhere, and it is small enough for a school's network."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys

import pytest

from game.resources import SCENARIOS
from game.tools.web import letters
from game.tools.web.building import LIST, STATIC, Edition, edition, listed, packed
from game.tools.web.scripts import data_scripts
from game.tools.web.shelf import shelf
from game.tools.web.single import single
from game.view.typefaces import FONTS
from tests.tools.web.graphs import STORY, bookshelf, rig

FIRST, ALL = 300_000, 3_000_000
"""Bytes, packed: to the first scene, and of eight stories in six languages."""
STORIES = 8


@pytest.fixture(scope="module")
def folder() -> Edition:
    return edition(bookshelf(), [STORY])


@pytest.fixture(scope="module")
def one_file() -> str:
    return single(edition(bookshelf(), [STORY], inline=True).files).decode()


def _data(files: Edition, path: str) -> list[object]:
    call = files.files[path].decode()
    found: list[object] = json.loads(f"[{call.removeprefix('Beratta.data(').removesuffix(');' + chr(10))}]")
    return found


def test_what_the_page_asks_for_is_there_and_everything_that_is_always_there_is_asked_for(
    folder: Edition,
) -> None:
    page = folder.files["index.html"].decode()
    asked = set(re.findall(r'(?:src|href)="([^"]+)"', page)) - {"data:,"}

    assert asked <= folder.files.keys()
    assert {path.name for path in STATIC.iterdir()} - {"index.html"} <= asked
    assert "themes.css" in asked


def test_the_folder_lets_in_nothing_but_its_own_files_and_no_script_in_the_page(folder: Edition) -> None:
    page = folder.files["index.html"].decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)

    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";") if rule.strip())
    assert rules["default-src"] == "'none'"
    assert rules["script-src"] == rules["style-src"] == "'self'"
    assert rules["img-src"] == "'self' data:"
    assert rules["base-uri"] == rules["form-action"] == "'none'"
    assert "connect-src" not in rules
    assert not re.findall(r"<script(?![^>]*\bsrc=)", page)
    assert not re.findall(r"<style|\bstyle=|\bon\w+=", page)


def test_no_file_names_an_address_elsewhere(folder: Edition) -> None:
    for path, data in folder.files.items():
        if path.endswith((".js", ".css", ".html", ".svg")):
            addresses = set(re.findall(r"https?://[^\s\"'<>)\\]+", data.decode()))
            assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"}, path


def test_every_place_that_is_shown_has_its_picture(folder: Edition) -> None:
    _, _, shelf = _data(folder, "data/shelf.js")
    assert isinstance(shelf, dict)
    _, _, story = _data(folder, f"data/story.{STORY}.js")
    assert isinstance(story, dict)

    assert set(story["places"]) <= shelf["places"].keys()
    assert shelf["title"]["place"] in shelf["places"]
    assert all(place["src"] in folder.files for place in shelf["places"].values())


def test_a_place_in_winter_has_the_winter_in_its_picture() -> None:
    files = edition(bookshelf(), ["bakom-vaggen"]).files
    svg = files["art/classroom_winter.svg"].decode()
    assert "#E8AC3F" in (SCENARIOS / "places" / "classroom.svg").read_text(encoding="utf-8")
    assert "#E8AC3F" not in svg.partition('id="outside_left"')[2].partition("</g>")[0]
    assert "art/classroom.svg" not in files


def test_everything_is_in_every_language(folder: Edition) -> None:
    _, _, shelf = _data(folder, "data/shelf.js")
    assert isinstance(shelf, dict)
    codes = [each["code"] for each in shelf["languages"]]
    swedish = _data(folder, "data/ui.sv.js")[2]
    assert isinstance(swedish, dict)

    assert codes == ["sv", "sv-lattlast", "en", "ar", "so", "fi"]
    for code in codes:
        kind, name, ui = _data(folder, f"data/ui.{code}.js")
        assert (kind, name) == ("ui", code)
        assert isinstance(ui, dict)
        assert ui["words"].keys() == swedish["words"].keys()
        assert all(ui["words"].values())
        assert ui["heads"].keys() == {STORY}
        assert ui["signs"].keys() == swedish["signs"].keys()
        assert [each["id"] for each in ui["help"]] == [each["id"] for each in swedish["help"]]
        assert f"data/story.{STORY}.{code}.js" in folder.files
    arabic = _data(folder, "data/ui.ar.js")[2]
    assert isinstance(arabic, dict)
    assert arabic["language"]["dir"] == "rtl"


def test_a_typeface_goes_with_its_licence_and_unchanged(folder: Edition) -> None:
    for each in letters.LETTERS:
        assert folder.files[f"fonts/{each.file}"] == (FONTS / each.file).read_bytes()
        assert b"SIL OPEN FONT LICENSE" in folder.files[f"fonts/{each.file.partition('-')[0]}-OFL.txt"]
        assert each.file in folder.files["themes.css"].decode()


def test_it_is_small_enough_with_eight_stories_in_six_languages(folder: Edition) -> None:
    of_a_story = sum(
        packed(data) for path, data in folder.files.items() if path.startswith(f"data/story.{STORY}")
    )
    more, more_first = (STORIES - 1) * of_a_story, (STORIES - 1) * _weight_of_a_cover()

    assert len(folder.languages) == 6
    assert folder.to_first_scene() + more_first < FIRST
    assert folder.in_all() + more + more_first < ALL


def _weight_of_a_cover() -> int:
    """What a story adds to what is loaded before any story is chosen."""
    library = bookshelf().library()
    with_it, without = (
        packed(data_scripts(shelf(library, marks, rig(), {}), {}, {})["data/shelf.js"].encode())
        for marks in ({STORY: "mark"}, dict[str, str]())
    )
    assert with_it > without
    return with_it - without


def test_the_same_stories_make_the_same_bytes_in_any_process(folder: Edition) -> None:
    program = (
        "import hashlib\n"
        "from game.tools.web.building import edition, listed\n"
        "from tests.tools.web.graphs import STORY, bookshelf\n"
        "print(hashlib.sha256(listed(edition(bookshelf(), [STORY]).files)).hexdigest())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.strip() == hashlib.sha256(listed(folder.files)).hexdigest()
    assert LIST not in folder.files


# --- in one file -----------------------------------------------------------------------------------


def test_one_file_asks_for_nothing_outside_itself(one_file: str) -> None:
    assert not re.findall(r"<(?:script|img)[^>]*\ssrc=", one_file)
    assert re.findall(r"<link[^>]*>", one_file) == ['<link rel="icon" href="data:,">']


def test_one_file_lets_in_the_very_scripts_and_styles_that_stand_in_it(one_file: str) -> None:
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', one_file)
    scripts = re.findall(r"<script>(.*?)</script>", one_file, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", one_file, re.DOTALL)
    named = re.findall(r"'sha256-([^']+)'", policy)

    assert len(scripts) > 5
    assert len(styles) > 1
    assert "unsafe" not in policy
    assert "'self'" not in policy
    assert named == [
        base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (*scripts, *styles)
    ]


def test_one_file_has_the_data_as_text_under_the_names_of_its_files(one_file: str, folder: Edition) -> None:
    blocks = dict(
        re.findall(r'<script type="application/json" id="([^"]+)">(.*?)</script>', one_file, re.DOTALL)
    )

    assert blocks.keys() == {path for path in folder.files if path.startswith("data/")}
    assert json.loads(blocks[f"data/story.{STORY}.en.js"]) == _data(folder, f"data/story.{STORY}.en.js")
    shelf = json.loads(blocks["data/shelf.js"])[2]
    assert all(place["src"].startswith("data:image/svg+xml,") for place in shelf["places"].values())
