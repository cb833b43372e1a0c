"""What a page that runs from right to left does with words, codes and numbers that run the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.messages.pseudo import MIRRORED
from game.screens.intents import Typed
from game.view.frame import TextOp
from tests.view.every_screen import MISTAKES, after, in_language, laid_out, screens, shown
from tests.view.support import rows

if TYPE_CHECKING:
    from game.view.frame import Frame

SCHOOL = (1366, 768)
"""The window of a school computer."""
LEFTWARD = ["ar", MIRRORED]


def frame_of(name: str, language: str, text_size: int = 100) -> Frame:
    return laid_out(
        shown(in_language(screens()[name], language)), SCHOOL, text_size, rtl=True, language=language
    )


def written(frame: Frame, text: str) -> TextOp:
    return next(op for op in frame.everything() if isinstance(op, TextOp) and op.block.text == text)


def seen(op: TextOp) -> list[str]:
    """The letters of each row as they stand from left to right."""
    return ["".join(run.text[::-1] if run.rtl else run.text for run in row.runs) for row in op.block.rows]


@pytest.mark.parametrize("language", LEFTWARD)
@pytest.mark.parametrize("text", [MISTAKES[0].what, MISTAKES[0].meant, MISTAKES[1].what, MISTAKES[4].why])
def test_a_swedish_sentence_ends_with_its_full_stop_and_stands_at_the_right(language: str, text: str) -> None:
    op = written(frame_of("mistakes", language), text)
    assert seen(op) == [text]
    assert rows(op)[0].right == op.rect.right


@pytest.mark.parametrize("language", LEFTWARD)
def test_the_rows_of_a_swedish_text_all_begin_at_the_right(language: str) -> None:
    op = written(frame_of("mistakes", language, 200), MISTAKES[0].why)
    assert " ".join(seen(op)) == MISTAKES[0].why
    assert len(rows(op)) > 1
    assert {row.right for row in rows(op)} == {op.rect.right}


CODE = "ABCD-EFGH-2345-ABCD-EFGH-2345"


@pytest.mark.parametrize("language", LEFTWARD)
@pytest.mark.parametrize("text_size", [100, 200])
def test_a_whole_code_stands_on_one_row_on_a_school_computer(language: str, text_size: int) -> None:
    assert seen(written(frame_of("code, refused", language, text_size), CODE)) == [CODE]


@pytest.mark.parametrize("language", LEFTWARD)
def test_a_code_that_is_being_typed_begins_at_the_left_of_its_field(language: str) -> None:
    app = after(in_language(screens()["code"], language), Typed("A"), Typed("2"))
    op = written(laid_out(shown(app), SCHOOL, rtl=True, language=language), "A2")
    [row] = rows(op)
    assert row.left == op.rect.left
    assert row.right < op.rect.right


@pytest.mark.parametrize("language", ["sv", *LEFTWARD])
@pytest.mark.parametrize("text_size", [100, 200])
@pytest.mark.parametrize("name", ["feel", "feel, opened"])
def test_a_page_with_little_on_it_is_all_in_sight(name: str, language: str, text_size: int) -> None:
    app = in_language(screens()[name], language)
    frame = laid_out(shown(app), SCHOOL, text_size, rtl=language != "sv", language=language)
    assert frame.scroll is not None
    assert frame.scroll.most == 0
