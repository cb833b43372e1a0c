"""The computer's own letters are found, fit in, and never stop the game, whatever the computer answers."""

from __future__ import annotations

import shutil
import sys
from itertools import starmap
from pathlib import Path

import pygame
import pytest

from game.screens.settings import Face
from game.view.cmap import characters
from game.view.system_typeface import system_typeface
from game.view.text import Style, Typesetter, Weight
from game.view.typefaces import FONTS, HYPERLEGIBLE, typefaces
from game.view.typography import Typography

OURS = FONTS / "OpenDyslexic-Regular.otf"
STYLES = {"": "Regular", ":bold": "Bold", ":italic": "Italic", ":bold:italic": "BoldItalic"}
on_linux = pytest.mark.skipif(
    sys.platform in {"win32", "darwin"}, reason="fontconfig is asked elsewhere only"
)


@pytest.fixture(autouse=True)
def _forgotten() -> None:
    system_typeface.cache_clear()
    characters.cache_clear()


class Computer:
    """What answers in fontconfig's place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked = folder / "asked"
        self.told = folder / "told"

    def answers(self, script: str) -> None:
        program = self.folder / "fc-match"
        program.write_text(
            f'#!/bin/sh\necho "$2" >> {self.asked}\ncat "$FONTCONFIG_FILE" > {self.told}\n{script}\n'
        )
        program.chmod(0o755)

    def names(self, regular: object, **others: object) -> None:
        """For each style its file; for those not named, the regular one."""
        named = starmap(
            "*:{}) printf %s '{}' ;;".format,
            [(style.replace("_", ":"), file) for style, file in others.items()],
        )
        self.answers(f"case \"$2\" in\n{chr(10).join(named)}\n*) printf %s '{regular}' ;;\nesac")


@pytest.fixture
def computer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Computer:
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    monkeypatch.setattr("game.view.system_typeface._PATIENCE", 1.0)
    return Computer(tmp_path)


def file(weight: Weight = Weight.REGULAR, *, italic: bool = False, text: str = "Hej") -> str:
    typesetter = Typesetter(1.0, Typography(Face.SYSTEM))
    [run] = typesetter.block(text, Style(26, weight, italic), None).rows[0].runs
    return run.font.file


def without_characters(folder: Path) -> Path:
    made = folder / "without.otf"
    made.write_bytes(OURS.read_bytes().replace(b"cmap", b"none", 1))
    return made


@on_linux
def test_each_style_is_set_in_the_file_that_the_computer_names(computer: Computer) -> None:
    named = {style: FONTS / f"OpenDyslexic-{name}.otf" for style, name in STYLES.items()}
    computer.names(
        named[""],
        semibold=named[":bold"],
        bold=named[":bold"],
        italic=named[":italic"],
        bold_italic=named[":bold:italic"],
    )
    found = {
        (weight, italic): file(weight, italic=italic)
        for weight in (Weight.REGULAR, Weight.BOLD)
        for italic in (False, True)
    }
    assert found[Weight.REGULAR, False] == str(named[""])
    assert found[Weight.BOLD, False] == str(named[":bold"])
    assert {found[Weight.REGULAR, True], found[Weight.BOLD, True]} <= {str(each) for each in named.values()}


@on_linux
def test_the_computer_is_asked_once_and_only_for_those_who_want_its_letters(computer: Computer) -> None:
    computer.names(OURS)
    for face in (Face.HYPERLEGIBLE, Face.DYSLEXIC):
        Typesetter(1.0, Typography(face)).block("Hej", Style(26), None)
    assert not computer.asked.exists()
    file()
    asked = computer.asked.read_text(encoding="utf-8")
    file(Weight.BOLD)
    assert computer.asked.read_text(encoding="utf-8") == asked != ""


@on_linux
def test_fontconfig_is_given_no_folder_of_the_readers_to_keep_anything_in(computer: Computer) -> None:
    computer.names(OURS)
    file()
    told = computer.told.read_text(encoding="utf-8")
    assert told.count("<cachedir") == 1
    assert "<cachedir>/var/cache/fontconfig</cachedir>" in told


@on_linux
@pytest.mark.parametrize(
    "script",
    [
        "exit 1",
        "printf ''",
        "echo /none/at/all.ttf",
        "printf /dev/zero",
        "printf /",
        "sleep 3",
        "printf '\\377\\0\\n'",
    ],
)
def test_an_answer_that_helps_nobody_leaves_the_shipped_letters(computer: Computer, script: str) -> None:
    computer.answers(script)
    assert typefaces(Face.SYSTEM) == typefaces(Face.HYPERLEGIBLE)
    assert file() == "AtkinsonHyperlegibleNext-Regular.ttf"


@on_linux
def test_without_fontconfig_there_are_the_shipped_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert file() == "AtkinsonHyperlegibleNext-Regular.ttf"


@on_linux
@pytest.mark.parametrize("content", [b"", b"no font", b"\0" * 5000, OURS.read_bytes()[:9000]])
def test_a_broken_file_leaves_the_shipped_letters(computer: Computer, content: bytes) -> None:
    broken = computer.folder / "broken.ttf"
    broken.write_bytes(content)
    computer.names(broken)
    assert file() == "AtkinsonHyperlegibleNext-Regular.ttf"


@on_linux
def test_a_font_that_tells_no_characters_leaves_the_shipped_letters(computer: Computer) -> None:
    computer.names(without_characters(computer.folder))
    assert file() == "AtkinsonHyperlegibleNext-Regular.ttf"


@on_linux
def test_a_broken_bold_leaves_the_regular_one(computer: Computer) -> None:
    computer.names(OURS, bold="/none.ttf", semibold=without_characters(computer.folder))
    assert file(Weight.BOLD) == file(Weight.SEMIBOLD) == str(OURS)


@on_linux
def test_what_one_of_its_weights_lacks_is_set_in_the_shipped_letters(computer: Computer) -> None:
    computer.names(OURS, bold=FONTS / "AtkinsonHyperlegibleNext-Bold.ttf")
    lacking = "Ж"
    assert lacking in characters(OURS) - characters(FONTS / HYPERLEGIBLE.upright[Weight.BOLD])
    assert file(text="Hej") == str(OURS)
    assert file(text=lacking) != str(OURS)


@on_linux
def test_arabic_stays_in_the_letters_that_are_known_to_join(computer: Computer) -> None:
    computer.names(OURS)
    runs = Typesetter(1.0, Typography(Face.SYSTEM)).block("Hej ١٢ مرحبا", Style(26), None).rows[0].runs
    assert {run.font.file for run in runs} == {str(OURS), "NotoSansArabic-Regular.ttf"}


@on_linux
def test_its_small_letters_are_as_high_as_the_shipped_ones(computer: Computer) -> None:
    computer.names(OURS)
    high = []
    for face in (Face.HYPERLEGIBLE, Face.SYSTEM):
        typesetter = Typesetter(1.0, Typography(face))
        block = typesetter.block("x", Style(200), None)
        surface = pygame.Surface((block.width, block.height), pygame.SRCALPHA)
        typesetter.draw(surface, block, (0, 0), "black")
        high.append(surface.get_bounding_rect().height)
    assert high[1] == pytest.approx(high[0], abs=2)


def test_on_windows_it_is_segoe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Fonts"
    folder.mkdir()
    for name, ours in (
        ("segoeui", "Regular"),
        ("seguisb", "SemiBold"),
        ("segoeuib", "Bold"),
        ("segoeuii", "Italic"),
    ):
        shutil.copy(FONTS / f"AtkinsonHyperlegibleNext-{ours}.ttf", folder / f"{name}.ttf")
    monkeypatch.setenv("WINDIR", str(tmp_path))
    monkeypatch.setattr("sys.platform", "win32")
    named = [Path(file(weight)).name for weight in Weight]
    assert named == ["segoeui.ttf", "seguisb.ttf", "segoeuib.ttf"]
    assert Path(file(italic=True)).name == "segoeuii.ttf"
    assert Path(file(Weight.BOLD, italic=True)).name == "segoeuib.ttf"


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="there the letters are really found")
@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_where_a_system_has_not_its_usual_files_there_are_the_shipped_letters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str
) -> None:
    monkeypatch.setenv("WINDIR", str(tmp_path))
    monkeypatch.setattr("sys.platform", platform)
    assert file() == "AtkinsonHyperlegibleNext-Regular.ttf"
