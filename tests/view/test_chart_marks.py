"""A QR code that a camera reads, bars told apart without colours, and a ring of time: as they are painted."""

from __future__ import annotations

import pygame
import pytest
import segno
from pygame import Rect

from game.view.art import Shelf
from game.view.chart_marks import QUIET, draw_mark
from game.view.frame import BarOp, Pattern, QrOp, RingOp
from game.view.palettes import BLACK, WARM, WHITE

ROWS = tuple(tuple(bool(each) for each in row) for row in segno.make("http://10.0.4.12:8080/s/K4TJA7").matrix)
GREY = (120, 120, 120)


def painted(op: BarOp | QrOp | RingOp, grown: float = 1.0) -> pygame.Surface:
    surface = pygame.Surface((700, 700))
    surface.fill(GREY)
    draw_mark(surface, op, op.rect.topleft, Shelf(1 << 22), grown)
    return surface


@pytest.mark.parametrize("module", [3, 5, 8])
@pytest.mark.parametrize("spare", [0, 5])
def test_a_code_is_black_on_white_module_by_module_with_its_quiet_zone(module: int, spare: int) -> None:
    side = (len(ROWS) + 2 * QUIET) * module + spare
    surface = painted(QrOp(Rect(40, 30, side, side), ROWS, module))
    first = (side - len(ROWS) * module) // 2
    read = tuple(
        tuple(
            surface.get_at((40 + first + x * module + module // 2, 30 + first + y * module + module // 2))[:3]
            == BLACK
            for x in range(len(ROWS))
        )
        for y in range(len(ROWS))
    )
    assert read == ROWS
    quiet = QUIET * module
    for x, y in ((0, 0), (side // 2, quiet - 1), (quiet - 1, side // 2), (side - 1, side - 1)):
        assert surface.get_at((40 + x, 30 + y))[:3] == WHITE


def bar(pattern: Pattern, **more: object) -> BarOp:
    return BarOp(Rect(50, 50, 300, 48), WARM.teal_fill, WHITE, 8, pattern, **more)  # type: ignore[arg-type]


def test_patterns_are_told_apart_where_all_colours_are_one() -> None:
    seen = [pygame.image.tobytes(painted(bar(each)), "RGB") for each in Pattern]
    assert len(set(seen)) == len(Pattern)


@pytest.mark.parametrize("pattern", Pattern)
@pytest.mark.parametrize("size", [(1, 1), (3, 40), (12, 48), (30, 30), (600, 100)])
def test_a_pattern_stays_inside_its_bar_however_small(pattern: Pattern, size: tuple[int, int]) -> None:
    op = BarOp(Rect((50, 50), size), WARM.teal_fill, WHITE, 8, pattern, rim=BLACK, rim_width=3)
    surface = painted(op)
    around = op.rect.inflate(2, 2)
    edge = [(x, y) for x in (around.left, around.right - 1) for y in range(around.top, around.bottom)]
    edge += [(x, y) for y in (around.top, around.bottom - 1) for x in range(around.left, around.right)]
    assert {surface.get_at(each)[:3] for each in edge} == {GREY}


def test_a_bar_that_grows_is_seen_from_its_start() -> None:
    for right, seen, unseen in ((False, 60, 340), (True, 340, 60)):
        surface = painted(bar(Pattern.SOLID, grows=True, from_right=right), 0.5)
        assert surface.get_at((seen, 74))[:3] == WARM.teal_fill
        assert surface.get_at((unseen, 74))[:3] == GREY


def test_a_bar_that_does_not_grow_is_whole_at_any_time() -> None:
    assert painted(bar(Pattern.SOLID), 0.0).get_at((340, 74))[:3] == WARM.teal_fill


def _left(part: float) -> int:
    surface = painted(RingOp(Rect(50, 50, 200, 200), part, WARM.teal, WARM.lilac, 28))
    return sum(surface.get_at((x, y))[:3] == WARM.teal for x in range(50, 250, 2) for y in range(50, 250, 2))


def test_a_ring_has_less_to_show_the_less_is_left() -> None:
    shown = [_left(part) for part in (0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0)]
    assert shown == sorted(set(shown))
    assert shown[0] == 0
    assert shown[3] / shown[-1] == pytest.approx(0.5, abs=0.05)


def test_a_ring_grows_shorter_as_a_clock_runs() -> None:
    surface = painted(RingOp(Rect(50, 50, 200, 200), 0.75, WARM.teal, WARM.lilac, 28))
    assert surface.get_at((150 + 60, 150 - 60))[:3] == WARM.lilac
    for x, y in ((-60, -60), (-60, 60), (60, 60)):
        assert surface.get_at((150 + x, 150 + y))[:3] == WARM.teal
