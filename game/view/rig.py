"""Draws people: puts the paper-doll parts of a folder together as one SVG picture.

The folder's `rig.yaml` says which options there are, the colours, the layers and what each expression
does; the shapes stand in SVG files beside it. Nothing an author writes in a portrait can make this fail:
unknown words fall back to the default, and a part that has no file is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from game.format import nodes
from game.story.model import Expression, Posture
from game.view.rig_parts import (
    Acting,
    Age,
    Bearing,
    Build,
    Doll,
    Gaze,
    Joint,
    Layer,
    document,
    plain,
    read_age,
    read_bearing,
    read_build,
    read_layer,
    read_numbers,
)

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Age", "Bearing", "Build", "Doll", "Gaze", "Joint", "Layer", "Look", "Rig", "Value", "load_rig"]

Value: TypeAlias = str | int | bool
Look: TypeAlias = Mapping[str, Value] | Iterable[tuple[str, Value]]
"""What somebody looks like: option names and their values, as an author wrote them (`Person.portrait`)."""

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_SHAPES = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_LOOK_ASIDE = 7  # how far an iris and a face move when somebody looks to the side
_TURN_ASIDE = 5
_SQUEEZE = 0.0035  # how much narrower a face gets for each unit that the head turns
_BREATH_CHEST = 6  # how far shoulders and head rise with a full breath
_BREATH_HEAD = 3
_WIDEST_SEAT = 1.04  # what stands beside a body and has to stay on the paper


@dataclass(frozen=True, slots=True)
class _Sitting:
    """All that is decided about one picture before its layers are drawn."""

    parts: Mapping[str, str]
    colours: Mapping[str, str]
    joints: Mapping[Joint, str]
    eyes: float
    turn: float
    aside: float
    look: float


@dataclass(frozen=True, slots=True)
class Rig:
    """Everything needed to draw people. Part files are read when first used, and then kept."""

    folder: Path
    options: Mapping[str, tuple[str, ...]]
    defaults: Mapping[str, str]
    headwear: frozenset[str]
    over_ears: frozenset[str]
    sleeves: Mapping[str, Mapping[str, str]]
    palettes: Mapping[str, Mapping[str, Mapping[str, str]]]
    fixed: Mapping[str, str]
    layers: tuple[Layer, ...]
    expressions: Mapping[Expression, Bearing]
    postures: Mapping[Posture, Bearing]
    aids: Mapping[str, Bearing]
    blink: Mapping[str, str]
    ages: tuple[Age, ...]
    builds: Mapping[str, Build]
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
        posture: Posture = Posture.OPEN,
        breath: float = 0.0,
        default_age: int | None = None,
    ) -> str:
        """The person from the head to below the hips: an SVG document, 600 wide and 900 high.

        `blink` closes the eyes. `gaze` is meant as seen on the screen, also when `mirrored`. `breath` is how
        full the chest is, from 0 to 1. Who is turned away faces the left side of the screen, or the right
        one when mirrored. `default_age` is for a look that says no age; without it, the rig's.
        """
        acting = Acting(expression, gaze, posture, default_age, blink, mirrored, breath)
        return document((0, 0, *self.canvas), self._person(dict(look), acting))

    def head_svg(
        self,
        look: Look,
        expression: Expression = Expression.NEUTRAL,
        *,
        blink: bool = False,
        gaze: Gaze = Gaze.AHEAD,
        mirrored: bool = False,
        default_age: int | None = None,
    ) -> str:
        """Head and shoulders as a square SVG document, for a round avatar; equally high for short and tall."""
        written = {name: value for name, value in dict(look).items() if name != "aid"}
        left, top, side = self.avatar
        acting = Acting(expression, gaze, Posture.OPEN, default_age, blink, mirrored)
        top += self._age(written, default_age).down
        return document((left, top, side, side), self._person(written, acting))

    def doll(
        self,
        look: Look,
        expression: Expression = Expression.NEUTRAL,
        *,
        gaze: Gaze = Gaze.AHEAD,
        posture: Posture = Posture.OPEN,
        default_age: int | None = None,
    ) -> Doll:
        """The person in pieces, for those who put many pictures together from the same ones."""
        return self._doll(dict(look), Acting(expression, gaze, posture, default_age))

    def _person(self, written: Mapping[str, Value], acting: Acting) -> str:
        doll = self._doll(written, acting)
        drawn = "".join(f'<g transform="{place}">{shapes}</g>' for place, shapes in doll.sheets)
        flip = f"translate({self.canvas[0]:g} 0) scale(-1 1) " if acting.mirrored else ""
        return f'<g transform="{flip}{doll.place}">{drawn}</g>'

    def _doll(self, written: Mapping[str, Value], acting: Acting) -> Doll:
        chosen = {name: self._chosen(name, written.get(name)) for name in self.options}
        age = self._age(written, acting.default_age)
        bearing = self.expressions[acting.expression].joined(self.postures[acting.posture])
        bearing = bearing.joined(self.aids[chosen["aid"]])
        aside = -acting.gaze.value if acting.mirrored else acting.gaze.value
        sitting = _Sitting(
            parts=self._parts(chosen, bearing, blink=acting.blink) | {"lines": age.lines},
            colours=self._colours(chosen),
            joints=self._joints(age, self.builds[chosen["build"]], bearing, aside, acting.breath),
            eyes=age.eyes,
            turn=bearing.turn,
            aside=aside + bearing.aside,
            look=bearing.look,
        )
        sheets = tuple(sheet for layer in self.layers for sheet in self._drawn(layer, sitting))
        return Doll(f"translate(0 {age.down + bearing.down:g})", sheets, age.down)

    def _chosen(self, option: str, value: Value | None) -> str:
        word = str(value).lower() if isinstance(value, bool) else str(value)
        return word if word in self.options[option] else self.defaults[option]

    def _age(self, written: Mapping[str, Value], default: int | None) -> Age:
        years = written.get("age")
        if isinstance(years, bool) or not isinstance(years, int):
            years = int(self.defaults["age"]) if default is None else default
        return next((age for age in self.ages if years <= age.to), self.ages[-1])

    def _parts(self, chosen: Mapping[str, str], bearing: Bearing, *, blink: bool) -> dict[str, str]:
        """The word for each placeholder. An aid may have another part for an arm that would hang."""
        parts = {**chosen, **bearing.parts, "cut": self.sleeves.get(chosen["top"], {}).get("cut", "none")}
        if chosen["hair"] in self.over_ears:
            parts["hearing_aid"] = self.defaults["hearing_aid"]
        for arm in ("arm_left", "arm_right"):
            word = parts.get(arm, "relaxed")
            parts[arm] = bearing.parts.get(word, word)
        if blink:
            parts["lids"] = self.blink.get(parts["lids"], parts["lids"])
        return parts

    def _colours(self, chosen: Mapping[str, str]) -> dict[str, str]:
        """Brows and beard go with the hair where it has such colours; under headwear they go with the skin."""
        colours = dict(self.fixed)
        for option, palette in self.palettes.items():
            swatch = palette[chosen[option]]
            covered = option == "hair_color" and chosen["hair"] in self.headwear
            colours |= {name: hue for name, hue in swatch.items() if not (covered and name in colours)}
        sleeves = {**self.sleeves["long"], **self.sleeves.get(chosen["top"], {})}
        return colours | {name: colours[hue] for name, hue in sleeves.items() if name != "cut"}

    def _joints(
        self, age: Age, build: Build, bearing: Bearing, aside: int, breath: float
    ) -> dict[Joint, str]:
        x, y = self.pivot
        wide, high = age.head
        head = (
            f"translate({x:g} {y + bearing.nod - _BREATH_HEAD * breath:g}) rotate({bearing.tilt:g}) "
            f"scale({wide * build.face:g} {high:g}) translate({-x:g} {-y:g})"
        )
        width = age.shoulders * build.width * bearing.width
        up = age.neck + bearing.shoulders - _BREATH_CHEST * breath
        body = f"translate({x - x * width:g} {up:g}) scale({width:g} 1)"
        widest = min(width, _WIDEST_SEAT)
        seat = f"translate({x - x * widest:g} {age.neck:g}) scale({widest:g} 1)"
        squeezed = 1 - _SQUEEZE * abs(bearing.turn)
        face = (
            f"{head} translate({x - x * squeezed + aside * _TURN_ASIDE:g} {age.face:g}) scale({squeezed:g} 1)"
        )
        return {Joint.HEAD: head, Joint.BODY: body, Joint.SEAT: seat, Joint.FACE: face}

    def _drawn(self, layer: Layer, sitting: _Sitting) -> tuple[tuple[str, str], ...]:
        part = _PLACEHOLDER.sub(lambda found: sitting.parts.get(found[1], "none"), layer.part)
        shapes = self._shapes(part)
        sides = (1, -1) if layer.pair else (1,)
        hidden = (sitting.turn > 0) - (sitting.turn < 0) if layer.ahead_only else 0
        shown = [side for side in sides if side != hidden]
        return tuple(self._placed(shapes, layer, sitting, side) for side in shown) if shapes else ()

    def _placed(self, shapes: str, layer: Layer, sitting: _Sitting, side: int) -> tuple[str, str]:
        """The place, and the shapes in their colours. Mirrored shapes (`side` -1) still look and shine one way."""
        aside = sitting.aside * side * _LOOK_ASIDE
        words = {**sitting.colours, "look": f"{aside:g}", "down": f"{sitting.look:g}", "side": f"{side}"}
        place = sitting.joints[layer.joint]
        if layer.depth and sitting.turn:
            place += f" translate({layer.depth * sitting.turn:g} 0)"
        if layer.at is not None:
            x, y = layer.at
            size = sitting.eyes if layer.grows else 1.0
            x = x if side == 1 else self.canvas[0] - x
            place += f" translate({x:g} {y:g}) scale({side * size:g} {size:g})"
        coloured = _PLACEHOLDER.sub(lambda found: words.get(found[1], self.fixed["ink"]), shapes)
        return place, coloured

    def _shapes(self, part: str) -> str:
        """What a part's file holds inside its `<svg>`; "" where there is no such file, or none that can be read."""
        if part not in self._texts:
            try:
                found = _SHAPES.search((self.folder / f"{part}.svg").read_text(encoding="utf-8"))
            except (OSError, ValueError):
                found = None
            self._texts[part] = found[1].strip() if found else ""
        return self._texts[part]


