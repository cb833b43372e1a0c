import struct
from operator import attrgetter
from pathlib import Path

import pygame
import pygame.freetype
import pytest

from game.screens.settings import Face
from game.view.cmap import characters
from game.view.text import Style, Typesetter, Weight
from game.view.typefaces import DYSLEXIC, FONTS, KNOWN, TYPEFACES, Typeface
from game.view.typography import Typography

FILES = sorted(FONTS.glob("*.[to]tf"))
SHIPPED = (*TYPEFACES, DYSLEXIC)


def test_the_first_typeface_has_all_that_swedish_is_written_with() -> None:
    assert TYPEFACES[0].known == KNOWN


@pytest.mark.parametrize("face", SHIPPED)
def test_a_typeface_has_every_character_that_is_taken_for_granted(face: Typeface) -> None:
    for file in face.files:
        assert characters(FONTS / file) >= face.known


@pytest.mark.parametrize("face", SHIPPED)
def test_a_typeface_has_the_characters_of_its_regular_weight_in_every_other(face: Typeface) -> None:
    regular = characters(FONTS / face.upright[Weight.REGULAR])
    for file in face.files:
        assert characters(FONTS / file) >= regular


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
    assert {file for face in SHIPPED for file in face.files} == {file.name for file in FILES}


@pytest.mark.parametrize("file", sorted(FONTS.glob("OpenDyslexic-*.otf")), ids=attrgetter("stem"))
def test_the_font_with_a_reserved_name_is_as_its_maker_left_it(file: Path) -> None:
    data = file.read_bytes()
    words = struct.unpack(f">{len(data) // 4}I", data)
    # The maker's checksum makes the sum of a whole file this number.
    assert sum(words) % 2**32 == 0xB1B0AFBA


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


@pytest.mark.parametrize(
    ("weight", "italic", "name"),
    [
        (Weight.REGULAR, False, "Regular"),
        (Weight.SEMIBOLD, False, "Bold"),
        (Weight.BOLD, False, "Bold"),
        (Weight.REGULAR, True, "Italic"),
        (Weight.SEMIBOLD, True, "BoldItalic"),
        (Weight.BOLD, True, "BoldItalic"),
    ],
)
def test_opendyslexic_is_set_in_its_four_styles(weight: Weight, name: str, *, italic: bool) -> None:
    typesetter = Typesetter(1.0, Typography(Face.DYSLEXIC))
    [run] = typesetter.block("Hej på dig", Style(26, weight, italic), None).rows[0].runs
    assert run.font.file == f"OpenDyslexic-{name}.otf"


def test_what_opendyslexic_lacks_is_set_in_the_first_typeface() -> None:
    typesetter = Typesetter(1.0, Typography(Face.DYSLEXIC))
    [run] = typesetter.block("\u2219", Style(26), None).rows[0].runs
    assert run.font.file == "AtkinsonHyperlegibleNext-Regular.ttf"
