"""What a rig is made of: its layers, and how ages, builds, aids, expressions and postures move them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any

from game.format import nodes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from game.story.model import Expression, Posture


class Gaze(Enum):
    """Where somebody looks, as seen on the screen."""

    LEFT = -1
    AHEAD = 0
    RIGHT = 1


class Joint(Enum):
    """What a part moves with."""

    BODY = "body"
    SEAT = "seat"
    HEAD = "head"
    FACE = "face"


@dataclass(frozen=True, slots=True)
class Layer:
    """One sheet of the paper doll. `part` names its file, with the names of options in braces.

    `depth` is how far in front of the head's middle it lies, for a head that turns: 1 is the face, less than
    0 the back of the head. `ahead_only` leaves out the half of a pair that a turned head hides.
    """

    part: str
    joint: Joint
    at: tuple[float, float] | None
    pair: bool
    grows: bool
    depth: float
    ahead_only: bool


@dataclass(frozen=True, slots=True)
class Age:
    """How people up to and including the age `to` are built; `rig.yaml` says what the numbers mean."""

    to: int
    down: float
    shoulders: float
    neck: float
    head: tuple[float, float]
    eyes: float
    face: float
    lines: str


@dataclass(frozen=True, slots=True)
class Build:
    """How wide a body is, and its face, as factors."""

    width: float
    face: float


@dataclass(frozen=True, slots=True)
class Bearing:
    """What an expression, a posture or an aid does: the parts it picks, and how it moves the figure."""

    parts: Mapping[str, str]
    tilt: float
    nod: float
    shoulders: float
    look: float
    turn: float
    aside: float
    down: float
    width: float

    def joined(self, other: Bearing) -> Bearing:
        """Both at once: moves add up, and of two parts for one place the other's is taken."""
        return Bearing(
            parts={**self.parts, **other.parts},
            tilt=self.tilt + other.tilt,
            nod=self.nod + other.nod,
            shoulders=self.shoulders + other.shoulders,
            look=self.look + other.look,
            turn=self.turn + other.turn,
            aside=self.aside + other.aside,
            down=self.down + other.down,
            width=self.width * other.width,
        )


@dataclass(frozen=True, slots=True)
class Acting:
    """How somebody is drawn this time; see `Rig.svg`."""

    expression: Expression
    gaze: Gaze
    posture: Posture
    default_age: int | None
    blink: bool = False
    mirrored: bool = False
    breath: float = 0.0


@dataclass(frozen=True, slots=True)
class Doll:
    """A person in pieces: the `transform` of the whole figure, its sheets from the hindmost on, each with its own `transform` and its
    shapes as SVG, and how far down its head is for its age.
    """

    place: str
    sheets: tuple[tuple[str, str], ...]
    down: float


def document(box: tuple[float, float, float, float], shapes: str) -> str:
    """An SVG document that shows a box (left, top, width, height) of these shapes."""
    left, top, width, height = (f"{number:g}" for number in box)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{left} {top} {width} {height}">{shapes}</svg>'
    )


_MOVES = ("tilt", "nod", "shoulders", "look", "turn", "aside", "down")


def plain(node: nodes.Node) -> Any:
    """The tree of a YAML file as words, lists and dictionaries."""
    match node:
        case nodes.Scalar():
            return node.text
        case nodes.Sequence():
            return [plain(item) for item in node.items]
        case nodes.Mapping():
            return {key.text: plain(value) for key, value in node.items}


def read_numbers(words: Iterable[str]) -> list[float]:
    """The words as numbers. Raises ValueError when one is none."""
    return [float(word) for word in words]


def read_layer(entry: Mapping[str, Any]) -> Layer:
    """A layer as `rig.yaml` describes it."""
    at = None
    if "at" in entry:
        x, y = read_numbers(entry["at"])
        at = (x, y)
    return Layer(
        part=entry["part"],
        joint=Joint(entry["joint"]),
        at=at,
        pair="pair" in entry,
        grows="grows" in entry,
        depth=float(entry.get("depth", 0)),
        ahead_only="ahead_only" in entry,
    )


def read_bearing(entry: Mapping[str, str]) -> Bearing:
    """An expression, a posture or an aid as `rig.yaml` describes it; what it does not say stays as it is."""
    moves = {name: float(entry.get(name, 0)) for name in _MOVES}
    parts = {name: word for name, word in entry.items() if name not in {*_MOVES, "width"}}
    return Bearing(parts=parts, width=float(entry.get("width", 1)), **moves)


def read_age(entry: Mapping[str, Any]) -> Age:
    """An age as `rig.yaml` describes it."""
    wide, high = read_numbers(entry["head"])
    moves = {name: float(entry[name]) for name in ("down", "shoulders", "neck", "eyes", "face")}
    return Age(to=int(entry["to"]), head=(wide, high), lines=entry["lines"], **moves)


def read_build(entry: Mapping[str, str]) -> Build:
    """A build as `rig.yaml` describes it."""
    return Build(width=float(entry["width"]), face=float(entry["face"]))
