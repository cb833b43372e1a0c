"""One switch: what can be pressed is offered in turn, and a press takes what is offered.

As in the switch control of telephones and of aids for speech: groups first and then what is in them, a longer stay on the
first thing and after a press, a while in which a second press counts as none, the way out of a group after each round, and
after some rounds in vain a screen that is still until the next press.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from game.screens.intents import Forward, Typed
from game.screens.offering import Group, Out, Thing, intents_of, stops, whole
from game.screens.pacing import line_of, reading_time
from game.screens.settings import Pace

if TYPE_CHECKING:
    from game.screens.intents import Intent
    from game.screens.offering import Stop
    from game.screens.page import Page
    from game.screens.settings import Scanning

QUIET = 0.5
"""Seconds after a press in which another one counts as none, a tremor's (the Game Accessibility Guidelines say half a
second); after a page has come by itself, too: that press was meant for the one before.
"""
HELD = 2
"""So many times as long as others is the first thing offered, and what comes after a press: a hand has to come back."""
READING = 4.0
"""Seconds that a line can add to the stay on the way on from it. No more, for it is offered again in each round, and Dölj
must not be far.
"""
ROUNDS = 3
"""After so many rounds over the whole page nothing is offered until the switch is pressed …"""
INSIDE = 2
"""… and after so many in a group, the group itself is offered again."""


@dataclass(frozen=True, slots=True)
class Scan:
    """How far the walk has come: into which groups, what is offered there, since when, and for how long.

    Nothing is offered (`stop` is None) before the first page, and when the walk has come to rest.
    """

    page: Page | None = None
    scrolls: bool = False
    way: tuple[Group, ...] = ()
    stop: Stop | None = None
    rounds: int = 0
    held: bool = True
    since: float = 0.0
    deaf: float = 0.0
    """Until when a press counts as none."""


def tick(scan: Scan, page: Page, every: Scanning, now: float, *, scrolls: bool = False) -> Scan:
    """The walk at this moment: the same as before, or a step further, or begun on another page.

    To be asked often, with the page as it is kept while it is shown; `scrolls` says whether a part of it is out of sight.
    """
    if page is not scan.page or scrolls is not scan.scrolls:
        scan = _on(replace(scan, scrolls=scrolls), page, now)
    if scan.stop is None:
        return scan
    if now < scan.since:
        return replace(scan, since=now)
    return _further(scan, page, scan.stop, now) if now - scan.since >= _stay(scan, page, every) else scan


def press(scan: Scan, page: Page, now: float) -> tuple[Scan, Intent | None]:
    """The switch was pressed: the walk after that, and what was meant, None where it only leads on."""
    # Far ahead it can only be after a clock has been set back.
    deaf = 0 < scan.deaf - now <= 2 * QUIET
    scan = replace(scan, deaf=now + QUIET)
    if deaf:
        return scan, None
    there = _on(scan, page, now)
    if (there.way, there.stop) != (scan.way, scan.stop) or not offered(scan, page):
        return there if there.stop else _begun(there, page, now), None
    match there.stop:
        case Thing(intent):
            return _again(there, page, intent, now), intent
        case Group() as group:
            return _first(replace(there, way=(*there.way, group)), page, now), None
        case Out():
            return _out(there, now, held=True), None
        case None:
            return there, None
        case _:
            assert_never(there.stop)


def offered(scan: Scan, page: Page) -> tuple[Intent, ...]:
    """What a press would take now: one thing, or all of a group (into it, or out of it again); mostly with a ring each."""
    if scan.page is None or _place(scan.page) != _place(page):
        return ()
    match scan.stop:
        case None:
            return ()
        case Out():
            return intents_of(scan.way[-1])
        case Thing() | Group() as part:
            return intents_of(part)
        case _:
            assert_never(scan.stop)


def _place(page: Page) -> tuple[object, ...]:
    """Where one is; what has only changed there (a sign was typed, a value chosen) is the same place."""
    return page.screen, page.title, page.spot, line_of(page)


def _stops(scan: Scan, page: Page) -> tuple[Stop, ...]:
    return stops(whole(page, scrolls=scan.scrolls), scan.way)


def _begun(scan: Scan, page: Page, now: float) -> Scan:
    return _first(replace(scan, page=page, way=(), deaf=now + QUIET), page, now)


def _first(scan: Scan, page: Page, now: float) -> Scan:
    """The first thing there is where the way has led to."""
    there = _stops(scan, page)
    return replace(scan, stop=there[0] if there else None, rounds=0, held=True, since=now)


def _on(scan: Scan, page: Page, now: float) -> Scan:
    """On the page as it is now; where what was offered is gone, from the beginning of the nearest group that is left."""
    if scan.page is None or _place(scan.page) != _place(page):
        return _begun(scan, page, now)
    inner, left = whole(page, scrolls=scan.scrolls), list[Group]()
    for group in scan.way:
        if group not in inner.parts:
            break
        inner = group
        left.append(group)
    there = replace(scan, page=page, way=tuple(left))
    if there.way == scan.way and (scan.stop is None or scan.stop in _stops(there, page)):
        return there
    return _first(there, page, now)


def _again(scan: Scan, page: Page, intent: Intent, now: float) -> Scan:
    """After a press: what was pressed is offered once more, for some want it twice; a keypad begins with its first row."""
    if isinstance(intent, Typed) and scan.way:
        return _first(replace(scan, way=scan.way[:-1]), page, now)
    return replace(scan, rounds=0, held=True, since=now)


def _out(scan: Scan, now: float, *, held: bool) -> Scan:
    """Out of a group, which is then itself offered."""
    return replace(scan, way=scan.way[:-1], stop=scan.way[-1], rounds=0, held=held, since=now)


def _further(scan: Scan, page: Page, stop: Stop, now: float) -> Scan:
    there = _stops(scan, page)
    place = there.index(stop) + 1
    if place < len(there):
        return replace(scan, stop=there[place], held=False, since=now)
    rounds = scan.rounds + 1
    if scan.way and rounds >= INSIDE:
        return _out(scan, now, held=False)
    if rounds >= ROUNDS:
        return replace(scan, stop=None)
    return replace(scan, stop=there[0], rounds=rounds, held=True, since=now)


def _stay(scan: Scan, page: Page, every: Scanning) -> float:
    """Seconds for which this is offered: the way on from a line for longer, while that is read at an even pace."""
    line = line_of(page) if scan.held and scan.stop == Thing(Forward()) else ""
    reading = min(READING, reading_time(line, Pace.EVEN)) if line else 0.0
    return every.value * (HELD if scan.held else 1) + reading
