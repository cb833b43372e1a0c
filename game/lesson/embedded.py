"""The hub on the teacher's own computer: a process of its own, started again whenever it is gone.

It goes on when the stage is killed, so that the pupils' pages stay, and the next stage takes its place over: the same
ports, the same database. What it keeps lies in a folder for this user only, and is deleted when the lesson ends.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from threading import Timer
from typing import TYPE_CHECKING

import httpx

from game.lesson.addresses import LOOPBACK
from game.lesson.errand import Errand
from game.lesson.hubs import HubDownError, Way
from game.lesson.strict import ProtocolError, parsed, table, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.lesson.unfinished import Desk, Unfinished

PORTS = tuple(range(8080, 8091))
"""Where pupils are listened to: the first of these that is free, and else any."""
ANY = 0
ORPHAN_MINUTES = 10
"""How long a hub goes on without a stage, for the teacher to start the program again."""
COMMAND = (sys.executable, "-m", "game", "hub", "--embedded")

_STARTS_WITHIN = 20.0
_ENDS_WITHIN = 2.0
_FOLDER, _FILE = "data-", "data.sqlite"


class EmbeddedHub:
    """A hub as a child process of the stage. `desk` is taken (`Desk.take`) while this is used.

    `command` starts it; it finds its `Errand` in the environment, and says where it listens in one line of JSON.
    """

    def __init__(self, desk: Desk, command: Sequence[str] = COMMAND, ports: Sequence[int] = PORTS) -> None:
        self._desk = desk
        self._command = tuple(command)
        self._ports = (*ports, ANY)
        self._process: subprocess.Popen[bytes] | None = None
        self._way: Way | None = None
        self._database = ""

    def up(self, note: Unfinished | None) -> Way:
        """Where the hub is, which is started where it does not run: with the note's ports and database, or with its own."""
        if self._way and self._process and self._process.poll() is None:
            return self._way
        self._let_go()
        pupils, teachers = ANY, ANY
        if self._way:
            pupils, teachers = self._way.port, httpx.URL(self._way.teachers).port or ANY
        elif not self._database:
            before = self._taken_over(note)
            self._database = before.database if before else self._fresh()
            pupils, teachers = (before.pupils, before.teachers) if before else (ANY, ANY)
        ports = (pupils, *self._ports) if pupils else self._ports
        self._way = self._started(Path(self._database), ports, teachers)
        return self._way

    def down(self) -> None:
        """Ends the process, and deletes all that it kept."""
        self._let_go()
        self._way = None
        self._database = ""
        self._sweep()

    def _let_go(self) -> None:
        if self._process:
            _ended(self._process)
            self._process = None

    # --- what was there before ---

    def _taken_over(self, note: Unfinished | None) -> Unfinished | None:
        """The note, if the lesson can be gone on with; the hub that an earlier stage left behind is ended in any case."""
        left = self._desk.left_over()
        if left and not left.hub and _answers(left):
            _killed(left.pid)
        usable = note if note and not note.hub and self._own(Path(note.database)) else None
        self._sweep(usable.database if usable else "")
        return usable

    def _own(self, database: Path) -> bool:
        """Whether it is a database of a lesson of this user's."""
        return database.is_file() and database.parent.parent == self._desk.folder

    def _fresh(self) -> str:
        return str(Path(mkdtemp(prefix=_FOLDER, dir=self._desk.folder)) / _FILE)

    def _sweep(self, keep: str = "") -> None:
        """Deletes what earlier lessons left behind."""
        kept = Path(keep).parent if keep else None
        for folder in self._desk.folder.glob(f"{_FOLDER}*"):
            if folder != kept:
                shutil.rmtree(folder, ignore_errors=True)

    # --- the process ---

    def _started(self, database: Path, ports: Sequence[int], teachers: int) -> Way:
        invite = secrets.token_urlsafe(32)
        errand = Errand(str(database), invite, tuple(dict.fromkeys(ports)), teachers, ORPHAN_MINUTES)
        self._process = process = subprocess.Popen(  # noqa: S603 - our own program, by its full path
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **errand.environment()},
            # Ctrl-C in the stage's terminal is for the stage.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        too_late = Timer(_STARTS_WITHIN, process.kill)
        too_late.daemon = True
        too_late.start()
        try:
            found = table(parsed(_line(process)), 8)
            pupils, loopback = (whole(found.get(each), 1, 65_535) for each in ("pupils", "teachers"))
        except ProtocolError as error:
            raise HubDownError from error
        finally:
            too_late.cancel()
        return Way(f"http://{LOOPBACK}:{loopback}", invite, pupils, "", process.pid, str(database))


def _line(process: subprocess.Popen[bytes]) -> bytes:
    """The first line that a process says, whenever that is; b"" when it ends before."""
    return process.stdout.readline(4096) if process.stdout else b""


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Lets a process end, and ends it where it does not."""
    for stream in (process.stdin, process.stdout):
        if stream:
            with suppress(OSError):
                stream.close()
    try:
        process.wait(_ENDS_WITHIN)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _answers(left: Unfinished) -> bool:
    """Whether the hub that was left behind is there: whoever answers to its key, on its port, has its number."""
    try:
        response = httpx.get(
            f"http://{LOOPBACK}:{left.teachers}/t/{left.id}/state",
            headers={"Authorization": f"Bearer {left.key}"},
            timeout=1.0,
            trust_env=False,
        )
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
    return response.is_success


def _killed(pid: int) -> None:
    """Ends a process at once. All that a hub has acknowledged is on the disk."""
    with suppress(OSError):
        if sys.platform == "win32":
            os.kill(pid, signal.SIGTERM)
        else:
            os.kill(pid, signal.SIGKILL)
