"""The page has the game's own colours, in each of its themes."""

from __future__ import annotations

import re

import pytest

from game.screens.page import Look, Tone
from game.screens.settings import Theme
from game.tools.web.themes import css, themes
from game.view.palettes import PALETTES


def variables(theme: Theme) -> dict[str, str]:
    (rule,) = (rule for rule in themes().splitlines() if f'data-theme="{theme.name.lower()}"' in rule)
    pairs = re.findall(r"--([\w-]+):([^;]+);", rule)
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


@pytest.mark.parametrize("theme", Theme)
def test_every_colour_of_a_theme_has_a_variable_of_its_name(theme: Theme) -> None:
    palette, there = PALETTES[theme], variables(theme)

    assert there["paper"] == css(palette.paper)
    assert there["teal-deep"] == css(palette.teal_deep)
    assert (there["ring-outer"], there["ring-inner"]) == (css(palette.ring[0]), css(palette.ring[1]))
    assert there["rim"] == (css(palette.rim) if palette.rim else "transparent")
    for look in Look:
        paint, name = palette.looks()[look], look.name.lower()
        assert there[f"look-{name}-fill"] == css(paint.fill)
        assert there[f"look-{name}-words"] == css(paint.words)
    for tone in Tone:
        card, name = palette.tones()[tone], tone.name.lower()
        assert there[f"tone-{name}-fill"] == css(card.fill)
        assert there[f"tone-{name}-tag-words"] == css(card.tag_words)


def test_all_themes_have_the_same_variables_and_the_warm_one_is_there_without_a_choice() -> None:
    assert len({frozenset(variables(theme)) for theme in Theme}) == 1
    assert themes().startswith(":root,")


def test_a_colour_is_written_as_style_sheets_want_it() -> None:
    assert css((0, 10, 255)) == "#000aff"
