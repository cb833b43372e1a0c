from operator import attrgetter
from pathlib import Path

import pygame
import pygame.freetype
import pytest

from game.view.cmap import characters
from game.view.text import Style, Typesetter, Weight
from game.view.typefaces import FONTS, KNOWN, TYPEFACES

FILES = sorted(FONTS.glob("*.ttf"))


@pytest.mark.parametrize(
    "file", [TYPEFACES[0].file(weight, italic=italic) for weight in Weight for italic in (False, True)]
)
def test_the_first_typeface_has_every_character_that_is_taken_for_granted(file: str) -> None:
    assert characters(FONTS / file) >= KNOWN


def test_a_typeface_has_the_same_characters_in_every_weight() -> None:
    for face in TYPEFACES:
        files = {face.file(weight, italic=italic) for weight in Weight for italic in (False, True)}
        assert len({characters(FONTS / file) for file in files}) == 1


@pytest.mark.parametrize("file", FILES, ids=attrgetter("stem"))
def test_the_character_table_agrees_with_what_freetype_finds(file: Path) -> None:
    pygame.freetype.init()
    font = pygame.freetype.Font(file, 20)
    # FreeType makes up a few characters; a sample from every part of both fonts shows whether the table is read right.
    sample = [
        chr(code) for code in (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x600, 0x700), 0xFEFB, 0x1F600)
    ]
    found = {char for char in sample if font.get_metrics(char)[0] is not None}
    assert found == characters(file) & set(sample)


def test_every_font_has_its_licence_beside_it() -> None:
    for file in FILES:
        licence = file.with_name(f"{file.stem.split('-')[0]}-OFL.txt")
        assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8")


def test_every_shipped_font_is_used() -> None:
    used = {
        face.file(weight, italic=italic)
        for face in TYPEFACES
        for weight in Weight
        for italic in (False, True)
    }
    assert used == {file.name for file in FILES}


def test_a_file_without_a_character_table_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.ttf"
    empty.write_bytes(b"\0" * 64)
    with pytest.raises(ValueError, match="cmap"):
        characters(empty)


@pytest.mark.parametrize("char", ["\U0001f600", "\ue000", "日", "\ud800", "\U0010ffff", "\u0378"])
def test_a_character_that_no_font_has_is_seen_as_a_box(char: str) -> None:
    typesetter = Typesetter(1.0)
    block = typesetter.block(char, Style(26), None)
    surface = pygame.Surface((block.width, block.height), pygame.SRCALPHA)
    typesetter.draw(surface, block, (0, 0), "black")
    assert surface.get_bounding_rect().width > 5
    assert surface.get_bounding_rect().height > 10


def test_a_picture_of_several_code_points_is_one_box() -> None:
    typesetter = Typesetter(1.0)
    family = typesetter.block("👩‍👩‍👧", Style(26), None)
    flag = typesetter.block("🇸🇪", Style(26), None)
    thumb = typesetter.block("👍🏽", Style(26), None)
    one = typesetter.block("😀", Style(26), None)
    assert family.width == flag.width == thumb.width == one.width


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("e\u0301", "é"),
        ("\u00b5", "\u03bc"),
        ("a\u2011b", "a-b"),
        ("ett\u202ftu", "ett tu"),
        ("a\u00adb", "ab"),
        ("a\u0000b", "ab"),
    ],
)
def test_a_character_without_a_glyph_is_written_with_its_equal(written: str, same: str) -> None:
    runs = Typesetter(1.0).block(written, Style(26), None).rows[0].runs
    assert "".join(run.text for run in runs) == same


def test_arabic_is_set_in_the_fallback_face_and_swedish_in_the_first() -> None:
    runs = Typesetter(1.0).block("Alva: مرحبا", Style(26, Weight.BOLD), None).rows[0].runs
    assert [run.font.file for run in runs] == ["AtkinsonHyperlegibleNext-Bold.ttf", "NotoSansArabic-Bold.ttf"]
