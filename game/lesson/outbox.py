"""Commands on their way to the hub, in order. Told from the stage's thread, taken in the link's."""

from __future__ import annotations

from collections import deque
from threading import Lock
from typing import TYPE_CHECKING

from game.screens.lesson.wire import End, Keep

if TYPE_CHECKING:
    from game.screens.lesson.wire import ToHub


class Outbox:
    """A queue whose first command stays until it was done. After `End` nothing more is taken in.

    `seq` is the number of the last command that the hub has done; only the link's thread sets it.
    """

    def __init__(self) -> None:
        self.seq = 0
        self._waiting: deque[ToHub] = deque()
        self._lock = Lock()
        self._ended = False

    @property
    def ended(self) -> bool:
        """Whether `End` was put in."""
        return self._ended

    def put(self, command: ToHub) -> None:
        """Has a command told when all before it were. A place that is kept takes the room of one that still waits."""
        with self._lock:
            if self._ended:
                return
            self._ended = isinstance(command, End)
            if isinstance(command, Keep):
                self._forget_places()
            self._waiting.append(command)

    def first(self) -> ToHub | None:
        """The command that is to be told now, None when there is none."""
        with self._lock:
            return self._waiting[0] if self._waiting else None

    def done(self) -> None:
        """The first command need not be told any more."""
        with self._lock:
            self._waiting.popleft()

    def _forget_places(self) -> None:
        """Leaves out places that wait, but not the first command: it may be on its way."""
        later = [each for each in list(self._waiting)[1:] if not isinstance(each, Keep)]
        self._waiting = deque([*list(self._waiting)[:1], *later])
