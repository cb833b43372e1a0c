"""The hub on the teacher's own computer: a process of its own, started again whenever it is gone.

To load a hub takes seconds on a slow computer. So another process is kept beside it, which has loaded everything and waits:
it takes over at once.

It goes on when the stage is killed, so that the pupils' pages stay, and the next stage takes its place over: the same
ports, the same database. What it keeps lies in a folder for this user only, and is deleted when the lesson ends.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic
from typing import TYPE_CHECKING

import httpx

from game.lesson.addresses import LOOPBACK
from game.lesson.errand import Errand
from game.lesson.hub_process import HubProcess, Ports
from game.lesson.hubs import HubDownError, Way

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.lesson.unfinished import Desk, Unfinished

PORTS = tuple(range(8080, 8091))
"""Where pupils are listened to: the first of these that is free, and else any."""
ANY = 0
ORPHAN_MINUTES = 10
"""How long a hub goes on without a stage, for the teacher to start the program again."""
COMMAND = (sys.executable, "-m", "game", "hub", "--embedded")
SPARE_AFTER = 5.0
"""Seconds after which a hub that serves gets a spare one: not while a class comes in."""

_FOLDER, _FILE = "data-", "data.sqlite"


class EmbeddedHub:
    """A hub as a child process of the stage. `desk` is taken (`Desk.take`) while this is used.

    `command` starts it; it reads its `Errand` from its standard input, and says where it listens in one line of JSON.
    """

    def __init__(
        self,
        desk: Desk,
        command: Sequence[str] = COMMAND,
        ports: Sequence[int] = PORTS,
        spare_after: float = SPARE_AFTER,
    ) -> None:
        self._desk = desk
        self._command = tuple(command)
        self._ports = (*ports, ANY)
        self._spare_after = spare_after
        self._since = 0.0
        self._process: HubProcess | None = None
        self._spare: HubProcess | None = None
        self._way: Way | None = None
        self._database = ""

    def up(self, note: Unfinished | None) -> Way:
        """Where the hub is, which is started where it does not run: with the note's ports and database, or with its own."""
        if self._way and self._process and self._process.lives:
            self._keep_a_spare()
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
        spare, self._spare = self._spare, None
        if spare:
            spare.kill()
        self._way = None
        self._database = ""
        self._sweep()

    def _let_go(self) -> None:
        process, self._process = self._process, None
        if process:
            process.end()

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
        process, there = self._by_the_spare(errand) or self._by_a_new_one(errand)
        self._since = monotonic()
        return Way(
            f"http://{LOOPBACK}:{there.teachers}", invite, there.pupils, "", process.pid, str(database)
        )

    def _by_a_new_one(self, errand: Errand) -> tuple[HubProcess, Ports]:
        self._process = HubProcess(self._command)
        return self._process, self._process.serves(errand)

    def _by_the_spare(self, errand: Errand) -> tuple[HubProcess, Ports] | None:
        """None where there is none, or it has gone too."""
        spare, self._spare = self._spare, None
        if spare is None:
            return None
        try:
            there = spare.serves(errand)
        except HubDownError:
            spare.kill()
            return None
        self._process = spare
        return spare, there

    def _keep_a_spare(self) -> None:
        """Without one the lesson goes on as well."""
        if (self._spare and self._spare.lives) or monotonic() - self._since < self._spare_after:
            return
        self._since = monotonic()
        gone, self._spare = self._spare, None
        if gone:
            gone.kill()
        with suppress(OSError):
            self._spare = HubProcess(self._command)


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