def load_rig(folder: Path) -> Rig:
    """The rig that `folder/rig.yaml` describes.

    Raises OSError when the file cannot be read, and KeyError, TypeError or ValueError when it is no rig.
    """
    tree = nodes.read((folder / "rig.yaml").read_text(encoding="utf-8"), "rig.yaml").value
    if tree is None:
        raise ValueError("rig.yaml is not YAML")
    rig = plain(tree)
    x, y = read_numbers(rig["pivot"])
    left, top, side = read_numbers(rig["avatar"])
    width, height = read_numbers(rig["canvas"])
    fixed = rig["palettes"].pop("fixed")
    return Rig(
        folder=folder,
        options={name: tuple(values) for name, values in rig["options"].items() if name != "age"},
        defaults=rig["defaults"],
        headwear=frozenset(rig["headwear"]),
        over_ears=frozenset(rig["over_ears"]),
        sleeves=rig["sleeves"],
        palettes=rig["palettes"],
        fixed=fixed,
        layers=tuple(read_layer(entry) for entry in rig["layers"]),
        expressions={face: read_bearing(rig["expressions"][face.value]) for face in Expression},
        postures={posture: read_bearing(rig["postures"][posture.value]) for posture in Posture},
        aids={aid: read_bearing(rig["aids"][aid]) for aid in rig["options"]["aid"]},
        blink=rig["blink"],
        ages=tuple(read_age(entry) for entry in rig["ages"]),
        builds={name: read_build(rig["builds"][name]) for name in rig["options"]["build"]},
        pivot=(x, y),
        canvas=(width, height),
        avatar=(left, top, side),
    )
