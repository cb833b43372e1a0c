"""What a screen holds, apart from how it looks: headings, texts, things to press, and which key does what."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

from game.screens.chat import Chat
from game.screens.lesson.blocks import Bars, Chart, Countdown
from game.screens.map_parts import StoryMap
from game.screens.time_line import TimeLine
from game.screens.workshop import Finding
from game.story.model import Expression, Posture

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.screens.intents import Intent
    from game.screens.keys import Key
    from game.screens.lesson.blocks import Join
    from game.screens.sample import Sample
    from game.story.engine import Spot


class Screen(Enum):
    """Which screen a page belongs to."""

    TITLE = auto()
    STORIES = auto()
    BEFORE = auto()
    DIALOGUE = auto()
    PHONE = auto()
    SILENCE = auto()
    CHOICES = auto()
    TELLING = auto()
    FEEL = auto()
    BREATHE = auto()
    FLAG = auto()
    ENDING = auto()
    RECAP = auto()
    TIMELINE = auto()
    EYES = auto()
    WAYS = auto()
    HELP = auto()
    PAUSE = auto()
    CODE = auto()
    SETTINGS = auto()
    LOG = auto()
    CIRCLE = auto()
    WORDS = auto()
    MISTAKES = auto()
    SCENES = auto()
    MAP = auto()
    WAYS_MAP = auto()
    CRASHED = auto()
    HIDDEN = auto()
    LESSON_LIST = auto()  # before a lesson: what to know, what to choose
    LESSON_LOBBY = auto()
    LESSON_ASK = auto()  # a question to the class, with what it answered
    LESSON_TALK = auto()
    LESSON_SIGNS = auto()
    LESSON_CHART = auto()
    LESSON_HELP = auto()  # whom one can talk to
    LESSON_END = auto()
    LESSON_TEACHER = auto()  # the teacher's own window


class Look(Enum):
    """What a thing to press is for; the theme has a colour for each."""

    MAIN = auto()  # the main way on
    PLAIN = auto()
    HELP = auto()  # help and trust
    FLAG = auto()  # "this feels wrong"
    DARK = auto()  # Dölj, and the way out of a finished page
    QUIET = auto()  # there when one looks for it
    CHOICE = auto()
    CHIP = auto()  # one of a few values


@dataclass(frozen=True, slots=True)
class Item:
    """A thing to press: what it means, its words, and the key that does the same.

    `selected` is None where there is nothing to be selected. One that is not `enabled` is there to be seen, and cannot be
    pressed yet. A `compact` one shows its icon alone, where there is one. `said` replaces the label for those who hear it.
    """

    intent: Intent
    label: str
    look: Look = Look.PLAIN
    key: Key | None = None
    icon: str = ""
    note: str = ""
    selected: bool | None = None
    said: str = ""
    enabled: bool = True
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A person in the picture. `portrait` is what the rig is given; an adult looks like one without an age."""

    who: str
    name: str
    portrait: tuple[tuple[str, str | int | bool], ...]
    expression: Expression = Expression.NEUTRAL
    speaking: bool = False
    adult: bool = False
    posture: Posture = Posture.OPEN


@dataclass(frozen=True, slots=True)
class Stage:
    """The picture behind: the id of a place, and who stands in it."""

    place: str
    figures: tuple[Figure, ...] = ()


class Tone(Enum):
    """How a text or a card is meant."""

    PLAIN = auto()
    LEAD = auto()
    SMALL = auto()
    HELP = auto()
    FLAGGED = auto()
    MISSED = auto()
    FINE = auto()
    GREY = auto()
    BIG = auto()  # a number or a code, to be read from afar


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the first one of a page is its title."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Card:
    """A framed piece: an icon or a face, a title, a text, a tag; pressed as a whole where it has an item."""

    title: str
    text: str = ""
    tone: Tone = Tone.PLAIN
    icon: str = ""
    tag: str = ""
    small: str = ""
    item: Item | None = None
    figure: Figure | None = None
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards side by side where there is room, otherwise below each other."""

    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Buttons:
    """Things to press: side by side where there is room (`across`), otherwise a column.

    The keys of a `keypad` stand from left to right in every language.
    """

    items: tuple[Item, ...]
    across: bool = False
    label: str = ""
    keypad: bool = False


@dataclass(frozen=True, slots=True)
class Speech:
    """The line that is said now. `speaker` is "" for the narrator; `thought` for what is not said aloud. `face` is who
    speaks without standing in the picture: in a telephone, behind a door.
    """

    speaker: str
    text: str
    flagged: bool = False
    thought: bool = False
    face: Figure | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """What is typed, in any language from left to right, and what it answers. A `sum` has its label on the left."""

    label: str
    text: str
    answer: str = ""
    sum: bool = False


@dataclass(frozen=True, slots=True)
class Breath:
    """A calm circle that grows and shrinks; the words for in and out, and a calm sentence below."""

    inward: str
    outward: str
    advice: str


Block: TypeAlias = (
    Heading
    | Text
    | Card
    | Cards
    | Buttons
    | Speech
    | Chat
    | TimeLine
    | Field
    | Breath
    | Finding
    | StoryMap
    | Bars
    | Chart
    | Countdown
)


@dataclass(frozen=True, slots=True)
class Page:
    """A whole screen.

    `body` is the content, which may scroll, `foot` stays below it, `bar` is the row at the top. `default` has focus when nothing
    else was chosen; None means that Space and Enter first move the focus, so that nobody chooses by leaning on a key. `spot`
    is the line that F flags, `notice` news in a sentence, `explained` the difficult words in all their forms, `tabs` the pages
    of which this is one, `aside` how to join the lesson, `tucked` the teacher's things. What a class reads is `from_afar`.
    """

    screen: Screen
    title: str
    body: tuple[Block, ...]
    foot: tuple[Item, ...] = ()
    bar: tuple[Item, ...] = ()
    label: str = ""
    stage: Stage | None = None
    keys: Mapping[Key, Intent] = field(default_factory=dict)
    default: Intent | None = None
    spot: Spot | None = None
    typing: bool = False
    notice: str = ""
    explained: tuple[str, ...] = ()
    tabs: tuple[Item, ...] = ()
    sample: Sample | None = None
    aside: Join | None = None
    tucked: tuple[Item, ...] = ()
    from_afar: bool = False

    def items(self) -> tuple[Item, ...]:
        """Everything that can be pressed, in the order in which focus moves."""
        body = (item for block in self.body for item in items_of(block))
        there = (*self.tabs, *body, *self.foot, *self.bar, *self.tucked)
        return tuple(item for item in there if item.enabled)


def items_of(block: Block) -> Iterator[Item]:
    """The things to press in a block, in reading order."""
    match block:
        case Card():
            yield from (block.item,) if block.item else ()
        case Cards():
            for card in block.cards:
                yield from items_of(card)
        case Buttons():
            yield from block.items
        case Chat():
            yield from (bubble.item for bubble in block.bubbles)
        case StoryMap() | Bars():
            yield from block.items()
        case (
            Heading()
            | Text()
            | Speech()
            | TimeLine()
            | Field()
            | Breath()
            | Finding()
            | Chart()
            | Countdown()
        ):
            return
