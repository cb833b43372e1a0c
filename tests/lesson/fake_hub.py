"""A hub of the plainest kind, for what a stage and its link must bear: it can lose answers, hold streams back and be killed.

As a program it is started as the embedded hub is; what it has done stands in its database, a file.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Event, Thread
from typing import Any

from game.lesson.errand import errand_in


@dataclass
class Fake:
    """What the hub knows, and how it misbehaves."""

    file: Path | None = None
    invite: str = "invited"
    done: list[dict[str, Any]] = field(default_factory=list)
    seq: int = 0
    key: str = ""
    joined: int = 0
    kept: str = ""
    ended: bool = False
    loses: int = 0
    """So many more commands are done without the stage being told."""
    refuses: int = 0
    """So many more requests are answered by a page to sign in to the network."""
    streams: bool = True
    """Whether streams get through."""
    streamed: int = 0
    asked: int = 0
    created: int = 0
    news: Condition = field(default_factory=Condition)

    def read(self) -> None:
        """What was done before the process was killed."""
        if self.file and self.file.exists() and self.file.read_text(encoding="utf-8"):
            found = json.loads(self.file.read_text(encoding="utf-8"))
            self.done, self.seq, self.key = found["done"], found["seq"], found["key"]
            self.joined, self.kept, self.ended = found["joined"], found["kept"], found["ended"]

    def save(self) -> None:
        """Writes all down, safe from a kill at any time."""
        if self.file:
            names = ("done", "seq", "key", "joined", "kept", "ended")
            new = self.file.with_suffix(".new")
            new.write_text(json.dumps({name: getattr(self, name) for name in names}), encoding="utf-8")
            new.replace(self.file)
        self.news.notify_all()

    @property
    def rev(self) -> int:
        """A number that grows with all that is new."""
        return len(self.done) + self.joined

    def state(self) -> dict[str, Any]:
        """What a stage is told."""
        return {
            "v": 1,
            "rev": self.rev,
            "seq": self.seq,
            "phase": "ended" if self.ended else "lobby",
            "step": "",
            "round": 1,
            "joined": self.joined,
            "answered": 0,
            "places": 40,
            "locked": False,
            "tally": None,
            "symbols": [f"symbol-{number}" for number in range(self.joined)],
            "scenes": {},
            "sums": {},
            "kept": self.kept,
        }


class Handler(BaseHTTPRequestHandler):
    """Both listeners of the hub in one."""

    protocol_version = "HTTP/1.1"
    hub: Fake

    def log_message(self, *_: object) -> None:
        """Says nothing."""

    def do_GET(self) -> None:
        """State, stream, and whether it is there."""
        hub = self.hub
        if self._portal():
            return
        if self.path == "/halsa":
            self._json(200, {"ok": True})
        elif not self._knows(hub.key):
            self._json(403, {"error": "no"})
        elif self.path.endswith("/events"):
            self._stream()
        else:
            with hub.news:
                hub.asked += 1
                new = f"rev={hub.rev}" != self.path.partition("?")[2]
                state = hub.state() if new else {"rev": hub.rev}
            self._json(200, state)

    def do_POST(self) -> None:
        """A session, a command, a pupil."""
        hub = self.hub
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])) or "{}")
        if self._portal():
            return
        with hub.news:
            if self.path == "/join":
                hub.joined += 1
                hub.save()
                self._json(200, {})
            elif self.path == "/t/sessions" and self._knows(hub.invite):
                hub.created += 1
                hub.key = f"key-{os.getpid()}-{hub.created}"
                hub.done, hub.seq, hub.ended, hub.kept = [], 0, False, ""
                hub.save()
                self._json(201, {"id": "lesson-1", "code": "ABC234", "teacher_key": hub.key})
            elif self.path.endswith("/command") and self._knows(hub.key):
                self._command(body)
            else:
                self._json(403, {"error": "no"})

    def _command(self, body: dict[str, Any]) -> None:
        hub = self.hub
        if body["seq"] > hub.seq + 1 or body["seq"] < hub.seq:
            self._json(409, {"expected": hub.seq + 1})
            return
        if body["seq"] == hub.seq + 1:
            hub.seq += 1
            hub.done.append(body["command"])
            hub.kept = body["command"].get("text", hub.kept) if body["command"]["do"] == "keep" else hub.kept
            hub.ended = body["command"]["do"] == "end"
            hub.save()
        if hub.loses:
            hub.loses -= 1
            self.close_connection = True
            return
        self._json(200, {"done": True, "seq": hub.seq, "rev": hub.rev})

    def _portal(self) -> bool:
        if not self.hub.refuses:
            return False
        self.hub.refuses -= 1
        self._send(200, b"<html>Logga in</html>", "text/html")
        return True

    def _stream(self) -> None:
        hub = self.hub
        with hub.news:
            hub.streamed += 1
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        told = -1
        while True:
            with hub.news:
                news = hub.state() if hub.streams and hub.rev != told else None
                told = news["rev"] if news else told
                if not news:
                    hub.news.wait(0.1)
            try:
                self.wfile.write(f"data: {json.dumps(news)}\n\n".encode() if news else b": alive\n\n")
            except OSError:
                return

    def _knows(self, key: str) -> bool:
        return bool(key) and self.headers["Authorization"] == f"Bearer {key}"

    def _json(self, status: int, value: dict[str, Any]) -> None:
        self._send(status, json.dumps(value).encode(), "application/json")

    def _send(self, status: int, data: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Server(ThreadingHTTPServer):
    """A listener that is gone as soon as it is closed."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_: object) -> None:
        """A stage that hangs up is no news."""


def serve(fake: Fake, host: str = "127.0.0.1", port: int = 0) -> Server:
    """Listens in a thread; the port is `server.server_port`. Raises OSError where the port is taken."""
    server = Server((host, port), type("Handler", (Handler,), {"hub": fake}))
    Thread(target=lambda: server.serve_forever(0.02), daemon=True).start()
    return server


def main() -> None:
    """The program."""
    line = sys.stdin.buffer.readline()
    if not line:
        return
    errand = errand_in(line)
    file = Path(errand.database)
    fake = Fake(file, errand.invite)
    fake.read()
    pupils = next(filter(None, (_tried(fake, port) for port in errand.ports)))
    teachers = _tried(fake, errand.teacher_port) or serve(fake)
    file.touch()
    print(json.dumps({"pupils": pupils.server_port, "teachers": teachers.server_port}), flush=True)
    sys.stdin.read()
    if fake.key and not fake.ended:
        Event().wait(60)


def _tried(fake: Fake, port: int) -> Server | None:
    try:
        return serve(fake, port=port)
    except OSError:
        return None


if __name__ == "__main__":
    main()
