import subprocess
import sys
from pathlib import Path

import pygame
import pytest

from game.view.text import Block, Style, Typesetter, Weight

PAPER, INK = (255, 255, 255), (32, 24, 48)
STYLE = Style(26)
SAMPLES = [
    "AVATAR Ty, fi ffl – hej",
    "Det är långrast. Alva sitter på er bänk",
    "اتصل على الرقم 116 111 الآن. مرحبا",
    "barn\u00adomsorg e\u0301 👍🏽 x",
]

ROOT = Path(__file__).parents[2]


def drawn(typesetter: Typesetter, block: Block, upto: int | None = None) -> pygame.Surface:
    surface = pygame.Surface((block.box + 40, block.height + 40))
    surface.fill(PAPER)
    typesetter.draw(surface, block, (20, 20), INK, upto=upto)
    return surface


def image(surface: pygame.Surface) -> bytes:
    return pygame.image.tobytes(surface, "RGB")


def pixels(surface: pygame.Surface) -> list[bytes]:
    data = image(surface)
    return [data[at : at + 3] for at in range(0, len(data), 3)]


def inked(surface: pygame.Surface) -> int:
    return sum(pixel != bytes(PAPER) for pixel in pixels(surface))


def test_text_is_drawn_inside_its_block_in_its_colour() -> None:
    typesetter = Typesetter(1.0)
    surface = drawn(typesetter, typesetter.block("Hon ser på mobilen igen", STYLE, 200))
    found = {pixel for pixel in pixels(surface) if pixel != bytes(PAPER)}
    assert bytes(INK) in found
    ink = pygame.mask.from_threshold(surface, INK, (120, 120, 120, 255)).get_bounding_rects()
    assert pygame.Rect(20, 20, 200, surface.get_height() - 40).contains(ink[0].unionall(ink[1:]))


@pytest.mark.parametrize("text", SAMPLES)
def test_a_typewriter_never_moves_what_it_has_written(text: str) -> None:
    typesetter = Typesetter(1.0)
    block = typesetter.block(text, STYLE, 240)
    whole = pixels(drawn(typesetter, block))
    for upto in range(len(text) + 1):
        part = pixels(drawn(typesetter, block, upto))
        assert all(now in (bytes(PAPER), then) for now, then in zip(part, whole, strict=True))


@pytest.mark.parametrize("text", SAMPLES)
def test_a_typewriter_writes_more_and_more_until_all_is_there(text: str) -> None:
    typesetter = Typesetter(1.0)
    block = typesetter.block(text, STYLE, 240)
    amounts = [inked(drawn(typesetter, block, upto)) for upto in range(len(text) + 1)]
    assert amounts[0] == 0
    assert amounts == sorted(amounts)
    assert image(drawn(typesetter, block, len(text))) == image(drawn(typesetter, block))


def test_a_typewriter_shows_no_sliver_of_the_next_letter() -> None:
    typesetter = Typesetter(1.0)
    block = typesetter.block("AV", STYLE, None)
    first = pygame.mask.from_threshold(drawn(typesetter, block, 1), INK, (60, 60, 60, 255))
    assert len(first.get_bounding_rects()) == 1


def test_a_typewriter_begins_an_arabic_line_at_the_right() -> None:
    typesetter = Typesetter(1.0)
    block = typesetter.block("مرحبا", STYLE, None)
    ink = pygame.mask.from_threshold(
        drawn(typesetter, block, 1), INK, (120, 120, 120, 255)
    ).get_bounding_rects()
    assert ink[0].left > block.width // 2


def test_the_same_text_is_laid_out_once() -> None:
    typesetter = Typesetter(1.0)
    assert typesetter.block("Hej", STYLE, 200) is typesetter.block("Hej", STYLE, 200)
    assert typesetter.block("Hej", STYLE, 200) is not typesetter.block("Hej", STYLE, 201)


