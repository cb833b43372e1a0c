"""Numbers as people write them, each one thing to a reader, and from left to right in every language.

Telephone numbers, times, dates, ranges and shares are read as they are dialled or written. Sums are too: schools in
Sweden teach them from left to right, whatever language a pupil reads.
"""

from __future__ import annotations

import re

_SPACE = "[ \u00a0\u202f]"
_GROUPED = (
    r"(?:(?<!\d)(?:"
    r"\+\d{1,4}(?:[- \u00a0\u202f\u2011–]\d{1,8}(?!\d))+"
    r"|0\d{1,4}(?:[- \u00a0\u202f\u2011–]\d{2,8}(?!\d))+"
    r"|\d{1,4}(?:[ \u00a0\u202f]\d{2,4}(?!\d))+"
    r"))"
)
_NUMBER = rf"(?:{_GROUPED}|[0-9]+)"
# A dash or a dot between spaces is a sum only where it has a result; elsewhere it parts two things (112 · 24 h).
_SUM = rf"{_NUMBER}(?:{_SPACE}[-–−+·×*÷/]{_SPACE}{_NUMBER}){{1,9}}{_SPACE}=(?:{_SPACE}{_NUMBER})?"
_SPACED = rf"{_NUMBER}(?:{_SPACE}[+×*÷/=]{_SPACE}{_NUMBER})+"
_JOINED = rf"{_NUMBER}(?:[-\u2010-\u2012–−.,:/·×*+=]{_NUMBER})*(?:{_SPACE}?%)?"
_WHOLE = rf"(?:{_SUM}|{_SPACED}|{_JOINED})"
_EXPRESSION = re.compile(rf"{_WHOLE}|(?<![A-Za-z0-9])[+−]{_WHOLE}")
_CODE = re.compile(r"(?<![A-Za-z0-9-])(?=[0-9-]*[A-Z])[A-Z0-9]{1,4}(?:-[A-Z0-9]{1,4})+(?![\w-])")


def expressions(text: str) -> list[tuple[int, int]]:
    """Where numbers stand, such as 116 111, 2025-08-20, 13–15, 40 % and 7 × 8 = 56, with all that belongs to them."""
    return [match.span() for match in _EXPRESSION.finditer(text)]


def codes(text: str) -> list[tuple[int, int]]:
    """Where codes in groups of letters and digits stand, such as 2345-ABCD."""
    return [match.span() for match in _CODE.finditer(text)]
