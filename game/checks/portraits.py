"""The parts that people are made of: those that `rig.yaml` asks for and are not there, and those that nobody wears."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from game.checks.contrast import contrast
from game.checks.filenames import names_in
from game.checks.svg import Kind, asked_for, readable, svg_problems
from game.format.files import read_text
from game.format.places import place_after
from game.format.reading import nearest
from game.story.logic import Place
from game.story.problem import problem
from game.view.raster import pixels
from game.view.rig import Rig, load_rig

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from game.checks.subject import Shared
    from game.story.problem import Problem

RIG = "portraits/rig.yaml"
_SLOT = re.compile(r"\{(\w+)\}")
_NOTHING = frozenset({"none", "false"})
"""Words for which nothing is drawn."""
_ARMS = ("arm_left", "arm_right")
_HANGING = "relaxed"
_NUMBERS = {"look": "0", "down": "0", "side": "1"}
_ANY_COLOUR = "#808080"
_SIZE = (48, 72)
_SEEN_ON = (
    ("skin", "skin", (("brow", 2.0), ("lip", 2.0), ("skin_line", 1.8))),
    ("top_color", "top", (("top_dark", 1.4),)),
    ("hair_color", "hair", (("hair_dark", 1.15),)),
)
"""For each palette the ground, and how much what is drawn on it has to stand out: brows and mouth carry a meaning."""


def part_problems(shared: Shared) -> Iterator[Problem]:
    """All that is wrong with `portraits/`."""
    folder = shared.root / "portraits"
    if "rig.yaml" not in names_in(folder):
        return  # told by what reads it
    source = shared.sources.get(RIG, "")
    try:
        rig = load_rig(folder)
        colours = _colours(rig)
        pieces = _Pieces(rig, _words(rig), _files(folder))
        found = [*_missing(pieces, source), *_pale(rig, source)]
        unused = pieces.unused()
    except (OSError, KeyError, TypeError, ValueError, AttributeError) as error:
        yield problem("A579", Place(RIG), detail=f"{type(error).__name__} {error}")
        return
    yield from found
    for name in unused:
        yield problem("A563", Place(f"portraits/{name}.svg"), file=f"{name}.svg")
    for name in sorted(pieces.there):
        file = f"portraits/{name}.svg"
        yield from _part(shared.root / file, shared.root, file, colours)


def _words(rig: Rig) -> dict[str, frozenset[str]]:
    """What may stand for each name in braces in the rig's layers."""
    found = {name: set(values) for name, values in rig.options.items()}
    for bearing in (*rig.expressions.values(), *rig.postures.values(), *rig.aids.values()):
        for name, word in bearing.parts.items():
            found.setdefault(name, set()).add(word)
    slots = {slot for layer in rig.layers for slot in _SLOT.findall(layer.part)}
    # An aid may name another arm for one that would hang; what stands there instead is an arm as well.
    instead = [words for name, words in found.items() if name not in slots | rig.options.keys()]
    for arm in _ARMS:
        found.setdefault(arm, set()).update({_HANGING}, *instead)
    found.setdefault("lids", set()).update(rig.blink.values())
    found["cut"] = {sleeve["cut"] for sleeve in rig.sleeves.values() if "cut" in sleeve}
    found["lines"] = {age.lines for age in rig.ages}
    return {slot: frozenset(found.get(slot, ())) - _NOTHING for slot in slots}


@dataclass(frozen=True, slots=True)
class _Pieces:
    """The rig, the words that its layers may be asked with, and the names of the files that are there."""

    rig: Rig
    words: Mapping[str, frozenset[str]]
    there: frozenset[str]

    @property
    def layers(self) -> tuple[str, ...]:
        return tuple(layer.part for layer in self.rig.layers)

    def unused(self) -> list[str]:
        """The files that no layer can ask for."""
        asked = set().union(*(_filled(part, self.words) for part in self.layers))
        return sorted(self.there - asked)

    def needed(self, slot: str) -> frozenset[str]:
        """The words of a slot that must have a picture: an aid may also be a way to hold an arm, and nothing more."""
        held = {name for name, bearing in self.rig.aids.items() if bearing.parts} if slot == "aid" else set()
        return self.words[slot] - held


def _missing(pieces: _Pieces, source: str) -> Iterator[Problem]:
    """Parts without a choice, words that have no part at all, and combinations that all others have."""
    for part in pieces.layers:
        slots = _SLOT.findall(part)
        if not slots and part not in pieces.there:
            yield problem("A562", _at(source, part, part), word=part, slot="layers", file=f"{part}.svg")
        if len(slots) == 2:
            yield from _gaps(part, (slots[0], slots[1]), pieces, source)
    for slot in pieces.words:
        using = [part for part in pieces.layers if f"{{{slot}}}" in part]
        for word in sorted(pieces.needed(slot)):
            asked = (_filled(part, {**pieces.words, slot: frozenset({word})}) for part in using)
            if not any(pieces.there & names for names in asked):
                file = using[0].replace(f"{{{slot}}}", word) + ".svg"
                yield problem("A562", _at(source, slot, word), word=word, slot=slot, file=file)


