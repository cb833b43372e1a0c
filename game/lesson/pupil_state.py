"""What a hub tells one seat, read strictly, as a pupil's own game knows it. Pure; `pupil_json` writes what is read here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.lesson.protocol import LONGEST_TEXT, MOST_OPTIONS, MOST_PLACES, VERSION, decode_tally
from game.lesson.strict import ProtocolError, name, rows, table, text, whole
from game.screens.lesson.guest import Asked
from game.screens.lesson.wire import Kind, Phase

if TYPE_CHECKING:
    from collections.abc import Mapping

_KEYS = 40
_LARGEST = 2**31 - 1


@dataclass(frozen=True, slots=True)
class PupilState:
    """What the class does. `step` is "" and `kind` None while nothing has begun; then nothing is `asked` either."""

    phase: Phase
    step: str
    kind: Kind | None
    symbol: str
    asked: Asked | None = None


def decode_state(found: Mapping[str, object]) -> PupilState:
    """The state that was encoded. Raises ProtocolError."""
    if found["v"] != VERSION:
        raise ProtocolError("another version")
    step = table(found["step"], _KEYS) if found.get("step") else {}
    try:
        phase = Phase(found.get("phase"))
        kind = Kind(step.get("kind")) if step else None
    except ValueError:
        raise ProtocolError("not known") from None
    symbol = name(found["symbol"]) if found.get("symbol") else ""
    asked = _asked(found, step) if step else None
    return PupilState(phase, asked.step if asked else "", kind, symbol, asked)


def _asked(found: Mapping[str, object], step: Mapping[str, object]) -> Asked:
    mine = found.get("mine")
    return Asked(
        name(step.get("id")),
        whole(found.get("round", 1), 1, _LARGEST),
        text(step.get("title", ""), LONGEST_TEXT),
        text(step.get("text", ""), LONGEST_TEXT),
        tuple(text(each, LONGEST_TEXT) for each in rows(step.get("options", []), MOST_OPTIONS)),
        _place(step.get("place", [0, 0])),
        None if mine is None else whole(mine, 0, MOST_OPTIONS - 1),
        whole(found.get("answered", 0), 0, MOST_PLACES),
        whole(found.get("joined", 0), 0, MOST_PLACES),
        decode_tally(found.get("tally")),
    )


def _place(value: object) -> tuple[int, int]:
    match rows(value, 2):
        case [number, count]:
            return whole(number, 0, _LARGEST), whole(count, 0, _LARGEST)
        case _:
            raise ProtocolError("not a place")
