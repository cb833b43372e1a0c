"""What looks as if it were about a person, in a file where nothing about anybody belongs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.format.places import LINE_END
from game.story.logic import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = frozenset(
    (
        "name",
        "namn",
        "pupil",
        "pupils",
        "student",
        "students",
        "elev",
        "elever",
        "elevens",
        "barn",
        "child",
        "class",
        "klass",
        "group",
        "grupp",
        "personnummer",
        "birthday",
        "född",
        "age",
        "ålder",
        "user",
        "username",
        "användare",
        "användarnamn",
        "login",
        "password",
        "lösenord",
        "mail",
        "email",
        "epost",
        "e-post",
        "phone",
        "telefon",
        "address",
        "adress",
        "teacher",
        "lärare",
        "parent",
        "förälder",
        "vårdnadshavare",
    )
)
_NUMBER = re.compile(r"(?<!\d)(?:19|20)?(\d{6})[-+]?(\d{4})(?!\d)", re.ASCII)
_LATER_DAYS = 60
"""Added to the day in a coordination number (samordningsnummer)."""


def is_about_people(key: str) -> bool:
    """Whether a key asks for somebody's name, class or the like: "elev", "class_name"."""
    words = re.split(r"[\s_]+", key.casefold())
    return any(word in _WORDS for word in words)


def about_people(text: str, file: str) -> Iterator[Place]:
    """Where a Swedish personal identity number (personnummer) stands, in comments too: the first one on each line."""
    for number, line in enumerate(LINE_END.split(text), 1):
        found = next(filter(_is_of_a_person, _NUMBER.finditer(line)), None)
        if found:
            yield Place(file, number, found.start() + 1)


def _is_of_a_person(found: re.Match[str]) -> bool:
    day, last = found[1], found[2]
    return _is_day(int(day[2:4]), int(day[4:])) and _adds_up(day + last)


def _is_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day % _LATER_DAYS <= 31


def _adds_up(digits: str) -> bool:
    """Luhn's check, which the last digit of such a number is made for."""
    doubled = (int(digit) * (2 - at % 2) for at, digit in enumerate(digits))
    return sum(number // 10 + number % 10 for number in doubled) % 10 == 0