def _gaps(part: str, slots: tuple[str, str], pieces: _Pieces, source: str) -> Iterator[Problem]:
    """A word that has some of what another has all of, and so would lose a part now and then."""
    first, second = slots
    others = pieces.words[second]
    has = {
        word: {other for other in others if _name(part, {first: word, second: other}) in pieces.there}
        for word in pieces.words[first]
    }
    if others not in has.values():
        return
    for word, those in sorted(has.items()):
        for other in sorted(others - those) if those else ():
            file = _name(part, {first: word, second: other}) + ".svg"
            yield problem("A562", _at(source, first, word), word=word, slot=first, file=file)


def _filled(part: str, words: Mapping[str, frozenset[str]]) -> set[str]:
    slots = _SLOT.findall(part)
    return {
        _name(part, dict(zip(slots, chosen, strict=True)))
        for chosen in product(*(words[slot] for slot in slots))
    }


def _name(part: str, words: Mapping[str, str]) -> str:
    return _SLOT.sub(lambda slot: words[slot[1]], part)


def _pale(rig: Rig, source: str) -> Iterator[Problem]:
    """Colours that are drawn on each other and can hardly be told apart."""
    for option, ground, lines in _SEEN_ON:
        for value, swatch in rig.palettes.get(option, {}).items():
            for line, least in lines:
                if not {ground, line} <= swatch.keys():
                    continue
                there = contrast(swatch[ground], swatch[line])
                if there < least:
                    at = _swatch_at(source, option, value)
                    values = {
                        "line": line,
                        "ground": ground,
                        "least": f"{least:g}",
                        "contrast": f"{there:.2f}",
                    }
                    yield problem("A584", at, swatch=f"{option}: {value}", **values)


def _at(source: str, slot: str, word: str) -> Place:
    """Where `rig.yaml` asks for a word: after the slot's name, or the file."""
    wanted = re.compile(rf"(?<![\w/-]){re.escape(word)}(?![\w/-])")
    for pattern in (rf"\b{re.escape(slot)}: *{re.escape(word)}\b", rf"^ *{re.escape(slot)}:", ""):
        named = re.search(pattern, source, re.MULTILINE)
        found = wanted.search(source, named.start()) if named else None
        if found:
            return place_after(source[: found.start()], RIG)
    return Place(RIG)


def _swatch_at(source: str, option: str, value: str) -> Place:
    """Where the colours of an option's value stand."""
    entry = rf"^palettes:.*?^ +{re.escape(option)}:.*?^ +(?={re.escape(value)}:)"
    found = re.search(entry, source, re.MULTILINE | re.DOTALL)
    return place_after(source[: found.end()], RIG) if found else Place(RIG)


def _files(folder: Path) -> frozenset[str]:
    """The SVG files below a folder, by their names without ending."""
    found = (
        Path(inside, name).relative_to(folder).with_suffix("").as_posix()
        for inside, _, names in os.walk(folder)
        for name in names
        if name.endswith(".svg") and not name.startswith(".")
    )
    return frozenset(found)


def _colours(rig: Rig) -> frozenset[str]:
    """The names of colours that everybody has. Raises KeyError for a value of an option that has no colours."""
    known = set(rig.fixed) | set(rig.sleeves["long"]) | set(_NUMBERS)
    for option, palette in rig.palettes.items():
        swatches = [set(palette[value]) for value in rig.options[option]]
        known |= set.intersection(*swatches)
    return frozenset(known - {"cut"})


def _part(path: Path, root: Path, file: str, colours: frozenset[str]) -> Iterator[Problem]:
    text = read_text(path, root, file)
    if text.value is None:
        yield from text.problems
        return
    found = list(part_text_problems(text.value, file, colours))
    yield from found
    if readable(found):
        drawn = pixels(_SLOT.sub(lambda hole: _NUMBERS.get(hole[1], _ANY_COLOUR), text.value), _SIZE)
        if drawn is None:
            yield problem("A567", Place(file))
        elif drawn.empty:
            yield problem("A568", Place(file))


def part_text_problems(text: str, file: str, colours: frozenset[str]) -> Iterator[Problem]:
    """What is wrong with a part's text; `colours` are the names that may stand in braces."""
    yield from svg_problems(text, file, Kind.PART)
    for name, index in asked_for(text).items():
        if name not in colours:
            at = place_after(text[:index], file)
            yield problem("A575", at, value=name, meant=nearest(name, sorted(colours)))
