"""What a window or a terminal asks for: texts, and stories by their id or by a code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.screens.intents import Refused, StoryOpened
    from game.screens.lesson.guest import Answer, GuestSeen
    from game.screens.lesson.intents import PackMade, PathFound, PathKept
    from game.screens.lesson.state import ClassPath
    from game.screens.lesson.wire import HubSeen, ToHub
    from game.screens.model import Library
    from game.screens.words import Words
    from game.screens.workshop import FileRead


class Shelf(Protocol):
    """Where stories and texts come from."""

    def words(self, language: str) -> Words:
        """The texts of a language."""
        ...

    def open_story(self, story: str) -> StoryOpened | Refused:
        """A story by its id."""
        ...

    def read_code(self, code: str) -> StoryOpened | Refused:
        """A place in a story by its code."""
        ...


class Stock(Shelf, Protocol):
    """A shelf that can also say all that is on it."""

    def library(self) -> Library:
        """All that there is to play, to see and to turn to."""
        ...


class Follow(Protocol):
    """A file that is followed while it is written. `language` is the one in which mistakes are told."""

    def poll(self, now: float, language: str) -> FileRead | None:
        """What is new, at a time in seconds from any start; None when nothing is. It never waits."""
        ...

    def read(self, language: str) -> FileRead:
        """The file as it is now."""
        ...


class Classroom(Protocol):
    """What a stage has beside it in a lesson: the hub, and the file of a class. Only the files are waited for."""

    def start(self, *, devices: bool, rehearsal: bool) -> None:
        """Make ready; where there is nothing to be started, nothing happens. Started twice, it is ready still."""
        ...

    def tell(self, command: ToHub) -> None:
        """Have the hub told, in order, however long it takes."""
        ...

    def keep_place(self, path: ClassPath) -> None:
        """Have the hub keep where the class is (`Keep`), so that a stage that failed goes on there."""
        ...

    def make_pack(self, story: str, language: str, municipality: str) -> None:
        """Make the teacher's guide to a story, however long it takes; what became of it comes by `poll`."""
        ...

    def poll(self, now: float) -> HubSeen | PathFound | PackMade | None:
        """What is new, at a time in seconds from any start; None when nothing is.

        Where a lesson is found that an earlier stage left, its place comes first, once.
        """
        ...

    def keep(self, path: ClassPath) -> PathKept:
        """Write the class's path into a new file."""
        ...

    def found(self) -> PathFound:
        """The class's path from the file that was written last, or was given."""
        ...

    def close(self) -> None:
        """The stage is left: what was begun is ended, and nothing of it stays."""
        ...


class Desk(Protocol):
    """A pupil's place in a lesson that goes on elsewhere. Nothing of it is written down, and only `close` may wait, shortly."""

    def join(self, url: str, code: str) -> None:
        """Ask for a seat, giving up an earlier one."""
        ...

    def scene(self, name: str) -> None:
        """Tell in which scene this seat is; of several at once the last one counts."""
        ...

    def answer(self, answer: Answer) -> None:
        """Have an answer of this seat stored; of several at once the last one counts."""
        ...

    def speak(self, language: str) -> None:
        """Hear what the class is asked in this language from now on. To be told often, and costs nothing where it is the same."""
        ...

    def leave(self) -> None:
        """Give the seat up."""
        ...

    def poll(self, now: float) -> GuestSeen | None:
        """What is new, at a time in seconds from any start; None when nothing is."""
        ...

    def close(self) -> None:
        """The program ends: the seat is given up, and nothing of it stays."""
        ...
