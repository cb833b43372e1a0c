"""A pack and a picture for the wall as data: what the templates set, and nothing that they do not."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from game.tools.pack.front import front
from game.tools.pack.letter import letters
from game.tools.pack.minutes import minutes
from game.tools.pack.poster import poster
from game.tools.pack.seen_signs import seen_signs
from game.tools.pack.slips import slips
from game.tools.pack.story_map import story_map
from game.tools.pack.talking import talking
from game.tools.pack.telling import telling
from game.view.palettes import WARM

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    from game.tools.pack.material import Material

_COLOURS = (
    *(
        "paper",
        "card",
        "ground",
        "lilac",
        "mint",
        "blush",
        "butter",
        "ink",
        "muted",
        "plum",
        "teal",
        "teal_deep",
    ),
    *("coral", "yellow", "yellow_edge", "lilac_edge", "sand", "on_dark"),
)


@dataclass(frozen=True, slots=True)
class Document:
    """What is set: the name of the template, and the data that it takes, as JSON."""

    template: str
    data: str


class UnsettableError(Exception):
    """The document breaks a rule of accessible PDF, or cannot be set at all; `told` is typst's own sentence."""

    def __init__(self, told: str) -> None:
        super().__init__(told)
        self.told = told


def pack(material: Material) -> Document:
    """The teacher pack."""
    pages: dict[str, DataclassInstance] = {
        "front": front(material),
        "minutes": minutes(material),
        "map": story_map(material),
        "talking": talking(material),
        "signs": seen_signs(material),
        "telling": telling(material),
        "letters": letters(material),
        "slips": slips(material),
    }
    words, title = material.words, material.told.about(material.story.about.title)
    named = words.ui("{title}: lärarhandledning till Berätta", title=title)
    of_page = words.ui("Sida {page} av {pages}", page="{page}", pages="{pages}")
    return _document(
        "pack.typ", material, named, {each: asdict(page) for each, page in pages.items()}, of_page
    )


def wall(material: Material) -> Document:
    """The picture for the wall."""
    page = poster(material)
    return _document("poster.typ", material, page.heading, {"poster": asdict(page)}, "")


def _document(
    template: str, material: Material, title: str, pages: dict[str, object], of_page: str
) -> Document:
    """What every template takes beside its own pages."""
    colours = {name: "#" + "".join(f"{part:02X}" for part in getattr(WARM, name)) for name in _COLOURS}
    whole = {
        "lang": material.language.partition("@")[0],
        "title": title,
        "of_page": of_page,
        "colours": colours,
        **pages,
    }
    return Document(template, json.dumps(whole, ensure_ascii=False, sort_keys=True))
