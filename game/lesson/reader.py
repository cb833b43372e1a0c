"""What is read of lessons without changing them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from game.lesson import codes, rows
from game.lesson.database import for_reading
from game.lesson.protocol import decode_step
from game.lesson.schema import lessons, scenes, seats, votes
from game.lesson.seeing import answered, tally_shown, teacher_state
from game.lesson.views import PupilView, StepSeen
from game.messages.language import SOURCE
from game.screens.lesson.wire import Phase

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Engine

    from game.lesson.protocol import StepTexts, TeacherState, Texts
    from game.lesson.session import Lesson


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All of a lesson at one moment. Seats and voters are there by their marks, and `key` is that of the teacher's key."""

    id: str
    code: str
    secret: bytes
    key: bytes
    lesson: Lesson
    texts: StepTexts | None = None
    seats: Mapping[bytes, str] = field(default_factory=dict)
    votes: Mapping[bytes, int] = field(default_factory=dict)
    scenes: tuple[str, ...] = ()

    def teacher(self) -> TeacherState:
        """What the stage is told."""
        return teacher_state(self.lesson, self.seats.values(), self.scenes)

    def seat(self, cookie: str) -> bytes:
        """The mark of the seat with this cookie, b"" where there is none."""
        mark = codes.seat_mark(self.secret, cookie) if cookie else b""
        return mark if mark in self.seats else b""

    def still_counts(self, cookie: str) -> bool:
        """Whether there is an answer from a seat that was freed."""
        return bool(cookie) and not self.seat(cookie) and codes.voter_mark(self.secret, cookie) in self.votes

    def pupil(self, cookie: str, lang: str) -> PupilView:
        """What one pupil may see, in a language."""
        seat = self.seat(cookie)
        return PupilView(
            code=self.code,
            lang=lang,
            rev=self.lesson.rev,
            phase=self.lesson.seen_phase,
            step=_in(self.texts, lang) if self.texts and self.lesson.step else None,
            round=self.lesson.step.round if self.lesson.step else 1,
            mine=self.votes.get(codes.voter_mark(self.secret, cookie)) if seat else None,
            answered=answered(self.lesson),
            joined=self.lesson.joined,
            tally=tally_shown(self.lesson),
            symbol=self.seats.get(seat, ""),
        )


def _in(step: StepTexts, lang: str) -> StepSeen:
    """A step in one language; Swedish where a text has no other."""

    def said(texts: Texts | None) -> str:
        return texts.get(lang) or texts.get(SOURCE, "") if texts else ""

    options = tuple(said(each) for each in step.options)
    return StepSeen(step.id, step.kind, said(step.title), said(step.text), options, step.place)


class Reader:
    """Reads; each call is a transaction of its own. Raises `sqlalchemy.exc.SQLAlchemyError` where the database is not there."""

    def __init__(self, engine: Engine) -> None:
        self._engine = for_reading(engine)

    def id_of(self, code: str) -> str:
        """The lesson with a code, "" for none."""
        with self._engine.begin() as connection:
            return connection.scalar(select(lessons.c.id).where(lessons.c.code == code)) or ""

    def revs(self, ids: Iterable[str]) -> dict[str, int]:
        """How far lessons are; those that are gone are not there."""
        with self._engine.begin() as connection:
            asked = select(lessons.c.id, lessons.c.rev).where(lessons.c.id.in_(list(ids)))
            return {row.id: row.rev for row in connection.execute(asked)}

    def all_ended(self) -> bool:
        """Whether no lesson is going on."""
        with self._engine.begin() as connection:
            going_on = select(lessons.c.id).where(lessons.c.phase != Phase.ENDED.value).limit(1)
            return connection.scalar(going_on) is None

    def snapshot(self, lesson: str, before: Snapshot | None = None) -> Snapshot | None:
        """All of a lesson, None where it is gone. What cannot have changed since `before` is taken from there."""
        with self._engine.begin() as connection:
            found = rows.find(connection, lesson, locked=False)
            if found is None:
                return None
            now = found.lesson
            if before and before.lesson.rev == now.rev:
                return before
            same = before and before.lesson.shown == now.shown
            return Snapshot(
                lesson,
                found.code,
                found.secret,
                found.key,
                now,
                before.texts if before and same else _texts(connection, lesson),
                {
                    row.seat: row.symbol
                    for row in connection.execute(
                        select(seats.c.seat, seats.c.symbol).where(seats.c.lesson == lesson)
                    )
                },
                _votes(connection, lesson, now),
                tuple(connection.scalars(select(scenes.c.scene).where(scenes.c.lesson == lesson))),
            )


def _texts(connection: Connection, lesson: str) -> StepTexts | None:
    stored = connection.scalar(select(lessons.c.texts).where(lessons.c.id == lesson))
    return decode_step(json.loads(stored)) if stored else None


def _votes(connection: Connection, lesson: str, now: Lesson) -> dict[bytes, int]:
    """The answers to the step and round that are shown."""
    if now.step is None:
        return {}
    same = (votes.c.lesson == lesson, votes.c.step == now.step.id, votes.c.round == now.step.round)
    found = connection.execute(select(votes.c.voter, votes.c.choice).where(*same))
    return {row.voter: row.choice for row in found}
