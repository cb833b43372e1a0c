"""The pictures of places as SVG, by the places' names: those that are drawn, and those in another season."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from game.format.files import read_text
from game.format.loaded import Loaded
from game.format.nodes import read
from game.format.reading import Reading
from game.format.seasons import in_season
from game.format.vocabulary import places

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from game.format.vocabulary import PlaceInfo

PLACES_FILE = "places.yaml"


def place_svg(folder: Path, place: str) -> Loaded[str]:
    """The SVG of a place as it is to be seen; `folder` holds the pictures, and the table of the places."""
    own = _read(folder, f"{place}.svg")
    if own.value is not None:
        return own
    # Most places are drawn: for them the table is never read.
    told = _told(_read(folder, PLACES_FILE).value or "").get(place)
    if told is None or not told.picture:
        return own
    other = _read(folder, f"{told.picture}.svg")
    return Loaded(in_season(other.value, told.outside)) if other.value is not None else other


def _read(folder: Path, name: str) -> Loaded[str]:
    return read_text(folder / name, folder, f"places/{name}")


@lru_cache(maxsize=2)
def _told(table: str) -> Mapping[str, PlaceInfo]:
    tree = read(table, PLACES_FILE).value
    return places(Reading(), tree) if tree else {}
