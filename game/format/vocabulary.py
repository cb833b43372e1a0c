"""What stories share and may refer to: signs, help, places and the options of the portraits."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from game.format.ages import MOST_YEARS, ages
from game.format.nodes import Mapping, Node, Scalar
from game.format.parse_review import day
from game.format.reading import Fields, Reading
from game.format.seasons import SEASONS
from game.story.library import GREY, HEALTHY, Channel, Form, Help, Signs, SignType, Untold

if TYPE_CHECKING:
    from collections.abc import Collection

LIGHTS = ("day", "evening", "night")
_CROWDS = ("one", "two", "three")
_SHARE = re.compile(r"0(\.[0-9]{1,6})?|1(\.0{1,6})?")


@dataclass(frozen=True, slots=True)
class PlaceInfo:
    """A drawn place: its description in words, the light in it (one of `LIGHTS`), and where people stand.

    `stand` has, for one person, two and three, where each stands from 0 (the picture's left edge) to 1. A place in
    another season has the `picture` of another place, and `outside` is one of `SEASONS`; both are "" for the others.
    """

    alt: str
    light: str
    stand: tuple[tuple[float, ...], ...] = ((0.5,), (0.27, 0.73), (0.2, 0.5, 0.8))
    picture: str = ""
    outside: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What stories may refer to. A table that is empty because its file could not be read checks nothing.

    `portrait` has the allowed values of each option, as they are written ("true", "5", "braids").
    """

    signs: Signs = field(default_factory=lambda: Signs({}, {}))
    help: tuple[Help, ...] = ()
    places: dict[str, PlaceInfo] = field(default_factory=dict)
    portrait: dict[str, tuple[str, ...]] = field(default_factory=dict)


def signs(reading: Reading, root: Node) -> Signs:
    """All of `signs.yaml`."""
    fields = Fields(reading, root, "signs", ("forms", "signs"))
    forms = {name: _form(reading, name, node) for name, _, node in reading.named(fields.need("forms"))}
    types = {name: _sign(reading, name, node, forms) for name, _, node in reading.named(fields.need("signs"))}
    return Signs(forms, types)


def _form(reading: Reading, name: str, node: Node) -> Form:
    fields = Fields(
        reading, node, "form", ("label", "about", "icon", "from", "note", "named", "young", "not", "untold")
    )
    return Form(
        id=name,
        label=fields.need_text("label"),
        about=fields.need_text("about"),
        icon=fields.need_text("icon"),
        youngest=_youngest(reading, fields),
        note=_note(reading, fields),
        named=fields.boolean("named"),
        young=_maybe_text(reading, fields.get("young")),
        unlike=_maybe_text(reading, fields.get("not")),
        untold=tuple(_untold(reading, item) for item in reading.items(fields.get("untold"))),
    )


def _untold(reading: Reading, node: Node) -> Untold:
    fields = Fields(reading, node, "untold", ("ages", "why"))
    return Untold(*ages(reading, fields.need("ages")), fields.need_text("why"))


def _youngest(reading: Reading, fields: Fields) -> int:
    node = fields.get("from")
    return (reading.whole(node, 0, MOST_YEARS) if node else None) or 0


def _note(reading: Reading, fields: Fields) -> tuple[str, ...]:
    return tuple(reading.text(item).casefold() for item in reading.items(fields.get("note")))


def _sign(reading: Reading, name: str, node: Node, forms: dict[str, Form]) -> SignType:
    fields = Fields(reading, node, "sign", ("form", "label", "from", "note", "young", "older", "not"))
    form = fields.get("form") if name in (HEALTHY, GREY) else fields.need("form")
    known = reading.reference(form, "T455", forms) if form else ""
    label = fields.need_text("label")
    young, older, unlike = (_maybe_text(reading, fields.get(key)) for key in ("young", "older", "not"))
    return SignType(
        name, known, label, _youngest(reading, fields), _note(reading, fields), young, older, unlike
    )


_HELP_KEYS = (
    "id",
    "name",
    "channel",
    "contact",
    "hours",
    "what",
    "ages",
    "checked_on",
    "source",
    "confirmed",
)


def help_entries(reading: Reading, root: Node) -> tuple[Help, ...]:
    """All of `help.yaml`; an id comes once."""
    entries: dict[str, Help] = {}
    for node in reading.items(root):
        fields = Fields(reading, node, "help", _HELP_KEYS)
        entry = _help(reading, fields)
        if entry.id in entries:
            reading.add("F127", fields.key_at("id"), name=entry.id)
        elif entry.id:
            entries[entry.id] = entry
    return tuple(entries.values())


def _help(reading: Reading, fields: Fields) -> Help:
    name, channel = fields.need("id"), fields.need("channel")
    word = reading.word(channel, [known.value for known in Channel]) if channel else ""
    youngest, oldest = ages(reading, fields.need("ages"))
    return Help(
        id=reading.id(name) if name else "",
        name=fields.need_text("name"),
        channel=Channel(word) if word else Channel.PERSON,
        contact=_maybe_text(reading, fields.get("contact")),
        hours=_maybe_text(reading, fields.get("hours")),
        what=fields.need_text("what"),
        youngest=youngest,
        oldest=oldest,
        checked_on=day(reading, fields, "checked_on"),
        source=_maybe_text(reading, fields.get("source")),
        confirmed=fields.boolean("confirmed"),
    )


def _maybe_text(reading: Reading, node: Node | None) -> str:
    """A text that may be empty: a person has no number."""
    if node is None or (isinstance(node, Scalar) and not node.text.strip()):
        return ""
    return reading.text(node)


def places(reading: Reading, root: Node) -> dict[str, PlaceInfo]:
    """The places of `places.yaml`."""
    entries = reading.named(root)
    # A place in another season may stand above the one whose picture it has.
    drawn = {name: _place(reading, node) for name, _, node in entries if not _shown_again(node)}
    again = {name: node for name, _, node in entries if name not in drawn}
    return {name: drawn.get(name) or _in_season(reading, again[name], drawn, again) for name, _, _ in entries}


def _shown_again(node: Node) -> bool:
    return isinstance(node, Mapping) and any(key.text == "picture" for key, _ in node.items)


def _in_season(
    reading: Reading, node: Node, drawn: dict[str, PlaceInfo], again: Collection[str]
) -> PlaceInfo:
    """A place that is another one, with another season outside: everything but its description is the other's."""
    fields = Fields(reading, node, "season_place", ("alt", "picture", "outside"))
    named, season = fields.need("picture"), fields.need("outside")
    picture = reading.id(named) if named else ""
    if named and picture in again:
        reading.add("A585", named.at, place=picture)
    elif named and picture:
        reading.reference(named, "A550", drawn)
    outside = reading.word(season, SEASONS) if season else ""
    same = drawn.get(picture, PlaceInfo("", LIGHTS[0]))
    return replace(same, alt=fields.need_text("alt"), picture=picture, outside=outside)


def _place(reading: Reading, node: Node) -> PlaceInfo:
    fields = Fields(reading, node, "place", ("alt", "light", "stand", "outside"))
    fields.only_with("outside", "picture")
    light, stand = fields.need("light"), fields.get("stand")
    info = PlaceInfo(fields.need_text("alt"), reading.word(light, LIGHTS) if light else LIGHTS[0])
    return replace(info, stand=_stand(reading, stand)) if stand else info


def _stand(reading: Reading, node: Node) -> tuple[tuple[float, ...], ...]:
    fields = Fields(reading, node, "stand", _CROWDS)
    rows = [fields.need(crowd) for crowd in _CROWDS]
    for number, row in enumerate(rows, 1):
        if row and len(reading.items(row)) != number:
            reading.wrong(row, f"shares_{number}")
    return tuple(tuple(_share(reading, item) for item in reading.items(row)) for row in rows)


def _share(reading: Reading, node: Node) -> float:
    if isinstance(node, Scalar) and _SHARE.fullmatch(node.text):
        return float(node.text)
    reading.wrong(node, "share")
    return 0.0


def portrait_options(reading: Reading, root: Node) -> dict[str, tuple[str, ...]]:
    """The `options` of `rig.yaml`: a list of values, or the ends of a range of whole numbers."""
    options = next((node for key, node in reading.pairs(root) if key.text == "options"), None)
    if options is None:
        reading.add("F121", root.at, key="options", where="rig")
    return {name: _allowed(reading, node) for name, _, node in reading.named(options)}


def _allowed(reading: Reading, node: Node) -> tuple[str, ...]:
    if isinstance(node, Mapping):
        fields = Fields(reading, node, "range", ("from", "to"))
        low, high = (
            reading.whole(end, 0, 1000) if (end := fields.need(key)) else None for key in ("from", "to")
        )
        return () if low is None or high is None else tuple(map(str, range(low, high + 1)))
    values = reading.items(node)
    return tuple(value.text for value in values if isinstance(value, Scalar))
