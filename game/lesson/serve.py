"""Runs a hub: beside a stage, for one classroom, or by itself, for a municipality. Nothing is logged about who comes."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import sys
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from sqlalchemy import delete
from sqlalchemy.exc import SQLAlchemyError

from game.lesson.apps import make_app, pupils_app, teachers_app
from game.lesson.database import opened
from game.lesson.guard import Origins
from game.lesson.hub import Hub
from game.lesson.patience import PatientProtocol
from game.lesson.schema import lessons

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import IO

    from sqlalchemy import Connection
    from starlette.types import ASGIApp

    from game.lesson.answers import Answers
    from game.lesson.web_pages import WebPages

LOOPBACK = "127.0.0.1"
_EVERYWHERE = "0.0.0.0"  # noqa: S104 - pupils' devices are elsewhere
_CONNECTIONS = 8000
_LOOK = 0.2
_GOODBYE = 0.6
"""Seconds in which pupils' pages hear that the lesson is over."""


@dataclass(frozen=True, slots=True)
class Embedded:
    """A hub beside a stage. Pupils are listened to at the first of `ports` that is free (0 is any), stages at `teacher_port`,
    or any where that is taken, and only on this computer.

    When the stage is gone without having ended its lesson, the hub waits for another one for `orphan_minutes`.
    """

    database: Path
    invite: str
    ports: tuple[int, ...] = (0,)
    teacher_port: int = 0
    orphan_minutes: float = 0.0
    host: str = _EVERYWHERE


@dataclass(frozen=True, slots=True)
class Municipal:
    """A hub by itself. `names` are what it may be called by ("beratta.skola.se"); `proxies` the addresses of those who may
    say where a request came from, and whether by HTTPS.
    """

    database: str
    invite: str
    host: str = LOOPBACK
    port: int = 8000
    names: frozenset[str] = frozenset()
    proxies: tuple[str, ...] = ()


class CannotServeError(Exception):
    """The hub cannot start; the text says why, to IT."""


def make_ready() -> None:
    """Loads what a hub beside a stage would load at its first request, so that it takes over at once."""
    opened("sqlite://").dispose()


def serve_embedded(what: Embedded, answers: Answers, stage: IO[bytes], game: WebPages | None = None) -> None:
    """Runs until `stage`, the hub's standard input, is closed and its lesson has ended. Says where it listens in one line.

    `game` is what can be played in a browser.
    """
    try:
        hub = Hub(opened(f"sqlite:///{what.database}"))
        pupils = _listening(what.host, what.ports)
        teachers = _listening(LOOPBACK, (what.teacher_port, 0))
    except (SQLAlchemyError, OSError) as error:
        raise CannotServeError(type(error).__name__) from error
    _allow_many_connections()
    ports = {"pupils": pupils.getsockname()[1], "teachers": teachers.getsockname()[1]}
    servers = [
        (_Server(pupils_app(hub, answers, Origins(addresses=True), game)), pupils),
        (_Server(teachers_app(hub, answers, what.invite)), teachers),
    ]
    asyncio.run(_run_embedded(what, hub, servers, stage, json.dumps(ports)))


def serve_hub(what: Municipal, answers: Answers, game: WebPages | None = None) -> None:
    """Runs until it is told to stop. Raises CannotServeError."""
    if not what.invite and what.host not in {LOOPBACK, "::1", "localhost"}:
        raise CannotServeError("an invitation is needed where others than this computer can reach the hub")
    try:
        hub = Hub(opened(what.database))
        own = _listening(what.host, (what.port,))
    except (SQLAlchemyError, OSError, ModuleNotFoundError) as error:
        raise CannotServeError(f"{type(error).__name__}: {_first_line(error)}") from error
    _allow_many_connections()
    app = make_app(hub, answers, what.invite, Origins(what.names), game)
    server = _Server(app, lifespan="on", proxies=what.proxies)
    asyncio.run(_run_hub(server, own))


def _first_line(error: Exception) -> str:
    """What a database says, without the statement that it was asked."""
    return str(error).partition("\n")[0]


