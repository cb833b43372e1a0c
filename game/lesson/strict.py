"""JSON from a network, read strictly: the right types, the right keys, nothing without a limit."""

from __future__ import annotations

import json
import re

NAME = re.compile(r"[\x21-\x7e]{1,120}")
"""The id of a step, a scene or a pool: visible ASCII, no spaces."""


class ProtocolError(ValueError):
    """What was sent is not what the protocol knows; its text is the reason, and repeats nothing that was sent."""


def parsed(data: bytes | str) -> object:
    """A JSON text's value. NaN and infinity are none."""
    try:
        found: object = json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise ProtocolError("not JSON") from None
    return found


def _no_number(_: str) -> object:
    raise ProtocolError("not a number")


def fields(value: object, needed: tuple[str, ...], may: tuple[str, ...] = ()) -> dict[str, object]:
    """An object that has the needed keys, and perhaps others, and no more."""
    if not isinstance(value, dict):
        raise ProtocolError("not an object")
    if any(key not in value for key in needed):
        raise ProtocolError("a key is missing: " + next(key for key in needed if key not in value))
    if not value.keys() <= {*needed, *may}:
        raise ProtocolError("an unknown key")
    return value


def whole(value: object, low: int, high: int) -> int:
    """A whole number from low to high."""
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise ProtocolError("not a whole number within its bounds")
    return value


def flag(value: object) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise ProtocolError("neither true nor false")
    return value


def text(value: object, longest: int) -> str:
    """A text of at most so many characters, which can be written as UTF-8."""
    if not isinstance(value, str) or len(value) > longest:
        raise ProtocolError("not a text within its length")
    if "\0" in value or any("\ud800" <= letter <= "\udfff" for letter in value):
        raise ProtocolError("not a text that can be stored")
    return value


def name(value: object) -> str:
    """The id of something."""
    if not isinstance(value, str) or not NAME.fullmatch(value):
        raise ProtocolError("not an id")
    return value


def rows(value: object, most: int) -> list[object]:
    """A list of at most so many things."""
    if not isinstance(value, list) or len(value) > most:
        raise ProtocolError("not a list within its length")
    return value


def table(value: object, most: int) -> dict[str, object]:
    """An object whose keys are open, of at most so many."""
    if not isinstance(value, dict) or len(value) > most:
        raise ProtocolError("not an object within its length")
    return value
