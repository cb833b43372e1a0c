"""The lesson that goes on on this computer: a note for the next start of the program, should this one fail.

The note names the hub and the teacher's key to it, nothing of pupils, and only its owner can read it. It is removed when
the lesson ends. Beside it lies a lock, which the system lets go of however a program ends: two lessons cannot run at once.
"""

from __future__ import annotations

import json
import os
import stat
import sys
import tempfile
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from game.lesson.kept_file import replace_file

if TYPE_CHECKING:
    from typing import IO
if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

LONGEST = 4 * 60 * 60
"""Seconds that a lesson can last; what is older is forgotten."""

_NEUTRAL = "ovningar"
"""What the folder is called, since it may be seen by others."""
_NOTE, _LOCK = "pass.json", "pass.lock"
_MAX_BYTES = 8 * 1024


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What is needed to go on with a lesson.

    `hub` is the address of a municipality's hub, "" for one on this computer; then there are the two `ports`, the process
    and the `database`. `begun` is the time of the wall clock, in seconds.
    """

    id: str
    code: str
    key: str
    begun: float
    hub: str = ""
    pupils: int = 0
    teachers: int = 0
    pid: int = 0
    database: str = ""


class AnotherLessonError(Exception):
    """A lesson is going on on this computer already."""


class Desk:
    """A folder with the note and the lock, for this user only."""

    def __init__(self, folder: Path | None = None) -> None:
        """Raises OSError where nothing can be written, or somebody else has made the folder."""
        self.folder = folder or _own_folder()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if sys.platform != "win32":
            found = self.folder.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
                raise PermissionError(self.folder)
            self.folder.chmod(0o700)
        self._lock: IO[bytes] | None = None

    def take(self) -> None:
        """Keeps other lessons out until `leave`. Raises AnotherLessonError when one is going on."""
        if self._lock:
            return
        lock = (self.folder / _LOCK).open("ab")
        try:
            _locked(lock)
        except OSError as error:
            lock.close()
            raise AnotherLessonError from error
        self._lock = lock

    def leave(self) -> None:
        """Lets other lessons begin."""
        if self._lock:
            self._lock.close()
            self._lock = None

    def note(self, lesson: Unfinished) -> None:
        """Keeps what the next start of the program needs. Raises OSError."""
        replace_file(self.folder / _NOTE, json.dumps(asdict(lesson)))

    def found(self, now: float) -> Unfinished | None:
        """The lesson that was not finished, if there is one that can be gone on with; `now` is the wall clock's time.

        A clock that was put back does not make it older.
        """
        lesson = self._read()
        return lesson if lesson and now - lesson.begun < LONGEST else None

    def left_over(self) -> Unfinished | None:
        """What the note names, however old it is: what is to be cleared away."""
        return self._read()

    def forget(self) -> None:
        """Takes the note away."""
        with suppress(OSError):
            (self.folder / _NOTE).unlink()

    def _read(self) -> Unfinished | None:
        try:
            with (self.folder / _NOTE).open("rb") as file:
                found = json.loads(file.read(_MAX_BYTES))
            return _checked(Unfinished(**found))
        except (OSError, ValueError, TypeError, RecursionError):
            return None


def own_desk() -> Desk:
    """The desk of this user; where its folder cannot be had, one of its own, which no later start of the program finds.

    Raises OSError where there is no room for anything.
    """
    try:
        return Desk()
    except OSError:
        return Desk(Path(tempfile.mkdtemp(prefix=f"{_NEUTRAL}-")))


def _checked(lesson: Unfinished) -> Unfinished:
    """The lesson, if each of its values is of the kind that it says. Raises TypeError."""
    kinds = {"str": (str,), "int": (int,), "float": (int, float)}
    for each in fields(Unfinished):
        if not isinstance(getattr(lesson, each.name), kinds[str(each.type)]):
            raise TypeError
    return lesson


def _own_folder() -> Path:
    """Where such a note belongs: gone when the user leaves the computer, where the system has such a place."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and Path(runtime).is_dir():
        return Path(runtime) / _NEUTRAL
    # Windows has a folder for each user; elsewhere all share one.
    if sys.platform == "win32":
        return Path(tempfile.gettempdir()) / _NEUTRAL
    else:  # noqa: RET505 - so that mypy sees which system each is for
        return Path(tempfile.gettempdir()) / f"{_NEUTRAL}-{os.getuid()}"


def _locked(file: IO[bytes]) -> None:
    """Takes the lock, or raises OSError at once."""
    if sys.platform == "win32":
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
