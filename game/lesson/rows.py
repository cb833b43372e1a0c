"""A lesson's rows, read and written: between the tables and what is decided with."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite

from game.lesson.commanding import Answer
from game.lesson.protocol import decode_tally, encode_step, encode_tally
from game.lesson.schema import lessons, steps, votes
from game.lesson.session import Lesson, StepRow, Told
from game.screens.lesson.wire import Kind, Phase, Tally

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Insert, Row, Table

    from game.lesson.protocol import StepTexts


@dataclass(frozen=True, slots=True)
class Found:
    """A lesson as it was read, and what its hashes are keyed with."""

    lesson: Lesson
    code: str
    secret: bytes
    key: bytes


_OF_LESSON = [each for each in lessons.c if each.name not in {"texts", "age", "touched"}]
_SELECT = (
    select(
        *_OF_LESSON,
        steps.c.kind,
        steps.c.options,
        steps.c.sensitive,
        steps.c.round,
        steps.c.revealed,
    )
    .select_from(lessons.outerjoin(steps, and_(steps.c.lesson == lessons.c.id, steps.c.id == lessons.c.step)))
    .where(lessons.c.id == bindparam("of"))
)
# By itself: after waiting for a lock, PostgreSQL would join the lesson's new row to a step's old one.
_LOCKED = select(lessons.c.id).where(lessons.c.id == bindparam("of")).with_for_update()


def find(connection: Connection, lesson: str, *, locked: bool) -> Found | None:
    """A lesson's own row; `locked` until the end of the transaction, so that no other worker changes it meanwhile."""
    if locked and connection.dialect.name != "sqlite":
        connection.execute(_LOCKED, {"of": lesson})
    row = connection.execute(_SELECT, {"of": lesson}).one_or_none()
    return row and Found(_lesson(row), row.code, row.secret, row.key)


def _lesson(row: Row[*tuple[Any, ...]]) -> Lesson:
    step = row.step and StepRow(row.step, Kind(row.kind), row.options, row.sensitive, row.round, row.revealed)
    return Lesson(
        places=row.places,
        rev=row.rev,
        seq=row.seq,
        last=row.last,
        phase=Phase(row.phase),
        paused=row.paused,
        locked=row.locked,
        step=step,
        shown=row.shown,
        joined=row.joined,
        answered=row.answered,
        tally=decode_tally(json.loads(row.tally)),
        kept=row.kept,
        sums=tuple(
            Told(name, tuple(of), decode_tally(tally) or Tally()) for name, of, tally in json.loads(row.sums)
        ),
    )


def columns(lesson: Lesson) -> dict[str, object]:
    """A lesson as it is stored."""
    return {
        "places": lesson.places,
        "rev": lesson.rev,
        "seq": lesson.seq,
        "last": lesson.last,
        "phase": lesson.phase.value,
        "paused": lesson.paused,
        "locked": lesson.locked,
        "step": lesson.step.id if lesson.step else None,
        "shown": lesson.shown,
        "joined": lesson.joined,
        "answered": lesson.answered,
        "tally": json.dumps(encode_tally(lesson.tally)),
        "kept": lesson.kept,
        "sums": json.dumps([[each.name, each.steps, encode_tally(each.tally)] for each in lesson.sums]),
    }


_COUNTED = (
    update(lessons)
    .where(lessons.c.id == bindparam("of"))
    .values(rev=bindparam("to_rev"), joined=bindparam("to_joined"), answered=bindparam("to_answered"))
)


def save_counts(connection: Connection, lesson: str, after: Lesson) -> None:
    """What changes when pupils come, go and answer."""
    values = {"to_rev": after.rev, "to_joined": after.joined, "to_answered": after.answered}
    connection.execute(_COUNTED, {"of": lesson, **values})


def save(connection: Connection, lesson: str, after: Lesson, texts: StepTexts | None) -> None:
    """All of a lesson's own row, and the texts that are now shown, where those are new."""
    values = columns(after)
    if texts:
        values["texts"] = json.dumps(encode_step(texts), ensure_ascii=False)
    connection.execute(update(lessons).where(lessons.c.id == lesson).values(**values))


def steps_of(connection: Connection, lesson: str, ids: Iterable[str]) -> dict[str, StepRow]:
    """The steps among these that have been shown."""
    found = connection.execute(select(steps).where(steps.c.lesson == lesson, steps.c.id.in_(list(ids))))
    return {
        row.id: StepRow(row.id, Kind(row.kind), row.options, row.sensitive, row.round, row.revealed)
        for row in found
    }


def answers_of(connection: Connection, lesson: str, ids: Iterable[str]) -> tuple[Answer, ...]:
    """The answers to these steps in their last rounds."""
    last = and_(steps.c.lesson == votes.c.lesson, steps.c.id == votes.c.step, steps.c.round == votes.c.round)
    found = connection.execute(
        select(votes.c.step, votes.c.voter, votes.c.choice)
        .select_from(votes.join(steps, last))
        .where(votes.c.lesson == lesson, votes.c.step.in_(list(ids)))
    )
    return tuple(Answer(row.step, row.voter, row.choice) for row in found)


def save_step(connection: Connection, lesson: str, row: StepRow) -> None:
    """A step that is new, or has changed."""
    values = {
        "lesson": lesson,
        "id": row.id,
        "kind": row.kind.value,
        "options": row.options,
        "sensitive": row.sensitive,
        "round": row.round,
        "revealed": row.revealed,
    }
    put(connection, steps, values)


def forget_rounds(connection: Connection, lesson: str, step: str, before: int) -> None:
    """Deletes the answers of a step's earlier rounds."""
    connection.execute(
        delete(votes).where(votes.c.lesson == lesson, votes.c.step == step, votes.c.round < before)
    )


def put(connection: Connection, table: Table, values: Mapping[str, object]) -> None:
    """Writes a row, with all its columns, in place of the one with the same key, if there is one."""
    connection.execute(_put(table, connection.dialect.name), values)


@cache
def _put(table: Table, dialect: str) -> Insert:
    keys = [each.name for each in table.primary_key]
    others = [each.name for each in table.c if each.name not in keys]
    if dialect == "sqlite":
        of_sqlite = sqlite.insert(table)
        new = {name: of_sqlite.excluded[name] for name in others}
        return of_sqlite.on_conflict_do_update(index_elements=keys, set_=new)
    of_postgres = postgresql.insert(table)
    new = {name: of_postgres.excluded[name] for name in others}
    return of_postgres.on_conflict_do_update(index_elements=keys, set_=new)
