"""Both brackets of a pair face the same way: rule N0 of Unicode Standard Annex 9, which python-bidi 0.6 lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Char: TypeAlias = "dict[str, Any]"

_CLOSED_BY = {"(": ")", "[": "]", "{": "}"}
_STRENGTH = {"L": "L", "R": "R", "AN": "R", "EN": "R"}
_MOST_OPEN = 63


def resolve_brackets(storage: dict[str, Any]) -> None:
    """Gives the brackets of python-bidi's storage their direction, between its weak and its neutral types."""
    for run in storage["runs"]:
        chars = storage["chars"][run["start"] : run["start"] + run["length"]]
        for opening, closing in sorted(_pairs(chars)):
            direction = _direction(chars, opening, closing, run["sor"])
            if direction:
                chars[opening]["type"] = chars[closing]["type"] = direction


def _pairs(chars: Sequence[Char]) -> Iterator[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for index, char in enumerate(chars):
        if char["type"] != "ON":
            continue
        sign = char["ch"]
        if sign in _CLOSED_BY:
            if len(waiting) == _MOST_OPEN:
                return
            waiting.append((_CLOSED_BY[sign], index))
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == sign:
                yield waiting[depth][1], index
                del waiting[depth:]
                break


def _direction(chars: Sequence[Char], opening: int, closing: int, before: str) -> str:
    """That of the text around, if something inside has it; else that of what is inside, if it goes on from before."""
    around = "LR"[chars[opening]["level"] % 2]
    inside = _strengths(chars[opening + 1 : closing])
    if around in inside or not inside:
        return around if inside else ""
    last = next(reversed(_strengths(chars[:opening])), before)
    return around if last == around else "LR"[around == "L"]


def _strengths(chars: Sequence[Char]) -> list[str]:
    return [_STRENGTH[char["type"]] for char in chars if char["type"] in _STRENGTH]
