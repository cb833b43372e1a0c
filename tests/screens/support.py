"""A player at the screens: presses keys and buttons, and what the program asks for is answered as in the game."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass, replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Protocol

from game.resources import LOCALE, SCENARIOS
from game.screens import navigation
from game.screens.commands import Command, OpenStory, ReadCode
from game.screens.intents import Forward, Intent, Press, Refused, StoryOpened
from game.screens.keys import DIGITS, Key
from game.screens.model import App, Language, Library, Play
from game.screens.page import Card, Cards, Item, Page, Screen, Speech
from game.screens.pages import page as page_of
from game.screens.update import update
from game.story.engine import Machine
from game.story.library import Channel, Form, Help, Signs, SignType
from game.story.resume import Refusal, decode
from game.tools.bookshelf import Bookshelf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.screens.words import Words
    from game.story.model import Story

REAL = "svara-direkt"
AUTHORS = frozenset({Screen.MISTAKES, Screen.SCENES, Screen.MAP})
"""Screens that only an author's preview has."""
LESSON = frozenset(screen for screen in Screen if screen.name.startswith("LESSON"))
"""Screens that only a lesson has; the last of them stands in a window of the teacher's own."""


@cache
def bookshelf() -> Bookshelf:
    """The shipped stories, read once for all tests of a process."""
    return Bookshelf(SCENARIOS, LOCALE)


@cache
def real_library() -> Library:
    """The shipped library."""
    return bookshelf().library()


@cache
def real_machine() -> Machine:
    """The shipped story, ready to be played."""
    opened = bookshelf().open_story(REAL)
    assert isinstance(opened, StoryOpened)
    return opened.machine


class Plain:
    """Words with no translation: what the code says in Swedish."""

    def ui(self, text: str, /, context: str = "", **values: object) -> str:
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        return (one if n == 1 else many).format(n=n, **values)

    def of(self, domain: str, context: str, text: str) -> str:
        return text

    def has(self, domain: str, context: str, text: str) -> bool:
        return True

    def complete(self, domain: str) -> bool:
        return True


class Shelf(Protocol):
    """Where stories come from."""

    def open_story(self, story: str) -> StoryOpened | Refused: ...

    def read_code(self, code: str) -> StoryOpened | Refused: ...


@dataclass(frozen=True)
class Built:
    """A shelf of stories made for a test."""

    machines: dict[str, Machine]

    def open_story(self, story: str) -> StoryOpened | Refused:
        machine = self.machines.get(story)
        return StoryOpened(machine) if machine else Refused(None)

    def read_code(self, code: str) -> StoryOpened | Refused:
        found = decode((machine.story for machine in self.machines.values()), code)
        if isinstance(found, Refusal):
            return Refused(found)
        return StoryOpened(self.machines[found.story], found.state)


FORMS = {
    name: Form(name, label, "", name)
    for name, label in (("control", "Kontroll"), ("threat", "Hot"), ("isolation", "Isolering"))
}
SIGNS = Signs(
    FORMS,
    {
        "must_report": SignType("must_report", "control", "Måste rapportera"),
        "threat_hurt": SignType("threat_hurt", "threat", "Hot om att göra illa"),
        "healthy": SignType("healthy", "", "Schysst"),
        "grey": SignType("grey", "", "Skaver"),
    },
)


def help_entry(name: str, *, youngest: int = 0, confirmed: bool = True) -> Help:
    """Somebody to turn to, called what the id is."""
    return Help(name, name, Channel.PHONE, "1", "", "", youngest, 120, "2026-01-01", "", confirmed=confirmed)


LANGUAGES = (Language("sv", "Svenska"), Language("en", "English"))
HELP = (
    help_entry("bris"),
    help_entry("adults_line", youngest=18),
    help_entry("unconfirmed_line", confirmed=False),
    help_entry("school"),
)


def library_of(*stories: Story, languages: tuple[Language, ...] = LANGUAGES) -> Library:
    """A library of stories made for a test."""
    places = {"default": "", "jarfalla": "Järfälla", "sigtuna": "Sigtuna"}
    return Library(tuple(story.about for story in stories), SIGNS, HELP, languages, municipalities=places)


