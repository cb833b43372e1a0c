"""Reading aloud as a pure machine: what happens goes in, what a voice is to do comes out.

It says each piece of a page once, in order, and then, where everything is to be read, goes on to the next line. Whatever
the player does stops it; it never goes on from what nobody heard, so that no line is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.screens.hearing import Aloud

if TYPE_CHECKING:
    from collections.abc import Hashable

    from game.screens.words import Words


@dataclass(frozen=True, slots=True)
class Piece:
    """Words to be said in one breath, and the code of the language they are in.

    What is `small` comes with every page of its kind, and is read once.
    """

    text: str
    language: str
    small: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as it is heard. Two with the same `key` are the same place, whatever has changed on it.

    One that `leads_on` is a line, after which the next one can come by itself. Its `sample` is only said when that is asked
    for.
    """

    key: Hashable
    pieces: tuple[Piece, ...]
    leads_on: bool = False
    sample: tuple[Piece, ...] = ()


# --- what happens ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Set:
    """What is to be read aloud; and whether a screen reader runs, which then does all the reading."""

    mode: Aloud
    reader: bool = False


@dataclass(frozen=True, slots=True)
class Came:
    """This is shown now."""

    shown: Shown


@dataclass(frozen=True, slots=True)
class Covered:
    """The game is hidden."""


@dataclass(frozen=True, slots=True)
class Touched:
    """The player pressed something, no matter what."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The player wants to hear what is shown, or only the `sample` of it."""

    sample: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """The voice is done with what it was given last; not `heard` if it could not say it."""

    heard: bool = True


Event: TypeAlias = Set | Came | Covered | Touched | Asked | Said


# --- what is to be done ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Say:
    """Say this, instead of anything else."""

    piece: Piece


@dataclass(frozen=True, slots=True)
class Hush:
    """Be silent, at once."""


@dataclass(frozen=True, slots=True)
class GoOn:
    """The line has been read to its end: on to the next one."""


class Word(Enum):
    """An honest word to the player, where nothing is heard."""

    NO_VOICE = auto()
    IS_OFF = auto()
    READER = auto()


@dataclass(frozen=True, slots=True)
class Tell:
    """Show the player an honest word."""

    word: Word


def in_words(word: Word, words: Words) -> str:
    """What the player is told."""
    match word:
        case Word.NO_VOICE:
            return words.ui("Datorn har ingen röst för det här språket.")
        case Word.IS_OFF:
            return words.ui("Uppläsningen är av. Den slås på i inställningarna.")
        case Word.READER:
            return words.ui("En skärmläsare är igång. Då läser spelet inte själv.")
        case _:
            assert_never(word)


Act: TypeAlias = Say | Hush | GoOn | Tell


@dataclass(frozen=True, slots=True)
class Reading:
    """How far the reading has come.

    `left` is still to be said, and its first piece is being said now; `whole` while all of it was heard, so that the
    next line may come. `ended` is what was last read to its end, `known` the small print that was read.
    """

    mode: Aloud = Aloud.OFF
    reader: bool = False
    covered: bool = False
    shown: Shown | None = None
    left: tuple[Piece, ...] = ()
    whole: bool = False
    ended: Shown | None = None
    known: frozenset[Piece] = frozenset()

    @property
    def silent(self) -> bool:
        """Whether nothing at all is to be heard."""
        return self.covered or self.reader or self.mode is Aloud.OFF


Step: TypeAlias = tuple[Reading, tuple[Act, ...]]


def step(reading: Reading, event: Event) -> Step:
    """How it goes on when this happens, and what is then to be done."""
    match event:
        case Set(mode, reader):
            changed = replace(reading, mode=mode, reader=reader)
            return _stopped(changed) if changed.silent else (changed, ())
        case Came(shown):
            return _came(reading, shown)
        case Covered():
            return _stopped(replace(reading, covered=True))
        case Touched():
            return _stopped(reading)
        case Asked(sample):
            return _asked(reading, sample=sample)
        case Said(heard):
            return _said(reading, heard=heard)
        case _:
            assert_never(event)


def _stopped(reading: Reading) -> Step:
    return replace(reading, left=(), whole=False), (Hush(),) if reading.left else ()


def _begun(reading: Reading, pieces: tuple[Piece, ...]) -> Step:
    """These are said, from the first one."""
    hush = (Hush(),) if reading.left else ()
    begun = replace(reading, left=pieces, whole=bool(pieces))
    return begun, (*hush, *(Say(piece) for piece in pieces[:1]))


def _came(reading: Reading, shown: Shown) -> Step:
    before, back = reading.shown, reading.covered
    now = replace(reading, shown=shown, covered=False)
    if before and before.key == shown.key:
        return (now, ()) if back or now.silent else _added(now, before, shown)
    if back or now.silent or now.mode is not Aloud.ALL:
        return _stopped(now)
    return _begun(now, tuple(piece for piece in _news(now, shown) if piece not in now.known))


def _news(reading: Reading, shown: Shown) -> tuple[Piece, ...]:
    """All of a page; of one that was read to its end and is shown again, only what has been added there."""
    ended = reading.ended
    if ended and ended.key == shown.key and len(ended.pieces) < len(shown.pieces):
        start = len(ended.pieces)
        return shown.pieces[start:] if shown.pieces[:start] == ended.pieces else shown.pieces
    return shown.pieces


def _added(reading: Reading, before: Shown, shown: Shown) -> Step:
    """What is new on a page that stays is said after what is being said."""
    fresh = tuple(piece for piece in shown.pieces if piece not in before.pieces)
    if reading.mode is not Aloud.ALL or not fresh:
        return reading, ()
    if reading.left:
        return replace(reading, left=(*reading.left, *fresh)), ()
    return replace(reading, left=fresh), (Say(fresh[0]),)


def _asked(reading: Reading, *, sample: bool) -> Step:
    if reading.covered:
        return reading, ()
    if reading.mode is Aloud.OFF:
        return reading, (Tell(Word.IS_OFF),)
    if reading.reader:
        return reading, (Tell(Word.READER),)
    shown = reading.shown or Shown(None, ())
    return _begun(reading, shown.sample if sample else shown.pieces)


def _said(reading: Reading, *, heard: bool) -> Step:
    if not reading.left:
        return reading, ()
    piece, *rest = reading.left
    known = reading.known | {piece} if piece.small and heard else reading.known
    told: tuple[Act, ...] = () if heard else (Tell(Word.NO_VOICE),)
    now = replace(reading, left=tuple(rest), whole=reading.whole and heard, known=known)
    if rest:
        return now, (*told, Say(rest[0]))
    if not now.whole or now.shown is None:
        return now, told
    ended = replace(now, ended=now.shown, whole=False)
    return ended, (GoOn(),) if now.mode is Aloud.ALL and now.shown.leads_on else ()
