"""Pupils' own games that have come as far into a lesson as a test needs."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from game.screens.intents import Begin, Go, Submit, Typed, Where
from game.screens.lesson.guest import Asked, Guest, GuestSeen, JoinLesson, Seat
from game.screens.lesson.wire import Kind, Phase
from tests.screens.sample import sample
from tests.screens.support import Player, at_title

ADDRESS, URL, CODE = "10.0.4.12:8080", "http://10.0.4.12:8080", "K4TJA7"
STORY = sample().about.id
IN = GuestSeen(Seat.TAKEN, symbol="star-fox")
"""Before anything has begun."""
PLAYS = replace(IN, phase=Phase.READ, kind=Kind.PLAY, story=STORY)
PAUSED = replace(PLAYS, phase=Phase.PAUSED)
VOTES = replace(IN, phase=Phase.OPEN, kind=Kind.VOTE)
ASKED = Asked(
    "val:1", 1, "Vad gör du?", "Tacoskalen kallnar.", ("Lyssna", "Gå"), (2, 6), answered=3, joined=24
)
OPEN = replace(VOTES, asked=ASKED)
"""A vote that is taken."""
JUDGES = replace(
    OPEN,
    kind=Kind.JUDGE,
    asked=Asked(
        "judge.kladerna", 1, "Är det här okej?", "Noel väljer Alvas kläder.", ("Okej", "Osäker", "Inte okej")
    ),
)
FLAGS = replace(IN, phase=Phase.READ, kind=Kind.LINE, asked=Asked("rad:1", text="Var är du?"))
"""A line of the story, which can be flagged."""
ENDED = replace(IN, phase=Phase.ENDED)


@cache
def _asking() -> Player:
    player = at_title(sample()).do(Go(Where.CODE), JoinLesson())
    return player.do(*map(Typed, ADDRESS), Submit(), *map(Typed, CODE), Submit())


def asking() -> Player:
    """The address and the code have been typed; the lesson has not answered yet."""
    return _asking().branch()


def joined() -> Player:
    """In a lesson that has not begun."""
    return asking().do(IN)


def begun() -> Player:
    """All play; this pupil has read the first line."""
    return joined().do(PLAYS, Begin())


def guest_of(player: Player) -> Guest:
    """The pupil's place in the lesson."""
    assert player.app.guest
    return player.app.guest
