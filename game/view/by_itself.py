"""The clock that lets the next line come by itself, and what stops it: nobody's line is taken away under their hands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.screens.hearing import Aloud
from game.screens.model import EyesScreen
from game.screens.pacing import line_of, pause_after
from game.screens.page import Screen
from game.screens.settings import Pace, Scanning

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.settings import Settings

LAPSE = 2.0
"""Seconds without a question, such as a lid that was closed: then the time begins anew."""
_OUTSIDE = frozenset({Screen.TITLE, Screen.STORIES, Screen.BEFORE})


def _none_runs() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class _Line:
    """A line, and where it stands: in which story, seen by whom, how far on."""

    story: str
    eyes: bool
    place: tuple[int, int]
    text: str

    def goes_back_from(self, other: _Line | None) -> bool:
        """Whether the player went back to this line from the other one."""
        if other is None or (self.story, self.eyes) != (other.story, other.eyes):
            return False
        return self.place < other.place


class ByItself:
    """Says when the next line is to come, where the player has set a pace.

    Whatever the player does on a line that is being timed makes it wait for them, and so does going back to a line, or
    coming back from Dölj; once they go on themselves, the lines after it come by themselves again. `reader_runs` says
    whether a screen reader runs: it reads at its own pace, so nothing comes by itself then.
    """

    def __init__(self, reader_runs: Callable[[], bool] = _none_runs) -> None:
        self._reader_runs = reader_runs
        self._line: _Line | None = None
        self._last: _Line | None = None
        self._pause: float | None = None
        self._waits = False
        self._covered = False
        self._since: float | None = None
        self._asked = 0.0

    def touched(self) -> None:
        """The player pressed something, no matter what. Who only hurries the letters on has not stopped anything."""
        self._waits |= self._since is not None

    def shows(self, app: App, page: Page) -> None:
        """This is in the window now; to be told after every picture."""
        self._pause = pause_after(page, _pace(app.settings))
        line, before = _line(app, page), self._line
        self._line = line
        if line is None:
            outside = page.screen in _OUTSIDE
            self._waits, self._since = False, None
            self._covered = page.screen is Screen.HIDDEN or (self._covered and not outside)
            self._last = None if outside else self._last
        elif line != before:
            self._waits, self._since = self._covered or line.goes_back_from(self._last), None
            self._last, self._covered = line, False

    def goes_on(self, now: float, *, still: bool) -> bool:
        """Whether the next line is to come now. To be asked often; the time runs while the picture is `still`."""
        lapsed = not 0 <= now - self._asked <= LAPSE
        self._asked = now
        if self._pause is None or self._waits or not still or self._reader_runs():
            self._since = None
            return False
        if self._since is None or lapsed:
            self._since = now
        if now - self._since < self._pause:
            return False
        # Asked once more before the next picture, it must not skip a line.
        self._since = None
        return True


def _pace(settings: Settings) -> Pace:
    """A voice that reads on by itself wins; and nothing changes under a hand that waits for what is offered to it."""
    if settings.aloud is Aloud.ALL or settings.scanning is not Scanning.OFF:
        return Pace.ASKED
    return settings.pace


def _line(app: App, page: Page) -> _Line | None:
    text = line_of(page)
    if not text or app.play is None:
        return None
    eyes = isinstance(app.screen, EyesScreen)
    way, screen = app.play.way, app.screen
    place = (screen.index, screen.line) if isinstance(screen, EyesScreen) else (len(way.decisions), way.steps)
    return _Line(app.play.story.about.id, eyes, place, text)
