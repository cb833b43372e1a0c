"""All there is to translate, by domain, and in which folder it is translated."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.load import STORY_FILE, list_stories, load_story, load_vocabulary
from game.format.vignettes import VIGNETTES_FILE, load_vignettes
from game.format.vocabulary import Vocabulary
from game.messages.interface import interface_texts
from game.messages.sources import help_texts, place_texts, sign_texts, story_texts
from game.messages.vignette_texts import DOMAIN as VIGNETTES
from game.messages.vignette_texts import vignette_texts
from game.resources import SCENARIOS
from game.tools.bookshelf import locale_for, root_for, story_file, story_id

if TYPE_CHECKING:
    from game.messages.sources import Source

PACKAGE = Path(__file__).resolve().parents[1]
UI, SIGNS, HELP, PLACES = "ui", "signs", "help", "places"
SHARED = (UI, SIGNS, HELP, PLACES)
"""The domains that every story leans on, in the order in which they are best translated."""


class NotReadableError(Exception):
    """Texts cannot be collected: the file `story` has problems, or `told` says what code shows that nobody accounts for."""

    def __init__(self, story: str, told: str = "") -> None:
        super().__init__(told or story)
        self.story = story
        self.told = told


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of languages, and where the texts of its domains come from.

    `stories` has the file of each story by the domain of its translations; `shared` says whether the interface and all
    else that stories share is translated there too.
    """

    locale: Path
    scenarios: Path
    stories: dict[str, Path]
    shared: bool = True

    @property
    def domains(self) -> tuple[str, ...]:
        """Those shared, then the stories by their names."""
        return (*(self._shared if self.shared else ()), *self.stories)

    @property
    def _shared(self) -> tuple[str, ...]:
        """A folder of stories may do without vignettes."""
        return (*SHARED, VIGNETTES) if os.path.lexists(self.scenarios / VIGNETTES_FILE) else SHARED


def shipped(scenarios: Path, locale: Path) -> Shelf:
    """The shelf of all stories in a folder, and of what they share."""
    return Shelf(locale, scenarios, {name: scenarios / name for name in list_stories(scenarios)})


def of_story(named: str, scenarios: Path, locale: Path) -> Shelf | None:
    """The shelf of one story, by its name or its path; None when there is no such story."""
    file = story_file(named, scenarios)
    if file is None:
        return None
    root = root_for(file.absolute().parent)
    where = locale if file.is_relative_to(scenarios) else locale_for(file)
    return Shelf(where, root, {story_id(file): file}, shared=False)


def sources(shelf: Shelf, package: Path = PACKAGE) -> dict[str, tuple[Source, ...]]:
    """The texts of each domain, in the order in which they are read. Raises `NotReadableError`."""
    vocabulary = load_vocabulary(shelf.scenarios).value or Vocabulary()
    domains = _shared(vocabulary, package) if shelf.shared else {}
    if VIGNETTES in shelf.domains:
        domains[VIGNETTES] = _vignettes(shelf.scenarios, vocabulary)
    for name, path in shelf.stories.items():
        story = load_story(path, vocabulary).value
        if story is None:
            raise NotReadableError(str(path / STORY_FILE) if path.is_dir() else str(path))
        domains[name] = tuple(story_texts(story))
    return domains


def shipped_sources(scenarios: Path = SCENARIOS, package: Path = PACKAGE) -> dict[str, tuple[Source, ...]]:
    """All there is to translate of what is shipped."""
    return sources(shipped(scenarios, scenarios.parent / "locale"), package)


def _shared(vocabulary: Vocabulary, package: Path) -> dict[str, tuple[Source, ...]]:
    interface = interface_texts(package)
    if interface.unaccounted:
        listed = "\n".join(f"  {line}" for line in interface.unaccounted)
        raise NotReadableError(
            package.name, f"not a text, and in no table of game/messages/interface.py:\n{listed}"
        )
    return {
        UI: interface.sources,
        SIGNS: tuple(sign_texts(vocabulary.signs)),
        HELP: tuple(help_texts(vocabulary.help)),
        PLACES: tuple(place_texts({name: place.alt for name, place in vocabulary.places.items()})),
    }


def _vignettes(scenarios: Path, vocabulary: Vocabulary) -> tuple[Source, ...]:
    loaded = load_vignettes(scenarios, vocabulary.signs)
    if loaded.problems or loaded.value is None:
        raise NotReadableError(str(scenarios / VIGNETTES_FILE))
    return tuple(vignette_texts(loaded.value))
