"""A municipality's hub: several workers on one PostgreSQL, and what happens when one of them, or the database, is gone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.lesson.postgres import Server, postgres
from tests.lesson.running import VOTE, Pupil, begin, municipal

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.xdist_group("postgres")


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with postgres() as running:
        yield running


def test_who_comes_to_one_worker_and_who_to_another_are_in_the_same_lesson(server: Server) -> None:
    url = server.fresh()
    with municipal(url) as one, municipal(url) as other:
        stage = begin(one.teachers)
        class_ = [Pupil(hub.pupils, stage.code) for hub in (one, other) * 3]
        with stage.http.stream("GET", f"{one.teachers}/t/{stage.id}/events", headers=stage.headers) as stream:
            lines = (line for line in stream.iter_lines() if line.startswith("data"))
            assert json.loads(next(lines)[6:])["joined"] == 0
            for each in class_:
                each.join()
            joined = next(each for each in lines if json.loads(each[6:])["joined"] == 6)
            assert joined
        stage.tell("open", step=VOTE)
        for each in class_:
            assert each.vote(1).json()["stored"]
            assert each.state()["mine"] == 1
        stage.tell("reveal")
        assert {str(each.state()["tally"]) for each in class_} == {str(stage.state()["tally"])}


def test_a_worker_that_was_killed_loses_nothing_that_it_acknowledged(server: Server) -> None:
    url = server.fresh()
    with municipal(url) as one, municipal(url) as other:
        stage = begin(other.teachers)
        pupil = Pupil(one.pupils, stage.code)
        symbol = pupil.join()
        stage.tell("open", step=VOTE)
        assert pupil.vote(2).json()["stored"]
        one.kill()
        assert (stage.state()["answered"], stage.state()["symbols"]) == (1, [symbol])


def test_while_the_database_is_gone_it_is_said_so_and_afterwards_all_goes_on() -> None:
    with postgres() as own, municipal(own.fresh()) as hub:
        stage = begin(hub.teachers)
        pupil = Pupil(hub.pupils, stage.code)
        pupil.join()
        stage.tell("open", step=VOTE)
        assert pupil.vote(1).status_code == 200
        own.stop()
        assert pupil.vote(2).json()["error"] == "busy"
        assert pupil.http.get(f"{pupil.base}/state").status_code == 503
        own.start()
        assert pupil.state()["mine"] == 1
        assert pupil.vote(2).json()["stored"]
