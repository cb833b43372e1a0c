"""Text on a map without a font: how wide it will be at most, in rows that fit, and shortened."""

from __future__ import annotations

import unicodedata

CUT = "…"
BOLD = 1.14
"""How much wider bold letters are."""
_WIDTHS = {
    "il|!'.,:;": 0.34,
    "jftr()[]-/ ": 0.44,
    "mwMWÅ@%—…&": 0.98,
}
"""How wide letters are, of the text's size, in the widest of the usual fonts."""
_OF_LETTER = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_SMALL, _LARGE, _WHOLE = 0.63, 0.76, 1.02


def width_of(text: str, size: float) -> float:
    """How much room a text needs in one row, at most."""
    return size * sum(_letter(letter) for letter in text)


def _letter(letter: str) -> float:
    known = _OF_LETTER.get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF:
        return _WHOLE
    return _LARGE if letter.isupper() else _SMALL


def rows(text: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """The text in at most so many rows, none wider than `room`; what does not fit is cut off with an ellipsis."""
    words = text.split()
    found: list[str] = []
    while words and len(found) < most:
        row, words = _row(words, size, room)
        found.append(row)
    if words and found:
        found[-1] = _cut(f"{found[-1]} {words[0]}", size, room)
    return tuple(found)


def _row(words: list[str], size: float, room: float) -> tuple[str, list[str]]:
    """As many words as fit, at least a part of the first; and those that are left."""
    count = 1
    while count < len(words) and width_of(" ".join(words[: count + 1]), size) <= room:
        count += 1
    row = " ".join(words[:count])
    if count > 1 or width_of(row, size) <= room:
        return row, words[count:]
    part = _fitting(row, size, room)
    return part, [row[len(part) :], *words[1:]]


def _fitting(text: str, size: float, room: float) -> str:
    """The beginning of a text that fits, at least one letter of it."""
    end = len(text)
    while end > 1 and width_of(text[:end], size) > room:
        end -= 1
    return text[:end]


def _cut(text: str, size: float, room: float) -> str:
    """The text as far as it fits, after a whole word where there is one, with an ellipsis."""
    fits = room - width_of(CUT, size)
    words = text.split(" ")
    while len(words) > 1 and width_of(" ".join(words), size) > fits:
        words.pop()
    return _fitting(" ".join(words), size, fits).rstrip(" ,.;:–") + CUT


def printable(text: str) -> str:
    """The text in one row, without characters that stand for nothing: a file may not hold all of them."""
    return "".join(" " if letter in "\t\n\r" else letter for letter in text if _stands(letter))


def _stands(letter: str) -> bool:
    return letter in "\t\n\r" or unicodedata.category(letter) not in {"Cc", "Cs", "Cn", "Co"}
