"""What a pupil may see, and what the pages are asked for: the seam between the hub and its pages. Pure data."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from game.screens.lesson.wire import Kind, Phase, Tally

if TYPE_CHECKING:
    from game.screens.words import Words


class Notice(Enum):
    """What a page or an answer says when something could not be done; the value is the `error` that scripts are told."""

    WRONG_CODE = "no-such-code"
    FULL = "full"
    LOCKED = "locked"
    THROTTLED = "throttled"
    CLOSED = "closed"
    PAUSED = "paused"
    ENDED = "ended"
    NO_SEAT = "no-seat"
    FOREIGN = "foreign"
    TOO_LARGE = "too-large"
    TOO_SLOW = "too-slow"
    MALFORMED = "malformed"
    NOT_THERE = "not-there"
    BUSY = "busy"


STATUS = {
    Notice.WRONG_CODE: 404,
    Notice.FULL: 409,
    Notice.LOCKED: 423,
    Notice.THROTTLED: 429,
    Notice.CLOSED: 409,
    Notice.PAUSED: 423,
    Notice.ENDED: 410,
    Notice.NO_SEAT: 401,
    Notice.FOREIGN: 403,
    Notice.TOO_LARGE: 413,
    Notice.TOO_SLOW: 408,
    Notice.MALFORMED: 400,
    Notice.NOT_THERE: 404,
    Notice.BUSY: 503,
}
"""Each notice's status in HTTP."""


def notice_said(words: Words, notice: Notice) -> str:
    """The notice in a calm sentence or two, for a pupil."""
    match notice:
        case Notice.WRONG_CODE:
            return words.ui("Den koden finns inte. Titta på tavlan och skriv den en gång till.")
        case Notice.FULL:
            return words.ui("Alla platser är tagna. Säg till läraren.")
        case Notice.LOCKED:
            return words.ui("Just nu släpps ingen ny in. Säg till läraren.")
        case Notice.THROTTLED:
            return words.ui("Det gick lite för fort. Vänta en liten stund och försök igen.")
        case Notice.CLOSED:
            return words.ui("Det går inte att svara på det här längre. Titta på tavlan.")
        case Notice.PAUSED:
            return words.ui("Titta hit. Det är paus just nu.")
        case Notice.ENDED:
            return words.ui("Lektionen är slut. Allt är raderat.")
        case Notice.NO_SEAT:
            return words.ui("Du är inte med just nu. Tryck på Var med.")
        case _:
            return _of_the_way(words, notice)


def _of_the_way(words: Words, notice: Notice) -> str:
    """What went wrong on the way, and has nothing to do with what the pupil did."""
    match notice:
        case Notice.FOREIGN:
            return words.ui("Det kom från en annan sida. Öppna lektionens sida och försök igen.")
        case Notice.TOO_LARGE | Notice.MALFORMED:
            return words.ui("Det gick inte att läsa. Ladda om sidan och försök igen.")
        case Notice.TOO_SLOW:
            return words.ui("Det tog för lång tid. Försök igen.")
        case Notice.NOT_THERE:
            return words.ui("Den sidan finns inte.")
        case _:
            return words.ui("Det gick inte att spara just nu. Försök igen om en liten stund.")


@dataclass(frozen=True, slots=True)
class StepSeen:
    """A step in one language. `place` is which one of how many, (0, 0) where that is not said."""

    id: str
    kind: Kind
    title: str = ""
    text: str = ""
    options: tuple[str, ...] = ()
    place: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class PupilView:
    """All that a pupil's page shows; the page is complete without JavaScript, and asks nobody else.

    `symbol` is the id of the seat's symbol (`game.screens.lesson.symbols.symbol_said` gives its words), "" for who has no
    seat yet: then the page has a form with the button "Var med" that posts to `/s/{code}/join`. `mine` is the option that
    this pupil has chosen in the step and round that are shown (0 for a line that was flagged), None for none. `tally` is
    there only in phase REVEAL. In phase ENDED `step` is None. `notice` is why the last form could not be taken.

    Forms post `step`, `round` and `choice` ("" takes the answer back) to `/s/{code}/vote`, and all of them `lang`.
    """

    code: str
    lang: str
    rev: int = 0
    phase: Phase = Phase.LOBBY
    step: StepSeen | None = None
    round: int = 1
    mine: int | None = None
    answered: int = 0
    joined: int = 0
    tally: Tally | None = None
    symbol: str = ""
    notice: Notice | None = None


class Pages(Protocol):
    """The pages as HTML; `lang` is always the code of one of the game's languages."""

    def front(self, lang: str, notice: Notice | None = None) -> str:
        """`/`: the form for the code. It posts `code` and `lang` to `/`."""
        ...

    def pupil(self, view: PupilView) -> str:
        """`/s/{code}`: where a pupil is in the lesson."""
        ...

    def help(self, lang: str, code: str) -> str:
        """`/s/{code}/help`: whom one can talk to, with a way back to the lesson."""
        ...

    def exercise(self, lang: str, asked: str, answer: str) -> str:
        """`/ovning?asked=7x8&answer=56`: Dölj without JavaScript. What was asked and answered is "" at first; it may be anything."""
        ...

    def refused(self, lang: str, notice: Notice) -> str:
        """Any other answer to a browser: one calm sentence, and a way to `/`."""
        ...
