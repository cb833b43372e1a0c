"""What stage and hub say to each other as JSON. Pure: `encode_*` makes what `json.dumps` takes, `decode_*` reads it strictly.

Whatever does not fit is a `ProtocolError` (of `strict`) with its reason. What the hub tells is in `teacher_json`.

A stage tells `ToHub` commands, whose steps have Swedish phrases. They travel in every language of the game, so the hub has
steps with ready texts (`StepTexts`), and `HubCommand` instead of `ToHub`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, assert_never

from game.lesson.strict import ProtocolError, fields, flag, name, rows, table, text, whole
from game.messages.language import CODE, SOURCE
from game.screens.lesson.wire import (
    Cell,
    CloseStep,
    End,
    FreeSeat,
    HubSeen,
    Keep,
    Kind,
    Lock,
    Next,
    Open,
    Pause,
    Phrase,
    Pool,
    Reopen,
    Resume,
    Reveal,
    Step,
    Sum,
    Tally,
    ToHub,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

VERSION = 1
LONGEST_TEXT, MOST_OPTIONS, MOST_LANGUAGES = 600, 12, 40
LONGEST_KEPT = 32 * 1024
"""Bytes of UTF-8."""
MOST_POOLS, MOST_STEPS = 200, 400
MOST_PLACES = 5000
_LARGEST = 2**53

Json: TypeAlias = dict[str, object]
Texts: TypeAlias = "Mapping[str, str]"
"""A text by the code of its language; Swedish is always there."""


@dataclass(frozen=True, slots=True)
class StepTexts:
    """A step as it travels: its texts in every language."""

    id: str
    kind: Kind
    title: Texts | None = None
    text: Texts | None = None
    options: tuple[Texts, ...] = ()
    place: tuple[int, int] = (0, 0)
    sensitive: bool = False


@dataclass(frozen=True, slots=True)
class ShowStep:
    """`Next`, with ready texts."""

    step: StepTexts


@dataclass(frozen=True, slots=True)
class OpenStep:
    """`Open`, with ready texts."""

    step: StepTexts


HubCommand: TypeAlias = (
    ShowStep | OpenStep | CloseStep | Reveal | Reopen | Pause | Resume | Lock | FreeSeat | Sum | Keep | End
)


@dataclass(frozen=True, slots=True)
class TeacherState:
    """What the hub tells a stage. `seq` is the last command that was done.

    In `seen`, everything is set that a hub knows; how it is reached, its address, code and QR code are the link's to set.
    """

    rev: int
    seq: int
    seen: HubSeen


def encode_command(command: ToHub, rendered: Callable[[Phrase], Texts]) -> Json:
    """A command as the hub takes it; `rendered` gives a phrase in every language of the game."""
    match command:
        case Next(step):
            return {"do": "next", "step": encode_step(step_texts(step, rendered))}
        case Open(step):
            return {"do": "open", "step": encode_step(step_texts(step, rendered))}
        case CloseStep():
            return {"do": "close"}
        case Reveal():
            return {"do": "reveal"}
        case Reopen():
            return {"do": "reopen"}
        case Pause():
            return {"do": "pause"}
        case Resume():
            return {"do": "resume"}
        case Lock(locked):
            return {"do": "lock", "locked": locked}
        case FreeSeat(symbol):
            return {"do": "free_seat", "symbol": symbol}
        case Sum(pools):
            return {"do": "sum", "pools": [{"name": each.name, "steps": list(each.steps)} for each in pools]}
        case Keep(kept):
            return {"do": "keep", "text": kept}
        case End():
            return {"do": "end"}
        case _:
            assert_never(command)


def decode_command(value: object) -> HubCommand:
    """A command as the hub does it."""
    do = table(value, 4).get("do")
    match do:
        case "next":
            return ShowStep(decode_step(fields(value, ("do", "step"))["step"]))
        case "open":
            return OpenStep(decode_step(fields(value, ("do", "step"))["step"]))
        case "lock":
            return Lock(flag(fields(value, ("do", "locked"))["locked"]))
        case "free_seat":
            return FreeSeat(name(fields(value, ("do", "symbol"))["symbol"]))
        case "sum":
            return Sum(_pools(fields(value, ("do", "pools"))["pools"]))
        case "keep":
            return Keep(_kept(fields(value, ("do", "text"))["text"]))
        case _:
            fields(value, ("do",))
            return _bare(do)


def _bare(do: object) -> HubCommand:
    """A command that is nothing but its name."""
    match do:
        case "close":
            return CloseStep()
        case "reveal":
            return Reveal()
        case "reopen":
            return Reopen()
        case "pause":
            return Pause()
        case "resume":
            return Resume()
        case "end":
            return End()
        case _:
            raise ProtocolError("an unknown command")


def step_texts(step: Step, rendered: Callable[[Phrase], Texts]) -> StepTexts:
    """A step of the stage, its phrases rendered."""
    return StepTexts(
        step.id,
        step.kind,
        rendered(step.title) if step.title else None,
        rendered(step.text) if step.text else None,
        tuple(rendered(each) for each in step.options),
        step.place,
        step.sensitive,
    )


def encode_step(step: StepTexts) -> Json:
    """A step with its texts in every language."""
    return {
        "id": step.id,
        "kind": step.kind.value,
        "title": dict(step.title) if step.title else None,
        "text": dict(step.text) if step.text else None,
        "options": [dict(each) for each in step.options],
        "place": list(step.place),
        "sensitive": step.sensitive,
    }


def decode_step(value: object) -> StepTexts:
    """The step that was encoded."""
    found = fields(value, ("id", "kind"), ("title", "text", "options", "place", "sensitive"))
    place = [whole(each, 0, 10_000) for each in rows(found.get("place", [0, 0]), 2)]
    if len(place) != 2:
        raise ProtocolError("a place is two numbers")
    return StepTexts(
        name(found["id"]),
        _kind(found["kind"]),
        _texts(found.get("title")),
        _texts(found.get("text")),
        tuple(_said(each) for each in rows(found.get("options", []), MOST_OPTIONS)),
        (place[0], place[1]),
        flag(found.get("sensitive", False)),
    )


def _kind(value: object) -> Kind:
    try:
        return Kind(value)
    except ValueError:
        raise ProtocolError("an unknown kind of step") from None


def _texts(value: object) -> Texts | None:
    return None if value is None else _said(value)


def _said(value: object) -> Texts:
    found = {code: text(said, LONGEST_TEXT) for code, said in table(value, MOST_LANGUAGES).items()}
    if SOURCE not in found or not all(CODE.fullmatch(code) for code in found):
        raise ProtocolError("not texts by language")
    return found


def _pools(value: object) -> tuple[Pool, ...]:
    found = [fields(each, ("name", "steps")) for each in rows(value, MOST_POOLS)]
    return tuple(
        Pool(name(each["name"]), tuple(name(step) for step in rows(each["steps"], MOST_STEPS)))
        for each in found
    )


def _kept(value: object) -> str:
    kept = text(value, LONGEST_KEPT)
    if len(kept.encode()) > LONGEST_KEPT:
        raise ProtocolError("not a text within its length")
    return kept


def encode_tally(tally: Tally | None) -> Json | None:
    """A tally, or none."""
    if tally is None:
        return None
    return {"cells": [each.count for each in tally.cells], "most": tally.most, "total": tally.total}


def decode_tally(value: object) -> Tally | None:
    """The tally that was encoded."""
    if value is None:
        return None
    found = fields(value, ("cells", "most", "total"))
    most = found["most"]
    return Tally(
        tuple(
            Cell(None if each is None else whole(each, 0, _LARGEST))
            for each in rows(found["cells"], MOST_OPTIONS)
        ),
        None if most is None else whole(most, 0, MOST_OPTIONS - 1),
        whole(found["total"], 0, _LARGEST),
    )
