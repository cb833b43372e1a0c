"""A hub of the plainest kind for one seat, which answers what it is told to, and notes what it was asked."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COOKIE = "plats=hemlig"


@dataclass
class Plain:
    """What it says. `instead` are answers that come before all others: a status, and JSON or a page."""

    url: str = ""
    state: dict[str, Any] = field(default_factory=dict)
    rev: int = 0
    instead: dict[str, tuple[int, object]] = field(default_factory=dict)
    asked: list[tuple[str, object]] = field(default_factory=list)
    cookies: list[str] = field(default_factory=list)
    news: Condition = field(default_factory=Condition)

    def says(self, **state: object) -> None:
        """The lesson is like that now."""
        with self.news:
            self.rev += 1
            self.state = {"v": 1, "rev": self.rev, "symbol": "star-fox", **state}

    def fails(self, what: str, status: int, value: object) -> None:
        """From now on this is answered so."""
        with self.news:
            self.instead[what] = status, value

    def mends(self) -> None:
        """All is well again."""
        with self.news:
            self.instead.clear()

    def sent(self, what: str) -> list[object]:
        """All that came to one address."""
        with self.news:
            return [body for path, body in self.asked if path == what]

    def until(self, there: Callable[[], bool]) -> None:
        """Waits until something has come."""
        with self.news:
            assert self.news.wait_for(there, 20)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    hub: Plain

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        self._answered()

    def do_POST(self) -> None:
        self._answered()

    def _answered(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        what = self.path.rpartition("/")[2].partition("?")[0]
        with self.hub.news:
            self.hub.asked.append((what, json.loads(body) if body else self.path))
            self.hub.cookies.append(self.headers.get("cookie", ""))
            status, value = self.hub.instead.get(what) or self._well(what)
            self.hub.news.notify_all()
        data = value if isinstance(value, bytes) else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-length", str(len(data)))
        if what == "join" and status == 200:
            self.send_header("set-cookie", f"{COOKIE}; HttpOnly; SameSite=Strict; Path=/s/K4TJA7")
        if status == 302:
            self.send_header("location", f"{self.hub.url}/somewhere/else")
        self.end_headers()
        self.wfile.write(data)

    def _well(self, what: str) -> tuple[int, object]:
        match what:
            case "join":
                return 200, {"symbol": "star-fox"}
            case "state" if self.path.endswith(f"={self.hub.rev}"):
                return 200, {"rev": self.hub.rev}
            case "state":
                return 200, self.hub.state
            case _:
                return 200, {"stored": True}


@contextmanager
def plain_hub() -> Iterator[Plain]:
    """One that listens on this computer alone."""
    hub = Plain()
    hub.says(phase="lobby", step=None)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"hub": hub}))
    server.daemon_threads = True
    hub.url = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
