"""What a web edition consists of: the data that Python works out and the page walks, as it stands in its scripts.

Every script holds one call, `Beratta.data(kind, name, value)`, since a page from a memory stick cannot fetch. In one file each
stands as `<script type="application/json" id="FILE">[kind, name, value]</script>`, which is read and not run:

| file | kind, name | value |
|---|---|---|
| `data/shelf.js` | `"shelf"`, `""` | `Shelf` (as all that stories share: `game.tools.web.edition_shared`) |
| `data/ui.LANGUAGE.js` | `"ui"`, LANGUAGE | `Ui` |
| `data/story.STORY.js` | `"story"`, STORY | `Story` |
| `data/story.STORY.art.js` | `"art"`, STORY | `Art` |
| `data/story.STORY.codes.js` | `"codes"`, STORY | `Resuming`, for the pause and whoever has a code: it comes after the first scene |
| `data/story.STORY.LANGUAGE.js` | `"texts"`, `STORY.LANGUAGE` | `Texts` |

Numbers are indices. A `T` is an index in `Texts.t`, -1 where there is no text; it is the same in every language.
LANGUAGE is a language's code with `-` in place of `@`.
"""

from __future__ import annotations

from typing import Literal, NotRequired, TypeAlias, TypedDict

T: TypeAlias = int


class Member(TypedDict):
    """Somebody in the cast. `adult` is a profession, `about` a sentence for the card; both -1 for a young person. `look` is how they look at rest."""

    name: T
    adult: T
    about: T
    look: int


class SignOf(TypedDict):
    """What a line is a sign of (an id in `Ui.signs`), and why."""

    s: str
    w: T


class Phone(TypedDict):
    """Whose phone a message is in, with whom (a member of the cast, -1 for a group), and the title of a group chat."""

    owner: int
    partner: int
    title: T


Kind: TypeAlias = Literal["narration", "speech", "thought", "message", "silence", "feel"]


class Line(TypedDict):
    """A line: its kind, its text, who says it (a member of the cast, -1 for nobody), and how that one looks then.

    `p` is the phone of a message, an index in `Story.phones`. `skip` stands for the rest of a scene that is skipped at a pause.
    """

    k: Kind
    t: T
    s: int
    look: int
    g: NotRequired[SignOf]
    p: NotRequired[int]
    skip: NotRequired[T]


class Scene(TypedDict):
    """A scene: an index in `Story.places`, its chapter from 1, who stands there and how they look (`[cast, look]`), and which adults are met
    besides.
    """

    id: str
    place: int
    chapter: int
    people: list[list[int]]
    meets: list[int]


class ChoicesExit(TypedDict):
    """The player chooses. `o` are the choices that are open, each its text and whether it is to wait; a node has a target for each.

    `i` tells choices of one scene apart.
    """

    k: Literal["choices"]
    ask: T
    o: list[list[int]]
    i: list[int]


class TellExit(TypedDict):
    """The player tells: `a` are the adults who can be told, each with whether they listen, `b` the ways to begin. A node has a target for
    each beginning of the first adult, then of the second.
    """

    k: Literal["tell"]
    ask: T
    a: list[list[int]]
    b: list[T]


class EndExit(TypedDict):
    """The story is over. `help` are ids in `Ui.help`."""

    k: Literal["end"]
    title: T
    text: T
    help: list[str]


Exit: TypeAlias = ChoicesExit | TellExit | EndExit


class Eyes(TypedDict):
    """A scene seen again as somebody else: who, which scene, in which place, and the lines."""

    who: int
    of: int
    place: int
    lines: list[int]


class Story(TypedDict):
    """A story as a graph, without its texts. A node is a state that can be come to; the first one is where it begins.

    `runs` are what is read between two decisions: for each scene that is passed in it, `[scene, line, line, …]`; a scene may have no line.
    `nodes` are `[run, exit, target, target, …]`: what is read there, what then is asked, and the node that each answer leads to.
    `forms` are the ids of forms to choose a flag's among, those the story is about first. `eyes` are moments seen again.
    `words` are the words that it explains: the word in all its forms, and its meaning.
    """

    id: str
    mark: str
    title: T
    you: int
    forms: list[str]
    cast: list[Member]
    chapters: list[T]
    places: list[str]
    phones: list[Phone]
    lines: list[Line]
    scenes: list[Scene]
    runs: list[list[list[int]]]
    exits: list[Exit]
    nodes: list[list[int]]
    eyes: list[Eyes]
    words: list[list[T]]


class Resuming(TypedDict):
    """What resume codes need: those of a story's nodes, and the adults whom somebody knows who begins at a node with its code (cast; nodes
    without are left out).
    """

    codes: list[str]
    met: dict[int, list[int]]


class Texts(TypedDict):
    """The texts of a story in one language.

    `sv` are those shown in Swedish for want of a translation. `part` gives the scenes that are wholly (1) or partly (0) in Swedish.
    `marks` gives, for a text, the explained words in it: `[start, end, word]` one after the other, counted as JavaScript does.
    """

    t: list[str]
    sv: list[T]
    part: dict[int, int]
    marks: dict[int, list[int]]