def test_drawing_more_than_the_cache_holds_still_draws_everything() -> None:
    typesetter = Typesetter(4.0)
    text = "Alva sitter på er bänk med mobilen i handen och ser ut"
    first = image(drawn(typesetter, typesetter.block(text, STYLE, None)))
    for number in range(40):
        drawn(typesetter, typesetter.block(f"{number} {text}", STYLE, None))
    assert image(drawn(typesetter, typesetter.block(text, STYLE, None))) == first


def test_each_colour_is_its_own() -> None:
    typesetter = Typesetter(1.0)
    block = typesetter.block("Hej", STYLE, None)
    surface = pygame.Surface((block.width, block.height), pygame.SRCALPHA)
    typesetter.draw(surface, block, (0, 0), "red")
    typesetter.draw(surface, block, (0, 0), "blue")
    assert pygame.mask.from_threshold(surface, "blue", (1, 1, 1, 255)).count() > 0
    assert pygame.mask.from_threshold(surface, "red", (1, 1, 1, 255)).count() == 0


def test_rows_outside_the_clip_leave_rows_inside_it_as_they_are() -> None:
    typesetter = Typesetter(1.0)
    block = typesetter.block("Hej du.\n" * 50, STYLE, None)
    whole = drawn(typesetter, block)
    window = pygame.Surface((whole.get_width(), 200))
    window.fill(PAPER)
    typesetter.draw(window, block, (20, 20 - 600), INK)
    assert image(window) == image(whole.subsurface((0, 600, whole.get_width(), 200)))


@pytest.mark.parametrize("text", ["", "\n", " ", "\u200b\u00ad"])
def test_nothing_is_drawn_for_nothing(text: str) -> None:
    typesetter = Typesetter(1.0)
    assert inked(drawn(typesetter, typesetter.block(text, STYLE, 100))) == 0


def test_a_new_typesetter_works_after_pygame_was_shut_down() -> None:
    # In a process of its own: the fonts that other tests hold would be gone as well.
    shut_down = (
        "import pygame\n"
        "from game.view.text import Typesetter\n"
        "from tests.view.test_text import STYLE\n"
        "width = Typesetter(1.0).block('Hej', STYLE, None).width\n"
        "pygame.font.quit()\n"
        "assert Typesetter(1.0).block('Hej', STYLE, None).width == width > 0"
    )
    done = subprocess.run([sys.executable, "-c", shut_down], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("weight", Weight)
@pytest.mark.parametrize("size", [12, 15, 18, 20, 23, 29, 40])
def test_letters_stand_as_close_together_in_small_text_as_in_large(size: int, weight: Weight) -> None:
    typesetter = Typesetter(1.0)
    text = "Mellanslag plingar, och mobilen lyser i handen"
    small, large = (typesetter.block(text, Style(each, weight), None).width for each in (size, 192))
    assert small == pytest.approx(large * size / 192, rel=0.015)


@pytest.mark.parametrize("ink", ["white", "red", INK])
@pytest.mark.parametrize("size", [15, 26, 50])
def test_the_edges_of_letters_are_thin_ink_and_no_other_colour(
    size: int, ink: str | tuple[int, int, int]
) -> None:
    typesetter = Typesetter(1.0)
    block = typesetter.block("Hej!", Style(size, Weight.BOLD), None)
    surface = pygame.Surface((block.width, block.height), pygame.SRCALPHA)
    typesetter.draw(surface, block, (0, 0), ink)
    data = pygame.image.tobytes(surface, "RGBA")
    found = {data[at : at + 4] for at in range(0, len(data), 4)}
    assert {tuple(pixel[:3]) for pixel in found if pixel[3]} == {tuple(pygame.Color(ink))[:3]}
    assert max(pixel[3] for pixel in found) == 255


@pytest.mark.parametrize("size", [15, 26])
def test_a_long_row_is_drawn_to_its_end(size: int) -> None:
    typesetter = Typesetter(1.0)
    block = typesetter.block("W" * 191, Style(size), None)
    surface = pygame.Surface((block.width, block.height), pygame.SRCALPHA)
    typesetter.draw(surface, block, (0, 0), "black")
    assert block.width - surface.get_bounding_rect().right <= 2
