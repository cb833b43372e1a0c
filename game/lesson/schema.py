"""The tables of the hub, the same on SQLite and PostgreSQL.

A seat's symbol and a voter's answers have different marks, each a keyed hash of the seat's cookie: the tables alone do not
say which symbol answered what. There are no times of answers, no addresses and no texts of pupils.
"""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Double,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

lessons = Table(
    "lessons",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("code", String(6), nullable=False, unique=True),
    Column("secret", LargeBinary, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("places", Integer, nullable=False),
    Column("rev", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("last", String(64), nullable=False),
    Column("phase", String(8), nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("locked", Boolean, nullable=False),
    Column("step", String(120)),
    Column("shown", Integer, nullable=False),
    Column("joined", Integer, nullable=False),
    Column("answered", Integer, nullable=False),
    Column("tally", Text, nullable=False),
    Column("kept", Text, nullable=False),
    Column("sums", Text, nullable=False),
    Column("texts", Text, nullable=False),
    Column("age", Double, nullable=False),
    Column("touched", Double, nullable=False),
)


def _lesson() -> Column[str]:
    return Column("lesson", ForeignKey("lessons.id", ondelete="CASCADE"), primary_key=True)


steps = Table(
    "steps",
    metadata,
    _lesson(),
    Column("id", String(120), primary_key=True),
    Column("kind", String(8), nullable=False),
    Column("options", Integer, nullable=False),
    Column("sensitive", Boolean, nullable=False),
    Column("round", Integer, nullable=False),
    Column("revealed", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
seats = Table(
    "seats",
    metadata,
    _lesson(),
    Column("seat", LargeBinary, primary_key=True),
    Column("symbol", String(32), nullable=False),
    UniqueConstraint("lesson", "symbol"),
    sqlite_with_rowid=False,
)
votes = Table(
    "votes",
    metadata,
    _lesson(),
    Column("step", String(120), primary_key=True),
    Column("round", Integer, primary_key=True),
    Column("voter", LargeBinary, primary_key=True),
    Column("choice", Integer, nullable=False),
    sqlite_with_rowid=False,
)
scenes = Table(
    "scenes",
    metadata,
    _lesson(),
    Column("voter", LargeBinary, primary_key=True),
    Column("scene", String(64), nullable=False),
    sqlite_with_rowid=False,
)
ABOUT_PUPILS = (seats, votes, scenes)
"""What is deleted first when a lesson ends."""
