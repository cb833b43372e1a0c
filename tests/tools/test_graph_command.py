"""`beratta graph`, without the process around it."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from game.messages.catalog import open_catalog
from game.resources import LOCALE, SCENARIOS
from game.tools.graph_command import run

STORY = "svara-direkt"


def drawn(name: str, out: Path | None, language: str = "sv") -> tuple[int, str]:
    said = io.StringIO()
    code = run(name, out, open_catalog(LOCALE, language), language, said)
    return code, said.getvalue()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The shipped story in a folder of its own, to change."""
    folder = tmp_path / "egen"
    shutil.copytree(SCENARIOS / STORY, folder)
    return folder


def test_the_map_of_a_shipped_story_is_a_picture_in_the_folder_where_one_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert drawn(STORY, None) == (0, "svara-direkt.svg är klar.\n")
    assert ET.parse(tmp_path / "svara-direkt.svg").getroot().get("lang") == "sv"


@pytest.mark.parametrize(
    ("ending", "begins"),
    [("svg", "<svg "), ("dot", "digraph "), ("mmd", "%% sv\nflowchart"), ("SVG", "<svg ")],
)
def test_the_ending_of_the_file_decides_what_is_written(tmp_path: Path, ending: str, begins: str) -> None:
    out = tmp_path / f"karta.{ending}"

    assert drawn(STORY, out) == (0, f"{out} är klar.\n")
    assert out.read_text(encoding="utf-8").startswith(begins)
    assert b"\r" not in out.read_bytes()


def test_a_dash_writes_the_picture_to_the_terminal() -> None:
    code, said = drawn(STORY, Path("-"))

    assert code == 0
    assert said.startswith("<svg ")
    assert said.endswith("</svg>\n")


def test_the_map_speaks_the_language_asked_for(tmp_path: Path) -> None:
    swedish, english = tmp_path / "sv.svg", tmp_path / "en.svg"

    assert drawn(STORY, swedish)[0] == drawn(STORY, english, "en")[0] == 0
    assert 'lang="en"' in english.read_text(encoding="utf-8")
    assert "Reta henne lite." in swedish.read_text(encoding="utf-8")
    assert "Reta henne lite." not in english.read_text(encoding="utf-8")


def test_a_story_anywhere_is_drawn_by_its_folder_and_by_its_file(own: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "1.svg", tmp_path / "2.svg"

    assert drawn(str(own), one)[0] == drawn(str(own / "story.yaml"), other)[0] == 0
    assert one.read_bytes() == other.read_bytes()


def test_a_story_with_mistakes_that_can_be_read_is_drawn_with_them(own: Path, tmp_path: Path) -> None:
    file, out = own / "story.yaml", tmp_path / "fel.svg"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("start: buss", "start: lektion"), encoding="utf-8")

    assert drawn(str(own), out)[0] == 0
    assert "nås inte" in out.read_text(encoding="utf-8")


def test_a_story_that_cannot_be_read_points_to_the_check(own: Path, tmp_path: Path) -> None:
    (own / "story.yaml").write_text("title: [", encoding="utf-8")
    out = tmp_path / "fel.svg"

    assert drawn(str(own), out) == (1, f"{own} går inte att läsa. beratta check {own} säger varför.\n")
    assert not out.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x00" * 100, b"", b"a: &a [*a]", b"- " * 5_000])
def test_a_file_that_is_no_story_is_met_calmly(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "annat.yaml"
    file.write_bytes(content)

    assert drawn(str(file), tmp_path / "x.svg") == (
        1,
        f"{file} går inte att läsa. beratta check {file} säger varför.\n",
    )


@pytest.mark.parametrize("name", ["finns-inte", "nej/nej", "a\x00b", "x" * 5_000])
def test_a_name_that_no_story_has_is_told_with_those_there_are(name: str) -> None:
    code, said = drawn(name, Path("-"))

    assert code == 2
    assert said.startswith("Det finns ingen berättelse som heter ")
    assert STORY in said


@pytest.mark.parametrize("name", ["karta.png", "karta", ".svg"])
def test_an_ending_that_is_no_map_is_told(tmp_path: Path, name: str) -> None:
    out = tmp_path / name

    assert drawn(STORY, out) == (
        2,
        f"{out} kan inte bli en karta: namnet ska sluta på .svg, .dot eller .mmd.\n",
    )


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    out = tmp_path / "ingen-mapp" / "karta.svg"
    code, said = drawn(STORY, out)

    assert code == 1
    assert said.startswith(f"{out} går inte att skriva: ")
    assert said.endswith("Välj en annan fil med -o.\n")


@pytest.mark.skipif(os.name == "nt", reason="a folder cannot be a file's name there")
def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "karta.svg").mkdir()

    assert drawn(STORY, tmp_path / "karta.svg")[0] == 1


def test_a_file_is_called_by_its_own_name_where_no_folder_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = (SCENARIOS / STORY / "story.yaml").read_text(encoding="utf-8")
    (tmp_path / "rasten.yaml").write_text(text, encoding="utf-8")

    assert drawn("rasten.yaml", None) == (0, "rasten.svg är klar.\n")
