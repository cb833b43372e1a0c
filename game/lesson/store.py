"""What is done to lessons, each in one transaction: read the rows, let the pure functions decide, write.

Each of these is given a connection by the writer, and answers with what was decided; nothing is true before the commit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from game.lesson import codes, rows
from game.lesson.commanding import Done, Rows, do, needs
from game.lesson.expiry import ended_now
from game.lesson.schema import ABOUT_PUPILS, lessons, scenes, seats, steps, votes
from game.lesson.session import Ballot, Joined, Lesson, join, leave, progress, vote, withdraw
from game.lesson.views import Notice
from game.screens.lesson.wire import Phase

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from game.lesson.protocol import HubCommand
    from game.lesson.rows import Found

_TRIES = 20
"""Codes that are tried until one is free; with 729 million of them, the first always is."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new lesson."""

    id: str
    code: str


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat: the cookie that it is shown by, and its symbol."""

    cookie: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Stored:
    """What was asked for is stored; `phase` is where the lesson is."""

    rev: int
    phase: Phase


@dataclass(frozen=True, slots=True)
class Told:
    """A command was done, now or when it was sent before."""

    seq: int
    rev: int


@dataclass(frozen=True, slots=True)
class Expected:
    """Another command is to come first."""

    seq: int


def make(connection: Connection, places: int, key: str, now: float) -> Made:
    """Begins a lesson."""
    code = codes.new_code()
    for _ in range(_TRIES):
        if connection.scalar(select(lessons.c.id).where(lessons.c.code == code)) is None:
            break
        code = codes.new_code()
    made, secret = Made(codes.new_id(), code), codes.new_secret()
    own = {"id": made.id, "code": code, "secret": secret, "key": codes.key_mark(secret, key)}
    rest = {"texts": "", "age": 0.0, "touched": now, **rows.columns(Lesson(places))}
    connection.execute(insert(lessons).values(**own, **rest))
    return made


def take_seat(connection: Connection, lesson: str, cookie: str) -> Seated | Notice:
    """Gives a browser its seat; the one with this cookie again, if there is one."""
    found = rows.find(connection, lesson, locked=True)
    if found is None:
        return Notice.ENDED
    known = _symbol(connection, lesson, found, cookie)
    if cookie and not known:
        give_up(connection, lesson, cookie)
        found = rows.find(connection, lesson, locked=True) or found
    taken: frozenset[str] = frozenset()
    if not known:
        taken = frozenset(connection.scalars(select(seats.c.symbol).where(seats.c.lesson == lesson)))
    decided = join(found.lesson, known, taken, codes.new_draw())
    match decided:
        case Joined(after, symbol, new=True):
            fresh = codes.new_cookie()
            mark = codes.seat_mark(found.secret, fresh)
            connection.execute(insert(seats).values(lesson=lesson, seat=mark, symbol=symbol))
            rows.save_counts(connection, lesson, after)
            return Seated(fresh, symbol)
        case Joined(symbol=symbol):
            return Seated(cookie, symbol)
        case Notice():
            return decided


def cast(connection: Connection, lesson: str, cookie: str, ballot: Ballot) -> Stored | Notice:
    """Stores an answer."""
    found = rows.find(connection, lesson, locked=True)
    if found is None:
        return Notice.ENDED
    voter = codes.voter_mark(found.secret, cookie)
    before = _answer(connection, lesson, found, voter)
    seated = bool(_symbol(connection, lesson, found, cookie))
    after = vote(found.lesson, ballot, before, seated=seated)
    if isinstance(after, Notice):
        return after
    if after is not found.lesson:
        _write_answer(connection, lesson, voter, ballot)
        rows.save_counts(connection, lesson, after)
    return Stored(after.rev, after.seen_phase)


def move(connection: Connection, lesson: str, cookie: str, scene: str) -> Stored | Notice:
    """Stores in which scene of the story somebody is, in place of the one before."""
    found = rows.find(connection, lesson, locked=True)
    if found is None:
        return Notice.ENDED
    seated = bool(_symbol(connection, lesson, found, cookie))
    after = progress(found.lesson, seated=seated)
    if isinstance(after, Notice):
        return after
    voter = codes.voter_mark(found.secret, cookie)
    rows.put(connection, scenes, {"lesson": lesson, "voter": voter, "scene": scene})
    rows.save_counts(connection, lesson, after)
    return Stored(after.rev, after.seen_phase)


def give_up(connection: Connection, lesson: str, cookie: str) -> None:
    """Deletes a seat and what it answered in a round that the class has not seen.

    Of a seat that its teacher has freed already, what was answered goes too: only now can it be known which answer that is.
    """
    found = rows.find(connection, lesson, locked=True)
    if found is None:
        return
    voter = codes.voter_mark(found.secret, cookie)
    before = _answer(connection, lesson, found, voter)
    seated = bool(_symbol(connection, lesson, found, cookie))
    after = leave(found.lesson, before) if seated else withdraw(found.lesson, before)
    if seated:
        mark = codes.seat_mark(found.secret, cookie)
        connection.execute(delete(seats).where(seats.c.lesson == lesson, seats.c.seat == mark))
    step = found.lesson.step
    if step and after.answered < found.lesson.answered:
        _write_answer(connection, lesson, voter, Ballot(step.id, step.round, None))
    connection.execute(delete(scenes).where(scenes.c.lesson == lesson, scenes.c.voter == voter))
    rows.save_counts(connection, lesson, after)


def tell(
    connection: Connection, lesson: str, seq: int, digest: str, command: HubCommand
) -> Told | Expected | Notice:
    """Does a command if it is the next one; the last one again is answered as it was."""
    found = rows.find(connection, lesson, locked=True)
    if found is None:
        return Notice.ENDED
    before = found.lesson
    if seq == before.seq and digest == before.last:
        return Told(seq, before.rev)
    if before.phase is Phase.ENDED:
        return Notice.ENDED
    if seq != before.seq + 1:
        return Expected(before.seq + 1)
    ids = needs(before, command)
    done = do(
        replace(before, seq=seq, last=digest),
        command,
        Rows(
            rows.steps_of(connection, lesson, ids) if ids else {},
            rows.answers_of(connection, lesson, ids) if ids else (),
            frozenset(connection.scalars(select(seats.c.symbol).where(seats.c.lesson == lesson))),
        ),
    )
    _write(connection, lesson, done)
    return Told(seq, done.lesson.rev)


def _write(connection: Connection, lesson: str, done: Done) -> None:
    if done.lesson.phase is Phase.ENDED:
        for table in (*ABOUT_PUPILS, steps):
            connection.execute(delete(table).where(table.c.lesson == lesson))
        connection.execute(update(lessons).where(lessons.c.id == lesson).values(texts=""))
        ended_now(connection, lesson)
    if done.step:
        rows.save_step(connection, lesson, done.step)
    if done.step and done.forgotten:
        rows.forget_rounds(connection, lesson, done.forgotten, done.step.round)
    if done.freed:
        connection.execute(delete(seats).where(seats.c.lesson == lesson, seats.c.symbol == done.freed))
    rows.save(connection, lesson, done.lesson, done.texts)


# Made once: they are asked for every answer.
_SYMBOL = select(seats.c.symbol).where(seats.c.lesson == bindparam("of"), seats.c.seat == bindparam("mark"))
_ANSWER = select(votes.c.choice).where(
    votes.c.lesson == bindparam("of"),
    votes.c.step == bindparam("shown"),
    votes.c.round == bindparam("number"),
    votes.c.voter == bindparam("mark"),
)


def _symbol(connection: Connection, lesson: str, found: Found, cookie: str) -> str:
    """The symbol of the seat with this cookie, "" for none."""
    if not cookie:
        return ""
    mark = codes.seat_mark(found.secret, cookie)
    return connection.scalar(_SYMBOL, {"of": lesson, "mark": mark}) or ""


def _answer(connection: Connection, lesson: str, found: Found, voter: bytes) -> int | None:
    """What a voter answered in the step and round that are shown."""
    step = found.lesson.step
    if step is None:
        return None
    own = {"of": lesson, "shown": step.id, "number": step.round, "mark": voter}
    return connection.scalar(_ANSWER, own)


def _write_answer(connection: Connection, lesson: str, voter: bytes, ballot: Ballot) -> None:
    key = {"lesson": lesson, "step": ballot.step, "round": ballot.round, "voter": voter}
    if ballot.choice is None:
        connection.execute(delete(votes).filter_by(**key))
    else:
        rows.put(connection, votes, {**key, "choice": ballot.choice})
