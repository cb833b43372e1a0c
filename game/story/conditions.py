"""Conditions, made ready to be asked many times."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias, assert_never

from game.story.logic import All, Any, Compare, Condition, Happened, Not
from game.story.moment import State

Test: TypeAlias = Callable[[State], bool]


def compiled(condition: Condition, facts: Mapping[str, int]) -> Test | None:
    """The test that a condition stands for; None for one without parts, which always holds.

    `facts` gives the index of each fact in `State.facts`. An undeclared fact raises KeyError.
    """
    match condition:
        case All(parts=()):
            return None
        case _:
            return _test(condition, facts)


def _test(condition: Condition, facts: Mapping[str, int]) -> Test:
    match condition:
        case Compare():
            return _compare(condition, facts[condition.fact])
        case Happened():
            return _happened(condition)
        case Not(part=part):
            inner = _test(part, facts)
            return lambda state: not inner(state)
        case All(parts=(part,)) | Any(parts=(part,)):
            return _test(part, facts)
        case All(parts=(one, other)):
            # The commonest by far, and asked at every choice.
            first, second = _test(one, facts), _test(other, facts)
            return lambda state: first(state) and second(state)
        case All(parts=parts):
            every = tuple(_test(part, facts) for part in parts)
            return lambda state: all(test(state) for test in every)
        case Any(parts=parts):
            some = tuple(_test(part, facts) for part in parts)
            return lambda state: any(test(state) for test in some)
        case _:
            assert_never(condition)


def _compare(condition: Compare, index: int) -> Test:
    value = condition.value
    match condition.op:
        case Compare.Op.IS:
            return lambda state: state.facts[index] == value
        case Compare.Op.NOT:
            return lambda state: state.facts[index] != value
        case Compare.Op.AT_LEAST:
            return lambda state: state.facts[index] >= value
        case Compare.Op.AT_MOST:
            return lambda state: state.facts[index] <= value
        case _:
            assert_never(condition.op)


def _happened(condition: Happened) -> Test:
    name = condition.name
    match condition.what:
        case Happened.What.SEEN:
            return lambda state: name in state.seen
        case Happened.What.MET:
            return lambda state: name in state.met
        case Happened.What.TOLD:
            return lambda state: name in state.told
        case _:
            assert_never(condition.what)


def asked(condition: Condition) -> Iterator[Compare | Happened]:
    """Every single question that a condition asks."""
    match condition:
        case Compare() | Happened():
            yield condition
        case Not(part=part):
            yield from asked(part)
        case All(parts=parts) | Any(parts=parts):
            for part in parts:
                yield from asked(part)
        case _:
            assert_never(condition)
