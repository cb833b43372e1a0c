"""Draws people: puts the paper-doll parts of a folder together as one SVG picture.

The folder's `rig.yaml` says which options there are, the colours, the layers and what each expression
does; the shapes stand in SVG files beside it. Nothing an author writes in a portrait can make this fail:
unknown words fall back to the default, and a part that has no file is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from game.format import nodes
from game.story.model import Expression

if TYPE_CHECKING:
    from pathlib import Path

Value: TypeAlias = str | int | bool
Look: TypeAlias = Mapping[str, Value] | Iterable[tuple[str, Value]]
"""What somebody looks like: option names and their values, as an author wrote them (`Person.portrait`)."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SHAPES = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_LOOK_ASIDE = 7  # how far an iris and a face move when somebody looks to the side
_TURN_ASIDE = 5


class Gaze(Enum):
    """Where somebody looks, as seen on the screen."""

    LEFT = -1
    AHEAD = 0
    RIGHT = 1


class Joint(Enum):
    """What a part moves with."""

    BODY = "body"
    HEAD = "head"
    FACE = "face"


@dataclass(frozen=True, slots=True)
class Layer:
    """One sheet of the paper doll. `part` names its file, with the names of options in braces."""

    part: str
    joint: Joint
    at: tuple[float, float] | None
    pair: bool
    grows: bool


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
class Posture:
    """What an expression does: the parts it picks, and how it moves head, shoulders and eyes."""

    parts: Mapping[str, str]
    tilt: float
    nod: float
    shoulders: float
    look: float


@dataclass(frozen=True, slots=True)
class _Sitting:
    """All that is decided about one picture before its layers are drawn."""

    parts: Mapping[str, str]
    colours: Mapping[str, str]
    joints: Mapping[Joint, str]
    eyes: float
    turn: int
    look: float


@dataclass(frozen=True, slots=True)
class Rig:
    """Everything needed to draw people. Part files are read when first used, and then kept."""

    folder: Path
    options: Mapping[str, tuple[str, ...]]
    defaults: Mapping[str, str]
    headwear: frozenset[str]
    sleeves: Mapping[str, Mapping[str, str]]
    palettes: Mapping[str, Mapping[str, Mapping[str, str]]]
    fixed: Mapping[str, str]
    layers: tuple[Layer, ...]
    postures: Mapping[Expression, Posture]
    blink: Mapping[str, str]
    ages: tuple[Age, ...]
    pivot: tuple[float, float]
    canvas: tuple[float, float]
    avatar: tuple[float, float, float]
    _texts: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def svg(
        self,
        look: Look,
        expression: Expression = Expression.NEUTRAL,
        *,
        blink: bool = False,
        gaze: Gaze = Gaze.AHEAD,
        mirrored: bool = False,
    ) -> str:
        """The person from the head to below the waist: an SVG document, 600 wide and 900 high.

        `blink` closes the eyes. `gaze` is meant as seen on the screen, also when `mirrored`.
        """
        person = self._person(dict(look), expression, blink=blink, gaze=gaze, mirrored=mirrored)
        return _document((0, 0, *self.canvas), person)

    def head_svg(
        self,
        look: Look,
        expression: Expression = Expression.NEUTRAL,
        *,
        blink: bool = False,
        gaze: Gaze = Gaze.AHEAD,
        mirrored: bool = False,
    ) -> str:
        """Head and shoulders as a square SVG document, for a round avatar; equally high for short and tall."""
        written = dict(look)
        left, top, side = self.avatar
        person = self._person(written, expression, blink=blink, gaze=gaze, mirrored=mirrored)
        return _document((left, top + self._age(written).down, side, side), person)

    def _person(
        self, written: Mapping[str, Value], expression: Expression, *, blink: bool, gaze: Gaze, mirrored: bool
    ) -> str:
        chosen = {name: self._chosen(name, written.get(name)) for name in self.options}
        age, posture = self._age(written), self.postures[expression]
        parts = {**chosen, **posture.parts, "lines": age.lines}
        if blink:
            parts["lids"] = self.blink.get(parts["lids"], parts["lids"])
        turn = -gaze.value if mirrored else gaze.value
        joints = self._joints(age, posture, turn)
        sitting = _Sitting(parts, self._colours(chosen), joints, age.eyes, turn, posture.look)
        drawn = "".join(self._drawn(layer, sitting) for layer in self.layers)
        flip = f"translate({self.canvas[0]:g} 0) scale(-1 1) " if mirrored else ""
        return f'<g transform="{flip}translate(0 {age.down:g})">{drawn}</g>'

    def _chosen(self, option: str, value: Value | None) -> str:
        word = str(value).lower() if isinstance(value, bool) else str(value)
        return word if word in self.options[option] else self.defaults[option]

    def _age(self, written: Mapping[str, Value]) -> Age:
        years = written.get("age")
        if isinstance(years, bool) or not isinstance(years, int):
            years = int(self.defaults["age"])
        return next((age for age in self.ages if years <= age.to), self.ages[-1])

    def _colours(self, chosen: Mapping[str, str]) -> dict[str, str]:
        """Brows and beard go with the hair where it has such colours; under headwear they go with the skin."""
        colours = dict(self.fixed)
        for option, palette in self.palettes.items():
            swatch = palette[chosen[option]]
            covered = option == "hair_color" and chosen["hair"] in self.headwear
            colours |= {name: hue for name, hue in swatch.items() if not (covered and name in colours)}
        sleeves = self.sleeves.get(chosen["top"], self.sleeves["long"])
        return colours | {name: colours[hue] for name, hue in sleeves.items()}

    def _joints(self, age: Age, posture: Posture, turn: int) -> dict[Joint, str]:
        x, y = self.pivot
        wide, high = age.head
        head = (
            f"translate({x:g} {y + posture.nod:g}) rotate({posture.tilt:g}) "
            f"scale({wide:g} {high:g}) translate({-x:g} {-y:g})"
        )
        body = f"translate({x - x * age.shoulders:g} {age.neck + posture.shoulders:g}) scale({age.shoulders:g} 1)"
        face = f"{head} translate({turn * _TURN_ASIDE} {age.face:g})"
        return {Joint.HEAD: head, Joint.BODY: body, Joint.FACE: face}

    def _drawn(self, layer: Layer, sitting: _Sitting) -> str:
        part = _PLACEHOLDER.sub(lambda found: sitting.parts.get(found[1], "none"), layer.part)
        shapes = self._shapes(part)
        sides = (1, -1) if layer.pair else (1,)
        return "".join(self._placed(shapes, layer, sitting, side) for side in sides) if shapes else ""

    def _placed(self, shapes: str, layer: Layer, sitting: _Sitting, side: int) -> str:
        """The shapes in their colours and place. Mirrored shapes (`side` -1) still look and shine one way."""
        aside = sitting.turn * side * _LOOK_ASIDE
        words = {**sitting.colours, "look": f"{aside}", "down": f"{sitting.look:g}", "side": f"{side}"}
        place = sitting.joints[layer.joint]
        if layer.at is not None:
            x, y = layer.at
            size = sitting.eyes if layer.grows else 1.0
            x = x if side == 1 else self.canvas[0] - x
            place += f" translate({x:g} {y:g}) scale({side * size:g} {size:g})"
        coloured = _PLACEHOLDER.sub(lambda found: words.get(found[1], self.fixed["ink"]), shapes)
        return f'<g transform="{place}">{coloured}</g>'

    def _shapes(self, part: str) -> str:
        """What a part's file holds inside its `<svg>`; "" where there is no such file."""
        if part not in self._texts:
            file = self.folder / f"{part}.svg"
            found = _SHAPES.search(file.read_text(encoding="utf-8")) if file.is_file() else None
            self._texts[part] = found[1].strip() if found else ""
        return self._texts[part]


