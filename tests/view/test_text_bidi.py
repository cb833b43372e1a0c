import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.messages.pseudo import mirrored
from game.view.bidi_runs import levels, visual_order
from game.view.text import Align, Block, Style, Typesetter

STYLE = Style(26)
NUMBERS = ["116 111", "020-57 70 70", "90101", "112", "1177", "+46 8 123 45 67", "8:30", "3,5"]


def shown(block: Block) -> list[str]:
    return [run.text for run in block.rows[0].runs]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_in_an_arabic_sentence_is_one_left_to_right_run(number: str) -> None:
    block = Typesetter(1.0).block(f"اتصل على الرقم {number} الآن.", STYLE, None)
    [run] = [run for run in block.rows[0].runs if run.text == number]
    assert not run.rtl
    assert block.rtl


@pytest.mark.parametrize("number", NUMBERS)
def test_a_number_in_an_arabic_sentence_looks_as_it_does_alone(number: str) -> None:
    typesetter = Typesetter(1.0)
    sentence = typesetter.block(f"اتصل على الرقم {number} الآن.", STYLE, None)
    alone = typesetter.block(number, STYLE, None)
    [run] = [run for run in sentence.rows[0].runs if run.text == number]
    assert pixels(typesetter, sentence, run.x, run.width) == pixels(typesetter, alone, 0, alone.width)


def pixels(typesetter: Typesetter, block: Block, x: int, width: int) -> bytes:
    surface = pygame.Surface((block.box, block.height))
    surface.fill("white")
    typesetter.draw(surface, block, (0, 0), "black")
    return pygame.image.tobytes(surface.subsurface((x, 0, width, block.height)), "RGB")


def test_swedish_inside_arabic_and_arabic_inside_swedish_keep_the_order_of_the_sentence() -> None:
    typesetter = Typesetter(1.0)
    arabic = typesetter.block("قالت Alva: مرحبا", STYLE, None)
    swedish = typesetter.block("Alva sade مرحبا till Noel", STYLE, None)
    assert "".join(shown(arabic)).index("مرحبا") < "".join(shown(arabic)).index("Alva")
    assert [text.strip() for text in shown(swedish)] == ["Alva sade", "مرحبا", "till Noel"]


def test_a_word_that_is_turned_round_looks_as_its_letters_do_from_right_to_left() -> None:
    typesetter = Typesetter(1.0)
    turned = typesetter.block(mirrored("HEN"), STYLE, None)
    plain = typesetter.block("NEH", STYLE, None)
    assert turned.width == plain.width
    assert pixels(typesetter, turned, 0, turned.width) == pixels(typesetter, plain, 0, plain.width)


@pytest.mark.parametrize("number", NUMBERS)
def test_words_that_are_turned_round_stand_from_right_to_left_around_a_number(number: str) -> None:
    block = Typesetter(1.0).block(mirrored(f"Ring {number} nu, då!"), STYLE, None, rtl=True)
    seen = [run for run in block.rows[0].runs if run.text.strip()]
    assert [run.text.strip() for run in seen] == ["!", "då", ",", "nu", number, "Ring"]
    assert [run.rtl for run in seen if run.text.strip() == number] == [False]
    assert all(run.rtl for run in seen if run.text.isalpha())


def test_a_text_of_turned_words_is_divided_where_its_source_is() -> None:
    typesetter = Typesetter(1.0)
    text = "En vuxen som lyssnar, tror på dig och hjälper dig vidare."
    rows = [typesetter.block(made, STYLE, 220, rtl=True).rows for made in (text, mirrored(text))]
    assert len(rows[1]) == len(rows[0]) > 2


def test_two_arabic_words_of_different_fonts_stand_from_right_to_left() -> None:
    block = Typesetter(1.0).block("مرحبا ∑ مرحبا", STYLE, None)
    assert [run.start for run in block.rows[0].runs] == sorted(
        (run.start for run in block.rows[0].runs), reverse=True
    )


def test_the_zero_width_non_joiner_survives_and_keeps_letters_apart() -> None:
    typesetter = Typesetter(1.0)
    apart = typesetter.block("می\u200cخواهم", STYLE, None)
    joined = typesetter.block("میخواهم", STYLE, None)
    assert "\u200c" in apart.rows[0].runs[0].text
    assert pixels(typesetter, apart, 0, apart.width) != pixels(typesetter, joined, 0, joined.width)


def test_letters_join_although_the_run_is_in_logical_order() -> None:
    typesetter = Typesetter(1.0)
    assert typesetter.block("مرحبا", STYLE, None).width < sum(
        typesetter.block(letter, STYLE, None).width for letter in "مرحبا"
    )


@pytest.mark.parametrize(
    ("text", "rtl"), [("Hej", False), ("مرحبا", True), ("116 111", False), ("… مرحبا Hej", True), ("", False)]
)
def test_the_direction_comes_from_the_first_character_that_has_one(text: str, *, rtl: bool) -> None:
    assert Typesetter(1.0).block(text, STYLE, None).rtl is rtl


def test_the_direction_can_be_given() -> None:
    block = Typesetter(1.0).block("Hej!", STYLE, None, rtl=True)
    assert block.rtl
    assert shown(block) == ["!", "Hej"]


@pytest.mark.parametrize(
    ("text", "align", "side"),
    [
        ("Hej", Align.START, "left"),
        ("Hej", Align.CENTER, "center"),
        ("Hej", Align.END, "right"),
        ("مرحبا", Align.START, "right"),
        ("مرحبا", Align.CENTER, "center"),
        ("مرحبا", Align.END, "left"),
    ],
)
def test_rows_start_on_the_side_where_reading_starts(text: str, align: Align, side: str) -> None:
    typesetter = Typesetter(1.0)
    surface = pygame.Surface((400, 60), pygame.SRCALPHA)
    typesetter.draw(surface, typesetter.block(text, STYLE, 400), (0, 0), "black", align=align)
    ink = surface.get_bounding_rect()
    free = {"left": ink.left, "right": 400 - ink.right, "center": abs(200 - ink.centerx)}
    assert free[side] <= 4


def test_levels_follow_the_standard() -> None:
    assert levels("abc", rtl=False) == [0, 0, 0]
    assert levels("abc", rtl=True) == [2, 2, 2]
    assert levels("a ب 1", rtl=False) == [0, 0, 1, 1, 2]
    assert levels("ب a", rtl=True) == [1, 1, 2]


def test_an_isolate_or_an_unknown_character_does_not_stop_the_algorithm() -> None:
    assert levels("ب\u2066a\u2069\u0378ب", rtl=True)[0] == 1


@given(st.lists(st.integers(0, 5)))
@settings(deadline=None)
def test_the_visual_order_has_every_piece_once(piece_levels: list[int]) -> None:
    assert sorted(visual_order(piece_levels)) == list(range(len(piece_levels)))


@pytest.mark.parametrize(
    ("piece_levels", "order"),
    [
        ([0, 1, 0], [0, 1, 2]),
        ([1, 1, 1], [2, 1, 0]),
        ([1, 2, 2, 1], [3, 1, 2, 0]),
        ([0, 1, 2, 1, 0], [0, 3, 2, 1, 4]),
    ],
)
def test_pieces_are_reversed_from_the_highest_level_down(piece_levels: list[int], order: list[int]) -> None:
    assert visual_order(piece_levels) == order
