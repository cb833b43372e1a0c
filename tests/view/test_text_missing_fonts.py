"""Files of fonts are missing, broken or change while the game runs: it goes on with the letters that there are."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pygame
import pytest

from game.screens.settings import Face
from game.view.text import Block, Style, Typesetter, Weight
from game.view.typefaces import FONTS, typefaces
from game.view.typography import Typography

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Åh, vem? مرحبا 116 111"
STYLES = [Style(26, weight, italic) for weight in Weight for italic in (False, True)]
BROKEN = [b"", b"no font", b"\0" * 5000, (FONTS / "AtkinsonHyperlegibleNext-Regular.ttf").read_bytes()[:4000]]


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the fonts, to be damaged."""
    folder = shutil.copytree(FONTS, tmp_path / "fonts")
    monkeypatch.setattr("game.view.typefaces.FONTS", folder)
    return folder


def without(folder: Path, pattern: str) -> None:
    for file in folder.glob(pattern):
        file.unlink()


def files(text: str, typography: Typography, style: Style) -> list[str]:
    return [run.font.file for run in Typesetter(1.0, typography).block(text, style, None).rows[0].runs]


def ink(typesetter: Typesetter, block: Block) -> int:
    surface = pygame.Surface((block.box, block.height), pygame.SRCALPHA)
    typesetter.draw(surface, block, (0, 0), "black")
    return pygame.mask.from_surface(surface, 0).count()


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("style", STYLES)
def test_without_any_font_text_is_still_seen(fonts: Path, face: Face, style: Style) -> None:
    without(fonts, "*.[to]tf")
    typesetter = Typesetter(1.0, Typography(face))
    block = typesetter.block(TEXT, style, 200)
    assert ink(typesetter, block) > 500
    assert block.width <= 200


@pytest.mark.parametrize("content", BROKEN)
@pytest.mark.parametrize("face", [Face.HYPERLEGIBLE, Face.DYSLEXIC])
def test_with_only_broken_fonts_text_is_still_seen(fonts: Path, face: Face, content: bytes) -> None:
    for file in fonts.glob("*.[to]tf"):
        file.write_bytes(content)
    typesetter = Typesetter(1.0, Typography(face))
    assert ink(typesetter, typesetter.block(TEXT, Style(26), 200)) > 500


def test_without_opendyslexic_its_readers_get_the_other_letters(fonts: Path) -> None:
    without(fonts, "OpenDyslexic*")
    assert typefaces(Face.DYSLEXIC) == typefaces(Face.HYPERLEGIBLE)
    assert files("Hej", Typography(Face.DYSLEXIC), Style(26)) == ["AtkinsonHyperlegibleNext-Regular.ttf"]


@pytest.mark.parametrize(
    ("missing", "style", "instead"),
    [
        ("*-Bold.ttf", Style(26, Weight.BOLD), "Regular"),
        ("*-BoldItalic.ttf", Style(26, Weight.BOLD, italic=True), "Bold"),
        ("*-Italic.ttf", Style(26, italic=True), "Regular"),
        ("*-Regular.ttf", Style(26), "SemiBold"),
    ],
)
def test_a_missing_style_gives_way_to_one_near_it(
    fonts: Path, missing: str, style: Style, instead: str
) -> None:
    without(fonts, missing)
    assert files("Hej", Typography(), style) == [f"AtkinsonHyperlegibleNext-{instead}.ttf"]


def test_without_arabic_letters_there_are_boxes(fonts: Path) -> None:
    without(fonts, "NotoSansArabic*")
    typesetter = Typesetter(1.0)
    assert ink(typesetter, typesetter.block("مرحبا", Style(26), None)) > 100


@pytest.mark.parametrize("face", [Face.HYPERLEGIBLE, Face.DYSLEXIC])
def test_fonts_that_vanish_while_the_game_runs_do_not_stop_it(fonts: Path, face: Face) -> None:
    typesetter = Typesetter(1.0, Typography(face))
    typesetter.block("Hej", Style(26), None)
    without(fonts, "*.[to]tf")
    assert ink(typesetter, typesetter.block("Hej", Style(27), None)) > 50


def test_a_font_that_breaks_off_at_a_letter_gives_way(fonts: Path) -> None:
    file = fonts / "OpenDyslexic-Regular.otf"
    data = bytearray(file.read_bytes())
    at = data.index(b"CFF ")
    start, length = (int.from_bytes(data[at + skip : at + skip + 4], "big") for skip in (8, 12))
    # Its outlines, not its tables: the file opens, and only drawing shows that it is broken.
    data[start + length // 4 : start + length] = b"\xff" * (length - length // 4)
    file.write_bytes(data)
    with pytest.raises(pygame.error):
        pygame.font.Font(file, 20).size("Hej åäö")
    typesetter = Typesetter(1.0, Typography(Face.DYSLEXIC))
    assert ink(typesetter, typesetter.block("Hej åäö", Style(26), None)) > 100
