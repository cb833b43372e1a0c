"""A story as immutable data: what an author's YAML becomes, and all that the engine reads.

Nothing here knows of files, windows or languages. Texts are in Swedish; a translation is looked up when a text is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

from game.story.logic import ALWAYS, NOWHERE, Condition, Effect, FactType, Place

if TYPE_CHECKING:
    from game.story.glossary import Explained


class Expression(Enum):
    """What a face shows. The values are the words that authors write."""

    NEUTRAL = "neutral"
    HAPPY = "happy"
    LAUGHING = "laughing"
    SAD = "sad"
    CRYING = "crying"
    WORRIED = "worried"
    SCARED = "scared"
    ANGRY = "angry"
    ASHAMED = "ashamed"
    RELIEVED = "relieved"


class Posture(Enum):
    """How somebody stands: as the expression has it, arms crossed and shoulders in, or half turned away.

    The values are the words that authors write.
    """

    OPEN = "open"
    CLOSED = "closed"
    TURNED = "turned"


# --- what is shown ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Sign:
    """What a line is a sign of, and why. `sign` is an id of `signs.yaml`; `healthy` and `grey` stand there too."""

    sign: str
    why: str
    at: Place = field(default=NOWHERE, compare=False)


class LineKind(Enum):
    """How a line is shown."""

    NARRATION = "narration"
    SPEECH = "speech"
    THOUGHT = "thought"  # what somebody thinks and does not say; only in other eyes
    MESSAGE = "message"  # in a phone
    SILENCE = "silence"  # nobody says anything; the text says what can be seen or heard meanwhile
    FEEL = "feel"  # a pause: how does it feel? breathe, skip the scene, see help


@dataclass(frozen=True, slots=True)
class Phone:
    """The conversation that a message belongs to: whose phone, with whom, and the title of a group chat."""

    owner: str
    partner: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said, written, seen or left unsaid.

    `speaker` is a cast id, or "" where nobody speaks. A message carries its `phone`. `skip` is, for a
    pause, the one neutral sentence that stands for the rest of the scene when the player skips it.
    """

    kind: LineKind
    text: str
    speaker: str = ""
    expression: Expression = Expression.NEUTRAL
    posture: Posture = Posture.OPEN
    sign: Sign | None = None
    when: Condition = ALWAYS
    phone: Phone | None = None
    skip: str = ""
    at: Place = field(default=NOWHERE, compare=False)


# --- ways out of a scene ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that the player can do. `wait` marks listening on in silence; `once` hides it when taken."""

    text: str
    go: str
    when: Condition = ALWAYS
    do: tuple[Effect, ...] = ()
    once: bool = False
    wait: bool = False
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Choices:
    """The player chooses. `talk` is the class's question beside it, `listen` what its teacher can listen for."""

    ask: str
    choices: tuple[Choice, ...]
    talk: str = ""
    listen: str = ""
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Hearing:
    """An adult who can be told, and where that leads. `listens` is False for one who waves it off."""

    adult: str
    go: str
    listens: bool = True
    when: Condition = ALWAYS
    do: tuple[Effect, ...] = ()
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Beginning:
    """One way to begin telling."""

    text: str
    do: tuple[Effect, ...] = ()
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Tell:
    """The player chooses whom to tell, among the adults met and not told yet, and how to begin.

    One decision of the play is an adult and a beginning together: option number
    `adult index * len(beginnings) + beginning index`, both in the order of the file.
    """

    ask: str
    hearings: tuple[Hearing, ...]
    beginnings: tuple[Beginning, ...]
    talk: str = ""
    listen: str = ""
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Branch:
    """A scene to go to when its condition holds."""

    to: str
    when: Condition = ALWAYS
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Goto:
    """On to the first branch whose condition holds."""

    branches: tuple[Branch, ...]
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Ending:
    """The story is over: a title, a few calm sentences, and ids of `help.yaml` that are shown with it."""

    title: str
    text: str
    help: tuple[str, ...]
    at: Place = field(default=NOWHERE, compare=False)


Exit: TypeAlias = Choices | Tell | Goto | Ending


# --- the whole -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody who is in the picture, the face they have and how they stand until they say something."""

    who: str
    expression: Expression = Expression.NEUTRAL
    posture: Posture = Posture.OPEN


@dataclass(frozen=True, slots=True)
class Scene:
    """Lines, and then exactly one way out.

    `place` is an id of a drawn place. `chapter` counts from 1. `people` stand in the picture (at most three). `do` is
    carried out when the scene is entered, and `meets` are adults met by then, besides those who speak in it.
    """

    id: str
    place: str
    lines: tuple[Line, ...]
    exit: Exit
    chapter: int = 1
    people: tuple[Standing, ...] = ()
    do: tuple[Effect, ...] = ()
    meets: tuple[str, ...] = ()
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the cast. `adult` is a profession or relation ("mentor"), "" for a young person.

    `about` is one sentence on an adult's card: who they are, how they listen. `portrait` is what the
    paper-doll rig is given, as written (the rig knows the valid names). `pronoun` is Swedish, "hon", "han" or "hen", or
    "" where nobody said: translators need it.
    """

    id: str
    name: str
    portrait: tuple[tuple[str, str | int | bool], ...] = ()
    adult: str = ""
    about: str = ""
    pronoun: str = ""
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Eyes:
    """A moment seen again as somebody else: `of` is the scene it was in, `lines` what they thought and saw."""

    who: str
    of: str
    place: str
    lines: tuple[Line, ...]
    at: Place = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Review:
    """Whether people have approved a story: on which ISO date, who they were, and the mark of the words they read.

    `state` is "draft" or "approved"; a draft has nothing more. `text` is what `game.story.digest` makes of the story.
    """

    state: str
    on: str = ""
    by: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a picker shows of a story without reading its scenes. Ages are years, ends included. The first context is foremost."""

    id: str
    title: str
    youngest: int
    oldest: int
    minutes: int
    summary: str
    notes: str
    forms: tuple[str, ...]
    contexts: tuple[str, ...]
    role: str
    review: str
    cover: str = ""
    """The id of the place on the cover; "" means that of the first scene."""
    cover_people: tuple[tuple[Person, Standing], ...] = ()
    you: str = ""
    """The name of the one whom the player is."""
    reviewed: Review = Review("draft")


@dataclass(frozen=True, slots=True)
class Story:
    """A whole story. `scenes`, `cast` and `facts` keep the order of the file; `you` is who the player is."""

    about: About
    you: str
    cast: dict[str, Person]
    facts: dict[str, FactType]
    chapters: tuple[str, ...]
    start: str
    scenes: dict[str, Scene]
    eyes: tuple[Eyes, ...] = ()
    words: tuple[Explained, ...] = ()
    at: Place = field(default=NOWHERE, compare=False)
