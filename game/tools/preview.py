"""`beratta preview`: a story that is being written, read again after every save."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from game.checks.everything import Verdict, examined
from game.format.diagnostics import page
from game.format.files import read_text
from game.format.load import SHARED_FILES, load_vocabulary
from game.format.place_pictures import PLACES_FILE
from game.format.plans import list_plans, plan_name
from game.format.reading import nearest
from game.messages.catalog import languages
from game.resources import SCENARIOS
from game.screens.intents import Refused, StoryOpened
from game.screens.workshop import FileRead, Workshop
from game.story.engine import Machine
from game.story.moment import StoryError
from game.tools.bookshelf import Bookshelf, root_for, story_id
from game.tools.check_files import around
from game.tools.mistakes import mistake
from game.tools.watching import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from game.checks.everything import Around
    from game.screens.model import Library
    from game.screens.words import Words
    from game.story.problem import Problem

Judge: TypeAlias = "Callable[[str, str, str, Around], Verdict]"
"""What is wrong with a story: its text, what problems call its file, its id, and where it stands."""

QUICK: Judge = partial(examined, layout=False)
"""All that is told of a story but whether each text fits on its card, which takes too long while one writes."""


@dataclass(frozen=True, slots=True)
class Version:
    """What the file held when it was last read. `machine` is None where nothing of it can be played."""

    machine: Machine | None = None
    problems: tuple[Problem, ...] = ()
    sources: dict[str, str] = field(default_factory=dict)


class Preview:
    """A shelf with the one story that is followed. `poll` is asked all the time, and mostly has nothing to say."""

    def __init__(
        self, file: Path, locale: Path, today: date, *, scene: str = "", judge: Judge = QUICK
    ) -> None:
        self.file = file
        self.scene = scene
        self._locale = locale
        self._today = today
        self._judge = judge
        self._language = ""
        self._told: frozenset[tuple[str, str, str]] = frozenset()
        self._opened: Machine | None = None
        self._library = Bookshelf(SCENARIOS, locale).library()
        self.version = self._read()

    # --- the shelf ---

    def library(self) -> Library:
        """What the story shares with others, and its own head."""
        return self._library

    def words(self, language: str) -> Words:
        """The texts of a language."""
        return self._shelf.words(language)

    def open_story(self, story: str) -> StoryOpened | Refused:
        """The story that is followed, as it was when it could last be read."""
        del story
        return StoryOpened(self._opened) if self._opened else Refused(None)

    def read_code(self, code: str) -> StoryOpened | Refused:
        """A place in a shipped story."""
        return self._shelf.read_code(code)

    # --- following ---

    def opened(self, language: str) -> FileRead:
        """What there was when the preview was made."""
        return self._said(language, calls=True, shows=True)

    def poll(self, now: float, language: str) -> FileRead | None:
        """What is new; None when nothing is. `language` is the one in which mistakes are told."""
        changed = self._watcher.changed(now)
        if changed:
            return replace(self.read(language), pictures=any(map(_draws, changed)))
        return self._said(language, calls=False, shows=False) if language != self._language else None

    def read(self, language: str) -> FileRead:
        """The file as it is now."""
        self.version = self._read()
        return self._said(language, calls=True, shows=True)

    def _said(self, language: str, *, calls: bool, shows: bool) -> FileRead:
        """What is told of the version; the author is called when there is an error that was not there before."""
        self._language = language
        version = self.version
        mistakes = tuple(mistake(each, language, version.sources) for each in version.problems)
        stale = version.machine is None
        errors = frozenset(_itself(each) for each in version.problems if _is_error(each))
        news = stale or bool(errors - self._told)
        if calls:
            self._told = errors
        return FileRead(
            Workshop(self.scene, mistakes, stale=stale),
            version.machine if shows else None,
            self._library if shows and not stale else None,
            calls=calls and news and bool(errors),
        )

    def _read(self) -> Version:
        folder = self.file.absolute().parent
        root = self.root = root_for(folder)
        name = f"{folder.name}/{self.file.name}"
        own = story_id(self.file)
        self._watcher = Watcher(_watched(self.file, root, self._locale, own))
        self._shelf = Bookshelf(root, self._locale, self.file)
        shared = load_vocabulary(root)
        sources = {each: read_text(root / each, root, each).value or "" for each in SHARED_FILES}
        for plan in list_plans(folder):
            sources[plan_name(plan)] = read_text(plan, folder, plan_name(plan)).value or ""
        text = read_text(self.file, self.file.parent, name)
        if text.value is None:
            version = Version(None, (*shared.problems, *text.problems), sources)
        else:
            verdict = self._judge(text.value, name, own, around(root, folder, self._today))
            # A story whose signs or places cannot be read names what is not there.
            machine = None if any(map(_is_error, shared.problems)) else _playable(verdict)
            problems = (*shared.problems, *verdict.problems)
            version = Version(machine, problems, sources | {name: text.value})
        if version.machine:
            self._opened = version.machine
            self._library = replace(self._shelf.library(), abouts=(version.machine.story.about,))
        return version


def unknown_scene(preview: Preview, words: Words) -> str:
    """Says that the scene that was asked for is not in the story, with the nearest that is; "" when it is there.

    Of a story that cannot be read yet nothing is known, and nothing is said.
    """
    machine = preview.version.machine
    if machine is None or not preview.scene or preview.scene in machine.story.scenes:
        return ""
    near = nearest(preview.scene, machine.story.scenes)
    missing = words.ui("Det finns ingen scen som heter {name}.", name=preview.scene)
    return f"{missing} {words.ui('Menade du {name}?', name=near)}" if near else missing


def _draws(path: Path) -> bool:
    """Whether a file changes what places look like."""
    return path.suffix == ".svg" or path.name == PLACES_FILE


def _is_error(each: Problem) -> bool:
    return page(each.code).severity == "error"


def _itself(each: Problem) -> tuple[str, str, str]:
    """What stays the same when a problem only moves to another line."""
    return each.code, each.at.file, str(each.values)


def _playable(verdict: Verdict) -> Machine | None:
    """The story, ready to be played, if it can be read and has a first line or choice."""
    if verdict.story is None:
        return None
    machine = Machine(verdict.story)
    try:
        machine.start()
    except StoryError:
        return None
    return machine


def _watched(file: Path, root: Path, locale: Path, own: str) -> list[Path]:
    """The file itself, and all that can change how it is shown."""
    shared = [root / name for name in SHARED_FILES]
    plans = list_plans(file.absolute().parent)
    own_root = [file.absolute().parent.parent / name for name in SHARED_FILES[:1]]
    places = sorted((root / "places").glob("*.svg")) if os.path.isdir(root / "places") else []  # noqa: PTH112
    domains = (own, "ui", "signs", "help", "places")
    folders = [locale / each.code / "LC_MESSAGES" for each in languages(locale)]
    texts = [folder / f"{domain}.po" for folder in folders for domain in domains]
    return [file, *shared, *own_root, *plans, *places, *texts]
