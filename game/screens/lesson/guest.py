"""A pupil's own game in a lesson: what is known of the lesson, and what the pupil can mean there. Plain data."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from game.screens.lesson.wire import Kind, Phase

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.lesson.wire import Tally
    from game.screens.model import Screen

SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
"""The characters that a lesson's code is made of."""
CODE_LENGTH = 6


class Seat(Enum):
    """How a game is in a lesson."""

    COMING = "coming"  # it asks to be let in
    TAKEN = "taken"
    LOST = "lost"  # it has a seat; the lesson is not heard now, and is tried again
    OUT = "out"  # it has none


class Hindrance(Enum):
    """Why a game has no seat."""

    UNREAD = "unread"  # what was typed is no address
    UNREACHED = "unreached"  # nothing answers there
    ELSEWHERE = "elsewhere"  # what answers there has no lessons
    CODE = "code"  # no lesson has this code
    FULL = "full"
    LOCKED = "locked"
    OFTEN = "often"  # too much was tried in a short time
    FREED = "freed"  # the teacher gave the seat up
    UNABLE = "unable"  # this program lacks what it needs for it


OF_ADDRESS = frozenset({Hindrance.UNREAD, Hindrance.UNREACHED, Hindrance.ELSEWHERE})
"""Hindrances that another address may help against."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the class is shown or asked, in the language of this game. `step` is its id; `place` which one of how many, (0, 0)
    where that is not said.

    `mine` is this seat's answer as the hub has stored it, None for none; 0 for a line that was flagged. `tally` is there only
    while the class is shown how it answered.
    """

    step: str
    round: int = 1
    title: str = ""
    text: str = ""
    options: tuple[str, ...] = ()
    place: tuple[int, int] = (0, 0)
    mine: int | None = None
    answered: int = 0
    joined: int = 0
    tally: Tally | None = None


@dataclass(frozen=True, slots=True)
class GuestSeen:
    """All that a pupil's game knows of the lesson: an intent, sent whenever something is new.

    `kind` is what the class does, None while nothing has begun. `story` is the one that all play. `symbol` is the seat's.
    `why` is said where the seat is OUT. `asked` is None while nothing has begun, and while all play.
    """

    seat: Seat = Seat.COMING
    phase: Phase = Phase.LOBBY
    kind: Kind | None = None
    story: str = ""
    symbol: str = ""
    why: Hindrance | None = None
    asked: Asked | None = None

    @property
    def seated(self) -> bool:
        """Whether the game has a place in a lesson that goes on."""
        return self.seat in {Seat.TAKEN, Seat.LOST} and self.phase is not Phase.ENDED

    @property
    def plays(self) -> bool:
        """Whether everybody plays the story alone now, and nobody has been asked to look up."""
        return self.seated and self.kind is Kind.PLAY and self.phase is not Phase.PAUSED

    @property
    def takes(self) -> bool:
        """Whether the class answers now, and this seat may."""
        if not self.seated or self.asked is None:
            return False
        match self.kind:
            case Kind.VOTE | Kind.JUDGE:
                return self.phase is Phase.OPEN and bool(self.asked.options)
            case Kind.LINE:
                return self.phase in {Phase.READ, Phase.OPEN}
            case _:
                return False


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question of the class: an option, or None to take it back. To any other question it means nothing."""

    step: str
    round: int
    choice: int | None


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the pupil was before the class looked up: the screens, the uppermost last, and what had focus."""

    screens: tuple[Screen, ...]
    focus: Intent | None


@dataclass(frozen=True, slots=True)
class Guest:
    """A pupil's place in a lesson. `address` and `code` are those that led there; `told` is the scene that was told last.
    `leaving` while the pupil is asked whether to leave. `sending` is an answer of which the hub has not said that it is stored.
    """

    address: str
    code: str
    seen: GuestSeen = field(default_factory=GuestSeen)
    kept: Kept | None = None
    told: str = ""
    leaving: bool = False
    sending: Answer | None = None


# --- screens ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class JoinScreen:
    """Type the address that stands on the board, then (`at_code`) the code. `why` when that led nowhere."""

    address: str = ""
    code: str = ""
    at_code: bool = False
    why: Hindrance | None = None


@dataclass(frozen=True, slots=True)
class GuestScreen:
    """Look up: what the class does is not in this game now. What it shows is said by `App.guest`."""


LessonGuestScreen: TypeAlias = JoinScreen | GuestScreen


# --- what a pupil means, and what comes --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class JoinLesson:
    """Take part in a lesson: ask for its address and code."""


@dataclass(frozen=True, slots=True)
class JoinAgain:
    """Ask for a seat once more, with the same address and code."""


@dataclass(frozen=True, slots=True)
class PlayOn:
    """To the story of the class: where one was in it, or the page before it."""


@dataclass(frozen=True, slots=True)
class LeaveLesson:
    """Give the seat up, and play on alone. Unless it is `sure`, it is asked for first: where the class looks up, a key that
    was meant for the story leads nobody out.
    """

    sure: bool = True


GuestIntent: TypeAlias = JoinLesson | JoinAgain | PlayOn | LeaveLesson | Answer | GuestSeen
