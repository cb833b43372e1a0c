"""Lessons for tests: steps with texts, and the same lesson in memory, in a file or in PostgreSQL behind one face."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from game.lesson import store
from game.lesson.commanding import Answer, Rows, do, needs
from game.lesson.database import for_writing
from game.lesson.protocol import StepTexts
from game.lesson.reader import Reader
from game.lesson.seeing import answered, teacher_state
from game.lesson.session import Ballot, Lesson, join, leave, progress, vote, withdraw
from game.lesson.views import Notice
from game.screens.lesson.wire import Kind, Phase

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

    from game.lesson.protocol import HubCommand, TeacherState
    from game.lesson.session import StepRow

T = TypeVar("T")


def step(name: str, kind: Kind = Kind.VOTE, options: int = 3, *, sensitive: bool = False) -> StepTexts:
    texts = tuple({"sv": f"val {each}", "so": f"dooro {each}"} for each in range(options))
    return StepTexts(name, kind, {"sv": "Vad gör du?"}, None, texts, (1, 2), sensitive)


@dataclass(frozen=True, slots=True)
class Looked:
    """What one pupil sees that tests compare."""

    phase: Phase
    step: str
    round: int
    mine: int | None
    joined: int
    seated: bool


class Subject(Protocol):
    """A lesson, and pupils who are known by names that only the test knows."""

    def join(self, who: str) -> Notice | None: ...
    def vote(self, who: str, ballot: Ballot) -> Notice | None: ...
    def move(self, who: str, scene: str) -> Notice | None: ...
    def leave(self, who: str) -> None: ...
    def look(self, who: str) -> Looked: ...
    def symbol(self, who: str) -> str: ...
    def tell(self, command: HubCommand) -> None: ...
    def teacher(self) -> TeacherState: ...


@dataclass(slots=True)
class InMemory:
    """The pure functions, on rows in dictionaries."""

    lesson: Lesson
    seats: dict[str, str] = field(default_factory=dict)
    votes: dict[tuple[str, int, str], int] = field(default_factory=dict)
    scenes: dict[str, str] = field(default_factory=dict)
    steps: dict[str, StepRow] = field(default_factory=dict)
    draw: int = 0

    def _key(self, who: str) -> tuple[str, int, str]:
        own = self.lesson.step
        return (own.id, own.round, who) if own else ("", 0, who)

    def join(self, who: str) -> Notice | None:
        if who not in self.seats:
            self._withdrawn(who)
        self.draw += 7
        decided = join(self.lesson, self.seats.get(who, ""), set(self.seats.values()), self.draw)
        if isinstance(decided, Notice):
            return decided
        self.lesson, self.seats[who] = decided.lesson, decided.symbol
        return None

    def _withdrawn(self, who: str) -> None:
        self.lesson = withdraw(self.lesson, self.votes.get(self._key(who)))
        if not (self.lesson.step and self.lesson.step.revealed):
            self.votes.pop(self._key(who), None)

    def vote(self, who: str, ballot: Ballot) -> Notice | None:
        before = self.votes.get(self._key(who))
        after = vote(self.lesson, ballot, before, seated=who in self.seats)
        if isinstance(after, Notice):
            return after
        self.lesson = after
        if ballot.choice is None:
            self.votes.pop(self._key(who), None)
        else:
            self.votes[self._key(who)] = ballot.choice
        return None

    def move(self, who: str, scene: str) -> Notice | None:
        after = progress(self.lesson, seated=who in self.seats)
        if isinstance(after, Notice):
            return after
        self.lesson, self.scenes[who] = after, scene
        return None

    def leave(self, who: str) -> None:
        if who in self.seats:
            self.lesson = leave(self.lesson, self.votes.get(self._key(who)))
            del self.seats[who]
            if not (self.lesson.step and self.lesson.step.revealed):
                self.votes.pop(self._key(who), None)
        else:
            self._withdrawn(who)
        self.scenes.pop(who, None)

    def look(self, who: str) -> Looked:
        if who not in self.seats:
            self.leave(who)
        own = self.lesson.step
        seated = who in self.seats
        return Looked(
            self.lesson.seen_phase,
            own.id if own else "",
            own.round if own else 1,
            self.votes.get(self._key(who)) if seated else None,
            self.lesson.joined,
            seated,
        )

    def symbol(self, who: str) -> str:
        return self.seats.get(who, "")

    def tell(self, command: HubCommand) -> None:
        ids = needs(self.lesson, command)
        known = {each: self.steps[each] for each in ids if each in self.steps}
        answers = tuple(
            Answer(of, who.encode(), choice)
            for (of, number, who), choice in self.votes.items()
            if of in known and known[of].round == number
        )
        done = do(self.lesson, command, Rows(known, answers, frozenset(self.seats.values())))
        self.lesson = done.lesson
        if done.step:
            self.steps[done.step.id] = done.step
        if done.step and done.forgotten:
            self.votes = {
                key: choice
                for key, choice in self.votes.items()
                if key[0] != done.forgotten or key[1] >= done.step.round
            }
        if done.freed:
            self.seats = {who: symbol for who, symbol in self.seats.items() if symbol != done.freed}
        if self.lesson.phase is Phase.ENDED:
            self.seats, self.votes, self.scenes, self.steps = {}, {}, {}, {}

    def teacher(self) -> TeacherState:
        return teacher_state(self.lesson, self.seats.values(), self.scenes.values())


class Stored:
    """The real store, each call a transaction of its own."""

    def __init__(self, engine: Engine, places: int) -> None:
        self._engine = for_writing(engine)
        self._reader = Reader(engine)
        self._cookies: dict[str, str] = {}
        self._seq = 0
        self._id = self._done(lambda connection: store.make(connection, places, "key", 0.0)).id

    def _done(self, work: Callable[[Connection], T]) -> T:
        with self._engine.begin() as connection:
            return work(connection)

    def join(self, who: str) -> Notice | None:
        work = partial(store.take_seat, lesson=self._id, cookie=self._cookies.get(who, ""))
        seated = self._done(work)
        if isinstance(seated, Notice):
            return seated
        self._cookies[who] = seated.cookie
        return None

    def vote(self, who: str, ballot: Ballot) -> Notice | None:
        cookie = self._cookies.get(who, "")
        stored = self._done(partial(store.cast, lesson=self._id, cookie=cookie, ballot=ballot))
        return stored if isinstance(stored, Notice) else None

    def move(self, who: str, scene: str) -> Notice | None:
        cookie = self._cookies.get(who, "")
        stored = self._done(partial(store.move, lesson=self._id, cookie=cookie, scene=scene))
        return stored if isinstance(stored, Notice) else None

    def leave(self, who: str) -> None:
        self._done(partial(store.give_up, lesson=self._id, cookie=self._cookies.get(who, "")))

    def look(self, who: str) -> Looked:
        cookie = self._cookies.get(who, "")
        snapshot = self._reader.snapshot(self._id)
        assert snapshot
        if snapshot.still_counts(cookie):
            self.leave(who)
            snapshot = self._reader.snapshot(self._id)
            assert snapshot
        view = snapshot.pupil(cookie, "sv")
        assert view.answered == answered(snapshot.lesson)
        shown = view.step.id if view.step else ""
        return Looked(view.phase, shown, view.round, view.mine, view.joined, bool(view.symbol))

    def symbol(self, who: str) -> str:
        snapshot = self._reader.snapshot(self._id)
        assert snapshot
        return snapshot.pupil(self._cookies.get(who, ""), "sv").symbol

    def tell(self, command: HubCommand) -> None:
        self._seq += 1
        work = partial(store.tell, lesson=self._id, seq=self._seq, digest=str(self._seq), command=command)
        told = self._done(work)
        assert isinstance(told, store.Told)
        assert self._done(work) == told

    def teacher(self) -> TeacherState:
        snapshot = self._reader.snapshot(self._id)
        assert snapshot
        return snapshot.teacher()


def in_memory(places: int) -> Subject:
    return InMemory(Lesson(places))
