"""A real hub, as a process of its own on this computer alone, and a stage and pupils who talk to it."""

from __future__ import annotations

import json
import os
import socket
import ssl
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).parents[2]
INVITE = "inbjudan-till-testet"
VOTE: dict[str, object] = {
    "id": "val:1",
    "kind": "vote",
    "title": {"sv": "Vad gör du?", "en": "What do you do?"},
    "options": [{"sv": "Lyssna"}, {"sv": "Gå"}, {"sv": "Skratta"}],
    "place": [1, 2],
}
LINE: dict[str, object] = {"id": "rad:1", "kind": "line", "text": {"sv": "Var är du?"}}


@dataclass(slots=True)
class Process:
    """A hub that runs."""

    own: subprocess.Popen[bytes]
    pupils: str
    teachers: str
    database: Path
    teacher_port: int
    pupil_port: int

    def kill(self) -> None:
        self.own.kill()
        self.own.wait()
        self.close()

    def close(self) -> None:
        for pipe in (self.own.stdin, self.own.stdout, self.own.stderr):
            if pipe:
                pipe.close()


def _process(asked: dict[str, object]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.lesson.hub_program", json.dumps(asked)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "BERATTA_INVITE": INVITE},
    )


def start(database: Path, *, pupil_port: int = 0, teacher_port: int = 0, **more: object) -> Process:
    """Starts one beside a stage, and waits until it listens."""
    own = _process(
        {
            "embedded": True,
            "database": str(database),
            "host": "127.0.0.1",
            "ports": [pupil_port],
            "teacher_port": teacher_port,
            **more,
        }
    )
    assert own.stdout
    line = own.stdout.readline()
    if not line:
        _, said = own.communicate(timeout=10)
        raise AssertionError(said.decode())
    ports = json.loads(line)
    pupils, teachers = ports["pupils"], ports["teachers"]
    addresses = f"http://127.0.0.1:{pupils}", f"http://127.0.0.1:{teachers}"
    return Process(own, addresses[0], addresses[1], database, teachers, pupils)


_CLIENTS: list[httpx.Client] = []
_ANY = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For connections that are not encrypted; to make one each time takes longer than what is asked."""


def client() -> httpx.Client:
    """Somebody with cookies of their own, until the hub is stopped."""
    made = httpx.Client(trust_env=False, timeout=30, verify=_ANY)
    _CLIENTS.append(made)
    return made


def free_port() -> int:
    """One that nobody listens at now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def municipal(url: str, port: int = 0, **more: object) -> Iterator[Process]:
    """A hub as a municipality has it, with one address for all."""
    port = port or free_port()
    own = _process({"embedded": False, "database": url, "port": port, **more})
    base = f"http://127.0.0.1:{port}"
    hub = Process(own, base, base, Path(url), port, port)
    try:
        until_healthy(hub)
        yield hub
    finally:
        hub.kill()
        _close_clients()


def until_healthy(hub: Process) -> None:
    """Waits until it answers."""
    ends = time.monotonic() + 60
    while True:
        try:
            client().get(f"{hub.pupils}/halsa")
        except httpx.HTTPError:
            assert hub.own.poll() is None, "the hub did not start"
            assert time.monotonic() < ends, "the hub does not answer"
            time.sleep(0.05)
        else:
            return


@contextmanager
def running(database: Path, **more: float) -> Iterator[Process]:
    hub = start(database, pupil_port=0, teacher_port=0, **more)
    try:
        yield hub
    finally:
        if hub.own.poll() is None:
            hub.kill()
        hub.close()
        _close_clients()


def _close_clients() -> None:
    while _CLIENTS:
        _CLIENTS.pop().close()


@dataclass(slots=True)
class Stage:
    """Whoever commands a lesson."""

    base: str
    id: str
    code: str
    key: str
    seq: int = 0
    http: httpx.Client = field(default_factory=client)

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.key}"}

    def send(self, seq: int, command: Mapping[str, object]) -> httpx.Response:
        body = {"seq": seq, "command": command}
        return self.http.post(f"{self.base}/t/{self.id}/command", json=body, headers=self.headers)

    def tell(self, do: str, **fields: object) -> Any:
        self.seq += 1
        response = self.send(self.seq, {"do": do, **fields})
        assert response.status_code == 200, response.text
        return response.json()

    def state(self, path: str = "state") -> Any:
        response = self.http.get(f"{self.base}/t/{self.id}/{path}", headers=self.headers)
        assert response.status_code == 200, response.text
        return response.json()


def begin(teachers: str, places: int = 27, invite: str = INVITE) -> Stage:
    http = client()
    response = http.post(
        f"{teachers}/t/sessions",
        json={"places": places},
        headers={"Authorization": f"Bearer {invite}"},
    )
    assert response.status_code == 201, response.text
    made = response.json()
    return Stage(teachers, made["id"], made["code"], made["teacher_key"], http=http)


class Pupil:
    """A browser with its cookies; every request asks for JSON unless it says otherwise."""

    def __init__(self, hub: str, code: str) -> None:
        self.hub, self.base = hub, f"{hub}/s/{code}"
        self.http = client()

    def join(self) -> str:
        response = self.http.post(f"{self.base}/join", json={})
        assert response.status_code == 200, response.text
        symbol: str = response.json()["symbol"]
        return symbol

    def vote(self, choice: int | None, step: str = "val:1", number: int = 1) -> httpx.Response:
        body = {"step": step, "round": number, "choice": choice}
        return self.http.post(f"{self.base}/vote", json=body)

    def state(self, rev: int = -1, lang: str = "sv") -> Any:
        return self.http.get(f"{self.base}/state?rev={rev}&lang={lang}").json()

    def form(self, path: str, **fields: str) -> httpx.Response:
        return self.http.post(f"{self.base}{path}", data=fields, headers={"Accept": "text/html"})

    def page(self, path: str = "") -> httpx.Response:
        return self.http.get(f"{self.base}{path}", headers={"Accept": "text/html"})
