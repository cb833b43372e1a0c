"""Every screen in windows and text sizes beside those of `test_every_screen_everywhere.py`: odd ones, and pseudo-languages.

Nothing is cut, nothing lies on top of anything else, all can be pressed. And the eye that sees it is itself looked at.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pygame import Rect

from game.messages.pseudo import LONGER, MIRRORED
from game.screens.intents import Close, Forward, Typed
from game.screens.page import Item, Screen
from game.screens.settings import TEXT_SIZES
from game.view import theme
from game.view.frame import Frame, Op, Panel, Scroll, Target, TextOp
from game.view.palettes import WARM
from game.view.text import Block, Style, Typesetter
from tests.view.every_screen import Size, in_language, laid_out, screens, shown
from tests.view.support import divided, faults, texts, unsaid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.screens.model import App

ODD_SIZES = ((640, 400), (720, 1280), (2560, 720))
TRIED = (((1024, 600), 100), ((1024, 600), 150), ((1024, 600), 200), ((1366, 768), 100), ((1366, 768), 200))
"""Windows and text sizes for languages that nobody speaks: the narrowest, and the one of a school computer."""


def _all_faults(apps: Mapping[str, App], size: Size, text_size: int, *, language: str = "sv") -> list[str]:
    found = []
    for name, app in apps.items():
        spoken = in_language(app, language)
        page = shown(spoken)
        rtl = spoken.library.runs_leftward(language)
        frame = laid_out(page, size, text_size, rtl=rtl, language=language)
        divisions = [] if page.screen is Screen.MAP else divided(frame)
        found += [f"{name}: {fault}" for fault in faults(frame) + unsaid(page, frame) + divisions]
    return found


@pytest.mark.parametrize("text_size", [125, 175])
@pytest.mark.parametrize("size", [(1024, 600), (1366, 768)], ids=str)
def test_every_screen_is_whole_in_the_text_sizes_between(size: Size, text_size: int) -> None:
    assert _all_faults(screens(), size, text_size) == []


@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("size", [(1024, 768), (1280, 720)], ids=str)
def test_every_screen_is_whole_in_other_windows(size: Size, text_size: int) -> None:
    assert _all_faults(screens(), size, text_size) == []


@pytest.mark.parametrize("size", ODD_SIZES, ids=str)
def test_every_screen_is_whole_in_windows_of_odd_shapes(size: Size) -> None:
    assert _all_faults(screens(), size, 100) + _all_faults(screens(), size, 200) == []


@pytest.mark.parametrize(("size", "text_size"), TRIED)
@pytest.mark.parametrize("language", [LONGER, MIRRORED])
def test_every_screen_is_whole_in_longer_words_and_from_right_to_left(
    language: str, size: Size, text_size: int
) -> None:
    assert _all_faults(screens(), size, text_size, language=language) == []


def test_the_languages_that_screens_are_tried_in_are_on_every_screen() -> None:
    for name, app in screens().items():
        for code, shows in ((LONGER, "["), (MIRRORED, "\u202e")):
            assert any(shows in text for text in texts(shown(in_language(app, code)))), name


def test_there_is_a_page_of_every_screen_to_look_at() -> None:
    assert {shown(app).screen for app in screens().values()} == set(Screen)


def test_a_frame_from_right_to_left_is_the_mirror_of_the_other() -> None:
    for name, app in screens().items():
        page = shown(app)
        frame, mirrored = laid_out(page, (1366, 768)), laid_out(page, (1366, 768), rtl=True)
        for target, other in zip(frame.targets, mirrored.targets, strict=True):
            assert target.item == other.item, name
            if isinstance(target.item.intent, Typed):  # digits and letters stand as on any keyboard
                continue
            # Text that is set from the other side may be a pixel wider.
            assert abs(1366 - target.rect.right - other.rect.left) <= 2, name
            assert target.rect.y == other.rect.y, name


def test_larger_text_is_larger_and_never_smaller_than_before() -> None:
    for name, app in screens().items():
        page = shown(app)
        heights = [
            max(op.block.rows[0].height for op in frame.everything() if isinstance(op, TextOp))
            for frame in (laid_out(page, (1366, 768), percent) for percent in TEXT_SIZES)
        ]
        least = [
            min(op.block.rows[0].height for op in frame.everything() if isinstance(op, TextOp))
            for frame in (laid_out(page, (1366, 768), percent) for percent in TEXT_SIZES)
        ]
        # In the lobby the code is as large as the room that the words leave for it.
        assert heights == sorted(heights) or page.screen is Screen.LESSON_LOBBY, name
        assert least == sorted(least), name
        # Beside the teacher's things on the only display words grow less, for a while.
        assert least[-1] > (1.3 if page.tucked else 1.7) * least[0], name


def test_text_on_a_large_screen_is_laid_out_anew_and_not_stretched() -> None:
    page = shown(screens()["dialogue"])
    small, large = laid_out(page, (1280, 720)), laid_out(page, (3840, 2160))
    assert small.typed is not None
    assert large.typed is not None
    assert large.typed.height == pytest.approx(3 * small.typed.height, abs=6)
    sizes = {run.font.size for op in large.ops if isinstance(op, TextOp) for run in op.block.rows[0].runs}
    assert round(3 * theme.BODY.size) in sizes


# --- the eye itself: each fault is seen when it is there -------------------------------------------


def _block(text: str, width: int | None = None) -> Block:
    return Typesetter(1.0).block(text, Style(20), width)


def _target(rect: Rect, label: str = "Nästa", *, scrolls: bool = False) -> Target:
    return Target(rect, Item(Forward(), label), 10, scrolls)


def _frame(
    *ops: Op, targets: tuple[Target, ...] = (), scroll: Scroll | None = None, over: tuple[Op, ...] = ()
) -> Frame:
    return Frame((1280, 720), WARM.paper, ops, targets, scroll, over)


def _text(text: str, left: int, top: int, width: int | None = None) -> TextOp:
    return TextOp(_block(text, width), (left, top), WARM.ink)


AREA = Rect(100, 100, 600, 300)
BUTTON = Rect(300, 300, 200, 60)


@pytest.mark.parametrize(
    ("frame", "fault"),
    [
        (_frame(_text("Hej", 1260, 40)), "not inside the window"),
        (_frame(_text("Hej", 40, 710)), "not inside the window"),
        (_frame(_text("Hej", 40, 40), _text("Du", 45, 45)), "lies on"),
        (_frame(_text("Hej", 40, 40), Panel(Rect(0, 0, 300, 300), WARM.ink, 0)), "painted over"),
        (_frame(Panel(Rect(30, 40, 80, 40), WARM.ink, 0), _text("Hej på dig", 32, 45)), "sticks out"),
        (_frame(targets=(_target(Rect(100, 100, 40, 60)),)), "smaller than"),
        (_frame(targets=(_target(Rect(1200, 100, 100, 60)),)), "is not inside the window"),
        (_frame(targets=(_target(Rect(2, 100, 100, 60)),)), "the ring of"),
        (_frame(targets=(_target(BUTTON), _target(BUTTON.move(100, 0)))), "overlaps"),
        (_frame(_text("Något annat", 320, 310), targets=(_target(BUTTON),)), "has not its words"),
        (_frame(_text("Hej", 150, 150), scroll=Scroll(AREA, 900, ())), "where something scrolls"),
        (_frame(targets=(_target(BUTTON),), scroll=Scroll(AREA, 900, ())), "lies over what scrolls"),
        (_frame(scroll=Scroll(AREA, 900, (_text("Hej på dig", 660, 150),))), "not inside what scrolls"),
        (_frame(scroll=Scroll(AREA, 400, (_text("Hej", 200, 490),))), "not inside what scrolls"),
        (
            _frame(targets=(_target(Rect(80, 500, 200, 60), scrolls=True),), scroll=Scroll(AREA, 900, ())),
            "is not inside what scrolls",
        ),
        (_frame(scroll=Scroll(Rect(100, 600, 600, 200), 900, ())), "scrolling part"),
        (_frame(scroll=Scroll(Rect(100, 600, 600, 30), 900, ())), "only 30 pixels high"),
        (_frame(scroll=Scroll(Rect(700, 100, 575, 300), 900, ())), "the scroll bar"),
        (_frame(over=(Panel(BUTTON, WARM.ink, 0),), scroll=Scroll(AREA, 900, ())), "a panel"),
    ],
)
def test_a_fault_of_a_layout_is_seen(frame: Frame, fault: str) -> None:
    assert any(fault in found for found in faults(frame)), faults(frame)


def test_a_word_in_two_parts_is_seen_and_a_break_between_words_is_fine() -> None:
    assert "Skol" in divided(_frame(_text("Skolsköterskan", 40, 40, 60)))[0]
    assert divided(_frame(_text("till skolan", 40, 40, 70), _text("Bris-\nchatt", 40, 140))) == []


def test_a_frame_without_faults_has_none() -> None:
    words = _text("Nästa", 320, 315)
    frame = _frame(
        Panel(BUTTON, WARM.yellow, 10),
        words,
        targets=(_target(BUTTON),),
        scroll=Scroll(
            Rect(100, 400, 600, 200),
            900,
            (_text("Nästa", 150, 1000),),
            at_end=False,
        ),
    )
    assert faults(frame) == []


def test_a_text_that_is_not_there_is_missed() -> None:
    page = shown(screens()["title"])
    frame = laid_out(page, (1280, 720))
    without = replace(frame, scroll=None)
    assert unsaid(page, frame) == []
    assert "“Berätta” is not there" in unsaid(page, without)


def test_close_and_forward_are_not_the_same_thing_to_press() -> None:
    frame = _frame(
        _text("Nästa", 320, 315), targets=(_target(BUTTON), Target(BUTTON, Item(Close(), "Nästa"), 10))
    )
    assert any("overlaps" in found for found in faults(frame))
