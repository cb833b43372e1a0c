"""Reads what the window shows: between the loop, the pure machine that decides, and whatever can speak."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from game.screens.aloud import (
    Asked,
    Came,
    Covered,
    GoOn,
    Hush,
    Reading,
    Said,
    Say,
    Set,
    Tell,
    Touched,
    in_words,
    step,
)
from game.screens.dialled import spoken
from game.screens.heard import heard
from game.screens.hearing import Aloud
from game.screens.untranslated import untranslated
from game.view.sound import loudness
from game.view.speech.mouth import Mouth, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.aloud import Act, Event, Piece, Word
    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words

REST = 0.6
"""Seconds between a line and the next one, to take in what was said."""
LULL = 0.1
"""Seconds without a key before something is said: who hurries on is not slowed down by a voice that begins."""
_EVERY = 0.03
"""Seconds between two looks at what is being said."""


def _none_runs() -> bool:
    return False


class ReadAloud:
    """Reads aloud what it is told of. Costs nothing while it is off.

    `reader_runs` says whether a screen reader runs: then all is left to it.
    """

    def __init__(self, mouth: Mouth | None = None, reader_runs: Callable[[], bool] = _none_runs) -> None:
        self._mouth = mouth or Mouth()
        self._reader_runs = reader_runs
        self._reading = Reading()
        self._shown: tuple[Page, str] | None = None
        self._swedish: tuple[object, frozenset[str]] = (None, frozenset())
        self._next: Piece | None = None
        self._begins: float | None = None
        self._looked = 0.0
        self._goes_on: float | None = None
        self._resting = False
        self._word: Word | None = None

    def touched(self) -> None:
        """The player pressed a key, or the window: silent at once."""
        self._rests_no_more()
        self._happened(Touched())

    def asked(self, *, sample: bool = False) -> None:
        """The player wants to hear what is shown, or only the sample of it."""
        self._happened(Asked(sample))

    def shows(self, app: App, page: Page, words: Words) -> None:
        """This is in the window now; to be told after every picture."""
        mode = app.settings.aloud
        self._set(mode)
        language = app.settings.language
        self._mouth.volume = loudness(app.settings.volume)
        if mode is Aloud.OFF or (page, language) == self._shown:
            return
        self._shown = page, language
        self._rests_no_more()
        if app.hidden:
            self._happened(Covered())
        else:
            self._happened(Came(heard(page, words, language, self._in_swedish(app, words))))

    def _set(self, mode: Aloud) -> None:
        reader = self._reader_runs()
        if mode is self._reading.mode and reader is self._reading.reader:
            return
        self._shown = None
        self._rests_no_more()
        self._happened(Set(mode, reader))

    def _rests_no_more(self) -> None:
        self._resting, self._goes_on = False, None

    def _in_swedish(self, app: App, words: Words) -> frozenset[str]:
        of = (app.settings.language, app.play.story if app.play else None)
        if self._swedish[0] != of:
            self._swedish = of, untranslated(app, words)
        return self._swedish[1]

    def goes_on(self, now: float, *, still: bool) -> bool:
        """Whether the next line is to come by itself now. To be asked often.

        Only a picture that is `still` is left: nobody's line is taken away while it appears.
        """
        if self._reading.left or self._resting:
            self._set(self._reading.mode)
        if self._next:
            self._begin(self._next, now)
        elif self._reading.left and now - self._looked >= _EVERY:
            self._looked = now
            outcome = self._mouth.outcome()
            if outcome is not None:
                self._happened(Said(heard=outcome is Outcome.HEARD))
        if not self._resting:
            return False
        if self._goes_on is None:
            self._goes_on = now + REST
        if now < self._goes_on or not still:
            return False
        self._rests_no_more()
        return True

    def _begin(self, piece: Piece, now: float) -> None:
        if self._begins is None:
            self._begins = now + LULL
        if now >= self._begins:
            self._next = self._begins = None
            self._mouth.say(spoken(piece.text), piece.language)

    def take_word(self, words: Words) -> str:
        """An honest word that the player is to see, once; mostly ""."""
        word, self._word = self._word, None
        return in_words(word, words) if word else ""

    def _happened(self, event: Event) -> None:
        self._reading, acts = step(self._reading, event)
        for act in acts:
            self._do(act)

    def _do(self, act: Act) -> None:
        match act:
            case Say(piece):
                self._next, self._begins = piece, None
            case Hush():
                self._next = self._begins = None
                self._mouth.stop()
            case GoOn():
                self._resting = True
            case Tell(word):
                self._word = word
            case _:
                assert_never(act)
