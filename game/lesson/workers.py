"""How the workers of one hub tell each other what has changed: by PostgreSQL. A file has only one worker."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlalchemy import Connection, Engine

_CHANNEL = "lessons"
_STEP = 1.0
"""Seconds between two looks whether to stop, or to try again."""


def announce(connection: Connection, lessons: Iterable[str]) -> None:
    """Tells the other workers, once the transaction is committed."""
    if connection.dialect.name == "postgresql":
        for each in lessons:
            connection.execute(select(func.pg_notify(_CHANNEL, each)))


class Listener:
    """Hears of what other workers have changed, in a thread of its own; a lost connection is made anew."""

    def __init__(self, engine: Engine, changed: Callable[[Iterable[str]], None]) -> None:
        self._engine = engine
        self._changed = changed
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="listener", daemon=True)
        if engine.dialect.name == "postgresql":
            self._thread.start()

    def close(self) -> None:
        """Listens no more."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._over.is_set():
            try:
                self._listen()
            # The driver's own errors come past SQLAlchemy here, and without them lessons are still looked for.
            except Exception:  # noqa: BLE001
                self._over.wait(_STEP)

    def _listen(self) -> None:
        own = self._engine.raw_connection()
        driver: Any = own.driver_connection
        own.detach()
        try:
            driver.autocommit = True
            driver.execute(f"LISTEN {_CHANNEL}")
            while not self._over.is_set():
                for each in driver.notifies(timeout=_STEP):
                    self._changed([each.payload])
        finally:
            driver.close()