@dataclass
class Player:
    """Somebody at the keyboard. `done` are the commands of the last thing done, `asked` all of them."""

    app: App
    shelf: Shelf
    words: Words = field(default_factory=Plain)
    done: tuple[Command, ...] = ()
    asked: list[Command] = field(default_factory=list)

    @property
    def page(self) -> Page:
        return page_of(self.app, self.words)

    @property
    def focused(self) -> Intent | None:
        return navigation.focused(self.app, self.page)

    def do(self, *intents: Intent) -> Player:
        """Means these, one after the other."""
        for intent in intents:
            self.app, self.done = update(self.app, intent, self.words)
            self.asked += self.done
            for command in self.done:
                match command:
                    case OpenStory(story):
                        self.app, _ = update(self.app, self.shelf.open_story(story), self.words)
                    case ReadCode(code):
                        self.app, _ = update(self.app, self.shelf.read_code(code), self.words)
                    case _:
                        pass
        return self

    def press(self, *keys: Key) -> Player:
        """Presses keys, one after the other."""
        return self.do(*map(Press, keys))

    def item(self, label: str) -> Item:
        """What is pressed under this label."""
        return next(item for item in self.page.items() if item.label == label)

    def walk_to(self, label: str) -> Player:
        """Walks with Tab to what has this label, and presses it with Space."""
        intents = {item.intent for item in self.page.items()}
        target = self.item(label).intent
        for _ in range(len(intents) + 1):
            if self.focused == target:
                return self.press(Key.SPACE)
            self.press(Key.TAB)
        raise AssertionError(f"Tab does not come to {label!r}")

    def read_on(self) -> Player:
        """Reads with Space until the lines are over, or the story asks for something."""
        while self.page.default == Forward():
            self.press(Key.SPACE)
        return self

    def branch(self) -> Player:
        """The same player, to try something that is then forgotten."""
        return replace(self, asked=[])


def at_title(*stories: Story) -> Player:
    """On the first screen, with stories made for a test."""
    machines = {story.about.id: Machine(story) for story in stories}
    return Player(App(library_of(*stories)), Built(machines))


def playing(story: Story) -> Player:
    """On the first line of a story made for a test."""
    player = at_title(story)
    return player.do(player.shelf.open_story(story.about.id))


def real_title() -> Player:
    """On the first screen, with the shipped stories."""
    return Player(App(real_library()), bookshelf())


def real_playing() -> Player:
    """On the first line of the shipped story."""
    return real_title().do(StoryOpened(real_machine()))


def taking(player: Player, number: int) -> Player:
    """Takes the option in this place (from 0) as a player does: reads on, and presses its digit."""
    return player.read_on().press(DIGITS[number])


def texts_in(value: object) -> Iterator[str]:
    """Every text that a page, or a part of it, holds for people; ids and keys are no such text."""
    match value:
        case str():
            yield value
        case tuple():
            for part in value:
                yield from texts_in(part)
        case Enum():
            return
        case _ if is_dataclass(value):
            for each in fields(value):
                if each.name not in NOT_TEXT:
                    yield from texts_in(getattr(value, each.name))
        case _:
            return


NOT_TEXT = frozenset(
    {"intent", "default", "spot", "keys", "stage", "icon", "form_icon", "phone", "figure", "face", "partner"}
)


def cards(page: Page) -> tuple[Card, ...]:
    """The cards of a page, in reading order."""
    found: list[Card] = []
    for block in page.body:
        match block:
            case Card():
                found.append(block)
            case Cards(inner):
                found += inner
            case _:
                pass
    return tuple(found)


def speech(player: Player) -> str:
    """The words of the line that is shown."""
    (body,) = player.page.body
    assert isinstance(body, Speech)
    return body.text


def play_of(player: Player) -> Play:
    """The story being played."""
    assert player.app.play
    return player.app.play


def labels(player: Player) -> list[str]:
    """What can be pressed, by its words."""
    return [item.label for item in player.page.items()]
