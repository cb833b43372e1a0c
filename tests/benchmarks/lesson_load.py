"""How many pupils one hub serves: `python -m tests.benchmarks.lesson_load [--quick] [--database postgresql]`.

Every pupil listens to a stream, and all answer within a few seconds. Hub, database and pupils share this computer's cores.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.benchmarks.table import Row, megabytes, ms, percent, render
from tests.lesson.postgres import DATABASES, POSTGRESQL, SQLITE, postgres
from tests.lesson.running import VOTE, begin, municipal, running

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.lesson.running import Process, Stage

SIZES = {SQLITE: [(1, 35), (1, 500), (1, 2000), (200, 27)], POSTGRESQL: [(1, 35), (1, 500)]}
"""Lessons, and pupils in each."""
SECONDS = 5.0
"""In which all answer."""
PLACES, CROWD = 30, 10_000
AT_ONCE = 32
"""Connections that answers are sent over."""


class Connection:
    """One that is kept alive, with nothing between it and the wire: what is measured is the hub."""

    async def open(self, port: int) -> None:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port, limit=2**22)

    async def post(self, path: str, value: object, cookie: str = "") -> tuple[bytes, bytes]:
        body = json.dumps(value).encode()
        shown = f"Cookie: plats={cookie}\r\n" if cookie else ""
        head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n{shown}"
        self.writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        answer = await self.reader.readuntil(b"\r\n\r\n")
        length = int(answer.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
        return answer, await self.reader.readexactly(length)

    async def listen(self, path: str, header: str) -> None:
        self.writer.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{header}\r\n\r\n".encode())
        await self.reader.readuntil(b"\r\n\r\n")


@dataclass(slots=True)
class Place:
    """A hub, and the process of the database server that it asks, None where it needs none."""

    hub: Process
    server: int | None = None

    def busy(self) -> tuple[float, float]:
        """Seconds of a core that the hub has used, and its database server with all its children."""
        return cpu(self.hub.own.pid), sum(cpu(each) for each in family(self.server)) if self.server else 0.0


@contextmanager
def place(kind: str) -> Iterator[Place]:
    """A hub with an empty database."""
    if kind == POSTGRESQL:
        with postgres() as server, municipal(server.fresh()) as hub:
            yield Place(hub, server.process.pid if server.process else None)
        return
    with tempfile.TemporaryDirectory() as folder, running(Path(folder) / "lessons.sqlite") as hub:
        yield Place(hub)


@dataclass(slots=True)
class Lesson:
    """A lesson that is answered in: its pupils' cookies, and when which answer was sent and when how many were on the projector."""

    stage: Stage
    cookies: list[str] = field(default_factory=list)
    sent: list[float] = field(default_factory=list)
    seen: list[tuple[float, int]] = field(default_factory=list)

    def to_projector(self) -> Iterator[float]:
        """For each answer the time until the stage knew of so many."""
        at = 0
        for number, sent in enumerate(sorted(self.sent), 1):
            while at < len(self.seen) and self.seen[at][1] < number:
                at += 1
            if at < len(self.seen):
                yield max(0.0, self.seen[at][0] - sent)


def at(share: float, times: list[float]) -> float:
    return sorted(times)[min(len(times) - 1, int(share * len(times)))] if times else 0.0


async def measured(where: Place, lessons: int, pupils: int) -> list[Row]:
    """The rows for so many lessons of so many pupils."""
    hub = where.hub
    class_ = [Lesson(begin(hub.teachers, pupils)) for _ in range(lessons)]
    ways = [Connection() for _ in range(AT_ONCE)]
    await asyncio.gather(*(each.open(hub.pupil_port) for each in ways))
    empty = memory(hub.own.pid)
    await spread(ways, [(each, None) for each in class_ for _ in range(pupils)], join)
    for each in class_:
        each.stage.tell("open", step=VOTE)
    streams = [asyncio.create_task(pupil(hub, each, cookie)) for each in class_ for cookie in each.cookies]
    streams += [asyncio.create_task(projector(hub, each)) for each in class_]
    await asyncio.sleep(3)
    before, began, acknowledged = where.busy(), time.monotonic(), list[float]()

    async def vote(way: Connection, lesson: Lesson, cookie: Any) -> None:
        sent = time.monotonic()
        body = {"step": VOTE["id"], "round": 1, "choice": random.randrange(3)}
        _, answer = await way.post(f"/s/{lesson.stage.code}/vote", body, cookie)
        assert b'"stored":true' in answer, answer
        lesson.sent.append(sent)
        acknowledged.append(time.monotonic() - sent)

    everybody = [(each, cookie) for each in class_ for cookie in each.cookies]
    random.shuffle(everybody)
    await spread(ways, everybody, vote, SECONDS)
    took = time.monotonic() - began
    busy = [(after - earlier) / took for earlier, after in zip(before, where.busy(), strict=True)]
    await asyncio.sleep(2)
    shown = [each for lesson in class_ for each in lesson.to_projector()]
    full = memory(hub.own.pid)
    for task in streams:
        task.cancel()
    await asyncio.gather(*streams, return_exceptions=True)
    name = f"{lessons} × {pupils} pupils"
    memory_each = (full - empty) * 1024 / lessons / pupils
    rows = [
        Row(f"{name}: votes a second", f"{len(acknowledged) / took:.0f}"),
        Row(f"{name}: vote to acknowledgement, p50, p99", quantiles(acknowledged)),
        Row(f"{name}: vote to projector, p50, p99", quantiles(shown)),
        Row(f"{name}: hub, of one core", percent(busy[0])),
        Row(f"{name}: memory, and for each pupil", f"{megabytes(full)}, {memory_each:.0f} kB"),
    ]
    return [*rows, Row(f"{name}: database server, of one core", percent(busy[1]))] if where.server else rows


