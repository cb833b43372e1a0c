"""What there is to play, fetched from the shipped files when it is asked for: stories, signs, help, languages."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from game.format.load import SHARED_FILES, STORY_FILE, list_stories, load_about, load_story, load_vocabulary
from game.format.municipalities import DEFAULT, list_municipalities, load_municipality
from game.format.vignettes import load_vignettes
from game.format.vocabulary import Vocabulary
from game.lazy import later
from game.messages.catalog import Catalog, languages, open_catalog
from game.messages.pseudo import PSEUDO, PseudoCatalog
from game.resources import SCENARIOS
from game.screens.intents import Refused, StoryOpened
from game.screens.model import Language, Library
from game.story.engine import Machine
from game.story.library import Signs
from game.story.resume import Refusal, decode
from game.story.vignettes import Vignettes

if TYPE_CHECKING:
    from game.tools.soundness import is_sound
else:
    # Proofs are needed when a story is opened, not before: the title does not wait for them to be loaded.
    is_sound = later("game.tools.soundness", "is_sound")


def story_file(named: str, scenarios: Path) -> Path | None:
    """The file of the story that is meant: by a path to it or its folder, or by the name of a shipped one."""
    path = Path(named)
    for file in (path / STORY_FILE, path, scenarios / named / STORY_FILE):
        if os.path.isfile(file):  # noqa: PTH113 - Path.is_file can raise
            return file
    return None


def story_id(file: Path) -> str:
    """The id of the story in a file, as the file or its folder is called."""
    return file.absolute().parent.name if file.name == STORY_FILE else file.stem


def root_for(folder: Path) -> Path:
    """What a story in this folder shares with others: what stands beside it, otherwise what is shipped."""
    root = folder.absolute().parent
    return root if (root / SHARED_FILES[0]).exists() else SCENARIOS


def locale_for(file: Path) -> Path:
    """Where a story that is not shipped has its translations: beside its shared files, or else in its own folder."""
    folder = file.absolute().parent
    return (folder.parent.parent if (folder.parent / SHARED_FILES[0]).exists() else folder) / "locale"


class Bookshelf:
    """The shipped folders. Nothing is read twice, not even what turned out to be of no use.

    What all stories share and their heads are read for the library, a whole story only when it is opened.
    `beside` is the file of one more story, from anywhere; it goes before a shipped one of the same name.
    With `pseudo`, the two languages that screens are tried in can be chosen too.
    """

    def __init__(
        self, scenarios: Path, locale: Path, beside: Path | None = None, *, pseudo: bool = False
    ) -> None:
        self.scenarios = scenarios
        self._locale = locale
        self._beside = beside
        self._pseudo = PSEUDO if pseudo else ()
        self._own = {story_id(beside): locale_for(beside)} if beside else {}
        self._machines: dict[str, Machine | None] = {}
        self._catalogs: dict[str, Catalog | PseudoCatalog] = {
            each.code: PseudoCatalog(each.code) for each in PSEUDO
        }

    def cover(self) -> Library:
        """What the title needs: the languages. The rest comes with `library`."""
        return Library((), Signs({}, {}), (), self._languages)

    def library(self) -> Library:
        """The heads of all stories that can be read, and what they share."""
        return self._library

    @cached_property
    def _library(self) -> Library:
        vocabulary = self._vocabulary
        heads = (load_about(path, vocabulary).value for path in self._stories.values())
        return Library(
            abouts=tuple(head for head in heads if head),
            signs=vocabulary.signs,
            help=vocabulary.help,
            languages=self._languages,
            lights={name: place.light for name, place in vocabulary.places.items()},
            stands={name: place.stand for name, place in vocabulary.places.items()},
            alts={name: place.alt for name, place in vocabulary.places.items()},
            vignettes=load_vignettes(self.scenarios, vocabulary.signs).value or Vignettes(),
            municipalities=self._municipalities,
        )

    @cached_property
    def _municipalities(self) -> dict[str, str]:
        """By name, after the one that is none."""
        found = (
            load_municipality(self.scenarios, each).value for each in list_municipalities(self.scenarios)
        )
        names = {each.id: "" if each.id == DEFAULT else each.name for each in found if each}
        return dict(sorted(names.items(), key=lambda each: each[1].casefold()))

    @cached_property
    def _languages(self) -> tuple[Language, ...]:
        found = (*languages(self._locale), *self._pseudo)
        return tuple(Language(each.code, each.own_name, each.rtl, each.draft) for each in found)

    def words(self, language: str) -> Catalog | PseudoCatalog:
        """The texts of a language."""
        found = self._catalogs.get(language)
        if found is None:
            found = self._catalogs[language] = open_catalog(self._locale, language, self._own)
        return found

    def open_story(self, story: str) -> StoryOpened | Refused:
        """The story, ready to be played from its start."""
        machine = self._machine(story)
        return StoryOpened(machine) if machine else Refused(None)

    def read_code(self, code: str) -> StoryOpened | Refused:
        """The story and the place that a resume code means."""
        machines = {name: self._machine(name) for name in self._stories}
        found = decode((machine.story for machine in machines.values() if machine), code)
        if isinstance(found, Refusal):
            return Refused(found)
        machine = machines[found.story]
        assert machine is not None, "the code was found in this story"
        return StoryOpened(machine, found.state)

    def has(self, story: str) -> bool:
        """Whether there is a story of that name, sound or not."""
        return story in self._stories

    @cached_property
    def _stories(self) -> dict[str, Path]:
        """Each story's name, and its folder or file."""
        found = {name: self.scenarios / name for name in list_stories(self.scenarios)}
        return found | ({story_id(self._beside): self._beside} if self._beside else {})

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return load_vocabulary(self.scenarios).value or Vocabulary()

    def _machine(self, story: str) -> Machine | None:
        """The story, ready to be played; None, from then on too, when it cannot be read or is not sound."""
        if story not in self._machines:
            shared = self._vocabulary
            loaded = load_story(self._stories.get(story, self.scenarios / story), shared).value
            # Without the signs no line can be flagged: such a story would break off in the middle.
            sound = loaded is not None and bool(shared.signs.forms) and is_sound(loaded, shared.help)
            self._machines[story] = Machine(loaded) if loaded and sound else None
        return self._machines[story]
