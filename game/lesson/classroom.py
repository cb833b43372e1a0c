"""All that a stage has beside it in a lesson: its link to the hub, the pupils of a rehearsal, and the file of a class."""

from __future__ import annotations

from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

from game.lesson.kept_file import Refusal, read, written
from game.screens.lesson.intents import PackMade
from game.screens.lesson.wire import Keep

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.lesson.class_files import ClassFiles
    from game.lesson.link import ClassLink
    from game.lesson.simulated import Simulated
    from game.screens.lesson.intents import PathFound, PathKept
    from game.screens.lesson.state import ClassPath
    from game.screens.lesson.wire import HubSeen, ToHub


class LessonRoom:
    """A `game.screens.shelf.Classroom`. `pupils` come only where the lesson is a rehearsal; `scenes` gives the scenes of a
    story by its id, for those who then play alone. `packed` makes the guide to a story in a language, with the numbers of a
    municipality, and says in a sentence what became of it.
    """

    def __init__(
        self,
        link: ClassLink,
        files: ClassFiles,
        pupils: Simulated,
        scenes: Callable[[str], Sequence[str]],
        packed: Callable[[str, str, str], str],
    ) -> None:
        self._link = link
        self._files = files
        self._pupils = pupils
        self._scenes = scenes
        self._packed = packed
        self._made: SimpleQueue[PackMade] = SimpleQueue()
        self._rehearsal = False
        self._went_on = False
        self._waits: HubSeen | None = None

    def start(self, *, devices: bool, rehearsal: bool) -> None:
        """Makes ready; where there is nothing to be started, nothing happens. Started twice, it is ready still."""
        self._rehearsal = rehearsal
        self._link.start(devices=devices)

    def tell(self, command: ToHub) -> None:
        """Has the hub told, in order, however long it takes."""
        self._link.tell(command)

    def keep_place(self, path: ClassPath) -> None:
        """Has the hub keep where the class is, so that a stage that failed goes on there."""
        self._link.tell(Keep(written(path)))
        if self._rehearsal:
            self._pupils.scenes = self._scenes(path.story)

    def make_pack(self, story: str, language: str, municipality: str) -> None:
        """Makes the guide to a story beside the lesson; what became of it comes by `poll`."""

        def make() -> None:
            self._made.put(PackMade(self._packed(story, language, municipality)))

        Thread(target=make, daemon=True).start()

    def poll(self, now: float) -> HubSeen | PathFound | PackMade | None:
        """What is new; None when nothing is. The place of a lesson that an earlier stage left comes first, once."""
        if not self._made.empty():
            return self._made.get()
        seen, self._waits = self._waits or self._link.poll(now), None
        if seen is None:
            return None
        if self._rehearsal:
            self._pupils.see(seen)
        left = None if self._went_on or not seen.kept else read(seen.kept)
        if left is None or isinstance(left, Refusal):
            return seen
        self._went_on = True
        self._waits = seen
        return self._files.checked(left)

    def keep(self, path: ClassPath) -> PathKept:
        """Writes the class's path into a new file."""
        return self._files.keep(path)

    def found(self) -> PathFound:
        """The class's path from the file that was written last, or was given."""
        return self._files.found()

    def close(self) -> None:
        """The stage is left: what was begun is ended, and nothing of it stays but the file of the class."""
        self._pupils.stop()
        self._link.close()
