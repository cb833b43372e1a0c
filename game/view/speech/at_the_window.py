"""Reading aloud beside the window's loop: nothing of it is loaded before somebody wants to hear something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.lazy import later
from game.screens.hearing import Aloud

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words
    from game.view.speech.read_aloud import ReadAloud
else:
    ReadAloud = later("game.view.speech.read_aloud", "ReadAloud")


def _none_runs() -> bool:
    return False


class Speech:
    """What the loop tells, and asks, so that pages are read aloud.

    `reader_runs` says whether a screen reader runs: then all is left to it.
    """

    def __init__(self, reader_runs: Callable[[], bool] = _none_runs) -> None:
        self._reader_runs = reader_runs
        self._loaded: ReadAloud | None = None

    def _reading(self) -> ReadAloud:
        if self._loaded is None:
            self._loaded = ReadAloud(reader_runs=self._reader_runs)
        return self._loaded

    def touched(self) -> None:
        """The player pressed something, or all sound has to stop: silent at once."""
        if self._loaded:
            self._loaded.touched()

    def asked(self, *, sample: bool = False) -> None:
        """The player wants to hear what is shown, or only the sample of it."""
        self._reading().asked(sample=sample)

    def shows(self, app: App, page: Page, words: Words) -> None:
        """This is in the window now; to be told after every picture."""
        if self._loaded or app.settings.aloud is not Aloud.OFF:
            self._reading().shows(app, page, words)

    def goes_on(self, now: float, *, still: bool) -> bool:
        """Whether the next line is to come by itself now, over a picture that is `still`. To be asked often."""
        return self._loaded is not None and self._loaded.goes_on(now, still=still)

    def take_word(self, words: Words) -> str:
        """A text for the player about what cannot be heard, once; mostly ""."""
        return self._loaded.take_word(words) if self._loaded else ""
