"""The languages that are known beforehand: their own names, their direction, their rule for plurals.

A language that is not here can be begun all the same: its translator writes these into the head of `ui.po`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.story.unseen import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCE = "sv"
EASY = "sv@lattlast"
"""Easy-to-read Swedish: a language of its own here, with the same story."""

CODE = re.compile(r"[a-z]{2,3}(?:_[A-Z][A-Za-z]{1,3})?(?:@[a-z0-9]+)?")
"""The code of a language, and the name of its folder: small letters, then perhaps a country and a variety."""
RTL, LTR = "rtl", "ltr"
DIRECTION, OWN_NAME, REVIEW, READERS = "X-Direction", "X-Language-Name", "X-Review", "X-Readers"
"""Fields in the head of a PO file."""
DRAFT, APPROVED = "draft", "approved"
"""What `X-Review` says until, and after, somebody who has the language from home has read it all."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language that can be chosen: its code as in the folder's name, and its name in the language itself.

    A `draft` has not been signed by anybody who has the language from home. Stories for those who are older than `oldest` are
    not meant to be in the language; 0 says that all are.
    """

    code: str
    own_name: str
    rtl: bool
    draft: bool = False
    oldest: int = 0

    def has(self, youngest: int) -> bool:
        """Whether a story whose youngest readers are so old is meant to be in the language."""
        return not self.oldest or youngest <= self.oldest


@dataclass(frozen=True, slots=True)
class _Known:
    own_name: str
    plurals: str


_TWO = "nplurals=2; plural=(n != 1);"
_TWO_FROM_TWO = "nplurals=2; plural=(n > 1);"
_EAST_SLAVIC = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
)
# Plural rules: Unicode CLDR, chart "Language Plural Rules", for whole numbers.
# In the order in which they are offered: easy Swedish is the nearest, then the most pupils first.
_KNOWN = {
    "sv": _Known("Svenska", _TWO),
    EASY: _Known("Lättläst svenska", _TWO),
    "en": _Known("English", _TWO),
    "ar": _Known(
        "العربية",
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
    ),
    "so": _Known("Soomaali", _TWO),
    "fi": _Known("Suomi", _TWO),
    "prs": _Known("دری", _TWO_FROM_TWO),
    "fa": _Known("فارسی", _TWO_FROM_TWO),
    "ti": _Known("ትግርኛ", _TWO_FROM_TWO),
    "kmr": _Known("Kurmancî", _TWO),
    "ckb": _Known("سۆرانی", _TWO),
    "pl": _Known(
        "Polski",
        "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    ),
    "tr": _Known("Türkçe", _TWO),
    "es": _Known("Español", _TWO),
    "bs": _Known("Bosanski", _EAST_SLAVIC),
    "uk": _Known("Українська", _EAST_SLAVIC),
    "ru": _Known("Русский", _EAST_SLAVIC),
    "fit": _Known("Meänkieli", _TWO),
    "rom": _Known("Romani čhib", _TWO),
    "se": _Known("Davvisámegiella", "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);"),
    "yi": _Known("ייִדיש", _TWO),
}
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "prs", "ps", "ug", "ur", "yi"})
_LONGEST_NAME = 40
_AGES = re.compile(r"[0-9]{1,3}-([0-9]{1,3})")
_FIELD = re.compile(r'^"([A-Za-z-]+): *(.*?)(?:\\n)?"$', re.MULTILINE)


def known(code: str) -> Language:
    """A language by its code alone. One that nobody knows is called by its code."""
    found = _KNOWN.get(code)
    return Language(code, found.own_name if found else code, base(code) in _RIGHT_TO_LEFT)


def described(code: str, head: str) -> Language:
    """A language by the beginning of its file for the interface, which may say its name, direction, review and readers."""
    before = known(code)
    fields = dict(_FIELD.findall(head))
    direction = fields.get(DIRECTION, "").strip().lower()
    rtl = direction == RTL if direction in {RTL, LTR} else before.rtl
    name = fields.get(OWN_NAME, "").strip()
    if code in _KNOWN or not name or len(name) > _LONGEST_NAME or UNSEEN.search(name):
        name = before.own_name
    readers = _AGES.fullmatch(fields.get(READERS, "").strip())
    draft = fields.get(REVIEW, DRAFT).strip() != APPROVED
    return Language(code, name, rtl, draft, int(readers.group(1)) if readers else 0)


def in_order(languages: Iterable[Language]) -> tuple[Language, ...]:
    """Languages as they are offered, the ones that nobody knows beforehand last, by their codes."""
    known_order = {code: number for number, code in enumerate(_KNOWN)}
    return tuple(sorted(languages, key=lambda each: (known_order.get(each.code, len(_KNOWN)), each.code)))


def head_of(code: str) -> dict[str, str]:
    """What a new file in the language says about it; the plural rule of two forms where nobody knows better."""
    language, found = known(code), _KNOWN.get(code)
    return {
        "Plural-Forms": found.plurals if found else _TWO,
        DIRECTION: RTL if language.rtl else LTR,
        OWN_NAME: language.own_name,
        REVIEW: DRAFT,
    }


def base(code: str) -> str:
    """The language without its country and variety: `sv` of `sv@lattlast`."""
    return re.split("[_@]", code)[0]
