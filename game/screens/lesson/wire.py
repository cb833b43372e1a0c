"""What a stage tells the hub and what it learns from it, as plain data. Nothing here knows of HTTP, files or windows."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias


class Phase(Enum):
    """Where a lesson's hub is. Answers are taken while a step is OPEN, flags also while a line is shown (READ)."""

    LOBBY = "lobby"
    READ = "read"  # something is shown on the projector
    OPEN = "open"  # pupils answer
    CLOSED = "closed"  # nothing more is taken; nothing is shown yet
    REVEAL = "reveal"  # the class sees how it answered
    PAUSED = "paused"  # "look up here"; what was before comes back
    ENDED = "ended"  # all that was about pupils is deleted


class Kind(Enum):
    """What pupils do in a step."""

    WATCH = "watch"  # look at the projector
    PRACTISE = "practise"  # try Dölj
    LINE = "line"  # a line of the story, which can be flagged: option 0
    VOTE = "vote"  # what happens next in the story
    JUDGE = "judge"  # a vignette: okay, unsure, not okay
    PLAY = "play"  # everybody plays the story on a computer of their own
    TALK = "talk"  # talk two and two
    HELP = "help"  # whom one can talk to


@dataclass(frozen=True, slots=True)
class Phrase:
    """A Swedish text and where its translations stand: a catalogue's domain ("" is the interface) and its context.

    `values` fill the {placeholders} of a text of the interface.
    """

    text: str
    domain: str = ""
    context: str = ""
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """What the class is at. `id` is the same whenever one comes back to the same thing, and has no text of a pupil in it.

    `place` is which one of how many ("Röst 2 av 6"), (0, 0) where that is not said. On a `sensitive` step "everybody" is
    told as "most": nobody is to be known by what all answered.
    """

    id: str
    kind: Kind
    title: Phrase | None = None
    text: Phrase | None = None
    options: tuple[Phrase, ...] = ()
    place: tuple[int, int] = (0, 0)
    sensitive: bool = False


PLAYED = "play:"
"""What the id of a step begins with in which all play by themselves; the story's own id follows."""


def story_of(step: str) -> str:
    """The id of the story that all play in the step with this id, "" where that is not said."""
    return step.removeprefix(PLAYED) if step.startswith(PLAYED) else ""


@dataclass(frozen=True, slots=True)
class Pool:
    """Answers to several steps, added up before anything is shown. All steps have the same number of options."""

    name: str
    steps: tuple[str, ...]


# --- from the stage to the hub -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Next:
    """Show a step; nothing but flags is taken."""

    step: Step


@dataclass(frozen=True, slots=True)
class Open:
    """Take answers to a step. Told of the step that is open already, nothing happens."""

    step: Step


@dataclass(frozen=True, slots=True)
class CloseStep:
    """Take no more answers."""


@dataclass(frozen=True, slots=True)
class Reveal:
    """Show the class how it answered; once a round."""


@dataclass(frozen=True, slots=True)
class Reopen:
    """Take answers to the same step anew, in a new round; the earlier round counts no more."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Look up here."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on where it was."""


@dataclass(frozen=True, slots=True)
class Lock:
    """Let nobody new in, or let them in again; who has a seat always comes back to it."""

    locked: bool


@dataclass(frozen=True, slots=True)
class FreeSeat:
    """Give up the seat with this symbol: whoever sat there joins anew."""

    symbol: str


@dataclass(frozen=True, slots=True)
class Sum:
    """Add up pools of answers, each told only as far as nobody can be known by it."""

    pools: tuple[Pool, ...]


@dataclass(frozen=True, slots=True)
class Keep:
    """Keep this until the lesson ends: what the stage needs to go on after its computer failed. Nothing of any pupil."""

    text: str


@dataclass(frozen=True, slots=True)
class End:
    """The lesson is over; delete all."""


ToHub: TypeAlias = (
    Next | Open | CloseStep | Reveal | Reopen | Pause | Resume | Lock | FreeSeat | Sum | Keep | End
)


# --- from the hub to the stage -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cell:
    """How many answered one thing: the number, or None where it is too small to be told."""

    count: int | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How a step, or a pool of them, was answered: a cell for each option. `cells` is () where too few answered at all.

    `most` is the option that nearly all took, on a step where the number itself would tell too much; then no cell has one.
    `total` is how many answers there are, those too that no cell tells; 0 where that is not told.
    """

    cells: tuple[Cell, ...] = ()
    most: int | None = None
    total: int = 0


class Link(Enum):
    """How the hub is reached."""

    NONE = "none"  # nobody needs one: hands only
    STARTING = "starting"
    HERE = "here"
    LOST = "lost"  # it is being tried again; what was told waits


class Reach(Enum):
    """Whether other devices can reach the hub."""

    UNKNOWN = "unknown"
    REACHED = "reached"  # one has
    BLOCKED = "blocked"  # not even this computer can, by the address that the others are given
    UNHEARD = "unheard"  # this computer can; nobody else has, though there was time


class Trouble(Enum):
    """What a teacher has to know about the hub, where waiting does not help."""

    NONE = "none"
    ELSEWHERE = "elsewhere"  # a lesson is going on on this computer already
    REFUSED = "refused"  # a municipality's hub does not know this school
    BROKEN = "broken"  # the hub on this computer cannot be started


@dataclass(frozen=True, slots=True)
class HubSeen:
    """All that the stage knows of its hub: an intent, sent whenever something is new.

    `address` is what pupils type ("10.0.4.12:8080"), `code` what they then type, `qr` the rows of the QR code for both, a
    quiet zone not included. `joined`, `answered` are numbers of seats; `symbols` those of all seats, for freeing one. `scenes`
    says how many are in each scene where everybody plays alone. `sums` are pools that were asked for. `kept` is what an
    earlier stage kept, if this lesson is one that goes on after a failure.
    """

    link: Link = Link.NONE
    reach: Reach = Reach.UNKNOWN
    address: str = ""
    code: str = ""
    qr: tuple[tuple[bool, ...], ...] = ()
    phase: Phase = Phase.LOBBY
    step: str = ""
    round: int = 1
    joined: int = 0
    answered: int = 0
    places: int = 0
    locked: bool = False
    tally: Tally | None = None
    symbols: tuple[str, ...] = ()
    scenes: tuple[tuple[str, int], ...] = ()
    sums: tuple[tuple[str, Tally], ...] = ()
    kept: str = ""
    told: int = field(default=0, compare=False)
    trouble: Trouble = Trouble.NONE


def tally_of(seen: HubSeen, pool: str) -> Tally | None:
    """What a pool came to, None while it has not been told."""
    return dict(seen.sums).get(pool)
