"""Facts, conditions and effects: what a story remembers, asks and does. Mappings only, never a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from game.format.keys import BOUNDS
from game.format.nodes import Mapping, Node, Scalar
from game.format.reading import Fields, Reading, nearest
from game.story.logic import (
    ALWAYS,
    Add,
    All,
    Any,
    Compare,
    Condition,
    Effect,
    FactType,
    Happened,
    Not,
    Place,
    Set,
    Value,
)

if TYPE_CHECKING:
    from game.format.context import Context

_LIMIT: Final = 1_000_000
GROUPS = ("all", "any", "not")
_HAPPENED = {what.value: what for what in Happened.What}
RESERVED = (*_HAPPENED, *GROUPS)
"""Words of conditions, which no fact can be called."""
_OPS = {op.value: op for op in Compare.Op}
WRITTEN = re.compile(r"(at least|at most|not|is) +([-+]?[0-9]{1,9}|true|false)")


def facts(reading: Reading, node: Node | None) -> dict[str, FactType]:
    """The facts that a story declares, in the order of the file."""
    declared: dict[str, FactType] = {}
    for name, key, value in reading.named(node):
        if name in RESERVED:
            reading.add("L350", key.at, name=name)
        elif fact := _fact(reading, key.at, value):
            declared[name] = fact
    return declared


def _fact(reading: Reading, at: Place, node: Node) -> FactType | None:
    if isinstance(node, Mapping):
        return _bounded(reading, at, node)
    if isinstance(node, Scalar) and node.boolean is not None:
        return FactType(node.boolean, at=at)
    if not isinstance(node, Scalar) or node.whole is None:
        reading.wrong(node, "fact")
        return None
    fact = FactType(node.whole, at=at)
    _within(reading, fact, node)
    return fact


def _bounded(reading: Reading, at: Place, node: Mapping) -> FactType | None:
    fields = Fields(reading, node, "bounds", BOUNDS)
    start = fields.need("start")
    if isinstance(start, Scalar) and start.boolean is not None:
        for bound in ("from", "to"):
            if bound in fields:
                reading.add("L351", fields.key_at(bound), key=bound)
        return FactType(start.boolean, at=at)
    read = reading.whole(start, -_LIMIT, _LIMIT) if start else None
    bounds = FactType(0)
    low, high = fields.get("from"), fields.get("to")
    least = reading.whole(low, -_LIMIT, _LIMIT) if low else bounds.low
    most = reading.whole(high, -_LIMIT, _LIMIT) if high else bounds.high
    if read is None or least is None or most is None or start is None:
        return None
    fact = FactType(read, min(least, most), max(least, most), at)
    if least > most:
        reading.add("L352", (low or high or node).at, low=least, high=most)
    else:
        _within(reading, fact, start)
    return fact


def _within(reading: Reading, fact: FactType, node: Node) -> None:
    """Notes a number that the fact can never be."""
    number = node.whole if isinstance(node, Scalar) else None
    if number is not None and not fact.low <= number <= fact.high:
        reading.add("L353", node.at, number=number, low=fact.low, high=fact.high)


# --- conditions ------------------------------------------------------------------------------------


def condition(context: Context, node: Node | None) -> Condition:
    """What has to hold; `ALWAYS` when nothing is asked, or nothing that can be read."""
    if node is None:
        return ALWAYS
    parts = [
        part
        for key, value in context.reading.pairs(node, "condition")
        for part in _parts(context, key, value)
    ]
    if isinstance(node, Mapping) and not node.items:
        context.reading.wrong(node, "condition")
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def _parts(context: Context, key: Scalar, node: Node) -> list[Condition]:
    word = key.text
    if word == "not":
        return [Not(condition(context, node))]
    if word in GROUPS:
        parts = tuple(condition(context, item) for item in context.reading.filled(node, word))
        return [All(parts) if word == "all" else Any(parts)]
    if word in _HAPPENED:
        what = _HAPPENED[word]
        name = context.scene(node) if what is Happened.What.SEEN else context.adult(node)
        return [Happened(what, name, key.at)]
    return _compared(context, key, node)


def _compared(context: Context, key: Scalar, node: Node) -> list[Condition]:
    fact = _declared(context, key)
    if fact is None:
        return []
    if not isinstance(node, Mapping):
        read = _written(context.reading, node)
        return _compare(context.reading, key, fact, read, node) if read else []
    found: list[Condition] = []
    for op, value in node.items:
        if op.text not in _OPS:
            context.reading.unknown("F123", op.at, op.text, _OPS, expected=", ".join(_OPS))
        elif (plain := _value(value)) is None:
            context.reading.wrong(value, "value")
        else:
            found += _compare(context.reading, key, fact, (_OPS[op.text], plain), value)
    return found


def _declared(context: Context, key: Scalar) -> FactType | None:
    fact = context.facts.get(key.text)
    if fact is None:
        context.reading.unknown("L354", key.at, key.text, (*context.facts, *RESERVED))
    return fact


def _value(node: Node) -> Value | None:
    if not isinstance(node, Scalar):
        return None
    return node.boolean if node.boolean is not None else node.whole


def _written(reading: Reading, node: Node) -> tuple[Compare.Op, Value] | None:
    """A value, or an operator and a value in one text: `at least 2`."""
    value = _value(node)
    if value is not None:
        return Compare.Op.IS, value
    if not isinstance(node, Scalar) or node.nothing:
        reading.wrong(node, "comparison")
        return None
    found = WRITTEN.fullmatch(node.text.strip())
    if not found:
        reading.add("L355", node.at, value=node.text, meant=_meant(node.text))
        return None
    truth = {"true": True, "false": False}.get(found[2])
    return _OPS[found[1]], int(found[2]) if truth is None else truth


def _meant(text: str) -> str:
    """`at least 2` for "at leest 2"."""
    words, _, value = text.strip().rpartition(" ")
    op = nearest(words, _OPS)
    if op == words:
        return ""
    return f"{op} {value}" if op else nearest(text, ("true", "false"))


def _compare(
    reading: Reading, key: Scalar, fact: FactType, asked: tuple[Compare.Op, Value], node: Node
) -> list[Condition]:
    op, value = asked
    if isinstance(value, bool) != isinstance(fact.start, bool):
        reading.add("L356", node.at, name=key.text, kind=_kind_of(fact))
        return []
    if isinstance(value, bool) and op in (Compare.Op.AT_LEAST, Compare.Op.AT_MOST):
        reading.add("L356", node.at, name=key.text, kind=_kind_of(fact))
        return []
    if not isinstance(value, bool) and not fact.low <= value <= fact.high:
        reading.add("L353", node.at, number=value, low=fact.low, high=fact.high)
    return [Compare(key.text, op, value, key.at)]


def _kind_of(fact: FactType) -> str:
    return "boolean" if isinstance(fact.start, bool) else "number"


def both(first: Condition, second: Condition) -> Condition:
    """A condition that holds when both do."""
    if first == ALWAYS:
        return second
    return first if second == ALWAYS else All((first, second))


# --- effects ---------------------------------------------------------------------------------------


def effects(context: Context, node: Node | None) -> tuple[Effect, ...]:
    """What is set and added, in the order of the file."""
    pairs = context.reading.pairs(node, "effects")
    read = (_effect(context, key, value) for key, value in pairs)
    return tuple(effect for effect in read if effect)


def _effect(context: Context, key: Scalar, node: Node) -> Effect | None:
    fact = _declared(context, key)
    value = _value(node)
    if fact is None:
        return None
    if value is None:
        context.reading.wrong(node, "effect")
        return None
    if isinstance(value, bool) != isinstance(fact.start, bool):
        context.reading.add("L356", node.at, name=key.text, kind=_kind_of(fact))
        return None
    if isinstance(node, Scalar) and node.text[:1] in ("+", "-"):
        return Add(key.text, int(value), key.at)
    _within(context.reading, fact, node)
    return Set(key.text, value, key.at)
