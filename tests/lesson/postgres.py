"""A PostgreSQL of the tests' own: as a municipality has one, in a folder that is gone afterwards. Nothing is left unsafe."""

from __future__ import annotations

import getpass
import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

DATABASES = SQLITE, POSTGRESQL = "sqlite", "postgresql"
"""What hubs are tried and measured on."""
_WHERE = Path("/usr/lib/postgresql")
_PATIENCE = 60.0
_numbers = count()


def _tools() -> Path:
    """Where Debian's packages have their programs, the newest; without them tests are skipped, or fail where all must be there."""
    found = sorted(_WHERE.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    if on_path:
        return Path(on_path).parent
    if os.environ.get("CI") == "true":
        pytest.fail("PostgreSQL is missing, and CI must not skip")
    pytest.skip("PostgreSQL is not installed (initdb)")


def _user() -> str | None:
    """Whom it runs as: it refuses to be root."""
    if os.getuid():
        return None
    names = Path("/etc/passwd").read_text(encoding="utf-8")
    return "postgres" if "\npostgres:" in names else "nobody"


@dataclass(slots=True)
class Server:
    """One that runs, and can be killed and started again."""

    tools: Path
    folder: Path
    user: str | None
    process: subprocess.Popen[bytes] | None = None

    def url(self, database: str) -> str:
        name = self.user or getpass.getuser()
        return f"postgresql+psycopg://{name}@/{database}?host={self.folder}"

    def fresh(self) -> str:
        """The URL of a new, empty database."""
        name = f"lessons{next(_numbers)}"
        engine = create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name}")
        engine.dispose()
        return self.url(name)

    def start(self) -> None:
        command: list[str | Path] = [
            self.tools / "postgres",
            "-D",
            self.folder / "data",
            "-k",
            self.folder,
            "-h",
            "",
        ]
        self.process = subprocess.Popen(
            command, user=self.user, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        engine = create_engine(self.url("postgres"))
        ends = time.monotonic() + _PATIENCE
        while True:
            with suppress(Exception), engine.connect():
                break
            assert time.monotonic() < ends, "PostgreSQL did not start"
            time.sleep(0.05)
        engine.dispose()

    def stop(self) -> None:
        if self.process:
            # At once: what it holds is thrown away with its folder.
            self.process.send_signal(signal.SIGQUIT)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


@contextmanager
def postgres() -> Iterator[Server]:
    tools, user = _tools(), _user()
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        folder = Path(name)
        if user:
            shutil.chown(folder, user)
        subprocess.run(
            [tools / "initdb", "-D", folder / "data", "--auth=trust", "--no-sync", "--encoding=UTF8"],
            user=user,
            cwd=folder,
            check=True,
            capture_output=True,
            timeout=_PATIENCE,
        )
        server = Server(tools, folder, user)
        server.start()
        try:
            yield server
        finally:
            server.stop()


class Sessions:
    """Who is at the database with this URL, besides whoever asks."""

    def __init__(self, url: str) -> None:
        self._engine = create_engine(url, isolation_level="AUTOCOMMIT")

    def now(self) -> datetime:
        """The server's own time."""
        with self._engine.connect() as connection:
            now: datetime = connection.scalar(text("SELECT clock_timestamp()"))
            return now

    def wait_for_the_end_of_those_before(self, moment: datetime) -> None:
        """What somebody who was killed had asked for may still be done, until the server has noticed that they are gone."""
        asked = text(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
            " AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND backend_start < :moment"
        )
        ends = time.monotonic() + _PATIENCE
        with self._engine.connect() as connection:
            while connection.scalar(asked, {"moment": moment}):
                assert time.monotonic() < ends, "a session does not end"
                time.sleep(0.01)

    def close(self) -> None:
        self._engine.dispose()