def quantiles(times: list[float]) -> str:
    return f"{ms(at(0.5, times))}, {ms(at(0.99, times))}"


async def crowded(hub: Process) -> list[Row]:
    """A crowd at the door of a lesson with few places."""
    lesson, answers = Lesson(begin(hub.teachers, PLACES)), list[bytes]()
    ways = [Connection() for _ in range(AT_ONCE)]
    await asyncio.gather(*(each.open(hub.pupil_port) for each in ways))

    async def try_to(way: Connection, _: object, __: object) -> None:
        head, _body = await way.post(f"/s/{lesson.stage.code}/join", {})
        answers.append(head.split()[1])

    began = time.monotonic()
    await spread(ways, [(lesson, None)] * CROWD, try_to)
    took = time.monotonic() - began
    let_in, told = answers.count(b"200"), answers.count(b"409")
    return [
        Row(
            f"{CROWD} joins for {PLACES} places: let in, told that it is full",
            f"{let_in}, {told}",
            f"{PLACES}, the rest",
        ),
        Row("joins a second", f"{len(answers) / took:.0f}"),
    ]


async def spread(ways: list[Connection], todo: list[Any], do: Any, seconds: float = 0.0) -> None:
    """Does all over these connections, evenly within so many seconds."""
    began, queue = time.monotonic(), list(enumerate(todo))[::-1]

    async def work(way: Connection) -> None:
        while queue:
            number, (lesson, cookie) = queue.pop()
            await asyncio.sleep(max(0.0, began + seconds * number / len(todo) - time.monotonic()))
            await do(way, lesson, cookie)

    await asyncio.gather(*(work(each) for each in ways))


async def join(way: Connection, lesson: Lesson, _: object) -> None:
    head, _body = await way.post(f"/s/{lesson.stage.code}/join", {})
    lesson.cookies.append(head.partition(b"plats=")[2].partition(b";")[0].decode())


async def pupil(hub: Process, lesson: Lesson, cookie: str) -> None:
    way = Connection()
    await way.open(hub.pupil_port)
    await way.listen(f"/s/{lesson.stage.code}/events?lang=sv", f"Cookie: plats={cookie}\r\n")
    while await way.reader.read(65536):
        pass


async def projector(hub: Process, lesson: Lesson) -> None:
    way = Connection()
    await way.open(hub.teacher_port)
    await way.listen(f"/t/{lesson.stage.id}/events", f"Authorization: Bearer {lesson.stage.key}\r\n")
    while line := await way.reader.readline():
        if line.startswith(b"data"):
            lesson.seen.append((time.monotonic(), json.loads(line[6:])["answered"]))


def cpu(pid: int) -> float:
    """Seconds of a core that a process has used."""
    user, system = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def family(pid: int) -> list[int]:
    """A process and its children."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split()
    return [pid, *map(int, children)]


def memory(pid: int) -> float:
    """Megabytes that a process holds."""
    text = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    return int(text.partition("VmRSS:")[2].split()[0]) / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only to see that it works")
    parser.add_argument("--database", choices=DATABASES, default=SQLITE)
    asked = parser.parse_args()
    sizes = [(1, 5)] if asked.quick else SIZES[asked.database]
    rows: list[Row] = []
    for lessons, pupils in sizes:
        with place(asked.database) as where:
            found = asyncio.run(measured(where, lessons, pupils))
        # It takes long, and something may end it.
        print(render(found), file=sys.stderr, flush=True)
        rows += found
    with place(asked.database) as where:
        rows += asyncio.run(crowded(where.hub))
    print(render(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main())
