"""A hub's process on this computer: it loads all that it needs, waits for its errand, and then serves until its stage is gone."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from dataclasses import dataclass
from threading import Timer
from typing import TYPE_CHECKING

from game.lesson.hubs import HubDownError
from game.lesson.strict import ProtocolError, parsed, table, whole

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.lesson.errand import Errand

_STARTS_WITHIN = 20.0
_ENDS_WITHIN = 2.0


@dataclass(frozen=True, slots=True)
class Ports:
    """Where a hub listens."""

    pupils: int
    teachers: int


class HubProcess:
    """One of them. Raises OSError where it cannot be started."""

    def __init__(self, command: Sequence[str]) -> None:
        self._own = subprocess.Popen(  # noqa: S603 - our own program, by its full path
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            # Ctrl-C in the stage's terminal is for the stage.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    @property
    def pid(self) -> int:
        """Its number."""
        return self._own.pid

    @property
    def lives(self) -> bool:
        """Whether it has not ended."""
        return self._own.poll() is None

    def serves(self, errand: Errand) -> Ports:
        """Has it serve, and says where, once it does. Raises HubDownError."""
        too_late = Timer(_STARTS_WITHIN, self._own.kill)
        too_late.daemon = True
        too_late.start()
        try:
            found = table(parsed(self._answer(errand.line())), 8)
            pupils, teachers = (whole(found.get(each), 1, 65_535) for each in ("pupils", "teachers"))
        except (ProtocolError, OSError) as error:
            raise HubDownError from error
        finally:
            too_late.cancel()
        return Ports(pupils, teachers)

    def _answer(self, line: bytes) -> bytes:
        """The first line that it says, whenever that is; b"" when it ends before."""
        if self._own.stdin is None or self._own.stdout is None:
            return b""
        self._own.stdin.write(line)
        self._own.stdin.flush()
        return self._own.stdout.readline(4096)

    def end(self) -> None:
        """Lets it end, and ends it where it does not."""
        self._hang_up()
        try:
            self._own.wait(_ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self) -> None:
        """Ends it at once."""
        self._hang_up()
        self._own.kill()
        self._own.wait()

    def _hang_up(self) -> None:
        for stream in (self._own.stdin, self._own.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()
