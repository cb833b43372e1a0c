"""Pages to measure on: the real screens of a story made up for it, with a text that is longer than its card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from game.screens.eyes import eyes_page
from game.screens.model import App, BeforeScreen, EyesScreen, Library, Play, ReadingScreen
from game.screens.reading import reading_page
from game.screens.recap import recap_page, timeline_page
from game.screens.settings import Settings
from game.screens.start import before_page
from game.story.engine import Machine, Spot
from game.story.model import (
    Beginning,
    Choice,
    Choices,
    Ending,
    Eyes,
    Hearing,
    Line,
    LineKind,
    Person,
    Phone,
    Scene,
    Sign,
    Standing,
    Story,
    Tell,
)
from game.story.playthrough import Playthrough

if TYPE_CHECKING:
    from game.format.vocabulary import Vocabulary
    from game.screens.page import Page
    from game.screens.words import Words
    from game.story.model import About, Exit

LONG = " ".join(["ord"] * 80)
"""Longer than any card."""
SHORT = "hmm"
"""One row wherever it stands; also what the specimens' own people are called, beside whatever is measured."""

ADULT = "aa"
"""What the first adult of a specimen is called."""

_YOU, _OTHER, _THIRD = "you", "other", "third"
_ADULTS = (ADULT, "bb", "cc", "dd")
_FIRST, _LAST = "first", "last"
_ON: Exit = Choices(SHORT, (Choice(SHORT, _LAST), Choice("y", _LAST)))


@dataclass(frozen=True, slots=True)
class Specimens:
    """Makes the pages, in one language. `place` is where they happen, `adults_there` how many there may be to choose among."""

    about: About
    vocabulary: Vocabulary
    words: Words
    place: str
    adults_there: int

    def plate(self, kind: LineKind, *, speaker: str = "") -> Page:
        """A line, and who says it, without standing in the picture."""
        people = {_OTHER: Person(_OTHER, speaker)} if speaker else {}
        return self._read(self._story(Line(kind, LONG, _OTHER if speaker else ""), cast=people))

    def skipped(self) -> Page:
        """The sentence that stands for a scene that was skipped."""
        story = self._story(Line(LineKind.FEEL, SHORT, skip=LONG))
        return reading_page(
            self._app(story), self._play(story), ReadingScreen(skipped=Spot(_FIRST, 0)), self.words
        )

    def feel(self) -> Page:
        """A pause, and what one can do in it."""
        return self._read(self._story(Line(LineKind.FEEL, LONG)))

    def message(self, text: str, *, group: bool, own: bool = False, title: str = SHORT) -> Page:
        """The newest message in a phone; in a group two others have written before."""
        phone = Phone(_YOU, _OTHER, title if group else "")
        writers = (_OTHER, _THIRD, _YOU if own else _OTHER) if group else (_OTHER,)
        *before, last = (Line(LineKind.MESSAGE, SHORT, who, phone=phone) for who in writers)
        lines = (*before, replace(last, text=text))
        return self._read(self._story(*lines), steps=len(lines) - 1)

    def choices(self, ask: str, choice: str) -> Page:
        """A question; beside it somebody whom the choices are about, and the column has to make room."""
        options = Choices(ask, (Choice(choice, _LAST), Choice("y", _LAST)))
        return self._read(self._story(way_out=options, people=(Standing(_OTHER),)))

    def adults(self, *, ask: str = SHORT, profession: str = SHORT, about: str = SHORT) -> Page:
        """Whom to tell: among many, their cards are narrow."""
        there = _ADULTS[: max(1, self.adults_there)]
        cast = {who: Person(who, who, adult=profession, about=about) for who in there}
        return self._read(self._story(way_out=_tell(there, ask, SHORT), cast=cast, meets=there))

    def beginnings(self) -> Page:
        """How to begin."""
        cast = {ADULT: Person(ADULT, ADULT, adult=SHORT)}
        story = self._story(way_out=_tell((ADULT,), SHORT, LONG), cast=cast, meets=(ADULT,))
        return reading_page(self._app(story), self._play(story), ReadingScreen(adult=ADULT), self.words)

    def ending(self, title: str, text: str) -> Page:
        """An ending."""
        return self._read(self._story(ending=Ending(title, text, ())), decisions=(0,))

    def before(self, *, title: str = SHORT, summary: str = SHORT, notes: str = SHORT) -> Page:
        """The page before the story."""
        about = replace(self.about, title=title, summary=summary, notes=notes)
        app = App(replace(_library(self.vocabulary), abouts=(about,)), Settings())
        return before_page(app, BeforeScreen(about.id), self.words)

    def eyes(self, kind: LineKind, speaker: str = "") -> Page:
        """A line in other eyes."""
        line = Line(kind, LONG, _OTHER if speaker else "")
        story = self._story(eyes=(Eyes(_OTHER, _FIRST, self.place, (line,)),))
        return eyes_page(self._play(story, decisions=(0,)), EyesScreen(0, 0), self.words)

    def why(self, sign: str, line: str, why: str) -> Page:
        """Looking back on a flagged sign."""
        story = self._story(Line(LineKind.NARRATION, line, sign=Sign(sign, why)))
        play = replace(self._play(story, decisions=(0,)), flags={Spot(_FIRST, 0): ""})
        return recap_page(self._app(story), play, self.words)

    def timeline(self, sign: str, chapter: str) -> Page:
        """When the signs came, by chapter."""
        story = replace(
            self._story(Line(LineKind.NARRATION, SHORT, sign=Sign(sign, SHORT))), chapters=(chapter,)
        )
        return timeline_page(self._app(story), self._play(story, decisions=(0,)), self.words)

    def _story(
        self,
        *lines: Line,
        way_out: Exit = _ON,
        ending: Ending | None = None,
        cast: dict[str, Person] | None = None,
        people: tuple[Standing, ...] = (),
        meets: tuple[str, ...] = (),
        eyes: tuple[Eyes, ...] = (),
    ) -> Story:
        young = {who: Person(who, f"{SHORT}{number}") for number, who in enumerate((_YOU, _OTHER, _THIRD))}
        first = Scene(_FIRST, self.place, lines, way_out, people=people, meets=meets)
        last = Scene(_LAST, self.place, (), ending or Ending(SHORT, SHORT, ()))
        return Story(
            about=self.about,
            you=_YOU,
            cast=young | (cast or {}),
            facts={},
            chapters=(SHORT,),
            start=_FIRST,
            scenes={_FIRST: first, _LAST: last},
            eyes=eyes,
        )

    def _app(self, story: Story) -> App:
        return App(replace(_library(self.vocabulary), abouts=(story.about,)), Settings())

    def _play(self, story: Story, *, decisions: tuple[int, ...] = (), steps: int = 0) -> Play:
        return Play(Machine(story), Playthrough(decisions, steps))

    def _read(self, story: Story, *, decisions: tuple[int, ...] = (), steps: int = 0) -> Page:
        play = self._play(story, decisions=decisions, steps=steps)
        return reading_page(self._app(story), play, ReadingScreen(), self.words)


def _tell(adults: tuple[str, ...], ask: str, beginning: str) -> Tell:
    hearings = tuple(Hearing(who, _LAST) for who in adults)
    return Tell(ask, hearings, tuple(Beginning(text) for text in (beginning, "y", "z")))


def _library(vocabulary: Vocabulary) -> Library:
    return Library((), vocabulary.signs, vocabulary.help, ())
