"""What the stories of an edition share, as `game.tools.web.edition` says it: the shelf, languages, pictures of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypedDict

if TYPE_CHECKING:
    from game.tools.web.phrases import Plural

# --- what all stories share ------------------------------------------------------------------------


class Language(TypedDict):
    """A language: its code in file names, the tag and the direction that browsers know, its own name.

    `draft`: nobody who has the language from home has read it.
    """

    code: str
    tag: str
    name: str
    dir: Literal["ltr", "rtl"]
    draft: bool


class Place(TypedDict):
    """A drawn place, 1366 wide and 768 high: the address of its picture, its light (`day` or a key of `Shelf.lights`), and where one, two
    and three people stand, as parts of its width.
    """

    src: str
    light: str
    stand: list[list[float]]


class Picture(TypedDict):
    """A place, and who stands in it: indices in `Art.looks`."""

    place: str
    people: list[int]


class Head(TypedDict):
    """What can be seen of a story before it is opened; its words stand in `Ui.heads`.

    `mark` changes with its words. `role` is one of the game's (friend, sibling, …). `cover` is drawn with `Shelf.art`.
    """

    id: str
    mark: str
    youngest: int
    oldest: int
    minutes: int
    role: str
    cover: Picture


class Search(TypedDict):
    """Stories that are sought, by their ids, and what can be pressed to seek others: a key of `Ui.search`, and the search after it."""

    stories: list[str]
    turns: list[list[str | int]]


class Shelf(TypedDict):
    """Everything that is needed before a language or a story is known.

    `title` is the picture of the first screen. `icons` are whole SVG documents in `currentColor`. `lights` gives, for the light of a
    place, how much red, green and blue it leaves of each colour of the people there (0 to 1). `tasks` are the factors of the exercise
    in their order, from the first again after the last. `signs` are the signs of codes, the last sign of which checks the others.
    `teens` is the age from which a sign is told as to the older. `searches` are all searches for stories, the first one where one begins; `likes` gives the one for those like a story.
    """

    languages: list[Language]
    stories: list[Head]
    title: Picture
    art: Art
    places: dict[str, Place]
    lights: dict[str, list[float]]
    icons: dict[str, str]
    tasks: list[list[int]]
    signs: str
    teens: int
    searches: list[Search]
    likes: dict[str, int]


# --- a language ------------------------------------------------------------------------------------


class HelpEntry(TypedDict):
    """Somebody to turn to, for readers from `youngest` to `oldest`: those for whom both hold for a story's `youngest` are shown with it.

    `channel` is person, phone, chat or web; `small` the hours, and when they were checked.
    """

    id: str
    channel: str
    name: str
    contact: str
    what: str
    small: str
    youngest: int
    oldest: int


class FormWords(TypedDict):
    """A form of violence: its name, one sentence about it, its icon."""

    label: str
    about: str
    icon: str


class SignWords(TypedDict):
    """A sign: its name, and the id of its form, "" for `healthy` and `grey`; what it is to those who are 10 to 12, and to the older."""

    label: str
    form: str
    young: str
    older: str


class HeadWords(TypedDict):
    """The words of a story's head. `you` is the name of who the player is; `whole` where all of it is translated."""

    title: str
    summary: str
    notes: str
    you: str
    whole: bool


class Ui(TypedDict):
    """A language: the page's own words (`game.tools.web.phrases`), help, signs and forms in their order, places in words, stories' heads,
    and what stands on each thing to seek stories by.
    """

    language: Language
    words: dict[str, str]
    plurals: dict[str, Plural]
    help: list[HelpEntry]
    forms: dict[str, FormWords]
    signs: dict[str, SignWords]
    alts: dict[str, str]
    heads: dict[str, HeadWords]
    search: dict[str, str]


# --- pictures of people ----------------------------------------------------------------------------


class Look(TypedDict):
    """How somebody is drawn: sheets that lie on each other, each a pair `move, part`, one after the other.

    `expression` and `posture` are the words of authors. `move` is that of the whole figure. `ahead` are the sheets of who looks
    ahead, `right` and `left` of who looks aside. Who stands in the right half is turned round: `translate(WIDTH 0) scale(-1 1)` goes
    outside of everything, and with `right` they then look to the left of the screen. A head alone is drawn by the look `head`, in a
    square that begins `down` lower than `Art.head` says.
    """

    expression: str
    posture: str
    move: int
    ahead: list[int]
    right: list[int]
    left: list[int]
    head: int
    down: float


class Art(TypedDict):
    """People: the size of a figure; left, top and side of the square around a head; the shapes of parts as SVG; the moves, each the value of
    a `transform`; and the looks that are put together from them.
    """

    box: list[float]
    head: list[float]
    parts: list[str]
    moves: list[str]
    looks: list[Look]
