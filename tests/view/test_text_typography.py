"""Text is set as the reader wants it: how much room, in which letters; and it is measured as it is drawn."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

import pygame
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.screens.settings import Face, Spacing
from game.view.text import Align, Block, Style, Typesetter
from game.view.typefaces import typefaces
from game.view.typography import Typography
from tests.view.test_text_wrapping import ANY_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

PAPER, INK = (255, 255, 255), (0, 0, 0)
STYLE = Style(26)
# Large enough for letters to stand on whole pixels.
LARGE = Style(60)
USUAL, WIDE, WIDEST = (Typography(letters=spacing) for spacing in Spacing)
EVERY = [Typography(face, each, each) for face, each in product(Face, Spacing)]
SETTERS = {typography: Typesetter(1.0, typography) for typography in EVERY}
SAMPLES = [
    "AVATAR Ty, fi ffl – hej",
    "Jag, 15 år: ”Åh!”",
    "اتصل على الرقم 116 111 الآن. مرحبا",
    "barn\u00adomsorg e\u0301 👍🏽 x",
    "قالت Alva: مرحبا",
]


def named(typography: Typography) -> str:
    return f"{typography.face.name}-{typography.letters.name}".lower()


def drawn(typesetter: Typesetter, block: Block, upto: int | None = None) -> pygame.Surface:
    surface = pygame.Surface((block.box + 40, block.height + 80))
    surface.fill(PAPER)
    typesetter.draw(surface, block, (20, 40), INK, upto=upto)
    return surface


def ink_of(surface: pygame.Surface) -> pygame.Mask:
    mask = pygame.mask.from_threshold(surface, PAPER, (1, 1, 1, 255))
    mask.invert()
    return mask


def ink(text: str, typography: Typography, style: Style = LARGE) -> pygame.Mask:
    typesetter = Typesetter(1.0, typography)
    return ink_of(drawn(typesetter, typesetter.block(text, style, None)))


def width(text: str, typography: Typography, style: Style = LARGE) -> int:
    return Typesetter(1.0, typography).block(text, style, None).width


def columns(mask: pygame.Mask) -> list[bool]:
    wide, high = mask.get_size()
    return [any(mask.get_at((x, y)) for y in range(high)) for x in range(wide)]


def blanks(mask: pygame.Mask) -> list[int]:
    """How wide the gaps without ink are between what stands side by side."""
    inked = [x for x, has_ink in enumerate(columns(mask)) if has_ink]
    return [after - before - 1 for before, after in pairwise(inked) if after - before > 1]


# --- lines -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [12, 15, 20.5, 21, 21.5, 26, 30.3, 58, 96])
@pytest.mark.parametrize("line_height", [1.1, 1.36, 1.45])
@pytest.mark.parametrize("scale", [0.8, 1.0, 1.0667, 3.0])
def test_the_widest_lines_are_one_and_a_half_times_as_high_as_their_letters(
    size: float, line_height: float, scale: float
) -> None:
    style = Style(size, line_height=line_height)
    usual, wide, widest = (
        Typesetter(scale, Typography(lines=each)).block("a\nb", style, None) for each in Spacing
    )
    [font] = {run.font.size for row in widest.rows for run in row.runs}
    assert widest.rows[0].height >= 1.5 * font
    assert widest.rows[0].height <= 1.5 * font + 1
    assert abs(wide.height - (usual.height + widest.height) / 2) <= 2
    assert usual.height <= wide.height <= widest.height


@pytest.mark.parametrize("lines", Spacing)
def test_lines_that_have_room_enough_get_no_more(lines: Spacing) -> None:
    style = Style(26, line_height=1.7)
    airy = Typesetter(1.0, Typography(lines=lines)).block("a\nb", style, None)
    assert airy.height == Typesetter(1.0).block("a\nb", style, None).height


def test_letters_stay_in_the_middle_of_higher_rows() -> None:
    block = Typesetter(1.0, Typography(lines=Spacing.WIDEST)).block("H", Style(60, line_height=1.0), None)
    found = ink_of(drawn(Typesetter(1.0), block)).get_bounding_rects()[0]
    assert abs((found.top - 40) - (40 + block.height - found.bottom)) <= 3


# --- letters and words -----------------------------------------------------------------------------


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("style", [Style(60), Style(26), Style(15)])
def test_the_widest_letters_are_as_far_apart_as_wcag_asks(face: Face, style: Style) -> None:
    usual, wide, widest = (width("HHHHHHHHHHH", Typography(face, letters=each), style) for each in Spacing)
    [run] = Typesetter(1.0, Typography(face)).block("H", style, None).rows[0].runs
    assert widest - usual >= 10 * 0.12 * run.font.size
    assert abs((widest - usual) - 2 * (wide - usual)) <= 11


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("style", [Style(60), Style(26), Style(15)])
def test_the_widest_words_are_as_far_apart_as_wcag_asks(face: Face, style: Style) -> None:
    typography = Typography(face, letters=Spacing.WIDEST)
    added = [
        width(text, typography, style) - width(text, Typography(face), style)
        for text in ("HHHHHH", "H H H H H H")
    ]
    [run] = Typesetter(1.0, typography).block("H", style, None).rows[0].runs
    assert added[1] - added[0] >= 5 * (0.12 + 0.16) * run.font.size - 1


def test_the_room_is_seen_between_the_letters() -> None:
    usual, widest = blanks(ink("HHHHH", USUAL)), blanks(ink("HHHHH", WIDEST))
    assert len(widest) == 4
    assert min(widest) - max(usual) >= 0.12 * 60 - 1


def test_a_ligature_comes_apart_into_its_letters() -> None:
    assert len(blanks(ink("fl", WIDEST))) == 1


@pytest.mark.parametrize("typography", [USUAL, WIDE, WIDEST], ids=named)
def test_letters_keep_their_kerning(typography: Typography) -> None:
    assert width("AV", typography) < width("A", typography) + width("V", typography) - 2


@pytest.mark.parametrize("word", ["مرحبا", "الهاتف", "می\u200cخواهم", "سِلام", "حالك؟"])
def test_joined_letters_stay_as_they_are(word: str) -> None:
    usual, widest = ink(word, USUAL), ink(word, WIDEST)
    [seen, same] = (mask.to_surface().subsurface(around(mask)) for mask in (usual, widest))
    assert pygame.image.tobytes(seen, "RGBA") == pygame.image.tobytes(same, "RGBA")


def around(mask: pygame.Mask) -> pygame.Rect:
    found = mask.get_bounding_rects()
    return found[0].unionall(found[1:])


def test_joined_words_are_set_apart() -> None:
    text = "مرحبا مرحبا"
    usual, widest = (max(blanks(ink(text, typography))) for typography in (USUAL, WIDEST))
    assert widest - usual >= (2 * 0.12 + 0.16) * 60 - 1


@pytest.mark.parametrize("face", [Face.HYPERLEGIBLE, Face.DYSLEXIC])
def test_a_mark_stays_with_its_letter(face: Face) -> None:
    usual, widest = (
        ink("q\u0301", Typography(face, letters=each)) for each in (Spacing.USUAL, Spacing.WIDEST)
    )
    assert around(usual).size == around(widest).size
    assert usual.count() == widest.count()


@pytest.mark.parametrize("face", Face)
def test_a_soft_hyphen_that_is_not_seen_takes_no_room(face: Face) -> None:
    typography = Typography(face, letters=Spacing.WIDEST)
    assert width("barn\u00adomsorg", typography) == width("barnomsorg", typography)


@pytest.mark.parametrize("text", ["\u200c", "\u200d\u200c", " \u200c ", "\u00ad"])
def test_what_is_not_seen_is_not_drawn(text: str) -> None:
    typesetter = Typesetter(1.0, WIDEST)
    assert ink_of(drawn(typesetter, typesetter.block(text, STYLE, None))).count() == 0


def test_wider_letters_take_more_rows() -> None:
    text = "Hon ser på mobilen igen och lägger den med skärmen nedåt. " * 4
    usual, widest = (Typesetter(1.0, each).block(text, STYLE, 400) for each in (USUAL, WIDEST))
    assert len(widest.rows) > len(usual.rows)
    assert widest.width <= 400


@pytest.mark.parametrize("typography", [WIDE, WIDEST], ids=named)
def test_runs_of_several_directions_stand_side_by_side(typography: Typography) -> None:
    block = Typesetter(1.0, typography).block("قالت Alva: مرحبا 116 111", STYLE, None)
    x = 0
    for run in block.rows[0].runs:
        assert run.x == x
        x += run.width
    assert x == block.width


# --- measured as drawn -----------------------------------------------------------------------------


@given(
    text=ANY_TEXT,
    typography=st.sampled_from(EVERY),
    across=st.integers(-1, 400),
    rtl=st.sampled_from([None, True]),
)
@settings(deadline=None)
def test_any_text_keeps_to_its_width_unless_a_row_is_one_grapheme(
    text: str, typography: Typography, across: int, *, rtl: bool | None
) -> None:
    for row in SETTERS[typography].block(text, STYLE, across, rtl=rtl).rows:
        carets = [caret for run in row.runs for caret in run.carets]
        assert row.width <= max(across, 0) or len(carets) == 1


@given(text=ANY_TEXT, typography=st.sampled_from(EVERY), across=st.integers(60, 400))
@settings(deadline=None)
def test_a_text_fits_in_the_width_that_was_measured(text: str, typography: Typography, across: int) -> None:
    typesetter = SETTERS[typography]
    block = typesetter.block(text, STYLE, across)
    again = typesetter.block(text, STYLE, block.width)
    assert [(row.start, row.end) for row in again.rows] == [(row.start, row.end) for row in block.rows]


@given(text=ANY_TEXT, typography=st.sampled_from(EVERY))
@example("jjj fff qqq", Typography(Face.DYSLEXIC, Spacing.WIDEST, Spacing.WIDEST))
@settings(deadline=None, max_examples=60)
def test_all_ink_stands_inside_the_row(text: str, typography: Typography) -> None:
    typesetter = SETTERS[typography]
    block = typesetter.block(text[:40], STYLE, 300)
    found = drawn(typesetter, block)
    for x in (*range(20), *range(20 + block.box, block.box + 40)):
        assert all(found.get_at((x, y))[:3] == PAPER for y in range(found.get_height()))


@pytest.mark.parametrize("typography", EVERY, ids=named)
@pytest.mark.parametrize("text", SAMPLES)
def test_what_is_drawn_reaches_as_far_as_was_measured(typography: Typography, text: str) -> None:
    typesetter = SETTERS[typography]
    block = typesetter.block(text, STYLE, None)
    found = around(ink_of(drawn(typesetter, block)))
    sides = (found.left - 20, 20 + block.width - found.right)
    assert all(-1 <= side <= 0.12 * 26 + 6 for side in sides)


@given(text=ANY_TEXT, typography=st.sampled_from(EVERY), across=st.integers(60, 300))
@settings(deadline=None, max_examples=30)
def test_a_typewriter_writes_more_and_more_of_any_text(
    text: str, typography: Typography, across: int
) -> None:
    typesetter = SETTERS[typography]
    block = typesetter.block(text[:24], STYLE, across)
    amounts = [ink_of(drawn(typesetter, block, upto)).count() for upto in range(len(block.text) + 1)]
    assert amounts[0] == 0
    assert amounts == sorted(amounts)
    assert amounts[-1] == ink_of(drawn(typesetter, block)).count()


@pytest.mark.parametrize("typography", EVERY, ids=named)
@pytest.mark.parametrize("text", SAMPLES)
def test_a_typewriter_never_moves_what_it_has_written(typography: Typography, text: str) -> None:
    typesetter = SETTERS[typography]
    block = typesetter.block(text, STYLE, 240)
    whole = drawn(typesetter, block)
    for upto in range(len(text) + 1):
        part = drawn(typesetter, block, upto)
        moved = ink_of(part)
        moved.erase(pygame.mask.from_threshold(part, INK, (1, 1, 1, 255), whole), (0, 0))
        assert moved.count() == 0


@pytest.mark.parametrize("typography", [WIDE, WIDEST], ids=named)
def test_a_typewriter_shows_no_sliver_of_the_next_letter(typography: Typography) -> None:
    typesetter = Typesetter(1.0, typography)
    part = drawn(typesetter, typesetter.block("HHH", LARGE, None), 1)
    assert around(ink_of(part)).size == around(ink("H", typography)).size


# --- marks -----------------------------------------------------------------------------------------


def marked(text: str, start: int, end: int, typography: Typography) -> Iterator[tuple[int, int]]:
    typesetter = Typesetter(1.0, typography)
    block = typesetter.block(text, LARGE, None)
    for left, right, _ in typesetter.stretches(block, [(start, end)], upto=None, align=Align.START):
        yield left, right


@pytest.mark.parametrize("typography", EVERY, ids=named)
@pytest.mark.parametrize(("text", "start", "end"), [("HH HHH HH", 3, 6), ("مرحبا مرحبا مرحبا", 6, 11)])
def test_a_mark_stands_under_its_word_and_nothing_else(
    typography: Typography, text: str, start: int, end: int
) -> None:
    [(left, right)] = marked(text, start, end, typography)
    inked = columns(ink(text, typography))[20:]
    word = [x for x in range(left, right) if inked[x]]
    assert word[0] - left <= 13
    assert right - word[-1] <= 13
    assert not any(inked[left - 5 : left])
    assert not any(inked[right : right + 5])


@pytest.mark.parametrize("typography", EVERY, ids=named)
def test_marks_of_all_letters_follow_each_other(typography: Typography) -> None:
    text = "AVATAR fi"
    found = [next(marked(text, index, index + 1, typography)) for index in range(len(text))]
    assert all(left <= right for left, right in found)
    assert all(before[1] <= after[0] + 1 for before, after in pairwise(found))


# --- faces -----------------------------------------------------------------------------------------


def test_openings_of_a_new_typesetter_do_not_change_an_old_one() -> None:
    old = Typesetter(1.0)
    before = old.block("Hej", STYLE, None)
    Typesetter(1.0, Typography(Face.DYSLEXIC, Spacing.WIDEST, Spacing.WIDEST)).block("Hej", STYLE, None)
    assert old.block("Hej", STYLE, None) is before


@pytest.mark.parametrize("face", Face)
def test_small_letters_are_equally_high_in_every_face(face: Face) -> None:
    high = around(ink("x", Typography(face), Style(200))).height
    assert high == pytest.approx(0.496 * 200, abs=2)


@pytest.mark.parametrize("face", Face)
def test_every_face_falls_back_on_the_shipped_letters_and_on_arabic(face: Face) -> None:
    assert [each.script for each in typefaces(face)][-1] == "Arab"
    runs = Typesetter(1.0, Typography(face)).block("Alva: مرحبا", STYLE, None).rows[0].runs
    assert runs[-1].font.file.startswith("NotoSansArabic") or runs[0].font.file.startswith("NotoSansArabic")


@pytest.mark.parametrize("face", Face)
def test_a_character_that_no_face_has_is_seen_as_the_same_box(face: Face) -> None:
    runs = Typesetter(1.0, Typography(face)).block("\ue000", STYLE, None).rows[0].runs
    assert [run.font.file for run in runs] == ["AtkinsonHyperlegibleNext-Regular.ttf"]
    assert ink("\ue000", Typography(face)).count() > 50


@pytest.mark.parametrize("face", Face)
def test_a_space_that_does_not_break_is_a_space(face: Face) -> None:
    assert width("a\u00a0b", Typography(face)) == width("a b", Typography(face))
    assert ink("a\u00a0b", Typography(face)).count() == ink("a b", Typography(face)).count()
