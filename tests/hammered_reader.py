"""A program of its own: pages are told as fast as it goes, while somebody else lets readers come and go.

With `unguarded` as its word it does not look first whether a reader is being let in. Stuck, it ends with status 1.
"""

from __future__ import annotations

import faulthandler
import itertools
import os
import sys
import time
from dataclasses import replace

from game.view.access import reader
from tests.view.player import Player

SECONDS = 3.0
STUCK = {True: 50.0, False: 6.0}
"""When it must be stuck: late where it must not be."""
ENOUGH = 20
"""So many readers have to have come."""


def main(*, guarded: bool) -> int:
    """Tells for a while; the status says whether it came to an end."""
    faulthandler.dump_traceback_later(STUCK[guarded], exit=True)
    reader.INVISIBLE = frozenset()  # type: ignore[attr-defined]
    if not guarded:
        reader.Access._guarded = _unguarded  # type: ignore[method-assign]
    player = Player()
    access = reader.Access(player.watched.window)
    wanted = itertools.cycle(item.intent for item in player.page.items())
    came: set[object] = set()
    end = time.monotonic() + SECONDS
    while time.monotonic() < end or len(came) < ENOUGH:
        if not guarded:
            access._session = access._session or object()
        access.due()
        access.show(replace(player.app, focus=next(wanted)), player.shell.display, player.shell.words)
        came.add(access._known)
    return 0


def _unguarded(self: reader.Access, session: object, method: object, *arguments: object) -> object:
    assert callable(method)
    return method(*arguments)


if __name__ == "__main__":
    status = main(guarded="unguarded" not in sys.argv)
    # Whoever is let in just now would be waited for.
    os._exit(status)
