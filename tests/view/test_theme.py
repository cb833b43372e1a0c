"""The colours: words and icons stand out from what they lie on, as WCAG 2.2 (AA) asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.checks.contrast import contrast
from game.screens.page import Look, Tone
from game.view import theme

if TYPE_CHECKING:
    from game.view.theme import Colour


def seen(one: Colour, other: Colour) -> float:
    """The contrast of two colours."""
    return contrast(*("#{:02X}{:02X}{:02X}".format(*colour) for colour in (one, other)))


@pytest.mark.parametrize("tone", Tone)
def test_icons_and_words_are_seen_on_their_card(tone: Tone) -> None:
    paint = theme.TONES[tone]
    assert seen(paint.icon, paint.fill) >= 3
    assert seen(paint.tag_words, paint.tag) >= 4.5
    assert min(seen(ink, paint.fill) for ink in (theme.INK, theme.MUTED)) >= 4.5


@pytest.mark.parametrize("look", Look)
def test_words_are_seen_on_what_can_be_pressed(look: Look) -> None:
    for paint in (theme.LOOKS[look], theme.PLAIN_LOOKS[look], theme.SELECTED, theme.DISABLED):
        assert seen(paint.words, paint.fill) >= 4.5


def test_the_icons_of_the_forms_are_seen_where_one_says_what_feels_wrong() -> None:
    assert seen(theme.CORAL, theme.WHITE) >= 3


def test_words_are_seen_on_paper_on_the_night_and_in_the_phone() -> None:
    grounds = (
        (theme.INK, theme.PAPER),
        (theme.MUTED, theme.PAPER),
        (theme.INK, theme.CARD),
        (theme.INK, theme.LILAC),
        (theme.MUTED, theme.LILAC),
        (theme.LILAC, theme.SHADE),
        (theme.WHITE, theme.SHADE),
        (theme.WHITE, theme.PLUM),
        (theme.WHITE, theme.TEAL),
        (theme.WHITE, theme.CHAT_OWN),
        (theme.INK, theme.CHAT_OTHER),
    )
    assert min(seen(one, other) for one, other in grounds) >= 4.5


def test_the_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    with pytest.raises(ValueError):
        contrast("peach", "#FFFFFF")
