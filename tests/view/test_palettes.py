"""The colours of every theme: words and icons stand out from what they lie on, as WCAG 2.2 asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.checks.contrast import contrast
from game.screens.page import Look, Tone
from game.screens.settings import Theme
from game.view.palettes import PALETTES

if TYPE_CHECKING:
    from game.view.palettes import Colour, Palette

WORDS = {Theme.WARM: 4.5, Theme.DARK: 4.5, Theme.CONTRAST: 7.0}
"""WCAG 2.2, 1.4.3 (AA) and 1.4.6 (AAA)."""
ICONS = {Theme.WARM: 3.0, Theme.DARK: 3.0, Theme.CONTRAST: 4.5}
"""WCAG 2.2, 1.4.11 (AA); more where high contrast was asked for."""


def seen(one: Colour, other: Colour) -> float:
    """The contrast of two colours."""
    return contrast(*("#{:02X}{:02X}{:02X}".format(*colour) for colour in (one, other)))


def words_and_grounds(palette: Palette) -> list[tuple[str, Colour, Colour]]:
    """Every pair of words and what they lie on, with what it is for."""
    found = []
    for name, looks in (("looks", palette.looks()), ("plain", palette.plain_looks())):
        found += [(f"{name}, {look.name}", paint.words, paint.fill) for look, paint in looks.items()]
    for tone, card in palette.tones().items():
        found += [(f"{tone.name}, tag", card.tag_words, card.tag), (tone.name, palette.ink, card.fill)]
        found.append((f"{tone.name}, muted", palette.muted, card.fill))
    for ground in palette.grounds:
        found += [("ink", palette.ink, ground), ("muted", palette.muted, ground)]
    found += [("plum", palette.plum, ground) for ground in (palette.paper, palette.card, palette.ground)]
    found += [("teal_deep", palette.teal_deep, ground) for ground in (palette.ground, palette.mint)]
    dark = ("shade", "plate", "phone", "banner", "plum_fill", "teal_fill", "coral_fill", "chat_own")
    found += [(f"on_dark on {name}", palette.on_dark, getattr(palette, name)) for name in dark]
    found += [("soft", palette.on_dark_soft, ground) for ground in (palette.shade, palette.phone)]
    found += [("a message", palette.ink, palette.chat_other), ("main", palette.on_yellow, palette.yellow)]
    found += [("a code", palette.yellow, palette.banner), ("soft", palette.on_dark_soft, palette.banner)]
    found += [("on the map", each, palette.often) for each in (palette.ink, palette.plum)]
    for name in ("disabled", "selected", "plain", "plain_main"):
        paint = getattr(palette, name)
        found.append((name, paint.words, paint.fill))
    found += [
        ("the exercise", palette.ink, palette.plain_ground),
        ("its hint", palette.muted, palette.plain_ground),
    ]
    return found


@pytest.mark.parametrize("theme", Theme)
def test_words_stand_out_from_what_they_lie_on_in_every_theme(theme: Theme) -> None:
    pairs = words_and_grounds(PALETTES[theme])
    assert [(name, seen(one, other)) for name, one, other in pairs if seen(one, other) < WORDS[theme]] == []


@pytest.mark.parametrize("theme", Theme)
def test_icons_and_the_ring_around_what_has_focus_stand_out_in_every_theme(theme: Theme) -> None:
    palette = PALETTES[theme]
    pairs = [(tone.name, card.icon, card.fill) for tone, card in palette.tones().items()]
    pairs += [("flag", palette.coral, palette.ground), ("flag on blush", palette.coral, palette.blush)]
    pairs += [("been there", palette.teal_deep, palette.often)]
    pairs += [("a way", palette.map_line, palette.paper), ("a way to help", palette.teal, palette.paper)]
    assert [(name, seen(one, other)) for name, one, other in pairs if seen(one, other) < ICONS[theme]] == []
    outer, inner = palette.ring
    assert seen(outer, inner) >= 4.5
    for ground in (*palette.grounds, palette.yellow, palette.plum_fill, palette.shade, palette.phone):
        assert max(seen(outer, ground), seen(inner, ground)) >= 3, ground


def test_there_is_a_palette_for_every_theme_and_paint_for_everything_in_it() -> None:
    assert set(PALETTES) == set(Theme)
    for palette in PALETTES.values():
        assert set(palette.looks()) == set(palette.plain_looks()) == set(Look)
        assert set(palette.tones()) == set(Tone)


def test_what_has_no_ground_of_its_own_in_high_contrast_has_a_rim() -> None:
    palette = PALETTES[Theme.CONTRAST]
    assert palette.rim is not None
    for look, paint in palette.looks().items():
        assert paint.rim or seen(paint.fill, palette.paper) >= 3, look


def test_the_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == 1
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    with pytest.raises(ValueError):
        contrast("peach", "#FFFFFF")
