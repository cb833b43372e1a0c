"""The store on a real SQLite and a real PostgreSQL, the same tests on both, and everything in any order."""

from __future__ import annotations

import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test
from sqlalchemy import select

from game.lesson import codes, expiry, store
from game.lesson.database import for_writing, opened
from game.lesson.protocol import HubCommand, OpenStep, ShowStep
from game.lesson.reader import Reader
from game.lesson.schema import ABOUT_PUPILS, lessons, metadata
from game.lesson.session import Ballot
from game.lesson.views import Notice
from game.lesson.workers import Listener, announce
from game.screens.lesson.wire import End, Kind, Lock, Pause, Phase
from tests.lesson.a_lesson import ALesson
from tests.lesson.lessons import Stored, Subject, step
from tests.lesson.postgres import Server, postgres

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine

pytestmark = pytest.mark.xdist_group("postgres")
T = TypeVar("T")
HOUR = 3600.0


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with postgres() as running:
        yield running


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "sqlite":
        made = opened(f"sqlite:///{tmp_path / 'lessons.sqlite'}")
    else:
        running: Server = request.getfixturevalue("server")
        made = opened(running.fresh())
    yield made
    made.dispose()


def done(engine: Engine, work: Callable[[Connection], T]) -> T:
    with for_writing(engine).begin() as connection:
        return work(connection)


def begun(engine: Engine, places: int = 27, at: float = 0.0) -> str:
    return done(engine, lambda connection: store.make(connection, places, "key", at)).id


def told(engine: Engine, lesson: str, seq: int, command: HubCommand) -> object:
    return done(
        engine,
        partial(
            store.tell,
            lesson=lesson,
            seq=seq,
            digest=sha256(repr(command).encode()).hexdigest(),
            command=command,
        ),
    )


def joined(engine: Engine, lesson: str, cookie: str = "") -> str:
    seated = done(engine, partial(store.take_seat, lesson=lesson, cookie=cookie))
    assert isinstance(seated, store.Seated)
    return seated.cookie


class OnSqlite(ALesson):
    def begin(self, places: int) -> Subject:
        self.folder = tempfile.TemporaryDirectory()
        self.engine = opened(f"sqlite:///{self.folder.name}/lessons.sqlite")
        return Stored(self.engine, places)

    def teardown(self) -> None:
        if hasattr(self, "engine"):
            self.engine.dispose()
            self.folder.cleanup()


def test_any_lesson_on_sqlite_is_as_plain_dictionaries_say() -> None:
    tried = settings(max_examples=10, stateful_step_count=40)
    run_state_machine_as_test(OnSqlite, settings=tried)


class OnPostgres(ALesson):
    shared: Engine

    def begin(self, places: int) -> Subject:
        return Stored(self.shared, places)


def test_any_lesson_on_postgresql_is_as_plain_dictionaries_say(server: Server) -> None:
    OnPostgres.shared = opened(server.fresh())
    tried = settings(max_examples=4, stateful_step_count=30)
    run_state_machine_as_test(OnPostgres, settings=tried)
    OnPostgres.shared.dispose()


def test_the_same_command_again_is_answered_as_it_was_and_done_once(engine: Engine) -> None:
    lesson = begun(engine)
    first = told(engine, lesson, 1, Lock(locked=True))
    assert told(engine, lesson, 1, Lock(locked=True)) == first
    assert told(engine, lesson, 2, Lock(locked=False)) != first


def test_commands_come_in_their_order_and_no_two_teachers_share_a_number(engine: Engine) -> None:
    lesson = begun(engine)
    assert told(engine, lesson, 2, Pause()) == store.Expected(1)
    assert isinstance(told(engine, lesson, 1, Pause()), store.Told)
    assert told(engine, lesson, 1, Lock(locked=True)) == store.Expected(2)
    assert told(engine, lesson, 3, Lock(locked=True)) == store.Expected(2)


def test_the_end_deletes_all_about_pupils_and_is_told_again_to_who_asks_again(engine: Engine) -> None:
    lesson = begun(engine)
    cookie = joined(engine, lesson)
    told(engine, lesson, 1, OpenStep(step("a")))
    done(engine, partial(store.cast, lesson=lesson, cookie=cookie, ballot=Ballot("a", 1, 1)))
    ended = told(engine, lesson, 2, End())
    with engine.connect() as connection:
        assert not [each for each in ABOUT_PUPILS if connection.execute(select(each)).first()]
    assert told(engine, lesson, 2, End()) == ended
    assert told(engine, lesson, 3, Pause()) is Notice.ENDED
    late = partial(store.cast, lesson=lesson, cookie=cookie, ballot=Ballot("a", 1, 1))
    assert done(engine, late) is Notice.ENDED


def test_what_belongs_to_a_lesson_that_is_gone_has_ended(engine: Engine) -> None:
    assert done(engine, partial(store.take_seat, lesson="gone", cookie="")) is Notice.ENDED
    assert told(engine, "gone", 1, Pause()) is Notice.ENDED


def test_no_two_pupils_of_many_who_join_at_once_get_the_same_seat(engine: Engine) -> None:
    lesson = begun(engine, places=20)
    with ThreadPoolExecutor(6) as pool:
        seats = list(
            pool.map(lambda _: done(engine, partial(store.take_seat, lesson=lesson, cookie="")), range(30))
        )
    symbols = {each.symbol for each in seats if isinstance(each, store.Seated)}
    assert len(symbols) == 20
    assert [each for each in seats if isinstance(each, Notice)] == [Notice.FULL] * 10


