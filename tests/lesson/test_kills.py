"""kill -9 of the hub: a thousand times with `python -m tests.benchmarks.lesson_kills`, here a few."""

from __future__ import annotations

import contextlib
import random
import signal
import sqlite3
import sys
from typing import TYPE_CHECKING

import pytest

from tests.lesson.killing import Voter, kill_again_and_again, nursery
from tests.lesson.postgres import postgres
from tests.lesson.running import VOTE, Pupil, begin, running, start

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9"),
    pytest.mark.xdist_group("hub killed"),
]


def test_no_answer_and_no_command_that_was_acknowledged_is_lost_by_a_kill(tmp_path: Path) -> None:
    killed = kill_again_and_again(tmp_path / "lessons.sqlite", 5, random.randrange(2**32))
    assert killed.votes > 0
    assert (killed.kills, killed.lost, killed.commands_lost) == (5, 0, 0)


def test_nor_is_one_lost_of_a_municipality_whose_hub_is_killed() -> None:
    with postgres() as server:
        killed = kill_again_and_again(server.fresh(), 5, random.randrange(2**32))
    assert killed.votes > 0
    assert (killed.kills, killed.lost, killed.commands_lost) == (5, 0, 0)


def test_after_a_kill_the_lesson_goes_on_where_it_was_on_the_same_ports(tmp_path: Path) -> None:
    with running(tmp_path / "lessons.sqlite") as hub:
        stage = begin(hub.teachers)
        pupil = Pupil(hub.pupils, stage.code)
        symbol = pupil.join()
        stage.tell("open", step=VOTE)
        stage.tell("keep", text="väg")
        pupil.vote(1)
        before = stage.state()
        hub.kill()
        again = start(hub.database, pupil_port=hub.pupil_port, teacher_port=hub.teacher_port)
        try:
            assert stage.state() == before
            assert (pupil.state()["mine"], pupil.join()) == (1, symbol)
            assert pupil.vote(2).status_code == 200
        finally:
            again.kill()


def test_a_hub_without_its_stage_goes_on_for_a_while_and_then_deletes_all(tmp_path: Path) -> None:
    with running(tmp_path / "lessons.sqlite", orphan_minutes=0.02) as hub:
        stage = begin(hub.teachers)
        Pupil(hub.pupils, stage.code).join()
        assert hub.own.stdin
        hub.own.stdin.close()
        assert hub.own.wait(20) == 0
        assert list(tmp_path.iterdir()) == []


def test_a_hub_that_is_told_to_stop_keeps_its_lesson_for_the_next(tmp_path: Path) -> None:
    with running(tmp_path / "lessons.sqlite") as hub:
        stage = begin(hub.teachers)
        Pupil(hub.pupils, stage.code).join()
        hub.own.send_signal(signal.SIGTERM)
        assert hub.own.wait(20) == 0
        again = start(hub.database, pupil_port=hub.pupil_port, teacher_port=hub.teacher_port)
        try:
            assert stage.state()["joined"] == 1
        finally:
            again.kill()


def test_a_port_that_is_taken_is_passed_over(tmp_path: Path) -> None:
    with running(tmp_path / "one.sqlite") as hub:
        other = start(tmp_path / "two.sqlite", ports=[hub.pupil_port, 0])
        try:
            assert other.pupil_port != hub.pupil_port
        finally:
            other.kill()


def test_an_answer_that_was_lost_would_be_noticed(tmp_path: Path) -> None:
    database = tmp_path / "lessons.sqlite"
    with nursery(database) as hubs:
        hub = hubs.start()
        stage = begin(f"http://127.0.0.1:{hub.teacher_port}")
        stage.tell("open", step=VOTE)
        voter = Voter(f"http://127.0.0.1:{hub.pupil_port}/s/{stage.code}", random.Random(1))
        voter.join()
        assert voter.vote()
        hub.kill()
        with contextlib.closing(sqlite3.connect(database)) as own:
            own.execute("DELETE FROM votes")
            own.commit()
        hub = hubs.start(hub.pupil_port, hub.teacher_port)
        assert voter.lost()
        hub.kill()
        voter.http.close()
        stage.http.close()
