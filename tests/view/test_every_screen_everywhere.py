"""Every screen × every language × 100, 150 and 200 % × every theme × four windows.

Nothing is cut, nothing lies on anything else, nothing is outside; all that can have focus is seen when it has it; and all
words stand out from what they lie on. What a theme changes is held to be colours alone, so rectangles are measured once.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

import pytest

from game.screens.page import Screen
from game.screens.settings import Theme
from game.view.sheet import scale_of
from game.view.text import Block, Style, Typesetter
from tests.view.as_seen import unreadable, without_colours
from tests.view.every_screen import in_language, laid_out, screens, shelf, shown, started
from tests.view.lying import lying
from tests.view.support import divided, faults, out_of_reach, unsaid

if TYPE_CHECKING:
    from game.screens.page import Page
    from game.view.frame import Frame

LANGUAGES = ("sv", "sv@lattlast", "en", "fi", "ar", "so")
WINDOWS = ((1024, 600), (1366, 768), (1920, 1080), (3840, 2160))
TEXT_SIZES = (100, 150, 200)
PARTS = 10
"""So many tests share the screens of a language."""


class _Mindful(Typesetter):
    """Lays out no text twice: every theme sets the same ones."""

    def __init__(self, scale: float) -> None:
        super().__init__(scale)
        self._kept: dict[tuple[str, Style, int | None, bool | None], Block] = {}

    def block(self, text: str, style: Style, width: int | None, *, rtl: bool | None = None) -> Block:
        key = (text, style, width, rtl)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = super().block(text, style, width, rtl=rtl)
        return found


@lru_cache(maxsize=len(LANGUAGES))
def _pages(language: str) -> dict[str, Page]:
    return {name: shown(in_language(app, language)) for name, app in screens().items()}


def _wrong(page: Page, frames: dict[Theme, Frame]) -> list[str]:
    """All that is wrong with a page, from its frame in every theme."""
    frame = frames[Theme.WARM]
    found = faults(frame) + unsaid(page, frame) + out_of_reach(page, frame)
    found += [] if page.screen is Screen.MAP else divided(frame)
    where, bare = lying(frame), without_colours(frame)
    for theme, painted in frames.items():
        found += unreadable(painted, where, theme)
        if without_colours(painted) != bare:
            found.append(f"in {theme.name} something stands elsewhere")
    return found


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_whole_and_can_be_read_everywhere(language: str, part: int) -> None:
    rtl = started().library.runs_leftward(language)
    typesetters = {size: _Mindful(scale_of(size)) for size in WINDOWS}
    found = []
    for name, page in list(_pages(language).items())[part::PARTS]:
        for size, text_size in product(WINDOWS, TEXT_SIZES):
            frames = {
                theme: laid_out(
                    *(page, size, text_size),
                    rtl=rtl,
                    language=language,
                    theme=theme,
                    typesetter=typesetters[size],
                )
                for theme in Theme
            }
            found += [f"{name}, {size}, {text_size} %: {each}" for each in _wrong(page, frames)]
    assert found == []


def test_these_are_the_languages_that_are_shipped() -> None:
    assert {each.code for each in shelf().library().languages} == set(LANGUAGES)
