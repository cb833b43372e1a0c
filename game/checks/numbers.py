"""Numbers and addresses in a text and in its translation: they must be the same, however the language writes the rest."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

_BLANKS = re.compile(r"[\s\u00a0-]+")
_DIGITS = re.compile(r"\d+")
_CALLED = re.compile(
    r"(?<!\d)(?:0\d{1,3}(?:[\s\u00a0-]?\d{2,4})+|11\d(?:[\s\u00a0]\d{2,3}|\d)?|90[\s\u00a0]?101|\d{5,})(?!\d)"
)
"""What is called: a number with an area code, 112, 116 111, 1177, 90101."""
ADDRESS = re.compile(r"(?:[\w.+-]+@)?[\w-]+(?:\.[\w-]+)*\.(?:se|nu|com|org|net|eu|info|fi|no|dk)\b")
_IN_WORDS = 12
"""The largest number that is written as a word as often as not."""
_HALF_A_DAY = 12


@dataclass(frozen=True, slots=True)
class Mismatch:
    """What the source has, and what the translation has in its place."""

    source: str
    translation: str


def called(source: str, translation: str) -> Mismatch | None:
    """Numbers that can be called, and addresses, that are not the same; how digits are grouped does not matter."""
    one, other = _reached(_plain(source)), _reached(_plain(translation))
    return _differing(one - other, other - one)


def counted(source: str, translation: str) -> Mismatch | None:
    """Other numbers that are not the same.

    A clock may have twelve hours or twenty-four, and a small number may be a word in one of the two.
    """
    one, other = _counted(_plain(source)), _counted(_plain(translation))
    left, right = one - other, other - one
    for hour in list(left.elements()):
        same = next((each for each in right if abs(each - hour) == _HALF_A_DAY), None)
        if same is not None:
            left -= Counter([hour])
            right -= Counter([same])
    large = any(each > _IN_WORDS for each in (*left, *right))
    return _differing(_written(left), _written(right)) if large or (left and right) else None


def _plain(text: str) -> str:
    """The text with the digits of every script written as 0 to 9."""
    return _DIGITS.sub(lambda found: "".join(str(int(digit)) for digit in found[0]), text)


def _reached(text: str) -> Counter[str]:
    numbers = (_BLANKS.sub("", found) for found in _CALLED.findall(text))
    addresses = (found.casefold() for found in ADDRESS.findall(text))
    return Counter([*numbers, *addresses])


def _counted(text: str) -> Counter[int]:
    left = ADDRESS.sub(" ", _CALLED.sub(" ", text))
    return Counter(int(found[:9]) for found in _DIGITS.findall(left))


def _written(numbers: Counter[int]) -> Counter[str]:
    return Counter({str(number): times for number, times in numbers.items()})


def _differing(left: Counter[str], right: Counter[str]) -> Mismatch | None:
    if not left and not right:
        return None
    return Mismatch(*(", ".join(sorted(each.elements())) or "–" for each in (left, right)))
