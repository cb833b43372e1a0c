"""kill -9 of a hub while a class answers: whatever it acknowledged must be there when it is started again."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpx

from tests.lesson.postgres import Sessions
from tests.lesson.running import INVITE, ROOT, VOTE, begin, client, free_port

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.lesson.running import Stage

CHOICES = 3
_PATIENCE = 60.0


@dataclass(frozen=True, slots=True)
class Hub:
    """A hub that can be killed."""

    pid: int
    pupil_port: int
    teacher_port: int

    def kill(self) -> None:
        os.kill(self.pid, signal.SIGKILL)
        with contextlib.suppress(ProcessLookupError):
            while True:
                os.kill(self.pid, 0)
                time.sleep(0.001)


class Nursery:
    """Has loaded all that a hub needs, so that each one is there in a moment.

    A hub on a file is one beside a stage; one on the database at a URL is a municipality's.
    """

    def __init__(self, database: Path | str) -> None:
        self._database = database
        self._sessions = Sessions(database) if isinstance(database, str) else None
        self._own = subprocess.Popen(
            [sys.executable, "-m", "tests.lesson.hub_nursery"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "BERATTA_INVITE": INVITE},
        )

    def start(self, pupils: int = 0, teachers: int = 0) -> Hub:
        """A hub at these ports, once it answers, and once nothing is left of what an earlier one asked of its database."""
        if self._sessions is None:
            ask = {"embedded": True, "host": "127.0.0.1", "ports": [pupils], "teacher_port": teachers}
            pid = self._born(ask)
            ports = json.loads(self._line())
            return Hub(pid, ports["pupils"], ports["teachers"])
        killed = self._sessions.now()
        port = pupils or free_port()
        hub = Hub(self._born({"embedded": False, "port": port}), port, port)
        _until_it_answers(hub)
        self._sessions.wait_for_the_end_of_those_before(killed)
        return hub

    def _born(self, ask: dict[str, object]) -> int:
        assert self._own.stdin
        self._own.stdin.write(json.dumps({"database": str(self._database), **ask}).encode() + b"\n")
        self._own.stdin.flush()
        return int(self._line())

    def _line(self) -> bytes:
        assert self._own.stdout
        return self._own.stdout.readline()

    def close(self) -> None:
        self._own.communicate()
        if self._sessions:
            self._sessions.close()


def _until_it_answers(hub: Hub) -> None:
    ends = time.monotonic() + _PATIENCE
    with httpx.Client(trust_env=False, timeout=_PATIENCE) as http:
        while True:
            try:
                http.get(f"http://127.0.0.1:{hub.pupil_port}/halsa")
            except httpx.HTTPError:
                assert time.monotonic() < ends, "the hub does not answer"
                time.sleep(0.01)
            else:
                return


@contextlib.contextmanager
def nursery(database: Path | str) -> Iterator[Nursery]:
    made = Nursery(database)
    try:
        yield made
    finally:
        made.close()


@dataclass(slots=True)
class Voter:
    """Answers again and again, and remembers the last answer that was acknowledged, and those that may have come since."""

    base: str
    chance: random.Random
    http: httpx.Client = field(default_factory=client)
    acknowledged: int | None = None
    maybe: set[int | None] = field(default_factory=set)
    votes: int = 0

    def join(self) -> None:
        assert self.http.post(f"{self.base}/join", json={}).status_code == 200

    def vote(self) -> bool:
        """False when the hub is gone."""
        choice = self.chance.randrange(CHOICES)
        self.maybe.add(choice)
        try:
            body = {"step": VOTE["id"], "round": 1, "choice": choice}
            answer = self.http.post(f"{self.base}/vote", json=body)
        except httpx.HTTPError:
            return False
        if answer.status_code == 200:
            self.acknowledged, self.maybe = choice, set()
            self.votes += 1
        return True

    def lost(self) -> bool:
        """Whether what the hub remembers is neither what it acknowledged nor what was on its way when it was killed."""
        mine = self.http.get(f"{self.base}/state").json()["mine"]
        kept = mine == self.acknowledged or mine in self.maybe
        self.acknowledged, self.maybe = mine, set()
        return not kept


@dataclass(slots=True)
class Killed:
    """What came of it."""

    kills: int = 0
    votes: int = 0
    lost: int = 0
    commands: int = 0
    commands_lost: int = 0


def kill_again_and_again(
    database: Path | str, times: int, seed: int, voters: int = 4, *, longest: float = 0.4
) -> Killed:
    """Kills a hub so many times, each time at another moment between or within requests."""
    with nursery(database) as hubs:
        return _killed(hubs, times, random.Random(seed), voters, longest)


def _killed(hubs: Nursery, times: int, chance: random.Random, voters: int, longest: float) -> Killed:
    result, hub = Killed(), hubs.start()
    stage = begin(f"http://127.0.0.1:{hub.teacher_port}")
    stage.tell("open", step=VOTE)
    base = f"http://127.0.0.1:{hub.pupil_port}/s/{stage.code}"
    class_ = [Voter(base, random.Random(chance.random())) for _ in range(voters)]
    for each in class_:
        each.join()
    for _ in range(times):
        _kill_once(hub, stage, class_, chance.uniform(0.0, longest), result)
        hub = hubs.start(hub.pupil_port, hub.teacher_port)
        _compare(stage, class_, result)
    result.votes = sum(each.votes for each in class_)
    hub.kill()
    for each in class_:
        each.http.close()
    stage.http.close()
    return result


def _kill_once(hub: Hub, stage: Stage, class_: list[Voter], after: float, result: Killed) -> None:
    over = threading.Event()

    def votes(voter: Voter) -> None:
        while not over.is_set() and voter.vote():
            pass

    def commands() -> None:
        while not over.is_set():
            try:
                if stage.send(stage.seq + 1, {"do": "keep", "text": str(stage.seq + 1)}).status_code == 200:
                    stage.seq += 1
                    result.commands += 1
            except httpx.HTTPError:
                return

    threads = [threading.Thread(target=votes, args=(each,)) for each in class_]
    threads.append(threading.Thread(target=commands))
    for each in threads:
        each.start()
    over.wait(after)
    hub.kill()
    over.set()
    for each in threads:
        each.join()
    result.kills += 1


def _compare(stage: Stage, class_: list[Voter], result: Killed) -> None:
    result.lost += sum(each.lost() for each in class_)
    state = stage.state()
    # The one that was on its way may have been done; it is never done twice, and none before it is missing.
    result.commands_lost += state["seq"] not in {stage.seq, stage.seq + 1} or int(state["kept"] or 0) != (
        state["seq"] if state["seq"] > 1 else 0
    )
    stage.seq = state["seq"]