def _document(box: tuple[float, float, float, float], shapes: str) -> str:
    left, top, width, height = (f"{number:g}" for number in box)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="{left} {top} {width} {height}">{shapes}</svg>'
    )


def load_rig(folder: Path) -> Rig:
    """The rig that `folder/rig.yaml` describes.

    Raises OSError when the file cannot be read, and KeyError, TypeError or ValueError when it is no rig.
    """
    tree = nodes.read((folder / "rig.yaml").read_text(encoding="utf-8"), "rig.yaml").value
    if tree is None:
        raise ValueError("rig.yaml is not YAML")
    rig = _plain(tree)
    x, y = _numbers(rig["pivot"])
    left, top, side = _numbers(rig["avatar"])
    width, height = _numbers(rig["canvas"])
    fixed = rig["palettes"].pop("fixed")
    return Rig(
        folder=folder,
        options={name: tuple(values) for name, values in rig["options"].items() if name != "age"},
        defaults=rig["defaults"],
        headwear=frozenset(rig["headwear"]),
        sleeves=rig["sleeves"],
        palettes=rig["palettes"],
        fixed=fixed,
        layers=tuple(_layer(entry) for entry in rig["layers"]),
        postures={face: _posture(rig["expressions"][face.value]) for face in Expression},
        blink=rig["blink"],
        ages=tuple(_age(entry) for entry in rig["ages"]),
        pivot=(x, y),
        canvas=(width, height),
        avatar=(left, top, side),
    )


def _plain(node: nodes.Node) -> Any:
    match node:
        case nodes.Scalar():
            return node.text
        case nodes.Sequence():
            return [_plain(item) for item in node.items]
        case nodes.Mapping():
            return {key.text: _plain(value) for key, value in node.items}


def _numbers(words: list[str]) -> list[float]:
    return [float(word) for word in words]


def _layer(entry: Mapping[str, Any]) -> Layer:
    at = None
    if "at" in entry:
        x, y = _numbers(entry["at"])
        at = (x, y)
    return Layer(entry["part"], Joint(entry["joint"]), at, "pair" in entry, "grows" in entry)


def _posture(entry: Mapping[str, str]) -> Posture:
    tilt, nod, shoulders, look = (float(entry.get(move, 0)) for move in ("tilt", "nod", "shoulders", "look"))
    return Posture(entry, tilt, nod, shoulders, look)


def _age(entry: Mapping[str, Any]) -> Age:
    wide, high = _numbers(entry["head"])
    numbers = {name: float(entry[name]) for name in ("down", "shoulders", "neck", "eyes", "face")}
    return Age(to=int(entry["to"]), head=(wide, high), lines=entry["lines"], **numbers)
