"""What is seen of a screen in longer words, and of one that runs from right to left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pygame
import pytest

from game.messages.pseudo import LONGER, MIRRORED
from game.screens.settings import TEXT_SIZES
from game.view.frame import IconOp, TextOp
from game.view.palettes import WARM
from tests.view.at_the_window import SMALL, STILL, at
from tests.view.every_screen import in_language, laid_out, screens, shown
from tests.view.player import Player
from tests.view.support import scroll_bar

if TYPE_CHECKING:
    from game.view.frame import Frame

SCHOOL = (1366, 768)
"""The window of a school computer."""
ENDINGS = sorted(name for name in screens() if name.startswith("ending"))


def frame_of(name: str, language: str, text_size: int = 100) -> Frame:
    app = in_language(screens()[name], language)
    rtl = app.library.runs_leftward(language)
    return laid_out(shown(app), SCHOOL, text_size, rtl=rtl, language=language)


def written(frame: Frame, *texts: str) -> list[TextOp]:
    return [op for op in frame.everything() if isinstance(op, TextOp) and op.block.text in texts]


# --- longer ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text_size", TEXT_SIZES)
def test_the_name_of_the_game_stands_on_one_row(text_size: int) -> None:
    [name] = written(frame_of("title", LONGER, text_size), "[Bééŕääţţá]")
    assert len(name.block.rows) == 1
    assert name.block.width <= name.block.box


@pytest.mark.parametrize("language", ["sv", LONGER, MIRRORED, "ar"])
def test_the_title_has_everything_in_sight_on_a_school_computer(language: str) -> None:
    scroll = frame_of("title", language).scroll
    assert scroll is not None
    assert scroll.most == 0


@pytest.mark.parametrize("language", ["sv", LONGER, MIRRORED, "ar"])
@pytest.mark.parametrize("name", ENDINGS)
def test_at_an_ending_the_numbers_to_call_are_in_sight_and_side_by_side(name: str, language: str) -> None:
    frame = frame_of(name, language)
    numbers = written(frame, "112", "116 111")
    assert frame.scroll is not None
    assert numbers
    assert all(op.rect.bottom <= frame.scroll.area.bottom for op in numbers)
    assert len({op.rect.y for op in numbers}) == 1


# --- mirrored --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["dialogue", "phone", "flag", "pause", "code", "eyes", "feel"])
def test_arrows_point_along_the_text_and_nothing_else_is_turned_round(name: str) -> None:
    icons = [op for op in frame_of(name, MIRRORED).everything() if isinstance(op, IconOp)]
    assert [op.mirrored for op in icons] == [op.name in {"back", "next", "log"} for op in icons]
    assert any(op.mirrored for op in icons)
    assert not any(op.mirrored for op in frame_of(name, LONGER).everything() if isinstance(op, IconOp))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_arrow_is_painted_the_way_that_it_points(language: str) -> None:
    player = Player(SMALL, replace(STILL, language=language))
    at(player, "dialogue")
    icon = next(op for op in player.frame.ops if isinstance(op, IconOp) and op.name == "next")
    ink = pygame.mask.from_threshold(player.picture.subsurface(icon.rect), icon.colour, (40, 40, 40, 255))
    player.close()
    side = icon.rect.width
    halves = [
        sum(ink.get_at((x, y)) for x in columns for y in range(side))
        for columns in (range(side // 2), range(side // 2, side))
    ]
    assert (halves[0] > halves[1]) == (language == "ar")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_scroll_bar_stands_where_rows_end(language: str) -> None:
    player = Player(SMALL, replace(STILL, language=language))
    at(player, "help")
    scroll, bar = player.frame.scroll, scroll_bar(player.frame)
    assert scroll is not None
    assert bar is not None
    painted = player.picture.get_at((bar.centerx, bar.y + bar.width))[:3]
    player.close()
    assert painted == WARM.plum_fill
    assert bar.right < scroll.area.left if language == "ar" else bar.left > scroll.area.right


@pytest.mark.parametrize("language", ["sv", LONGER, MIRRORED, "ar"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_the_languages_stand_in_their_order_whichever_way_they_run(language: str, text_size: int) -> None:
    frame = frame_of("title", language, text_size)
    names = [each.name for each in in_language(screens()["title"], language).library.languages]
    [listed] = [op for op in frame.everything() if isinstance(op, TextOp) and names[0] in op.block.text]
    along = -1 if listed.block.rtl else 1
    seen = []
    for name in names:
        start = listed.block.text.index(name.replace(" ", "\u00a0"))
        seen += [
            (row.y, along * run.x, start)
            for row in listed.block.rows
            for run in row.runs
            if run.start <= start + 1 < run.end
        ]
    assert len(seen) == len(names)
    assert seen == sorted(seen)
