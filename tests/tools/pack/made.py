"""Packs that tests look into, each made once."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any

from game.format.municipalities import Municipality, load_municipality
from game.resources import LOCALE, SCENARIOS
from game.screens.intents import StoryOpened
from game.tools.bookshelf import Bookshelf
from game.tools.pack.document import pack, wall
from game.tools.pack.material import Material, Tongue
from game.tools.pack.pictures import Pictures
from game.tools.pack.typeset import typeset
from game.tools.people import people_of
from tests.tools.pack.tagged_pdf import Tagged

if TYPE_CHECKING:
    from pathlib import Path

STORY = "svara-direkt"


@cache
def shelf() -> Bookshelf:
    return Bookshelf(SCENARIOS, LOCALE)


def material(
    language: str = "sv", *, story: str = STORY, place: str = "", among: Bookshelf | None = None
) -> Material:
    there = among or shelf()
    opened = there.open_story(story)
    assert isinstance(opened, StoryOpened)
    library = there.library()
    tongues = tuple(Tongue(each, there.words(each.code)) for each in library.languages)
    municipality = load_municipality(SCENARIOS, place).value if place else Municipality()
    assert municipality
    drawn = Pictures(SCENARIOS, people_of(SCENARIOS))
    return Material(opened.machine, library, municipality, drawn, language, there.words(language), tongues)


@cache
def made(which: str) -> Tagged:
    """The pack in a language, or, as in "sv wall", its picture for the wall."""
    language, _, poster = which.partition(" ")
    found = material(language)
    return Tagged(typeset(wall(found) if poster else pack(found)))


@cache
def pages(language: str = "sv") -> dict[str, Any]:
    """The data of a pack, as the templates take it."""
    whole: dict[str, Any] = json.loads(pack(material(language)).data)
    return whole


def shelf_with(text: str, folder: Path) -> Bookshelf:
    """A shelf with one story of its own in `folder`, called "egen"."""
    (folder / "egen").mkdir()
    file = folder / "egen" / "story.yaml"
    file.write_text(text, encoding="utf-8")
    return Bookshelf(SCENARIOS, LOCALE, file)
