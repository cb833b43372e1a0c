"""What is seen of a screen in large text and in longer words: what stays in its place, and what can be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from game.checks.contrast import contrast
from game.messages.pseudo import LONGER
from game.screens.page import Look
from game.view.frame import BreathOp, FigureOp, IconOp, TextOp
from tests.view.at_the_window import STILL, at
from tests.view.every_screen import in_language, laid_out, screens, shown
from tests.view.player import Player
from tests.view.support import rows, scroll_bar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.page import Page
    from game.view.frame import Frame

SCHOOL = (1366, 768)
"""The window of a school computer."""
LONG = ["so", "fi", LONGER]


def screen(name: str, language: str, text_size: int = 200) -> tuple[Page, Frame]:
    app = in_language(screens()[name], language)
    page = shown(app)
    return page, laid_out(page, SCHOOL, text_size, language=language)


def all_screens(language: str, text_size: int = 200) -> Iterator[tuple[str, Page, Frame]]:
    for name in screens():
        yield name, *screen(name, language, text_size)


@pytest.fixture
def player() -> Iterator[Player]:
    player = Player(SCHOOL, replace(STILL, text_size=200))
    yield player
    player.close()


def colour_at(player: Player, pos: tuple[int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*player.picture.get_at(pos)[:3])


@pytest.mark.parametrize("language", LONG)
def test_help_and_hide_have_their_place_in_the_corner(language: str) -> None:
    for name, page, frame in all_screens(language):
        if page.bar:
            bar = {target.item: target.rect for target in frame.targets if target.item in page.bar}
            last, top = bar[page.bar[-1]], min(rect.y for rect in bar.values())
            assert SCHOOL[0] - last.right < 40, name
            assert all(bar[item].y == top for item in page.bar if item.look in {Look.HELP, Look.DARK}), name


@pytest.mark.parametrize("language", ["so", "fi"])
def test_the_bar_is_one_row(language: str) -> None:
    for name, page, frame in all_screens(language):
        assert len({target.rect.centery for target in frame.targets if target.item in page.bar}) <= 1, name


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("language", LONG)
def test_the_way_on_stands_at_the_end(language: str, text_size: int) -> None:
    for name, page, frame in all_screens(language, text_size):
        foot = {target.item: target.rect for target in frame.targets if target.item in page.foot}
        if foot and page.foot[-1].enabled:
            assert foot[page.foot[-1]].right == max(rect.right for rect in foot.values()), name


@pytest.mark.parametrize("name", ["before", "hidden", "dialogue"])
@pytest.mark.parametrize("text_size", [100, 200])
def test_buttons_below_a_page_stand_beside_each_other_in_longer_words(name: str, text_size: int) -> None:
    page, frame = screen(name, LONGER, text_size)
    assert len({target.rect.y for target in frame.targets if target.item in page.foot}) == 1


@pytest.mark.parametrize("language", LONG)
def test_all_of_a_breath_is_in_sight(language: str) -> None:
    _, frame = screen("breathe", language)
    assert any(isinstance(op, BreathOp) for op in frame.everything())
    assert frame.scroll is None or frame.scroll.most == 0


@pytest.mark.parametrize(("language", "text_size"), [(LONGER, 100), ("so", 200), ("fi", 200)])
def test_what_nearly_fits_does_not_scroll(language: str, text_size: int) -> None:
    for name, _, frame in all_screens(language, text_size):
        assert frame.scroll is None or not 0 < frame.scroll.most < 20, name


@pytest.mark.parametrize("name", ["before", "flag", "phone, flagged"])
def test_an_icon_grows_with_the_words_below_or_beside_it(name: str) -> None:
    sides = [
        max(op.rect.width for op in (*frame.scroll.ops, *frame.fresh) if isinstance(op, IconOp))
        for _, frame in (screen(name, "sv", 100), screen(name, "sv", 200))
        if frame.scroll
    ]
    assert sides[1] > 1.25 * sides[0]


@pytest.mark.parametrize("language", LONG)
def test_nobody_stands_behind_the_face_of_who_speaks_elsewhere(language: str) -> None:
    _, frame = screen("dialogue, somebody met", language)
    [face] = [op.rect for op in frame.ops if isinstance(op, FigureOp) and op.head]
    for person in frame.people():
        middle = person.rect.inflate(-person.rect.width // 2, 0)
        assert not middle.colliderect(face)


@pytest.mark.parametrize("language", [*LONG, "ar"])
def test_the_words_of_the_title_stand_on_something_dark(player: Player, language: str) -> None:
    app = in_language(screens()["title"], language)
    player.app = replace(app, settings=replace(player.app.settings, language=language))
    words = (
        [op for op in player.frame.scroll.ops if isinstance(op, TextOp)][:2] if player.frame.scroll else []
    )
    assert len(words) == 2
    for op in words:
        box = rows(op)[0].unionall(list(rows(op)[1:]))
        for x in range(box.left, box.right, 4):
            behind = colour_at(player, (x, box.bottom + 2))
            assert contrast(op_colour(op), behind) >= 4.5, (op.block.text, x, behind)


def op_colour(op: TextOp) -> str:
    return "#{:02x}{:02x}{:02x}".format(*op.colour[:3])


@pytest.mark.parametrize("name", ["title", "choices", "beginnings", "phone", "help"])
def test_the_handle_of_a_scroll_bar_stands_out_from_what_is_around_it(player: Player, name: str) -> None:
    player.app = replace(player.app, settings=replace(player.app.settings, language="so"))
    at(player, name)
    bar = scroll_bar(player.frame)
    assert bar is not None
    scroll = player.frame.scroll
    assert scroll is not None
    at_end = player.shell.display.scrolled == scroll.most
    handle, rest = (bar.bottom - 12, bar.top + 12) if at_end else (bar.top + 12, bar.bottom - 12)
    handle_colour = colour_at(player, (bar.centerx, handle))
    assert contrast(handle_colour, colour_at(player, (bar.centerx, rest))) > 4.5
    for x in (bar.left - 4, bar.right + 3):
        around = colour_at(player, (x, handle))
        track = contrast(colour_at(player, (bar.centerx, rest)), around)
        assert contrast(handle_colour, around) > track
