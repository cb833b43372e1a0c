"""One thread that writes: what many ask at the same time becomes one transaction, and is answered after its commit."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy.exc import OperationalError, SQLAlchemyError

from game.lesson.database import for_writing
from game.lesson.workers import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

T = TypeVar("T")

AT_ONCE = 200
"""Operations in one transaction."""
WAITING = 5000
"""Operations that may wait; more are refused at once."""


class BusyError(Exception):
    """Nothing was written: the database is full, locked or gone, or too much waits for it. It can be tried again."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """An operation on a lesson, and who waits for it."""

    lesson: str
    work: Callable[[Connection], Any]
    answer: Future[Any]


class Writer:
    """Writes until it is closed. `written` is told the lessons of each transaction after its commit, in the writer's thread."""

    def __init__(self, engine: Engine, written: Callable[[frozenset[str]], None]) -> None:
        self._engine = for_writing(engine)
        self._written = written
        self._asked: queue.Queue[_Asked | None] = queue.Queue(WAITING)
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def submit(self, lesson: str, work: Callable[[Connection], T]) -> Future[T]:
        """Asks for an operation; its result comes after it was committed, or else a BusyError."""
        answer: Future[T] = Future()
        try:
            self._asked.put_nowait(_Asked(lesson, work, answer))
        except queue.Full:
            answer.set_exception(BusyError())
        return answer

    def close(self) -> None:
        """Writes what was asked for, and stops."""
        self._asked.put(None)
        self._thread.join()

    def _run(self) -> None:
        while (first := self._asked.get()) is not None:
            batch, last = [first], False
            while len(batch) < AT_ONCE and not last:
                try:
                    more = self._asked.get_nowait()
                except queue.Empty:
                    break
                if more is None:
                    last = True
                else:
                    batch.append(more)
            self._write(batch)
            if last:
                return

    def _write(self, batch: list[_Asked]) -> None:
        """All in one transaction. Where one of them fails by itself, each gets its own."""
        live = [each for each in batch if each.answer.set_running_or_notify_cancel()]
        # Every worker takes the lessons' locks in the same order, so that none waits for another in a circle.
        live.sort(key=lambda each: each.lesson)
        try:
            self._commit(live)
        except OperationalError:
            _refuse(live)
        except Exception:  # noqa: BLE001 - whatever an operation raises belongs to that operation alone
            for each in live:
                self._alone(each)

    def _alone(self, asked: _Asked) -> None:
        try:
            self._commit([asked])
        except SQLAlchemyError:
            _refuse([asked])
        except Exception as error:  # noqa: BLE001 - it is handed to whoever asked
            asked.answer.set_exception(error)

    def _commit(self, live: list[_Asked]) -> None:
        touched = frozenset(each.lesson for each in live)
        with self._engine.begin() as connection:
            results = [each.work(connection) for each in live]
            announce(connection, touched)
        self._written(touched)
        for each, result in zip(live, results, strict=True):
            each.answer.set_result(result)


def _refuse(live: list[_Asked]) -> None:
    for each in live:
        each.answer.set_exception(BusyError())
