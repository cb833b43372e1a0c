"""What may come next, drawn while the player reads: a scene then changes without a wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screens.intents import Choose, Forward, PickAdult
from game.screens.pages import page as page_of
from game.screens.update import update

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.model import App
    from game.screens.words import Words
    from game.view.display import Display


def drawn_ahead(app: App, words: Words, display: Display) -> Iterator[None]:
    """Draws the pages that what can be pressed now leads to, a step each time it is asked."""
    now = page_of(app, words)
    for item in now.items():
        if isinstance(item.intent, Forward | Choose | PickAdult):
            coming, _ = update(app, item.intent, words)
            yield from display.prepare(page_of(coming, words))
