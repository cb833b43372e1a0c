"""Where a lesson's hub is, and what a stage asks of it: to be there. One elsewhere is; one on this computer is started."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from game.lesson.unfinished import Unfinished


@dataclass(frozen=True, slots=True)
class Way:
    """How a hub is reached.

    `teachers` is the URL for the stage. Pupils come to `port` of this computer, or, where that is 0, to the URL `public`.
    `pid` and `database` are those of a hub on this computer.
    """

    teachers: str
    invite: str
    port: int = 0
    public: str = ""
    pid: int = 0
    database: str = ""


class HubDownError(Exception):
    """There is no hub now; it can be asked for again."""


class Hub(Protocol):
    """A hub that can be asked to be there. Its functions may wait, and are never called at the same time."""

    def up(self, note: Unfinished | None) -> Way:
        """Makes sure that the hub is there, with the lesson of the note where there is one. Asked all the time.

        Raises HubDownError, or OSError where there can be none.
        """
        ...

    def down(self) -> None:
        """The lesson is over: lets go of the hub, and of all that it has kept on this computer."""
        ...


class RemoteHub:
    """A municipality's hub."""

    def __init__(self, url: str, invite: str) -> None:
        self._way = Way(url.rstrip("/"), invite, public=url.rstrip("/"))

    def up(self, note: Unfinished | None) -> Way:
        """Where it is. Whether it answers is seen when it is asked."""
        del note
        return self._way

    def down(self) -> None:
        """It goes on for others."""


def shown(url: str) -> str:
    """A URL as it is typed: without what every browser adds by itself."""
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path.rstrip('/')}"
