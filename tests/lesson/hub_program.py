"""A hub as a process of its own, as the command starts it: `python -m tests.lesson.hub_program '{"database": ...}'`.

`patience` makes it wait so many seconds only for what is slow, or for a database that is locked; `pages` is how much its disk
holds.
"""

from __future__ import annotations

import json
import os
import sys
from functools import cache
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from sqlalchemy import Engine, event

from game.lesson import answers, database, patience
from game.lesson.apps import answers_in
from game.lesson.serve import Embedded, Municipal, serve_embedded, serve_hub
from game.messages.catalog import Catalog, languages, open_catalog
from game.resources import LOCALE

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry


@cache
def words(code: str) -> Catalog:
    return open_catalog(LOCALE, code)


ANSWERS = answers_in(words, (), languages(LOCALE), 13)


def main(asked: dict[str, Any], stage: IO[bytes]) -> None:
    invite = os.environ.get("BERATTA_INVITE", "")
    if "patience" in asked:
        answers.SLOWEST = patience.PATIENCE = database.PATIENCE = asked.pop("patience")
    pages = asked.pop("pages", 0)
    if pages:

        def small(connection: DBAPIConnection, entry: ConnectionPoolEntry) -> None:
            connection.cursor().execute(f"PRAGMA max_page_count={pages}")

        event.listen(Engine, "connect", small)
    if asked.pop("embedded"):
        asked["ports"] = tuple(asked.get("ports", (0,)))
        serve_embedded(Embedded(Path(asked.pop("database")), invite, **asked), ANSWERS, stage)
    else:
        asked["names"] = frozenset(asked.pop("names", ()))
        serve_hub(Municipal(asked.pop("database"), invite, **asked), ANSWERS)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), sys.stdin.buffer)
