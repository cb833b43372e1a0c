"""A database for lessons: SQLite in a file of its own, or PostgreSQL. What is written is on disk before it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import create_engine, event

from game.lesson.schema import metadata

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

PATIENCE = 2
"""Seconds to wait for a database that somebody else has locked."""
_WRITES = "writes"


def opened(url: str) -> Engine:
    """The database at a URL of SQLAlchemy ("sqlite:///file", "postgresql+psycopg://…"), with its tables made.

    Raises `sqlalchemy.exc.SQLAlchemyError`, and ModuleNotFoundError for a kind of database that is not installed.
    """
    sqlite = url.startswith("sqlite")
    timeout = {"timeout": PATIENCE, "check_same_thread": False} if sqlite else {"connect_timeout": PATIENCE}
    # Errors must not carry what was written: they may end up in a log.
    engine = create_engine(url, connect_args=timeout, hide_parameters=True, pool_pre_ping=not sqlite)
    if sqlite:
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    with for_writing(engine).begin() as connection:
        metadata.create_all(connection)
    return engine


def for_writing(engine: Engine) -> Engine:
    """The same database, to write to."""
    return engine.execution_options(**{_WRITES: True})


def for_reading(engine: Engine) -> Engine:
    """The same database, to read from: what is read in one transaction fits together."""
    if engine.dialect.name == "sqlite":
        return engine
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def emptied(engine: Engine) -> None:
    """Leaves nothing of what was deleted in SQLite's log; others look after themselves."""
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")


def _prepare_sqlite(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
    del entry
    # The driver's own transactions begin too late: a row that was read could be changed before it is written.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
