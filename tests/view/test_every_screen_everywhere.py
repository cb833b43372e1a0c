"""Every screen × every language × 100, 150 and 200 % × every theme × four windows.

Nothing is cut, nothing lies on anything else, nothing is outside; all that can have focus is seen when it has it; and all
words stand out from what they lie on. A theme changes colours alone (`test_contrast_as_seen.py`), so rectangles are measured
once for all themes.
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
from tests.view.as_seen import unreadable
from tests.view.every_screen import in_language, laid_out, screens, shelf, shown, started
from tests.view.named_colours import in_names
from tests.view.support import divided, faults, out_of_reach, unsaid

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.page import Page
    from game.view.frame import Frame
    from tests.view.every_screen import Size

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


def _wrong(page: Page, lay_out: Callable[[Theme], Frame]) -> list[str]:
    """All that is wrong with a page. One layout, in colours that are names, tells of all themes; where a layout mixes
    colours, there is one in every theme.
    """
    frame = in_names(lambda: lay_out(Theme.WARM))
    found = faults(frame) + unsaid(page, frame) + out_of_reach(page, frame)
    if page.screen is not Screen.MAP:
        return found + divided(frame) + unreadable(frame, *Theme, named=True)
    return found + [each for theme in Theme for each in unreadable(lay_out(theme), theme, named=False)]


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_is_whole_and_can_be_read_everywhere(language: str, part: int) -> None:
    rtl = started().library.runs_leftward(language)
    typesetters = {size: _Mindful(scale_of(size)) for size in WINDOWS}
    found = []
    for name, page in list(_pages(language).items())[part::PARTS]:
        for size, text_size in product(WINDOWS, TEXT_SIZES):

            def lay_out(
                theme: Theme, where: tuple[Size, int] = (size, text_size), page: Page = page
            ) -> Frame:
                setter = typesetters[where[0]]
                return laid_out(page, *where, rtl=rtl, language=language, theme=theme, typesetter=setter)

            found += [f"{name}, {size}, {text_size} %: {each}" for each in _wrong(page, lay_out)]
    assert found == []


def test_these_are_the_languages_that_are_shipped() -> None:
    assert {each.code for each in shelf().library().languages} == set(LANGUAGES)
