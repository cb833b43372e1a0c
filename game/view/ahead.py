"""What may come next, drawn while the player reads: a scene or a language then changes without a wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Choose, Forward, NextLanguage, PickAdult, PreviousLanguage
from game.screens.pages import page as page_of
from game.screens.update import update

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.screens.model import App
    from game.screens.words import Words
    from game.view.display import Display


def drawn_ahead(app: App, words_in: Callable[[str], Words], display: Display) -> Iterator[None]:
    """Draws the pages that what can be pressed now leads to, a step each time it is asked.

    Then it reads the languages before and after the one in force, and draws this page in them.
    """
    words = words_in(app.settings.language)
    now = page_of(app, words)
    for item in now.items():
        if isinstance(item.intent, Forward | Choose | PickAdult):
            coming, _ = update(app, item.intent, words)
            yield from _drawn(coming, words, display)
    for intent in () if app.hidden else (NextLanguage(), PreviousLanguage()):
        beside, _ = update(app, intent, words)
        others = words_in(beside.settings.language)
        others.complete("ui")
        yield
        yield from _drawn(beside, others, display)


def _drawn(app: App, words: Words, display: Display) -> Iterator[None]:
    page = page_of(app, words)
    yield
    yield from display.prepare(page, words, rtl=app.library.runs_leftward(app.settings.language))
