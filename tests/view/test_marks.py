"""Difficult words have dots under them: under all of the word and nothing else, in every script, row and size."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest

from game.screens.page import Look, Page
from game.view.frame import Frame, TextOp
from game.view.marks import draw_dots, marked
from game.view.text import Align, Block, Style, Typesetter
from tests.view.at_the_window import STILL, at
from tests.view.every_screen import laid_out, screens, shown
from tests.view.player import Player

STYLE = Style(26)
SIZE = (1366, 768)


def text_ops(frame: Frame) -> list[TextOp]:
    return [op for op in frame.everything() if isinstance(op, TextOp)]


def words_marked(frame: Frame) -> list[str]:
    """The marked letters of a screen, word by word."""
    return [op.block.text[start:end] for op in text_ops(frame) for start, end in op.marks]


def worded() -> Page:
    return shown(screens()["dialogue, difficult words"])


def stretches(block: Block, *marks: tuple[int, int], upto: int | None = None) -> list[tuple[int, int, int]]:
    return list(Typesetter(1.0).stretches(block, marks, upto=upto, align=Align.START))


def block(text: str, width: int | None = None) -> Block:
    return Typesetter(1.0).block(text, STYLE, width)


# --- which letters ---------------------------------------------------------------------------------


def test_the_difficult_words_of_a_line_are_marked() -> None:
    found = words_marked(laid_out(worded(), SIZE))
    assert "orosanmälan" in found
    assert set(found) <= {form for word in worded().explained for form in word.split(", ")}


def test_a_page_that_explains_nothing_has_no_mark() -> None:
    assert words_marked(laid_out(replace(worded(), explained=()), SIZE)) == []


def test_no_button_of_the_bar_or_below_the_line_is_marked() -> None:
    page = worded()
    labels = tuple(item.label for item in (*page.bar, *page.foot) if item.look is not Look.CHIP)
    assert words_marked(laid_out(replace(page, explained=labels), SIZE)) == []


@pytest.mark.parametrize(
    "name", ["dialogue, difficult words", "telling", "phone", "choices", "recap", "eyes"]
)
def test_only_what_the_page_has_to_read_is_marked(name: str) -> None:
    page = replace(shown(screens()[name]), explained=("och, är, inte, alva, du, i, det",))
    assert words_marked(laid_out(page, SIZE))


def test_marking_moves_nothing() -> None:
    page = worded()
    plain = laid_out(replace(page, explained=()), SIZE)
    with_dots = marked(plain, page)
    assert [replace(op, marks=()) for op in text_ops(with_dots)] == text_ops(plain)
    assert with_dots.targets == plain.targets


# --- where the dots stand --------------------------------------------------------------------------


def test_the_dots_stand_under_the_word_from_its_first_letter_to_its_last() -> None:
    line = block("en orosanmälan, ja")
    ((left, right, baseline),) = stretches(line, (3, 14))
    assert abs(left - (block("en o").width - block("o").width)) <= 2
    assert abs(right - block("en orosanmälan").width) <= 2
    assert 0 < baseline < line.height


def test_a_phrase_that_goes_on_in_the_next_row_has_dots_in_both() -> None:
    line = block("hon hade dåligt samvete", block("hon hade dåligt s").width)
    assert len(line.rows) == 2
    first, second = stretches(line, (9, 23))
    assert first[2] < second[2]
    assert second[0] == 0


def test_in_arabic_the_first_letter_is_to_the_right() -> None:
    text = "هذا بلاغ قلق الآن"
    start, end = text.index("بلاغ"), text.index(" الآن")
    line = block(text)
    ((left, right, _),) = stretches(line, (start, end))
    ((first, last, _),) = stretches(line, (0, 3))
    assert left < right <= first < last


def test_a_latin_word_in_an_arabic_line_is_marked_alone() -> None:
    text = "هو offline الآن"
    ((left, right, _),) = stretches(block(text), (3, 10))
    alone = block("offline").width
    assert abs((right - left) - alone) <= 3


def test_a_word_that_is_being_written_has_no_dots_until_it_is_whole() -> None:
    line = block("en orosanmälan, ja")
    assert stretches(line, (3, 14), upto=13) == []
    assert stretches(line, (3, 14), upto=14) == stretches(line, (3, 14))


# --- how they are drawn ----------------------------------------------------------------------------


def inked(surface: pygame.Surface) -> pygame.Rect:
    """The smallest rectangle around all that is drawn on black."""
    mask = pygame.mask.from_threshold(surface, (255, 255, 255), (1, 1, 1))
    rects = mask.get_bounding_rects()
    return rects[0].unionall(rects[1:])


@pytest.mark.parametrize("dashes", [False, True])
@pytest.mark.parametrize("size", [16.0, 26.0, 58.0, 120.0])
@pytest.mark.parametrize("width", [1, 9, 100, 301])
def test_dots_stay_under_their_word_below_the_baseline(size: float, width: int, *, dashes: bool) -> None:
    surface = pygame.Surface((400, 300))
    draw_dots(surface, size, [(40, 40 + width, 100)], (255, 255, 255), dashes=dashes)
    whole = inked(surface)
    dot = max(2, round(size * 0.1))
    assert whole.left >= 40 - dot
    assert whole.right <= 40 + width + dot
    assert whole.top > 100
    assert whole.bottom <= 100 + round(size * 0.36)


def test_there_is_as_much_room_between_the_dots_as_a_dot_is_wide() -> None:
    surface = pygame.Surface((400, 300))
    draw_dots(surface, 30.0, [(40, 100, 100)], (255, 255, 255))
    middle = inked(surface).centery
    row = [surface.get_at((x, middle))[0] > 0 for x in range(inked(surface).left, inked(surface).right)]
    assert row == [x % 6 < 3 for x in range(len(row))]
    assert len(row) == 57


def test_where_letters_have_dots_of_their_own_words_have_dashes_below_those() -> None:
    surface, dotted = pygame.Surface((400, 300)), pygame.Surface((400, 300))
    draw_dots(surface, 30.0, [(40, 100, 100)], (255, 255, 255), dashes=True)
    draw_dots(dotted, 30.0, [(40, 100, 100)], (255, 255, 255))
    found = pygame.mask.from_threshold(surface, (255, 255, 255), (1, 1, 1)).get_bounding_rects()
    assert len(found) > 1
    assert all(dash.width == 4 * dash.height for dash in found)
    assert inked(surface).top > inked(dotted).top + 1


def test_an_arabic_line_is_painted_with_dashes() -> None:
    player = Player(SIZE, replace(STILL, language="ar"))
    at(player, "dialogue, difficult words")
    op = next(op for op in text_ops(player.frame) if op.marks)
    with_marks = player.picture.subsurface(op.rect).copy()
    player.close()
    assert op.block.rtl
    mask = pygame.mask.from_threshold(with_marks, op.colour, (40, 40, 40))
    dashes = [box for box in mask.get_bounding_rects() if box.height <= 3 and box.width >= 3 * box.height]
    assert len(dashes) > 3