def test_answers_and_rounds_that_come_at_once_through_several_workers_add_up(engine: Engine) -> None:
    lesson = begun(engine)
    cookies = [joined(engine, lesson) for _ in range(12)]
    told(engine, lesson, 1, OpenStep(step("a")))

    def votes(cookie: str) -> None:
        for choice in (0, 1, None, 2):
            ballot = Ballot("a", 1, choice)
            done(engine, partial(store.cast, lesson=lesson, cookie=cookie, ballot=ballot))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(votes, cookies))
    snapshot = Reader(engine).snapshot(lesson)
    assert snapshot
    assert snapshot.lesson.answered == 12
    assert set(snapshot.votes.values()) == {2}


def test_the_tables_alone_do_not_say_which_symbol_answered_what(engine: Engine) -> None:
    lesson = begun(engine)
    cookies = [joined(engine, lesson) for _ in range(5)]
    told(engine, lesson, 1, OpenStep(step("a")))
    for cookie in cookies:
        done(engine, partial(store.cast, lesson=lesson, cookie=cookie, ballot=Ballot("a", 1, 1)))
    with engine.connect() as connection:
        rows = [tuple(row) for table in metadata.sorted_tables for row in connection.execute(select(table))]
        seats = {row.seat for row in connection.execute(select(ABOUT_PUPILS[0]))}
        voters = {row.voter for row in connection.execute(select(ABOUT_PUPILS[1]))}
    assert len(seats) == len(voters) == 5
    assert not seats & voters
    assert not [
        cookie for cookie in cookies if cookie in repr(rows) or cookie.encode() in repr(rows).encode()
    ]


def test_a_lesson_dies_after_four_hours_however_the_clock_is_set(engine: Engine) -> None:
    now = 1e9
    lesson = begun(engine, at=now)
    years = 3 * 365 * 24 * HOUR
    for leap in (0.0, years, -years):
        at = now + leap
        done(engine, partial(expiry.grow_older, at=at, elapsed=30.0))
    assert Reader(engine).snapshot(lesson)
    for passed in range(1, 6):
        at = now - years + passed * HOUR
        done(engine, partial(expiry.grow_older, at=at, elapsed=HOUR))
    assert Reader(engine).snapshot(lesson) is None


def test_a_lesson_that_has_ended_is_forgotten_a_quarter_of_an_hour_later(engine: Engine) -> None:
    lesson = begun(engine)
    told(engine, lesson, 1, End())
    done(engine, lambda connection: expiry.grow_older(connection, 60.0, 60.0))
    assert Reader(engine).snapshot(lesson)
    done(engine, lambda connection: expiry.grow_older(connection, 960.0, 900.0))
    assert Reader(engine).snapshot(lesson) is None


@pytest.mark.parametrize("later", [5 * HOUR, -5 * HOUR])
def test_what_an_earlier_hub_left_behind_is_deleted_at_the_start(engine: Engine, later: float) -> None:
    old, fresh = begun(engine, at=1e6), begun(engine, at=1e6 + later)
    done(engine, lambda connection: expiry.at_start(connection, 1e6 + later))
    assert Reader(engine).revs([old, fresh]) == {fresh: 0}


def test_the_clock_of_the_database_is_the_one_that_is_asked(engine: Engine) -> None:
    found = done(engine, lambda connection: expiry.now(connection, lambda: 7.0))
    assert (found == 7.0) == (engine.dialect.name == "sqlite")


def test_texts_are_read_in_the_language_asked_for_and_in_swedish_where_there_is_no_other(
    engine: Engine,
) -> None:
    lesson = begun(engine)
    told(engine, lesson, 1, ShowStep(step("a", Kind.VOTE, 2)))
    snapshot = Reader(engine).snapshot(lesson)
    assert snapshot
    shown = snapshot.pupil("", "so").step
    assert shown
    assert (shown.title, shown.options) == ("Vad gör du?", ("dooro 0", "dooro 1"))


def test_another_worker_hears_of_a_change_at_once(server: Server) -> None:
    engine = opened(server.fresh())
    heard, event = set(), threading.Event()

    def changed(ids: object) -> None:
        heard.update(list(ids) if isinstance(ids, list) else [])
        if heard:
            event.set()

    listener = Listener(engine, changed)
    for _ in range(100):
        done(engine, lambda connection: announce(connection, ["lektion"]))
        if event.wait(0.1):
            break
    listener.close()
    engine.dispose()
    assert heard == {"lektion"}


def test_codes_are_typed_in_any_case_and_with_spaces() -> None:
    code = codes.new_code()
    assert codes.typed(f" {code[:3].lower()} {code[3:]}-") == code
    assert [codes.typed(wrong) for wrong in ("", "K4TJ", "K4TJAAA", "K4TJ0A", "åäöåäö")] == [""] * 5


def test_a_lesson_has_its_code_and_no_other_has_the_same(engine: Engine) -> None:
    made = [done(engine, lambda connection: store.make(connection, 1, "", 0.0)) for _ in range(20)]
    assert len({each.code for each in made}) == 20
    assert all(Reader(engine).id_of(each.code) == each.id for each in made)
    assert Reader(engine).id_of("AAAAAA") == ""
    with engine.connect() as connection:
        assert not connection.execute(select(lessons).where(lessons.c.phase != Phase.LOBBY.value)).first()
