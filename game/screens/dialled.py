"""How a text is said: telephone numbers as they are dialled, codes sign by sign, and nothing that only eyes need."""

from __future__ import annotations

import re
import unicodedata

_NUMBER = re.compile(
    r"(?<![\d+–-])(?:"
    r"\+\d{1,3}(?:[ \u00a0-]\d{1,4})+"  # +46 8 123 45
    r"|0\d{1,3}[ \u00a0-]\d{2,3}(?:[ \u00a0]\d{2,3})*"  # 020-50 50 50
    r"|11\d[ \u00a0]\d{2,3}|11\d{4}|1177|112"  # 114 14, 116 111, 116111
    r"|90[ \u00a0]?101"
    r")(?![\d–-])"
)
_CODE = re.compile(r"(?<![\w-])(?=[0-9-]*[A-Z])[A-Z0-9]{1,4}(?:-[A-Z0-9]{1,4})+(?![\w-])")
_HELD = frozenset({"\u200c", "\u200d"})
"""Marks that join letters or part them, and so belong to how a word is said."""


def spoken(text: str) -> str:
    """The text for a voice: 116 111 becomes 1 1 6, 1 1 1, and a resume code is spelled."""
    plain = "".join(_sign(each) for each in unicodedata.normalize("NFC", text))
    plain = _CODE.sub(lambda found: _spelled(found[0]), plain)
    dialled = _NUMBER.sub(lambda found: _spelled(found[0]), plain)
    return " ".join(dialled.split()).replace(" ,", ",")


def _spelled(written: str) -> str:
    groups = re.split(r"[ \u00a0-]", written)
    return ", ".join(" ".join(group) for group in groups)


def _sign(sign: str) -> str:
    """What a voice makes of a sign: a dot between two parts is a pause, and direction is nothing to hear."""
    if sign in "·|":
        return ","
    # Two brackets would begin espeak's own phonemes.
    if sign in "[]<>{}\\*_#~" or unicodedata.category(sign) in {"Zl", "Zp", "Cc"}:
        return " "
    if unicodedata.category(sign) in {"Cf", "Cs", "Co", "Cn"} and sign not in _HELD:
        return ""
    return sign
