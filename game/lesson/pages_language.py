"""Which language a page is in: the one in its address, else the one that the browser likes best."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.messages.language import Language

_LONGEST_HEADER = 500
_TAG = re.compile(r"^\s*([a-zA-Z]{2,3})(?:[-_][\w-]*)?\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?\s*$", re.ASCII)


def language_for(languages: Sequence[Language], asked: str, accepted: str) -> Language:
    """The language with the code that was `asked` for, else the best one of an Accept-Language header, else the first."""
    for language in languages:
        if language.code == asked:
            return language
    liked = sorted(_liked(accepted), key=lambda each: -each[1])
    for tag, _ in liked:
        for language in languages:
            if language.code == tag:
                return language
    return languages[0]


def _liked(accepted: str) -> list[tuple[str, float]]:
    found = (_TAG.match(part) for part in accepted[:_LONGEST_HEADER].split(","))
    weighed = ((each[1].lower(), float(each[2] or 1)) for each in found if each)
    return [(tag, weight) for tag, weight in weighed if weight > 0]


def with_language(path: str, language: Language, **more: str) -> str:
    """The address of a page in a language; what is "" is left out."""
    asked = {"lang": language.code, **{name: value for name, value in more.items() if value}}
    return f"{quote(path)}?{urlencode(asked)}"


@dataclass(frozen=True, slots=True)
class Offered:
    """A language in the list of them: its name in itself, the tag and the direction that browsers know, and its page."""

    name: str
    tag: str
    direction: str
    address: str
    current: bool


def offered(languages: Sequence[Language], current: Language, path: str) -> tuple[Offered, ...]:
    """Every language, each with the address of the same page in it."""
    return tuple(
        Offered(
            each.own_name, tag(each), direction(each), with_language(path, each), each.code == current.code
        )
        for each in languages
    )


def tag(language: Language) -> str:
    """The language as HTML names it: easy Swedish is Swedish to a screen reader."""
    return language.code.partition("@")[0].replace("_", "-")


def direction(language: Language) -> str:
    """Which way it is read."""
    return "rtl" if language.rtl else "ltr"
