"""The pictures that stories share: whether each is there, is used, can be drawn, and is told to those who cannot see it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.checks.filenames import names_in, written_otherwise
from game.checks.portraits import part_problems
from game.checks.svg import Kind, readable, svg_problems
from game.format.files import read_text
from game.format.load import SHARED_FILES
from game.format.places import place_after
from game.format.reading import nearest
from game.format.seasons import has_outside, unturned
from game.format.vignettes import VIGNETTES_FILE
from game.story.logic import Place
from game.story.problem import problem
from game.view.art import ICONS
from game.view.raster import pixels

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from game.checks.subject import Shared
    from game.format.vocabulary import PlaceInfo
    from game.story.problem import Problem

LARGEST = 45_000
"""Bytes of a place: what can still be read and changed by hand, and is drawn without a wait."""
PLACES = "places/places.yaml"
_SIGNS = "signs.yaml"
_SIZE = (342, 192)
"""How large a place is drawn to look for holes in it."""
_FEWEST_WORDS, _LONGEST = 3, 150
_A_PICTURE = re.compile(r"(en |ett )?(bild|foto|fotografi|illustration|teckning)\b", re.IGNORECASE)


def problems(shared: Shared) -> Iterator[Problem]:
    """All that is wrong with the places, with the parts of people, and with the icons that signs ask for."""
    for name in (*SHARED_FILES, VIGNETTES_FILE):
        folder, _, file = name.rpartition("/")
        if found := written_otherwise(file, names_in(shared.root / folder)):
            yield problem("F141", Place(name), found=found, expected=file)
    if shared.vocabulary.places:
        yield from _places(shared)
    yield from alt_problems(shared.vocabulary.places, shared.sources.get(PLACES, ""))
    yield from _icons(shared)
    yield from part_problems(shared)


def alt_problems(places: Mapping[str, PlaceInfo], source: str) -> Iterator[Problem]:
    """Descriptions that tell nothing to somebody who cannot see the place; `source` is that of `places.yaml`."""
    told: dict[str, str] = {}
    for name, place in places.items():
        why = _poor(name, place.alt, told)
        told.setdefault(place.alt.casefold(), name)
        if why:
            yield problem("A578", _inside(source, name, "alt"), place=name, why=why)


def _poor(name: str, alt: str, told: Mapping[str, str]) -> str:
    words = alt.split()
    if name in alt.casefold().rstrip(".").split() and ("_" in name or len(words) <= _FEWEST_WORDS):
        return "alt_id"
    if len(words) < _FEWEST_WORDS:
        return "alt_short"
    if _A_PICTURE.match(alt):
        return "alt_picture"
    if alt.casefold() in told:
        return "alt_same"
    return "alt_long" if len(alt) > _LONGEST else ""


def _inside(source: str, name: str, key: str) -> Place:
    """Where what belongs to a key of a place stands; the place itself, when the key is not found."""
    at = _key_at(source, PLACES, name)
    lines = source.splitlines()
    for number in range(at.line, min(at.line + 10, len(lines))):
        found = re.match(rf"\s+{key}\s*:\s*", lines[number])
        if found:
            return Place(PLACES, number + 1, found.end() + 1)
        if not lines[number].startswith((" ", "#")):
            break
    return at


def _key_at(source: str, file: str, key: str, indent: str = "") -> Place:
    """Where an entry of a shared file stands; the file, where it is not found."""
    entry = re.compile(rf"{indent}[\"']?{re.escape(key)}[\"']?\s*:")
    for number, line in enumerate(source.splitlines(), 1):
        if found := entry.match(line):
            return Place(file, number, found.start() + len(line) - len(line.lstrip()) + 1)
    return Place(file)


def _places(shared: Shared) -> Iterator[Problem]:
    folder = shared.root / "places"
    there = names_in(folder)
    wanted = {f"{name}.svg": name for name, info in shared.vocabulary.places.items() if not info.picture}
    told: set[str] = set()
    for file, name in wanted.items():
        if file in there:
            yield from _place(folder / file, shared.root, f"places/{file}")
        elif found := written_otherwise(file, there):
            told.add(found)
            yield problem("F141", Place(f"places/{found}"), found=found, expected=file)
        else:
            at = _key_at(shared.sources.get(PLACES, ""), PLACES, name)
            yield problem("A560", at, place=name, file=file)
    for file in sorted(there - wanted.keys() - told - {"places.yaml", "README.md"}):
        if not file.startswith("."):
            yield problem("A561", Place(f"places/{file}"), file=file, place=file.removesuffix(".svg"))
    yield from _seasons(shared)


def _seasons(shared: Shared) -> Iterator[Problem]:
    """What stays as it is in a picture that another season is asked of; each is told once."""
    told: set[tuple[str, str]] = set()
    for name, info in shared.vocabulary.places.items():
        file = f"places/{info.picture}.svg"
        # Without a file nothing is said here: the place whose picture it is has that told of it.
        svg = read_text(shared.root / file, shared.root, file).value if info.picture else None
        if svg is None:
            continue
        if not has_outside(svg):
            at = _inside(shared.sources.get(PLACES, ""), name, "picture")
            yield problem("A586", at, place=name, file=file)
        elif info.outside and (file, info.outside) not in told:
            told.add((file, info.outside))
            for index, colour in unturned(svg, info.outside):
                yield problem("A587", place_after(svg[:index], file), colour=colour, season=info.outside)


def _place(path: Path, root: Path, file: str) -> Iterator[Problem]:
    text = read_text(path, root, file)
    if text.value is None:
        yield from text.problems
        return
    size = len(text.value.encode("utf-8", "replace"))
    if size > LARGEST:
        yield problem("A569", Place(file), size=-(-size // 1000), limit=LARGEST // 1000)
    yield from place_problems(text.value, file)


def place_problems(text: str, file: str) -> Iterator[Problem]:
    """What is wrong with the SVG of a place, and what is seen of that only when it is drawn."""
    found = list(svg_problems(text, file, Kind.PLACE))
    yield from found
    if not readable(found):
        return
    drawn = pixels(text, _SIZE)
    if drawn is None:
        yield problem("A567", Place(file))
    elif drawn.empty:
        yield problem("A568", Place(file))
    elif not drawn.opaque:
        yield problem("A577", Place(file))


def _icons(shared: Shared) -> Iterator[Problem]:
    there = {name.removesuffix(".svg") for name in names_in(ICONS)}
    source = shared.sources.get(_SIGNS, "")
    for form in shared.vocabulary.signs.forms.values():
        if form.icon and form.icon not in there:
            at = _key_at(source, _SIGNS, form.id, r"\s+")
            yield problem("A564", at, form=form.id, icon=form.icon, meant=nearest(form.icon, there))
