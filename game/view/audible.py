"""All that is heard of the game, and the words that stand for it at the edge of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.commands import CAPTIONS, NameLanguage, PlaySound, ReadAloud, Silence, Sound
from game.view.sound import Speaker, loudness
from game.view.speech.at_the_window import Speech

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.screens.model import App
    from game.screens.page import Page
    from game.screens.words import Words
    from game.view.display import Display

Command: TypeAlias = PlaySound | Silence | ReadAloud | NameLanguage


def _none_runs() -> bool:
    return False


class Audible:
    """The sounds, and the voice that reads. `reader_runs` says whether a screen reader runs, which then reads instead."""

    def __init__(self, display: Display, reader_runs: Callable[[], bool] = _none_runs) -> None:
        self._display = display
        self._speaker = Speaker()
        self._speech = Speech(reader_runs)
        self._unheard = False

    def carry_out(self, command: Command, app: App, words: Words, now: float) -> None:
        """Does what a screen asked for."""
        caption = self._display.caption
        match command:
            case PlaySound(sound):
                if app.settings.sound and not app.hidden:
                    self._speaker.volume = loudness(app.settings.volume)
                    self._play(sound, words, now)
            case NameLanguage(name):
                caption.say(name, "language", now)
            case Silence():
                self.touched()
                self._speaker.silence()
                caption.hush()
            case ReadAloud(sample):
                self._speech.asked(sample=sample)
                self._tell(words, now)
            case _:
                assert_never(command)

    def _play(self, sound: Sound, words: Words, now: float) -> None:
        """The sound and its caption; the first one that cannot be heard is told instead, so that nobody waits for it."""
        heard, told = self._speaker.play(sound), self._unheard
        self._unheard = not heard
        if heard or told:
            self._display.caption.say(words.ui(CAPTIONS[sound]), "sound_on", now)
        else:
            text = words.ui("Den här datorn spelar inget ljud nu. Ljuden står som text.")
            self._display.caption.say(text, "sound_off", now)

    def touched(self) -> None:
        """The player pressed something, or the window is left: nothing more is read, at once."""
        self._speech.touched()

    def shows(self, app: App, page: Page, words: Words) -> None:
        """This is in the window now; to be told after every picture."""
        self._speech.shows(app, page, words)

    def goes_on(self, words: Words, now: float) -> bool:
        """Whether the next line is to come by itself now. To be asked often, also while something moves."""
        # No line is taken away whose letters still come.
        goes_on = self._speech.goes_on(now, still=self._display.motion.shown(now) is None)
        self._tell(words, now)
        return goes_on

    def _tell(self, words: Words, now: float) -> None:
        """Says to the eyes what the ears are waiting for in vain."""
        word = self._speech.take_word(words)
        if word:
            self._display.caption.say(word, "sound_off", now)