class _Server(uvicorn.Server):
    """uvicorn, without logs, and without a will of its own about signals."""

    def __init__(self, app: ASGIApp, lifespan: str = "off", proxies: Sequence[str] = ()) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                http=PatientProtocol,
                loop="asyncio",
                ws="none",
                lifespan="on" if lifespan == "on" else "off",
                log_config=None,
                log_level="critical",
                access_log=False,
                proxy_headers=bool(proxies),
                forwarded_allow_ips=list(proxies),
                server_header=False,
                limit_concurrency=_CONNECTIONS,
                h11_max_incomplete_event_size=16 * 1024,
                timeout_keep_alive=30,
                timeout_graceful_shutdown=1,
            )
        )

        self.listening = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begins to listen."""
        await super().startup(sockets)
        self.listening.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals are for the whole process."""
        yield


async def _run_embedded(
    what: Embedded, hub: Hub, servers: list[tuple[_Server, socket.socket]], stage: IO[bytes], line: str
) -> None:
    await hub.start()
    stopped, gone = asyncio.Event(), asyncio.Event()
    _on_signals(stopped)
    _on_end(stage, gone)
    running = [asyncio.create_task(server.serve([own])) for server, own in servers]
    await asyncio.gather(*(server.listening.wait() for server, _ in servers))
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
    left = await _until_over(what, hub, stopped, gone)
    for server, _ in servers:
        server.should_exit = True
    await asyncio.gather(*running)
    if left:
        await hub.ask_all(_delete_all)
    await hub.stop()
    if left:
        _delete_files(what.database)


def _delete_files(database: Path) -> None:
    for each in ("", "-wal", "-shm"):
        Path(f"{database}{each}").unlink(missing_ok=True)


async def _until_over(what: Embedded, hub: Hub, stopped: asyncio.Event, gone: asyncio.Event) -> bool:
    """Waits until the hub is to end. Says whether a lesson was left alone for so long that all is to be deleted."""
    loop = asyncio.get_running_loop()
    alone_since: float | None = None
    while not stopped.is_set():
        if gone.is_set():
            alone_since = loop.time() if alone_since is None else alone_since
            if await hub.boards.all_ended():
                await asyncio.sleep(_GOODBYE)
                return False
            if loop.time() - alone_since >= what.orphan_minutes * 60:
                return True
        await asyncio.sleep(_LOOK)
    return False


async def _run_hub(server: _Server, own: socket.socket) -> None:
    stopped = asyncio.Event()
    _on_signals(stopped)
    running = asyncio.create_task(server.serve([own]))
    waiting = asyncio.create_task(stopped.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    waiting.cancel()
    server.should_exit = True
    await running


def _delete_all(connection: Connection, now: float) -> None:
    del now
    connection.execute(delete(lessons))


def _on_signals(stopped: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for each in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(each, stopped.set)
        # Windows has no handlers in the loop; there the process is just ended, and loses nothing that it has told.
        except NotImplementedError:
            return


def _on_end(stage: IO[bytes], gone: asyncio.Event) -> None:
    """Sets an event when a file comes to its end."""
    loop = asyncio.get_running_loop()

    def read() -> None:
        # Past the file's own lock, which would hold the process up when it ends before the stage does.
        with contextlib.suppress(OSError, ValueError):
            while os.read(stage.fileno(), 1024):
                pass
        # The loop may have ended meanwhile.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(gone.set)

    threading.Thread(target=read, name="stage", daemon=True).start()


def _allow_many_connections() -> None:
    """As many open files as the system lets this process have: each pupil's page holds one."""
    if sys.platform != "win32":
        _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def _listening(host: str, ports: Sequence[int]) -> socket.socket:
    """A socket that listens at the first port that is free. Raises OSError where none is."""
    failed: OSError | None = None
    for port in ports:
        own = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
        # Windows would let two programs have the same port; elsewhere it only means not to wait for old connections.
        exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
        own.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR if exclusive is None else exclusive, 1)
        try:
            own.bind((host, port))
            own.listen(1024)
        except OSError as error:
            own.close()
            failed = error
        else:
            return own
    raise failed or OSError("no port was given")
