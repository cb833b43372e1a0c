"""What the loader draws of an SVG, and what it drops without a word. Nothing is drawn here: the text is read.

Each rule is noted once for a picture, where it is first broken, with how often.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING
from xml.parsers import expat

from game.format.places import place_after
from game.story.problem import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from game.story.logic import Place
    from game.story.problem import Problem


class Kind(Enum):
    """What a picture is for: each kind is drawn with a little less than the loader can."""

    PLACE = auto()
    ICON = auto()
    PART = auto()  # of people; its colours are asked for by name, as {hair}


SHAPES = frozenset({"path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_GROUPS = frozenset({"svg", "g"})
_WORDS = frozenset({"title", "desc"})
_FILL = frozenset({"fill", "fill-rule", "fill-opacity"})
_STROKE = frozenset({"stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin"})
_PAINT = _FILL | _STROKE | {"transform"}
_GEOMETRY = frozenset(
    {"d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height"}
)
_HARMLESS = frozenset({"id", "viewBox", "version", "xmlns"})
_OF_GRADIENTS = frozenset({"gradientUnits", "gradientTransform", "fx", "fy"})
_OF_STOPS = frozenset({"offset", "stop-color", "stop-opacity"})

_ELEMENTS: Mapping[Kind, frozenset[str]] = {
    Kind.PLACE: SHAPES | GRADIENTS | _GROUPS | _WORDS | {"defs", "stop"},
    Kind.ICON: SHAPES | _GROUPS | _WORDS,
    Kind.PART: frozenset({"svg", "g", "path", "ellipse", "rect"}),
}
_ATTRIBUTES: Mapping[Kind, frozenset[str]] = {
    Kind.PLACE: _PAINT | _GEOMETRY | _HARMLESS | _OF_GRADIENTS | _OF_STOPS | {"opacity"},
    Kind.ICON: _PAINT | _GEOMETRY | _HARMLESS | {"opacity"},
    Kind.PART: _PAINT | _GEOMETRY | _HARMLESS,
}
_COLOURS: Mapping[Kind, tuple[re.Pattern[str], str]] = {
    Kind.PLACE: (re.compile(r"none|#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?|url\(#.*\)"), "#A1B2C3, none, url(#…)"),
    Kind.ICON: (re.compile("none|#000000"), "#000000, none"),
    Kind.PART: (re.compile(r"none|\{\w+\}"), "{hair}, {top}, {skin_line} …, none"),
}
_EXPECTED: Mapping[Kind, str] = {
    Kind.PLACE: "path, rect, circle, ellipse, polygon, line, g",
    Kind.ICON: "path, rect, circle, ellipse, polygon, line, g",
    Kind.PART: "path, ellipse, rect, g",
}
_COLOURED = ("fill", "stroke", "stop-color")
_URL = re.compile(r"url\(#(.*)\)")
_PER_CENT = re.compile(r"\d{1,3}(\.\d+)?%")
_PLACES_CANVAS = "0 0 1366 768"
_UNREADABLE = frozenset({"A565", "A566"})
_HOLE = re.compile(r"\{(\w+)\}")
_MOST = 50
"""So many different things are noted of one picture; a file that is wrong throughout is not told to its end."""


def svg_problems(text: str, file: str, kind: Kind) -> Iterator[Problem]:
    """What is wrong with an SVG that is to be drawn as this kind; `file` is what problems call it."""
    reading = _Reading(text, file, kind)
    stopped = reading.read()
    for (code, values), (at, count) in reading.found.items():
        yield problem(code, at, count=count, **dict(values))
    if stopped:
        yield stopped


def readable(found: Iterable[Problem]) -> bool:
    """Whether a picture with these problems could be read to its end, and so may be drawn."""
    return not any(each.code in _UNREADABLE for each in found)


def asked_for(text: str) -> dict[str, int]:
    """The names in braces in a part, each with where in the text it stands first."""
    found: dict[str, int] = {}
    for hole in _HOLE.finditer(text):
        found.setdefault(hole[1], hole.start())
    return found


class _DoctypeError(Exception):
    """The file declares a type, and so perhaps entities that grow without end when they are read."""


_WRONG = {
    expat.errors.codes[message]: term
    for message, term in (
        (expat.errors.XML_ERROR_TAG_MISMATCH, "xml_tag"),
        (expat.errors.XML_ERROR_NO_ELEMENTS, "xml_end"),
        (expat.errors.XML_ERROR_UNCLOSED_TOKEN, "xml_end"),
        (expat.errors.XML_ERROR_DUPLICATE_ATTRIBUTE, "xml_twice"),
        (expat.errors.XML_ERROR_UNDEFINED_ENTITY, "xml_entity"),
        (expat.errors.XML_ERROR_INVALID_TOKEN, "xml_token"),
    )
}

_Note = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(slots=True)
class _Reading:
    """One picture while it is read."""

    text: str
    file: str
    kind: Kind
    found: dict[_Note, tuple[Place, int]] = field(default_factory=dict)
    defined: set[str] = field(default_factory=set)
    depth: int = 0
    raw: bytes = b""

    def read(self) -> Problem | None:
        """Goes through all of it; what made that impossible, where something did."""
        self.raw = self.text.encode("utf-8", "replace")
        parser = expat.ParserCreate("utf-8")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = lambda tag, attributes: self._element(
            tag, attributes, parser.CurrentByteIndex
        )
        parser.EndElementHandler = self._end
        try:
            parser.Parse(self.raw, True)  # noqa: FBT003 - expat has no name for it
        except _DoctypeError:
            start = self.raw.rfind(b"<!DOCTYPE", 0, parser.CurrentByteIndex + len(b"<!DOCTYPE"))
            return problem("A566", self._place(start))
        except expat.ExpatError as error:
            return problem(
                "A565", self._place(parser.ErrorByteIndex), detail=_WRONG.get(error.code, "xml_other")
            )
        return None

    def _doctype(self, *_declared: object) -> None:
        raise _DoctypeError

    def _end(self, _tag: str) -> None:
        self.depth -= 1

    def _element(self, tag: str, attributes: dict[str, str], start: int) -> None:
        self.depth += 1
        if self.depth == 1:
            self._root(tag, attributes, start)
        elif tag not in _ELEMENTS[self.kind] or tag == "svg":
            self._note("A570", start, tag=tag, expected=_EXPECTED[self.kind])
            return
        if tag in GRADIENTS:
            self._gradient(attributes, start)
        if tag == "stop" and not _PER_CENT.fullmatch(attributes.get("offset", "")):
            self._note("A573", self._where(start, "offset"), why="svg_per_cent")
        for name, value in attributes.items():
            self._attribute(tag, name, value, start)

    def _root(self, tag: str, attributes: dict[str, str], start: int) -> None:
        if tag != "svg":
            self._note("A570", start, tag=tag, expected="svg")
        elif self.kind is Kind.PLACE and attributes.get("viewBox") != _PLACES_CANVAS:
            value = attributes.get("viewBox", "–")
            self._note("A576", self._where(start, "viewBox"), value=value, expected=_PLACES_CANVAS)

    def _gradient(self, attributes: dict[str, str], start: int) -> None:
        self.defined.add(attributes.get("id", ""))
        if attributes.get("gradientUnits") != "userSpaceOnUse":
            self._note("A573", self._where(start, "gradientUnits"), why="svg_units")

    def _attribute(self, tag: str, name: str, value: str, start: int) -> None:
        if name not in _ATTRIBUTES[self.kind] and not name.startswith("xmlns:"):
            self._note("A571", self._where(start, name), name=name)
        elif name == "opacity" and tag not in SHAPES:
            self._note("A574", self._where(start, name), tag=tag)
        elif name in _COLOURED:
            self._colour(name, value, start)

    def _colour(self, name: str, value: str, start: int) -> None:
        allowed, expected = _COLOURS[self.kind]
        url = _URL.fullmatch(value)
        if not allowed.fullmatch(value):
            self._note("A572", self._where(start, name), value=value, expected=expected)
        elif url and url[1] not in self.defined:
            self._note("A573", self._where(start, name), why="svg_above")

    def _note(self, code: str, index: int, **values: str) -> None:
        key = code, tuple(values.items())
        if key in self.found:
            at, count = self.found[key]
            self.found[key] = at, count + 1
        elif len(self.found) < _MOST:
            self.found[key] = self._place(index), 1

    def _place(self, index: int) -> Place:
        return place_after(self.raw[: max(0, index)].decode("utf-8", "replace"), self.file)

    def _where(self, start: int, name: str) -> int:
        """Where an attribute of the element that starts there stands; the element itself, when it has none."""
        end = self.raw.find(b">", start)
        found = re.compile(rb"\s(?=" + re.escape(name.encode()) + rb"\s*=)").search(self.raw, start, end + 1)
        return found.end() if found else start
