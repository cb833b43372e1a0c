"""What the hub tells a stage, as JSON: made from and read into the intent that the stage knows. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.lesson.protocol import (
    LONGEST_KEPT,
    MOST_PLACES,
    MOST_POOLS,
    VERSION,
    TeacherState,
    decode_tally,
    encode_tally,
)
from game.lesson.strict import ProtocolError, fields, flag, name, rows, table, text, whole
from game.screens.lesson.wire import HubSeen, Phase, Tally

if TYPE_CHECKING:
    from game.lesson.protocol import Json

_LARGEST = 2**53
_KEYS = (
    *("v", "rev", "seq", "phase", "step", "round", "joined", "answered", "places", "locked", "tally"),
    *("symbols", "scenes", "sums", "kept"),
)


def encode_state(state: TeacherState) -> Json:
    """All that a stage is told. `scenes` has "" for the scenes together in which too few are to be told apart."""
    seen = state.seen
    return {
        "v": VERSION,
        "rev": state.rev,
        "seq": state.seq,
        "phase": seen.phase.value,
        "step": seen.step,
        "round": seen.round,
        "joined": seen.joined,
        "answered": seen.answered,
        "places": seen.places,
        "locked": seen.locked,
        "tally": encode_tally(seen.tally),
        "symbols": list(seen.symbols),
        "scenes": dict(seen.scenes),
        "sums": {pool: encode_tally(tally) for pool, tally in seen.sums},
        "kept": seen.kept,
    }


def decode_state(value: object) -> TeacherState | None:
    """What the hub told, None where it only said that nothing is new. `seen.told` is the state's `seq`."""
    if isinstance(value, dict) and value.keys() == {"rev"}:
        return None
    found = fields(value, _KEYS)
    if found["v"] != VERSION:
        raise ProtocolError("another version")
    seq = whole(found["seq"], 0, _LARGEST)
    seen = HubSeen(
        phase=_phase(found["phase"]),
        step="" if found["step"] == "" else name(found["step"]),
        round=whole(found["round"], 1, _LARGEST),
        joined=whole(found["joined"], 0, MOST_PLACES),
        answered=whole(found["answered"], 0, _LARGEST),
        places=whole(found["places"], 0, MOST_PLACES),
        locked=flag(found["locked"]),
        tally=decode_tally(found["tally"]),
        symbols=tuple(name(each) for each in rows(found["symbols"], MOST_PLACES)),
        scenes=tuple(
            (text(scene, 64), whole(count, 0, MOST_PLACES))
            for scene, count in table(found["scenes"], MOST_PLACES).items()
        ),
        sums=tuple(
            (name(pool), decode_tally(tally) or Tally())
            for pool, tally in table(found["sums"], MOST_POOLS).items()
        ),
        kept=text(found["kept"], LONGEST_KEPT),
        told=seq,
    )
    return TeacherState(whole(found["rev"], 0, _LARGEST), seq, seen)


def _phase(value: object) -> Phase:
    try:
        return Phase(value)
    except ValueError:
        raise ProtocolError("an unknown phase") from None
