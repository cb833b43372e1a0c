"""The thread that writes."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from game.lesson.database import opened
from game.lesson.writer import AT_ONCE, BusyError, Writer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = opened(f"sqlite:///{tmp_path / 'lessons.sqlite'}")
    with made.begin() as connection:
        connection.execute(text("CREATE TABLE notes (note INTEGER)"))
    yield made
    made.dispose()


def add(connection: Connection, number: int = 1) -> int:
    connection.execute(text("INSERT INTO notes VALUES (:number)"), {"number": number})
    return number


def notes(engine: Engine) -> int:
    with engine.connect() as connection:
        return int(connection.scalar(text("SELECT count(*) FROM notes")) or 0)


class Held:
    """Holds the writer until it is let go, so that what is asked for meanwhile is gathered."""

    def __init__(self, writer: Writer) -> None:
        self._go, began = threading.Event(), threading.Event()

        def wait(_: Connection) -> None:
            began.set()
            assert self._go.wait(20)

        writer.submit("", wait)
        assert began.wait(20)

    def release(self) -> None:
        self._go.set()


def test_what_is_asked_at_the_same_time_is_one_transaction(engine: Engine) -> None:
    written: list[frozenset[str]] = []
    writer = Writer(engine, written.append)
    held = Held(writer)
    answers = [writer.submit(f"lektion {each % 3}", add) for each in range(AT_ONCE)]
    held.release()
    assert [each.result(20) for each in answers] == [1] * AT_ONCE
    writer.close()
    assert written == [frozenset({""}), frozenset({"lektion 0", "lektion 1", "lektion 2"})]
    assert notes(engine) == AT_ONCE


def test_an_answer_comes_after_the_commit(engine: Engine) -> None:
    writer = Writer(engine, lambda _: None)
    for number in range(1, 6):
        writer.submit("a", add).result(20)
        assert notes(engine) == number
    writer.close()


def test_an_operation_that_fails_by_itself_takes_no_other_along(engine: Engine) -> None:
    writer = Writer(engine, lambda _: None)
    held = Held(writer)

    def fails(connection: Connection) -> None:
        add(connection)
        raise ZeroDivisionError

    good, bad, last = writer.submit("a", add), writer.submit("b", fails), writer.submit("c", add)
    held.release()
    assert (good.result(20), last.result(20)) == (1, 1)
    with pytest.raises(ZeroDivisionError):
        bad.result(20)
    writer.close()
    assert notes(engine) == 2


def test_when_the_database_fails_all_are_told_and_the_next_is_tried_anew(engine: Engine) -> None:
    writer = Writer(engine, lambda _: None)
    held = Held(writer)

    def full(_: Connection) -> int:
        raise OperationalError("", {}, Exception("database or disk is full"))

    refused = [writer.submit("a", add), writer.submit("b", full)]
    held.release()
    for each in refused:
        with pytest.raises(BusyError):
            each.result(20)
    assert writer.submit("a", add).result(20) == 1
    writer.close()
    assert notes(engine) == 1


def test_what_is_asked_for_before_it_closes_is_written(engine: Engine) -> None:
    writer = Writer(engine, lambda _: None)
    answers = [writer.submit("a", add) for _ in range(50)]
    writer.close()
    assert all(each.done() for each in answers)
    assert notes(engine) == 50
